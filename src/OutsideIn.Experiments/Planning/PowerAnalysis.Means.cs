using OutsideIn.Statistics;
using OutsideIn.Vocabulary;

namespace OutsideIn.Experiments;

/// <content>Means.</content>
public static partial class PowerAnalysis
{
    /// <summary>Units to see a difference of means by the t test.</summary>
    /// <param name="difference">The difference, in the outcome's unit; its sign does not matter.</param>
    /// <param name="deviation">The outcome's standard deviation in each arm, &gt; 0.</param>
    /// <param name="target">How sure.</param>
    /// <returns>The units; <c>EX020</c> where there is no difference; <c>EX023</c> where the deviation is not above 0.</returns>
    /// <remarks>Source: Cohen (1988), §2.4, with the noncentral t; both sides of the test count.</remarks>
    public static Result<SampleSize> Means(double difference, double deviation, PowerTarget target) =>
        MeansByNormal(difference, deviation, target).Then<SampleSize>(normal =>
        {
            var size = Rising.Reaches(
                n => TPower(difference / deviation, n, target), target.Power, Math.Max(1, 1 / target.Ratio) * (1 + 1e-9), normal.Control);
            return SampleSize.Of(size, target, "two means, t test");
        });

    /// <summary>Units to see a difference of means by the z test: what <see cref="Means"/> comes to for many units.</summary>
    /// <inheritdoc cref="Means" path="/param|/returns"/>
    /// <remarks>Source: Lachin (1981), Controlled Clinical Trials 2.</remarks>
    public static Result<SampleSize> MeansByNormal(double difference, double deviation, PowerTarget target) =>
        (NotPositive("The standard deviation", deviation) ?? (difference == 0 ? PowerProblems.NoEffect() : null)) is { } problem
            ? problem
            : SampleSize.Of(target.Squared * (1 + (1 / target.Ratio)) * Square(deviation / difference), target, "two means, z test");

    /// <summary>The chance that the t test sees a difference of means.</summary>
    /// <param name="difference">The difference, in the outcome's unit.</param>
    /// <param name="deviation">The outcome's standard deviation in each arm, &gt; 0.</param>
    /// <param name="controlCount">Units of the control, &gt; 1.</param>
    /// <param name="target">Alpha and the ratio of the arms.</param>
    /// <returns>0 to 1, both sides of the test; <c>EX023</c> where the deviation is not above 0 or there are too few units for a spread.</returns>
    /// <remarks>Source: as <see cref="Means"/>.</remarks>
    public static Result<double> MeansPower(double difference, double deviation, double controlCount, PowerTarget target) =>
        (NotPositive("The standard deviation", deviation)
            ?? NotPositive("The degrees of freedom", (controlCount * (1 + target.Ratio)) - 2)) is { } problem
            ? problem
            : TPower(difference / deviation, controlCount, target);

    /// <summary>The smallest difference of means that so many units can show.</summary>
    /// <param name="deviation">The outcome's standard deviation in each arm, &gt; 0.</param>
    /// <param name="controlCount">Units of the control, &gt; 1.</param>
    /// <param name="target">How sure.</param>
    /// <returns>In the outcome's unit, above 0; <c>EX023</c> where the deviation is not above 0 or there are too few units for a spread.</returns>
    /// <remarks>Source: as <see cref="Means"/>.</remarks>
    public static Result<double> MeansMinimumEffect(double deviation, double controlCount, PowerTarget target) =>
        MeansPower(0, deviation, controlCount, target).Then<double>(_ =>
            deviation * Rising.Reaches(d => TPower(d, controlCount, target), target.Power, 0, Math.Sqrt(target.Squared * 2 / controlCount)));

    /// <summary>Units to show that a mean is not worse by a margin where both arms are alike: a guardrail.</summary>
    /// <param name="margin">How much worse is still acceptable, &gt; 0, in the outcome's unit.</param>
    /// <param name="deviation">The outcome's standard deviation in each arm, &gt; 0.</param>
    /// <param name="target">How sure; one-sided at half of alpha.</param>
    /// <returns>The units; <c>EX022</c> where there is no margin; <c>EX023</c> where the deviation is not above 0.</returns>
    /// <remarks>Source: Julious (2004), Sample sizes for clinical trials with normal data, Statistics in Medicine 23, §3.</remarks>
    public static Result<SampleSize> MeansNotWorse(double margin, double deviation, PowerTarget target) =>
        margin > 0
            ? MeansByNormal(margin, deviation, target).Then<SampleSize>(size => size with { Method = "two means, non-inferiority" })
            : PowerProblems.NoMargin(margin);

    /// <summary>Units to see that not all of several groups have the same mean: analysis of variance.</summary>
    /// <param name="groups">How many groups of equal size, ≥ 2.</param>
    /// <param name="cohenF">The deviation of the groups' means over the deviation within them, &gt; 0.</param>
    /// <param name="target">Alpha and power.</param>
    /// <returns>The units of all groups together; <c>EX020</c> where there is no effect.</returns>
    /// <exception cref="ArgumentOutOfRangeException">Fewer than two groups.</exception>
    /// <remarks>Source: Cohen (1988), §8.4, with the noncentral F.</remarks>
    public static Result<double> GroupMeans(int groups, double cohenF, PowerTarget target)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(groups, 2);
        if (!(cohenF > 0))
        {
            return PowerProblems.NoEffect();
        }

        return Rising.Reaches(
            n => NoncentralTails.F(FDistribution.UpperQuantile(target.Alpha, groups - 1, n - groups), groups - 1, n - groups, n * cohenF * cohenF),
            target.Power, groups + 1e-3, target.Squared / (cohenF * cohenF));
    }

    /// <summary>Units to see that shares of several kinds are not what they should be: chi-square.</summary>
    /// <param name="cohenW">√Σ(share − expected)² ÷ expected, &gt; 0.</param>
    /// <param name="degrees">Degrees of freedom, ≥ 1.</param>
    /// <param name="target">Alpha and power.</param>
    /// <returns>The units; <c>EX020</c> where there is no effect.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There are no degrees of freedom.</exception>
    /// <remarks>Source: Cohen (1988), §7.4, with the noncentral chi-square. What a sample-ratio test can see is asked with it.</remarks>
    public static Result<double> Kinds(double cohenW, double degrees, PowerTarget target)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(degrees, 1);
        if (!(cohenW > 0))
        {
            return PowerProblems.NoEffect();
        }

        var bound = ChiSquareDistribution.UpperQuantile(target.Alpha, degrees);
        return Rising.Reaches(
            n => NoncentralTails.ChiSquare(bound, degrees, n * cohenW * cohenW), target.Power, 0, target.Squared / (cohenW * cohenW));
    }

    /// <summary>The chance that the relative effect of a mean is seen, on the scale relative effects are tested on.</summary>
    /// <param name="effect">Relative to control: 0.05 is five per cent more.</param>
    /// <param name="variation">The outcome's standard deviation over its mean, &gt; 0.</param>
    /// <param name="controlCount">Units of the control, &gt; 0.</param>
    /// <param name="target">Alpha and the ratio of the arms.</param>
    /// <returns>0 to 1, both sides of the test; <c>EX023</c> where the variation is not above 0 or there are no units.</returns>
    /// <remarks>Source: the delta method's variance of a ratio under the effect, as GrowthBook's power calculator (docs, statistics/power) states it.</remarks>
    public static Result<double> RelativePower(double effect, double variation, double controlCount, PowerTarget target) =>
        (NotPositive("The variation", variation) ?? NotPositive("The number of units", controlCount)) is { } problem
            ? problem
            : BothSides(effect, target.AlphaZ * RelativeError(effect, variation, controlCount, target), RelativeError(effect, variation, controlCount, target));

    /// <summary>The smallest relative rise of a mean that so many units can show.</summary>
    /// <param name="variation">The outcome's standard deviation over its mean, &gt; 0.</param>
    /// <param name="controlCount">Units of the control, &gt; 0.</param>
    /// <param name="target">How sure.</param>
    /// <returns>Relative to control, above 0; <c>EX023</c> where the variation is not above 0 or there are no units; <c>EX025</c> where no rise would be seen.</returns>
    /// <remarks>Source: as <see cref="RelativePower"/>, solved for the effect: its error grows with it.</remarks>
    public static Result<double> RelativeMinimumEffect(double variation, double controlCount, PowerTarget target) =>
        RelativePower(0, variation, controlCount, target).Then(_ =>
            RelativeMinimumEffect(target.AlphaZ + target.PowerZ, variation * variation / controlCount, target.Ratio));

    // e² = k² v (1 / r (1) + (1 + e)²) with the treatment's variance over its count first.
    private static Result<double> RelativeMinimumEffect(double z, double variance, double ratio)
    {
        var k = z * z * variance;
        if (k >= 1)
        {
            return PowerProblems.NotReached("So few units cannot show any relative rise: its error grows as fast as the effect.");
        }

        return (k + Math.Sqrt((k * k) + ((1 - k) * k * (1 + (1 / ratio))))) / (1 - k);
    }

    private static double RelativeError(double effect, double variation, double controlCount, PowerTarget target) =>
        variation * Math.Sqrt(((1 / target.Ratio) + Square(1 + effect)) / controlCount);

    private static double TPower(double standardised, double controlCount, PowerTarget target)
    {
        var degrees = (controlCount * (1 + target.Ratio)) - 2;
        var bound = StudentTDistribution.UpperQuantile(target.Alpha / 2, degrees);
        return NoncentralTails.F(bound * bound, 1, degrees, Square(standardised) * controlCount * target.Ratio / (1 + target.Ratio));
    }
}
