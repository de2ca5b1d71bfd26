namespace OutsideIn.Statistics;

/// <summary>The difference of two independent shares, from the interval of each.</summary>
/// <remarks>
/// The interval is put together of the distances of each share to the ends of its own: method 10 of Newcombe (1998), Interval estimation
/// for the difference between independent proportions, Statistics in Medicine 17, for any two intervals as Zou and Donner (2008),
/// Construction of confidence limits about effect measures, Statistics in Medicine 27. The p-value is 1 less the highest level at which
/// the interval leaves 0 out, so that the two never contradict each other.
/// </remarks>
internal static class DifferenceBand
{
    private const double PMin = 1e-12;
    private const double LevelMin = 1e-9;

    public static Interval At(ShareEstimate first, ShareEstimate second, double level)
    {
        var (one, other) = (first.At(level), second.At(level));
        var difference = second.Value - first.Value;
        return new Interval(
            difference - Distance(other.Low - second.Value, one.High - first.Value),
            difference + Distance(other.High - second.Value, one.Low - first.Value));
    }

    /// <summary>Never below 10⁻¹².</summary>
    public static double PValue(ShareEstimate first, ShareEstimate second)
    {
        if (!At(first, second, 1 - PMin).Contains(0))
        {
            return PMin;
        }

        if (At(first, second, LevelMin).Contains(0))
        {
            return 1;
        }

        var (low, high) = (Math.Log(PMin), Math.Log(1 - LevelMin));

        for (var step = 0; step < 60; step++)
        {
            var middle = (low + high) / 2;
            (low, high) = At(first, second, 1 - Math.Exp(middle)).Contains(0) ? (middle, high) : (low, middle);
        }

        return Math.Exp(high);
    }

    private static double Distance(double one, double other) => Math.Sqrt((one * one) + (other * other));
}
