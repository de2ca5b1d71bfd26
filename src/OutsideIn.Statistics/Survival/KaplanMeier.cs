using OutsideIn.Vocabulary;

namespace OutsideIn.Statistics;

/// <summary>Fits the product-limit curve to durations of which some are still running.</summary>
/// <remarks>
/// Assumes that cases still open at the horizon would have gone on like those observed longer (independent censoring). Where
/// nothing is open the curve is the plain share of cases.
/// Source: Kaplan and Meier (1958), Nonparametric estimation from incomplete observations, Journal of the American Statistical
/// Association 53.
/// </remarks>
public static class KaplanMeier
{
    /// <summary>Fits the curve. O(observations log observations); allocates arrays, never per observation.</summary>
    /// <param name="durations">
    /// [observations] How long until it was reached, or, where open, how long it has been waited for; any unit, any sign, not NaN.
    /// </param>
    /// <param name="isClosed">[observations] Whether it was reached at that duration.</param>
    /// <param name="level">Confidence level of every interval, 0 &lt; level &lt; 1.</param>
    /// <returns>The curve, or <c>ME002</c> where there is no observation.</returns>
    /// <exception cref="ArgumentException">The two spans differ in length, a duration is NaN, or the level is outside (0, 1).</exception>
    public static Result<KaplanMeierCurve> Fit(
        ReadOnlySpan<double> durations, ReadOnlySpan<bool> isClosed, double level = ProportionInterval.DefaultLevel)
    {
        ThrowUnlessPaired(durations.Length, isClosed.Length, level);
        var (closed, open) = Arrays(isClosed);
        var (closedNext, openNext) = (0, 0);
        for (var row = 0; row < durations.Length; row++)
        {
            if (double.IsNaN(durations[row]))
            {
                throw new ArgumentException($"Duration {row} is not a number.", nameof(durations));
            }

            if (isClosed[row])
            {
                closed[closedNext++] = durations[row];
            }
            else
            {
                open[openNext++] = durations[row];
            }
        }

        return Curve(closed, open, level);
    }

    /// <summary>Fits the curve to microseconds; the curve's times are microseconds, exact below 2^53 (285 years).</summary>
    /// <inheritdoc cref="Fit(ReadOnlySpan{double}, ReadOnlySpan{bool}, double)"/>
    public static Result<KaplanMeierCurve> Fit(
        ReadOnlySpan<long> durations, ReadOnlySpan<bool> isClosed, double level = ProportionInterval.DefaultLevel)
    {
        ThrowUnlessPaired(durations.Length, isClosed.Length, level);
        var (closed, open) = Arrays(isClosed);
        var (closedNext, openNext) = (0, 0);
        for (var row = 0; row < durations.Length; row++)
        {
            if (isClosed[row])
            {
                closed[closedNext++] = durations[row];
            }
            else
            {
                open[openNext++] = durations[row];
            }
        }

        return Curve(closed, open, level);
    }

    private static void ThrowUnlessPaired(int durations, int answers, double level)
    {
        if (durations != answers)
        {
            throw new ArgumentException($"There are {durations} durations but {answers} answers.", nameof(durations));
        }

        Levels.ThrowUnlessInside(level);
    }

    private static (double[] Closed, double[] Open) Arrays(ReadOnlySpan<bool> isClosed)
    {
        var closed = isClosed.Count(true);
        return (new double[closed], new double[isClosed.Length - closed]);
    }

    private static Result<KaplanMeierCurve> Curve(double[] closed, double[] open, double level)
    {
        if (closed.Length + open.Length == 0)
        {
            return new Problem(
                ProblemKind.NotEstimable,
                "ME002",
                "There is no case to time.",
                "Widen the filter or the period until there are cases in it.");
        }

        Array.Sort(closed);
        Array.Sort(open);
        return new KaplanMeierCurve(ProductLimit.Steps(closed, open, level), closed, open, level);
    }
}
