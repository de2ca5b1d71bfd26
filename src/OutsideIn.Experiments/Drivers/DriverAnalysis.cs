using OutsideIn.Statistics;
using OutsideIn.Vocabulary;

namespace OutsideIn.Experiments;

/// <summary>Which of several drivers an outcome goes with, each credited for what it adds in every order. Associations, not effects.</summary>
/// <remarks>
/// Source: LMG, Lindeman, Merenda and Gold (1980) and Grömping (2006), J. Statistical Software 17; for yes/no outcomes the Shapley value of
/// McFadden's R², Azen and Traxel (2009), J. Educational and Behavioral Statistics 34.
/// </remarks>
public static class DriverAnalysis
{
    private const string Linear = "LMG shares of R², linear regression";
    private const string Logistic = "Shapley shares of McFadden's R², logistic regression";

    /// <summary>Whether the shares of a yes or no can be had in some seconds; where not, <see cref="OfYesNo"/> refuses, and <see cref="OfNumbers"/> takes 1 and 0 as numbers.</summary>
    /// <param name="driverCount">How many drivers.</param>
    /// <param name="rowCount">How many rows.</param>
    public static bool IsYesNoWithinReach(int driverCount, int rowCount) => LogisticShares.IsWithinReach(driverCount, rowCount);

    /// <summary>Shares of the variance of a number.</summary>
    /// <param name="question">Outcome and drivers.</param>
    /// <param name="progress">Told the share of the work that is done, 0 to 1.</param>
    /// <param name="stop">Stops the work.</param>
    /// <returns>The report; <c>EX090</c> too few rows for the drivers; <c>ST021</c> a driver that repeats others; <c>ST026</c> too many drivers, or one or the outcome that does not vary.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A driver has another number of rows than the outcome, or the level is outside (0, 1).</exception>
    /// <exception cref="OperationCanceledException">The work was stopped.</exception>
    public static Result<DriverReport> OfNumbers(DriverQuestion question, IProgress<double>? progress = null, CancellationToken stop = default)
    {
        var columns = Columns(question);
        if (TooFew(question) is { } few)
        {
            return few;
        }

        var moments = JointMoments.Of(columns);
        if (!VarianceShares.Of(moments).TryGet(out var shares, out var problem)
            || !LinearModel.Fit(Design(question), columns[^1]).TryGet(out var fit, out problem))
        {
            return problem;
        }

        var table = fit.With(ErrorKind.Hc3);
        var ranks = RankCorrelations.Of(columns);
        var drawn = RedrawnShares.Of(shares.Lmg, LinearRedraws.Of(columns, question.Seed, stop, progress), question.Level);
        var findings = question.Drivers.Select((driver, index) => new DriverFinding
        {
            Name = driver.Name,
            Share = shares.Lmg[index] / shares.RSquared,
            Explained = shares.Lmg[index],
            ShareInterval = drawn.Intervals[index],
            Rank = drawn.Ranks[index],
            RankStability = drawn.Stability[index],
            Effect = table.Of(driver.Name, question.Level),
            First = shares.First[index],
            Last = shares.Last[index],
            Johnson = shares.Johnson[index],
            Pratt = shares.Pratt[index],
            Correlation = shares.Correlation[index],
            RankCorrelation = ranks[index],
            Inflation = shares.Inflation[index],
        });
        return Report(question, Linear, shares.RSquared, [.. findings], moments);
    }

    /// <summary>Shares of what is explained of a yes or no.</summary>
    /// <param name="question">Outcome, 1 and 0, and drivers.</param>
    /// <param name="progress">Told the share of the work that is done, 0 to 1.</param>
    /// <param name="stop">Stops the work.</param>
    /// <returns>The report; <c>EX090</c> too few rows, or too few yes or no; <c>EX091</c> too much to compute; <c>ST021</c>, <c>ST023</c>, <c>ST026</c>.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A driver has another number of rows than the outcome, the outcome is neither 0 nor 1, or the level is outside (0, 1).</exception>
    /// <exception cref="OperationCanceledException">The work was stopped.</exception>
    public static Result<DriverReport> OfYesNo(DriverQuestion question, IProgress<double>? progress = null, CancellationToken stop = default)
    {
        var columns = Columns(question);
        if ((TooFew(question) ?? TooFewOfEither(question)) is { } few)
        {
            return few;
        }

        var moments = JointMoments.Of(columns);
        var design = Design(question);
        if (!VarianceShares.Of(moments).TryGet(out var linear, out var problem)
            || !LogisticModel.Fit(design, columns[^1]).TryGet(out var fit, out problem)
            || !LogisticShares.Of(design, columns[^1], question.Seed, stop, progress).TryGet(out var shares, out problem))
        {
            return problem;
        }

        var table = fit.RobustTable();
        var ranks = RankCorrelations.Of(columns);
        var drawn = RedrawnShares.Of(shares.Shapley, shares.Redrawn, question.Level);
        var slopes = fit.AverageMarginalEffects();
        var findings = question.Drivers.Select((driver, index) => new DriverFinding
        {
            Name = driver.Name,
            Share = shares.Shapley[index] / shares.Total,
            Explained = shares.Shapley[index],
            ShareInterval = drawn.Intervals[index],
            Rank = drawn.Ranks[index],
            RankStability = drawn.Stability[index],
            Effect = table.Of(driver.Name, question.Level),
            Slope = slopes[index + 1],
            First = shares.First[index],
            Last = shares.Last[index],
            Correlation = linear.Correlation[index],
            RankCorrelation = ranks[index],
            Inflation = linear.Inflation[index],
        });
        return Report(question, Logistic, shares.Total, [.. findings], moments);
    }

    private static double[][] Columns(DriverQuestion question)
    {
        ArgumentNullException.ThrowIfNull(question);
        Levels.ThrowUnlessInside(question.Level);
        foreach (var driver in question.Drivers)
        {
            ArgumentOutOfRangeException.ThrowIfNotEqual(driver.Values.Count, question.Outcome.Count, nameof(question));
        }

        return [.. question.Drivers.Select(static driver => driver.Values.ToArray()), [.. question.Outcome]];
    }

    private static DesignMatrix Design(DriverQuestion question) => DesignMatrix.WithConstant(
        [.. question.Drivers.Select(static driver => driver.Name)], [.. question.Drivers.Select(static driver => driver.Values.ToArray())]);

    private static DriverReport Report(DriverQuestion question, string method, double explained, DriverFinding[] findings, JointMoments moments)
    {
        DriverFinding[] ordered = [.. findings.OrderBy(static finding => finding.Rank)];
        return new DriverReport
        {
            Method = method,
            Count = question.Outcome.Count,
            RSquared = explained,
            Drivers = ordered,
            Checks = DriverChecks.Of(question, findings, moments),
            NextStep = $"This is an association: something else may move both. Design an experiment that changes {ordered[0].Name} for some units by lot, and see whether {question.OutcomeName} moves.",
        };
    }

    // Ten rows a driver is the least at which shares do not follow chance (Harrell 2015, Regression Modeling Strategies, §4.4).
    private static Problem? TooFew(DriverQuestion question) => question.Outcome.Count >= 10 * question.Drivers.Count && question.Outcome.Count > 20
        ? null
        : Few($"{question.Outcome.Count} rows are too few for {question.Drivers.Count} drivers: shares would follow chance.");

    private static Problem? TooFewOfEither(DriverQuestion question)
    {
        var yes = question.Outcome.Count(static answer => answer > 0);
        var rarer = Math.Min(yes, question.Outcome.Count - yes);
        return rarer >= 10 * question.Drivers.Count
            ? null
            : Few($"{rarer} of the rarer answer are too few for {question.Drivers.Count} drivers: shares would follow chance.");
    }

    private static Problem Few(string message) => new(
        ProblemKind.NotEstimable, "EX090", message, "Ask about fewer drivers, ten rows for each at least (ten of the rarer answer for a yes or no), or take a longer period.");
}
