using OutsideIn.Diagnosis;
using OutsideIn.Events;
using OutsideIn.Method;
using OutsideIn.Storage;

namespace OutsideIn.Web;

/// <summary>A log off the shelf with its map laid over it: all a page needs. Immutable; safe to share.</summary>
internal sealed record OpenLog(
    WorkspaceEntry Entry, ImportReport Report, OutsideInMap Map, DiagnosisResult Result)
{
    /// <summary>The log as diagnosed, cut at the horizon: the one figures point into.</summary>
    public EventLog Log => Result.Log;

    /// <summary>The figures.</summary>
    public DiagnosisDocument Document => Result.Document;
}
