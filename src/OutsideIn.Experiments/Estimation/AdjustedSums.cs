using OutsideIn.Statistics;
using OutsideIn.Vocabulary;

namespace OutsideIn.Experiments;

/// <summary>A number for each unit, with one more that was known before the unit was given its arm (CUPED).</summary>
/// <remarks>
/// Source: Deng, Xu, Kohavi and Walker (2013), Improving the sensitivity of online controlled experiments by utilizing pre-experiment
/// data, WSDM, eq. 4: one slope for both arms, of the units of both arms taken together.
/// </remarks>
/// <param name="Values">Column 0 the outcome, column 1 the covariate.</param>
/// <param name="AreShares">Whether both columns are yes/no, whose variance divides by n.</param>
public sealed record AdjustedSums(JointMoments Values, bool AreShares = false) : ArmSums
{
    /// <inheritdoc/>
    public override double Count => Values.Count;

    internal override string Figure => "means adjusted by a covariate (CUPED)";

    /// <summary>The slope that makes the adjusted difference most precise; 0 where the covariate or the outcome does not vary.</summary>
    public static double Slope(AdjustedSums control, AdjustedSums treatment)
    {
        var both = control.Values + treatment.Values;
        return both.CrossDeviations(1, 1) > 0 && both.CrossDeviations(0, 0) > 0 ? both.CrossDeviations(0, 1) / both.CrossDeviations(1, 1) : 0;
    }

    /// <summary>Both parts of an arm together.</summary>
    public static AdjustedSums operator +(AdjustedSums left, AdjustedSums right) => new(left.Values + right.Values, left.AreShares && right.AreShares);

    internal override Result<ArmPair> With(ArmSums treatment)
    {
        if (treatment is not AdjustedSums other)
        {
            return Unlike(treatment);
        }

        var slope = Slope(this, other);
        var (one, two) = (Adjusted(slope), other.Adjusted(slope));

        // The gradient is taken where both arms have the same mean covariate, as randomisation has it.
        var (own, ratio, square) = (Baseline, other.Baseline / Baseline, Baseline * Baseline);
        var controlVariance = (Variance(0, 0) * ratio * ratio) - (2 * slope * Variance(0, 1) * ratio) + (slope * slope * Variance(1, 1));
        return new ArmPair(
            new ArmMean(Count, one.Mean, one.Variance, own), new ArmMean(other.Count, two.Mean, two.Variance, other.Baseline),
            ((two.Variance / other.Count) + (controlVariance / Count)) / square);
    }

    private double Baseline => Values.Mean(0);

    private (double Mean, double Variance) Adjusted(double slope) => (
        Values.Mean(0) - (slope * Values.Mean(1)),
        Variance(0, 0) + (slope * slope * Variance(1, 1)) - (2 * slope * Variance(0, 1)));

    private double Variance(int one, int other) => Values.CrossDeviations(one, other) / (AreShares ? Count : Count - 1);
}
