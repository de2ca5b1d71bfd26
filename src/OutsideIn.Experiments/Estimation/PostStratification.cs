using OutsideIn.Statistics;
using OutsideIn.Vocabulary;

namespace OutsideIn.Experiments;

/// <summary>Both arms within one stratum: units that were alike before they were given their arms. Immutable.</summary>
/// <param name="Control">Sums of the control.</param>
/// <param name="Treatment">Sums of the treatment, of the same kind.</param>
public sealed record Stratum(ArmSums Control, ArmSums Treatment);

/// <summary>Compares arms within strata and puts the strata together by their sizes: chance imbalance between the arms drops out.</summary>
/// <remarks>
/// Source: Miratrix, Sekhon and Yu (2013), Adjusting treatment effect estimates by post-stratification in randomized experiments, JRSS B
/// 75; the strata's sizes count as drawn (multinomial), so that the answer is about the customers they were drawn from. With a covariate
/// each stratum is adjusted by its own slope (analysis of covariance, equal variances). Degrees of freedom are those without strata.
/// </remarks>
public static class PostStratification
{
    private const string Method = "post-stratified, Welch's t";

    /// <summary>Treatment against control over all strata.</summary>
    /// <param name="strata">One at least, all of one kind: shares, means, adjusted means or ratios. Strata too small to be compared are put to the largest.</param>
    /// <param name="options">Scale, level, alternative.</param>
    /// <returns>The effect, with a check that says which strata were put together; refused as <see cref="WelchComparison.Of"/> refuses, and with EX033 where strata are of different kinds or do not add up.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no stratum, or the level is outside (0, 1).</exception>
    public static EffectEstimate Of(IReadOnlyList<Stratum> strata, ComparisonOptions options)
    {
        ArgumentOutOfRangeException.ThrowIfZero(strata.Count, nameof(strata));
        if (strata.Any(one => one.Control.GetType() != strata[0].Control.GetType() || one.Treatment.GetType() != strata[0].Control.GetType())
            || strata[0].Control is not (ShareSums or MeanSums or AdjustedSums or RatioSums))
        {
            return EffectEstimate.Refused(Method, Unlike(strata), level: options.Level);
        }

        var total = strata.Aggregate(Together);
        var kept = Viable(strata);
        var whole = WelchComparison.Of(Spread(total.Control), Spread(total.Treatment), options);
        if (kept.Count == 1 || whole.Refusal is not null)
        {
            return whole with { Checks = [Merged(strata.Count, kept.Count)] };
        }

        var means = StrataMeans.Of([.. kept.Select(StratumMeans.Of)]);
        var effect = means.Effect(options);
        return effect.TryGet(out var measured, out var problem)
            ? (measured with { Degrees = whole.Degrees!.Value }).Estimate(Method, options) with
            {
                ControlCount = whole.ControlCount,
                TreatmentCount = whole.TreatmentCount,
                Checks = [Merged(strata.Count, kept.Count)],
            }
            : EffectEstimate.Refused(Method, problem, whole.ControlCount, whole.TreatmentCount, options.Level);
    }

    // Largest first; what cannot be compared by itself goes to the largest.
    private static List<Stratum> Viable(IReadOnlyList<Stratum> strata)
    {
        var kept = new List<Stratum>();
        foreach (var stratum in strata.OrderByDescending(static one => one.Control.Count + one.Treatment.Count))
        {
            if (kept.Count == 0 || IsViable(stratum))
            {
                kept.Add(stratum);
            }
            else
            {
                kept[0] = Together(kept[0], stratum);
            }
        }

        return kept;
    }

    private static bool IsViable(Stratum stratum) =>
        stratum.Control.Count >= 2 && stratum.Treatment.Count >= 2
            && stratum.Control.With(stratum.Treatment).TryGet(out var pair, out _)
            && pair.Control.Variance > 0 && pair.Treatment.Variance > 0;

    private static Stratum Together(Stratum one, Stratum other) => new(Plus(one.Control, other.Control), Plus(one.Treatment, other.Treatment));

    private static ArmSums Plus(ArmSums one, ArmSums other) => (one, other) switch
    {
        (ShareSums left, ShareSums right) => left + right,
        (MeanSums left, MeanSums right) => left + right,
        (AdjustedSums left, AdjustedSums right) => left + right,
        (RatioSums left, RatioSums right) => left + right,
        _ => throw new System.Diagnostics.UnreachableException("Strata of one kind add up."),
    };

    // Over strata with different shares the total is no binomial count any more.
    private static ArmSums Spread(ArmSums total) => total is ShareSums shares ? new MeanSums(Moments.OfCounts(shares.Successes, shares.Units)) : total;

    private static AssumptionCheck Merged(int given, int kept) => new(
        "Every stratum has units of both arms that vary.", given == kept,
        given == kept ? $"All {given} have." : $"{given - kept} of {given} have not and were put to the largest.");

    private static Problem Unlike(IReadOnlyList<Stratum> strata) => new(
        ProblemKind.Invalid, "EX033", $"Strata of {strata[0].Control.Figure} and {strata[^1].Treatment.Figure} cannot be put together.",
        "Compute the same sums for every stratum and both arms: shares, means or ratios.");
}
