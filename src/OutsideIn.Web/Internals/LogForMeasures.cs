using OutsideIn.Diagnosis;
using OutsideIn.Measures;
using OutsideIn.Method;

namespace OutsideIn.Web;

/// <summary>A log with what its map says of it, and what a measure may speak of there. Immutable; safe to share.</summary>
internal sealed record LogForMeasures(MeasuredLog Log, MeasureSchema Schema)
{
    public static LogForMeasures Of(DiagnosisResult result, OutsideInMap map)
    {
        var horizon = (result.Document.Log.AsOf - DateTimeOffset.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond;
        var log = MeasuredLogs.Of(result.Log, map, horizon);
        return new LogForMeasures(log, MeasureSchemas.Of(log));
    }
}
