namespace OutsideIn.Method;

/// <summary>Formulas of the public record that samples and consultants need (PF14, PF16, PF17).</summary>
public static class KnownFormulas
{
    /// <summary>Net Promoter Score: % of answers 9–10 minus % of answers 0–6, −100 to 100 (PF16). An output of subjectivity up to 3; never the sole metric of an outcome (§6 point 4).</summary>
    /// <param name="promoters">Answers 9 and 10, ≥ 0.</param>
    /// <param name="passives">Answers 7 and 8, ≥ 0.</param>
    /// <param name="detractors">Answers 0 to 6, ≥ 0.</param>
    /// <returns>Null where nobody answered.</returns>
    public static double? NetPromoterScore(double promoters, double passives, double detractors)
    {
        var all = promoters + passives + detractors;
        return all > 0 ? 100 * (promoters - detractors) / all : null;
    }

    /// <summary>Load factor: passengers ÷ seats available (PF17).</summary>
    /// <returns>Null where there are no seats.</returns>
    public static double? LoadFactor(double passengers, double seats) => seats > 0 ? passengers / seats : null;

    /// <summary>Seats available, from passengers and load factor (PF17).</summary>
    /// <returns>Null where the load factor is zero.</returns>
    public static double? SeatsOf(double passengers, double loadFactor) => loadFactor > 0 ? passengers / loadFactor : null;

    /// <summary>SERVQUAL: the mean over the dimensions of perception − expectation, each times its weight where weights are given (PF14).</summary>
    /// <param name="gaps">Perception − expectation for each dimension.</param>
    /// <param name="weights">A weight for each dimension, adding up to 1; null for equal ones.</param>
    /// <returns>Null where there is no dimension.</returns>
    /// <exception cref="ArgumentException">There is not one weight for each dimension.</exception>
    public static double? ServiceGap(IReadOnlyList<double> gaps, IReadOnlyList<double>? weights = null)
    {
        ArgumentNullException.ThrowIfNull(gaps);
        if (weights is not null && weights.Count != gaps.Count)
        {
            throw new ArgumentException("There must be one weight for each dimension.", nameof(weights));
        }

        return gaps.Count == 0 ? null : weights is null ? gaps.Average() : gaps.Zip(weights, static (gap, weight) => gap * weight).Sum();
    }
}
