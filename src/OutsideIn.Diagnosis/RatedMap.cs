using System.Text.Json.Serialization;
using OutsideIn.Method;

namespace OutsideIn.Diagnosis;

/// <summary>The ratings of a map with what a log adds to them, as one document: what <c>outsidein rate</c> prints.</summary>
public sealed record RatedMap : MapRatings
{
    /// <summary>Puts the two together; the intervals of hand-counted conformance are filled in.</summary>
    /// <param name="ratings">The ratings of the map.</param>
    /// <param name="fromLog">What the log adds; null without one.</param>
    public RatedMap(MapRatings ratings, LogRatingsResult? fromLog)
        : base(ConformanceInterval.On(ratings)) => (FromLog, Cases) = (fromLog?.Ratings, fromLog?.Cases ?? Cases);

    /// <summary>What the log adds; null without one.</summary>
    [JsonPropertyOrder(1)]
    public LogRatings? FromLog { get; }

    /// <summary>The cases behind the figures of <see cref="FromLog"/>; none without a log. No part of the JSON.</summary>
    [JsonIgnore]
    public FigureCases Cases { get; } = new(new Dictionary<string, int[]>(StringComparer.Ordinal));
}
