namespace OutsideIn.Statistics;

/// <summary>The log-rank test of two arms against any multiple of the pace, not only against 1.</summary>
/// <remarks>
/// At a log hazard ratio b each time's treated share of those who reach it is taken as hypergeometric with odds eᵇ: mean d·p, variance
/// d·p·(1 − p)·(n − d)/(n − 1) with p = n₁eᵇ/(n₀ + n₁eᵇ). At b = 0 this is Mantel's test to the last digit.
/// </remarks>
internal sealed class LogRankScore
{
    // e^±30: beyond any pace ratio that data could tell from none at all.
    private const double RatioLogMax = 30;

    private readonly RiskSet[] _sets;

    public LogRankScore(RiskSet[] sets)
    {
        _sets = sets;
        var (difference, variance) = At(0);
        PValue = variance > 0 ? ChiSquareDistribution.BothTails(difference / Math.Sqrt(variance)) : null;
    }

    /// <summary>The log-rank test's; null where the arms never waited together.</summary>
    public double? PValue { get; }

    /// <summary>The log ratio at which the observed lie so many standard errors above what it lets expect; infinite where none does.</summary>
    public double Root(double z)
    {
        // Falls as the ratio rises.
        double Excess(double log) => At(log) is var (difference, variance) && variance > 0 ? difference - (z * Math.Sqrt(variance)) : -z;
        var (low, high) = (-RatioLogMax, RatioLogMax);
        if (!(Excess(low) > 0))
        {
            return double.NegativeInfinity;
        }

        if (!(Excess(high) < 0))
        {
            return double.PositiveInfinity;
        }

        while (high - low > 1e-12)
        {
            var middle = (low + high) / 2;
            (low, high) = Excess(middle) > 0 ? (middle, high) : (low, middle);
        }

        return (low + high) / 2;
    }

    /// <summary>The ratios the test does not refute.</summary>
    public Interval Interval(double level)
    {
        var z = NormalDistribution.TwoSided(level);
        return new Interval(Math.Exp(Root(z)), Math.Exp(Root(-z)));
    }

    /// <summary>The variance of the observed at a log ratio: the information on it.</summary>
    public double InformationAt(double log) => At(log).Variance;

    /// <summary>Whether Schoenfeld's residuals rise or fall with the share that had reached it; null where there are fewer than three times.</summary>
    public double? TrendPValue(double log)
    {
        var (remaining, ratio) = (1.0, Math.Exp(log));
        var (weighted, variance, variance1, variance2) = (0.0, 0.0, 0.0, 0.0);
        foreach (var set in _sets)
        {
            var (residual, one) = Term(set, ratio);
            var time = 1 - remaining;
            weighted += time * residual;
            variance += one;
            variance1 += time * one;
            variance2 += time * time * one;
            remaining *= 1 - ((double)set.Reached / set.AtRisk);
        }

        var spread = variance2 - (variance1 * variance1 / variance);
        return _sets.Length >= 3 && spread > 1e-12 * variance2 ? ChiSquareDistribution.BothTails(weighted / Math.Sqrt(spread)) : null;
    }

    private (double Difference, double Variance) At(double log)
    {
        var (difference, variance, ratio) = (0.0, 0.0, Math.Exp(log));
        foreach (var set in _sets)
        {
            var (residual, one) = Term(set, ratio);
            difference += residual;
            variance += one;
        }

        return (difference, variance);
    }

    private static (double Residual, double Variance) Term(RiskSet set, double ratio)
    {
        double n = set.AtRisk, reached = set.Reached, weighted = set.TreatmentAtRisk * ratio;
        var all = set.ControlAtRisk + weighted;
        var share = weighted / all;

        // Each residual from its smaller side: far out, 1 − p would leave nothing of p.
        var residual = ((set.TreatmentReached * set.ControlAtRisk) - (set.ControlReached * weighted)) / all;
        return (residual, n > 1 ? reached * share * (set.ControlAtRisk / all) * (n - reached) / (n - 1) : 0);
    }
}
