namespace OutsideIn.Statistics;

/// <summary>Which times a log-rank test listens to most. Immutable.</summary>
/// <remarks>
/// The choice belongs before the data are seen: the best of several weights is no test at all. n is the number of observations
/// still waiting, S the pooled Kaplan–Meier share that has not reached it just before the time.
/// Source: Klein and Moeschberger (2003), Survival analysis, §7.3.
/// </remarks>
public readonly record struct LogRankWeight
{
    private LogRankWeight(double atRiskPower, double remainingPower, double reachedPower) =>
        (AtRiskPower, RemainingPower, ReachedPower) = (atRiskPower, remainingPower, reachedPower);

    /// <summary>Every time alike: the log-rank test, most sensitive where one group is always the same factor slower.</summary>
    public static LogRankWeight Equal => default;

    /// <summary>n: early times most (Gehan 1965, Breslow 1970); swayed by who happens to be still open.</summary>
    public static LogRankWeight Gehan => new(1, 0, 0);

    /// <summary>√n (Tarone and Ware 1977).</summary>
    public static LogRankWeight TaroneWare => new(0.5, 0, 0);

    /// <summary>S: early times most, without the sway of the open ones (Peto and Peto 1972, with S just before each time).</summary>
    public static LogRankWeight Peto => new(0, 1, 0);

    internal double AtRiskPower { get; }

    internal double RemainingPower { get; }

    internal double ReachedPower { get; }

    /// <summary>S^ρ (1 − S)^γ: late times most where ρ is 0 and γ is 1 (Fleming and Harrington 1991).</summary>
    /// <param name="rho">ρ ≥ 0.</param>
    /// <param name="gamma">γ ≥ 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">A power is negative or no number.</exception>
    public static LogRankWeight FlemingHarrington(double rho, double gamma)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(rho);
        ArgumentOutOfRangeException.ThrowIfNegative(gamma);
        return double.IsNaN(rho + gamma)
            ? throw new ArgumentOutOfRangeException(nameof(rho), "A power is not a number.")
            : new LogRankWeight(0, rho, gamma);
    }

    internal double At(int atRisk, double remaining) =>
        Power(atRisk, AtRiskPower) * Power(remaining, RemainingPower) * Power(1 - remaining, ReachedPower);

    private static double Power(double value, double power) =>
        power == 0 ? 1 : power == 1 ? value : power == 0.5 ? Math.Sqrt(value) : Math.Pow(value, power);
}
