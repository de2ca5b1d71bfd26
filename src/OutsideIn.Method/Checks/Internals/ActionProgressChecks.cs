namespace OutsideIn.Method.Internals;

/// <summary>How actions get done: expectations reset, triple crown, sign-off (S2 steps 8 to 10, rows 11 and 45 to 47; formula F16; §6 points 12 and 13).</summary>
internal static class ActionProgressChecks
{
    // F16: fewer baseline readings have no spread to be beyond.
    private const int EnoughReadings = 3;

    // D: half the effort; the source's own figure is shown as its claim.
    private const double MuchSignOff = 0.5;

    private const int OldIdeaAfterDays = 90;

    public static IReadOnlyList<Check> All { get; } =
    [
        Check.For("ACT-05", Severity.Warning, "Done, and no new expectation set", "row 11; §6 point 12", NoNewExpectation),
        Check.For("ACT-06", Severity.Information, "A crown that cannot be proved", "row 47; F16", NotProvable),
        Check.For("ACT-09", Severity.Warning, "An action whose state claims more than its evidence", "§2, state machines", ClaimsTooMuch),
        Check.For("ACT-11", Severity.Information, "More sign-off than doing", "row 45; PF6", MoreSignOffThanDoing),
        Check.For("ACT-14", Severity.Information, "An idea that is getting old", "rows 45 and 64", OldIdea),
    ];

    private static IEnumerable<Found> NoNewExpectation(CheckScope scope) =>
        from action in scope.Map.Actions
        where action is { State: >= ActionState.Done, NewExpectation: null } && !action.OverrideReason.IsSaid()
        select new Found(
            action,
            $"{action.Called()} is done, and sets no new expectation.",
            "What may customers expect from now on? Write it down and name it behind \"new expectation\"; or say behind \"override reason\" why nothing changes for them.");

    private static IEnumerable<Found> NotProvable(CheckScope scope) =>
        from action in scope.Map.Actions
        where action.Crown is not null
        let unproved = Unproved(action.Crown!).ToList()
        where unproved.Count > 0
        select new Found(
            action,
            $"The triple crown of {action.Called()} cannot be proved: {CheckText.Series(unproved)} {(unproved.Count == 1 ? "has" : "have")} fewer than three readings from before.",
            "Read cost, revenue and service at least three times before the change, in the same window.");

    private static IEnumerable<string> Unproved(TripleCrown crown) =>
        new[] { ("cost", crown.Cost), ("revenue", crown.Revenue), ("service", crown.Service) }
            .Where(static one => one.Item2 is null || one.Item2.Before.Count < EnoughReadings)
            .Select(static one => one.Item1);

    private static IEnumerable<Found> ClaimsTooMuch(CheckScope scope) =>
        from action in scope.Map.Actions
        let missing = action switch
        {
            { State: >= ActionState.Done, DoneOn: null } => "the day on which it was done is not known",
            { State: >= ActionState.ExpectationReset, NewExpectation: null } when !action.OverrideReason.IsSaid() => "no new expectation is named",
            { State: ActionState.Verified, Crown: null } => "no triple crown has been read",
            _ => null,
        }
        where missing is not null
        select new Found(action, $"{action.Called()} is said to be {action.State.InWords()}, but {missing}.", "Supply it, or set the state back to what the map can show.");

    private static IEnumerable<Found> MoreSignOffThanDoing(CheckScope scope) =>
        from action in scope.Map.Actions
        where action.Effort is not null
        let effort = action.Effort!
        let waste = effort.Talk + effort.BuyIn + effort.SignOff
        let all = waste + effort.Do
        where all > 0 && waste / all > MuchSignOff
        select new Found(
            action,
            $"{CheckText.Percent(waste / all)} of the effort for {action.Called()} is talk, buy-in and sign-off; BP Group claims more than 80% in inside-out firms.",
            "Which of it can be left out, and the thing simply done?");

    private static IEnumerable<Found> OldIdea(CheckScope scope) =>
        from action in scope.Map.Actions
        where action.State == ActionState.Idea && action.Created is { } day && scope.Today.DayNumber - day.DayNumber > OldIdeaAfterDays
        select new Found(action, $"{action.Called()} has been an idea since {CheckText.Day(action.Created!.Value)}.", "Begin it now, where you are, or drop it.");
}
