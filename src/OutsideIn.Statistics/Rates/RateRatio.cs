using OutsideIn.Vocabulary;

namespace OutsideIn.Statistics;

/// <summary>Rates of counted events and how far two are apart.</summary>
/// <remarks>Events are taken to come independently (Poisson). Where units are counted one by one, <see cref="OfUnits"/> looks whether they do.</remarks>
public static class RateRatio
{
    /// <summary>A rate with its exact interval.</summary>
    /// <param name="rate">Events and exposure.</param>
    /// <param name="level">Confidence level, 0 &lt; level &lt; 1.</param>
    /// <returns>Events per unit of exposure; the count is the number of events.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The events are negative, the exposure is not above 0, or the level is outside (0, 1).</exception>
    /// <remarks>Source: Garwood (1936), Fiducial limits for the Poisson distribution, Biometrika 28.</remarks>
    public static Estimate Of(CountedRate rate, double level = ProportionInterval.DefaultLevel)
    {
        rate.ThrowUnlessPossible();
        Levels.ThrowUnlessInside(level);
        var tail = (1 - level) / 2;
        var low = rate.Events == 0 ? 0 : GammaDistribution.Quantile(tail, rate.Events);
        var high = GammaDistribution.UpperQuantile(tail, rate.Events + 1.0);
        return new Estimate(
            rate.Value, new Interval(low / rate.Exposure, high / rate.Exposure), level, "rate, exact Poisson interval", rate.Events, 0);
    }

    /// <summary>The ratio of two rates, treatment ÷ control, exact given the number of events of both.</summary>
    /// <param name="control">The control.</param>
    /// <param name="treatment">The treatment.</param>
    /// <param name="level">Confidence level, 0 &lt; level &lt; 1.</param>
    /// <returns>
    /// The effect, whose p-value is below 1 − level exactly where the interval leaves 1 out; the counts are events. No value and
    /// <c>ST011</c> where the control has no events; <c>ST014</c> where neither has any.
    /// </returns>
    /// <exception cref="ArgumentOutOfRangeException">Events are negative, an exposure is not above 0, or the level is outside (0, 1).</exception>
    /// <remarks>Source: Przyborowski and Wilenski (1940), Homogeneity of results in testing samples from Poisson series, Biometrika 31, with the interval of Clopper and Pearson.</remarks>
    public static EffectEstimate Of(CountedRate control, CountedRate treatment, double level = ProportionInterval.DefaultLevel)
    {
        control.ThrowUnlessPossible();
        treatment.ThrowUnlessPossible();
        Levels.ThrowUnlessInside(level);
        const string Method = "ratio of rates, exact given the number of events";
        var (all, share) = (control.Events + treatment.Events, treatment.Exposure / (control.Exposure + treatment.Exposure));
        if (all == 0)
        {
            return EffectEstimate.Refused(Method, RateTest.NoEvents(), level: level);
        }

        var side = Math.Min(
            BinomialDistribution.Cumulative(treatment.Events, all, share), BinomialDistribution.UpperTail(treatment.Events - 1, all, share));
        return new EffectEstimate
        {
            Method = Method,
            Scale = EffectScale.Ratio,
            Level = level,
            Value = control.Events == 0 ? null : treatment.Value / control.Value,
            StandardError = control.Events > 0 && treatment.Events > 0 ? Math.Sqrt((1.0 / control.Events) + (1.0 / treatment.Events)) : null,
            Interval = Bounds(control, treatment, level),
            PValue = Math.Min(1, 2 * side),
            ControlCount = control.Events,
            TreatmentCount = treatment.Events,
            Refusal = control.Events > 0 ? null : NoBase("The control has no events"),
            Checks = [new AssumptionCheck("Events come independently of each other", null, "totals alone cannot show it")],
        };
    }

    /// <summary>The ratio of mean counts per unit, treatment ÷ control, with the spread the units really have.</summary>
    /// <param name="control">The control's counts per unit of equal exposure.</param>
    /// <param name="treatment">The treatment's.</param>
    /// <param name="level">Confidence level, 0 &lt; level &lt; 1.</param>
    /// <returns>The effect with a check of the Poisson spread; <c>ST010</c> where an arm has fewer than two units; <c>ST011</c> where an arm has no events.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A mean is negative, or the level is outside (0, 1).</exception>
    /// <remarks>
    /// Source: quasi-Poisson (McCullagh and Nelder 1989, Generalized Linear Models, §6.2) with each arm's own variance and the log scale;
    /// the check is Fisher's dispersion test (1950), Biometrics 6. The interval is right whether or not the check holds.
    /// </remarks>
    public static EffectEstimate OfUnits(Moments control, Moments treatment, double level = ProportionInterval.DefaultLevel)
    {
        if (control.Mean < 0 || treatment.Mean < 0)
        {
            throw new ArgumentOutOfRangeException(control.Mean < 0 ? nameof(control) : nameof(treatment), "Counts are not negative.");
        }

        Levels.ThrowUnlessInside(level);
        const string Method = "ratio of mean counts, log scale, each arm's own spread";
        if (control.Count < 2 || treatment.Count < 2 || control.Mean == 0 || treatment.Mean == 0)
        {
            var why = control.Count < 2 || treatment.Count < 2
                ? new Problem(
                    ProblemKind.NotEstimable, "ST010", $"An arm has fewer than two units ({control.Count} and {treatment.Count}).",
                    "Wait until both arms have units, or widen the filter.")
                : NoBase("An arm has no events");
            return EffectEstimate.Refused(Method, why, (long)control.Count, (long)treatment.Count, level);
        }

        var (first, second) = (LogVariance(control), LogVariance(treatment));
        var (error, log) = (Math.Sqrt(first + second), Math.Log(treatment.Mean / control.Mean));

        // Welch (1947) on the log scale.
        var degrees = (first + second) * (first + second) / ((first * first / (control.Count - 1)) + (second * second / (treatment.Count - 1)));
        var half = error == 0 ? 0 : StudentTDistribution.TwoSided(level, degrees) * error;
        return new EffectEstimate
        {
            Method = Method,
            Scale = EffectScale.Ratio,
            Level = level,
            Value = Math.Exp(log),
            StandardError = error,
            Interval = new Interval(Math.Exp(log - half), Math.Exp(log + half)),
            PValue = error > 0 ? StudentTDistribution.BothTails(log / error, degrees) : null,
            Degrees = error > 0 ? degrees : null,
            ControlCount = (long)control.Count,
            TreatmentCount = (long)treatment.Count,
            Refusal = error > 0 ? null : NoSpread(),
            Checks = [Dispersion(control, treatment)],
        };
    }

    /// <summary>The interval of the ratio given the number of events of both.</summary>
    internal static Interval Bounds(CountedRate control, CountedRate treatment, double level)
    {
        var (tail, exposures) = ((1 - level) / 2, control.Exposure / treatment.Exposure);

        // Clopper's and Pearson's bounds of the treatment's share of the events, as odds: these are quantiles of F.
        var low = treatment.Events == 0
            ? 0
            : FDistribution.Quantile(tail, 2.0 * treatment.Events, 2.0 * (control.Events + 1)) * treatment.Events / (control.Events + 1);
        var high = control.Events == 0
            ? double.PositiveInfinity
            : FDistribution.UpperQuantile(tail, 2.0 * (treatment.Events + 1), 2.0 * control.Events) * (treatment.Events + 1) / control.Events;
        return new Interval(low * exposures, high * exposures);
    }

    private static double LogVariance(Moments arm) => arm.Variance / (arm.Count * arm.Mean * arm.Mean);

    private static AssumptionCheck Dispersion(Moments control, Moments treatment)
    {
        var statistic = (control.SquaredDeviations / control.Mean) + (treatment.SquaredDeviations / treatment.Mean);
        var degrees = control.Count + treatment.Count - 2;
        var p = ChiSquareDistribution.UpperTail(statistic, degrees);
        return new AssumptionCheck(
            "Counts per unit spread as independent events would (Poisson)", p >= 0.01,
            FormattableString.Invariant($"variance ÷ mean is {statistic / degrees:0.##}, p = {p:0.###}; the interval allows for it"));
    }

    private static Problem NoBase(string what) => new(
        ProblemKind.NotEstimable, "ST011", $"{what}, so there is no ratio of rates to give.",
        "Read the interval, where there is one: it says what is still possible; or wait for more events.");

    private static Problem NoSpread() => new(
        ProblemKind.NotEstimable, "ST012", "All units of an arm have the same count.",
        "There is no variation to test; wait for more units.");
}
