using OutsideIn.Statistics;

namespace OutsideIn.Experiments;

/// <summary>A change given to whole teams that does nothing; rows of a team resemble each other.</summary>
internal static class ClusterSimulations
{
    private const int Runs = 10_000;
    private const double Correlation = 0.05;

    public static IEnumerable<CalibrationRow> Rows() =>
    [
        .. Of(teams: 6, smallest: 200, largest: 200),
        .. Of(teams: 10, smallest: 200, largest: 200),
        .. Of(teams: 20, smallest: 100, largest: 100),
        .. Of(teams: 40, smallest: 50, largest: 50),
        .. Of(teams: 6, smallest: 20, largest: 400),
        .. Of(teams: 20, smallest: 20, largest: 400),
    ];

    private static CalibrationRow[] Of(int teams, int smallest, int largest)
    {
        var (draws, rows, means, robust) = (new SimulatedDraws((ulong)((teams * 1_000) + largest)), 0, 0, 0);
        var (control, treatment) = (new Moments[teams / 2], new Moments[teams / 2]);
        for (var run = 0; run < Runs; run++)
        {
            Fill(control, ref draws, smallest, largest);
            Fill(treatment, ref draws, smallest, largest);
            rows += IsAlarm(RowsAsUnits(control, treatment));
            means += IsAlarm(ClusterComparison.OfMeans(control, treatment, ComparisonOptions.Default));
            robust += IsAlarm(ClusterComparison.OfRows(control, treatment, ComparisonOptions.Default));
        }

        var sizes = smallest == largest ? $"{smallest} rows each" : $"{smallest} to {largest} rows";
        var about = new CalibrationSubject("7", "t test on rows (the usual way)", $"{teams} teams, {sizes}, correlation {Correlation:0.00} within a team", "false alarms");
        return
        [
            CalibrationRow.Of(about, rows, Runs),
            CalibrationRow.Of(about with { Method = "cluster-robust error (CR1), t with K − 2 degrees" }, robust, Runs),
            CalibrationRow.AtMost(about with { Method = "t test on cluster means" }, means, Runs, 0.06),
        ];
    }

    // A team's rows are normal about a mean of their own, so that their moments can be drawn without the rows: the mean is normal and the
    // squared deviations are χ², by Wilson and Hilferty (1931) to four digits for this many rows.
    private static void Fill(Span<Moments> teams, ref SimulatedDraws draws, int smallest, int largest)
    {
        var between = Math.Sqrt(Correlation);
        foreach (ref var team in teams)
        {
            var size = smallest + draws.Below(largest - smallest + 1);
            var mean = (between * draws.Normal()) + (Math.Sqrt((1 - Correlation) / size) * draws.Normal());
            var degrees = size - 1.0;
            var cubeRoot = 1 - (2 / (9 * degrees)) + (draws.Normal() * Math.Sqrt(2 / (9 * degrees)));
            team = new Moments(size, mean, (1 - Correlation) * degrees * cubeRoot * cubeRoot * cubeRoot);
        }
    }

    private static EffectEstimate RowsAsUnits(ReadOnlySpan<Moments> control, ReadOnlySpan<Moments> treatment)
    {
        return WelchComparison.Of(new MeanSums(Sum(control)), new MeanSums(Sum(treatment)), ComparisonOptions.Default);

        static Moments Sum(ReadOnlySpan<Moments> teams)
        {
            var sum = default(Moments);
            foreach (var team in teams)
            {
                sum += team;
            }

            return sum;
        }
    }

    private static int IsAlarm(EffectEstimate effect) => effect.PValue < 0.05 ? 1 : 0;
}
