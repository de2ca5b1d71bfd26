using OutsideIn.Vocabulary;

namespace OutsideIn.Statistics;

/// <summary>In what an effect is counted.</summary>
public enum EffectScale
{
    /// <summary>Treatment − control, in the outcome's unit.</summary>
    Difference,

    /// <summary>(Treatment − control) ÷ |control|: 0.05 is five per cent more.</summary>
    Relative,

    /// <summary>Treatment ÷ control: odds, rates or hazards; 1 is no effect.</summary>
    Ratio,
}

/// <summary>Something a method rests on, and what the data say of it.</summary>
/// <param name="Assumption">What is assumed, as a short sentence.</param>
/// <param name="Holds">Whether the data agree; null where they cannot tell.</param>
/// <param name="Finding">What was seen, with its figures.</param>
public sealed record AssumptionCheck(string Assumption, bool? Holds, string Finding);

/// <summary>How much treatment differs from control, with everything it rests on; or why that cannot be said. Immutable.</summary>
/// <remarks>Arms: control first, treatment second; a difference is treatment − control. Never a stand-in: what cannot be estimated is null and <see cref="Refusal"/> says why.</remarks>
public sealed record EffectEstimate
{
    /// <summary>The estimator's and the interval's name, for the reader.</summary>
    public required string Method { get; init; }

    /// <summary>In what the effect is counted.</summary>
    public EffectScale Scale { get; init; }

    /// <summary>The effect; null where it cannot be estimated.</summary>
    public double? Value { get; init; }

    /// <summary>Its standard error on the scale it was computed on (the log scale for a <see cref="EffectScale.Ratio"/>); null for methods without one.</summary>
    public double? StandardError { get; init; }

    /// <summary>What the data leave possible at <see cref="Level"/>; an end may be infinite.</summary>
    public Interval? Interval { get; init; }

    /// <summary>How often at least so great an effect would be seen where there is none; null where no such figure can be given.</summary>
    public double? PValue { get; init; }

    /// <summary>Degrees of freedom of the reference distribution; null where it has none.</summary>
    public double? Degrees { get; init; }

    /// <summary>Confidence level of the interval, 0 &lt; level &lt; 1.</summary>
    public double Level { get; init; } = 0.95;

    /// <summary>Units of the control the estimate rests on: what was randomised, not rows.</summary>
    public long ControlCount { get; init; }

    /// <summary>Units of the treatment.</summary>
    public long TreatmentCount { get; init; }

    /// <summary>What the method assumes and what the data say of it.</summary>
    public IReadOnlyList<AssumptionCheck> Checks { get; init; } = [];

    /// <summary>Why there is no value, no interval or no p-value, and what would help; null where nothing is missing.</summary>
    public Problem? Refusal { get; init; }

    /// <summary>An estimate that cannot be given.</summary>
    public static EffectEstimate Refused(string method, Problem why, long controlCount = 0, long treatmentCount = 0, double level = 0.95) => new()
    {
        Method = method,
        Refusal = why,
        ControlCount = controlCount,
        TreatmentCount = treatmentCount,
        Level = level,
    };
}
