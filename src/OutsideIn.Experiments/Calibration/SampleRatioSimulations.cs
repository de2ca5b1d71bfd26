using OutsideIn.Statistics;

namespace OutsideIn.Experiments;

/// <summary>Units lost by one arm, watched every day (goal 10).</summary>
internal static class SampleRatioSimulations
{
    private const string Goal = "10";
    private const int Days = 28;
    private const int SoundRuns = 20_000;
    private const int LossRuns = 2_000;

    private static readonly double[] Halves = [0.5, 0.5];

    public static IEnumerable<CalibrationRow> Rows() => [.. Sound(10_000), .. Sound(100_000), Lost(100_000, 0.05, 1), Lost(100_000, 0.02, null), Lost(10_000, 0.05, null)];

    private static IEnumerable<CalibrationRow> Sound(int units)
    {
        var situation = $"nothing lost, {units:#,0} units over {Days} days, looked at every day";
        var (usual, ours) = Count(units, 0, SoundRuns, 1_000 + (ulong)units);
        yield return CalibrationRow.Of(new CalibrationSubject(Goal, "the usual way: chi-square below 0.001, every day", situation, "false alarms"), usual, SoundRuns);
        yield return CalibrationRow.AtMost(new CalibrationSubject(Goal, "sequential sample ratio", situation, "false alarms"), ours, SoundRuns, 0.001);
    }

    private static CalibrationRow Lost(int units, double loss, double? aim)
    {
        var about = new CalibrationSubject(
            Goal, "sequential sample ratio", $"{100 * loss:0} % of one arm lost, {units:#,0} units over {Days} days", "found");
        var (_, found) = Count(units, loss, LossRuns, 2_000 + (ulong)units + (ulong)(1_000 * loss));
        return aim is { } least ? CalibrationRow.AtLeast(about, found, LossRuns, least) : CalibrationRow.Of(about, found, LossRuns);
    }

    // Days of some hundreds and more: the normal form of the binomial.
    private static (int Usual, int Ours) Count(int units, double loss, int runs, ulong seed)
    {
        var draws = new SimulatedDraws(seed);
        var (perDay, counts, aim) = ((double)units / Days, new long[2], -Math.Log(SampleRatio.Alpha));
        var (usual, ours, single) = (0, 0, NormalDistribution.UpperQuantile(SampleRatio.Alpha / 2));
        for (var run = 0; run < runs; run++)
        {
            Array.Clear(counts);
            var (isUsual, isOurs) = (false, false);
            for (var day = 0; day < Days; day++)
            {
                var control = Math.Round((perDay / 2) + (Math.Sqrt(perDay / 4) * draws.Normal()));
                var given = perDay - control;
                counts[0] += (long)control;
                counts[1] += (long)Math.Round((given * (1 - loss)) + (Math.Sqrt(given * loss * (1 - loss)) * draws.Normal()));
                isUsual |= Math.Abs(counts[0] - counts[1]) / Math.Sqrt(counts[0] + counts[1]) > single;
                isOurs |= SampleRatio.LogEvidence(counts, Halves, SampleRatio.UsualConcentration) > aim;
            }

            (usual, ours) = (usual + (isUsual ? 1 : 0), ours + (isOurs ? 1 : 0));
        }

        return (usual, ours);
    }
}
