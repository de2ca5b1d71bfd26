namespace OutsideIn.Method.Internals;

/// <summary>Experiments (S4, row 27; formula F14; §6 point 25).</summary>
internal static class ExperimentChecks
{
    public static IReadOnlyList<Check> All { get; } =
    [
        Check.For("EXP-01", Severity.Error, "A launch that loses money", "row 27; F14", NegativeNet),
        Check.For("EXP-02", Severity.Warning, "A launch without a comparison", "row 27; §6 point 25", NoComparison),
        Check.For("EXP-03", Severity.Warning, "An experiment that lacks a part", "row 27", Incomplete),
        Check.ForContradiction("EXP-04", "More successes than customers", "row 27", MoreSuccesses),
        Check.For("EXP-05", Severity.Warning, "A launch whose gain nobody has worked out", "row 27; F14", NoGate),
    ];

    private static IEnumerable<Found> NegativeNet(CheckScope scope) =>
        from one in Launched(scope)
        let net = Net(one)
        where net < 0
        select new Found(
            one,
            $"{one.Called()} is launched at a net of {CheckText.Figure(net!.Value)}.",
            "However significant the result: what would make it cheaper, or worth more? Until then, do not launch.");

    private static IEnumerable<Found> NoComparison(CheckScope scope) =>
        from one in Launched(scope)
        where one.Arms.Count < 2 || one.Arms.Any(static arm => arm.Count == 0)
        select new Found(one, $"{one.Called()} is launched, and no two arms were compared.", "What happened to those who did not get it? Surveys form hypotheses; comparisons settle them.");

    private static IEnumerable<Found> Incomplete(CheckScope scope) =>
        from one in scope.Map.Experiments
        let missing = Missing(one).ToList()
        where missing.Count > 0
        select new Found(one, $"{one.Called()} has no {CheckText.Series(missing)}.", "What is changed, for whom, what moves first, what is it about, and what came out?");

    private static IEnumerable<string> Missing(Experiment one)
    {
        if (!one.Hypothesis.IsSaid() && !(one.Change.IsSaid() && one.ForWhom.IsSaid() && one.Outcome.IsSaid() && one.Reason.IsSaid()))
        {
            yield return "hypothesis";
        }

        if (one.ProxyMetric is null)
        {
            yield return "proxy metric";
        }

        if (one.TargetMetric is null)
        {
            yield return "target metric";
        }

        if (one.Decision != ExperimentDecision.Open && !one.Result.IsSaid())
        {
            yield return "result";
        }
    }

    private static IEnumerable<Found> MoreSuccesses(CheckScope scope) =>
        from one in scope.Map.Experiments
        from arm in one.Arms
        where arm.Successes > arm.Count
        select new Found(arm, $"{arm.Called()} of {one.Called()} has {CheckText.Figure(arm.Successes)} successes among {CheckText.Figure(arm.Count)} customers.", "Correct one of the two figures.");

    private static IEnumerable<Found> NoGate(CheckScope scope) =>
        from one in Launched(scope)
        where Net(one) is null
        select new Found(
            one, $"What {one.Called()} gains has not been worked out.", "How many customers does it keep, what is one worth, what does it cost? Write \"customers kept\", \"customer value\" and \"cost\".");

    /// <summary>F14: customers kept × value − cost; null while one of the three is not known.</summary>
    private static double? Net(Experiment one) => (one.CustomersKept * one.CustomerValue) - one.Cost;

    private static IEnumerable<Experiment> Launched(CheckScope scope) => scope.Map.Experiments.Where(static one => one.Decision == ExperimentDecision.Launch);
}
