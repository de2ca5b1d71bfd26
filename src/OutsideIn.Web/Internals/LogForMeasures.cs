using OutsideIn.Diagnosis;
using OutsideIn.Events;
using OutsideIn.Measures;
using OutsideIn.Method;
using OutsideIn.Vocabulary;

namespace OutsideIn.Web;

/// <summary>A log with what its map says of it, and what a measure may speak of there. Immutable; safe to share.</summary>
internal sealed record LogForMeasures(MeasuredLog Log, MeasureSchema Schema)
{
    public static LogForMeasures Of(DiagnosisResult result, OutsideInMap map) => Of(result.Log, map, InstantText.MicrosOf(result.Document.Log.AsOf));

    /// <summary>The same of what was known at an instant, microseconds since 1970-01-01T00:00:00Z.</summary>
    public static LogForMeasures Of(EventLog known, OutsideInMap map, long horizonMicros)
    {
        var log = MeasuredLogs.Of(known, map, horizonMicros);
        return new LogForMeasures(log, MeasureSchemas.Of(log));
    }
}
