using OutsideIn.Measures;
using OutsideIn.Vocabulary;

namespace OutsideIn.Proof;

/// <summary>Compares groups of a log, before and after a change, or how much more those with the change moved than those without (difference-in-differences).</summary>
public static class LogComparisons
{
    /// <summary>The comparison, with everything it rests on.</summary>
    /// <param name="log">The log, with what a map says of it where there is one.</param>
    /// <param name="name">The log's name.</param>
    /// <param name="question">What is compared.</param>
    /// <param name="stop">Stops the work.</param>
    /// <param name="progress">Told the share of the pass over the log that is done, 0 to 1; from any thread.</param>
    /// <returns>
    /// The comparison; where the texts are wrong one with faults and without groups. <c>PR001</c> where neither arms nor a change are named,
    /// <c>PR002</c> to <c>PR005</c>, <c>PR008</c>, <c>PR009</c> and <c>DG032</c>, <c>DG033</c> where the groups cannot be made.
    /// </returns>
    /// <exception cref="OperationCanceledException">The work was stopped.</exception>
    public static Result<LogComparison> Compare(
        MeasuredLog log, string name, ComparisonQuestion question, CancellationToken stop, IProgress<double>? progress = null)
    {
        ArgumentNullException.ThrowIfNull(log);
        ArgumentNullException.ThrowIfNull(question);
        if (question.Arms is null && question.ChangeMicros is null)
        {
            return new Problem(
                ProblemKind.Invalid, "PR001", "Neither arms nor a change are named.",
                "Name a column of arms, or the day of the change, or both where the change came to some of the arms only.");
        }

        if (question is { Arms: not null, Unchanged: not null })
        {
            return new Problem(
                ProblemKind.Invalid, "PR009", "Cases the change did not reach are named twice, by the column of arms and as unchanged.", "Name the arm without the change as control, and leave the others out.");
        }

        if (question.Shares is { } shares && !shares.All(static share => share > 0 && double.IsFinite(share)))
        {
            return new Problem(
                ProblemKind.Invalid, "PR004", $"{string.Join(", ", shares)} are no shares by which chance gave out arms.", "Give one above 0 for each arm, control first, such as 0.5 and 0.5.");
        }

        var (measure, faults) = MeasureForComparison.Run(log, question.Measure, question.Objective, question.Level, stop, progress);
        var empty = new LogComparison(
            LogComparison.CurrentVersion, name, DateTimeOffset.UnixEpoch.AddMicroseconds(log.HorizonMicros), "",
            measure is null ? question.Measure : MeasurePrinter.Print(measure.Plan.Syntax),
            measure?.Objective is { } objective ? MeasurePrinter.Print(objective) : question.Objective,
            "", "", ComparisonWords.Refused, "", "", [], [], [], [], faults);
        return measure is null ? empty
            : (question.Arms, question.ChangeMicros) switch
            {
                (not null, not null) => DifferenceComparison.Of(measure, question, empty),
                (not null, null) => ArmComparison.Of(measure, question, empty),
                _ => BeforeAfterComparison.Of(measure, question, empty),
            };
    }
}
