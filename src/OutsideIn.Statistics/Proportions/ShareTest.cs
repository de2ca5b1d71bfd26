using OutsideIn.Vocabulary;

namespace OutsideIn.Statistics;

/// <summary>A test's statistic and p-value.</summary>
/// <param name="Statistic">In the unit of its reference distribution; null for exact tests, which have none.</param>
/// <param name="PValue">How often at least so great a difference would be seen where there is none, 0 to 1.</param>
/// <param name="Method">Its name, for the reader.</param>
public sealed record HypothesisTest(double? Statistic, double PValue, string Method);

/// <summary>Whether two shares differ.</summary>
/// <remarks>All assume that units are independent of each other. Arms: control first; a positive statistic is a higher share under treatment.</remarks>
public static class ShareTest
{
    private const double Tie = 1 + 1e-7;

    /// <summary>The z test with one share for both arms, which is the square root of the chi-square test.</summary>
    /// <param name="control">The control.</param>
    /// <param name="treatment">The treatment.</param>
    /// <returns>The test; <c>ST010</c> where an arm has no units; <c>ST012</c> where none or all of both arms were counted.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative, or a part exceeds its whole.</exception>
    /// <remarks>Source: Pearson (1900); as in Fleiss, Levin and Paik (2003), Statistical Methods for Rates and Proportions, §3.1.</remarks>
    public static Result<HypothesisTest> PooledZ(CountedShare control, CountedShare treatment)
    {
        var pooled = (double)(control.Part + treatment.Part) / (control.Whole + treatment.Whole);
        return Z(control, treatment, pooled * (1 - pooled) * ((1.0 / control.Whole) + (1.0 / treatment.Whole)), "z test, pooled");
    }

    /// <summary>The z test with a share for each arm: the one that Wald's interval belongs to.</summary>
    /// <inheritdoc cref="PooledZ"/>
    /// <remarks>Source: Wald (1943), Transactions of the American Mathematical Society 54.</remarks>
    public static Result<HypothesisTest> UnpooledZ(CountedShare control, CountedShare treatment) =>
        Z(control, treatment, OtherShareEffects.Variance(control, treatment), "z test, unpooled");

    /// <summary>The chi-square test of the four counts, with or without Yates' correction.</summary>
    /// <param name="control">The control.</param>
    /// <param name="treatment">The treatment.</param>
    /// <param name="correction">By how many units each count is brought nearer to what is expected, at most as far as that: 0, or 0.5 for Yates'.</param>
    /// <returns>The test; <c>ST010</c> where an arm has no units; <c>ST012</c> where none or all of both arms were counted.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative, or a part exceeds its whole.</exception>
    /// <remarks>Source: Yates (1934), Contingency tables involving small numbers and the χ² test, Supplement to the Journal of the Royal Statistical Society 1.</remarks>
    public static Result<HypothesisTest> ChiSquare(CountedShare control, CountedShare treatment, double correction = 0)
    {
        if ((CountedShare.Missing(control, treatment) ?? Alike(control, treatment)) is { } problem)
        {
            return problem;
        }

        var all = (double)(control.Whole + treatment.Whole);
        var pooled = (control.Part + treatment.Part) / all;
        var gap = Math.Abs(treatment.Part - (treatment.Whole * pooled));
        gap -= Math.Min(gap, correction);
        var statistic = gap * gap * all / (pooled * (1 - pooled) * control.Whole * treatment.Whole);
        return new HypothesisTest(
            statistic, ChiSquareDistribution.UpperTail(statistic, 1), correction > 0 ? "chi-square, Yates' correction" : "chi-square");
    }

    /// <summary>Fisher's exact test: the tables with the same sums that are no more probable.</summary>
    /// <param name="control">The control.</param>
    /// <param name="treatment">The treatment.</param>
    /// <returns>The test, without a statistic; <c>ST010</c> where an arm has no units.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative, or a part exceeds its whole.</exception>
    /// <remarks>Source: Fisher (1935), The logic of inductive inference, Journal of the Royal Statistical Society 98. Conservative; where small counts decide, <see cref="Boschloo"/> sees more.</remarks>
    public static Result<HypothesisTest> Fisher(CountedShare control, CountedShare treatment)
    {
        if (CountedShare.Missing(control, treatment) is { } problem)
        {
            return problem;
        }

        var table = new Hypergeometric(control.Whole, treatment.Whole, control.Part + treatment.Part);
        var limit = table.Probability(control.Part) * Tie;
        var mode = table.Mode;
        if (table.Probability(mode) <= limit)
        {
            return new HypothesisTest(null, 1, "Fisher's exact test");
        }

        // On either side of the mode the probability only falls.
        var (low, above) = (table.Low - 1, mode);
        while (above - low > 1)
        {
            var middle = low + ((above - low) / 2);
            (low, above) = table.Probability(middle) <= limit ? (middle, above) : (low, middle);
        }

        var (below, high) = (mode, table.High + 1);
        while (high - below > 1)
        {
            var middle = below + ((high - below) / 2);
            (below, high) = table.Probability(middle) <= limit ? (below, middle) : (middle, high);
        }

        return new HypothesisTest(null, Math.Min(1, table.AtMost(low) + table.AtLeast(high)), "Fisher's exact test");
    }

    /// <summary>Boschloo's exact test: Fisher's p-value as a statistic, at whatever common share makes it least surprising.</summary>
    /// <param name="control">The control, at most 1,000 units.</param>
    /// <param name="treatment">The treatment, at most 1,000 units.</param>
    /// <returns>The test, without a statistic; <c>ST010</c> where an arm has no units; <c>ST012</c> where none or all of both arms were counted; <c>ST013</c> where an arm is too large.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative, or a part exceeds its whole.</exception>
    /// <remarks>Source: Boschloo (1970), Raised conditional level of significance for the 2 × 2-table, Statistica Neerlandica 24; two-sided as twice the smaller side.</remarks>
    public static Result<HypothesisTest> Boschloo(CountedShare control, CountedShare treatment)
    {
        if ((CountedShare.Missing(control, treatment) ?? Alike(control, treatment)) is { } problem)
        {
            return problem;
        }

        if (Math.Max(control.Whole, treatment.Whole) > BoschlooSide.UnitsMax)
        {
            return new Problem(
                ProblemKind.NotEstimable, "ST013", $"An exact test of {control.Whole} and {treatment.Whole} units takes too long.",
                "Take the score test, which is as good for so many units, or Fisher's.");
        }

        var more = new BoschlooSide(control, treatment).PValue();
        var fewer = new BoschlooSide(treatment, control).PValue();
        return new HypothesisTest(null, Math.Min(1, 2 * Math.Min(more, fewer)), "Boschloo's exact test");
    }

    internal static Problem? Alike(CountedShare control, CountedShare treatment) =>
        control.Part + treatment.Part == 0 || control.Rest + treatment.Rest == 0
            ? new Problem(
                ProblemKind.NotEstimable, "ST012",
                control.Part + treatment.Part == 0 ? "It happened to nobody in either arm." : "It happened to everybody in both arms.",
                "There is no variation to test; the interval of the difference says what is still possible.")
            : null;

    private static Result<HypothesisTest> Z(CountedShare control, CountedShare treatment, double variance, string method)
    {
        if ((CountedShare.Missing(control, treatment) ?? Alike(control, treatment)) is { } problem)
        {
            return problem;
        }

        // Where one arm has none and the other all, the unpooled variance is 0.
        var z = (treatment.Value - control.Value) / Math.Sqrt(variance);
        return new HypothesisTest(z, ChiSquareDistribution.BothTails(z), method);
    }
}
