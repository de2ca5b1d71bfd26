namespace OutsideIn.Method.Internals;

/// <summary>Measures: for whom they are a result, and how they are come by (S2 steps 3 and 4, S3, rows 14 to 22 and 48; formulas F5, F7, F10).</summary>
internal static class MetricChecks
{
    public static IReadOnlyList<Check> All { get; } =
    [
        Check.For("MET-01", Severity.Warning, "A measure of no tier", "row 14; F7", Untiered),
        Check.For("MET-02", Severity.Error, "An output that leads to no outcome", "rows 15 and 16; F6; §6 point 19", OrphanOutput),
        Check.For("MET-03", Severity.Error, "A dashboard without a customer outcome", "row 16", DashboardWithout),
        Check.For("MET-04", Severity.Warning, "As subjective as a measure can be", "row 20; F10", MostSubjective),
        Check.For("MET-05", Severity.Error, "A survey score is the only measure of an outcome", "row 20; §6 point 4", OnlySurveyScores),
        Check.For("MET-06", Severity.Warning, "A target set by a rival", "row 48", RivalTarget),
        Check.For("MET-07", Severity.Warning, "No measure looks forward", "rows 18 and 22; F5", NoneLeading),
        Check.For("MET-09", Severity.Warning, "A leading measure that predicts nothing", "row 22", PredictsNothing),
        Check.For("MET-10", Severity.Warning, "A tier overridden without a reason", "F7", OverrideWithoutReason),
        Check.For("MET-11", Severity.Information, "A tier overridden", "F7", Overridden),
        Check.For("MET-12", Severity.Warning, "A target behind its baseline", "row 8; F2", TargetBehindBaseline),
        Check.For("MET-13", Severity.Information, "A target whose basis is not said", "row 48", TargetWithoutBasis),
        Check.For("MET-14", Severity.Warning, "A measure of nothing on the map", "rows 15 and 18; F5", MeasuresNothing),
    ];

    private static IEnumerable<Found> Untiered(CheckScope scope) =>
        from metric in scope.Map.Metrics
        where metric.Tier is null && !Tiers.Classify(metric.Name).IsCertain
        select new Found(
            metric,
            $"Nothing says for whom {metric.Called()} is a result.",
            "Did we make or do it? It is an output. Is it our gain? A business outcome. Would the customer say \"I have …\"? A customer outcome. Say it behind \"tier\".");

    private static IEnumerable<Found> OrphanOutput(CheckScope scope)
    {
        const string Ask = "Which business outcome or statement does it lead to? Connect it, or stop making and counting it.";
        foreach (var output in scope.Map.Outputs.Where(one => !scope.Landscape.ReachesOutcome(one.Id)))
        {
            yield return new Found(output, $"{output.Called()} leads to no outcome of a customer.", Ask);
        }

        // The output itself has been named above; its metrics would only repeat it.
        foreach (var metric in scope.Map.Metrics.Where(one => IsOrphanOutput(scope, one) && !one.Of.Any(id => scope.Index.Find(id) is Output)))
        {
            yield return new Found(metric, $"{metric.Called()} counts an output that leads to no outcome of a customer.", Ask);
        }
    }

    /// <summary>Whether a metric measures something we make or do that leads to no outcome.</summary>
    public static bool IsOrphanOutput(CheckScope scope, Metric metric) => scope.TierOf(metric) <= Tier.Output && !scope.HasPath(metric);

    private static IEnumerable<Found> DashboardWithout(CheckScope scope)
    {
        var tiles = scope.Map.Metrics.Where(static one => one.IsOnDashboard).ToList();
        if (tiles.Count > 0 && tiles.All(one => scope.TierOf(one) != Tier.CustomerOutcome))
        {
            yield return new Found(
                null,
                $"None of the {CheckText.Figure(tiles.Count)} measures on the dashboard is a result for a customer.",
                "What would customers have to have for everyone to feel happy? Put that on the dashboard.");
        }
    }

    private static IEnumerable<Found> MostSubjective(CheckScope scope) =>
        from metric in scope.Map.Metrics
        where metric is { IsOpinion: true, DelayDays: > 0, IsSelfSelected: true }
        select new Found(
            metric,
            $"{metric.Called()} asks for an opinion, {CheckText.Figure(metric.DelayDays)} days late, of whoever cares to answer.",
            "What could be observed at the time, by design, for every customer?");

    private static IEnumerable<Found> OnlySurveyScores(CheckScope scope) =>
        from outcome in scope.Outcomes
        let metrics = outcome.Statements.SelectMany(static one => one.Metrics).Select(scope.Index.Find<Metric>).OfType<Metric>().ToList()
        where metrics.Count > 0 && metrics.All(static one => Tiers.IsSurveyScore(one.Name))
        select new Found(
            outcome,
            $"{outcome.Called()} is measured by {CheckText.Series(metrics.Select(static one => one.Called()).Distinct(StringComparer.Ordinal))} alone, which is an opinion.",
            "What does the customer have when it is reached? Measure that beside it.");

    private static IEnumerable<Found> RivalTarget(CheckScope scope) =>
        from metric in scope.Map.Metrics
        where metric.TargetBasis == TargetBasis.Competitor
        select new Found(metric, $"The target of {metric.Called()} is set by a rival, which caps us at its level.", "What do customers need, whoever else supplies it?");

    private static IEnumerable<Found> NoneLeading(CheckScope scope)
    {
        if (scope.Map.Metrics.Count > 0 && scope.Map.Metrics.All(static one => !one.IsLeading))
        {
            yield return new Found(
                null, "No measure looks forward: all of them report what has been.", "Which measure moves first, and helps us get better? Mark it \"leading: yes\" with what it predicts.");
        }
    }

    private static IEnumerable<Found> PredictsNothing(CheckScope scope) =>
        from metric in scope.Map.Metrics
        where metric.IsLeading
        let predicted = scope.Index.Find<Metric>(metric.Predicts)
        where predicted is null or { IsLeading: true }
        select new Found(
            metric,
            predicted is null
                ? $"{metric.Called()} is said to look forward and predicts nothing."
                : $"{metric.Called()} predicts {predicted.Called()}, which is itself said to look forward.",
            "Which lagging measure does it predict? Name it behind \"predicts\".");

    private static IEnumerable<Found> OverrideWithoutReason(CheckScope scope) =>
        Overrides(scope).Where(static one => !one.Metric.TierReason.IsSaid()).Select(static one => new Found(
            one.Metric,
            $"{one.Metric.Called()} is called a {one.Metric.Tier!.Value.InWords()}, and its name says {one.Reading.Tier.InWords()}.",
            $"{one.Reading.Because} Say behind \"tier reason\" why it is another, or leave the tier out."));

    private static IEnumerable<Found> Overridden(CheckScope scope) =>
        Overrides(scope).Where(static one => one.Metric.TierReason.IsSaid()).Select(static one => new Found(
            one.Metric,
            $"{one.Metric.Called()} counts as {one.Metric.Tier!.Value.InWords()} rather than {one.Reading.Tier.InWords()}, because of \"{one.Metric.TierReason!.TrimEnd('.')}\".",
            "Nothing to do; overrides are listed."));

    private static IEnumerable<(Metric Metric, TierReading Reading)> Overrides(CheckScope scope) =>
        from metric in scope.Map.Metrics
        where metric.Tier is not null
        let reading = Tiers.Classify(metric.Name)
        where reading.IsCertain && reading.Tier != metric.Tier
        select (metric, reading);

    private static IEnumerable<Found> TargetBehindBaseline(CheckScope scope) =>
        from metric in scope.Map.Metrics
        where (metric.Direction == Direction.Up && metric.Target < metric.Baseline) || (metric.Direction == Direction.Down && metric.Target > metric.Baseline)
        select new Found(
            metric,
            $"{metric.Called()} is to go {(metric.Direction == Direction.Up ? "up" : "down")} from {CheckText.Figure(metric.Baseline!.Value)} to {CheckText.Figure(metric.Target!.Value)}.",
            "Which of the three is wrong: the direction, the baseline or the target?");

    private static IEnumerable<Found> TargetWithoutBasis(CheckScope scope) =>
        from metric in scope.Map.Metrics
        where metric is { Target: not null, TargetBasis: null }
        select new Found(metric, $"What the target of {metric.Called()} was set by is not said.", "A need, a trend, our own best, a mandate or a rival? Say it behind \"target basis\".");

    private static IEnumerable<Found> MeasuresNothing(CheckScope scope) =>
        from metric in scope.Map.Metrics
        where scope.TierOf(metric) > Tier.Output && metric.Of.Count == 0 && !scope.HasPath(metric)
        select new Found(
            metric, $"{metric.Called()} measures nothing on the map, and no statement uses it.", "What is it a measure of? Name it behind \"of\", or name the metric in a statement.");
}
