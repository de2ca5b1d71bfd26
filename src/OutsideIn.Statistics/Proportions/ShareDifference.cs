namespace OutsideIn.Statistics;

/// <summary>A share of observations that may weigh differently.</summary>
/// <param name="Share">0 to 1.</param>
/// <param name="Size">How many observations of equal weight would leave it as uncertain; their number where all weigh the same.</param>
public readonly record struct WeighedShare(double Share, double Size);

/// <summary>The difference of two independent shares.</summary>
public static class ShareDifference
{
    /// <summary>Newcombe's interval of two Wilson intervals, and the pooled test.</summary>
    /// <remarks>
    /// Source: Newcombe (1998), Interval estimation for the difference between independent proportions, Statistics in Medicine 17,
    /// method 10. With weights the effective sizes stand for the counts (Korn and Graubard 1998, Confidence intervals for
    /// proportions with small expected number of positive counts, Survey Methodology 24).
    /// </remarks>
    public static DifferenceEstimate Of(WeighedShare first, WeighedShare second, double level, int count)
    {
        var difference = first.Share - second.Share;
        var (one, other) = (ProportionInterval.WilsonInterval(first.Share, first.Size, level), ProportionInterval.WilsonInterval(second.Share, second.Size, level));
        var below = Math.Sqrt(Square(first.Share - one.Low) + Square(other.High - second.Share));
        var above = Math.Sqrt(Square(one.High - first.Share) + Square(second.Share - other.Low));
        var pooled = ((first.Share * first.Size) + (second.Share * second.Size)) / (first.Size + second.Size);
        var error = Math.Sqrt(pooled * (1 - pooled) * ((1 / first.Size) + (1 / second.Size)));
        return new DifferenceEstimate(
            difference, new Interval(difference - below, difference + above), error > 0 ? ChiSquareDistribution.BothTails(difference / error) : 1, level,
            "difference of shares, Newcombe interval", count);
    }

    private static double Square(double value) => value * value;
}
