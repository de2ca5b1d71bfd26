namespace OutsideIn.Method.Internals;

/// <summary>Breakpoints: once found, removed (S1, S2 step 5, rows 33 and 34; formula F4; §6 points 9, 10 and 14).</summary>
internal static class BreakpointChecks
{
    // PF3 as claimed by its source; only ever a hint.
    private const double ExpectedPerMoment = 3;

    private static readonly string[] MessageWords = ["mail", "call", "phone", "chat", "message"];

    public static IReadOnlyList<Check> All { get; } =
    [
        Check.For("BPT-01", Severity.Error, "A breakpoint without a cause", "rows 32 and 33; §2", NoCause),
        Check.For("BPT-02", Severity.Error, "A breakpoint with a customer end", "row 33; §2; P10", CustomerEnd),
        Check.For("BPT-03", Severity.Information, "A name that does not say what is handed on and why", "row 33; P8", Name),
        Check.For("BPT-04", Severity.Warning, "A check of a check", "row 7; §6 point 14", CheckOfCheck),
        Check.For("BPT-05", Severity.Information, "Fewer than three breakpoints to a Moment of Truth", "row 33; F4; PF3", FewToAMoment),
        Check.For("BPT-06", Severity.Information, "A breakpoint of no kind", "row 33", NoKind),
        Check.ForContradiction("BPT-07", "Checks that check each other", "row 7; §2", ChecksInARing),
        Check.For("BPT-08", Severity.Warning, "A breakpoint from somebody to the same", "row 33", SameEnds),
        Check.For("BPT-09", Severity.Information, "Emails and calls are counted, and none is a breakpoint", "row 34; §6 point 10", CountedNotListed),
    ];

    private static IEnumerable<Found> NoCause(CheckScope scope) =>
        from one in scope.Map.Breakpoints
        where one.CausedBy.Count == 0
        select new Found(one, $"{one.Called()} has no cause.", "Which Moment of Truth makes it necessary? Name it behind \"caused by\".");

    private static IEnumerable<Found> CustomerEnd(CheckScope scope) =>
        from one in scope.Map.Breakpoints
        where scope.IsCustomer(one.From) || scope.IsCustomer(one.To)
        select new Found(
            one,
            $"The customer is an end of {one.Called()}.",
            $"Then it is a Moment of Truth: move it to \"moments of truth\" under the same id ('outsidein map move MAP {one.Id}' does it).");

    private static IEnumerable<Found> Name(CheckScope scope) =>
        from one in scope.Map.Breakpoints
        where !BreakpointName.SaysWhat(one.Name)
        select new Found(one, $"{one.Called()} does not say what is done to what, to get what.", "Name it \"do something, to something, to get something\": \"Forward the file to the assessor to get an estimate\".");

    private static IEnumerable<Found> CheckOfCheck(CheckScope scope) =>
        from one in scope.Map.Breakpoints
        let checkedOne = scope.Index.Find<Breakpoint>(one.ChecksOf)
        where checkedOne is not null && checkedOne.Id != one.Id
        select new Found(one, $"{one.Called()} checks {checkedOne.Called()}, which is a check itself.", "Who would notice if nobody checked the checkers?");

    private static IEnumerable<Found> FewToAMoment(CheckScope scope)
    {
        var moments = scope.Map.Moments.Count(static one => one.When != WorkState.ToBe);
        var breakpoints = scope.Map.Breakpoints.Count(static one => one.When != WorkState.ToBe);
        if (moments > 0 && breakpoints < ExpectedPerMoment * moments)
        {
            yield return new Found(
                null,
                $"{CheckText.Figure((double)breakpoints / moments)} breakpoints have been found to a Moment of Truth; BP Group claims 3 to 4 (P11).",
                "Are there more than have been found? Every internal email and call is one.");
        }
    }

    private static IEnumerable<Found> NoKind(CheckScope scope) =>
        from one in scope.Map.Breakpoints
        where one.Kind is null
        select new Found(one, $"{one.Called()} is of none of the four kinds.", "From person or system, to person or system? Say it behind \"kind\".");

    private static IEnumerable<Found> ChecksInARing(CheckScope scope) =>
        from ring in Rings.Of(scope.Map.Breakpoints, static one => one.ChecksOf)
        select new Found(
            ring[0],
            ring.Count == 1 ? $"{ring[0].Called()} checks itself." : $"{CheckText.Series(ring.Select(static one => one.Called()))} check each other in a ring.",
            "Which of them was there first? Take its \"checks of\" out.");

    private static IEnumerable<Found> SameEnds(CheckScope scope) =>
        from one in scope.Map.Breakpoints
        where one.From.IsSaid() && string.Equals(one.From!.Trim(), one.To?.Trim(), StringComparison.OrdinalIgnoreCase)
        select new Found(one, $"{one.Called()} goes from {one.From} to {one.To}.", "Who hands over to whom? Where nobody does, there is no breakpoint.");

    private static IEnumerable<Found> CountedNotListed(CheckScope scope)
    {
        var counted = scope.Map.Counts.Any(static one => one.Emails + one.Calls > 0);
        if (counted && !scope.Map.Breakpoints.Any(static one => IsMessage(one.Channel)))
        {
            yield return new Found(
                null, "Emails and calls are counted, and no breakpoint of the map is one.", "Which of them get the job done? Every internal one is a breakpoint: list it with its \"channel\".");
        }
    }

    private static bool IsMessage(string? channel) => channel is not null && MessageWords.Any(word => channel.Contains(word, StringComparison.OrdinalIgnoreCase));
}
