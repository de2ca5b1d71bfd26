using OutsideIn.Vocabulary;

namespace OutsideIn.Experiments;

/// <summary>The smallest set of units in which every arm has its share.</summary>
internal static class ArmBlock
{
    private const int SizeMax = 40;
    private const double ShareTolerance = 0.005;

    /// <summary>[block] The arm of each place, arm after arm; EX050 or EX051 where the shares do not allow one.</summary>
    /// <param name="arms">The arms.</param>
    /// <param name="size">How many units; null takes the smallest that holds the shares.</param>
    public static Result<int[]> Of(IReadOnlyList<PlannedArm> arms, int? size = null)
    {
        if (HashedAssignment.ProblemOf(arms) is { } wrong)
        {
            return wrong;
        }

        var sizes = size is { } asked ? [asked] : Enumerable.Range(arms.Count, SizeMax);
        foreach (var candidate in sizes)
        {
            var counts = arms.Select(arm => (int)Math.Round(arm.Share * candidate)).ToArray();
            if (counts.Sum() == candidate && arms.Zip(counts).All(pair => Holds(pair.First, pair.Second, candidate)))
            {
                return counts.SelectMany(static (count, arm) => Enumerable.Repeat(arm, count)).ToArray();
            }
        }

        return new Problem(
            ProblemKind.Invalid,
            "EX051",
            size is null ? $"No block of up to {SizeMax} units holds these shares of arms." : $"A block of {size} units cannot hold these shares of arms.",
            "Leave the block size out, or choose shares such as 1/2, 1/3 or 1/4.");
    }

    private static bool Holds(PlannedArm arm, int count, int size) =>
        count > 0 && Math.Abs(((double)count / size) - arm.Share) <= ShareTolerance;
}
