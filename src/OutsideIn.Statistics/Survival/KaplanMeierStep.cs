namespace OutsideIn.Statistics;

/// <summary>One step of a product-limit curve.</summary>
/// <param name="Time">When, in the durations' unit; the curve holds this step's values from here to the next step.</param>
/// <param name="AtRisk">Cases observed up to this time that had not reached it before, ≥ 1.</param>
/// <param name="Events">Cases that reached it at this time, ≥ 1.</param>
/// <param name="Remaining">Share that has not reached it after this time, 0 to 1.</param>
/// <param name="StandardError">Greenwood's standard error of <paramref name="Remaining"/>, a share; 0 where nobody remains.</param>
/// <param name="RemainingInterval">
/// Interval of <paramref name="Remaining"/>, log-log transform. Where nobody remains, from 0 to the bound of the step before.
/// </param>
/// <param name="Hazard">The cumulative hazard of Nelson and Aalen, Σ events ÷ at risk, ≥ 0.</param>
public readonly record struct KaplanMeierStep(
    double Time, int AtRisk, int Events, double Remaining, double StandardError, Interval RemainingInterval, CumulativeHazard Hazard)
{
    /// <summary>Share that has reached it by this time, 0 to 1.</summary>
    public double Reached => 1 - Remaining;

    /// <summary>Interval of <see cref="Reached"/>.</summary>
    public Interval ReachedInterval => new(1 - RemainingInterval.High, 1 - RemainingInterval.Low);

    /// <summary>The interval of <see cref="Remaining"/> on another scale.</summary>
    /// <param name="scale">The scale.</param>
    /// <param name="level">Confidence level, 0 &lt; level &lt; 1.</param>
    /// <returns>The interval; null where nobody remains, as no scale has one there.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The level is outside (0, 1).</exception>
    public Interval? RemainingAt(CurveScale scale, double level)
    {
        Levels.ThrowUnlessInside(level);
        var z = NormalDistribution.TwoSided(level);
        var relative = StandardError / Remaining;
        return Remaining == 0
            ? null
            : scale switch
            {
                CurveScale.Plain => new Interval(Math.Max(0, Remaining - (z * StandardError)), Math.Min(1, Remaining + (z * StandardError))),
                CurveScale.Log => new Interval(Remaining * Math.Exp(-z * relative), Math.Min(1, Remaining * Math.Exp(z * relative))),
                _ => new Interval(1 - LogLogBand.Of(Reached, StandardError, z).High, 1 - LogLogBand.Of(Reached, StandardError, z).Low),
            };
    }
}

/// <summary>How much hazard has been passed by a time. Immutable.</summary>
/// <param name="Value">Σ events ÷ at risk, ≥ 0; no unit.</param>
/// <param name="Variance">Σ events ÷ at risk².</param>
/// <remarks>Source: Nelson (1972) and Aalen (1978), Nonparametric inference for a family of counting processes, Annals of Statistics 6.</remarks>
public readonly record struct CumulativeHazard(double Value, double Variance);
