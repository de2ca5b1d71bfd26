using OutsideIn.Vocabulary;

namespace OutsideIn.Statistics;

/// <summary>The mean of answers that stand for different numbers of customers.</summary>
public static class WeightedMean
{
    /// <summary>The weighted mean with its normal interval, the weights taken as given.</summary>
    /// <param name="values">[answers] The answers, finite.</param>
    /// <param name="weights">[answers] How many each stands for, ≥ 0.</param>
    /// <param name="level">Confidence level, 0 &lt; level &lt; 1.</param>
    /// <returns>The mean in the answers' unit; <c>ST046</c> where fewer than two answers weigh anything, or all that do are the same.</returns>
    /// <exception cref="ArgumentException">The lengths differ, or the level is outside (0, 1).</exception>
    /// <remarks>
    /// Source: Särndal, Swensson and Wretman (1992), Model assisted survey sampling, §5.7: the ratio linearised, as drawn with putting back,
    /// n/(n − 1). Weights that were raked to known totals make the true error smaller, never larger.
    /// </remarks>
    public static Result<Estimate> Of(ReadOnlySpan<double> values, ReadOnlySpan<double> weights, double level = ProportionInterval.DefaultLevel)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(weights.Length, values.Length, nameof(weights));
        Levels.ThrowUnlessInside(level);
        var (all, sum, count) = (0.0, 0.0, 0);
        for (var row = 0; row < values.Length; row++)
        {
            all += weights[row];
            sum += weights[row] * values[row];
            count += weights[row] > 0 ? 1 : 0;
        }

        var (mean, squares) = (sum / all, 0.0);
        for (var row = 0; row < values.Length; row++)
        {
            var one = weights[row] * (values[row] - mean);
            squares += one * one;
        }

        if (count < 2 || squares == 0)
        {
            return new Problem(
                ProblemKind.NotEstimable, "ST046", $"{count} answers that weigh anything do not say how much they vary.", "Wait for more answers.");
        }

        var half = NormalDistribution.TwoSided(level) * Math.Sqrt(squares * count / (count - 1)) / all;
        return new Estimate(mean, new Interval(mean - half, mean + half), level, "weighted mean, linearised normal interval", count, 0);
    }
}
