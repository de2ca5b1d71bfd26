using System.Globalization;
using OutsideIn.Vocabulary;

namespace OutsideIn.Statistics;

/// <summary>How far the means of two arms are apart. Units are independent; one value a unit.</summary>
public static class MeanComparison
{
    /// <summary>The difference of means, treatment − control, variances not taken as equal.</summary>
    /// <param name="control">The control's values.</param>
    /// <param name="treatment">The treatment's.</param>
    /// <param name="level">Confidence level, 0 &lt; level &lt; 1.</param>
    /// <returns>The effect in the values' unit; refused with <c>ST049</c> where an arm has fewer than two values or neither varies.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The level is outside (0, 1).</exception>
    /// <remarks>Source: Welch (1947), The generalization of "Student's" problem, Biometrika 34; degrees of freedom of Satterthwaite (1946).</remarks>
    public static EffectEstimate Welch(Moments control, Moments treatment, double level = ProportionInterval.DefaultLevel)
    {
        var (one, other) = (control.Variance / control.Count, treatment.Variance / treatment.Count);
        return Of("difference of means, Welch's t", control, treatment, (Math.Sqrt(one + other), WelchDegrees(control, treatment)), level);
    }

    /// <summary>The difference of means, treatment − control, one variance for both arms.</summary>
    /// <inheritdoc cref="Welch" path="/param"/>
    /// <inheritdoc cref="Welch" path="/returns"/>
    /// <inheritdoc cref="Welch" path="/exception"/>
    /// <remarks>Source: Student (1908), The probable error of a mean, Biometrika 6. Where variances and sizes differ it errs; ask <see cref="Welch"/>.</remarks>
    public static EffectEstimate Student(Moments control, Moments treatment, double level = ProportionInterval.DefaultLevel)
    {
        var degrees = control.Count + treatment.Count - 2;
        var pooled = (control.SquaredDeviations + treatment.SquaredDeviations) / degrees;
        return Of("difference of means, Student's t", control, treatment, (Math.Sqrt(pooled * ((1 / control.Count) + (1 / treatment.Count))), degrees), level);
    }

    /// <summary>The difference of means once a share of the smallest and of the largest values of each arm is set aside.</summary>
    /// <param name="control">[units] The control's values, ascending.</param>
    /// <param name="treatment">[units] The treatment's, ascending.</param>
    /// <param name="trim">What share to set aside at each end, 0 ≤ trim &lt; ½; chosen before the values are seen.</param>
    /// <param name="level">Confidence level, 0 &lt; level &lt; 1.</param>
    /// <returns>The effect on trimmed means, which is another quantity than the mean; refused with <c>ST049</c> where too little is left or it does not vary.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The share or the level is out of range.</exception>
    /// <remarks>Source: Yuen (1974), The two-sample trimmed t for unequal population variances, Biometrika 61.</remarks>
    public static EffectEstimate Trimmed(
        ReadOnlySpan<double> control, ReadOnlySpan<double> treatment, double trim, double level = ProportionInterval.DefaultLevel)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(trim);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(trim, 0.5);
        var (one, other) = (TrimmedMoments(control, trim), TrimmedMoments(treatment, trim));
        var error = Math.Sqrt((one.Variance / one.Count) + (other.Variance / other.Count));
        return Of(
            string.Create(CultureInfo.InvariantCulture, $"difference of {100 * trim:0.##} % trimmed means, Yuen's t"), one, other, (error, WelchDegrees(one, other)), level) with
        {
            ControlCount = control.Length,
            TreatmentCount = treatment.Length,
        };
    }

    /// <summary>The ratio of means, treatment ÷ control, with an interval that stays right where the control's mean is uncertain.</summary>
    /// <inheritdoc cref="Welch" path="/param"/>
    /// <returns>
    /// The effect on the ratio scale. Its interval is missing with <c>ST050</c> where the control's mean may be 0: the ratio is then unbounded.
    /// Refused with <c>ST049</c> where an arm has fewer than two values or neither varies.
    /// </returns>
    /// <inheritdoc cref="Welch" path="/exception"/>
    /// <remarks>Source: Fieller (1954), Some problems in interval estimation, JRSS B 16, with Welch's variances and degrees of freedom.</remarks>
    public static EffectEstimate RatioByFieller(Moments control, Moments treatment, double level = ProportionInterval.DefaultLevel)
    {
        const string Method = "ratio of means, Fieller's interval";
        var welch = Welch(control, treatment, level);
        if (welch.Value is null || control.Mean == 0)
        {
            return welch with { Method = Method, Scale = EffectScale.Ratio, Value = null, Interval = null, PValue = null, Degrees = null, Refusal = welch.Refusal ?? Unbounded() };
        }

        var (t, ratio) = (StudentTDistribution.TwoSided(level, welch.Degrees!.Value), treatment.Mean / control.Mean);
        var (one, other) = (control.Variance / control.Count, treatment.Variance / treatment.Count);
        var g = FiellerG(control, t);
        var half = t / Math.Abs(control.Mean) * Math.Sqrt((other * (1 - g)) + (ratio * ratio * one)) / (1 - g);
        return welch with
        {
            Method = Method,
            Scale = EffectScale.Ratio,
            Value = ratio,
            StandardError = null,
            Interval = g < 1 ? new Interval((ratio / (1 - g)) - half, (ratio / (1 - g)) + half) : null,
            Refusal = g < 1 ? null : Unbounded(),
        };
    }

    /// <summary>The difference of means in standard deviations, treatment − control, pooled.</summary>
    /// <param name="control">The control's values.</param>
    /// <param name="treatment">The treatment's.</param>
    /// <returns>Cohen's d, and Hedges' g, which takes out its small-sample bias; null where nothing varies or there are fewer than three values.</returns>
    /// <remarks>Source: Hedges (1981), Distribution theory for Glass's estimator of effect size, Journal of Educational Statistics 6.</remarks>
    public static (double Cohen, double Hedges)? Standardised(Moments control, Moments treatment)
    {
        var degrees = control.Count + treatment.Count - 2;
        var pooled = Math.Sqrt((control.SquaredDeviations + treatment.SquaredDeviations) / degrees);
        if (!(degrees > 0 && pooled > 0))
        {
            return null;
        }

        var cohen = (treatment.Mean - control.Mean) / pooled;
        return (cohen, cohen * (1 - (3 / ((4 * degrees) - 1))));
    }

    /// <summary>Whether two arms vary alike: the distances from the medians compared.</summary>
    /// <param name="control">[units] The control's values, ascending, at least two.</param>
    /// <param name="treatment">[units] The treatment's.</param>
    /// <returns>F with 1 and n − 2 degrees of freedom and its p-value; null where no value is off its median.</returns>
    /// <remarks>Source: Brown and Forsythe (1974), Robust tests for the equality of variances, JASA 69.</remarks>
    public static (double Statistic, double PValue)? Spread(ReadOnlySpan<double> control, ReadOnlySpan<double> treatment)
    {
        var (one, other) = (Moments.Of(Distances(control)), Moments.Of(Distances(treatment)));
        var degrees = one.Count + other.Count - 2;
        var within = one.SquaredDeviations + other.SquaredDeviations;
        if (!(degrees > 0 && within > 0))
        {
            return null;
        }

        var statistic = ((one + other).SquaredDeviations - within) / (within / degrees);
        return (statistic, FDistribution.UpperTail(statistic, 1, degrees));
    }

    internal static double FiellerG(Moments control, double t) => t * t * (control.Variance / control.Count) / (control.Mean * control.Mean);

    private static double WelchDegrees(Moments control, Moments treatment)
    {
        var (one, other) = (control.Variance / control.Count, treatment.Variance / treatment.Count);
        return (one + other) * (one + other) / ((one * one / (control.Count - 1)) + (other * other / (treatment.Count - 1)));
    }

    private static EffectEstimate Of(string method, Moments control, Moments treatment, (double Value, double Degrees) error, double level)
    {
        Levels.ThrowUnlessInside(level);
        if (!(error.Value > 0 && control.Count > 1 && treatment.Count > 1))
        {
            return EffectEstimate.Refused(method, NothingVaries(control, treatment), (long)control.Count, (long)treatment.Count, level);
        }

        var value = treatment.Mean - control.Mean;
        var half = StudentTDistribution.TwoSided(level, error.Degrees) * error.Value;
        return new EffectEstimate
        {
            Method = method,
            Value = value,
            StandardError = error.Value,
            Interval = new Interval(value - half, value + half),
            PValue = StudentTDistribution.BothTails(value / error.Value, error.Degrees),
            Degrees = error.Degrees,
            Level = level,
            ControlCount = (long)control.Count,
            TreatmentCount = (long)treatment.Count,
        };
    }

    // The trimmed mean with the winsorised squares, so that its variance over its count is the mean's squared error.
    private static Moments TrimmedMoments(ReadOnlySpan<double> sorted, double trim)
    {
        var cut = (int)(sorted.Length * trim);
        var kept = sorted[cut..(sorted.Length - cut)];
        if (kept.Length < 2)
        {
            return default;
        }

        var winsorised = sorted.ToArray();
        winsorised.AsSpan(0, cut).Fill(kept[0]);
        winsorised.AsSpan(winsorised.Length - cut).Fill(kept[^1]);
        return new Moments(kept.Length, Moments.Of(kept).Mean, Moments.Of(winsorised).SquaredDeviations);
    }

    private static double[] Distances(ReadOnlySpan<double> sorted)
    {
        var distances = sorted.ToArray();
        var median = sorted.IsEmpty ? 0 : Quantile.Interpolated(sorted, 0.5);
        foreach (ref var one in distances.AsSpan())
        {
            one = Math.Abs(one - median);
        }

        return distances;
    }

    private static Problem NothingVaries(Moments control, Moments treatment) => new(
        ProblemKind.NotEstimable,
        "ST049",
        control.Count > 1 && treatment.Count > 1
            ? "In neither arm do the values vary, so that nothing says how far the difference reaches."
            : string.Create(CultureInfo.InvariantCulture, $"Control has {control.Count} values and treatment {treatment.Count}; each needs two."),
        "Wait for more units.");

    private static Problem Unbounded() => new(
        ProblemKind.NotEstimable,
        "ST050",
        "The control's mean may be 0, so the ratio to it is not bounded.",
        "Read the difference, or wait until the control's mean is surer.");
}
