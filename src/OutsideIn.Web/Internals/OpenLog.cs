using OutsideIn.Diagnosis;
using OutsideIn.Events;
using OutsideIn.Method;
using OutsideIn.Storage;

namespace OutsideIn.Web;

/// <summary>A log off the shelf with its map laid over it: all a page needs. Immutable; safe to share.</summary>
internal sealed record OpenLog(WorkspaceEntry Entry, OutsideInMap Map, DiagnosisResult Result)
{
    private readonly Lazy<CaseExplorer> _explorer = new(() => CaseExplorer.Open(Result, Map));
    private readonly Lazy<LogForMeasures> _measures = new(() => LogForMeasures.Of(Result, Map));

    /// <summary>The log as diagnosed, cut at the horizon: the one figures point into.</summary>
    public EventLog Log => Result.Log;

    /// <summary>The figures.</summary>
    public DiagnosisDocument Document => Result.Document;

    /// <summary>The way to its cases; made when somebody first asks.</summary>
    public CaseExplorer Explorer => _explorer.Value;

    /// <summary>What measures see of it; made when somebody first measures.</summary>
    public LogForMeasures Measures => _measures.Value;

    /// <summary>What measures see of it as it was known at an instant, microseconds since 1970-01-01T00:00:00Z.</summary>
    public LogForMeasures MeasuresAsOf(long micros) => LogForMeasures.Of(Result.Log, Map, micros);

    /// <summary>A log that stands on no shelf: the one a report is about.</summary>
    public static OpenLog OfReport(string id, DiagnosisResult result, OutsideInMap map)
    {
        var section = result.Document.Log;
        return new OpenLog(
            new WorkspaceEntry(
                id, section.Name, section.Name, IsSample: false, section.AsOf, section.Events, section.Cases, section.First, section.Last,
                MapRevision: 0, HasMap: !result.Document.Map.IsSuggested),
            map,
            result);
    }
}
