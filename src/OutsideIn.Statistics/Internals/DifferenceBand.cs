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

    public static Interval At(ShareEstimate first, ShareEstimate second, double level) =>
        At(first.Value, first.At(level), second.Value, second.At(level));

    /// <summary>The interval of the second value less the first.</summary>
    public static Interval At(double first, Interval one, double second, Interval other) => new(
        second - first - Distance(other.Low - second, one.High - first),
        second - first + Distance(other.High - second, one.Low - first));

    /// <summary>Never below 10⁻¹².</summary>
    public static double PValue(ShareEstimate first, ShareEstimate second) => PValue(level => At(first, second, level));

    /// <summary>From nested intervals at any level. Never below 10⁻¹².</summary>
    public static double PValue(Func<double, Interval> at)
    {
        if (!at(1 - PMin).Contains(0))
        {
            return PMin;
        }

        if (at(LevelMin).Contains(0))
        {
            return 1;
        }

        var (low, high) = (Math.Log(PMin), Math.Log(1 - LevelMin));

        for (var step = 0; step < 60; step++)
        {
            var middle = (low + high) / 2;
            (low, high) = at(1 - Math.Exp(middle)).Contains(0) ? (middle, high) : (low, middle);
        }

        return Math.Exp(high);
    }

    private static double Distance(double one, double other) => Math.Sqrt((one * one) + (other * other));
}
