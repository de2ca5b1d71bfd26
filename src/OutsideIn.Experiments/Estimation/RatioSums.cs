using OutsideIn.Statistics;
using OutsideIn.Vocabulary;

namespace OutsideIn.Experiments;

/// <summary>A ratio of two sums over units, such as contacts per case of customers: numerator and denominator vary from unit to unit.</summary>
/// <remarks>Source: Deng, Knoblich and Lu (2018), Applying the delta method in metric analytics, KDD, §2.2.</remarks>
/// <param name="Values">Column 0 the numerator, column 1 the denominator of each unit.</param>
public sealed record RatioSums(JointMoments Values) : ArmSums
{
    /// <inheritdoc/>
    public override double Count => Values.Count;

    /// <summary>Numerator ÷ denominator; NaN or infinite where the denominator is 0.</summary>
    public double Ratio => Values.Mean(0) / Values.Mean(1);

    internal override string Figure => "ratios of sums";

    /// <summary>Both parts of an arm together.</summary>
    public static RatioSums operator +(RatioSums left, RatioSums right) => new(left.Values + right.Values);

    internal override Result<ArmPair> With(ArmSums treatment) => treatment is not RatioSums other
        ? Unlike(treatment)
        : Values.Mean(1) == 0 || other.Values.Mean(1) == 0
            ? NoDenominator()
            : ArmPair.Of(Mean, other.Mean);

    /// <summary>The refusal of a ratio whose denominators add up to nothing.</summary>
    internal static Problem NoDenominator() => new(
        ProblemKind.NotEstimable, "EX032", "The denominators of an arm add up to 0, so that it has no ratio.",
        "Compare the sums of the numerator, or wait until there is something to divide by.");

    private ArmMean Mean
    {
        get
        {
            Span<double> slopes = [1 / Values.Mean(1), -Ratio / Values.Mean(1)];
            return new ArmMean(Count, Ratio, DeltaMethod.Variance(Values, slopes), Ratio);
        }
    }
}

/// <summary>A ratio of two sums over units, with the same ratio before the units were given their arms (CUPED for ratios).</summary>
/// <remarks>Source: Deng et al. (2013), §3.3 and appendix B: the linearised ratios take the place of outcome and covariate.</remarks>
/// <param name="Values">Columns 0 and 1 numerator and denominator, columns 2 and 3 the same before.</param>
public sealed record AdjustedRatioSums(JointMoments Values) : ArmSums
{
    /// <inheritdoc/>
    public override double Count => Values.Count;

    internal override string Figure => "ratios of sums adjusted by the ratio before (CUPED)";

    /// <summary>Both parts of an arm together.</summary>
    public static AdjustedRatioSums operator +(AdjustedRatioSums left, AdjustedRatioSums right) => new(left.Values + right.Values);

    internal override Result<ArmPair> With(ArmSums treatment)
    {
        if (treatment is not AdjustedRatioSums other)
        {
            return Unlike(treatment);
        }

        if (Values.Mean(1) == 0 || other.Values.Mean(1) == 0)
        {
            return RatioSums.NoDenominator();
        }

        var slope = Slope(other);
        if (Math.Abs(slope) < double.Epsilon || Values.Mean(3) == 0 || other.Values.Mean(3) == 0)
        {
            return Now.With(other.Now);
        }

        var (one, two) = (Adjusted(slope), other.Adjusted(slope));
        return new ArmPair(one, two, RelativeVariance(slope, one, two, other));
    }

    private RatioSums Now => new(JointMoments.OfKnown(
        Count, [Values.Mean(0), Values.Mean(1)], [Values.CrossDeviations(0, 0), Values.CrossDeviations(1, 0), Values.CrossDeviations(1, 1)]));

    // The covariance of the linearised ratios now and before, over the variance of the one before.
    private double Slope(AdjustedRatioSums other)
    {
        var (own, theirs) = (Before(), other.Before());
        var variance = own.Variance + theirs.Variance;
        return variance > 0 ? (own.Covariance + theirs.Covariance) / variance : 0;
    }

    private (double Covariance, double Variance) Before()
    {
        if (Values.Mean(3) == 0)
        {
            return default;
        }

        Span<double> now = [1 / Values.Mean(1), -Values.Mean(0) / (Values.Mean(1) * Values.Mean(1)), 0, 0];
        Span<double> before = [0, 0, 1 / Values.Mean(3), -Values.Mean(2) / (Values.Mean(3) * Values.Mean(3))];
        return (DeltaMethod.Covariance(Values, now, before), DeltaMethod.Variance(Values, before));
    }

    private ArmMean Adjusted(double slope)
    {
        Span<double> slopes = stackalloc double[4];
        Slopes(slope, slopes);
        var ratio = Values.Mean(0) / Values.Mean(1);
        return new ArmMean(Count, ratio - (slope * Values.Mean(2) / Values.Mean(3)), DeltaMethod.Variance(Values, slopes), ratio);
    }

    private void Slopes(double slope, Span<double> slopes)
    {
        slopes[0] = 1 / Values.Mean(1);
        slopes[1] = -Values.Mean(0) / (Values.Mean(1) * Values.Mean(1));
        slopes[2] = -slope / Values.Mean(3);
        slopes[3] = slope * Values.Mean(2) / (Values.Mean(3) * Values.Mean(3));
    }

    private double RelativeVariance(double slope, ArmMean control, ArmMean treatment, AdjustedRatioSums other)
    {
        Span<double> slopes = stackalloc double[4];
        Slopes(slope, slopes);

        // d/dR of (adjusted difference) ÷ |R| is −(1 + the relative effect, with R's sign) ÷ |R| of the slope of R itself.
        var relative = (treatment.Mean - control.Mean) / control.Baseline;
        slopes[0] *= 1 + relative;
        slopes[1] *= 1 + relative;
        var own = DeltaMethod.Variance(Values, slopes) / Count;
        other.Slopes(slope, slopes);
        return (own + (DeltaMethod.Variance(other.Values, slopes) / other.Count)) / (control.Baseline * control.Baseline);
    }
}
