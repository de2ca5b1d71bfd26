using OutsideIn.Measures;
using OutsideIn.Vocabulary;

namespace OutsideIn.Diagnosis;

/// <summary>Puts a measure to a log and tells the result with everything a reader of one figure needs beside it.</summary>
public static class MeasureRuns
{
    /// <summary>Reads, checks and runs a measure, and judges it where there is an objective.</summary>
    /// <remarks>One pass over the log, the two clocks of a duration included (measures.md, two clocks). O(events), then O(subjects) for the figures.</remarks>
    /// <param name="log">The log, with what a map says of it where there is one.</param>
    /// <param name="question">What is asked.</param>
    /// <param name="stop">Stops the work.</param>
    /// <param name="progress">Told the share of the pass that is done, 0 to 1; from any thread.</param>
    /// <returns>
    /// The run: where the text is wrong, what is wrong with it and no result. <c>DG032</c> or <c>DG033</c> where the cases cannot be told
    /// apart by the column asked for.
    /// </returns>
    /// <exception cref="OperationCanceledException">The work was stopped.</exception>
    public static Result<MeasureRun> Ask(MeasuredLog log, MeasureQuestion question, CancellationToken stop, IProgress<double>? progress = null)
    {
        ArgumentNullException.ThrowIfNull(log);
        ArgumentNullException.ThrowIfNull(question);
        var measure = PreparedMeasure.Of(question.Measure, question.Objective, MeasureSchemas.Of(log));
        if (measure.HasErrors)
        {
            return new MeasureRun(measure.Faults, null, null, null);
        }

        CaseGroups? groups = null;
        if (question.By is { } by)
        {
            if (!CaseColumns.Of(log, by).TryGet(out var column, out var problem))
            {
                return problem;
            }

            groups = new CaseGroups(by, column);
        }

        var how = ResultOptions.Of(log, question.Per);
        List<MeasurePlan> plans = [measure.Plan(log)];
        if (ClockPlans.AreShown(measure, log))
        {
            plans.AddRange(ClockPlans.Both.Select(clock => MeasureCompiler.Plan(ClockPlans.Of(measure, clock.IsCustomers), log, measure.IsInBusinessDays)));
        }

        var values = MeasureEngine.Run(log, plans, stop, progress);
        // A total is of all cases together: no case by itself meets or misses it.
        var sides = measure.Objective is { Goal: not TotalGoalSyntax } objective ? Verdicts.Sides(values[0], objective) : null;
        var result = MeasureResults.Of(measure, values[0], sides, groups, how) with
        {
            Clocks = [.. values.Skip(1).Select((clock, at) => new ClockFiguresEntry(
                ClockPlans.Both[at].Word, ClockPlans.Both[at].Name, ClockPlans.Figures(clock, measure.Objective, how.Verdict)))],
        };
        return new MeasureRun(measure.Faults, result, values[0], sides);
    }
}
