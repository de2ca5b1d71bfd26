namespace OutsideIn.Method.Internals;

/// <summary>Contacts counted by cause (S4, row 23; formulas F12 and F13; §6 point 20).</summary>
internal static class DemandChecks
{
    public static IReadOnlyList<Check> All { get; } =
    [
        Check.For("DEM-01", Severity.Warning, "More failure demand than value demand", "row 23; F12", MoreFailureThanValue),
        Check.For("DEM-02", Severity.Warning, "Contacts without a cause", "row 23; F12", NoCause),
        Check.For("DEM-03", Severity.Warning, "Only the customers who persist are costed", "row 23; F13; §6 point 20", SilentForgotten),
    ];

    private static IEnumerable<Found> MoreFailureThanValue(CheckScope scope)
    {
        var value = scope.Map.Demand.Where(static one => one.Kind == DemandKind.Value).Sum(static one => one.Contacts);
        var failure = Failures(scope).Sum(static one => one.Contacts);
        if (failure > value)
        {
            yield return new Found(
                null,
                $"{CheckText.Percent(failure / (failure + value))} of the contacts counted are failure demand: {CheckText.Figure(failure)} of {CheckText.Figure(failure + value)}.",
                "What fails before they call? Begin with the cause that has most of them.");
        }
    }

    private static IEnumerable<Found> NoCause(CheckScope scope) =>
        from one in scope.Map.Demand
        where one.Cause is null && one.Kind != DemandKind.Unmarked
        select new Found(one, $"{CheckText.Figure(one.Contacts)} contacts ({one.Kind.InWords()}) have no cause.", "At which Moment of Truth do they arise? Name it behind \"cause\".");

    private static IEnumerable<Found> SilentForgotten(CheckScope scope) =>
        from one in Failures(scope)
        where one.HandlingCost is not null && (one.LostMargin is null || one.FollowThrough is null)
        select new Found(
            one,
            $"{CheckText.Figure(one.Contacts)} failed contacts have a handling cost, and nothing for those who say nothing and leave.",
            "What share follows through, and what margin is lost with the others? Write \"follow through\" and \"lost margin\".");

    private static IEnumerable<DemandRecord> Failures(CheckScope scope) =>
        scope.Map.Demand.Where(static one => one.Kind is not (DemandKind.Unmarked or DemandKind.Value));
}
