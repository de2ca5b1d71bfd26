namespace OutsideIn.Experiments;

/// <summary>One part of the calibration: the methods of one kind, simulated where the truth is known. Immutable.</summary>
/// <param name="Name">What it is about.</param>
/// <param name="Measure">Simulates it: seeded, so that it gives the same rows on every machine.</param>
public sealed record CalibrationPart(string Name, Func<IReadOnlyList<CalibrationRow>> Measure);

/// <summary>An aim of the calibration that is known to be missed. Immutable.</summary>
/// <param name="Method">The row's method.</param>
/// <param name="Situation">The row's situation.</param>
/// <param name="Figure">The row's figure.</param>
/// <param name="Why">Why, and which way.</param>
public sealed record KnownMiss(string Method, string Situation, string Figure, string Why);

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

    /// <summary>The aims that are known to be missed, and why; any other miss is a defect.</summary>
    public static IReadOnlyList<KnownMiss> KnownMisses { get; } =
    [
        .. new[] { ("65, 10 and 10 answers", "97.5 %"), ("88, 10 and 10 answers", "99.9 %"), ("88, 20 and 60 answers", "98.8 %") }.Select(static one => new KnownMiss(
            "difference, adjusted Wald",
            $"two net promoter scores of {one.Item1}",
            "coverage",
            $"On the cautious side, {one.Item2} instead of at most 97 %: nearly all answers are of one kind, and no interval that keeps its promise elsewhere can be shorter here.")),
    ];

    /// <summary>Why a row is known to miss its aim; null where it meets it, or where it should.</summary>
    public static KnownMiss? MissOf(CalibrationRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return row.IsMet ? null : KnownMisses.FirstOrDefault(one => (one.Method, one.Situation, one.Figure) == (row.Method, row.Situation, row.Figure));
    }

    /// <summary>Every row of every part, in reading order.</summary>
    public static IReadOnlyList<CalibrationRow> Run() => [.. Parts.SelectMany(static part => part.Measure())];
}
