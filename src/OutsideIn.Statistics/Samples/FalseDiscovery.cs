namespace OutsideIn.Statistics;

/// <summary>What many looks at once do to a p-value: among many, some look striking by chance. Here the share of false ones among those kept is limited.</summary>
/// <remarks>Where every single false one hurts, take <see cref="FamilyError"/>.</remarks>
public static class FalseDiscovery
{
    /// <summary>
    /// [values] The q-value of each p-value, in their order: keeping what has a q of at most 0.05 keeps at most 5 % false ones on
    /// average, where the looks are independent or positively dependent.
    /// </summary>
    /// <remarks>
    /// Source: Benjamini and Hochberg (1995), Controlling the false discovery rate, Journal of the Royal Statistical Society B 57,
    /// as adjusted p-values. O(values log values).
    /// </remarks>
    /// <param name="pValues">0 ≤ p ≤ 1; empty gives empty.</param>
    /// <exception cref="ArgumentOutOfRangeException">A p-value is outside [0, 1] or not a number.</exception>
    public static double[] BenjaminiHochberg(ReadOnlySpan<double> pValues) => StepUp(pValues, 1);

    /// <summary>[values] The q-value of each p-value, in their order, however the looks depend on each other.</summary>
    /// <inheritdoc cref="BenjaminiHochberg" path="/param|/exception"/>
    /// <remarks>Source: Benjamini and Yekutieli (2001), The control of the false discovery rate under dependency, Annals of Statistics 29, theorem 1.3.</remarks>
    public static double[] BenjaminiYekutieli(ReadOnlySpan<double> pValues)
    {
        var harmonic = 0.0;
        for (var rank = 1; rank <= pValues.Length; rank++)
        {
            harmonic += 1.0 / rank;
        }

        return StepUp(pValues, harmonic);
    }

    /// <summary>[values] The q-value of each p-value, in their order, sharpened by how many of the looks seem to be nothing.</summary>
    /// <param name="pValues">0 ≤ p ≤ 1; empty gives empty.</param>
    /// <param name="share">The share of false ones that is accepted; the first stage keeps at it, so the q-values are for this share only.</param>
    /// <exception cref="ArgumentOutOfRangeException">A p-value is outside [0, 1] or not a number, or the share is outside (0, 1).</exception>
    /// <remarks>Source: Benjamini, Krieger and Yekutieli (2006), Adaptive linear step-up procedures that control the false discovery rate, Biometrika 93, definition 6: the first stage at share ÷ (1 + share). For independent looks.</remarks>
    public static double[] TwoStage(ReadOnlySpan<double> pValues, double share = 0.05)
    {
        Levels.ThrowUnlessInside(share);
        return Staged(pValues, share / (1 + share), 1 + share);
    }

    /// <summary>[values] As <see cref="TwoStage"/> with the first stage at the whole share: keeps a little more, without the proof.</summary>
    /// <inheritdoc cref="TwoStage" path="/param|/exception"/>
    /// <remarks>Source: Benjamini and Hochberg (2000), On the adaptive control of the false discovery rate, Journal of Educational and Behavioral Statistics 25.</remarks>
    public static double[] TwoStageWhole(ReadOnlySpan<double> pValues, double share = 0.05)
    {
        Levels.ThrowUnlessInside(share);
        return Staged(pValues, share, 1);
    }

    private static double[] Staged(ReadOnlySpan<double> pValues, double first, double factor)
    {
        var adjusted = StepUp(pValues, 1);
        var kept = 0;
        foreach (var one in adjusted)
        {
            kept += one <= first ? 1 : 0;
        }

        // Where the first stage keeps none or all there is nothing to sharpen.
        if (kept > 0 && kept < adjusted.Length)
        {
            factor *= (double)(adjusted.Length - kept) / adjusted.Length;
        }

        for (var index = 0; index < adjusted.Length; index++)
        {
            adjusted[index] = Math.Min(1, adjusted[index] * factor);
        }

        return adjusted;
    }

    private static double[] StepUp(ReadOnlySpan<double> pValues, double factor)
    {
        var (sorted, order) = RankedPValues.Of(pValues);
        var adjusted = new double[order.Length];
        var least = 1.0;
        for (var rank = order.Length; rank >= 1; rank--)
        {
            least = Math.Min(least, factor * sorted[rank - 1] / ((double)rank / order.Length));
            adjusted[order[rank - 1]] = least;
        }

        return adjusted;
    }
}
