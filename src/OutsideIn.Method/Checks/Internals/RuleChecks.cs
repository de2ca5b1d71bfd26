namespace OutsideIn.Method.Internals;

/// <summary>Business rules: identify, make explicit, challenge (S2 step 6, rows 7 and 35; §6 point 9).</summary>
internal static class RuleChecks
{
    public static IReadOnlyList<Check> All { get; } =
    [
        Check.For("BRL-01", Severity.Warning, "A rule without an origin", "rows 7 and 35", NoOrigin),
        Check.For("BRL-02", Severity.Error, "The reason for a rule is gone, and the rule is not", "row 35", OriginGone),
        Check.For("BRL-03", Severity.Error, "A regulatory rule without a citation", "row 35; §2", NoCitation),
        Check.For("BRL-04", Severity.Warning, "A review that is overdue", "rows 7 and 35", Overdue),
        Check.For("BRL-05", Severity.Warning, "Kept without an owner or a review", "rows 7 and 35", KeptUnowned),
        Check.For("BRL-06", Severity.Error, "A rule without a cause", "row 32; §2", NoCause),
        Check.For("BRL-07", Severity.Information, "A rule that has not been made explicit", "row 35", NotExplicit),
        Check.For("BRL-08", Severity.Warning, "A rule whose state claims more than its evidence", "§2, state machines", ClaimsTooMuch),
        Check.For("BRL-09", Severity.Information, "A rule of no type", "row 35; P1", NoType),
        Check.For("BRL-10", Severity.Information, "Nobody asked whether the reason still holds", "row 35; S2 step 6", NotAsked),
        Check.For("BRL-11", Severity.Information, "A rule nobody owns", "row 7", NoOwner),
    ];

    private static IEnumerable<Found> NoOrigin(CheckScope scope) => Each(
        scope,
        static one => !one.OriginReason.IsSaid() && one.OriginYear is null && !one.Citation.IsSaid(),
        "has no origin",
        "What was it made to prevent, and when? Where nobody knows, what would happen without it?");

    private static IEnumerable<Found> OriginGone(CheckScope scope) =>
        from rule in Live(scope)
        where rule is { OriginStillTrue: false, Verdict: RuleVerdict.Undecided or RuleVerdict.Keep }
        let reason = rule.OriginReason.IsSaid() ? $" ({rule.OriginReason})" : ""
        select new Found(rule, $"What {rule.Called()} was made for is no longer so{reason}, and it still applies.", "Retire it.");

    private static IEnumerable<Found> NoCitation(CheckScope scope) => Each(
        scope,
        static one => one.Type == RuleType.Regulatory && !one.Citation.IsSaid(),
        "is said to be regulatory, and cites nothing",
        "Which law, paragraph or contract demands it? Without one it is a rule of our own.");

    private static IEnumerable<Found> Overdue(CheckScope scope) =>
        from rule in Live(scope)
        where rule.ReviewDate < scope.Today
        select new Found(rule, $"{rule.Called()} was to be reviewed by {CheckText.Day(rule.ReviewDate!.Value)}.", "Is it still needed? Challenge it, and set the next day.");

    private static IEnumerable<Found> KeptUnowned(CheckScope scope) =>
        from rule in Live(scope)
        where rule.Verdict == RuleVerdict.Keep && (rule.Owner is null || rule.ReviewDate is null)
        let missing = (rule.Owner, rule.ReviewDate) switch
        {
            (null, null) => "neither an owner nor a day of review",
            (null, _) => "no owner",
            _ => "no day of review",
        }
        select new Found(rule, $"{rule.Called()} is kept with {missing}.", "Who owns it, and by when is it challenged again?");

    private static IEnumerable<Found> NoCause(CheckScope scope) =>
        Each(scope, static one => one.CausedBy.Count == 0, "has no cause", "At which Moment of Truth or breakpoint is it asked? Name it behind \"caused by\".");

    private static IEnumerable<Found> NotExplicit(CheckScope scope) =>
        Each(scope, static one => !one.Statement.IsSaid(), "has a name, and nowhere says what it decides", "When what, then what? Write it behind \"statement\".");

    private static IEnumerable<Found> ClaimsTooMuch(CheckScope scope) =>
        from rule in scope.Map.Rules
        let missing = rule switch
        {
            { State: >= RuleState.Explicit } when !rule.Statement.IsSaid() => "it is nowhere written in words",
            { State: RuleState.Challenged, Verdict: RuleVerdict.Undecided } => "there is no verdict",
            _ => null,
        }
        where missing is not null
        select new Found(rule, $"{rule.Called()} is said to be {rule.State.InWords()}, but {missing}.", "Supply it, or set the state back to what the map can show.");

    private static IEnumerable<Found> NoType(CheckScope scope) =>
        Each(scope, static one => one.Type is null, "is of none of the three types", "Strategic, regulatory or operational? Say it behind \"type\".");

    private static IEnumerable<Found> NotAsked(CheckScope scope) => Each(
        scope,
        static one => one.OriginStillTrue is null && one.OriginReason.IsSaid(),
        "has a reason, and nobody asked whether it still holds",
        "Is it still so? Say yes or no behind \"origin still true\".");

    // A rule that is kept without an owner is BRL-05.
    private static IEnumerable<Found> NoOwner(CheckScope scope) => Each(
        scope, static one => one is { Owner: null, Verdict: not RuleVerdict.Keep }, "has no owner", "Who could end it today? Name the role behind \"owner\".");

    private static IEnumerable<Found> Each(CheckScope scope, Func<BusinessRule, bool> isWrong, string reason, string fix) =>
        Live(scope).Where(isWrong).Select(one => new Found(one, $"{one.Called()} {reason}.", fix));

    /// <summary>Rules that still apply: a retired one is asked nothing more.</summary>
    private static IEnumerable<BusinessRule> Live(CheckScope scope) => scope.Map.Rules.Where(static one => one.Verdict != RuleVerdict.Retire);
}
