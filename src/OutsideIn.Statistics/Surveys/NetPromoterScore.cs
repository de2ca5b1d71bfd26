using System.Globalization;
using OutsideIn.Vocabulary;

namespace OutsideIn.Statistics;

/// <summary>Ways to make the interval of a net promoter score.</summary>
public enum NetPromoterInterval
{
    /// <summary>Wald with three pseudo-answers (¾, 1½, ¾): covers 93 to 96 % from ten answers on; used where nothing else is asked for.</summary>
    AdjustedWald,

    /// <summary>Wald with one pseudo-answer of each kind.</summary>
    PlusOne,

    /// <summary>The plain normal interval: too narrow below some fifty answers, and of no width where all answer alike.</summary>
    Wald,

    /// <summary>The scores whose normal test is not refuted, the share that is not passive held as observed.</summary>
    Score,
}

/// <summary>The net promoter score with what the number of answers leaves uncertain. Points, −100 to 100.</summary>
/// <remarks>
/// It speaks for those who answered; what that says of all is a matter of who answers (<see cref="NonResponse"/>). The formula of a share
/// applied to the promoters alone covers 63 to 88 % where 95 are promised. Source: Rocks (2016), Interval estimation for the "net promoter
/// score", The American Statistician 70.
/// </remarks>
public static class NetPromoterScore
{
    private const double Pseudo = 3;

    /// <summary>The score with its interval.</summary>
    /// <param name="counts">The answers.</param>
    /// <param name="kind">How the interval is made.</param>
    /// <param name="level">Confidence level, 0 &lt; level &lt; 1.</param>
    /// <returns>
    /// The score in points; the interval is cut at −100 and 100 and always holds the score. <c>ST042</c> where there is no answer,
    /// <c>ST043</c> where all answer alike and the plain interval is asked for: it would have no width.
    /// </returns>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative, or the level is outside (0, 1).</exception>
    public static Result<Estimate> Of(
        PromoterCounts counts, NetPromoterInterval kind = NetPromoterInterval.AdjustedWald, double level = ProportionInterval.DefaultLevel)
    {
        if (Refusal(counts, level) is { } problem)
        {
            return problem;
        }

        var z = NormalDistribution.TwoSided(level);
        var (centre, half) = kind switch
        {
            NetPromoterInterval.AdjustedWald => Wald(WeighedPromoters.Of(counts, Pseudo), z),
            NetPromoterInterval.PlusOne => Wald(new WeighedPromoters(counts.Promoters + 1.0, counts.Passives + 1.0, counts.Detractors + 1.0), z),
            NetPromoterInterval.Score => Score(counts, z),
            _ => Wald(WeighedPromoters.Of(counts, 0), z),
        };
        return half == 0 ? AllAlike(counts) : Answer(counts, (centre, half), level, $"net promoter score, {NameOf(kind)} interval");
    }

    /// <summary>The score of a population of which not all were asked, with the plain interval narrowed by how much of it answered.</summary>
    /// <param name="counts">The answers.</param>
    /// <param name="population">All who could have been asked, ≥ the answers and at least 2.</param>
    /// <param name="level">Confidence level, 0 &lt; level &lt; 1.</param>
    /// <returns>As <see cref="Of"/>. Right only where those who answered are a random part of all.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The population is smaller than the answers, or the level is outside (0, 1).</exception>
    /// <remarks>Source: Cochran (1977), Sampling techniques, §2.6: the error times √((N − n)/(N − 1)).</remarks>
    public static Result<Estimate> OfPopulation(PromoterCounts counts, long population, double level = ProportionInterval.DefaultLevel)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(population, Math.Max(2, counts.Count));
        if (Refusal(counts, level) is { } problem)
        {
            return problem;
        }

        var left = Math.Sqrt((double)(population - counts.Count) / (population - 1));
        var (centre, half) = Wald(WeighedPromoters.Of(counts, 0), NormalDistribution.TwoSided(level));
        return half == 0 ? AllAlike(counts) : Answer(counts, (centre, half * left), level, "net promoter score, Wald interval, finite population");
    }

    /// <summary>How many points treatment scores above control, with pseudo-answers on both sides.</summary>
    /// <param name="control">The control's answers.</param>
    /// <param name="treatment">The treatment's.</param>
    /// <param name="level">Confidence level, 0 &lt; level &lt; 1.</param>
    /// <returns>The effect in points; refused with <c>ST042</c> where an arm has no answer.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative, or the level is outside (0, 1).</exception>
    /// <remarks>
    /// Each arm gets half of the three pseudo-answers of <see cref="NetPromoterInterval.AdjustedWald"/>, as Agresti and Caffo (2000), The American
    /// Statistician 54, do with shares; the p-value is that of the same normal test. Assumes independent answers: one per customer.
    /// </remarks>
    public static EffectEstimate Difference(PromoterCounts control, PromoterCounts treatment, double level = ProportionInterval.DefaultLevel) =>
        Difference(control, treatment, Pseudo / 2, level, "difference of net promoter scores, adjusted Wald interval");

    /// <summary>The same with the plain interval.</summary>
    /// <inheritdoc cref="Difference(PromoterCounts, PromoterCounts, double)" path="/param"/>
    /// <returns>The effect in points; refused with <c>ST042</c> where an arm has no answer, <c>ST043</c> where in both arms all answer alike.</returns>
    /// <inheritdoc cref="Difference(PromoterCounts, PromoterCounts, double)" path="/exception"/>
    public static EffectEstimate DifferenceWald(PromoterCounts control, PromoterCounts treatment, double level = ProportionInterval.DefaultLevel) =>
        Difference(control, treatment, 0, level, "difference of net promoter scores, Wald interval");

    /// <summary>How many answers make the interval reach so many points to either side; to be rounded up.</summary>
    /// <param name="promoters">The share of promoters expected, 0 to 1.</param>
    /// <param name="detractors">The share of detractors expected, 0 to 1; both together at most 1.</param>
    /// <param name="margin">The half width aimed at, in points, &gt; 0.</param>
    /// <param name="level">Confidence level, 0 &lt; level &lt; 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">A share or the sum of both is outside [0, 1], the margin is not above 0, or the level is outside (0, 1).</exception>
    public static double AnswersFor(double promoters, double detractors, double margin, double level = ProportionInterval.DefaultLevel)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(promoters);
        ArgumentOutOfRangeException.ThrowIfNegative(detractors);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(promoters + detractors, 1, nameof(promoters));
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(margin);
        Levels.ThrowUnlessInside(level);
        var (difference, z) = (promoters - detractors, NormalDistribution.TwoSided(level));
        return z * z * (promoters + detractors - (difference * difference)) / (margin / 100 * (margin / 100));
    }

    private static EffectEstimate Difference(PromoterCounts control, PromoterCounts treatment, double pseudo, double level, string method)
    {
        if ((Refusal(control, level) ?? Refusal(treatment, level)) is { } problem)
        {
            return EffectEstimate.Refused(method, problem, control.Count, treatment.Count, level);
        }

        var (one, other) = (WeighedPromoters.Of(control, pseudo), WeighedPromoters.Of(treatment, pseudo));
        var error = 100 * Math.Sqrt((one.Variance / one.Count) + (other.Variance / other.Count));
        if (error == 0)
        {
            return EffectEstimate.Refused(method, AllAlike(control), control.Count, treatment.Count, level);
        }

        var (value, centre, half) = (treatment.Score - control.Score, 100 * (other.Mean - one.Mean), NormalDistribution.TwoSided(level) * error);
        return new EffectEstimate
        {
            Method = method,
            Value = value,
            StandardError = error,
            Interval = new Interval(Math.Max(-200, Math.Min(value, centre - half)), Math.Min(200, Math.Max(value, centre + half))),
            PValue = ChiSquareDistribution.BothTails(centre / error),
            Level = level,
            ControlCount = control.Count,
            TreatmentCount = treatment.Count,
        };
    }

    private static (double Centre, double Half) Wald(WeighedPromoters answers, double z) =>
        (100 * answers.Mean, 100 * z * Math.Sqrt(answers.Variance / answers.Count));

    // (m − s)² = z² (P + D − s²)/n solved for s.
    private static (double Centre, double Half) Score(PromoterCounts counts, double z)
    {
        var (mean, n) = (counts.Score / 100, (double)counts.Count);
        var (spoken, scale) = ((counts.Promoters + counts.Detractors) / n, 1 + (z * z / n));
        var root = Math.Sqrt(Math.Max(0, (mean * mean) - (scale * ((mean * mean) - (z * z * spoken / n)))));
        return (100 * mean / scale, 100 * root / scale);
    }

    private static Estimate Answer(PromoterCounts counts, (double Centre, double Half) band, double level, string method)
    {
        var (low, high) = (Math.Max(-100, band.Centre - band.Half), Math.Min(100, band.Centre + band.Half));
        return new Estimate(counts.Score, new Interval(Math.Min(low, counts.Score), Math.Max(high, counts.Score)), level, method, counts.Count, 0);
    }

    private static string NameOf(NetPromoterInterval kind) => kind switch
    {
        NetPromoterInterval.AdjustedWald => "adjusted Wald",
        NetPromoterInterval.PlusOne => "plus-one Wald",
        NetPromoterInterval.Score => "score",
        _ => "Wald",
    };

    private static Problem? Refusal(PromoterCounts counts, double level)
    {
        Levels.ThrowUnlessInside(level);
        ArgumentOutOfRangeException.ThrowIfNegative(counts.Promoters, nameof(counts));
        ArgumentOutOfRangeException.ThrowIfNegative(counts.Passives, nameof(counts));
        ArgumentOutOfRangeException.ThrowIfNegative(counts.Detractors, nameof(counts));
        return counts.Count > 0
            ? null
            : new Problem(ProblemKind.NotEstimable, "ST042", "A score of 0 answers does not exist.", "Wait for answers, or widen the filter or the period.");
    }

    private static Problem AllAlike(PromoterCounts counts) => new(
        ProblemKind.NotEstimable,
        "ST043",
        string.Create(CultureInfo.InvariantCulture, $"All {counts.Count} answers are of one kind, so the plain interval would have no width."),
        "Ask for the adjusted Wald interval, which has one.");
}
