namespace OutsideIn.Statistics;

/// <summary>The kernel of the product-limit curve.</summary>
internal static class ProductLimit
{
    /// <summary>The steps of the curve, one per distinct time at which something was reached.</summary>
    /// <param name="closed">[closed] Ascending.</param>
    /// <param name="open">[open] Ascending; an observation open at the time of an event was still waiting when it happened.</param>
    /// <param name="level">Confidence level.</param>
    /// <remarks>
    /// Variance: Greenwood (1926). Interval: Kalbfleisch and Prentice (2002), The statistical analysis of failure time data, §1.4,
    /// on the scale ln(−ln S).
    /// </remarks>
    public static KaplanMeierStep[] Steps(ReadOnlySpan<double> closed, ReadOnlySpan<double> open, double level)
    {
        var steps = new KaplanMeierStep[Distinct(closed)];
        var z = NormalDistribution.TwoSided(level);
        var (remaining, sum, openBefore, hazard) = (1.0, 0.0, 0, default(CumulativeHazard));
        var last = new Interval(0, 1);
        for (int step = 0, row = 0; step < steps.Length; step++)
        {
            var (time, first) = (closed[row], row);
            while (row < closed.Length && closed[row] == time)
            {
                row++;
            }

            while (openBefore < open.Length && open[openBefore] < time)
            {
                openBefore++;
            }

            var (atRisk, events) = (closed.Length + open.Length - first - openBefore, row - first);
            remaining *= (double)(atRisk - events) / atRisk;
            sum += events / ((double)atRisk * (atRisk - events));
            hazard = new CumulativeHazard(hazard.Value + ((double)events / atRisk), hazard.Variance + (events / ((double)atRisk * atRisk)));
            var error = remaining == 0 ? 0 : remaining * Math.Sqrt(sum);
            last = remaining == 0 ? Emptied(last, step, atRisk, level) : LogLog(remaining, Math.Sqrt(sum), z);
            steps[step] = new KaplanMeierStep(time, atRisk, events, remaining, error, last, hazard);
        }

        return steps;
    }

    private static Interval LogLog(double remaining, double relativeError, double z)
    {
        var log = Math.Log(remaining);
        var spread = z * relativeError / Math.Abs(log);
        return new Interval(Math.Exp(log * Math.Exp(spread)), Math.Exp(log * Math.Exp(-spread)));
    }

    // Nobody is left, where the transform has no value. The curve never rises, so the bound before the last step still holds.
    // Where that step is the only one, all of n were seen to reach it and the exact bound of n of n applies.
    private static Interval Emptied(Interval before, int step, int atRisk, double level) =>
        new(0, step > 0 ? before.High : ProportionInterval.UpperBound(0, atRisk, (1 - level) / 2));

    private static int Distinct(ReadOnlySpan<double> sorted)
    {
        var count = sorted.Length == 0 ? 0 : 1;
        for (var row = 1; row < sorted.Length; row++)
        {
            count += sorted[row] == sorted[row - 1] ? 0 : 1;
        }

        return count;
    }
}
