namespace OutsideIn.Diagnosis;

/// <summary>Points of failure (F3) and hand-off density (F4), counted in what happened.</summary>
internal static class PointsOfFailure
{
    /// <summary>Below so many hand-offs for each Moment of Truth the inventory is probably incomplete (PF3: 3 to 4, as claimed).</summary>
    private const double DensityMin = 3;

    public static PointsOfFailureEntry Compute(
        MappedLog mapped,
        IReadOnlyList<MomentOfTruthEntry> moments,
        BreakpointsEntry breakpoints,
        IReadOnlyList<RuleSuspectEntry> suspects)
    {
        var rules = suspects.Select(static suspect => suspect.Activity).ToHashSet(StringComparer.Ordinal);
        for (var code = 1; code < mapped.Activities.Length; code++)
        {
            if (mapped.Activities[code].IsRuleCheck)
            {
                rules.Remove(mapped.Activities[code].Activity);
                rules.Add(mapped.Activities[code].Name);
            }
        }

        double? density = moments.Count == 0 ? null : (double)breakpoints.Pairs.Count / moments.Count;
        return new PointsOfFailureEntry(moments.Count, breakpoints.Pairs.Count, rules.Count, density, HintFor(density, breakpoints.Basis));
    }

    private static string? HintFor(double? density, string basis) => density switch
    {
        null or >= DensityMin => null,
        _ when basis == HandOffs.ByNothing => "The log does not say who did the work, so its hand-offs cannot be seen.",
        _ => "Fewer than three kinds of hand-off for every kind of contact. Practitioners of the method say to expect three to four, so "
            + "some are probably not in the log: calls, e-mails and checks between people leave no event.",
    };
}
