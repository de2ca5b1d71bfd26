namespace OutsideIn.Statistics;

/// <summary>Whether an effect on the pace is the same multiple early and late: the trend of Schoenfeld's residuals over time.</summary>
/// <param name="Statistic">Chi-square of the trend.</param>
/// <param name="Degrees">Its degrees of freedom: one for each column checked at once.</param>
/// <param name="PValue">How often so great a trend would be seen where the multiple is the same at all times, 0 to 1.</param>
/// <remarks>Source: Grambsch and Therneau (1994), Proportional hazards tests and diagnostics based on weighted residuals, Biometrika 81; time counted by the share that had reached it (the transform "km").</remarks>
public sealed record ProportionalityCheck(double Statistic, int Degrees, double PValue)
{
    /// <summary>Below this p-value one multiple is no fair summary and is withheld.</summary>
    public const double Alarm = 0.01;
}
