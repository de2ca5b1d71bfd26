namespace OutsideIn.Method.Internals;

/// <summary>Needs, wants, what they are known from, the grid and the risks (S2 step 7, S4, rows 28, 39, 42 and 43; formula F15).</summary>
internal static class NeedChecks
{
    // F15: fewer observations than this are no rate.
    private const double EnoughObserved = 30;

    public static IReadOnlyList<Check> All { get; } =
    [
        Check.For("CUS-02", Severity.Warning, "An empty cell of the grid", "row 39", EmptyCell),
        Check.For("CUS-03", Severity.Warning, "A need known from a survey alone", "row 42; §6 point 25", OnlySurvey),
        Check.For("CUS-05", Severity.Warning, "A need known from nothing", "row 42", NoEvidence),
        Check.For("CUS-07", Severity.Information, "An unstated need nobody has tested", "row 28", Untested),
        Check.For("CUS-09", Severity.Warning, "A need no statement answers", "row 43; F2", Unanswered),
        Check.For("CUS-12", Severity.Information, "A need of no category", "row 39; §2", NoCategory),
        Check.For("CUS-13", Severity.Warning, "A risk whose likelihood nobody knows", "row 43; F15", NoLikelihood),
        Check.ForContradiction("CUS-14", "More failed than were observed", "F15", MoreFailed),
    ];

    private static IEnumerable<Found> EmptyCell(CheckScope scope) =>
        from need in scope.Map.Needs
        let empty = EmptyCells(need).ToList()
        where empty.Count > 0
        select new Found(need, $"The grid's row for {need.Called()} names no {string.Join(" and no ", empty)}.", "Which contacts, which system or workflow, and which skills does meeting it take?");

    private static IEnumerable<string> EmptyCells(Need need)
    {
        if (need.Moments.Count == 0)
        {
            yield return "Moment of Truth";
        }

        if (need.Systems.Count == 0 && need.Workflow.Count == 0)
        {
            yield return "system or workflow";
        }

        if (need.Skills.Count == 0)
        {
            yield return "skill";
        }
    }

    private static IEnumerable<Found> OnlySurvey(CheckScope scope) =>
        from need in scope.Map.Needs
        where need.Evidence.Count > 0 && need.Evidence.All(static one => one.Kind == EvidenceKind.Survey)
        select new Found(need, $"{need.Called()} is known from a survey alone.", "What did somebody see customers do, or what do the records show? A survey forms a hypothesis and never settles it.");

    private static IEnumerable<Found> NoEvidence(CheckScope scope) =>
        from need in scope.Map.Needs
        where need.Evidence.Count == 0
        select new Found(need, $"Nothing says how {need.Called()} is known.", "Who saw it, or which records show it? Say it behind \"evidence\".");

    private static IEnumerable<Found> Untested(CheckScope scope)
    {
        var tested = scope.Map.Experiments.SelectMany(static one => one.Needs).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return
            from need in scope.Map.Needs
            where need.Kind == NeedKind.Unstated && !tested.Contains(need.Id)
            select new Found(need, $"{need.Called()} is a need customers do not know of, and no experiment is about it.", "What small test would show it?");
    }

    private static IEnumerable<Found> Unanswered(CheckScope scope)
    {
        var answered = scope.Outcomes.SelectMany(static one => one.Statements).SelectMany(static one => one.Needs).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return
            from need in scope.Map.Needs
            where need.Kind != NeedKind.Want && !answered.Contains(need.Id)
            select new Found(need, $"No statement of intent answers {need.Called()}.", "Which outcome meets it? Name the need behind \"needs\" of one of its statements.");
    }

    private static IEnumerable<Found> NoCategory(CheckScope scope) =>
        from need in scope.Map.Needs
        where need.Category is null
        select new Found(need, $"Nothing says whose need {need.Called()} is.", "Which category has it? Name it behind \"for\".");

    private static IEnumerable<Found> NoLikelihood(CheckScope scope) =>
        from risk in scope.Map.Risks
        where risk is { Likelihood: null, Observed: < EnoughObserved }
        select new Found(
            risk,
            $"How likely {(scope.Index.Find(risk.At) ?? risk).Called()} fails is neither judged nor observed often enough ({CheckText.Figure(risk.Observed)} of 30).",
            "Judge it from 0 to 4 behind \"likelihood\", or observe 30.");

    private static IEnumerable<Found> MoreFailed(CheckScope scope) =>
        from risk in scope.Map.Risks
        where risk.Failed > risk.Observed
        select new Found(
            risk, $"{CheckText.Figure(risk.Failed)} failures are written down for {(scope.Index.Find(risk.At) ?? risk).Called()}, of {CheckText.Figure(risk.Observed)} observed.", "Correct one of the two figures.");
}
