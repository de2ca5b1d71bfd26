using OutsideIn.Method;
using OutsideIn.Vocabulary;

namespace OutsideIn.Proof;

/// <summary>Of which outcome the drivers are asked for, and which are looked at. Immutable.</summary>
/// <param name="Measure">The text of the outcome's measure (docs/measures.md).</param>
public sealed record DriversQuestion(string Measure)
{
    /// <summary>The text of the objective; a share of cases turns the outcome into a yes or no. Null for the measure's own values.</summary>
    public string? Objective { get; init; }

    /// <summary>
    /// The drivers: columns of numbers or of yes and no, values of columns of texts such as <c>region=West</c>, or measures. None for the
    /// usual ones: what the log knows of every case, and measures that can be had of any log.
    /// </summary>
    public IReadOnlyList<string> By { get; init; } = [];

    /// <summary>How long each subject is followed, in microseconds on the measure's clock; null for what the log can tell.</summary>
    public double? FollowUpMicros { get; init; }

    /// <summary>Confidence level of every interval.</summary>
    public double Level { get; init; } = 0.95;

    /// <summary>Seed of the rows that are drawn anew.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>The measure and objective of a metric of a map.</summary>
    /// <param name="map">The map; null where there is none.</param>
    /// <param name="wanted">Id or name of the metric.</param>
    /// <returns>The question; <c>PR006</c> where there is no map, or it has no such metric with a measure.</returns>
    public static Result<DriversQuestion> OfMetric(OutsideInMap? map, string wanted) =>
        ComparisonQuestion.OfMetric(map, wanted).Then<DriversQuestion>(static one => new DriversQuestion(one.Measure) { Objective = one.Objective });
}
