using OutsideIn.Vocabulary;

namespace OutsideIn.Statistics;

/// <summary>One of many that are to be compared, such as an agent or a team.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Answers">Its answers.</param>
public sealed record RankedGroup(string Name, Moments Answers);

/// <summary>What a group's few answers and all groups' answers say of it together. Immutable.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Raw">The mean of its own answers.</param>
/// <param name="Shrunken">The mean to expect of it, with its interval; the fewer its answers, the nearer to all.</param>
/// <param name="Weight">How much of <paramref name="Raw"/> is in it, 0 to 1.</param>
/// <param name="Rank">The rank to expect, 1 for the highest mean; not whole, and near the middle where little is known.</param>
public sealed record ShrunkenMean(string Name, double Raw, Estimate Shrunken, double Weight, double Rank);

/// <summary>Ranks many groups of few answers by what is to be expected of each, not by luck.</summary>
/// <remarks>
/// Groups' true means are taken as normal around a common one, both unknown, every variance of them equally likely beforehand: that makes
/// intervals hold as often as they say, where every spread equally likely held 91 % of 95. Assumes that a group's number of answers says nothing of its mean, and that answers vary alike in all groups: their pooled variance stands for each.
/// Source: Gelman et al. (2013), Bayesian data analysis, §5.4, with the prior of Morris and Tang (2011), Estimating random effects via
/// adjustment for density maximization, Statistical Science 26; ranks are those of Laird and Louis (1989), Empirical Bayes ranking methods, Journal of
/// Educational Statistics 14.
/// </remarks>
public static class Shrinkage
{
    private const int GroupsMin = 4;

    // Spreads of true means up to so many times what the observed ones show, in so many steps.
    private const double Reach = 8;
    private const int GridSize = 400;
    private const double FlatOnVariance = 1;

    /// <summary>Every group, in the order given.</summary>
    /// <param name="groups">The groups; those without an answer are left out.</param>
    /// <param name="level">Confidence level, 0 &lt; level &lt; 1.</param>
    /// <returns>The groups; <c>ST048</c> where fewer than four have an answer, or no group's answers vary.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The level is outside (0, 1).</exception>
    public static Result<IReadOnlyList<ShrunkenMean>> Of(IReadOnlyList<RankedGroup> groups, double level = ProportionInterval.DefaultLevel)
    {
        ArgumentNullException.ThrowIfNull(groups);
        Levels.ThrowUnlessInside(level);
        RankedGroup[] answered = [.. groups.Where(static one => one.Answers.Count > 0)];
        var degrees = answered.Sum(static one => one.Answers.Count - 1);
        var within = answered.Sum(static one => one.Answers.SquaredDeviations) / degrees;
        if (answered.Length < GroupsMin || !(within > 0))
        {
            return new Problem(
                ProblemKind.NotEstimable,
                "ST048",
                answered.Length < GroupsMin ? $"{answered.Length} groups with answers do not say how much groups differ." : "No group has two answers that differ.",
                "Compare more groups, or wait for more answers.");
        }

        double[] means = [.. answered.Select(static one => one.Answers.Mean)], variances = [.. answered.Select(one => within / one.Answers.Count)];
        var posteriors = Posteriors(means, variances, FlatOnVariance);
        var ranks = Ranks(posteriors);
        var z = NormalDistribution.TwoSided(level);
        return answered.Select((one, index) =>
        {
            var (mean, variance, weight) = posteriors[index];
            var half = z * Math.Sqrt(variance);
            var estimate = new Estimate(
                mean, new Interval(mean - half, mean + half), level, "shrunken mean, hierarchical normal model", (long)one.Answers.Count, 0);
            return new ShrunkenMean(one.Name, one.Answers.Mean, estimate, weight, ranks[index]);
        }).ToArray();
    }

    /// <summary>Mean and variance of each true mean, and how much of its own mean is in it, averaged over the spreads the data leave possible.</summary>
    /// <remarks>Beforehand a spread is as probable as its power: 0 as in the book, 1 where every variance is equally likely.</remarks>
    internal static (double Mean, double Variance, double Weight)[] Posteriors(double[] means, double[] variances, double priorPower)
    {
        var spreads = Spreads(means, variances, priorPower);
        var sums = new (double Mean, double Square, double Variance, double Weight)[means.Length];
        foreach (var (between, share) in spreads)
        {
            var (overall, precision) = Overall(means, variances, between);
            for (var index = 0; index < means.Length; index++)
            {
                var pull = variances[index] / (variances[index] + between);
                var mean = means[index] - (pull * (means[index] - overall));
                var variance = (variances[index] * (1 - pull)) + (pull * pull / precision);
                ref var sum = ref sums[index];
                sum = (sum.Mean + (share * mean), sum.Square + (share * mean * mean), sum.Variance + (share * variance), sum.Weight + (share * (1 - pull)));
            }
        }

        return [.. sums.Select(static sum => (sum.Mean, sum.Variance + Math.Max(0, sum.Square - (sum.Mean * sum.Mean)), sum.Weight))];
    }

    // How probable each of a grid of variances between groups is, on an even grid of its root.
    private static (double Between, double Share)[] Spreads(double[] means, double[] variances, double priorPower)
    {
        var (reach, logs) = (Reach * Math.Sqrt(Moments.Of(means).Variance + variances.Max()), new double[GridSize]);
        for (var point = 0; point < GridSize; point++)
        {
            var between = Math.Pow(reach * (point + 0.5) / GridSize, 2);
            var (overall, precision) = Overall(means, variances, between);
            logs[point] = 0.5 * ((priorPower * Math.Log(between)) - Math.Log(precision));
            for (var index = 0; index < means.Length; index++)
            {
                var all = variances[index] + between;
                logs[point] -= 0.5 * (Math.Log(all) + ((means[index] - overall) * (means[index] - overall) / all));
            }
        }

        var largest = logs.Max();
        var sum = logs.Sum(log => Math.Exp(log - largest));
        return [.. logs.Select((log, point) => (Math.Pow(reach * (point + 0.5) / GridSize, 2), Math.Exp(log - largest) / sum))];
    }

    private static (double Mean, double Precision) Overall(double[] means, double[] variances, double between)
    {
        var (sum, precision) = (0.0, 0.0);
        for (var index = 0; index < means.Length; index++)
        {
            var one = 1 / (variances[index] + between);
            sum += one * means[index];
            precision += one;
        }

        return (sum / precision, precision);
    }

    private static double[] Ranks((double Mean, double Variance, double Weight)[] posteriors) =>
        [.. posteriors.Select((one, index) => 1 + posteriors
            .Where((_, other) => other != index)
            .Sum(other => NormalDistribution.Cumulative((other.Mean - one.Mean) / Math.Sqrt(other.Variance + one.Variance))))];
}
