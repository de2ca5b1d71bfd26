using OutsideIn.Experiments;
using OutsideIn.Measures;
using OutsideIn.Vocabulary;

namespace OutsideIn.Proof;

/// <summary>Which of several drivers an outcome of a log goes with.</summary>
public static class DriversOfLog
{
    // The pass over the log is the first part of the work, the rows drawn anew the rest.
    private const double ReadingShare = 0.3;

    /// <summary>The shares of the drivers, with everything they rest on.</summary>
    /// <param name="log">The log, with what a map says of it where there is one.</param>
    /// <param name="name">The log's name.</param>
    /// <param name="question">The outcome and the drivers.</param>
    /// <param name="stop">Stops the work.</param>
    /// <param name="progress">Told the share of the work that is done, 0 to 1; from any thread.</param>
    /// <returns>
    /// The shares; where the outcome's texts are wrong an answer with faults and without drivers, and where no shares can be given one with
    /// its refusal. <c>PR050</c> to <c>PR053</c> where a driver cannot be read, <c>PR054</c> where there is none to look at.
    /// </returns>
    /// <exception cref="OperationCanceledException">The work was stopped.</exception>
    public static Result<LogDrivers> Analyse(
        MeasuredLog log, string name, DriversQuestion question, CancellationToken stop, IProgress<double>? progress = null)
    {
        ArgumentNullException.ThrowIfNull(log);
        ArgumentNullException.ThrowIfNull(question);
        var reading = PartOfWork.Of(progress, 0, ReadingShare);
        var (measure, faults) = MeasureForComparison.Run(log, question.Measure, question.Objective, question.Level, stop, reading);
        var empty = new LogDrivers(
            LogDrivers.CurrentVersion, name, DateTimeOffset.UnixEpoch.AddMicroseconds(log.HorizonMicros),
            measure is null ? question.Measure : MeasurePrinter.Print(measure.Plan.Syntax),
            measure?.Objective is { } objective ? MeasurePrinter.Print(objective) : question.Objective,
            "", DriverWords.Refused, "", "", 0, 0, 0, [], null, "", question.Level, [], [], faults, null);
        if (measure is null)
        {
            return empty;
        }

        if (!ReadDrivers(measure, question, stop).TryGet(out var drivers, out var problem))
        {
            return problem;
        }

        var outcome = DrivenOutcome.Of(measure, question.FollowUpMicros);
        var known = empty with { Outcome = outcome.Name, Subjects = outcome.Subjects.Length, Open = outcome.Open };
        return outcome.Numbers.TryGet(out var numbers, out problem)
            ? Analysed(known, new DrivenRows(measure, outcome, numbers, drivers), question, stop, PartOfWork.Of(progress, ReadingShare, 1))
            : Refused(known, problem);
    }

    private static Result<IReadOnlyList<DriverColumn>> ReadDrivers(ComparedMeasure measure, DriversQuestion question, CancellationToken stop)
    {
        var drivers = new List<DriverColumn>();
        foreach (var text in question.By.Distinct(StringComparer.Ordinal))
        {
            if (!DriverReading.Of(measure, text, stop).TryGet(out var driver, out var problem))
            {
                return problem;
            }

            drivers.Add(driver);
        }

        if (question.By.Count == 0)
        {
            drivers.AddRange(UsualDrivers.Of(measure, stop));
        }

        return drivers.Count > 0
            ? drivers
            : new Problem(ProblemKind.NotEstimable, "PR054", "The log has no column of numbers that varies and no other usual driver.", "Name drivers with --by, such as \"count of events\".");
    }

    private static LogDrivers Analysed(LogDrivers known, DrivenRows rows, DriversQuestion question, CancellationToken stop, IProgress<double>? progress)
    {
        var asked = rows.Question(question);
        var told = known with { Count = asked.Outcome.Count, LeftOut = rows.LeftOut };
        var isYesNo = rows.IsYesNo && DriverAnalysis.IsYesNoWithinReach(asked.Drivers.Count, asked.Outcome.Count);
        var answer = isYesNo ? DriverAnalysis.OfYesNo(asked, progress, stop) : DriverAnalysis.OfNumbers(asked, progress, stop);
        if (isYesNo && !answer.TryGet(out _, out var noOdds) && noOdds.Code == "ST023")
        {
            (isYesNo, answer) = (false, DriverAnalysis.OfNumbers(asked, progress, stop));
        }

        if (!answer.TryGet(out var report, out var problem))
        {
            return Refused(told, problem);
        }

        var entries = DriverEntries.Of(report, rows, isYesNo);
        var verdict = DriverWords.AnswerOf(report, asked, isYesNo);
        return told with
        {
            Answer = verdict,
            Sentence = DriverWords.Sentence(verdict, told, report, entries),
            Next = DriverWords.Next(verdict, entries),
            Explained = report.RSquared,
            Method = report.Method + (rows.IsPseudo ? " of pseudo-values, open cases counted as open" : ""),
            Drivers = entries,
            Checks = [.. DrivenChecks.Of(rows, isYesNo), .. report.Checks],
        };
    }

    private static LogDrivers Refused(LogDrivers known, Problem problem) => known with
    {
        Sentence = problem.Message,
        Next = problem.Hint ?? "Ask about another outcome, or fewer drivers.",
        Refusal = problem,
    };
}
