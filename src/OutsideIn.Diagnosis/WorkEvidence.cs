using OutsideIn.Measures;
using OutsideIn.Method;
using OutsideIn.Vocabulary;

namespace OutsideIn.Diagnosis;

/// <summary>Line of sight with evidence: what a map says leads to a customer's outcome beside what a log shows goes with it (F6, rows 12 and 15).</summary>
public static class WorkEvidence
{
    /// <summary>The greatest q-value of what counts as seen.</summary>
    public const double QMax = 0.05;

    /// <summary>Least share of the cases that a standardised difference must cover to count as adjusted.</summary>
    public const double CoveredMin = 0.5;

    /// <summary>Holds every piece of work of a log against every measure of a customer's outcome.</summary>
    /// <remarks>O(pieces of work × measures × cases), and a sort of the cases for each measure. See <see cref="Association"/> for the figures.</remarks>
    /// <param name="measured">The log, as <see cref="MeasuredLogs"/> lays the map over it.</param>
    /// <param name="map">The same map.</param>
    /// <param name="options">What to adjust for.</param>
    /// <param name="stop">Stops the work.</param>
    /// <returns>The rating with the cases behind its figures, or <c>DG050</c> where a chosen attribute is none of the log.</returns>
    /// <exception cref="OperationCanceledException">The work was stopped.</exception>
    public static Result<WorkEvidenceResult> Of(MeasuredLog measured, OutsideInMap map, LogRatingOptions options, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(measured);
        ArgumentNullException.ThrowIfNull(map);
        ArgumentNullException.ThrowIfNull(options);
        var mapped = MappedLog.Of(measured.Log, map, measured.HorizonMicros);
        if (!CaseConfounders.Of(mapped, options.AdjustFor).TryGet(out var confounders, out var problem))
        {
            return problem;
        }

        var times = new WorkTimes(mapped);
        var measures = new AttainmentMeasures(measured, mapped, times, stop);
        return Of(new WorkQuestion(mapped, times, measures.All(), measures.LeftOut, confounders), options.Level, stop);
    }

    /// <summary>The same with all that is asked about made already.</summary>
    internal static WorkEvidenceResult Of(WorkQuestion question, double level, CancellationToken stop)
    {
        var looks = Looks(question, level, stop);
        var grading = new WorkGrading(question.Mapped, question.Attained, looks);
        var pairs = looks.Select(grading.ToEntry)
            .OrderByDescending(static one => one.IsContradiction)
            .ThenByDescending(static one => one.Grade)
            .ThenByDescending(static one => Math.Abs(one.Association?.Standardised?.Value ?? one.Association?.Crude.Value ?? 0))
            .ThenBy(static one => one.Work, StringComparer.Ordinal)
            .ThenBy(static one => one.Measure, StringComparer.Ordinal)
            .ToArray();
        var book = new FigureBook();
        var rating = new WorkEvidenceRating(
            [.. question.Attained.Select(static one => one.ToEntry())], question.LeftOut, question.Confounders.Names, question.Confounders.Strata.Count,
            looks.Count(static one => one.Association is not null), pairs, OrphanTally.Of(question.Mapped, question.Times, pairs, book));
        return new WorkEvidenceResult(rating, book.ToFigureCases());
    }

    private static List<WorkLook> Looks(WorkQuestion question, double level, CancellationToken stop)
    {
        AttainmentCases[] cases = [.. question.Attained.Select(one => new AttainmentCases(one.Sides, one.CertainAfter, question.Confounders.Strata))];
        var (looks, doneAfter) = (new List<WorkLook>(), new double[question.Mapped.CaseCount]);
        for (var work = 1; work < question.Mapped.Works.Length; work++)
        {
            stop.ThrowIfCancellationRequested();
            question.Times.FillDoneAfter(work, doneAfter);
            if (Association.LandmarkOf(doneAfter) is not { } landmark)
            {
                continue;
            }

            for (var measure = 0; measure < cases.Length; measure++)
            {
                var association = Association.Of(cases[measure], doneAfter, landmark, level);
                looks.Add(association.TryGet(out var found, out var problem)
                    ? new WorkLook(work, measure, landmark, found, null)
                    : new WorkLook(work, measure, landmark, null, problem.Message));
            }
        }

        return looks;
    }
}

/// <summary>A rating of work and the cases behind its figures.</summary>
/// <param name="Rating">The figures.</param>
/// <param name="Cases">The cases behind them, of the log they were taken from.</param>
public sealed record WorkEvidenceResult(WorkEvidenceRating Rating, FigureCases Cases);
