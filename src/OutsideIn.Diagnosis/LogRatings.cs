using OutsideIn.Method;
using OutsideIn.Vocabulary;

namespace OutsideIn.Diagnosis;

/// <summary>What a log adds to the ratings of its map: conformance as it happened, surveys beside it, and lines of sight with evidence. Immutable.</summary>
/// <param name="Log">Name of the log.</param>
/// <param name="Conformance">F11 of every customer.</param>
/// <param name="Surveys">The opinions the log carries (row 20).</param>
/// <param name="SurveysLeftOut">Opinions of the map that the log does not carry, and why.</param>
/// <param name="Work">Work beside customers' outcomes (rows 12 and 15).</param>
public sealed record LogRatings(
    string Log, LogConformanceRating Conformance, IReadOnlyList<SurveyRating> Surveys, IReadOnlyList<MeasureLeftOut> SurveysLeftOut, WorkEvidenceRating Work)
{
    /// <summary>The ratings of a diagnosed log, and the cases behind them.</summary>
    /// <param name="diagnosis">The diagnosis.</param>
    /// <param name="map">The map it was made with.</param>
    /// <param name="options">What to adjust for.</param>
    /// <param name="stop">Stops the work.</param>
    /// <returns>The ratings, or <c>DG050</c> where a chosen attribute is none of the log.</returns>
    /// <exception cref="OperationCanceledException">The work was stopped.</exception>
    public static Result<LogRatingsResult> Of(DiagnosisResult diagnosis, OutsideInMap map, LogRatingOptions options, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(diagnosis);
        ArgumentNullException.ThrowIfNull(map);
        ArgumentNullException.ThrowIfNull(options);
        var horizon = (diagnosis.Document.Log.AsOf - DateTimeOffset.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond;
        var mapped = MappedLog.Of(diagnosis.Log, map, horizon);
        if (!CaseConfounders.Of(mapped, options.AdjustFor).TryGet(out var confounders, out var problem))
        {
            return problem;
        }

        var measured = MeasuredLogs.Of(mapped);
        var conformance = LogConformance.Of(measured, mapped, options, stop);
        var times = new WorkTimes(mapped);
        var measures = new AttainmentMeasures(measured, mapped, times, stop);
        var attained = measures.All();
        var work = WorkEvidence.Of(new WorkQuestion(mapped, times, attained, measures.LeftOut, confounders), options.Level, stop);
        var known = new KnownOfCases(conformance.ByCase, attained, KnownAttributes.Of(mapped, conformance.ByCase, attained, confounders));
        var (surveys, leftOut) = SurveyEvidence.Of(measured, map, known, options, stop);
        return new LogRatingsResult(
            new LogRatings(diagnosis.Document.Log.Name, conformance.Rating, surveys, leftOut, work.Rating),
            new FigureCases(conformance.Cases.ByFigure.Concat(work.Cases.ByFigure).ToDictionary(StringComparer.Ordinal)));
    }
}

/// <summary>Ratings of a log and the cases behind them.</summary>
/// <param name="Ratings">The ratings.</param>
/// <param name="Cases">The cases behind their figures, of the log diagnosed.</param>
public sealed record LogRatingsResult(LogRatings Ratings, FigureCases Cases);
