using OutsideIn.Statistics;

namespace OutsideIn.Diagnosis;

/// <summary>How the ratings that come from a log are made. Immutable.</summary>
public sealed record LogRatingOptions
{
    /// <summary>Attributes of cases to adjust for, beside the usual confounders: category, channel or kind of first contact, and when the case began.</summary>
    /// <value>None: an attribute may be a consequence of the work, which a person has to judge.</value>
    public IReadOnlyList<string> AdjustFor { get; init; } = [];

    /// <summary>Confidence level of every interval, 0 &lt; level &lt; 1.</summary>
    /// <value>0.95.</value>
    public double Level { get; init; } = ProportionInterval.DefaultLevel;

    /// <summary>Seed of what is drawn by chance: the same values and seed give the same intervals.</summary>
    /// <value>0.</value>
    public ulong Seed { get; init; }
}
