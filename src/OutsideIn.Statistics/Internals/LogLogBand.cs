namespace OutsideIn.Statistics;

/// <summary>The interval of a share on the scale ln(−ln(1 − share)).</summary>
/// <remarks>Source: Kalbfleisch and Prentice (2002), The statistical analysis of failure time data, §1.4.</remarks>
internal static class LogLogBand
{
    /// <summary>The interval of the share that has reached it, 0 &lt; share &lt; 1.</summary>
    public static Interval Of(double share, double error, double z)
    {
        var remaining = 1 - share;
        var log = Math.Log(remaining);
        var spread = z * error / (remaining * Math.Abs(log));
        return new Interval(1 - Math.Exp(log * Math.Exp(-spread)), 1 - Math.Exp(log * Math.Exp(spread)));
    }
}
