using OutsideIn.Method;
using OutsideIn.Statistics;

namespace OutsideIn.Diagnosis;

/// <summary>What a diagnosis adds to the ratings and to the plan of its map.</summary>
public static class MapEvidence
{
    /// <summary>What a log says of the differences between inside-out and outside-in (F19).</summary>
    /// <remarks>O(events). A share with nothing to count has a whole of zero, and is no evidence. The cases an evidence opens are those that speak against it: work without a cause, failure demand.</remarks>
    /// <param name="result">The diagnosis.</param>
    /// <param name="map">The map it was made with.</param>
    public static LogEvidence Of(DiagnosisResult result, OutsideInMap map)
    {
        ArgumentNullException.ThrowIfNull(result);
        ArgumentNullException.ThrowIfNull(map);
        var (document, diagnosis) = (result.Document, result.Document.Diagnosis);
        var uncaused = diagnosis.CauseOfWork.FirstOrDefault(static one => one.Cause is null);
        var failure = diagnosis.FailureDemand;
        return new LogEvidence(
            document.Log.Name,
            Counted(diagnosis.CauseOfWorkTotal.Events - (uncaused?.Events ?? 0), diagnosis.CauseOfWorkTotal.Events, uncaused?.Figure),
            Counted(failure.Share.Whole - failure.Share.Part, failure.Share.Whole, failure.Figure),
            CustomerEnds(result, map));
    }

    /// <summary>What a log adds to the plan: the diagnosis's candidates, each with the entry of the map it is, where the map has one.</summary>
    /// <param name="result">The diagnosis.</param>
    /// <param name="map">The map it was made with.</param>
    public static PlanEvidence PlanOf(DiagnosisResult result, OutsideInMap map)
    {
        ArgumentNullException.ThrowIfNull(result);
        ArgumentNullException.ThrowIfNull(map);
        var entries = new MapEntryNames(map);
        var failing = result.Document.Diagnosis.MomentsOfTruth
            .Where(static one => one.Demand is not ("unmarked" or "value")).Select(static one => one.Activity).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return new PlanEvidence(
            result.Document.Log.Name,
            map.Outcomes is [var main, ..] ? main.Id : null,
            [
                .. result.Document.Diagnosis.Candidates.Select(one => new LogCandidate(
                    KindOf(one), one.Name, entries.Find(KindOf(one), one.Name)?.Id, one.Why, one.Cases, one.Hours,
                    failing.Contains(one.Name), one.IsSmall, one.Figure)),
            ]);
    }

    private static PointKind KindOf(CandidateEntry one) => one.Kind switch
    {
        Candidates.MomentKind => PointKind.MomentOfTruth,
        Candidates.BreakpointKind => PointKind.Breakpoint,
        _ => PointKind.Rule,
    };

    // An open case has not ended: what came last so far is not its end.
    private static LogShare CustomerEnds(DiagnosisResult result, OutsideInMap map)
    {
        var horizon = (result.Document.Log.AsOf - DateTimeOffset.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond;
        var mapped = MappedLog.Of(result.Log, map, horizon);
        var (part, whole) = (0L, 0L);
        for (var index = 0; index < mapped.CaseCount; index++)
        {
            var (first, end) = mapped.Log.RowsOf(index);
            if (end > first && mapped.Outcomes.Status[index] != CaseOutcome.Open)
            {
                whole++;
                part += mapped.IsContact[first] && mapped.IsContact[end - 1] ? 1 : 0;
            }
        }

        return Counted(part, whole, figure: null);
    }

    private static LogShare Counted(long part, long whole, string? figure) => ProportionInterval.Wilson(part, whole).TryGet(out var estimate, out _)
        ? new LogShare(part, whole, figure, estimate.Interval.Low, estimate.Interval.High)
        : new LogShare(part, whole, figure);
}
