using OutsideIn.Measures;

namespace OutsideIn.Diagnosis;

/// <summary>How a scorecard is made. Immutable.</summary>
public sealed record ScorecardOptions
{
    /// <summary>The log's name.</summary>
    /// <value>Empty.</value>
    public string LogName { get; init; } = "";

    /// <summary>Ids or names of the metrics wanted; null for all.</summary>
    public IReadOnlyList<string>? Metrics { get; init; }

    /// <summary>The period the trends are told by; null for each objective's own, else a month.</summary>
    public PeriodUnit? Per { get; init; }

    /// <summary>Given each score with the value of every subject, which must not be used after it returns, and the sides, null where there is no objective; null for nobody.</summary>
    public Action<Score, MeasureValues, IReadOnlyList<Side>?>? Each { get; init; }
}
