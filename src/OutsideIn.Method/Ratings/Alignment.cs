namespace OutsideIn.Method;

/// <summary>The two questions of S2 step 3 asked of every measure (F5, row 18).</summary>
/// <param name="Contributing">Metrics with a path to a Successful Customer Outcome ÷ metrics.</param>
/// <param name="Forward">Leading metrics ÷ metrics.</param>
/// <param name="Both">Metrics that are both ÷ metrics. A scorecard that only looks back is not valid (S2).</param>
/// <param name="Neither">Metrics that are neither ÷ metrics.</param>
/// <param name="LeadingToNothing">Ids of leading metrics that name no metric they predict (row 22, D).</param>
public sealed record AlignmentRating(Ratio Contributing, Ratio Forward, Ratio Both, Ratio Neither, IReadOnlyList<string> LeadingToNothing);

/// <summary>How much of today's work serves an expectation (F5, row 5).</summary>
/// <param name="Expectation">Id of the expectation.</param>
/// <param name="Statements">Ids of the statements that answer it; with none, no work can be aligned to it.</param>
/// <param name="Hours">Hours of the tasks with a path to one of those ÷ hours of all tasks.</param>
public sealed record ExpectationWork(string Expectation, IReadOnlyList<string> Statements, Ratio Hours);

/// <summary>F5: do the measures contribute, do they look forward, and does the work serve what is expected?</summary>
public static class Alignment
{
    /// <summary>The rating of a map's metrics.</summary>
    public static AlignmentRating Of(PerformanceLandscape landscape)
    {
        ArgumentNullException.ThrowIfNull(landscape);
        var metrics = landscape.Map.Metrics;
        return new AlignmentRating(
            Ratio.Counting(metrics, metric => landscape.ReachesOutcome(metric.Id)),
            Ratio.Counting(metrics, static metric => metric.IsLeading),
            Ratio.Counting(metrics, metric => metric.IsLeading && landscape.ReachesOutcome(metric.Id)),
            Ratio.Counting(metrics, metric => !metric.IsLeading && !landscape.ReachesOutcome(metric.Id)),
            [.. metrics.Where(static metric => metric is { IsLeading: true, Predicts: null }).Select(static metric => metric.Id)]);
    }

    /// <summary>For each expectation that still stands, the share of hours that serve it. A path to an outcome serves all its statements while no path names any of them.</summary>
    public static IReadOnlyList<ExpectationWork> OfExpectations(PerformanceLandscape landscape)
    {
        ArgumentNullException.ThrowIfNull(landscape);
        var nodes = landscape.Nodes;
        var served = landscape.NamedByWork;
        return
        [
            .. from outcome in landscape.Map.Outcomes
               from expectation in outcome.Expectations
               where expectation.ReplacedBy is null
               let answers = outcome.Statements.Where(one => one.Expectations.Contains(expectation.Id, StringComparer.OrdinalIgnoreCase)).Select(static one => one.Id).ToArray()
               let isWhole = answers.Length > 0 && !outcome.Statements.Any(one => served.Contains(one.Id))
               let reaching = nodes.Reaching(isWhole ? [.. answers, outcome.Id] : answers)
               select new ExpectationWork(
                   expectation.Id, answers,
                   Ratio.Weighing(landscape.Map.Tasks, static task => task.Hours ?? 0, task => nodes.Table.TryFind(task.Id, out var node) && reaching[node])),
        ];
    }
}
