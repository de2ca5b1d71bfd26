using OutsideIn.Vocabulary;

namespace OutsideIn.Statistics;

/// <summary>A test of whether something is left, by chi-square. Immutable.</summary>
/// <param name="Statistic">The statistic.</param>
/// <param name="Degrees">Its degrees of freedom.</param>
/// <param name="PValue">How often at least so great a statistic would be seen if nothing were left.</param>
public readonly record struct ChiSquareTest(double Statistic, double Degrees, double PValue);

/// <summary>Whether neighbours in a series of residuals resemble each other.</summary>
public static class SerialCorrelation
{
    /// <summary>Σ (eₜ − eₜ₋₁)² ÷ Σ eₜ²: near 2 where neighbours are unrelated, towards 0 where they are alike.</summary>
    /// <param name="residuals">[rows] In the order of time.</param>
    /// <remarks>Source: Durbin and Watson (1950), Biometrika 37. Blind in short series (Turner et al. 2021), so nothing is decided by it.</remarks>
    public static double DurbinWatson(ReadOnlySpan<double> residuals)
    {
        var sum = 0.0;
        for (var row = 1; row < residuals.Length; row++)
        {
            var step = residuals[row] - residuals[row - 1];
            sum += step * step;
        }

        return sum / Matrix.Dot(residuals, residuals);
    }

    /// <summary>Whether the correlations at lags 1 to <paramref name="lags"/> are all none.</summary>
    /// <param name="residuals">[rows] In the order of time, more than <paramref name="lags"/>.</param>
    /// <param name="lags">How many lags, ≥ 1.</param>
    /// <param name="fitted">How many correlations were estimated from the same series, &lt; lags.</param>
    /// <remarks>Source: Ljung and Box (1978), Biometrika 65, eq. 1.2.</remarks>
    public static ChiSquareTest LjungBox(ReadOnlySpan<double> residuals, int lags, int fitted = 0)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(lags, fitted + 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(lags, residuals.Length);
        var moments = Moments.Of(residuals);
        var (count, sum) = (residuals.Length, 0.0);
        for (var lag = 1; lag <= lags; lag++)
        {
            var along = 0.0;
            for (var row = lag; row < count; row++)
            {
                along += (residuals[row] - moments.Mean) * (residuals[row - lag] - moments.Mean);
            }

            var correlation = along / moments.SquaredDeviations;
            sum += correlation * correlation / (count - lag);
        }

        var statistic = count * (count + 2.0) * sum;
        return new ChiSquareTest(statistic, lags - fitted, ChiSquareDistribution.UpperTail(statistic, lags - fitted));
    }

    /// <summary>Whether residuals of a linear model depend on those of the rows before, the columns allowed for: n R² of the auxiliary regression.</summary>
    /// <param name="design">[rows × columns] The model's columns, a constant among them.</param>
    /// <param name="residuals">[rows] Its residuals, in the order of time.</param>
    /// <param name="lags">How many rows before, ≥ 1.</param>
    /// <returns>The test; <c>ST020</c> or <c>ST021</c> where the auxiliary regression cannot be fitted.</returns>
    /// <remarks>Source: Breusch (1978), Australian Economic Papers 17; Godfrey (1978), Econometrica 46.</remarks>
    public static Result<ChiSquareTest> BreuschGodfrey(DesignMatrix design, ReadOnlySpan<double> residuals, int lags)
    {
        ArgumentNullException.ThrowIfNull(design);
        ArgumentOutOfRangeException.ThrowIfLessThan(lags, 1);
        for (var lag = 1; lag <= lags; lag++)
        {
            var before = new double[residuals.Length];
            residuals[..^lag].CopyTo(before.AsSpan(lag));
            design = design.With($"residual {lag} before", before);
        }

        if (!LinearModel.Fit(design, residuals).TryGet(out var fit, out var problem))
        {
            return problem;
        }

        var statistic = fit.Count * fit.RSquared;
        return new ChiSquareTest(statistic, lags, ChiSquareDistribution.UpperTail(statistic, lags));
    }
}
