using System.Globalization;
using OutsideIn.Vocabulary;

namespace OutsideIn.Statistics;

/// <summary>How much sooner or later treatment reaches something than control, open cases counted as open.</summary>
/// <remarks>
/// Every answer assumes that within an arm who is still open is a matter of when it began, not of how it goes; no data can show
/// that, so each answer says how many were open. Who lost it for good (<see cref="CompetingEnd.Lost"/>) never reaches it.
/// What cannot be estimated is refused in the answer itself.
/// </remarks>
public static class DurationComparison
{
    // Below this many still observed, the end of a curve is a matter of single cases.
    private const int ObservedMin = 10;

    /// <summary>The difference of the shares that reach it within a time: treatment − control, −1 to 1.</summary>
    /// <param name="control">The control's durations and how each ended.</param>
    /// <param name="treatment">The treatment's, same unit.</param>
    /// <param name="time">The time, in the durations' unit; it counts itself.</param>
    /// <param name="level">Confidence level, 0 &lt; level &lt; 1.</param>
    /// <returns>The effect; refused with <c>ME002</c> where an arm is empty, <c>ME003</c> where one was not observed for that long while some still wait.</returns>
    /// <exception cref="ArgumentException">The time is NaN, or the level is outside (0, 1).</exception>
    /// <remarks>
    /// Kaplan–Meier, or Aalen–Johansen where some lost it, each with its log-log interval; the two put together as in
    /// <see cref="ShareComparison"/> (Zou and Donner 2008), whose p-value never contradicts the interval.
    /// </remarks>
    public static EffectEstimate Within(
        DurationGroup control, DurationGroup treatment, double time, double level = ProportionInterval.DefaultLevel)
    {
        const string Method = "difference of shares within a time, each with its log-log interval";
        return ShareComparison.Within(control, treatment, time, level).TryGet(out var comparison, out var problem)
            ? new EffectEstimate
            {
                Method = Method,
                Value = comparison.Difference.Value,
                Interval = comparison.Difference.Interval,
                PValue = comparison.PValue,
                Level = level,
                ControlCount = control.Count,
                TreatmentCount = treatment.Count,
                Checks = [OpenCases(control, treatment), Observed(control, treatment, time)],
            }
            : EffectEstimate.Refused(Method, problem, control.Count, treatment.Count, level);
    }

    /// <summary>The difference of the mean waits up to a limit: treatment − control, in the durations' unit; below 0 where treatment is sooner.</summary>
    /// <param name="control">The control's durations and how each ended.</param>
    /// <param name="treatment">The treatment's, same unit.</param>
    /// <param name="limit">Up to where each wait counts, in the durations' unit, &gt; 0; who never reaches it counts the limit.</param>
    /// <param name="level">Confidence level, 0 &lt; level &lt; 1.</param>
    /// <returns>The effect; refused with <c>ME002</c> where an arm is empty, <c>ME003</c> where one was not observed for that long, <c>ME006</c> where neither varies.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The limit is not above 0, or the level is outside (0, 1).</exception>
    /// <remarks>Source: Royston and Parmar (2013), Restricted mean survival time, BMC Medical Research Methodology 13, as two independent means.</remarks>
    public static EffectEstimate RestrictedMean(
        DurationGroup control, DurationGroup treatment, double limit, double level = ProportionInterval.DefaultLevel)
    {
        const string Method = "difference of restricted means, normal interval";
        if (!RestrictedMeans(control, treatment, limit, level).TryGet(out var means, out var problem))
        {
            return EffectEstimate.Refused(Method, problem, control.Count, treatment.Count, level);
        }

        var error = Math.Sqrt((means.ControlError * means.ControlError) + (means.TreatmentError * means.TreatmentError));
        return Normal(Method, EffectScale.Difference, means.Treatment - means.Control, error, level) with
        {
            ControlCount = control.Count,
            TreatmentCount = treatment.Count,
            Checks = [OpenCases(control, treatment), Observed(control, treatment, limit)],
        };
    }

    /// <summary>The mean wait up to a limit under treatment relative to control: −0.2 is a fifth shorter.</summary>
    /// <inheritdoc cref="RestrictedMean" path="/param"/>
    /// <returns>The effect on the relative scale; refused as <see cref="RestrictedMean"/>.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The limit is not above 0, or the level is outside (0, 1).</exception>
    /// <remarks>
    /// The interval is made on the logarithm of the ratio, by the delta method, so that it never falls below −1. Source: Uno et al. (2014),
    /// Moving beyond the hazard ratio, Journal of Clinical Oncology 32.
    /// </remarks>
    public static EffectEstimate RestrictedMeanRelative(
        DurationGroup control, DurationGroup treatment, double limit, double level = ProportionInterval.DefaultLevel)
    {
        const string Method = "relative difference of restricted means, interval on the log scale";
        if (!RestrictedMeans(control, treatment, limit, level).TryGet(out var means, out var problem))
        {
            return EffectEstimate.Refused(Method, problem, control.Count, treatment.Count, level);
        }

        var (one, other) = (means.ControlError / means.Control, means.TreatmentError / means.Treatment);
        var log = Normal(Method, EffectScale.Relative, Math.Log(means.Treatment / means.Control), Math.Sqrt((one * one) + (other * other)), level);
        return log with
        {
            Value = (means.Treatment / means.Control) - 1,
            Interval = new Interval(SmallNumbers.ExpLessOne(log.Interval!.Value.Low), SmallNumbers.ExpLessOne(log.Interval.Value.High)),
            ControlCount = control.Count,
            TreatmentCount = treatment.Count,
            Checks = [OpenCases(control, treatment), Observed(control, treatment, limit)],
        };
    }

    /// <summary>The hazard ratio with the log-rank test: above 1 where treatment gets there at a faster pace.</summary>
    /// <param name="control">The control's durations and how each ended; who lost it counts as waiting until then and open from then on.</param>
    /// <param name="treatment">The treatment's, same unit.</param>
    /// <param name="level">Confidence level, 0 &lt; level &lt; 1.</param>
    /// <returns>
    /// The effect on the ratio scale. Its value is missing with <c>ST040</c> where only one arm reached it while both waited: the interval is
    /// then open to one side. Refused with <c>ME002</c> where an arm is empty, <c>ME005</c> where the two never waited together.
    /// </returns>
    /// <exception cref="ArgumentOutOfRangeException">The level is outside (0, 1).</exception>
    /// <remarks>
    /// The value solves the score equation of a pace that is the same multiple at all times, the interval holds the multiples the log-rank
    /// test does not refute, and the p-value is the log-rank test's: the three never contradict each other. Whether it is the same multiple
    /// early and late is checked with Schoenfeld's residuals; where not, read the restricted means instead.
    /// Source: Mantel (1966) and Cox (1972), Regression models and life tables, JRSS B 34, §6; check: Grambsch and Therneau (1994), Biometrika 81.
    /// </remarks>
    public static EffectEstimate HazardRatio(DurationGroup control, DurationGroup treatment, double level = ProportionInterval.DefaultLevel)
    {
        const string Method = "hazard ratio, interval and p-value of the log-rank test";
        Levels.ThrowUnlessInside(level);
        if (control.Count == 0 || treatment.Count == 0)
        {
            return EffectEstimate.Refused(Method, NoCase(), control.Count, treatment.Count, level);
        }

        var score = new LogRankScore(RiskSets.Of(control, treatment));
        if (score.PValue is not { } pValue)
        {
            return EffectEstimate.Refused(Method, LogRank.NeverTogether(), control.Count, treatment.Count, level);
        }

        var value = score.Root(0);
        return new EffectEstimate
        {
            Method = Method,
            Scale = EffectScale.Ratio,
            Value = double.IsFinite(value) ? Math.Exp(value) : null,
            StandardError = double.IsFinite(value) ? 1 / Math.Sqrt(score.InformationAt(value)) : null,
            Interval = score.Interval(level),
            PValue = pValue,
            Level = level,
            ControlCount = control.Count,
            TreatmentCount = treatment.Count,
            Checks = [OpenCases(control, treatment), .. double.IsFinite(value) ? Proportionality(score, value) : []],
            Refusal = double.IsFinite(value) ? null : OneSided(value > 0),
        };
    }

    /// <summary>The difference of the median times: treatment − control, in the durations' unit; below 0 where treatment is sooner.</summary>
    /// <inheritdoc cref="Percentile" path="/returns"/>
    /// <inheritdoc cref="Percentile" path="/exception"/>
    public static EffectEstimate Median(DurationGroup control, DurationGroup treatment, double level = ProportionInterval.DefaultLevel) =>
        Percentile(control, treatment, 0.5, level);

    /// <summary>The difference of the times by which a share had reached it: treatment − control, in the durations' unit.</summary>
    /// <param name="control">The control's durations and how each ended.</param>
    /// <param name="treatment">The treatment's, same unit.</param>
    /// <param name="share">Which percentile, 0 &lt; share &lt; 1; 0.5 is the median.</param>
    /// <param name="level">Confidence level, 0 &lt; level &lt; 1.</param>
    /// <returns>
    /// The effect, an end of its interval infinite where a band never comes to the share; refused with <c>ME002</c> where an arm is empty,
    /// <c>ST041</c> where too few of one arm reached it within the time observed.
    /// </returns>
    /// <exception cref="ArgumentOutOfRangeException">The share or the level is outside (0, 1).</exception>
    /// <remarks>
    /// Each percentile with the interval of Brookmeyer and Crowley (1982), the two put together as Zou and Donner (2008), Construction of
    /// confidence limits about effect measures, Statistics in Medicine 27; the p-value is 1 less the highest level whose interval leaves 0 out.
    /// </remarks>
    public static EffectEstimate Percentile(
        DurationGroup control, DurationGroup treatment, double share, double level = ProportionInterval.DefaultLevel)
    {
        Levels.ThrowUnlessInside(share);
        Levels.ThrowUnlessInside(level);
        var method = string.Create(CultureInfo.InvariantCulture, $"difference of {(share == 0.5 ? "medians" : $"{share * 100:0.####} % percentiles")}, inverted log-log bands");
        if (control.Count == 0 || treatment.Count == 0)
        {
            return EffectEstimate.Refused(method, NoCase(), control.Count, treatment.Count, level);
        }

        var (one, other) = (new PercentileBand(control, share), new PercentileBand(treatment, share));
        if (one.Value is not { } first || other.Value is not { } second)
        {
            return EffectEstimate.Refused(method, NotReachedBy(one, share), control.Count, treatment.Count, level);
        }

        Interval At(double at) => DifferenceBand.At(first, one.At(at), second, other.At(at));
        return new EffectEstimate
        {
            Method = method,
            Value = second - first,
            Interval = At(level),
            PValue = DifferenceBand.PValue(At),
            Level = level,
            ControlCount = control.Count,
            TreatmentCount = treatment.Count,
            Checks = [OpenCases(control, treatment)],
        };
    }

    private static Result<Means> RestrictedMeans(DurationGroup control, DurationGroup treatment, double limit, double level) =>
        CumulativeIncidence.Fit(control.Durations.Span, control.Ends.Span, level).Then(one =>
            CumulativeIncidence.Fit(treatment.Durations.Span, treatment.Ends.Span, level).Then(other =>
                one.RestrictedMean(limit).Then(first => other.RestrictedMean(limit).Then(second => Means.Of(first, second)))));

    private static EffectEstimate Normal(string method, EffectScale scale, double value, double error, double level)
    {
        var half = error * NormalDistribution.TwoSided(level);
        return new EffectEstimate
        {
            Method = method,
            Scale = scale,
            Value = value,
            StandardError = error,
            Interval = new Interval(value - half, value + half),
            PValue = ChiSquareDistribution.BothTails(value / error),
            Level = level,
        };
    }

    private static AssumptionCheck OpenCases(DurationGroup control, DurationGroup treatment)
    {
        var first = control.Ends.Span;
        var second = treatment.Ends.Span;
        var lost = first.Count(CompetingEnd.Lost) + second.Count(CompetingEnd.Lost);
        return new AssumptionCheck(
            "Who is still open is a matter of when it began, not of how it goes.",
            first.Contains(CompetingEnd.Open) || second.Contains(CompetingEnd.Open) ? null : true,
            string.Create(CultureInfo.InvariantCulture, $"{first.Count(CompetingEnd.Open)} of {first.Length} of control and {second.Count(CompetingEnd.Open)} of {second.Length} of treatment were open{(lost > 0 ? $"; {lost} lost it for good" : "")}."));
    }

    private static AssumptionCheck Observed(DurationGroup control, DurationGroup treatment, double time)
    {
        var (one, other) = (ObservedAt(control, time), ObservedAt(treatment, time));
        return new AssumptionCheck(
            "Enough were known about for that long.",
            Math.Min(one, other) >= ObservedMin,
            string.Create(CultureInfo.InvariantCulture, $"{one} of control and {other} of treatment had ended or were still observed then."));
    }

    private static int ObservedAt(DurationGroup group, double time)
    {
        var durations = group.Durations.Span;
        var ends = group.Ends.Span;
        var known = 0;
        for (var row = 0; row < durations.Length; row++)
        {
            known += durations[row] >= time || ends[row] != CompetingEnd.Open ? 1 : 0;
        }

        return known;
    }

    private static IEnumerable<AssumptionCheck> Proportionality(LogRankScore score, double value)
    {
        if (score.TrendPValue(value) is { } trend)
        {
            yield return new AssumptionCheck(
                "The pace is the same multiple early and late.",
                trend >= ProportionalityCheck.Alarm,
                string.Create(CultureInfo.InvariantCulture, $"Trend of Schoenfeld's residuals over time: p = {trend:0.####}{(trend < ProportionalityCheck.Alarm ? "; the ratio is an average over the time observed, read the restricted means instead" : "")}."));
        }
    }

    private static Problem NoCase() => new(
        ProblemKind.NotEstimable, "ME002", "There is no case to time.", "Widen the filter or the period until there are cases in it.");

    private static Problem OneSided(bool isControl) => new(
        ProblemKind.NotEstimable,
        "ST040",
        $"Nobody of {(isControl ? "control" : "treatment")} reached it while both still waited, so the ratio of their paces has no value.",
        "Read the interval, which is open to one side, or compare the shares within a time.");

    private static Problem NotReachedBy(PercentileBand control, double share) => new(
        ProblemKind.NotEstimable,
        "ST041",
        string.Create(CultureInfo.InvariantCulture, $"In {(control.Value is null ? "control" : "treatment")} fewer than {share * 100:0.####} % had reached it within the time observed."),
        "Compare the shares within a time, or the restricted means.");

    private readonly record struct Means(double Control, double ControlError, double Treatment, double TreatmentError)
    {
        public static Result<Means> Of(Estimate control, Estimate treatment)
        {
            var (one, other) = (Error(control), Error(treatment));
            return one == 0 && other == 0
                ? new Problem(
                    ProblemKind.NotEstimable,
                    "ME006",
                    "Neither group varies, so that nothing says how far the difference reaches.",
                    "Compare larger groups, or choose a longer limit.")
                : new Means(control.Value, one, treatment.Value, other);
        }

        private static double Error(Estimate mean) => (mean.Interval.High - mean.Interval.Low) / (2 * NormalDistribution.TwoSided(mean.Level));
    }
}
