namespace OutsideIn.Statistics;

/// <summary>
/// Intervals of two shares that other programs print, so that their figures can be held against ours. For an answer of one's own take
/// <see cref="ShareEffect"/>.
/// </summary>
public static class OtherShareEffects
{
    /// <summary>The difference treatment − control with Wald's interval, kept within −1 and 1: too narrow for small counts.</summary>
    /// <param name="control">The control.</param>
    /// <param name="treatment">The treatment.</param>
    /// <param name="level">Confidence level, 0 &lt; level &lt; 1.</param>
    /// <returns>The effect; <c>ST010</c> where an arm has no units; no interval and <c>ST012</c> where no arm varies.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative, a part exceeds its whole, or the level is outside (0, 1).</exception>
    /// <remarks>Source: as method 1 of Newcombe (1998), Statistics in Medicine 17.</remarks>
    public static EffectEstimate Wald(CountedShare control, CountedShare treatment, double level = ProportionInterval.DefaultLevel)
    {
        Levels.ThrowUnlessInside(level);
        const string Method = "difference of shares, Wald's interval";
        if ((CountedShare.Missing(control, treatment) ?? ShareTest.Alike(control, treatment)) is { } problem)
        {
            return EffectEstimate.Refused(Method, problem, control.Whole, treatment.Whole, level);
        }

        var (value, error) = (treatment.Value - control.Value, Math.Sqrt(Variance(control, treatment)));
        return ShareEffect.Of(Method, EffectScale.Difference, control, treatment, level) with
        {
            Value = value,
            StandardError = error,
            Interval = Within(value, NormalDistribution.TwoSided(level) * error),
            PValue = ChiSquareDistribution.BothTails(value / error),
        };
    }

    /// <summary>The difference treatment − control with the interval of Agresti and Caffo: Wald's after one more of each kind in each arm.</summary>
    /// <inheritdoc cref="Wald" path="/param|/exception"/>
    /// <returns>The effect, without a p-value; <c>ST010</c> where an arm has no units.</returns>
    /// <remarks>Source: Agresti and Caffo (2000), The American Statistician 54.</remarks>
    public static EffectEstimate AgrestiCaffo(CountedShare control, CountedShare treatment, double level = ProportionInterval.DefaultLevel)
    {
        var one = new CountedShare(control.Part + 1, control.Whole + 2);
        var other = new CountedShare(treatment.Part + 1, treatment.Whole + 2);
        return Difference(
            "difference of shares, Agresti–Caffo interval", control, treatment, level,
            z => Within(other.Value - one.Value, z * Math.Sqrt(Variance(one, other))));
    }

    /// <summary>The difference treatment − control with Mee's score interval.</summary>
    /// <inheritdoc cref="AgrestiCaffo" path="/param|/exception|/returns"/>
    /// <remarks>Source: Mee (1984), Confidence bounds for the difference between two probabilities, Biometrics 40; as method 5 of Newcombe (1998).</remarks>
    public static EffectEstimate Mee(CountedShare control, CountedShare treatment, double level = ProportionInterval.DefaultLevel) => Difference(
        "difference of shares, Mee's score interval", control, treatment, level, z => new ShareScores(control, treatment, isMee: true).Differences(z));

    /// <summary>The relative effect with the delta method's interval, symmetric on a scale that is not: too low for few events.</summary>
    /// <inheritdoc cref="Wald" path="/param|/exception"/>
    /// <returns>The effect; <c>ST010</c> where an arm has no units; <c>ST011</c> where the control has no events.</returns>
    /// <remarks>Source: the delta method for a ratio, as in Deng, Knoblich and Lu (2018), Applying the delta method in metric analytics, KDD.</remarks>
    public static EffectEstimate RelativeByDelta(CountedShare control, CountedShare treatment, double level = ProportionInterval.DefaultLevel)
    {
        Levels.ThrowUnlessInside(level);
        const string Method = "relative effect of shares, delta method";
        if ((CountedShare.Missing(control, treatment) ?? ShareEffect.NoBase(control)) is { } problem)
        {
            return EffectEstimate.Refused(Method, problem, control.Whole, treatment.Whole, level);
        }

        var ratio = treatment.Value / control.Value;
        var error = Math.Sqrt(ShareEffect.Spread(treatment) + (ratio * ratio * ShareEffect.Spread(control))) / control.Value;
        var half = NormalDistribution.TwoSided(level) * error;
        return ShareEffect.Of(Method, EffectScale.Relative, control, treatment, level) with
        {
            Value = ratio - 1,
            StandardError = error,
            Interval = new Interval(ratio - 1 - half, ratio - 1 + half),
            PValue = error > 0 ? ChiSquareDistribution.BothTails((ratio - 1) / error) : null,
        };
    }

    /// <summary>Cohen's h, treatment − control: a difference of angles, by which shares near 0 or 1 compare with those in the middle.</summary>
    /// <param name="control">The control's share, 0 to 1.</param>
    /// <param name="treatment">The treatment's share, 0 to 1.</param>
    /// <remarks>Source: Cohen (1988), Statistical Power Analysis for the Behavioral Sciences, §6.2.</remarks>
    public static double CohenH(double control, double treatment) => 2 * (Math.Asin(Math.Sqrt(treatment)) - Math.Asin(Math.Sqrt(control)));

    internal static double Variance(CountedShare control, CountedShare treatment) => ShareEffect.Spread(control) + ShareEffect.Spread(treatment);

    private static EffectEstimate Difference(
        string method, CountedShare control, CountedShare treatment, double level, Func<double, Interval> interval)
    {
        Levels.ThrowUnlessInside(level);
        return CountedShare.Missing(control, treatment) is { } problem
            ? EffectEstimate.Refused(method, problem, control.Whole, treatment.Whole, level)
            : ShareEffect.Of(method, EffectScale.Difference, control, treatment, level) with
            {
                Value = treatment.Value - control.Value,
                Interval = interval(NormalDistribution.TwoSided(level)),
            };
    }

    private static Interval Within(double value, double half) => new(Math.Max(-1, value - half), Math.Min(1, value + half));
}
