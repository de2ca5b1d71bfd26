namespace OutsideIn.Experiments;

/// <summary>One part of the calibration: the methods of one kind, simulated where the truth is known. Immutable.</summary>
/// <param name="Name">What it is about.</param>
/// <param name="Measure">Simulates it: seeded, so that it gives the same rows on every machine.</param>
public sealed record CalibrationPart(string Name, Func<IReadOnlyList<CalibrationRow>> Measure);

/// <summary>How often the methods are wrong, measured: false alarms, power and coverage, the usual wrong way beside the right one.</summary>
/// <remarks>Each part takes at most ten seconds on one core; parts share nothing and may run side by side.</remarks>
public static class CalibrationSuite
{
    /// <summary>The parts, in reading order.</summary>
    public static IReadOnlyList<CalibrationPart> Parts { get; } =
    [
        new("Estimation", EstimationCalibration.Rows),
        new("Looking", LookingCalibration.Rows),
        new("Designs", DesignCalibration.Rows),
        new("Durations", DurationCalibration.Rows),
        new("Surveys", SurveyCalibration.Rows),
    ];

    /// <summary>Every row of every part, in reading order.</summary>
    public static IReadOnlyList<CalibrationRow> Run() => [.. Parts.SelectMany(static part => part.Measure())];
}
