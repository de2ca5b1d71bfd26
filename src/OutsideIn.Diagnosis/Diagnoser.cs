using OutsideIn.Events;
using OutsideIn.Method;

namespace OutsideIn.Diagnosis;

/// <summary>Lays a map over a log and computes where the customer's outcome fails and what work causes it.</summary>
public static class Diagnoser
{
    /// <summary>Diagnoses a log.</summary>
    /// <remarks>O(events) and a sort of the waits; no allocation per event beyond a few arrays as long as the log.</remarks>
    /// <param name="log">The log.</param>
    /// <param name="report">How it was read.</param>
    /// <param name="map">The map; where there is none, <see cref="MapSuggestion.Suggest"/> proposes one.</param>
    /// <param name="options">What a person has said.</param>
    /// <param name="stop">Cancels between sections.</param>
    /// <returns>
    /// The figures, the cases behind them, and the log they were taken from: the one given, or where the horizon lies before its last
    /// event the log as it stood then. A log without events gives zeros and nulls, never an error.
    /// </returns>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static DiagnosisResult Diagnose(
        EventLog log, ImportReport report, OutsideInMap map, DiagnosisOptions options, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(log);
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(map);
        ArgumentNullException.ThrowIfNull(options);
        var horizonMicros = options.AsOf is { } asOf ? (asOf.UtcTicks - DateTimeOffset.UnixEpoch.Ticks) / TimeSpan.TicksPerMicrosecond : log.LastMicros;
        var mapped = MappedLog.Of(log.Until(horizonMicros), map, horizonMicros);
        stop.ThrowIfCancellationRequested();
        var book = new FigureBook();
        var variants = Variants.Of(mapped.Log);
        var process = ProcessFigures.Compute(mapped, variants, book);
        stop.ThrowIfCancellationRequested();
        var mapSection = MapFigures.Of(mapped);
        var document = new DiagnosisDocument(
            DiagnosisDocument.CurrentVersion,
            LogFigures.Compute(mapped, variants, options),
            LogFigures.Quality(report),
            mapSection,
            process,
            Sections(mapped, mapSection, book, stop));
        return new DiagnosisResult(document, book.ToFigureCases(), mapped.Log);
    }

    private static DiagnosisSection Sections(MappedLog mapped, MapSection map, FigureBook book, CancellationToken stop)
    {
        var signs = OutcomeSigns.Of(mapped);
        var failures = FailureContacts.Of(mapped, signs);
        var clocks = CaseClocks.Of(mapped, signs, failures);
        stop.ThrowIfCancellationRequested();
        var outcome = OutcomeFigures.Compute(mapped, clocks, book);
        var (contacts, moments) = MomentsOfTruth.Compute(mapped, book);
        var breakpoints = Breakpoints.Compute(mapped, clocks, book);
        stop.ThrowIfCancellationRequested();
        var tallies = CauseTally.Of(mapped, book);
        var (causes, causesTotal) = CauseOfWork.Compute(mapped, tallies);
        var failureDemand = FailureDemandSection.Compute(mapped, failures, book);
        stop.ThrowIfCancellationRequested();
        var suspects = RuleSuspects.Compute(mapped, failures, book);
        var rules = RuleCandidates.Compute(mapped, book, suspects);
        var clocksSection = ClocksSection.Compute(mapped, clocks, book);
        var section = new DiagnosisSection(
            outcome, contacts, moments, breakpoints, causes, causesTotal, failureDemand,
            clocksSection,
            suspects,
            PointsOfFailure.Compute(mapped, moments, breakpoints, suspects),
            Candidates.Compute(mapped, tallies, breakpoints, rules),
            [],
            LogFindingEntries.Of(mapped.Map, mapped.HorizonMicros, clocksSection.Diverges, clocksSection.DivergenceReason));
        return section with { Headlines = Headlines.Compute(mapped, map, section) };
    }
}
