namespace OutsideIn.Method.Internals;

/// <summary>The work, traced forward to outcomes and backward to Moments of Truth (S3, S4, rows 12, 15, 32, 38, 50; formulas F6 and F9; axioms 3 and 4).</summary>
internal static class LandscapeChecks
{
    public static IReadOnlyList<Check> All { get; } =
    [
        new(
            new FindingKind("WRK-01", Severity.Error, "A task that serves no outcome", "rows 12 and 38; F6; axiom 4") { Otherwise = Severity.Information },
            TaskWithoutOutcome),
        Check.For("WRK-02", Severity.Warning, "A task without a cause", "row 32; F6; axiom 3", TaskWithoutCause),
        Check.For("WRK-03", Severity.Error, "A statement without work", "row 50; F6", StatementWithoutWork),
        Check.For("WRK-06", Severity.Warning, "Work whose causes lead to no Moment of Truth", "row 32; axiom 3", UncausedWork),
        Check.ForContradiction("WRK-07", "Causes in a circle", "row 32; F17; §2", Circle),
        Check.ForContradiction("WRK-08", "A link that does not lead up", "row 15; §2", NotUp),
        Check.ForContradiction("WRK-09", "Shares of more than the whole", "F9; §2", SharesOverOne),
        Check.For("WRK-10", Severity.Warning, "Work or results that stop below the outcome", "rows 12 and 15; F6, F9", Stops),
        Check.For("WRK-11", Severity.Warning, "Work done for a superior or a department", "row 56; d9", InternalWhy),
        Check.For("WRK-15", Severity.Warning, "A system that serves no customer", "row 60; P27", IdleSystem),
        Check.For("WRK-22", Severity.Warning, "A partner who completes nothing", "row 50", IdlePartner),
        Check.For("WRK-24", Severity.Warning, "A link that passes over a tier", "row 15; §2", Skips),
        Check.For("WRK-25", Severity.Warning, "The same link twice", "F9; §2", Twice),
    ];

    private static IEnumerable<Found> TaskWithoutOutcome(CheckScope scope) =>
        from task in scope.Map.Tasks
        where !scope.Landscape.ReachesOutcome(task.Id)
        let tier = scope.Landscape.DiesAt(task.Id)?.InWords() ?? "task"
        select task.Citation.IsSaid()
            ? new Found(task, $"{task.Called()} serves no outcome; {task.Citation} demands it.", "Do the least that satisfies it.") { Severity = Severity.Information }
            : new Found(task, $"{task.Called()} serves no outcome of a customer: its path stops at the {tier}.", "Which outcome does it lead to? If none: stop it. That needs nobody's sign-off.");

    private static IEnumerable<Found> TaskWithoutCause(CheckScope scope) =>
        from id in scope.Causes.Uncaused
        let task = scope.Index.Find<WorkTask>(id)
        where task is not null
        select new Found(task, $"No Moment of Truth causes {task.Called()}.", "Which contact with a customer makes it necessary? If none does, why is it done?");

    private static IEnumerable<Found> StatementWithoutWork(CheckScope scope)
    {
        var standing = scope.Outcomes.SelectMany(static one => one.Statements).Select(static one => one.Id).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return
            from id in scope.Landscape.StatementsWithoutWork
            where standing.Contains(id)
            let statement = scope.Index.Find<StatementOfIntent>(id)
            where statement is not null
            select new Found(
                statement,
                $"Nothing anybody does leads to {statement.Called()}: it is a promise without work.",
                "Which work brings it about? If none of ours does, which partner would complete it?");
    }

    private static IEnumerable<Found> UncausedWork(CheckScope scope) =>
        from id in scope.Causes.Uncaused
        let entry = scope.Index.Find(id)
        where entry is Activity or Breakpoint { CausedBy.Count: > 0 } or BusinessRule { CausedBy.Count: > 0 }
        select new Found(entry, $"No chain of causes leads from a Moment of Truth to {entry.Called()}.", "Which contact with a customer makes it necessary in the end? If none does, it is work without a cause.");

    private static IEnumerable<Found> Circle(CheckScope scope) =>
        from circle in scope.Causes.Cycles
        let names = circle.Select(id => scope.Index.Find(id)?.Called() ?? id)
        select new Found(
            scope.Index.Find(circle[0]),
            circle.Count == 1 ? $"{names.First()} causes itself." : $"{CheckText.Series(names)} cause each other in a circle.",
            "Which of them was first? Take the link out that leads back to it.");

    private static IEnumerable<Found> NotUp(CheckScope scope) => Bad(
        scope,
        [BadLinkKind.Down, BadLinkKind.Sideways],
        static link => $"leads from {Tier(link.FromTier)} {(link.Kind == BadLinkKind.Down ? "down to" : "to another")} {Tier(link.ToTier)}",
        "What does it help to bring about, on a higher tier?");

    private static IEnumerable<Found> SharesOverOne(CheckScope scope) => Bad(
        scope,
        [BadLinkKind.SharesOverOne],
        static link => $"gives away {CheckText.Percent(link.ShareSum ?? 0)} of itself",
        "Bring the shares of its links down to 100% together.");

    private static IEnumerable<Found> Stops(CheckScope scope) =>
        from entry in scope.Map.Activities.Cast<MapEntry>().Concat(scope.Map.BusinessOutcomes)
        where !scope.Landscape.ReachesOutcome(entry.Id)
        let tier = scope.Landscape.DiesAt(entry.Id)?.InWords() ?? "activity"
        select new Found(entry, $"{entry.Called()} leads to no outcome of a customer: its path stops at the {tier}.", "Which statement of intent does it lead to in the end? Name the next step behind \"contributes to\".");

    private static IEnumerable<Found> InternalWhy(CheckScope scope) =>
        from task in scope.Map.Tasks
        where task.WhyIsInternal == true
        let why = task.Why.IsSaid() ? $": \"{task.Why}\"" : ""
        select new Found(task, $"{task.Called()} is done for a superior or a department{why}.", "Which customer would miss it? If none, stop it.");

    private static IEnumerable<Found> IdleSystem(CheckScope scope)
    {
        var used = scope.Map.Moments.Where(static one => one.Disposition != Disposition.Remove).SelectMany(static one => one.Systems)
            .Concat(scope.Map.Needs.SelectMany(static one => one.Systems))
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
        return
            from system in scope.Map.Systems
            where !used.Contains(system.Id)
            select new Found(
                system,
                $"{system.Called()} makes no Moment of Truth that stays possible, and underpins no need.",
                "What can a customer do because of it? If nothing, it is a candidate to scrap.");
    }

    private static IEnumerable<Found> IdlePartner(CheckScope scope) =>
        from partner in scope.Map.Partners
        where !scope.Landscape.ReachesOutcome(partner.Id)
        select new Found(partner, $"{partner.Called()} completes no outcome of a customer.", "What does the customer have because of them? Name it behind \"contributes to\".");

    private static IEnumerable<Found> Skips(CheckScope scope) => Bad(
        scope,
        [BadLinkKind.Skips],
        static link => $"leads from {Tier(link.FromTier)} straight to {Tier(link.ToTier)}",
        "What is in between? Only the business outcome may be passed over.");

    private static IEnumerable<Found> Twice(CheckScope scope) =>
        Bad(scope, [BadLinkKind.Twice], static link => $"leads to {link.To} twice", "Make the two links one.");

    private static IEnumerable<Found> Bad(CheckScope scope, BadLinkKind[] kinds, Func<BadLink, string> reason, string fix) =>
        from link in scope.Landscape.BadLinks
        where kinds.Contains(link.Kind)
        let entry = scope.Index.Find(link.From)
        where entry is not null
        let to = scope.Index.Find(link.To) is { } target && link.Kind != BadLinkKind.Twice ? $" ({target.Called()})" : ""
        select new Found(entry, $"{entry.Called()} {reason(link)}{to}.", fix);

    private static string Tier(Tier? tier) => tier switch
    {
        null => "nothing of the landscape",
        Method.Tier.Activity or Method.Tier.Output => $"an {tier.Value.InWords()}",
        _ => $"a {tier.Value.InWords()}",
    };
}
