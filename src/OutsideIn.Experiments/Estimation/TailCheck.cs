using OutsideIn.Statistics;

namespace OutsideIn.Experiments;

/// <summary>Whether a mean rests on enough values for its normal interval, or on a few huge ones. Immutable.</summary>
/// <param name="Skewness">Σ(x − mean)³ ÷ n over the deviation cubed; 0 for a symmetric outcome.</param>
/// <param name="LargestShare">The share of the squared deviations that the one most extreme value makes up.</param>
/// <param name="Needed">How many values the skewness asks for: 355 × skewness².</param>
/// <param name="Count">How many there are.</param>
/// <remarks>
/// Source: Kohavi, Deng, Longbotham and Xu (2014), Seven rules of thumb for web site experimenters, KDD, rule 7 (after Boos and
/// Hughes-Oliver 2000): with 355 s² values an arm a 95 % interval misses at most 3 % on the worse side. It is for one arm: in a
/// difference of arms of equal size the skewness largely cancels.
/// </remarks>
public sealed record TailCheck(double Skewness, double LargestShare, double Needed, long Count)
{
    /// <summary>Whether there are enough values.</summary>
    public bool IsEnough => Count >= Needed;

    /// <summary>Of an arm's values.</summary>
    /// <param name="values">[units] Without NaN.</param>
    /// <returns>The check; null where the values do not vary.</returns>
    public static TailCheck? Of(ReadOnlySpan<double> values)
    {
        var moments = Moments.Of(values);
        if (moments.SquaredDeviations <= 0)
        {
            return null;
        }

        var (cubes, largest) = (0.0, 0.0);
        foreach (var value in values)
        {
            var apart = value - moments.Mean;
            cubes += apart * apart * apart;
            largest = Math.Max(largest, apart * apart);
        }

        var skewness = cubes / values.Length / Math.Pow(moments.SquaredDeviations / values.Length, 1.5);
        return new TailCheck(skewness, largest / moments.SquaredDeviations, 355 * skewness * skewness, values.Length);
    }

    /// <summary>The same as a check beside an estimate.</summary>
    public AssumptionCheck AsCheck() => new(
        "There are enough values for the mean of so skewed an outcome to be normal.", IsEnough,
        string.Create(
            System.Globalization.CultureInfo.InvariantCulture,
            $"Skewness {Skewness:0.0} asks for {Needed:0} values in an arm; there are {Count}. The most extreme value makes up {100 * LargestShare:0} % of the spread."));
}
