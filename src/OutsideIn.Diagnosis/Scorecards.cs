using OutsideIn.Measures;
using OutsideIn.Method;

namespace OutsideIn.Diagnosis;

/// <summary>Computes and judges all metrics of a map on one log.</summary>
public static class Scorecards
{
    /// <summary>The scorecard of a map on a log.</summary>
    /// <remarks>
    /// All measures and the clocks beside durations share passes over the log, and their values are let go one after the other, so that
    /// memory does not grow with the metrics. A metric without an objective whose unit is %, whose measure is yes or no, and which
    /// has a target and a direction is held against "N% of cases yes" (of a direction down: at most).
    /// </remarks>
    /// <param name="log">The log with this map laid over it.</param>
    /// <param name="map">The map.</param>
    /// <param name="options">What is wanted.</param>
    /// <param name="stop">Stops the work.</param>
    /// <param name="progress">Told the share of the passes that is done, 0 to 1; from any thread.</param>
    /// <returns>The scorecard; a metric whose measure is wrong is in it with its faults and without a result.</returns>
    /// <exception cref="OperationCanceledException">The work was stopped.</exception>
    public static Scorecard Of(MeasuredLog log, OutsideInMap map, ScorecardOptions options, CancellationToken stop, IProgress<double>? progress = null)
    {
        ArgumentNullException.ThrowIfNull(log);
        ArgumentNullException.ThrowIfNull(map);
        ArgumentNullException.ThrowIfNull(options);
        var schema = MeasureSchemas.Of(log);
        var run = new ScorecardRun(log, options);
        Score[] scores = [.. map.Metrics.Where(one => one.Measure is not null && IsWanted(one, options)).Select(metric => run.Add(metric, schema))];
        run.Compute(stop, progress);
        scores = [.. scores.Select(run.Finished)];
        return new Scorecard(
            Scorecard.CurrentVersion,
            map.Organisation.Name,
            options.LogName,
            DateTimeOffset.UnixEpoch.AddMicroseconds(log.HorizonMicros),
            Counts(scores),
            scores,
            LogFindingEntries.Of(log, map),
            [.. map.Metrics.Where(one => one.Measure is null && IsWanted(one, options)).Select(static one => one.Name)]);
    }

    private static bool IsWanted(Metric metric, ScorecardOptions options) => options.Metrics is not { } wanted
        || wanted.Any(one => string.Equals(one, metric.Id, StringComparison.OrdinalIgnoreCase) || string.Equals(one, metric.Name, StringComparison.OrdinalIgnoreCase));

    private static ScorecardCounts Counts(Score[] scores)
    {
        return new ScorecardCounts(
            Of(VerdictKind.Met), Of(VerdictKind.Missed), Of(VerdictKind.NotYetProvable),
            scores.Count(static one => one.Result is { Verdict: null }), scores.Count(static one => one.Result is null));

        int Of(VerdictKind kind) => scores.Count(one => one.Result?.Verdict?.Kind == Words.Of(kind));
    }
}
