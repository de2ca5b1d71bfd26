using System.Globalization;

namespace OutsideIn.Statistics;

/// <summary>Why a percentile of waits has no value.</summary>
public static class NotReached
{
    /// <param name="reached">The share that had reached it within the time observed, 0 to 1.</param>
    /// <param name="share">The share the percentile asks for; written out, so that 99.5 % is not told as 100 %.</param>
    public static string Of(double reached, double share) => string.Create(
        CultureInfo.InvariantCulture,
        $"Only {reached:P1} had reached it within the time observed, fewer than {share * 100:0.####} %.");
}
