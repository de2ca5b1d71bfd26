namespace OutsideIn.Method;

/// <summary>The four alignment areas of S2 step 3, rewards first (row 19; the share of each area's items that is linked to an outcome is ours, D).</summary>
/// <param name="Rewards">People rewarded for a customer's outcome ÷ people (F8).</param>
/// <param name="Systems">Systems that make a kept Moment of Truth possible ÷ systems.</param>
/// <param name="Process">Kept Moments of Truth with a manager and designed criteria ÷ kept Moments of Truth.</param>
/// <param name="Strategy">Objectives that an outcome serves ÷ objectives.</param>
public sealed record AlignmentAreasRating(Ratio Rewards, Ratio Systems, Ratio Process, Ratio Strategy);

/// <summary>Row 19: are rewards, systems, process and strategy aligned to the outcomes?</summary>
public static class AlignmentAreas
{
    /// <summary>The profile of a map.</summary>
    public static AlignmentAreasRating Of(PerformanceLandscape landscape)
    {
        ArgumentNullException.ThrowIfNull(landscape);
        var map = landscape.Map;
        MomentOfTruth[] kept = [.. map.Moments.Where(static one => !PointsOfFailure.IsGoing(one) && one.When != WorkState.AsIs)];
        var enabling = kept.SelectMany(static one => one.Systems).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var served = map.Outcomes.SelectMany(static one => one.Objectives).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return new AlignmentAreasRating(
            RewardAlignment.Of(landscape).Covered,
            Ratio.Counting(map.Systems, one => enabling.Contains(one.Id)),
            Ratio.Counting(kept, static one => one is { Manager: not null, Criteria.Count: > 0 }),
            Ratio.Counting(map.Objectives, one => served.Contains(one.Id)));
    }
}
