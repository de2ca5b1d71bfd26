using OutsideIn.Vocabulary;

namespace OutsideIn.Statistics;

/// <summary>How far two shares are apart, as a difference, relatively, as a ratio or as odds.</summary>
/// <remarks>All assume that units are independent of each other; for units in clusters compare the clusters' means.</remarks>
public static class ShareEffect
{
    /// <summary>The difference treatment − control with the score interval of Miettinen and Nurminen and the test that belongs to it.</summary>
    /// <param name="control">The control.</param>
    /// <param name="treatment">The treatment.</param>
    /// <param name="level">Confidence level, 0 &lt; level &lt; 1.</param>
    /// <returns>The effect; <c>ST010</c> where an arm has no units. Where none or all were counted the interval stands, and the p-value is refused with <c>ST012</c>.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative, a part exceeds its whole, or the level is outside (0, 1).</exception>
    /// <remarks>Source: Miettinen and Nurminen (1985), Comparative analysis of two rates, Statistics in Medicine 4, §2.3: it holds for zero events as for many.</remarks>
    public static EffectEstimate Difference(CountedShare control, CountedShare treatment, double level = ProportionInterval.DefaultLevel)
    {
        Levels.ThrowUnlessInside(level);
        const string Method = "difference of shares, Miettinen–Nurminen score interval";
        if (CountedShare.Missing(control, treatment) is { } problem)
        {
            return EffectEstimate.Refused(Method, problem, control.Whole, treatment.Whole, level);
        }

        var (scores, alike) = (new ShareScores(control, treatment, isMee: false), ShareTest.Alike(control, treatment));
        return Of(Method, EffectScale.Difference, control, treatment, level) with
        {
            Value = treatment.Value - control.Value,
            StandardError = Math.Sqrt(Spread(control) + Spread(treatment)),
            Interval = scores.Differences(NormalDistribution.TwoSided(level)),
            PValue = alike is null ? ChiSquareDistribution.BothTails(scores.Difference(0)) : null,
            Refusal = alike,
        };
    }

    /// <summary>The ratio treatment ÷ control with the score interval of Miettinen and Nurminen.</summary>
    /// <inheritdoc cref="Difference" path="/param|/exception"/>
    /// <returns>The effect; <c>ST010</c> where an arm has no units; no value and <c>ST011</c> where the control has no events: what the treatment's events rule out still stands in the interval.</returns>
    /// <remarks>Source: Miettinen and Nurminen (1985), Statistics in Medicine 4, §2.4.</remarks>
    public static EffectEstimate Ratio(CountedShare control, CountedShare treatment, double level = ProportionInterval.DefaultLevel)
    {
        Levels.ThrowUnlessInside(level);
        const string Method = "ratio of shares, Miettinen–Nurminen score interval";
        if (CountedShare.Missing(control, treatment) is { } problem)
        {
            return EffectEstimate.Refused(Method, problem, control.Whole, treatment.Whole, level);
        }

        var (scores, alike) = (new ShareScores(control, treatment, isMee: false), ShareTest.Alike(control, treatment));
        return Of(Method, EffectScale.Ratio, control, treatment, level) with
        {
            Value = control.Part == 0 ? null : treatment.Value / control.Value,
            StandardError = LogError(control, treatment),
            Interval = scores.Ratios(NormalDistribution.TwoSided(level)),
            PValue = alike is null ? ChiSquareDistribution.BothTails(scores.Difference(0)) : null,
            Refusal = NoBase(control) ?? alike,
        };
    }

    /// <summary>The relative effect (treatment − control) ÷ control, on the log scale; exact where an arm has no events.</summary>
    /// <inheritdoc cref="Difference" path="/param|/exception"/>
    /// <returns>
    /// The effect; <c>ST010</c> where an arm has no units. Where the control has no events there is no value (<c>ST011</c>), and where
    /// neither has any nothing is ruled out (<c>ST012</c>); otherwise the interval still says what the events of the other arm leave possible.
    /// </returns>
    /// <remarks>
    /// Source: Katz et al. (1978), Obtaining confidence intervals for the risk ratio in cohort studies, Biometrics 34. With no events in an
    /// arm the interval is that of the events' split between the arms given their number (Przyborowski and Wilenski 1940, Biometrika 31),
    /// exact for rare events and wider than that for others; the p-value is Fisher's.
    /// </remarks>
    public static EffectEstimate Relative(CountedShare control, CountedShare treatment, double level = ProportionInterval.DefaultLevel)
    {
        Levels.ThrowUnlessInside(level);
        const string Method = "relative effect of shares, log scale";
        if ((CountedShare.Missing(control, treatment) ?? (control.Part + treatment.Part == 0 ? ShareTest.Alike(control, treatment) : null)) is { } problem)
        {
            return EffectEstimate.Refused(Method, problem, control.Whole, treatment.Whole, level);
        }

        if (LogError(control, treatment) is not { } error)
        {
            return RelativeOfNone(control, treatment, level);
        }

        var (ratio, half) = (treatment.Value / control.Value, NormalDistribution.TwoSided(level) * error);
        return Of(Method, EffectScale.Relative, control, treatment, level) with
        {
            Value = ratio - 1,
            StandardError = error,
            Interval = new Interval((ratio * Math.Exp(-half)) - 1, (ratio * Math.Exp(half)) - 1),
            PValue = error > 0 ? ChiSquareDistribution.BothTails(Math.Log(ratio) / error) : null,
            Refusal = error > 0 ? null : ShareTest.Alike(control, treatment),
        };
    }

    /// <summary>The ratio of the odds, treatment to control, with Woolf's interval.</summary>
    /// <inheritdoc cref="Difference" path="/param|/exception"/>
    /// <returns>The effect; <c>ST010</c> where an arm has no units; <c>ST011</c> where a count is zero, so that the odds are zero or infinite.</returns>
    /// <remarks>Source: Woolf (1955), On estimating the relation between blood group and disease, Annals of Human Genetics 19.</remarks>
    public static EffectEstimate Odds(CountedShare control, CountedShare treatment, double level = ProportionInterval.DefaultLevel)
    {
        Levels.ThrowUnlessInside(level);
        const string Method = "odds ratio, Woolf's interval";
        var missing = CountedShare.Missing(control, treatment);
        if (missing is null && Math.Min(Math.Min(control.Part, control.Rest), Math.Min(treatment.Part, treatment.Rest)) == 0)
        {
            missing = new Problem(
                ProblemKind.NotEstimable, "ST011", "One of the four counts is zero, so the odds have no ratio.",
                "Take the difference, or the ratio of shares, whose intervals hold for zero counts.");
        }

        if (missing is not null)
        {
            return EffectEstimate.Refused(Method, missing, control.Whole, treatment.Whole, level);
        }

        var log = Math.Log((double)treatment.Part / treatment.Rest) - Math.Log((double)control.Part / control.Rest);
        var error = Math.Sqrt((1.0 / control.Part) + (1.0 / control.Rest) + (1.0 / treatment.Part) + (1.0 / treatment.Rest));
        var half = NormalDistribution.TwoSided(level) * error;
        return Of(Method, EffectScale.Ratio, control, treatment, level) with
        {
            Value = Math.Exp(log),
            StandardError = error,
            Interval = new Interval(Math.Exp(log - half), Math.Exp(log + half)),
            PValue = ChiSquareDistribution.BothTails(log / error),
        };
    }

    internal static EffectEstimate Of(string method, EffectScale scale, CountedShare control, CountedShare treatment, double level) => new()
    {
        Method = method,
        Scale = scale,
        Level = level,
        ControlCount = control.Whole,
        TreatmentCount = treatment.Whole,
        Checks = [Events(control, treatment)],
    };

    internal static double Spread(CountedShare arm) => arm.Value * (1 - arm.Value) / arm.Whole;

    internal static Problem? NoBase(CountedShare control) => control.Part > 0
        ? null
        : new Problem(
            ProblemKind.NotEstimable, "ST011", $"None of the control's {control.Whole} had it, so nothing can be relative to them.",
            "Take the difference, whose interval holds for zero events.");

    private static AssumptionCheck Events(CountedShare control, CountedShare treatment)
    {
        var least = Math.Min(Math.Min(control.Part, control.Rest), Math.Min(treatment.Part, treatment.Rest));
        return new AssumptionCheck(
            "Each arm has at least 5 units with and 5 without the event", least >= 5, $"the least of the four counts is {least}");
    }

    private static EffectEstimate RelativeOfNone(CountedShare control, CountedShare treatment, double level)
    {
        var ratio = RateRatio.Bounds(new CountedRate(control.Part, control.Whole), new CountedRate(treatment.Part, treatment.Whole), level);
        return Of("relative effect of shares, exact given the number of events", EffectScale.Relative, control, treatment, level) with
        {
            Value = control.Part == 0 ? null : -1,
            Interval = new Interval(ratio.Low - 1, ratio.High - 1),
            PValue = ShareTest.Fisher(control, treatment).TryGet(out var test, out _) ? test.PValue : null,
            Refusal = NoBase(control),
        };
    }

    // Of the logarithm of the ratio; null where it is infinite.
    private static double? LogError(CountedShare control, CountedShare treatment) => control.Part == 0 || treatment.Part == 0
        ? null
        : Math.Sqrt(
            Math.Max(0, (1.0 / control.Part) - (1.0 / control.Whole) + (1.0 / treatment.Part) - (1.0 / treatment.Whole)));
}
