using OutsideIn.Statistics;
using OutsideIn.Vocabulary;

namespace OutsideIn.Experiments;

/// <summary>What being given an arm did, and what taking it up did to those who took it up because of that. Immutable.</summary>
/// <param name="Assigned">The effect of being given the arm, on everybody given it: what randomisation answers (intention to treat).</param>
/// <param name="Uptake">By how much more the treatment was taken up in its arm than in control.</param>
/// <param name="OnCompliers">The effect on those who take it up where it is given and not where it is not (LATE).</param>
public sealed record Compliance(EffectEstimate Assigned, EffectEstimate Uptake, EffectEstimate OnCompliers);

/// <summary>Arms that not everybody kept to.</summary>
/// <remarks>
/// Source: Imbens and Angrist (1994), Identification and estimation of local average treatment effects, Econometrica 62: the Wald
/// estimator, which is two-stage least squares with one instrument; error by the delta method (its robust error up to n ÷ (n − 1)).
/// The interval is Fieller's (Anderson and Rubin 1949), which stays honest where few took it up; it may be unbounded.
/// </remarks>
public static class LocalEffect
{
    // Stock and Yogo (2005): below a first-stage F of 10 the estimate leans toward the naive one.
    private const double WeakF = 10;

    /// <summary>The effects of assignment and of uptake.</summary>
    /// <param name="control">Of each unit of control: column 0 the outcome, column 1 whether it took the treatment up, 0 or 1.</param>
    /// <param name="treatment">The same of the treatment.</param>
    /// <param name="level">Confidence level.</param>
    /// <returns>The three effects; <see cref="Compliance.OnCompliers"/> refused with EX039 where uptake does not differ at all.</returns>
    public static Compliance Of(JointMoments control, JointMoments treatment, double level = 0.95)
    {
        var options = ComparisonOptions.Default with { Level = level };
        var assigned = WelchComparison.Of(new MeanSums(control.Column(0)), new MeanSums(treatment.Column(0)), options);
        return new Compliance(assigned, Uptake(control, treatment, options), OnCompliers(control, treatment, assigned, level));
    }

    // Nobody in control can often take it up at all: its uptake then does not vary, and that is no reason to refuse.
    private static EffectEstimate Uptake(JointMoments control, JointMoments treatment, ComparisonOptions options)
    {
        var (value, variance) = (treatment.Mean(1) - control.Mean(1), SquaredError(control, 1, 1) + SquaredError(treatment, 1, 1));
        return variance > 0
            ? new MeasuredEffect(value, Math.Sqrt(variance), control.Count + treatment.Count - 2).Estimate("difference of uptake, t", options) with
            {
                ControlCount = (long)control.Count,
                TreatmentCount = (long)treatment.Count,
            }
            : new EffectEstimate { Method = "difference of uptake", Value = value, ControlCount = (long)control.Count, TreatmentCount = (long)treatment.Count, Level = options.Level, Refusal = Everybody() };
    }

    private static EffectEstimate OnCompliers(JointMoments control, JointMoments treatment, EffectEstimate assigned, double level)
    {
        const string Method = "effect on those who took it up (Wald), Fieller's interval";
        var (outcome, uptake) = (treatment.Mean(0) - control.Mean(0), treatment.Mean(1) - control.Mean(1));
        if (uptake == 0 || assigned.Refusal is not null)
        {
            return EffectEstimate.Refused(Method, assigned.Refusal ?? NoUptake(), assigned.ControlCount, assigned.TreatmentCount, level);
        }

        var (y, yd, d) = (Sum(control, treatment, 0, 0), Sum(control, treatment, 0, 1), Sum(control, treatment, 1, 1));
        var (effect, degrees) = (outcome / uptake, control.Count + treatment.Count - 2);
        var error = Math.Sqrt(y - (2 * effect * yd) + (effect * effect * d)) / Math.Abs(uptake);
        var t = StudentTDistribution.TwoSided(level, degrees);
        var f = d > 0 ? uptake * uptake / d : double.PositiveInfinity;
        return new EffectEstimate
        {
            Method = Method,
            Value = effect,
            StandardError = error,

            // Under no effect the error of the outcome is that of the assignment: one test, one p-value.
            PValue = StudentTDistribution.BothTails(outcome / Math.Sqrt(y), degrees),
            Degrees = degrees,
            Level = level,
            Interval = Fieller((outcome, uptake), (y, yd, d), t),
            ControlCount = assigned.ControlCount,
            TreatmentCount = assigned.TreatmentCount,
            Checks = [Strength(f), new AssumptionCheck("Being given an arm changes the outcome only through taking it up.", null, "The data cannot tell.")],
        };
    }

    private static AssumptionCheck Strength(double f) => new(
        "Being given the arm made enough people take it up.", f >= WeakF,
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"First-stage F {f:0.#}; below {WeakF} the estimate leans toward that of the naive comparison."));

    // The λ for which outcome − λ uptake is not told from 0: an interval where uptake itself is, else without ends.
    private static Interval Fieller((double Outcome, double Uptake) effect, (double Outcome, double Both, double Uptake) variance, double t)
    {
        var square = t * t;
        var a = (effect.Uptake * effect.Uptake) - (square * variance.Uptake);
        var b = (effect.Outcome * effect.Uptake) - (square * variance.Both);
        var c = (effect.Outcome * effect.Outcome) - (square * variance.Outcome);
        var root = (b * b) - (a * c);
        return a > 0 && root >= 0
            ? new Interval((b - Math.Sqrt(root)) / a, (b + Math.Sqrt(root)) / a)
            : new Interval(double.NegativeInfinity, double.PositiveInfinity);
    }

    private static double Sum(JointMoments control, JointMoments treatment, int one, int other) =>
        SquaredError(control, one, other) + SquaredError(treatment, one, other);

    private static double SquaredError(JointMoments arm, int one, int other) => arm.Covariance(one, other) / arm.Count;

    private static Problem NoUptake() => new(
        ProblemKind.NotEstimable, "EX039", "As many took it up in control as in treatment, so that nothing can be said of taking it up.",
        "Report the effect of being given the arm.");

    private static Problem Everybody() => new(
        ProblemKind.NotEstimable, "EX031", "Everybody of one arm took it up and nobody of the other: the uptake has no error.", "None is needed.");
}
