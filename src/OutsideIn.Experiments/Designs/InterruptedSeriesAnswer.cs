using OutsideIn.Statistics;

namespace OutsideIn.Experiments;

/// <summary>What a change did to a series, measured against the series' own trend carried on. Immutable.</summary>
public sealed record InterruptedSeriesAnswer
{
    /// <summary>The jump in the first period after the change, in the outcome's unit.</summary>
    public required EffectEstimate Step { get; init; }

    /// <summary>The change of the trend, in the outcome's unit per period.</summary>
    public required EffectEstimate SlopeChange { get; init; }

    /// <summary>The effect averaged over the periods after the change: step and change of trend together. The figure to lead with.</summary>
    public required EffectEstimate Average { get; init; }

    /// <summary><see cref="Average"/> as a share of what was to be expected without the change; refused where that is not clear of zero.</summary>
    public required EffectEstimate RelativeAverage { get; init; }

    /// <summary>[periods] What the model expects of each period if nothing had been changed; with a control, the control's value is in it.</summary>
    public required IReadOnlyList<double> Expected { get; init; }

    /// <summary>The correlation of neighbouring errors, −1 &lt; ρ &lt; 1.</summary>
    public required double Correlation { get; init; }

    /// <summary>What the method assumes and what the series says of it; the same list stands on each estimate.</summary>
    public IReadOnlyList<AssumptionCheck> Checks => Average.Checks;
}
