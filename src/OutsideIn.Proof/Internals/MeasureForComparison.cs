using OutsideIn.Diagnosis;
using OutsideIn.Measures;

namespace OutsideIn.Proof;

/// <summary>Reads, checks and runs the measure of a comparison.</summary>
internal static class MeasureForComparison
{
    /// <summary>The measure, or what is wrong with its texts.</summary>
    public static (ComparedMeasure? Measure, IReadOnlyList<MeasureFaultEntry> Faults) Run(
        MeasuredLog log, string measure, string? objective, double level, CancellationToken stop, IProgress<double>? progress)
    {
        var compiled = MeasureCompiler.Compile(measure, objective, log);
        MeasureFaultEntry[] faults =
        [
            .. compiled.Diagnostics.Select(static one => MeasureFaultEntry.Of("measure", one)),
            .. compiled.ObjectiveDiagnostics.Select(static one => MeasureFaultEntry.Of("objective", one)),
        ];
        if (compiled.Plan is not { } plan)
        {
            return (null, faults);
        }

        var values = MeasureEngine.Run(log, [plan], stop, progress)[0];
        var options = new VerdictOptions { HorizonMicros = log.HorizonMicros, Level = level };
        return (new ComparedMeasure(log, values, compiled.Objective, ComparableValues.Of(values, compiled.Objective), options), faults);
    }
}
