namespace OutsideIn.Experiments;

/// <summary>An outcome period by period, and when something was changed for everybody. Immutable.</summary>
public sealed record InterruptedSeries
{
    /// <summary>[periods] The outcome's figure of each period in the order of time, periods equally long; NaN where a period has none.</summary>
    public required IReadOnlyList<double> Values { get; init; }

    /// <summary>0-based index of the first period after the change, 0 ≤ index ≤ periods.</summary>
    public required int ChangeIndex { get; init; }

    /// <summary>[periods] How many cases each figure rests on; empty where that is not known.</summary>
    public IReadOnlyList<long> Counts { get; init; } = [];

    /// <summary>[periods] The same figure in the same periods where nothing was changed (another team, channel or product); null where there is none.</summary>
    public IReadOnlyList<double>? Control { get; init; }

    /// <summary>After how many periods a season comes back (52 weeks, 12 months, 7 days); null where none is to be taken out.</summary>
    public int? SeasonLength { get; init; }

    /// <summary>What a period is called, in the plural: "weeks".</summary>
    public string PeriodName { get; init; } = "periods";

    /// <summary>Confidence level of the intervals, 0 &lt; level &lt; 1.</summary>
    public double Level { get; init; } = 0.95;
}
