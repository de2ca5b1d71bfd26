using OutsideIn.Statistics;

namespace OutsideIn.Experiments;

/// <summary>What an experiment that stopped early says of its effect: as measured, and taken back.</summary>
internal static class StopSimulations
{
    private const string Goal = "the effect after an early stop";
    private const double Drift = 2.801585218113046;
    private const int Runs = 4_000;
    private const int Looks = 4;
    private const int Cells = 200;
    private const double Least = -4;
    private const double Most = 8;

    public static IEnumerable<CalibrationRow> Rows()
    {
        const string situation = "an effect that one look finds in 80 %, four looks";
        var times = LookSimulations.Equal(Looks);
        var bounds = LookSimulations.Design(times).UpperBounds;
        var designs = times.Select((_, look) => LookSimulations.Design(times[..(look + 1)])).ToArray();
        var corrections = designs.Select(static _ => new StagewiseEstimate?[Cells]).ToArray();
        var draws = new SimulatedDraws(41);
        var (plainAbove, above, held, stops) = (0, 0, 0, 0);
        for (var run = 0; run < Runs; run++)
        {
            var (look, z) = Stopped(ref draws, times, bounds);
            var cell = Math.Clamp((int)((z - Least) / (Most - Least) * Cells), 0, Cells - 1);
            var corrected = corrections[look][cell] ??= Corrected(designs[look], cell);
            above += corrected.Value > Drift ? 1 : 0;
            held += corrected.Interval.Contains(Drift) ? 1 : 0;
            var isCrossed = z >= bounds[look];
            stops += isCrossed ? 1 : 0;
            plainAbove += isCrossed && z / Math.Sqrt(times[look]) > Drift ? 1 : 0;
        }

        yield return CalibrationRow.Of(new CalibrationSubject(Goal, "the usual way: as measured, where a boundary was crossed", situation, "share too high"), plainAbove, stops);
        yield return CalibrationRow.Within(new CalibrationSubject(Goal, "median-unbiased by stage-wise ordering", situation, "share too high"), above, Runs, new Interval(0.47, 0.53));
        yield return CalibrationRow.Within(new CalibrationSubject(Goal, "interval by stage-wise ordering", situation, "coverage"), held, Runs, new Interval(0.94, 0.96));
    }

    // Worked out once for every cell of a fine grid of z that comes up: the estimate is smooth in z.
    private static StagewiseEstimate Corrected(GroupSequentialDesign design, int cell)
    {
        var error = 1 / Math.Sqrt(design.Information[^1]);
        return StagewiseEstimate.Of(design, (Least + ((Most - Least) * (cell + 0.5) / Cells)) * error, error, 0.95);
    }

    private static (int Look, double Z) Stopped(ref SimulatedDraws draws, double[] times, IReadOnlyList<double> bounds)
    {
        var (score, before) = (0.0, 0.0);
        for (var look = 0; ; look++)
        {
            score += (Drift * (times[look] - before)) + (Math.Sqrt(times[look] - before) * draws.Normal());
            before = times[look];
            var z = score / Math.Sqrt(before);
            if (Math.Abs(z) >= bounds[look] || look == times.Length - 1)
            {
                return (look, z);
            }
        }
    }
}
