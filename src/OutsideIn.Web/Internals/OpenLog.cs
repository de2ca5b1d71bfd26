using OutsideIn.Diagnosis;
using OutsideIn.Events;
using OutsideIn.Method;
using OutsideIn.Storage;

namespace OutsideIn.Web;

/// <summary>A log off the shelf with its map laid over it: all a page needs. Immutable; safe to share.</summary>
internal sealed record OpenLog(
    WorkspaceEntry Entry, EventLog Log, ImportReport Report, OutsideInMap Map, DiagnosisResult Result)
{
    /// <summary>The figures.</summary>
    public DiagnosisDocument Document => Result.Document;
}
