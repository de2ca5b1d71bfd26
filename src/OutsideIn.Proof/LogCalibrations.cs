using OutsideIn.Measures;
using OutsideIn.Vocabulary;

namespace OutsideIn.Proof;

/// <summary>Measures how often a comparison of a log is wrong, on the log itself: arms are given out by chance, so that whatever it calls is a false alarm.</summary>
public static class LogCalibrations
{
    private const int ArmsMax = 12;
    private const int RunsMin = 100;
    private const int RunsMax = 100_000;

    /// <summary>Gives out arms many times and counts.</summary>
    /// <remarks>
    /// Each draw puts the log's units into arms of equal size, in an order drawn by seed, and asks what <see cref="LogComparisons"/> would say:
    /// the same estimator, limit and family. The values are the log's own, with their skewness, their teams and their open cases; only who is in
    /// which arm is chance. O(runs × cases log cases); draws run side by side and give the same answer in any order.
    /// </remarks>
    /// <param name="log">The log, with what a map says of it where there is one.</param>
    /// <param name="name">The log's name.</param>
    /// <param name="question">What would be compared, and how often it is tried.</param>
    /// <param name="stop">Stops the work.</param>
    /// <param name="progress">Told the share of the draws that is done, 0 to 1; from any thread.</param>
    /// <returns>
    /// The rates; where the texts are wrong one with faults and without rates. <c>PR010</c> where arms or runs are too few or too many,
    /// <c>PR011</c> where there are fewer than two units an arm, <c>DG032</c> and <c>DG033</c> where the log has no such unit.
    /// </returns>
    /// <exception cref="OperationCanceledException">The work was stopped.</exception>
    public static Result<LogCalibration> Measure(
        MeasuredLog log, string name, CalibrationQuestion question, CancellationToken stop, IProgress<double>? progress = null)
    {
        ArgumentNullException.ThrowIfNull(log);
        ArgumentNullException.ThrowIfNull(question);
        if (question is not { Arms: >= 2 and <= ArmsMax, Runs: >= RunsMin and <= RunsMax })
        {
            return new Problem(
                ProblemKind.Invalid, "PR010", $"{question.Arms} arms given out {question.Runs} times cannot be counted.", $"Take 2 to {ArmsMax} arms and {RunsMin} to {CountText.Of(RunsMax)} draws.");
        }

        var asked = question.Of;
        var (measure, faults) = MeasureForComparison.Run(log, asked.Measure, asked.Objective, asked.Level, stop, null);
        var empty = new LogCalibration(
            LogCalibration.CurrentVersion, name, DateTimeOffset.UnixEpoch.AddMicroseconds(log.HorizonMicros),
            measure is null ? asked.Measure : MeasurePrinter.Print(measure.Plan.Syntax),
            measure?.Objective is { } objective ? MeasurePrinter.Print(objective) : asked.Objective,
            "", asked.Unit ?? "case", 0, 0, question.Arms, question.Runs, question.Seed, asked.Level, ComparisonWords.Refused, "", "", [], faults);
        return measure is null ? empty : ChanceArms.Of(measure, question).Then<LogCalibration>(arms => arms.Count(empty, stop, progress));
    }
}
