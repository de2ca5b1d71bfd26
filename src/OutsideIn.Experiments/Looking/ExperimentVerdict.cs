using OutsideIn.Statistics;

namespace OutsideIn.Experiments;

/// <summary>What may be said of an experiment now.</summary>
public enum ExperimentAnswer
{
    /// <summary>The data cannot say yet; going on may.</summary>
    NotYet,

    /// <summary>The primary outcome is better, and every guardrail is shown to hold.</summary>
    Better,

    /// <summary>The primary outcome is better, and a guardrail is not shown to hold.</summary>
    BetterButUnguarded,

    /// <summary>The primary outcome is worse.</summary>
    Worse,

    /// <summary>Ended as planned, and no difference was shown.</summary>
    NotShown,

    /// <summary>An effect worth having is ruled out.</summary>
    NotWorthwhile,

    /// <summary>Something is wrong with how units came into the arms: no result is shown.</summary>
    Withheld,

    /// <summary>The design or the data cannot answer.</summary>
    Refused,
}

/// <summary>What may be said of an experiment: a plain sentence first, the interval second, the p-value last.</summary>
/// <param name="Answer">In one word.</param>
/// <param name="Sentence">One plain sentence.</param>
/// <param name="Primary">The primary outcome's effect with the interval that this look may show; null where withheld.</param>
/// <param name="Next">What to do next, as a sentence.</param>
/// <param name="Reasons">What the answer rests on, in order of weight.</param>
public sealed record ExperimentVerdict(ExperimentAnswer Answer, string Sentence, EffectEstimate? Primary, string Next, IReadOnlyList<string> Reasons)
{
    /// <summary>How many normal deviates away from an estimate the ends of its interval lie at this look; null where nothing is shown.</summary>
    public double? Deviates { get; init; }

    /// <summary>Another estimate of the same look with the interval that it may show there: at a single look's width it would be one more chance for a false alarm.</summary>
    /// <returns>The estimate without its p-value, which is of a single look; itself where it has no interval, or nothing is shown.</returns>
    public EffectEstimate AtThisLook(EffectEstimate estimate)
    {
        ArgumentNullException.ThrowIfNull(estimate);
        return Deviates is { } deviates && EffectCurve.Of(estimate) is { } curve ? estimate with { Interval = curve.At(deviates), PValue = null } : estimate;
    }
}
