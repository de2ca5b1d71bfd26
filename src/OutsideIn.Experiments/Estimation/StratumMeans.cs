using OutsideIn.Statistics;
using OutsideIn.Vocabulary;

namespace OutsideIn.Experiments;

/// <summary>The means of one stratum, control's before treatment's, with their covariance for one unit of the stratum.</summary>
/// <param name="Count">Units of both arms.</param>
/// <param name="Means">[2] control, treatment; or [4] numerator and denominator of control, then of treatment.</param>
/// <param name="Covariance">[means × means] of the means, times the count.</param>
internal sealed record StratumMeans(double Count, double[] Means, double[,] Covariance)
{
    public static StratumMeans Of(Stratum stratum) => (stratum.Control, stratum.Treatment) switch
    {
        (AdjustedSums control, AdjustedSums treatment) when (control.Values + treatment.Values).CrossDeviations(1, 1) > 0 => Adjusted(control.Values, treatment.Values),
        (AdjustedSums control, AdjustedSums treatment) => Plain(ArmMean.Of(control.Values.Column(0)), ArmMean.Of(treatment.Values.Column(0))),
        (RatioSums control, RatioSums treatment) => Ratios(control.Values, treatment.Values),
        (ShareSums control, ShareSums treatment) => Plain(Share(control), Share(treatment)),
        (MeanSums control, MeanSums treatment) => Plain(ArmMean.Of(control.Values), ArmMean.Of(treatment.Values)),
        _ => throw new System.Diagnostics.UnreachableException("A stratum's arms are of one kind."),
    };

    private static ArmMean Share(ShareSums arm) => new(arm.Units, arm.Share, arm.Share * (1 - arm.Share), arm.Share);

    private static StratumMeans Plain(ArmMean control, ArmMean treatment)
    {
        var count = control.Count + treatment.Count;
        return new StratumMeans(
            count, [control.Mean, treatment.Mean], new[,] { { count * control.SquaredError, 0 }, { 0, count * treatment.SquaredError } });
    }

    private static StratumMeans Ratios(JointMoments control, JointMoments treatment)
    {
        var (count, covariance) = (control.Count + treatment.Count, new double[4, 4]);
        for (var row = 0; row < 2; row++)
        {
            for (var column = 0; column < 2; column++)
            {
                covariance[row, column] = count / control.Count * control.Covariance(row, column);
                covariance[row + 2, column + 2] = count / treatment.Count * treatment.Covariance(row, column);
            }
        }

        return new StratumMeans(count, [control.Mean(0), control.Mean(1), treatment.Mean(0), treatment.Mean(1)], covariance);
    }

    // Analysis of covariance: one slope within the arms, both means taken at the stratum's mean covariate, which is itself estimated.
    private static StratumMeans Adjusted(JointMoments control, JointMoments treatment)
    {
        var (count, both) = (control.Count + treatment.Count, control + treatment);
        var spread = control.CrossDeviations(1, 1) + treatment.CrossDeviations(1, 1);
        var slope = (control.CrossDeviations(0, 1) + treatment.CrossDeviations(0, 1)) / spread;
        var residual = control.CrossDeviations(0, 0) + treatment.CrossDeviations(0, 0) - (slope * slope * spread);
        var (variance, middle) = (residual / (count - 3), both.Mean(1));
        var (own, theirs) = (middle - control.Mean(1), middle - treatment.Mean(1));

        // What the estimated middle adds to the level of both means; the difference has none of it.
        var level = both.Covariance(1, 1) / count * ((slope * slope) + (variance / spread));
        var first = (variance / control.Count) + (variance * own * own / spread);
        var second = (variance / treatment.Count) + (variance * theirs * theirs / spread);
        var mixed = variance * own * theirs / spread;
        return new StratumMeans(
            count,
            [control.Mean(0) + (slope * own), treatment.Mean(0) + (slope * theirs)],
            new[,] { { count * (first + level), count * (mixed + level) }, { count * (mixed + level), count * (second + level) } });
    }
}

/// <summary>The means of all strata together, weighed by size, with their covariance.</summary>
internal sealed record StrataMeans(double[] Means, double[,] Covariance)
{
    public static StrataMeans Of(IReadOnlyList<StratumMeans> strata)
    {
        var (width, total) = (strata[0].Means.Length, strata.Sum(static one => one.Count));
        var means = new double[width];
        foreach (var stratum in strata)
        {
            for (var index = 0; index < width; index++)
            {
                means[index] += stratum.Count / total * stratum.Means[index];
            }
        }

        var covariance = new double[width, width];
        for (var row = 0; row < width; row++)
        {
            for (var column = 0; column < width; column++)
            {
                // Within the strata, and between them because their sizes are drawn.
                covariance[row, column] = strata.Sum(one => one.Count / total * (one.Covariance[row, column]
                    + ((one.Means[row] - means[row]) * (one.Means[column] - means[column])))) / total;
            }
        }

        return new StrataMeans(means, covariance);
    }

    /// <summary>The effect by the delta method.</summary>
    public Result<MeasuredEffect> Effect(ComparisonOptions options)
    {
        var isRatio = Means.Length == 4;
        if (isRatio && (Means[1] == 0 || Means[3] == 0))
        {
            return RatioSums.NoDenominator();
        }

        var (control, treatment) = isRatio ? (Means[0] / Means[1], Means[2] / Means[3]) : (Means[0], Means[1]);
        Span<double> own = isRatio ? [1 / Means[1], -control / Means[1], 0, 0] : [1, 0];
        Span<double> theirs = isRatio ? [0, 0, 1 / Means[3], -treatment / Means[3]] : [0, 1];
        var (variance, otherVariance, between) = (Quadratic(own, own), Quadratic(theirs, theirs), Quadratic(own, theirs));
        var ratio = treatment / control;
        var relativeVariance = (otherVariance + (ratio * ratio * variance) - (2 * ratio * between)) / (control * control);
        return WelchComparison.Measured(
            new ArmPair(new ArmMean(1, control, variance, control), new ArmMean(1, treatment, otherVariance, treatment), relativeVariance)
            {
                Between = between,
            },
            options);
    }

    private double Quadratic(ReadOnlySpan<double> left, ReadOnlySpan<double> right)
    {
        var sum = 0.0;
        for (var row = 0; row < left.Length; row++)
        {
            for (var column = 0; column < right.Length; column++)
            {
                sum += left[row] * right[column] * Covariance[row, column];
            }
        }

        return sum;
    }
}
