namespace OutsideIn.Statistics;

/// <summary>Answers to "how likely are you to recommend us": 9 and 10, 7 and 8, 0 to 6. Immutable.</summary>
/// <param name="Promoters">Answers of 9 or 10, ≥ 0.</param>
/// <param name="Passives">Answers of 7 or 8, ≥ 0.</param>
/// <param name="Detractors">Answers of 0 to 6, ≥ 0.</param>
public readonly record struct PromoterCounts(long Promoters, long Passives, long Detractors)
{
    /// <summary>All answers.</summary>
    public long Count => Promoters + Passives + Detractors;

    /// <summary>Promoters less detractors per hundred answers, −100 to 100; NaN where there is none.</summary>
    public double Score => 100.0 * (Promoters - Detractors) / Count;

    /// <summary>The standard error of the score, in points: each answer counts 1, 0 or −1. NaN where there is no answer.</summary>
    /// <remarks>P + D − (P − D)² is the variance of one answer: the covariance of the two shares is in it.</remarks>
    public double StandardError => 100 * Math.Sqrt(new WeighedPromoters(Promoters, Passives, Detractors).Variance / Count);
}

/// <summary>Promoters and detractors with pseudo-answers among them.</summary>
internal readonly record struct WeighedPromoters(double Promoters, double Passives, double Detractors)
{
    public double Count => Promoters + Passives + Detractors;

    public double Mean => (Promoters - Detractors) / Count;

    /// <summary>Of one answer of 1, 0 or −1.</summary>
    public double Variance => ((Promoters + Detractors) / Count) - (Mean * Mean);

    /// <summary>With so many pseudo-answers: half passive, a quarter on either side.</summary>
    public static WeighedPromoters Of(PromoterCounts counts, double pseudo) =>
        new(counts.Promoters + (pseudo / 4), counts.Passives + (pseudo / 2), counts.Detractors + (pseudo / 4));
}
