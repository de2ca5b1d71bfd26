namespace OutsideIn.Method.Internals;

/// <summary>Moments of Truth: what they are and what is to become of them; remove or improve (S1, S2 step 4, rows 29 to 31; §6 point 9).</summary>
internal static class MomentChecks
{
    public static IReadOnlyList<Check> All { get; } =
    [
        Check.For("MOT-01", Severity.Error, "A Moment of Truth of no kind", "row 29", NoKind),
        Check.For("MOT-02", Severity.Error, "A Moment of Truth without a customer end", "row 29; §2", NoCustomerEnd),
        Check.For("MOT-03", Severity.Information, "A Moment of Truth nobody has decided about", "row 29", Undecided),
        Check.For("MOT-04", Severity.Error, "Kept, and it does not contribute", "row 30", KeptWithoutContribution),
        Check.For("MOT-05", Severity.Warning, "A Moment of Truth without a manager", "row 54; §2; P17", NoManager),
        Check.For("MOT-06", Severity.Warning, "A misery kept as it is", "rows 29 and 30", MiseryKept),
        Check.For("MOT-07", Severity.Warning, "Kept without a reason", "row 29", KeptWithoutReason),
        Check.For("MOT-08", Severity.Warning, "What does not contribute is improved", "row 30", ImprovedWithoutContribution),
        Check.For("MOT-09", Severity.Warning, "It contributes, to no statement", "row 30", ContributesToNothing),
        Check.ForContradiction("MOT-10", "Merged into itself", "row 31; §2", MergedIntoItself),
        Check.For("MOT-11", Severity.Warning, "Merged into one that goes", "row 31", MergedIntoRemoved),
        Check.For("MOT-12", Severity.Warning, "A merge that does not say with what", "row 31", MergedIntoNothing),
        Check.For("MOT-15", Severity.Information, "Nobody has judged whether it contributes", "row 30; PF9", NotJudged),
        Check.For("MOT-16", Severity.Warning, "A Moment of Truth whose state claims more than its evidence", "§2, state machines", ClaimsTooMuch),
        Check.For("MOT-21", Severity.Warning, "A Moment of Truth of no experience", "§2", NoExperience),
        Check.For("MOT-22", Severity.Warning, "Failure demand that is kept", "row 23; F12", FailureKept),
    ];

    private static IEnumerable<Found> NoKind(CheckScope scope) => Each(
        scope, static one => one.Kind is null, "is of none of the five kinds", "Person or system, to person, system or product? Say it behind \"kind\".");

    private static IEnumerable<Found> NoCustomerEnd(CheckScope scope)
    {
        foreach (var moment in scope.Map.Moments.Where(static one => one.From.IsSaid() && one.To.IsSaid()))
        {
            switch (scope.IsCustomer(moment.From), scope.IsCustomer(moment.To))
            {
                case (false, false):
                    yield return new Found(
                        moment,
                        $"Neither end of {moment.Called()} is the customer: it goes from {moment.From} to {moment.To}.",
                        $"Then it is an internal hand-off: move it to \"breakpoints\" under the same id ('outsidein map move MAP {moment.Id}' does it).");
                    break;
                case (true, true):
                    yield return new Found(
                        moment, $"Both ends of {moment.Called()} are the customer.", "Who of us, or which system or product, is the other end?");
                    break;
            }
        }
    }

    private static IEnumerable<Found> Undecided(CheckScope scope) =>
        Each(scope, static one => one.Disposition == Disposition.Undecided, "is not decided about", "Remove it, or improve it?");

    private static IEnumerable<Found> KeptWithoutContribution(CheckScope scope) => Each(
        scope,
        static one => one is { Contributes: false, Disposition: Disposition.Keep },
        "does not contribute to the outcome and is kept",
        "Remove it: the hand-offs and rules it causes go with it.");

    private static IEnumerable<Found> NoManager(CheckScope scope) => Each(
        scope, static one => one is { Manager: null, Disposition: not Disposition.Remove }, "has no manager", "Which one role answers for it? Name it behind \"manager\".");

    private static IEnumerable<Found> MiseryKept(CheckScope scope) => Each(
        scope,
        static one => one is { Feel: Feel.Misery, Disposition: Disposition.Keep },
        "is misery to the customer and stays as it is",
        "Who would tell others of it? Remove or improve it.");

    private static IEnumerable<Found> KeptWithoutReason(CheckScope scope) => Each(
        scope,
        static one => one.Disposition == Disposition.Keep && !one.Reason.IsSaid(),
        "is kept as it is, and no reason is written down",
        "Remove or improve; to keep it, say why behind \"because\".");

    private static IEnumerable<Found> ImprovedWithoutContribution(CheckScope scope) => Each(
        scope,
        static one => one is { Contributes: false, Disposition: Disposition.Improve, Improvement: not Improvement.Merge },
        "does not contribute to the outcome and is improved",
        "Why make it better, when it could be gone? Remove it.");

    private static IEnumerable<Found> ContributesToNothing(CheckScope scope) => Each(
        scope,
        static one => one.Contributes == true && one.ContributesTo.Count == 0,
        "is said to contribute, to no statement",
        "Which statement of intent does it help to bring about? Name it behind \"contributes to\".");

    private static IEnumerable<Found> MergedIntoItself(CheckScope scope) =>
        from ring in Rings.Of(scope.Map.Moments, static one => one.MergedInto)
        select new Found(
            ring[0],
            ring.Count == 1
                ? $"{ring[0].Called()} is merged into itself."
                : $"{CheckText.Series(ring.Select(static one => one.Called()))} are merged into each other in a ring.",
            "Which one of them stays? Take \"merged into\" out of that one.");

    private static IEnumerable<Found> MergedIntoRemoved(CheckScope scope) =>
        from moment in scope.Map.Moments
        let host = scope.Index.Find<MomentOfTruth>(moment.MergedInto)
        where host is { Disposition: Disposition.Remove } && host.Id != moment.Id
        select new Found(moment, $"{moment.Called()} is merged into {host.Called()}, which is to be removed.", "Which of the two stays?");

    private static IEnumerable<Found> MergedIntoNothing(CheckScope scope) => Each(
        scope,
        static one => one is { Improvement: Improvement.Merge, MergedInto: null },
        "is to be merged, and nothing says with what",
        "Into which Moment of Truth? Name it behind \"merged into\".");

    private static IEnumerable<Found> NotJudged(CheckScope scope) => Each(
        scope, static one => one.Contributes is null, "has not been judged", "Does it help to produce the outcome, yes or no?");

    private static IEnumerable<Found> ClaimsTooMuch(CheckScope scope)
    {
        var walked = scope.Map.Walkthroughs.SelectMany(static walk => walk.Frames).Select(static frame => frame.At).OfType<string>()
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
        return
            from moment in scope.Map.Moments
            let missing = MissingFor(moment, walked).ToList()
            where missing.Count > 0
            select new Found(
                moment,
                $"{moment.Called()} is said to be {moment.State.InWords()}, but {CheckText.Series(missing)}.",
                "Supply it, or set the state back to what the map can show.");
    }

    private static IEnumerable<string> MissingFor(MomentOfTruth moment, HashSet<string> walked)
    {
        if (moment.State >= MomentState.Typed && moment.Kind is null)
        {
            yield return "its kind is not known";
        }

        if (moment.State >= MomentState.Judged && (moment.Contributes is null || moment.Feel is null))
        {
            yield return "whether it contributes and how it feels is not known";
        }

        if (moment.State >= MomentState.Disposed && moment.Disposition == Disposition.Undecided)
        {
            yield return "what is to become of it is not decided";
        }

        if (moment.State >= MomentState.Verified && !walked.Contains(moment.Id))
        {
            yield return "no walk-through has been through it";
        }
    }

    private static IEnumerable<Found> NoExperience(CheckScope scope) => scope.Map.Experiences.Count == 0
        ? []
        : Each(scope, static one => one.Experience is null, "is part of no experience", "What is the customer going through when it happens? Name it behind \"experience\".");

    private static IEnumerable<Found> FailureKept(CheckScope scope) => Each(
        scope,
        static one => one is { Demand: not (DemandKind.Unmarked or DemandKind.Value), Disposition: Disposition.Keep },
        "arises only because something failed, and is kept",
        "What failed before it? Put that right, and remove this.");

    private static IEnumerable<Found> Each(CheckScope scope, Func<MomentOfTruth, bool> isWrong, string reason, string fix) =>
        scope.Map.Moments.Where(isWrong).Select(one => new Found(one, $"{one.Called()} {reason}.", fix));
}
