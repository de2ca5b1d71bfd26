namespace OutsideIn.Method.Internals;

/// <summary>What actions do and to what: causes, not effects; different verbs per object (S2 steps 8 and 9, rows 32, 44 and 45; PF7; §6 points 9 and 13).</summary>
internal static class ActionChecks
{
    // F18 and PF7: days, weeks, months, never years.
    private const double LongAfterDays = 90;

    private const double DaysMax = 365;

    public static IReadOnlyList<Check> All { get; } =
    [
        Check.For("ACT-01", Severity.Error, "An action without a target or an outcome", "row 44", NoTarget),
        Check.For("ACT-02", Severity.Error, "An action that adds a check", "row 44", AddsCheck),
        Check.For("ACT-03", Severity.Error, "A stop that waits for approval", "row 45; axiom 9; §6 point 13", StopWithApproval),
        new(
            new FindingKind("ACT-04", Severity.Warning, "An action longer than 90 days", "PF7; F18") { Otherwise = Severity.Error },
            TooLong),
        Check.For("ACT-07", Severity.Warning, "An action on an effect", "rows 32 and 44; axiom 6", OnAnEffect),
        Check.For("ACT-08", Severity.Warning, "An action that treats a symptom", "row 44", Symptom),
        Check.For("ACT-10", Severity.Warning, "An initiative older than its outcome", "row 26", OlderThanOutcome),
        Check.For("ACT-12", Severity.Warning, "A verb that does not fit its object", "§6 point 9; rows 33 and 35", WrongVerb),
        Check.For("ACT-13", Severity.Warning, "An action against the verdict", "rows 29 and 44", AgainstTheVerdict),
    ];

    private static IEnumerable<Found> NoTarget(CheckScope scope) =>
        from action in scope.Map.Actions
        where action.Targets.Count == 0 || action.Outcomes.Count == 0
        let missing = (action.Targets.Count, action.Outcomes.Count) switch
        {
            (0, 0) => "acts on nothing and serves no outcome",
            (0, _) => "acts on nothing",
            _ => "serves no outcome",
        }
        select new Found(action, $"{action.Called()} {missing}.", "Which Moment of Truth, breakpoint or rule does it act on, for which outcome? Name them behind \"targets\" and \"outcomes\".");

    private static IEnumerable<Found> AddsCheck(CheckScope scope) =>
        from action in scope.Map.Actions
        where !action.OverrideReason.IsSaid()
        let word = ActionWords.AddedCheckIn(action.Name)
        where word is not null
        select new Found(
            action,
            $"{action.Called()} adds to the work: \"{word}\".",
            "Which cause would make it unnecessary? To add it all the same, say why behind \"override reason\".");

    private static IEnumerable<Found> StopWithApproval(CheckScope scope) =>
        from action in scope.Map.Actions
        where action is { Kind: ActionKind.Stop, Approvals.Count: > 0 }
        select new Found(action, $"{action.Called()} stops work and waits for {CheckText.Series(action.Approvals)}.", "Stop it now. Stopping needs nobody's sign-off: take \"approvals\" out.");

    private static IEnumerable<Found> TooLong(CheckScope scope) =>
        from action in scope.Map.Actions
        where action.DurationDays > LongAfterDays
        let days = CheckText.Figure(action.DurationDays!.Value)
        select action.DurationDays > DaysMax
            ? new Found(action, $"{action.Called()} takes {days} days: days, weeks, months, never years.", "Which part of it can be done within a year? Plan that.") { Severity = Severity.Error }
            : new Found(action, $"{action.Called()} takes {days} days; most take 90 or fewer.", "Which part of it can be done within 90 days?");

    private static IEnumerable<Found> OnAnEffect(CheckScope scope) =>
        from action in scope.Map.Actions
        where action.Targets.Count > 0 && action.Targets.Select(scope.Index.Find).OfType<MapEntry>().All(target => IsEffect(target, action.Kind))
        select new Found(action, $"{action.Called()} acts on effects alone.", "What causes them? Act on the Moment of Truth, the breakpoint or the rule.");

    private static bool IsEffect(MapEntry target, ActionKind kind) =>
        target is Activity or Metric || (target is WorkTask && kind is not (ActionKind.Stop or ActionKind.Remove));

    private static IEnumerable<Found> Symptom(CheckScope scope) =>
        from action in scope.Map.Actions
        where !action.OverrideReason.IsSaid()
        let word = ActionWords.SymptomIn(action.Name)
        where word is not null
        select new Found(action, $"\"{word}\" in {action.Called()} treats a symptom.", "Why is it slow, forgotten or done wrong? Act on that.");

    private static IEnumerable<Found> OlderThanOutcome(CheckScope scope) =>
        from action in scope.Map.Actions
        where action.Created is not null
        let outcome = action.Outcomes.Select(scope.Index.Find<SuccessfulOutcome>).FirstOrDefault(one => one?.Created > action.Created)
        where outcome is not null
        select new Found(
            action,
            $"{action.Called()} was begun on {CheckText.Day(action.Created!.Value)}, before its outcome {outcome.Called()} was written down on {CheckText.Day(outcome.Created!.Value)}.",
            "Would we begin it today, working back from the outcome?");

    private static IEnumerable<Found> WrongVerb(CheckScope scope) =>
        from action in scope.Map.Actions
        from id in action.Targets
        let target = scope.Index.Find(id)
        let advice = (target, action.Kind) switch
        {
            (Breakpoint, ActionKind.Improve or ActionKind.Innovate) => "A breakpoint is removed; there is no improving one.",
            (BusinessRule, ActionKind.Automate) => "Challenge the rule first: retire it, rewrite it or keep it. Automated, it is forgotten for good.",
            _ => null,
        }
        where advice is not null
        select new Found(action, $"{action.Called()} is to {action.Kind.InWords()} {target!.Called()}, a {(target is Breakpoint ? "breakpoint" : "business rule")}.", advice);

    private static IEnumerable<Found> AgainstTheVerdict(CheckScope scope) =>
        from action in scope.Map.Actions
        from id in action.Targets
        let target = scope.Index.Find(id)
        let verdict = (target, action.Kind) switch
        {
            (MomentOfTruth { Disposition: Disposition.Remove }, ActionKind.Improve or ActionKind.Automate or ActionKind.Innovate) => "to be removed",
            (MomentOfTruth { Disposition: Disposition.Keep }, not ActionKind.Innovate) => "kept as it is",
            (BusinessRule { Verdict: RuleVerdict.Keep }, ActionKind.Stop or ActionKind.Remove) => "kept",
            (BusinessRule { Verdict: RuleVerdict.Retire }, ActionKind.Improve or ActionKind.Innovate) => "to be retired",
            _ => null,
        }
        where verdict is not null
        select new Found(action, $"{action.Called()} is to {action.Kind.InWords()} {target!.Called()}, which is {verdict}.", "Which of the two holds? Change the other.");
}
