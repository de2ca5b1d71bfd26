using OutsideIn.Vocabulary;

namespace OutsideIn.Statistics;

/// <summary>Whether two rates differ, in the ways other programs test it. All two-sided; the first rate is the control's.</summary>
/// <remarks>Source: Gu, Ng, Tang and Schucany (2008), Testing the ratio of two Poisson rates, Biometrical Journal 50. A positive statistic is a higher rate of the control.</remarks>
public static class RateTest
{
    private const long EventsMax = 100_000;

    /// <summary>The score test: both rates' variances under equal rates.</summary>
    /// <param name="control">The control.</param>
    /// <param name="treatment">The treatment.</param>
    /// <returns>The test, or <c>ST014</c> where neither has any events.</returns>
    /// <exception cref="ArgumentOutOfRangeException">Events are negative, or an exposure is not above 0.</exception>
    public static Result<HypothesisTest> Score(CountedRate control, CountedRate treatment) =>
        Of(control, treatment, "score test of rates", static (x, y, r) => (x - (y * r)) / Math.Sqrt((x + y) * r));

    /// <summary>Wald's test: each rate with its own variance.</summary>
    /// <inheritdoc cref="Score"/>
    public static Result<HypothesisTest> Wald(CountedRate control, CountedRate treatment) =>
        Of(control, treatment, "Wald test of rates", static (x, y, r) => (x - (y * r)) / Math.Sqrt(x + (y * r * r)));

    /// <summary>The test of the rates' square roots, whose variance does not depend on them.</summary>
    /// <inheritdoc cref="Score"/>
    public static Result<HypothesisTest> SquareRoot(CountedRate control, CountedRate treatment) => Of(
        control, treatment, "square-root test of rates",
        static (x, y, r) => 2 * (Math.Sqrt(x + 0.375) - Math.Sqrt((y + 0.375) * r)) / Math.Sqrt(1 + r));

    /// <summary>The exact test given the number of events: conservative.</summary>
    /// <inheritdoc cref="Score"/>
    public static Result<HypothesisTest> Conditional(CountedRate control, CountedRate treatment) => Of(control, treatment, 0, "exact conditional test of rates");

    /// <summary>The conditional test that counts half of what was seen itself: not exact, seldom far off.</summary>
    /// <inheritdoc cref="Score"/>
    public static Result<HypothesisTest> ConditionalMidP(CountedRate control, CountedRate treatment) => Of(control, treatment, 0.5, "conditional mid-p test of rates");

    /// <summary>The score test with its p-value summed over all counts, at the common rate that is most likely.</summary>
    /// <param name="control">The control.</param>
    /// <param name="treatment">The treatment; together at most 100,000 events.</param>
    /// <returns>The test; <c>ST014</c> where neither has any events; <c>ST013</c> where there are too many.</returns>
    /// <exception cref="ArgumentOutOfRangeException">Events are negative, or an exposure is not above 0.</exception>
    /// <remarks>Source: Krishnamoorthy and Thomson (2004), A more powerful test for comparing two Poisson means, Journal of Statistical Planning and Inference 119.</remarks>
    public static Result<HypothesisTest> ETest(CountedRate control, CountedRate treatment) => Score(control, treatment).Then<HypothesisTest>(score =>
    {
        if (control.Events + treatment.Events > EventsMax)
        {
            return new Problem(
                ProblemKind.NotEstimable, "ST013", $"An exact test of {control.Events + treatment.Events} events takes too long.",
                "Take the score test, which is as good for so many events.");
        }

        var ratio = control.Exposure / treatment.Exposure;
        var other = (control.Events + treatment.Events) / (1 + ratio);
        var mean = other * ratio;
        var (limit, sum) = (Math.Abs(score.Statistic!.Value) * (1 - 1e-12), 0.0);
        for (var x = From(mean); x <= To(mean); x++)
        {
            sum += PoissonDistribution.Probability(x, mean) * Extreme(x, other, ratio, limit);
        }

        return new HypothesisTest(score.Statistic, Math.Min(1, sum), "E-test of rates");
    });

    internal static Problem NoEvents() => new(
        ProblemKind.NotEstimable, "ST014", "There were no events in either arm.",
        "The interval of each rate says what is still possible; wait for more exposure.");

    // Probability of a second count whose score against x is at least the limit; the score only falls with that count.
    private static double Extreme(long x, double mean, double ratio, double limit)
    {
        double ScoreOf(long y) => x + y == 0 ? 0 : (x - (y * ratio)) / Math.Sqrt((x + y) * ratio);
        var below = First(mean, y => ScoreOf(y) < limit);
        var above = First(mean, y => ScoreOf(y) <= -limit);
        return above <= below ? 1 : PoissonDistribution.Cumulative(below - 1, mean) + PoissonDistribution.UpperTail(above - 1, mean);
    }

    private static long First(double mean, Func<long, bool> holds)
    {
        var (low, high) = (0L, To(mean) + 1);
        while (low < high)
        {
            var middle = low + ((high - low) / 2);
            (low, high) = holds(middle) ? (low, middle) : (middle + 1, high);
        }

        return low;
    }

    // Beyond twelve standard deviations, and a hundred for small means, lies less than any digit shown.
    private static long From(double mean) => Math.Max(0, (long)(mean - (12 * Math.Sqrt(mean))));

    private static long To(double mean) => (long)(mean + (12 * Math.Sqrt(mean)) + 100);

    private static Result<HypothesisTest> Of(CountedRate control, CountedRate treatment, string method, Func<double, double, double, double> statistic)
    {
        control.ThrowUnlessPossible();
        treatment.ThrowUnlessPossible();
        if (control.Events + treatment.Events == 0)
        {
            return NoEvents();
        }

        var z = statistic(control.Events, treatment.Events, control.Exposure / treatment.Exposure);
        return new HypothesisTest(z, ChiSquareDistribution.BothTails(z), method);
    }

    private static Result<HypothesisTest> Of(CountedRate control, CountedRate treatment, double less, string method)
    {
        control.ThrowUnlessPossible();
        treatment.ThrowUnlessPossible();
        var all = control.Events + treatment.Events;
        if (all == 0)
        {
            return NoEvents();
        }

        var share = control.Exposure / (control.Exposure + treatment.Exposure);
        var p = BinomialTest.TwoSided(control.Events, all, share) - (less * BinomialDistribution.Probability(control.Events, all, share));
        return new HypothesisTest(null, p, method);
    }
}
