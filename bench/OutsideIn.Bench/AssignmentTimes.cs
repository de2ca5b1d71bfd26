using System.Diagnostics;
using System.Globalization;
using OutsideIn.Experiments;

namespace OutsideIn.Bench;

/// <summary>How many units a second one core gives an arm by their id.</summary>
internal static class AssignmentTimes
{
    private const int Units = 1_000_000;
    private const int Runs = 21;

    public static void Write(TextWriter output)
    {
        PlannedArm[] arms = [new("control", 0.5), new("new", 0.5)];
        if (!HashedAssignment.Of("new-greeting", arms).TryGet(out var assignment, out var problem))
        {
            throw new InvalidOperationException(problem.Message);
        }

        foreach (var prefix in new[] { "", "customer-" })
        {
            string[] units = [.. Enumerable.Range(1_000_000, Units).Select(unit => string.Create(CultureInfo.InvariantCulture, $"{prefix}{unit}"))];
            var given = new sbyte[Units];
            var least = TimeSpan.MaxValue;
            for (var run = 0; run < Runs; run++)
            {
                var start = Stopwatch.GetTimestamp();
                assignment.Assign(units, given);
                var taken = Stopwatch.GetElapsedTime(start);
                least = taken < least ? taken : least;
            }

            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"ids of {units[0].Length} letters: {Units / least.TotalSeconds / 1e6:F1} million a second on one core; {given.Count(static arm => arm == 1):N0} of {Units:N0} in the second arm"));
        }
    }
}
