using OutsideIn.Method.Internals;

namespace OutsideIn.Method;

/// <summary>The sorts of findings that take a log: the map says what events mean, and only what happened shows the fault.</summary>
public static class LogFindings
{
    /// <summary>The firm's clock improves over time while the customer's worsens (measures.md, two clocks).</summary>
    public static FindingKind ClocksDiverge { get; } =
        new("MET-08", Severity.Warning, "The firm's clock improves while the customer's worsens", "measures.md, two clocks") { IsFromLog = true };

    /// <summary>All of them, in the order of the catalogue.</summary>
    public static IReadOnlyList<FindingKind> All { get; } = [ClocksDiverge];

    /// <summary>The acceptance of a map that takes a finding of a log.</summary>
    /// <param name="map">The map.</param>
    /// <param name="kind">The sort of finding.</param>
    /// <param name="entry">The entry it is about; null for the map as a whole.</param>
    /// <param name="today">The day for which acceptances are judged.</param>
    /// <returns>The acceptance, or null where nobody accepts the finding with a reason that holds on that day.</returns>
    public static AcceptedFinding? AcceptanceOf(OutsideInMap map, FindingKind kind, MapEntry? entry, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(map);
        ArgumentNullException.ThrowIfNull(kind);
        return new Acceptances(map, today).Of(kind, entry);
    }
}
