namespace OutsideIn.Web;

/// <summary>Every page that is a function of a log, in the order of the method; the report carries the same list.</summary>
internal static class LogPages
{
    public static IReadOnlyList<LogPage> All { get; } =
    [
        GetOverview.Page,
        GetQuality.Page,
    ];
}
