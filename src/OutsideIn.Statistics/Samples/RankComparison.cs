using System.Globalization;
using OutsideIn.Vocabulary;

namespace OutsideIn.Statistics;

/// <summary>How two arms differ by the order of their values alone: no outlier counts for more than its rank. Units are independent.</summary>
public static class RankComparison
{
    /// <summary>How much likelier it is that a unit of treatment lies above one of control than below: −1 to 1, 0 where neither.</summary>
    /// <param name="control">[units] The control's values, ascending.</param>
    /// <param name="treatment">[units] The treatment's, ascending.</param>
    /// <param name="level">Confidence level, 0 &lt; level &lt; 1.</param>
    /// <returns>
    /// The effect (Cliff's delta: twice the probability of lying above, less 1); refused with <c>ST049</c> where an arm has fewer than two values.
    /// Where the arms do not overlap at all its interval is missing with <c>ST051</c>, and the p-value is that of <see cref="RankTest"/>.
    /// </returns>
    /// <exception cref="ArgumentOutOfRangeException">The level is outside (0, 1).</exception>
    /// <remarks>
    /// Variances and shapes may differ, which the Mann–Whitney test does not allow for. Source: Brunner and Munzel (2000), The nonparametric
    /// Behrens–Fisher problem, Biometrical Journal 42; the interval is cut at −1 and 1.
    /// </remarks>
    public static EffectEstimate Superiority(
        ReadOnlySpan<double> control, ReadOnlySpan<double> treatment, double level = ProportionInterval.DefaultLevel)
    {
        const string Method = "probability of lying above less below, Brunner–Munzel";
        Levels.ThrowUnlessInside(level);
        if (control.Length < 2 || treatment.Length < 2)
        {
            return EffectEstimate.Refused(Method, TooFew(control.Length, treatment.Length), control.Length, treatment.Length, level);
        }

        var delta = (2 * PairOrder.Of(control, treatment).U / ((double)control.Length * treatment.Length)) - 1;
        var (one, other) = (Placements(control, treatment).Variance / control.Length, Placements(treatment, control).Variance / treatment.Length);
        var effect = new EffectEstimate { Method = Method, Value = delta, Level = level, ControlCount = control.Length, TreatmentCount = treatment.Length };
        if (one + other == 0)
        {
            return effect with { PValue = RankTest.Of(control, treatment)?.PValue, Refusal = Apart() };
        }

        var error = 2 * Math.Sqrt(one + other);
        var degrees = (one + other) * (one + other) / ((one * one / (control.Length - 1)) + (other * other / (treatment.Length - 1)));
        var half = StudentTDistribution.TwoSided(level, degrees) * error;
        return effect with
        {
            StandardError = error,
            Degrees = degrees,
            Interval = new Interval(Math.Max(-1, delta - half), Math.Min(1, delta + half)),
            PValue = StudentTDistribution.BothTails(delta / error, degrees),
        };
    }

    /// <summary>By how much treatment's values are shifted against control's: the median of all differences between a unit of one and one of the other.</summary>
    /// <param name="control">[units] The control's values, ascending.</param>
    /// <param name="treatment">[units] The treatment's, ascending.</param>
    /// <param name="level">Confidence level, 0 &lt; level &lt; 1.</param>
    /// <returns>The effect in the values' unit; refused with <c>ST049</c> where an arm has fewer than two values or all are the same.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The level is outside (0, 1).</exception>
    /// <remarks>
    /// Assumes that treatment moves every value by the same amount; where not, read <see cref="Superiority"/>. The interval holds the shifts the
    /// Mann–Whitney test does not refute. O((control + treatment) · 64), without making the differences. Source: Hodges and Lehmann (1963),
    /// Estimates of location based on rank tests, Annals of Mathematical Statistics 34; interval: Moses (1953) with the normal quantile.
    /// </remarks>
    public static EffectEstimate Shift(
        ReadOnlySpan<double> control, ReadOnlySpan<double> treatment, double level = ProportionInterval.DefaultLevel)
    {
        const string Method = "shift, Hodges–Lehmann with the Mann–Whitney test";
        Levels.ThrowUnlessInside(level);
        if (control.Length < 2 || treatment.Length < 2 || RankTest.Of(control, treatment) is not { } test)
        {
            return EffectEstimate.Refused(Method, TooFew(control.Length, treatment.Length), control.Length, treatment.Length, level);
        }

        var pairs = (long)control.Length * treatment.Length;
        var reach = NormalDistribution.TwoSided(level) * PairOrder.Of(control, treatment).StandardError;
        var outside = (long)Math.Floor((pairs / 2.0) - reach);
        return new EffectEstimate
        {
            Method = Method,
            Value = (PairwiseDifferences.At(control, treatment, (pairs - 1) / 2) + PairwiseDifferences.At(control, treatment, pairs / 2)) / 2,
            Interval = outside < 1
                ? new Interval(double.NegativeInfinity, double.PositiveInfinity)
                : new Interval(PairwiseDifferences.At(control, treatment, outside - 1), PairwiseDifferences.At(control, treatment, pairs - outside)),
            PValue = test.PValue,
            Level = level,
            ControlCount = control.Length,
            TreatmentCount = treatment.Length,
        };
    }

    // For each unit the share of the other arm below it, ties half: their variance is what the order of a pair is uncertain by.
    private static Moments Placements(ReadOnlySpan<double> own, ReadOnlySpan<double> other)
    {
        var shares = new double[own.Length];
        var (below, upTo) = (0, 0);
        for (var row = 0; row < own.Length; row++)
        {
            while (below < other.Length && other[below] < own[row])
            {
                below++;
            }

            while (upTo < other.Length && other[upTo] <= own[row])
            {
                upTo++;
            }

            shares[row] = (below + upTo) / (2.0 * other.Length);
        }

        return Moments.Of(shares);
    }

    private static Problem TooFew(int control, int treatment) => new(
        ProblemKind.NotEstimable,
        "ST049",
        control > 1 && treatment > 1
            ? "In neither arm do the values vary, so that nothing says how far the difference reaches."
            : string.Create(CultureInfo.InvariantCulture, $"Control has {control} values and treatment {treatment}; each needs two."),
        "Wait for more units.");

    private static Problem Apart() => new(
        ProblemKind.NotEstimable,
        "ST051",
        "No value of one arm lies among those of the other, so the order of a pair shows no spread to make an interval of.",
        "Read the p-value, or the difference of means.");
}
