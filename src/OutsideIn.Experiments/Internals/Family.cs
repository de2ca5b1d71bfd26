namespace OutsideIn.Experiments;

/// <summary>Outcomes tested together.</summary>
internal static class Family
{
    /// <summary>[tests] Adjusted p-values, in their order. Source: Holm (1979), A simple sequentially rejective multiple test procedure, Scandinavian Journal of Statistics 6(2).</summary>
    public static double[] Holm(double[] pValues)
    {
        var order = Enumerable.Range(0, pValues.Length).OrderBy(index => pValues[index]).ToArray();
        var (adjusted, most) = (new double[pValues.Length], 0.0);
        for (var rank = 0; rank < order.Length; rank++)
        {
            most = Math.Max(most, Math.Min(1, pValues[order[rank]] * (order.Length - rank)));
            adjusted[order[rank]] = most;
        }

        return adjusted;
    }
}
