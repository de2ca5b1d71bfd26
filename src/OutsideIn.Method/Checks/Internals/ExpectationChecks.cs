namespace OutsideIn.Method.Internals;

/// <summary>Question 2, what customers expect now and where that comes from (S0, rows 5, 11 and 49; §6 point 7).</summary>
internal static class ExpectationChecks
{
    // D: expectations are compared with what other industries do, and a year is long for that.
    private const int OldAfterDays = 365;

    public static IReadOnlyList<Check> All { get; } =
    [
        Check.For("SCO-21", Severity.Warning, "An expectation of unknown origin", "row 5", UnknownOrigin),
        Check.For("SCO-22", Severity.Information, "An old expectation", "rows 5 and 64", Old),
        Check.For("SCO-23", Severity.Warning, "Expectations nobody heard from a customer", "row 5", NoneFromCustomers),
        Check.For("SCO-24", Severity.Information, "Expectations that were news to us", "row 5; §6 point 7", Surprises),
        Check.For("SCO-25", Severity.Warning, "Less is delivered than is expected", "row 49", Below),
    ];

    private static IEnumerable<Found> UnknownOrigin(CheckScope scope) =>
        from expectation in Standing(scope)
        where expectation.Origin == ExpectationOrigin.Unknown
        select new Found(
            expectation, $"Nobody knows where {expectation.Called()} comes from.", "Did we set it on purpose, by accident, or did the market or another industry?");

    private static IEnumerable<Found> Old(CheckScope scope) =>
        from expectation in Standing(scope)
        where expectation.SetOn is { } day && scope.Today.DayNumber - day.DayNumber > OldAfterDays
        select new Found(
            expectation,
            $"{expectation.Called()} was last heard on {CheckText.Day(expectation.SetOn!.Value)}, more than a year ago.",
            "Do customers still expect it, and no more? Ask again.");

    private static IEnumerable<Found> NoneFromCustomers(CheckScope scope) =>
        from outcome in scope.Outcomes
        where outcome.Expectations.Count > 0 && outcome.Expectations.All(static one => one.Respondent != Respondent.Customer)
        select new Found(
            outcome, $"None of the expectations of {outcome.Called()} comes from a customer.", "What does the customer say they expect? Ask, and write down who said it behind \"by\".");

    private static IEnumerable<Found> Surprises(CheckScope scope)
    {
        foreach (var outcome in scope.Outcomes)
        {
            var known = outcome.Expectations.Where(static one => one.ReplacedBy is null).Select(static one => one.KnownBefore)
                .Concat(outcome.Answers.Where(static one => one is { Question: 2, Respondent: Respondent.Customer }).Select(static one => one.KnownBefore))
                .OfType<bool>()
                .ToList();
            var news = known.Count(static one => !one);
            if (news > 0)
            {
                yield return new Found(
                    outcome,
                    $"{CheckText.Figure(news)} of {CheckText.Figure(known.Count)} things customers expect of {outcome.Called()} were news to us ({CheckText.Percent((double)news / known.Count)}).",
                    "What did we do, or not do, without knowing it? Put it under question 4.");
            }
        }
    }

    private static IEnumerable<Found> Below(CheckScope scope) =>
        from expectation in Standing(scope)
        where expectation.Delivered == Delivered.Below
        select new Found(expectation, $"Less is delivered than {expectation.Called()} expects.", "Deliver it, or set another expectation on purpose.");

    private static IEnumerable<Expectation> Standing(CheckScope scope) =>
        scope.Outcomes.SelectMany(static one => one.Expectations).Where(static one => one.ReplacedBy is null);
}
