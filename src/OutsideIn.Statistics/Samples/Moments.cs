using System.Text.Json.Serialization;

namespace OutsideIn.Statistics;

/// <summary>What a mean and its error need of many values: count, mean, and sum of squared deviations. Adds up exactly as its parts do; immutable.</summary>
/// <remarks>Source: Chan, Golub and LeVeque (1983), Algorithms for computing the sample variance, The American Statistician 37(3): the pairwise update, which keeps its digits where Σx² loses them.</remarks>
/// <param name="Count">How many values, ≥ 0.</param>
/// <param name="Mean">Their mean; 0 where there are none.</param>
/// <param name="SquaredDeviations">Σ(x − mean)².</param>
[JsonNumberHandling(JsonNumberHandling.AllowNamedFloatingPointLiterals)]
public readonly record struct Moments(double Count, double Mean, double SquaredDeviations)
{
    /// <summary>Σ(x − mean)² ÷ (n − 1); NaN below two values.</summary>
    public double Variance => Count > 1 ? SquaredDeviations / (Count - 1) : double.NaN;

    /// <summary>Both together.</summary>
    public static Moments operator +(Moments left, Moments right)
    {
        var count = left.Count + right.Count;
        if (count == 0)
        {
            return default;
        }

        var apart = right.Mean - left.Mean;
        return new Moments(
            count,
            left.Mean + (apart * (right.Count / count)),
            left.SquaredDeviations + right.SquaredDeviations + (apart * apart * (left.Count * right.Count / count)));
    }

    /// <summary>Of values, in two passes.</summary>
    public static Moments Of(ReadOnlySpan<double> values)
    {
        if (values.IsEmpty)
        {
            return default;
        }

        var (mean, sum) = (Sum(values) / values.Length, 0.0);
        foreach (var value in values)
        {
            sum += (value - mean) * (value - mean);
        }

        return new Moments(values.Length, mean, sum);
    }

    /// <summary>Of a yes/no outcome: so many successes among so many.</summary>
    public static Moments OfCounts(double successes, double count) =>
        count > 0 ? new Moments(count, successes / count, successes * (count - successes) / count) : default;

    private static double Sum(ReadOnlySpan<double> values)
    {
        var sum = 0.0;
        foreach (var value in values)
        {
            sum += value;
        }

        return sum;
    }
}
