namespace OutsideIn.Method.Internals;

/// <summary>Roles, executives and communications (S2 #1 and #9, S3 challenge 5, rows 55, 56, 59 and 62).</summary>
internal static class PeopleChecks
{
    // D: a quarter without a customer is long for somebody who decides about them.
    private const int ContactOldAfterDays = 90;

    public static IReadOnlyList<Check> All { get; } =
    [
        Check.For("WRK-12", Severity.Warning, "An executive far from customers", "row 56", FarExecutive),
        Check.For("WRK-13", Severity.Warning, "A role without a purpose", "row 55; P52", NoPurpose),
        Check.For("WRK-14", Severity.Warning, "A purpose that serves no outcome", "row 55", PurposeWithoutOutcome),
        Check.For("WRK-16", Severity.Warning, "A message judged by how many were sent", "row 62", OnlySent),
        Check.For("WRK-17", Severity.Warning, "A message that says no outcome", "row 62", SaysNoOutcome),
        Check.For("WRK-18", Severity.Information, "Somebody who has not said what they contribute", "row 59; P27; §6 point 24", NoContribution),
        Check.ForContradiction("WRK-23", "More understood than were asked", "row 62", MoreThanAsked),
    ];

    private static IEnumerable<Found> FarExecutive(CheckScope scope) =>
        from person in scope.Map.People
        where person.IsExecutive && (person.LastCustomerContact is not { } day || scope.Today.DayNumber - day.DayNumber > ContactOldAfterDays)
        select new Found(
            person,
            person.LastCustomerContact is { } last
                ? $"{person.Called()} last spoke with a customer on {CheckText.Day(last)}."
                : $"Nobody knows when {person.Called()} last spoke with a customer.",
            "When do they next sit beside one?");

    private static IEnumerable<Found> NoPurpose(CheckScope scope) =>
        from role in scope.Map.Roles
        where !role.Purpose.IsSaid()
        select new Found(role, $"{role.Called()} has no purpose.", "What is the role for? Say it behind \"purpose\".");

    private static IEnumerable<Found> PurposeWithoutOutcome(CheckScope scope) =>
        from role in scope.Map.Roles
        where role.Purpose.IsSaid() && role.Outcomes.Count == 0
        select new Found(role, $"The purpose of {role.Called()} serves no outcome.", "Which outcome does it serve? Name it behind \"outcomes\".");

    private static IEnumerable<Found> OnlySent(CheckScope scope) =>
        from message in scope.Map.Communications
        where message is { Sent: > 0, Asked: 0 }
        select new Found(
            message, $"{message.Called()} was sent to {CheckText.Figure(message.Sent)}, and nobody was asked whether they understood.", "Ask some what it says, and count who can tell.");

    private static IEnumerable<Found> SaysNoOutcome(CheckScope scope) =>
        from message in scope.Map.Communications
        where message.Outcomes.Count == 0
        select new Found(message, $"{message.Called()} says no outcome.", "Which outcome is it about? Name it behind \"outcomes\", and say it in the message.");

    private static IEnumerable<Found> NoContribution(CheckScope scope) =>
        from person in scope.Map.People
        where !person.Contribution.IsSaid()
        select new Found(person, $"{person.Called()} has not said what they contribute to the outcome.", "Ask: what does your day do for the customer? Write it behind \"contribution\".");

    private static IEnumerable<Found> MoreThanAsked(CheckScope scope) =>
        from message in scope.Map.Communications
        where message.Understood > message.Asked
        select new Found(
            message, $"{CheckText.Figure(message.Understood)} are said to have understood {message.Called()}, of {CheckText.Figure(message.Asked)} asked.", "Correct one of the two figures.");
}
