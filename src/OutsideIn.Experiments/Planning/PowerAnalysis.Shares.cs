using OutsideIn.Statistics;
using OutsideIn.Vocabulary;

namespace OutsideIn.Experiments;

/// <summary>How many units an experiment needs, what effect a number of them can see, and how likely. Closed forms where there are any.</summary>
/// <remarks>Arms: control first. Sizes are computed as fractions of a unit; <see cref="SampleSize.Total"/> rounds up.</remarks>
public static partial class PowerAnalysis
{
    /// <summary>Units to see one share become another by the score test: the one to take for shares.</summary>
    /// <param name="control">The control's share, 0 &lt; share &lt; 1.</param>
    /// <param name="treatment">The treatment's, 0 &lt; share &lt; 1.</param>
    /// <param name="target">How sure.</param>
    /// <returns>The units; <c>EX020</c> where the shares are equal; <c>EX021</c> where one is none.</returns>
    /// <remarks>Source: Fleiss, Levin and Paik (2003), Statistical Methods for Rates and Proportions, §4.2, without the continuity correction: the pooled share where there is no effect, each arm's own where there is.</remarks>
    public static Result<SampleSize> Shares(double control, double treatment, PowerTarget target)
    {
        var pooled = (control + (target.Ratio * treatment)) / (1 + target.Ratio);
        var root = (target.AlphaZ * Math.Sqrt(Spread(pooled) * (1 + (1 / target.Ratio))))
            + (target.PowerZ * Math.Sqrt(Spread(control) + (Spread(treatment) / target.Ratio)));
        return Shares(control, treatment, target, root * root / Square(treatment - control), "two shares, score test (Fleiss)");
    }

    /// <summary>Units to see one share become another by Wald's test: each arm's own spread throughout.</summary>
    /// <inheritdoc cref="Shares(double, double, PowerTarget)" path="/param|/returns"/>
    /// <remarks>Source: Lachin (1981), Introduction to sample size determination, Controlled Clinical Trials 2.</remarks>
    public static Result<SampleSize> SharesByWald(double control, double treatment, PowerTarget target) => Shares(
        control, treatment, target,
        target.Squared * (Spread(control) + (Spread(treatment) / target.Ratio)) / Square(treatment - control), "two shares, unpooled");

    /// <summary>Units to see one share become another on the angular scale; both sides of the test count.</summary>
    /// <inheritdoc cref="Shares(double, double, PowerTarget)" path="/param|/returns"/>
    /// <remarks>Source: Cohen (1988), Statistical Power Analysis for the Behavioral Sciences, §6.4.</remarks>
    public static Result<SampleSize> SharesByAngle(double control, double treatment, PowerTarget target)
    {
        var (effect, scale) = (Math.Abs(OtherShareEffects.CohenH(control, treatment)), 1 + (1 / target.Ratio));
        return Shares(control, treatment, target, target.Squared * scale / (effect * effect), "two shares, arcsine").Then<SampleSize>(oneSide =>
        {
            var size = Rising.Reaches(n => BothSides(effect, target.AlphaZ * Math.Sqrt(scale / n), Math.Sqrt(scale / n)), target.Power, 0, oneSide.Control);
            return SampleSize.Of(size, target, oneSide.Method);
        });
    }

    /// <summary>The chance that the score test sees one share become another.</summary>
    /// <param name="control">The control's share, 0 &lt; share &lt; 1.</param>
    /// <param name="treatment">The treatment's, 0 &lt; share &lt; 1.</param>
    /// <param name="controlCount">Units of the control, &gt; 0.</param>
    /// <param name="target">Alpha and the ratio of the arms.</param>
    /// <returns>0 to 1, both sides of the test; <c>EX021</c> where a share is none; <c>EX023</c> where there are no units.</returns>
    /// <remarks>Source: as <see cref="Shares(double, double, PowerTarget)"/>, turned round.</remarks>
    public static Result<double> SharesPower(double control, double treatment, double controlCount, PowerTarget target)
    {
        if ((NotShares(control, treatment) ?? NotPositive("The number of units", controlCount)) is { } problem)
        {
            return problem;
        }

        var pooled = (control + (target.Ratio * treatment)) / (1 + target.Ratio);
        var none = Math.Sqrt(Spread(pooled) * (1 + (1 / target.Ratio)) / controlCount);
        var some = Math.Sqrt((Spread(control) + (Spread(treatment) / target.Ratio)) / controlCount);
        return BothSides(treatment - control, target.AlphaZ * none, some);
    }

    /// <summary>The smallest rise of a share that so many units can show, by Wald's test.</summary>
    /// <param name="control">The control's share, 0 &lt; share &lt; 1.</param>
    /// <param name="controlCount">Units of the control, &gt; 0.</param>
    /// <param name="target">How sure.</param>
    /// <returns>The difference treatment − control, above 0; <c>EX021</c> where the share is none; <c>EX023</c> where there are no units; <c>EX025</c> where not even a rise to 1 would be seen.</returns>
    /// <remarks>Source: <see cref="SharesByWald"/>, solved for the effect: a quadratic in it.</remarks>
    public static Result<double> SharesMinimumRise(double control, double controlCount, PowerTarget target)
    {
        if ((NotShares(control, control) ?? NotPositive("The number of units", controlCount)) is { } problem)
        {
            return problem;
        }

        // n δ² = k (p q + (p + δ)(q − δ) / r), with k the squared sum of both z.
        var (k, r) = (target.Squared, target.Ratio);
        var (a, b, c) = (controlCount + (k / r), -k * (1 - (2 * control)) / r, -k * Spread(control) * (1 + (1 / r)));
        var rise = (-b + Math.Sqrt((b * b) - (4 * a * c))) / (2 * a);
        return rise < 1 - control
            ? rise
            : PowerProblems.NotReached(FormattableString.Invariant($"{controlCount:0} units of the control cannot show any rise of a share of {control:0.####}."));
    }

    /// <summary>Units to show that a share is not worse by a margin where both arms are alike: a guardrail.</summary>
    /// <param name="share">The share of both arms, 0 &lt; share &lt; 1.</param>
    /// <param name="margin">How much worse is still acceptable, &gt; 0.</param>
    /// <param name="target">How sure; one-sided at half of alpha.</param>
    /// <returns>The units; <c>EX021</c> where the share is none; <c>EX022</c> where there is no margin.</returns>
    /// <remarks>Source: Blackwelder (1982), Proving the null hypothesis in clinical trials, Controlled Clinical Trials 3.</remarks>
    public static Result<SampleSize> SharesNotWorse(double share, double margin, PowerTarget target) =>
        (NotShares(share, share) ?? (margin > 0 ? null : PowerProblems.NoMargin(margin))) is { } problem
            ? problem
            : SampleSize.Of(target.Squared * Spread(share) * (1 + (1 / target.Ratio)) / (margin * margin), target, "two shares, non-inferiority");

    private static double BothSides(double effect, double bound, double error) =>
        NormalDistribution.UpperTail((bound - effect) / error) + NormalDistribution.UpperTail((bound + effect) / error);

    private static Problem? NotShares(double control, double treatment) =>
        !(control is > 0 and < 1) ? PowerProblems.NotAShare(control)
        : !(treatment is > 0 and < 1) ? PowerProblems.NotAShare(treatment)
        : null;

    private static Problem? NotPositive(string what, double value) => value > 0 ? null : PowerProblems.NotPositive(what, value);

    private static Result<SampleSize> Shares(double control, double treatment, PowerTarget target, double size, string method) =>
        (NotShares(control, treatment) ?? (control == treatment ? PowerProblems.NoEffect() : null)) is { } problem
            ? problem
            : SampleSize.Of(size, target, method);

    private static double Spread(double share) => share * (1 - share);

    private static double Square(double value) => value * value;
}
