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
public readonly record struct KaplanMeierStep(
    double Time, int AtRisk, int Events, double Remaining, double StandardError, Interval RemainingInterval)
{
    /// <summary>Share that has reached it by this time, 0 to 1.</summary>
    public double Reached => 1 - Remaining;

    /// <summary>Interval of <see cref="Reached"/>.</summary>
    public Interval ReachedInterval => new(1 - RemainingInterval.High, 1 - RemainingInterval.Low);
}
