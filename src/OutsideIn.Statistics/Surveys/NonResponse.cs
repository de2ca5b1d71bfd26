using OutsideIn.Vocabulary;

namespace OutsideIn.Statistics;

/// <summary>One stratum of all who were asked, and what those of it who answered said.</summary>
/// <param name="Size">How many it has, those who did not answer included.</param>
/// <param name="Answered">How many answered.</param>
/// <param name="Mean">Mean of their answers; anything where none answered.</param>
/// <param name="Squares">Σ (answer − mean)² of their answers.</param>
public readonly record struct AnsweredStratum(int Size, int Answered, double Mean, double Squares);

/// <summary>What the answers of some say of all: bounds that hold whatever the others think, and corrections that hold only on a stated assumption.</summary>
public static class NonResponse
{
    /// <summary>Between which means all must lie, whatever those who did not answer would have said.</summary>
    /// <remarks>Source: Manski (1989), Anatomy of the selection problem, Journal of Human Resources 24. No assumption is made, and no sampling error is in it.</remarks>
    /// <param name="mean">Mean of the answers.</param>
    /// <param name="answered">How many answered, ≥ 0.</param>
    /// <param name="asked">How many there are in all, ≥ 1.</param>
    /// <param name="lowest">Lowest answer the scale allows.</param>
    /// <param name="highest">Highest answer the scale allows.</param>
    /// <exception cref="ArgumentOutOfRangeException">More answered than there are, or none there are, or the scale is upside down.</exception>
    public static Interval Bounds(double mean, int answered, int asked, double lowest, double highest)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(asked);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(answered, asked);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(lowest, highest);
        var rate = (double)answered / asked;
        var part = answered == 0 ? 0 : mean * rate;
        return new Interval(part + (lowest * (1 - rate)), part + (highest * (1 - rate)));
    }

    /// <summary>The mean with each stratum weighed as in all rather than as among those who answered.</summary>
    /// <remarks>
    /// Assumes that within a stratum those who answered are like those who did not. Strata with fewer than two answers are left out.
    /// Source: Holt and Smith (1979), Post stratification, Journal of the Royal Statistical Society A 142; variance given the numbers
    /// of answers in the strata.
    /// </remarks>
    /// <param name="strata">The strata.</param>
    /// <param name="level">Confidence level, 0 &lt; level &lt; 1.</param>
    /// <returns>The estimate and the share of all that the strata with enough answers hold, or <c>ME061</c> where none has.</returns>
    public static Result<PostStratifiedMean> PostStratified(IReadOnlyList<AnsweredStratum> strata, double level = ProportionInterval.DefaultLevel)
    {
        ArgumentNullException.ThrowIfNull(strata);
        Levels.ThrowUnlessInside(level);
        var (all, covered, answered, value, variance) = (0.0, 0.0, 0, 0.0, 0.0);
        foreach (var one in strata)
        {
            all += one.Size;
            if (one.Answered >= 2)
            {
                covered += one.Size;
                answered += one.Answered;
                value += one.Size * one.Mean;
                variance += (double)one.Size * one.Size * one.Squares / (one.Answered - 1) / one.Answered;
            }
        }

        if (covered == 0)
        {
            return new Problem(
                ProblemKind.NotEstimable, "ME061", "No group of customers has two answers, so none can stand for its group.", "Wait for more answers, or adjust for less.");
        }

        var (mean, spread) = (value / covered, NormalDistribution.TwoSided(level) * Math.Sqrt(variance) / covered);
        return new PostStratifiedMean(
            new Estimate(mean, new Interval(mean - spread, mean + spread), level, "post-stratified mean, normal interval", answered, 0), covered / all);
    }

    /// <summary>How alike those who answered are to all: 1 where everybody was as likely to answer, less the more their strata differ.</summary>
    /// <remarks>
    /// R = 1 − 2 s, where s is the standard deviation of the response rate over all. The second figure, s over the mean rate, is the
    /// greatest bias of a mean of answers, in standard deviations of what is asked. Source: Schouten, Cobben and Bethlehem (2009),
    /// Indicators for the representativeness of survey response, Survey Methodology 35.
    /// </remarks>
    /// <param name="strata">The strata; at least one answered in one of them.</param>
    /// <returns>The indicator and the greatest bias; null where nobody answered, or there is only one.</returns>
    public static (double Indicator, double BiasMax)? Representativeness(IReadOnlyList<AnsweredStratum> strata)
    {
        ArgumentNullException.ThrowIfNull(strata);
        double all = strata.Sum(static one => one.Size);
        var rate = strata.Sum(static one => one.Answered) / all;
        if (!(rate > 0) || all < 2)
        {
            return null;
        }

        var spread = Math.Sqrt(strata.Where(static one => one.Size > 0).Sum(one => one.Size * Math.Pow(((double)one.Answered / one.Size) - rate, 2)) / (all - 1));
        return (1 - (2 * spread), spread / rate);
    }

    /// <summary>Whether those who answered could be a random part of all: Pearson's test of their counts against those of all.</summary>
    /// <remarks>
    /// Those who answered are a part of all, drawn without putting back, so the statistic against all is divided by the share that did
    /// not answer; that equals the test of the table answered × stratum. Expected counts below 5 make it rough.
    /// </remarks>
    /// <param name="counts">[values] How many of each value answered.</param>
    /// <param name="whole">[values] How many of each value there are.</param>
    /// <returns>The statistic, its degrees of freedom and p-value; null where fewer than two values occur, or nobody or everybody answered.</returns>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static ChiSquareResult? RandomPart(ReadOnlySpan<int> counts, ReadOnlySpan<int> whole)
    {
        if (counts.Length != whole.Length)
        {
            throw new ArgumentException($"There are {counts.Length} counts of a part and {whole.Length} of the whole.", nameof(counts));
        }

        var (answered, all, values, statistic) = (0.0, 0.0, 0, 0.0);
        for (var value = 0; value < counts.Length; value++)
        {
            answered += counts[value];
            all += whole[value];
            values += whole[value] > 0 ? 1 : 0;
        }

        if (values < 2 || answered == 0 || answered == all)
        {
            return null;
        }

        for (var value = 0; value < counts.Length; value++)
        {
            var expected = answered * whole[value] / all;
            statistic += whole[value] == 0 ? 0 : (counts[value] - expected) * (counts[value] - expected) / expected;
        }

        statistic /= 1 - (answered / all);
        return new ChiSquareResult(statistic, values - 1, ChiSquareDistribution.UpperTail(statistic, values - 1));
    }

    /// <summary>A difference of shares in standard deviations: from 0.1 on worth a look, from 0.25 on large.</summary>
    /// <remarks>Source: Austin (2009), Balance diagnostics for comparing the distribution of baseline covariates, Statistics in Medicine 28.</remarks>
    /// <param name="share">0 to 1.</param>
    /// <param name="other">0 to 1.</param>
    /// <returns>The first less the second; 0 where neither varies and they are equal, infinite where they differ.</returns>
    public static double StandardisedDifference(double share, double other)
    {
        var spread = Math.Sqrt(((share * (1 - share)) + (other * (1 - other))) / 2);
        return share == other ? 0 : (share - other) / spread;
    }
}

/// <summary>A mean with each stratum weighed as in all.</summary>
/// <param name="Mean">The estimate.</param>
/// <param name="CoveredShare">Share of all in the strata it rests on.</param>
public sealed record PostStratifiedMean(Estimate Mean, double CoveredShare);

/// <summary>A chi-square test.</summary>
/// <param name="Statistic">The statistic.</param>
/// <param name="Degrees">Its degrees of freedom.</param>
/// <param name="PValue">How often it would be at least as great by chance.</param>
public sealed record ChiSquareResult(double Statistic, int Degrees, double PValue);
