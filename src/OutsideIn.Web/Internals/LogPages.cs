namespace OutsideIn.Web;

/// <summary>Every page that is a function of a log, in the order of the method; the report carries the same list.</summary>
internal static class LogPages
{
    public static IReadOnlyList<LogPage> All { get; } =
    [
        GetOverview.Page,
        GetMoments.Page,
        GetBreakpoints.Page,
        GetCauses.Page,
        GetFailureDemand.Page,
        GetClocks.Page,
        GetRules.Page,
        GetCandidates.Page,
        GetProcessMap.Page,
        GetQuality.Page,
    ];
}
