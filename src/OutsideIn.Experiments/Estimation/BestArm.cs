using OutsideIn.Statistics;
using OutsideIn.Vocabulary;

namespace OutsideIn.Experiments;

/// <summary>One arm among several, as it is believed to be once the data are seen. Immutable.</summary>
/// <param name="Mean">The middle of the belief.</param>
/// <param name="Interval">Where the mean lies with the probability asked for.</param>
/// <param name="ChanceBest">The probability that no other arm has a higher mean.</param>
public sealed record ArmBelief(double Mean, Interval Interval, double ChanceBest);

/// <summary>Which of several arms is the best, as a second opinion: normal beliefs, one prior for all.</summary>
/// <remarks>
/// Source: Thompson (1933), On the likelihood that one unknown probability exceeds another, Biometrika 25. The chances are integrated,
/// not drawn. They say what is believed; they move no unit from one arm to another.
/// </remarks>
public static class BestArm
{
    private const double Step = 0.02;
    private const double Reach = 9;

    /// <summary>The belief about each arm.</summary>
    /// <param name="arms">Count, mean and squared deviations of each arm; two at least.</param>
    /// <param name="prior">What was believed of every arm's mean, in the outcome's unit; <see cref="NormalPrior.Flat"/> for nothing.</param>
    /// <param name="level">Probability of the intervals.</param>
    /// <returns>In the order of the arms; EX030 where an arm has fewer than two units, EX031 where one does not vary.</returns>
    public static Result<IReadOnlyList<ArmBelief>> Of(IReadOnlyList<Moments> arms, NormalPrior prior, double level = 0.95)
    {
        Levels.ThrowUnlessInside(level);
        ArgumentOutOfRangeException.ThrowIfLessThan(arms.Count, 2, nameof(arms));
        if (arms.Any(static arm => arm.Count < 2))
        {
            return new Problem(ProblemKind.NotEstimable, "EX030", "An arm has fewer than two units.", "Wait until every arm has units.");
        }

        if (arms.Any(static arm => arm.SquaredDeviations <= 0))
        {
            return new Problem(ProblemKind.NotEstimable, "EX031", "All units of an arm have the same value.", "Wait for more units.");
        }

        var beliefs = arms.Select(arm => Believed(arm, prior)).ToArray();
        var z = NormalDistribution.TwoSided(level);
        return beliefs.Select((belief, index) => new ArmBelief(
            belief.Mean, new Interval(belief.Mean - (z * belief.Deviation), belief.Mean + (z * belief.Deviation)), ChanceBest(beliefs, index))).ToArray();
    }

    private static (double Mean, double Deviation) Believed(Moments arm, NormalPrior prior)
    {
        var (seen, before) = (arm.Count / arm.Variance, 1 / (prior.StandardDeviation * prior.StandardDeviation));
        return (((arm.Mean * seen) + (before > 0 ? prior.Mean * before : 0)) / (seen + before), Math.Sqrt(1 / (seen + before)));
    }

    // ∫ φ(z) Π Φ((x(z) − mean of another) ÷ its deviation) dz by the trapezoidal rule, which is exact to rounding for such a bell.
    private static double ChanceBest(ReadOnlySpan<(double Mean, double Deviation)> beliefs, int best)
    {
        var sum = 0.0;
        for (var z = -Reach; z <= Reach; z += Step)
        {
            var (x, product) = (beliefs[best].Mean + (z * beliefs[best].Deviation), Math.Exp(-0.5 * z * z));
            for (var other = 0; other < beliefs.Length; other++)
            {
                product *= other == best ? 1 : NormalDistribution.Cumulative((x - beliefs[other].Mean) / beliefs[other].Deviation);
            }

            sum += product;
        }

        return sum * Step / Math.Sqrt(2 * Math.PI);
    }
}
