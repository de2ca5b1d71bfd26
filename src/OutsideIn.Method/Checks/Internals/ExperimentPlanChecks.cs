using System.Collections.Frozen;

namespace OutsideIn.Method.Internals;

/// <summary>Plans of experiments that are still open: what must be decided before anything is seen (row 27; §6 point 25).</summary>
internal static class ExperimentPlanChecks
{
    /// <summary>Words of a change that is given to people who work together, and the finest units it can be given to.</summary>
    private static readonly FrozenDictionary<string, PlannedUnit> GivenTo = new Dictionary<string, PlannedUnit>(StringComparer.OrdinalIgnoreCase)
    {
        ["training"] = PlannedUnit.Agent,
        ["trained"] = PlannedUnit.Agent,
        ["coaching"] = PlannedUnit.Agent,
        ["coached"] = PlannedUnit.Agent,
        ["bonus"] = PlannedUnit.Agent,
        ["team"] = PlannedUnit.Team,
        ["teams"] = PlannedUnit.Team,
        ["department"] = PlannedUnit.Team,
        ["departments"] = PlannedUnit.Team,
        ["shift"] = PlannedUnit.Team,
        ["shifts"] = PlannedUnit.Team,
        ["staffing"] = PlannedUnit.Team,
        ["branch"] = PlannedUnit.Branch,
        ["branches"] = PlannedUnit.Branch,
        ["offices"] = PlannedUnit.Branch,
        ["shops"] = PlannedUnit.Branch,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    public static IReadOnlyList<Check> All { get; } =
    [
        Check.For("EXP-06", Severity.Warning, "A plan that guards nothing", "row 27; S3 triple crown", NoGuardrail),
        Check.For("EXP-07", Severity.Warning, "A plan that does not say what would be worth having", "row 27; F14", NoMinimumEffect),
        Check.For("EXP-08", Severity.Warning, "A unit finer than what is changed", "row 27", TooFine),
        Check.For("EXP-09", Severity.Warning, "An outcome of a plan that nothing measures", "row 27", Unmeasured),
        Check.For("EXP-10", Severity.Warning, "Not one outcome that decides", "row 27", NotOneThatDecides),
        Check.For("EXP-11", Severity.Warning, "More looks than days", "row 27", TooManyLooks),
        Check.For("EXP-12", Severity.Warning, "Opinions alone decide", "row 27; §6 point 25", OpinionsAlone),
    ];

    private static IEnumerable<Found> NoGuardrail(CheckScope scope) =>
        from one in Planned(scope)
        where one.Guardrails.Count == 0
        select new Found(
            one, $"The plan of {one.Called()} names nothing that must not get worse.", "What could the change cost customers, or the firm? Name it under \"guardrails\", each with the margin that is still acceptable.");

    private static IEnumerable<Found> NoMinimumEffect(CheckScope scope) =>
        from one in Planned(scope)
        where !one.MinimumEffect.IsSaid()
        select new Found(
            one, $"The plan of {one.Called()} does not say which effect would be worth having.", "How much better must it get before you would do it for everyone? Write \"minimum effect\", such as 5%.");

    private static IEnumerable<Found> TooFine(CheckScope scope) =>
        from one in Planned(scope)
        let unit = one.Unit
        where unit is PlannedUnit.Case or PlannedUnit.Customer or PlannedUnit.Agent or PlannedUnit.Team
        let word = WordsOf(one).FirstOrDefault(word => GivenTo.TryGetValue(word, out var finest) && finest > unit)
        where word is not null
        let right = GivenTo[word].InWords()
        select new Found(
            one,
            $"{one.Called()} changes something for a whole {right} (\"{word}\"), and counts by {unit!.Value.InWords()}.",
            $"Cases of one {right} are alike, so counting them one by one makes chance look like an effect. Write \"unit: {right}\", or \"week\" where everybody changes at once.");

    private static IEnumerable<Found> Unmeasured(CheckScope scope) =>
        from one in Planned(scope)
        from metric in Metrics(one).Distinct(StringComparer.OrdinalIgnoreCase).Select(scope.Index.Find<Metric>).OfType<Metric>()
        where !metric.Measure.IsSaid()
        select new Found(one, $"{one.Called()} is to be judged by {metric.Called()}, which no log can tell.", $"Write behind \"measure\" of {metric.Called()} how a log tells the figure, or choose another metric.");

    private static IEnumerable<Found> NotOneThatDecides(CheckScope scope)
    {
        foreach (var one in Planned(scope))
        {
            if (one.TargetMetric is null)
            {
                yield return new Found(
                    one,
                    one.Secondary.Count > 1 ? $"{one.Called()} names {CheckText.Figure(one.Secondary.Count)} outcomes, and none of them decides." : $"{one.Called()} names no outcome that decides.",
                    "Of several outcomes one looks better by chance. Choose the one that decides as \"target metric\"; the others may be secondary.");
            }
            else if (Roles(one).FirstOrDefault(role => string.Equals(role.Id, one.TargetMetric, StringComparison.OrdinalIgnoreCase)).Role is { } role)
            {
                yield return new Found(one, $"{scope.Index.Find(one.TargetMetric)?.Called() ?? one.TargetMetric} both decides {one.Called()} and is {role}.", "An outcome has one part in a plan. Take it out of the other.");
            }
        }
    }

    private static IEnumerable<Found> TooManyLooks(CheckScope scope) =>
        from one in Planned(scope)
        where one is { Looks: not null, Start: not null, End: not null }
        let days = one.End!.Value.DayNumber - one.Start!.Value.DayNumber + 1 + (one.FollowUp ?? 0)
        where days >= 1 && one.Looks > days
        select new Found(
            one, $"{one.Called()} plans {CheckText.Figure(one.Looks!.Value)} looks in {CheckText.Figure(days)} days.", "Between two looks something must have come in. Once a week is seldom too few: every look costs a little of the chance to see the effect.");

    private static IEnumerable<Found> OpinionsAlone(CheckScope scope) =>
        from one in scope.Map.Experiments
        where one.TargetMetric is not null
        let metrics = Metrics(one).Append(one.ProxyMetric ?? one.TargetMetric).Select(scope.Index.Find<Metric>).OfType<Metric>().ToList()
        where metrics.Count > 0 && metrics.TrueForAll(static metric => metric.IsOpinion)
        select new Found(
            one, $"{one.Called()} is decided by what people say in surveys, and by nothing they did.", "Surveys form hypotheses; what happened settles them. What would customers do differently if it were true? Measure that.");

    /// <summary>Open experiments somebody has begun to plan: while one is only an idea, nothing is asked of it.</summary>
    private static IEnumerable<Experiment> Planned(CheckScope scope) => scope.Map.Experiments.Where(static one =>
        one.Decision == ExperimentDecision.Open
        && (one.Unit is not null || one.Guardrails.Count > 0 || one.Secondary.Count > 0 || one.MinimumEffect.IsSaid() || one.Looks is not null
            || one.LookRule is not null || one.Start is not null || one.End is not null || one.Arms.Any(static arm => arm.Share is not null)));

    private static IEnumerable<string> Metrics(Experiment one) =>
        one.TargetMetric is { } target ? [target, .. Roles(one).Select(static role => role.Id)] : Roles(one).Select(static role => role.Id);

    private static IEnumerable<(string Id, string? Role)> Roles(Experiment one) =>
    [
        .. one.Guardrails.Where(static guard => guard.Metric is not null).Select(static guard => (guard.Metric!, (string?)"one of its guardrails")),
        .. one.Secondary.Select(static id => (id, (string?)"secondary")),
    ];

    private static IEnumerable<string> WordsOf(Experiment one)
    {
        var text = one.Change ?? one.Hypothesis ?? "";
        foreach (var word in text.Split([' ', ',', '.', ';', ':', '(', ')', '\n', '\t', '"', '\''], StringSplitOptions.RemoveEmptyEntries))
        {
            yield return word;
        }
    }
}
