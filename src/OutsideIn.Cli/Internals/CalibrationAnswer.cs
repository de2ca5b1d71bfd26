using OutsideIn.Experiments;

namespace OutsideIn.Cli;

/// <summary>What <c>outsidein calibrate</c> answers; written as JSON in camel case.</summary>
/// <param name="Version">Version of this layout.</param>
/// <param name="Parts">The parts that were run.</param>
/// <param name="Missed">Rows that miss their aim; empty where all meet it.</param>
internal sealed record CalibrationAnswer(int Version, IReadOnlyList<CalibrationPartAnswer> Parts, IReadOnlyList<MissedAim> Missed)
{
    /// <summary>Runs parts side by side.</summary>
    public static CalibrationAnswer Run(IReadOnlyList<CalibrationPart> parts, IProgress<double> progress, CancellationToken stop)
    {
        var done = 0;
        CalibrationPartAnswer[] measured =
        [
            .. parts.AsParallel().AsOrdered().WithCancellation(stop).Select(part =>
            {
                var rows = part.Measure();
                progress.Report((double)Interlocked.Increment(ref done) / parts.Count);
                return new CalibrationPartAnswer(part.Name, rows);
            }),
        ];
        return new CalibrationAnswer(1, measured, [.. measured.SelectMany(static part => part.Rows).Where(static row => !row.IsMet).Select(static row =>
            new MissedAim(row.Method, row.Situation, row.Figure, row.Text, row.AimText, CalibrationSuite.MissOf(row)?.Why))]);
    }
}

/// <summary>The rows of one part.</summary>
internal sealed record CalibrationPartAnswer(string Name, IReadOnlyList<CalibrationRow> Rows);

/// <summary>A row that misses its aim; why is null where that is not on record.</summary>
internal sealed record MissedAim(string Method, string Situation, string Figure, string Text, string AimText, string? Why);
