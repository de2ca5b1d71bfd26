namespace OutsideIn.Method.Internals;

/// <summary>Question 5, the statements of intent (S0, rows 8 and 10; formulas F1 and F2). Answers, expectations, one-liners and tier labels are never linted (§6 point 3).</summary>
internal static class StatementChecks
{
    public static IReadOnlyList<Check> All { get; } =
    [
        new(
            new FindingKind("SCO-06", Severity.Error, "A weasel word", "rows 8 and 10; F1; §6 point 3") { Otherwise = Severity.Warning },
            WeaselWord),
        Check.For("SCO-07", Severity.Error, "A statement that is not SMART", "row 8; F2", NotSmart),
        Check.For("SCO-08", Severity.Error, "A statement without a customer-outcome metric", "row 8; F2, F7", NoOutcomeMetric),
        Check.For("SCO-15", Severity.Error, "An outcome without a statement of intent", "row 1; §2", NoStatement),
    ];

    private static IEnumerable<Found> WeaselWord(CheckScope scope) =>
        scope.Statements.Select(static one => (MapEntry)one.Statement).Concat(scope.Map.Metrics).SelectMany(WeaselsIn);

    private static IEnumerable<Found> WeaselsIn(MapEntry entry) =>
        from hit in WeaselWords.Find(entry.Name)
        select new Found(entry, $"\"{hit.Word}\" in {entry.Called()} sounds like a target and measures nothing.", hit.Question)
        {
            Severity = hit.Severity,
            Span = new NameSpan(hit.Offset, hit.Length),
        };

    private static IEnumerable<Found> NotSmart(CheckScope scope) =>
        from one in scope.Statements
        let smart = Smart.Of(one.Statement, one.Outcome, scope.Index)
        where smart.Score < 5
        select new Found(one.Statement, $"{one.Statement.Called()} scores {CheckText.Figure(smart.Score)} of 5 on SMART.", string.Join(' ', smart.Missing));

    private static IEnumerable<Found> NoOutcomeMetric(CheckScope scope) =>
        from one in scope.Statements
        where one.Statement.Metrics.All(id => scope.TierOf(id) != Tier.CustomerOutcome)
        select new Found(
            one.Statement,
            one.Statement.Metrics.Count == 0
                ? $"{one.Statement.Called()} has no metric."
                : $"No metric of {one.Statement.Called()} measures a result for the customer.",
            "What would the customer say they have when it holds? Measure that.");

    private static IEnumerable<Found> NoStatement(CheckScope scope) =>
        from outcome in scope.Outcomes
        where outcome.Statements.Count == 0
        select new Found(
            outcome,
            $"{outcome.Called()} has no statement of intent, so nothing says when it is reached.",
            "How would we know, by when, measured how? Write it under \"statements\".");
}
