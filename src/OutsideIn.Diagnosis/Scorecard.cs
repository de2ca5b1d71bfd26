namespace OutsideIn.Diagnosis;

/// <summary>Every metric of a map that has a measure, computed from one log and judged. Immutable.</summary>
/// <remarks>Written as JSON in camel case (docs/measure-json.md).</remarks>
/// <param name="Version">Version of this layout; grows when a reader of the one before would misread it.</param>
/// <param name="Organisation">Whose map it is.</param>
/// <param name="Log">The log's name.</param>
/// <param name="AsOf">The instant up to which the log is known.</param>
/// <param name="Counts">How many there are of each.</param>
/// <param name="Scores">The metrics, in the order of the map.</param>
/// <param name="Findings">Findings that take a log: where the firm's clock improves while the customer's worsens (MET-08).</param>
/// <param name="WithoutMeasure">Names of the metrics of the map that no measure computes, in its order.</param>
public sealed record Scorecard(
    int Version,
    string Organisation,
    string Log,
    DateTimeOffset AsOf,
    ScorecardCounts Counts,
    IReadOnlyList<Score> Scores,
    IReadOnlyList<LogFindingEntry> Findings,
    IReadOnlyList<string> WithoutMeasure)
{
    /// <summary>The layout this build writes.</summary>
    public const int CurrentVersion = 1;
}

/// <summary>How many metrics of a scorecard there are of each; they add up to its scores.</summary>
/// <param name="Met">Objectives that are met.</param>
/// <param name="Missed">Objectives that are missed.</param>
/// <param name="NotYetProvable">Objectives whose interval contains the target.</param>
/// <param name="WithoutObjective">Metrics that are measured and not judged.</param>
/// <param name="Wrong">Metrics whose measure or objective has an error, so that nothing is measured.</param>
public sealed record ScorecardCounts(int Met, int Missed, int NotYetProvable, int WithoutObjective, int Wrong);

/// <summary>One metric of a scorecard.</summary>
/// <param name="Id">The metric's id in the map.</param>
/// <param name="Name">Its name.</param>
/// <param name="Tier">Its tier, as the map says or the classifier reads it (F7); null where neither is sure.</param>
/// <param name="Measure">The text of its measure as the map has it.</param>
/// <param name="Objective">The text of its objective; null where there is none.</param>
/// <param name="IsObjectiveDerived">Whether the objective follows from target, unit and direction of the metric rather than being written.</param>
/// <param name="Faults">What is wrong with the texts or worth knowing about them.</param>
/// <param name="Result">The result; null where a fault is an error.</param>
public sealed record Score(
    string Id, string Name, string? Tier, string Measure, string? Objective, bool IsObjectiveDerived,
    IReadOnlyList<MeasureFaultEntry> Faults, MeasureResult? Result);
