using System.Globalization;
using OutsideIn.Vocabulary;

namespace OutsideIn.Statistics;

/// <summary>The two arms of one stratum: a department, a branch, a month.</summary>
/// <param name="Control">The control's units of the stratum.</param>
/// <param name="Treatment">The treatment's.</param>
public readonly record struct ShareStratum(CountedShare Control, CountedShare Treatment);

/// <summary>
/// Two shares compared within strata, where arms are mixed differently over them: what is true in every stratum can be reversed in the sum
/// (Simpson's paradox).
/// </summary>
/// <remarks>Assumes that units are independent of each other. A stratum in which one arm has no units, or all units are alike, says nothing and counts for nothing.</remarks>
public static class StratifiedShares
{
    private const double Alarm = 0.01;

    /// <summary>The ratio of the odds, treatment to control, that the strata have in common.</summary>
    /// <param name="strata">The strata, in any order.</param>
    /// <param name="level">Confidence level, 0 &lt; level &lt; 1.</param>
    /// <returns>
    /// The effect on the ratio scale, with the test of Cochran, Mantel and Haenszel, without correction; checked for strata that differ and
    /// for a sum that says the opposite. <c>ST012</c> where no stratum says anything; <c>ST011</c> where the odds have no ratio.
    /// </returns>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative, a part exceeds its whole, or the level is outside (0, 1).</exception>
    /// <remarks>Source: Mantel and Haenszel (1959), Journal of the National Cancer Institute 22; interval: Robins, Breslow and Greenland (1986), Biometrics 42.</remarks>
    public static EffectEstimate OddsRatio(IReadOnlyList<ShareStratum> strata, double level = ProportionInterval.DefaultLevel)
    {
        ArgumentNullException.ThrowIfNull(strata);
        Levels.ThrowUnlessInside(level);
        const string Method = "odds ratio within strata, Mantel–Haenszel";
        var sums = new Sums(strata);
        var (control, treatment) = (strata.Sum(static one => one.Control.Whole), strata.Sum(static one => one.Treatment.Whole));
        if (sums.Refusal is { } problem)
        {
            return EffectEstimate.Refused(Method, problem, control, treatment, level);
        }

        var half = NormalDistribution.TwoSided(level) * sums.LogError;
        return new EffectEstimate
        {
            Method = Method,
            Scale = EffectScale.Ratio,
            Value = sums.Ratio,
            StandardError = sums.LogError,
            Interval = new Interval(sums.Ratio * Math.Exp(-half), sums.Ratio * Math.Exp(half)),
            PValue = ChiSquareDistribution.UpperTail(sums.ChiSquare, 1),
            Level = level,
            ControlCount = control,
            TreatmentCount = treatment,
            Checks = [Alike(strata), SameWay(strata, sums.Ratio)],
        };
    }

    /// <summary>Whether the arms differ within strata: the test of Cochran, Mantel and Haenszel, without correction.</summary>
    /// <inheritdoc cref="OddsRatio" path="/param[@name='strata']"/>
    /// <returns>The test, one degree of freedom; <c>ST012</c> where no stratum says anything.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative, or a part exceeds its whole.</exception>
    public static Result<ChiSquareTest> Test(IReadOnlyList<ShareStratum> strata)
    {
        ArgumentNullException.ThrowIfNull(strata);
        var sums = new Sums(strata);
        return sums.Nothing is { } problem ? problem : new ChiSquareTest(sums.ChiSquare, 1, ChiSquareDistribution.UpperTail(sums.ChiSquare, 1));
    }

    /// <summary>Whether the strata differ in their odds ratio.</summary>
    /// <inheritdoc cref="OddsRatio" path="/param[@name='strata']"/>
    /// <returns>The test, as many degrees of freedom as strata that say something, less one; refused as <see cref="OddsRatio"/>, and by <c>ST012</c> where only one says something.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative, or a part exceeds its whole.</exception>
    /// <remarks>Source: Breslow and Day (1980), Statistical methods in cancer research 1, eq. 4.30.</remarks>
    public static Result<ChiSquareTest> Homogeneity(IReadOnlyList<ShareStratum> strata)
    {
        ArgumentNullException.ThrowIfNull(strata);
        var sums = new Sums(strata);
        if (sums.Refusal is { } problem)
        {
            return problem;
        }

        var telling = strata.Where(Tells).ToArray();
        if (telling.Length < 2)
        {
            return new Problem(ProblemKind.NotEstimable, "ST012", "Only one stratum says anything of the arms.", "Compare the arms without strata.");
        }

        var statistic = telling.Sum(one => Distance(one, sums.Ratio));
        return new ChiSquareTest(statistic, telling.Length - 1, ChiSquareDistribution.UpperTail(statistic, telling.Length - 1));
    }

    private static bool Tells(ShareStratum one) =>
        CountedShare.Missing(one.Control, one.Treatment) is null && one.Control.Part + one.Treatment.Part > 0 && one.Control.Rest + one.Treatment.Rest > 0;

    // How far the treatment's events are from what the common ratio leads to expect, given the sums of the stratum. The expectation is
    // the root of a quadratic, written so that it keeps its digits where the ratio is near 1.
    private static double Distance(ShareStratum one, double ratio)
    {
        double events = one.Control.Part + one.Treatment.Part, whole = one.Treatment.Whole, others = one.Control.Whole;
        var (bend, slope, start) = (1 - ratio, others - events + (ratio * (whole + events)), -ratio * whole * events);
        var expected = -2 * start / (slope + Math.Sqrt((slope * slope) - (4 * bend * start)));
        var variance = 1 / ((1 / expected) + (1 / (whole - expected)) + (1 / (events - expected)) + (1 / (others - events + expected)));
        return (one.Treatment.Part - expected) * (one.Treatment.Part - expected) / variance;
    }

    private static AssumptionCheck Alike(IReadOnlyList<ShareStratum> strata) => Homogeneity(strata).TryGet(out var test, out _)
        ? new AssumptionCheck(
            "The odds ratio is the same in every stratum.", test.PValue >= Alarm,
            string.Create(CultureInfo.InvariantCulture, $"Breslow and Day's test: {test.Statistic:F2}, {test.Degrees:F0} degrees of freedom, p = {test.PValue:G3}."))
        : new AssumptionCheck("The odds ratio is the same in every stratum.", null, "Only one stratum says anything.");

    private static AssumptionCheck SameWay(IReadOnlyList<ShareStratum> strata, double within)
    {
        var (control, treatment) = (Together(strata.Select(static one => one.Control)), Together(strata.Select(static one => one.Treatment)));
        var without = (double)treatment.Part * control.Rest / ((double)treatment.Rest * control.Part);
        return new AssumptionCheck(
            "Without the strata the answer would point the same way.", Math.Sign(Math.Log(without)) == Math.Sign(Math.Log(within)),
            string.Create(CultureInfo.InvariantCulture, $"Odds ratio {without:F2} without strata, {within:F2} within them."));
    }

    private static CountedShare Together(IEnumerable<CountedShare> shares) =>
        shares.Aggregate(static (one, other) => new CountedShare(one.Part + other.Part, one.Whole + other.Whole));

    // The sums over the strata that say something.
    private sealed class Sums
    {
        public Sums(IReadOnlyList<ShareStratum> strata)
        {
            var (forTreatment, forControl, gap, variance) = (0.0, 0.0, 0.0, 0.0);
            var (own, mixed, other) = (0.0, 0.0, 0.0);
            foreach (var one in strata.Where(Tells))
            {
                double all = one.Control.Whole + one.Treatment.Whole, events = one.Control.Part + one.Treatment.Part;
                var (up, down) = (one.Treatment.Part * (one.Control.Rest / all), one.Treatment.Rest * (one.Control.Part / all));
                var (straight, across) = ((one.Treatment.Part + one.Control.Rest) / all, (one.Treatment.Rest + one.Control.Part) / all);
                forTreatment += up;
                forControl += down;
                own += straight * up;
                mixed += (straight * down) + (across * up);
                other += across * down;
                gap += one.Treatment.Part - (one.Treatment.Whole * (events / all));
                variance += one.Treatment.Whole * (one.Control.Whole / all) * (events / all) * ((all - events) / (all - 1));
            }

            Ratio = forTreatment / forControl;
            ChiSquare = gap * gap / variance;
            LogError = Math.Sqrt((own / (2 * forTreatment * forTreatment)) + (mixed / (2 * forTreatment * forControl)) + (other / (2 * forControl * forControl)));
            Nothing = variance > 0
                ? null
                : new Problem(ProblemKind.NotEstimable, "ST012", "In every stratum an arm has no units, or all units are alike.", "Take fewer, larger strata, or wait for more units.");
            Refusal = Nothing ?? (forTreatment > 0 && forControl > 0
                ? null
                : new Problem(
                    ProblemKind.NotEstimable, "ST011", "In every stratum one of the four counts is zero, so the odds have no ratio.",
                    "Take fewer, larger strata, or compare the shares without strata."));
        }

        public double Ratio { get; }

        public double LogError { get; }

        public double ChiSquare { get; }

        public Problem? Nothing { get; }

        public Problem? Refusal { get; }
    }
}
