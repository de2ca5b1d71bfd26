namespace OutsideIn.Method.Internals;

/// <summary>The six questions and who answered them (S0, rows 2 and 7; §6 points 6 and 14).</summary>
internal static class AnswerChecks
{
    private const int QuestionCount = 6;

    // Shorter words are articles and prepositions, which two answers share by accident.
    private const int TellingLength = 4;

    private static readonly char[] Separators = [.. " \t\r\n.,;:!?()[]\"'/-–—…"];

    public static IReadOnlyList<Check> All { get; } =
    [
        Check.For("SCO-04", Severity.Warning, "No customer was asked", "rows 2 and 5; §6 point 6", NoCustomerAsked),
        Check.For("SCO-16", Severity.Information, "Questions without an answer", "row 2", Unanswered),
        Check.For("SCO-17", Severity.Information, "Respondents who do not agree", "row 2; §6 point 6", Disagreement),
        Check.For("SCO-27", Severity.Information, "Only what hinders is written down", "row 7; §6 point 14; P29", OnlyHindrances),
        Check.For("SCO-28", Severity.Information, "An answer to question 4 that is in no inventory", "row 7", Unlinked),
    ];

    private static IEnumerable<Found> NoCustomerAsked(CheckScope scope) =>
        from outcome in scope.Outcomes
        where outcome.Answers.All(static one => one.Respondent != Respondent.Customer)
        select new Found(
            outcome, $"No customer answered any of the six questions about {outcome.Called()}.", "What did a customer say, word for word? Ask one.");

    private static IEnumerable<Found> Unanswered(CheckScope scope) =>
        from outcome in scope.Outcomes
        let open = Open(outcome)
        where open.Count > 0
        select new Found(
            outcome,
            $"{outcome.Called()} has no answer to question{(open.Count == 1 ? "" : "s")} {CheckText.Series(open.Select(static one => CheckText.Figure(one)))}.",
            "Write down who answered what, under \"answers\".");

    /// <summary>Questions of an outcome that nobody answered, in order.</summary>
    public static IReadOnlyList<int> Open(SuccessfulOutcome outcome) =>
        [.. Enumerable.Range(1, QuestionCount).Except(outcome.Answers.Where(static one => one.Verbatim.IsSaid()).Select(static one => one.Question))];

    private static IEnumerable<Found> Disagreement(CheckScope scope) =>
        from outcome in scope.Outcomes
        from question in outcome.Answers.GroupBy(static one => one.Question)
        let groups = question.GroupBy(static one => one.Respondent, static one => one.Verbatim).ToList()
        where groups.Count > 1
        let words = groups.Select(static one => TellingWords(one)).ToList()
        where words.All(static one => one.Count > 0) && AreDisjoint(words)
        orderby question.Key
        select new Found(
            outcome,
            $"Question {CheckText.Figure(question.Key)} of {outcome.Called()} is answered in quite different words by "
            + $"{CheckText.Series(groups.Select(static one => NameOf(one.Key)))}.",
            "Which of them does the customer recognise? The disagreement is the finding: keep it until it is talked about.");

    private static IEnumerable<Found> OnlyHindrances(CheckScope scope) =>
        from outcome in scope.Outcomes
        where outcome.Impacts.Count > 0 && outcome.Impacts.All(static one => !one.Helps)
        select new Found(
            outcome, $"Nothing that helps is written down for {outcome.Called()}, only what hinders.", "What do we do that helps the customer succeed? Mark it \"helps: yes\".");

    private static IEnumerable<Found> Unlinked(CheckScope scope) =>
        from outcome in scope.Outcomes
        from impact in outcome.Impacts
        where impact.Of is null && !impact.Helps
        select new Found(
            outcome,
            $"\"{impact.Text}\" hinders {outcome.Called()} and is in none of the inventories.",
            "Is it a breakpoint, a business rule, a Moment of Truth or an activity? Name it behind \"of\", so that it can go.");

    private static HashSet<string> TellingWords(IEnumerable<string> answers) =>
        answers.SelectMany(static text => text.Split(Separators, StringSplitOptions.RemoveEmptyEntries))
            .Where(static word => word.Length >= TellingLength)
            .ToHashSet(StringComparer.OrdinalIgnoreCase);

    private static bool AreDisjoint(IReadOnlyList<HashSet<string>> groups)
    {
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        return groups.All(words => !seen.Overlaps(words) && words.All(seen.Add));
    }

    private static string NameOf(Respondent respondent) => respondent switch
    {
        Respondent.Self => "ourselves",
        Respondent.Stakeholder => "stakeholders",
        _ => "customers",
    };
}
