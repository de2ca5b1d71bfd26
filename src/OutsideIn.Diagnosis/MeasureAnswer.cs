namespace OutsideIn.Diagnosis;

/// <summary>What the command and the API answer to a measure. Immutable.</summary>
/// <remarks>Written as JSON in camel case (docs/measure-json.md).</remarks>
/// <param name="Version">Version of this layout; grows when a reader of the one before would misread it.</param>
/// <param name="Log">The log's name.</param>
/// <param name="Faults">What is wrong with the texts or worth knowing about them.</param>
/// <param name="Result">The result; null where a fault is an error.</param>
public sealed record MeasureAnswer(int Version, string Log, IReadOnlyList<MeasureFaultEntry> Faults, MeasureResult? Result)
{
    /// <summary>The layout this build writes.</summary>
    public const int CurrentVersion = 1;

    /// <summary>The answer of a run.</summary>
    public static MeasureAnswer Of(string log, MeasureRun run)
    {
        ArgumentNullException.ThrowIfNull(run);
        return new MeasureAnswer(CurrentVersion, log, run.Faults, run.Result);
    }
}
