namespace OutsideIn.Statistics;

/// <summary>What many questions at once do to a p-value, where not one of them shall be answered wrongly.</summary>
/// <remarks>
/// Each gives adjusted p-values: reject what is at most α, and the chance of any false rejection is at most α. The family is fixed by the
/// plan, before anything is seen.
/// </remarks>
public static class FamilyError
{
    /// <summary>[values] Each p-value times their number: whatever their dependence.</summary>
    /// <param name="pValues">0 ≤ p ≤ 1; empty gives empty.</param>
    /// <exception cref="ArgumentOutOfRangeException">A p-value is outside [0, 1] or not a number.</exception>
    /// <remarks>Source: Bonferroni (1936); Dunn (1961), Multiple comparisons among means, Journal of the American Statistical Association 56.</remarks>
    public static double[] Bonferroni(ReadOnlySpan<double> pValues) => StepDown(pValues, static (p, _, all) => p * all, isStepping: false);

    /// <summary>[values] The chance of any so small among so many independent ones.</summary>
    /// <inheritdoc cref="Bonferroni" path="/param|/exception"/>
    /// <remarks>Source: Šidák (1967), Journal of the American Statistical Association 62. For independent or positively dependent questions.</remarks>
    public static double[] Sidak(ReadOnlySpan<double> pValues) => StepDown(pValues, static (p, _, all) => Any(p, all), isStepping: false);

    /// <summary>[values] Bonferroni's in steps down from the smallest: never worse, whatever their dependence. The one to take.</summary>
    /// <inheritdoc cref="Bonferroni" path="/param|/exception"/>
    /// <remarks>Source: Holm (1979), A simple sequentially rejective multiple test procedure, Scandinavian Journal of Statistics 6.</remarks>
    public static double[] Holm(ReadOnlySpan<double> pValues) => StepDown(pValues, static (p, index, all) => p * (all - index), isStepping: true);

    /// <summary>[values] Šidák's in steps down from the smallest.</summary>
    /// <inheritdoc cref="Bonferroni" path="/param|/exception"/>
    /// <remarks>Source: Holland and Copenhaver (1987), Biometrics 43. For independent or positively dependent questions.</remarks>
    public static double[] HolmSidak(ReadOnlySpan<double> pValues) => StepDown(pValues, static (p, index, all) => Any(p, all - index), isStepping: true);

    /// <summary>[values] Holm's factors in steps up from the greatest.</summary>
    /// <inheritdoc cref="Bonferroni" path="/param|/exception"/>
    /// <remarks>Source: Hochberg (1988), A sharper Bonferroni procedure, Biometrika 75. For independent or positively dependent questions.</remarks>
    public static double[] Hochberg(ReadOnlySpan<double> pValues)
    {
        var (sorted, order) = RankedPValues.Of(pValues);
        var (adjusted, least) = (new double[order.Length], 1.0);
        for (var index = order.Length - 1; index >= 0; index--)
        {
            least = Math.Min(least, sorted[index] * (order.Length - index));
            adjusted[order[index]] = least;
        }

        return adjusted;
    }

    /// <summary>[values] Simes' test of every part of the family: never worse than Hochberg's.</summary>
    /// <inheritdoc cref="Bonferroni" path="/param|/exception"/>
    /// <remarks>Source: Hommel (1988), Biometrika 75, as adjusted p-values by the algorithm of Wright (1992), Adjusted p-values for simultaneous inference, Biometrics 48. O(values²). For independent or positively dependent questions.</remarks>
    public static double[] Hommel(ReadOnlySpan<double> pValues)
    {
        var (sorted, order) = RankedPValues.Of(pValues);
        var (all, steps) = (sorted.Length, (double[])sorted.Clone());
        for (var size = all; size >= 2; size--)
        {
            // The smallest of the size − 1 greatest, each over its rank among them.
            var least = double.PositiveInfinity;
            for (var rank = 2; rank <= size; rank++)
            {
                least = Math.Min(least, size * sorted[all - size + rank - 1] / rank);
            }

            for (var index = 0; index < all; index++)
            {
                var bound = index <= all - size ? Math.Min(least, size * sorted[index]) : least;
                steps[index] = Math.Max(steps[index], bound);
            }
        }

        return Placed(steps, order);
    }

    private static double Any(double p, int count) => -SmallNumbers.ExpLessOne(count * SmallNumbers.LogOnePlus(-p));

    private static double[] StepDown(ReadOnlySpan<double> pValues, Func<double, int, int, double> adjust, bool isStepping)
    {
        var (sorted, order) = RankedPValues.Of(pValues);
        var greatest = 0.0;
        for (var index = 0; index < sorted.Length; index++)
        {
            var one = adjust(sorted[index], index, sorted.Length);
            greatest = isStepping ? Math.Max(greatest, one) : one;
            sorted[index] = Math.Min(1, greatest);
        }

        return Placed(sorted, order);
    }

    private static double[] Placed(double[] sorted, int[] order)
    {
        var adjusted = new double[order.Length];
        for (var index = 0; index < order.Length; index++)
        {
            adjusted[order[index]] = sorted[index];
        }

        return adjusted;
    }
}
