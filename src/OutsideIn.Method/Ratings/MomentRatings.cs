namespace OutsideIn.Method;

/// <summary>What becomes of the Moments of Truth, and what makes them possible (rows 30, 31 and 60).</summary>
/// <param name="Contributing">Those that contribute ÷ those of which somebody has judged (row 30).</param>
/// <param name="Merged">Those that become one with another ÷ all (row 31).</param>
/// <param name="StepsBefore">Steps of the customer before the change, over the Moments of Truth with both numbers.</param>
/// <param name="StepsAfter">Their steps after it.</param>
/// <param name="StepsCounted">Ids of the Moments of Truth with both numbers.</param>
/// <param name="SelfServable">Those the customer can do alone ÷ those of which somebody has said (row 60).</param>
/// <param name="WithoutCapability">Ids of kept ones of a kind that needs a system, and with none (row 60).</param>
/// <param name="IdleSystems">Ids of systems that make no kept Moment of Truth and no need possible: candidates to scrap (P27).</param>
/// <param name="CustomerHoursPerYear">Volume × (minutes of doing + minutes of waiting) ÷ 60, over those whose volume is written down.</param>
public sealed record MomentRating(
    Ratio Contributing, Ratio Merged, double StepsBefore, double StepsAfter, IReadOnlyList<string> StepsCounted,
    Ratio SelfServable, IReadOnlyList<string> WithoutCapability, IReadOnlyList<string> IdleSystems, double CustomerHoursPerYear);

/// <summary>Rows 30, 31 and 60.</summary>
public static class MomentRatings
{
    /// <summary>The rating of a map.</summary>
    public static MomentRating Of(OutsideInMap map)
    {
        ArgumentNullException.ThrowIfNull(map);
        MomentOfTruth[] kept = [.. map.Moments.Where(static one => !PointsOfFailure.IsGoing(one) && one.When != WorkState.AsIs)];
        MomentOfTruth[] counted = [.. map.Moments.Where(static one => one is { StepsBefore: not null, StepsAfter: not null })];
        var used = kept.SelectMany(static one => one.Systems).Concat(map.Needs.SelectMany(static one => one.Systems)).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return new MomentRating(
            Ratio.Counting(map.Moments.Where(static one => one.Contributes is not null), static one => one.Contributes == true),
            Ratio.Counting(map.Moments, static one => one is { Disposition: Disposition.Improve, MergedInto: not null }),
            counted.Sum(static one => one.StepsBefore!.Value),
            counted.Sum(static one => one.StepsAfter!.Value),
            [.. counted.Select(static one => one.Id)],
            Ratio.Counting(map.Moments.Where(static one => one.SelfServable is not null), static one => one.SelfServable == true),
            [.. kept.Where(static one => NeedsSystem(one.Kind) && one.Systems.Count == 0).Select(static one => one.Id)],
            [.. map.Systems.Where(one => !used.Contains(one.Id)).Select(static one => one.Id)],
            WorkTally.Of(map.Moments).CustomerHoursPerYear);
    }

    private static bool NeedsSystem(MomentKind? kind) => kind is MomentKind.PersonSystem or MomentKind.SystemPerson or MomentKind.SystemSystem;
}
