using System.Buffers;
using OutsideIn.Vocabulary;

namespace OutsideIn.Statistics;

/// <summary>The mean of closed observations with an interval that assumes no shape of their distribution.</summary>
/// <remarks>Assumes that the observations are independent of each other. The same values and seed give the same interval in whatever order they come.</remarks>
public static class Bootstrap
{
    /// <summary>How often the observations are drawn anew.</summary>
    public const int Replications = 2_000;

    /// <summary>From so many observations on the normal interval is given: the two agree by then, and it costs nothing.</summary>
    public const int NormalFrom = 1_000;

    /// <summary>The mean: below <see cref="NormalFrom"/> observations with the BCa bootstrap interval, from there on with the normal one.</summary>
    /// <param name="values">[observations] Any unit, finite.</param>
    /// <param name="seed">Seed of the draws.</param>
    /// <param name="level">Confidence level, 0 &lt; level &lt; 1.</param>
    /// <returns>
    /// The mean in the observations' unit; <c>ME007</c> where there are none; <c>ME008</c> where there is one only, or all are the same: then
    /// nothing says how much they vary.
    /// </returns>
    /// <exception cref="ArgumentOutOfRangeException">The level is outside (0, 1).</exception>
    /// <remarks>
    /// Source: Efron (1987), Better bootstrap confidence intervals, Journal of the American Statistical Association 82, with the
    /// acceleration of the jackknife; Efron and Tibshirani (1993), An introduction to the bootstrap, §14.3. O(observations ×
    /// replications) below <see cref="NormalFrom"/>, else O(observations); buffers are pooled.
    /// </remarks>
    public static Result<Estimate> Mean(ReadOnlySpan<double> values, ulong seed, double level = ProportionInterval.DefaultLevel)
    {
        Levels.ThrowUnlessInside(level);
        if (values.IsEmpty)
        {
            return new Problem(
                ProblemKind.NotEstimable, "ME007", "A mean of 0 observations does not exist.", "Widen the filter or the period until there are observations.");
        }

        var buffer = ArrayPool<double>.Shared.Rent(values.Length);
        var sorted = buffer.AsSpan(0, values.Length);
        values.CopyTo(sorted);

        // One order for the same values, so that sums and draws come out the same to the last bit.
        RadixSort.Sort(sorted);
        var result = MeanOfSorted(sorted, seed, level);
        ArrayPool<double>.Shared.Return(buffer);
        return result;
    }

    private static Result<Estimate> MeanOfSorted(ReadOnlySpan<double> sorted, ulong seed, double level)
    {
        if (sorted[0] == sorted[^1])
        {
            return new Problem(
                ProblemKind.NotEstimable,
                "ME008",
                sorted.Length == 1 ? "One observation does not say how much they vary." : $"All {sorted.Length} observations are the same: nothing says how much they vary.",
                "Wait for more cases.");
        }

        var (mean, squares, cubes) = MomentsOf(sorted);
        if (sorted.Length >= NormalFrom)
        {
            var half = NormalDistribution.TwoSided(level) * Math.Sqrt(squares / (sorted.Length - 1) / sorted.Length);
            return new Estimate(mean, new Interval(mean - half, mean + half), level, "mean, normal interval", sorted.Length, 0);
        }

        var acceleration = cubes / (6 * squares * Math.Sqrt(squares));
        var interval = Bca(sorted, mean, acceleration, seed, level);
        return new Estimate(mean, interval, level, "mean, BCa bootstrap interval", sorted.Length, 0);
    }

    private static (double Mean, double Squares, double Cubes) MomentsOf(ReadOnlySpan<double> values)
    {
        var sum = 0.0;
        foreach (var value in values)
        {
            sum += value;
        }

        var (mean, squares, cubes) = (sum / values.Length, 0.0, 0.0);
        foreach (var value in values)
        {
            var distance = value - mean;
            squares += distance * distance;
            cubes += distance * distance * distance;
        }

        return (mean, squares, cubes);
    }

    private static Interval Bca(ReadOnlySpan<double> values, double mean, double acceleration, ulong seed, double level)
    {
        var buffer = ArrayPool<double>.Shared.Rent(Replications);
        var means = buffer.AsSpan(0, Replications);
        DrawMeans(values, means, seed);
        means.Sort();

        var (below, equal) = (0, 0);
        foreach (var one in means)
        {
            below += one < mean ? 1 : 0;
            equal += one == mean ? 1 : 0;
        }

        var bias = NormalDistribution.Quantile(Math.Clamp((below + (equal / 2.0)) / Replications, 0.5 / Replications, 1 - (0.5 / Replications)));
        var z = NormalDistribution.TwoSided(level);
        var (low, high) = (At(means, bias, -z, acceleration), At(means, bias, z, acceleration));
        ArrayPool<double>.Shared.Return(buffer);

        // So skew a sample that its adjusted interval would leave the mean out keeps the mean as its end.
        return new Interval(Math.Min(low, mean), Math.Max(high, mean));
    }

    private static double At(ReadOnlySpan<double> sorted, double bias, double z, double acceleration)
    {
        var shift = bias + ((bias + z) / (1 - (acceleration * (bias + z))));
        var share = NormalDistribution.Cumulative(shift);
        return Quantile.Interpolated(sorted, Math.Clamp(share, 0, 1));
    }

    /// <summary>[replications] Means of as many values as there are, each drawn anew with putting back.</summary>
    /// <param name="values">[observations] What to draw from, at least one.</param>
    /// <param name="means">[replications] Written.</param>
    /// <param name="seed">Seed of the draws.</param>
    /// <remarks>Two indexes from each draw of 64 bits, by multiplication: off uniform by less than one in four million. No allocation.</remarks>
    public static void DrawMeans(ReadOnlySpan<double> values, Span<double> means, ulong seed)
    {
        var stream = new RandomBits(seed);
        var count = (ulong)values.Length;
        foreach (ref var mean in means)
        {
            var (one, other) = (0.0, 0.0);
            for (var pair = 0; pair < values.Length / 2; pair++)
            {
                var bits = stream.Next();
                one += values[(int)(((bits & uint.MaxValue) * count) >> 32)];
                other += values[(int)(((bits >> 32) * count) >> 32)];
            }

            if (values.Length % 2 == 1)
            {
                one += values[(int)(((stream.Next() >> 32) * count) >> 32)];
            }

            mean = (one + other) / values.Length;
        }
    }
}
