using OutsideIn.Method;

namespace OutsideIn.Diagnosis;

/// <summary>The ratings of a map with what a log adds to them, as one document: what <c>outsidein rate</c> prints.</summary>
public sealed record RatedMap : MapRatings
{
    /// <summary>Puts the two together; the intervals of hand-counted conformance are filled in.</summary>
    /// <param name="ratings">The ratings of the map.</param>
    /// <param name="fromLog">What the log adds; null without one.</param>
    public RatedMap(MapRatings ratings, LogRatings? fromLog)
        : base(ConformanceInterval.On(ratings)) => FromLog = fromLog;

    /// <summary>What the log adds; null without one.</summary>
    public LogRatings? FromLog { get; }
}
