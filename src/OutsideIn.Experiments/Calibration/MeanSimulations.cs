using OutsideIn.Statistics;

namespace OutsideIn.Experiments;

/// <summary>Means of outcomes that are mostly 0 and otherwise skewed; ratios of sums; medians.</summary>
internal static class MeanSimulations
{
    public static IEnumerable<CalibrationRow> Rows() =>
    [
        .. ((int[])[50, 200, 1_000, 5_000]).Select(Revenue), .. Capped(), .. Sessions(), Median(), Belief(),
    ];

    // One unit in ten brings in something, log-normal with deviation 2 of its logarithm: a few make up most of the sum.
    private static CalibrationRow Revenue(int units)
    {
        var (draws, alarms, runs) = (new SimulatedDraws((ulong)units), 0, units > 1_000 ? 2_000 : 10_000);
        var values = new double[units];
        for (var run = 0; run < runs; run++)
        {
            var control = Moments.Of(Filled(values, ref draws));
            alarms += IsAlarm(WelchComparison.Of(new MeanSums(control), new MeanSums(Moments.Of(Filled(values, ref draws))), ComparisonOptions.Default));
        }

        return CalibrationRow.AtMost(
            new CalibrationSubject("skewed means", "difference of means, Welch's t", $"revenue, 10 % of {units} units an arm spend, log-normal σ 2", "false alarms"), alarms, runs, 0.055);
    }

    // The same with a fifth more spenders: what capping at the 99th percentile of both arms brings.
    private static CalibrationRow[] Capped()
    {
        const int Units = 1_000, Runs = 4_000;
        var (draws, plain, capped) = (new SimulatedDraws(17), 0, 0);
        var all = new double[2 * Units];
        var sorted = new double[2 * Units];
        for (var run = 0; run < Runs; run++)
        {
            var control = Filled(all.AsSpan(0, Units), ref draws);
            var treatment = Filled(all.AsSpan(Units), ref draws, 0.15);
            all.CopyTo(sorted, 0);
            Array.Sort(sorted);
            var cap = Winsorisation.At(sorted, 0.99);
            plain += IsAlarm(WelchComparison.Of(new MeanSums(Moments.Of(control)), new MeanSums(Moments.Of(treatment)), ComparisonOptions.Default));
            capped += IsAlarm(WelchComparison.Of(new MeanSums(cap.Of(control).Values), new MeanSums(cap.Of(treatment).Values), ComparisonOptions.Default));
        }

        var about = new CalibrationSubject("skewed means", "difference of means, Welch's t", "revenue, 10 and 15 % of 1000 units spend, log-normal σ 2", "power");
        return [CalibrationRow.Of(about, plain, Runs), CalibrationRow.Of(about with { Method = "the same, capped at the 99th percentile of both arms" }, capped, Runs)];
    }

    // Sessions of a user resemble each other; the user was randomised.
    private static CalibrationRow[] Sessions()
    {
        const int Users = 100, Runs = 4_000;
        var (draws, rows, delta) = (new SimulatedDraws(23), 0, 0);
        var columns = new[] { new double[Users], new double[Users] };
        for (var run = 0; run < Runs; run++)
        {
            var (control, controlRows) = Arm(columns, ref draws);
            var (treatment, treatmentRows) = Arm(columns, ref draws);
            delta += IsAlarm(WelchComparison.Of(control, treatment, ComparisonOptions.Default));
            rows += IsAlarm(WelchComparison.Of(new MeanSums(controlRows), new MeanSums(treatmentRows), ComparisonOptions.Default));
        }

        var about = new CalibrationSubject("rows and units", "t test on sessions (the usual way)", $"{Users} users an arm, 1 to 9 sessions each, correlation 0.3 within a user", "false alarms");
        return [CalibrationRow.Of(about, rows, Runs), CalibrationRow.AtMost(about with { Method = "ratio of sums over users, delta method" }, delta, Runs, 0.06)];

        static (RatioSums Users, Moments Sessions) Arm(double[][] columns, ref SimulatedDraws draws)
        {
            var sessions = default(Moments);
            for (var user = 0; user < Users; user++)
            {
                var (count, level, own) = (1 + draws.Below(9), Math.Sqrt(0.3) * draws.Normal(), default(Moments));
                for (var session = 0; session < count; session++)
                {
                    own += new Moments(1, 3 + level + (Math.Sqrt(0.7) * draws.Normal()), 0);
                }

                (columns[0][user], columns[1][user]) = (own.Mean * count, count);
                sessions += own;
            }

            return (new RatioSums(JointMoments.Of(columns)), sessions);
        }
    }

    private static CalibrationRow Median()
    {
        const int Units = 200, Runs = 10_000;
        var (draws, alarms) = (new SimulatedDraws(29), 0);
        var values = new double[Units];
        for (var run = 0; run < Runs; run++)
        {
            var control = Half(values, ref draws);
            alarms += IsAlarm(WelchComparison.Of(control, Half(values, ref draws), ComparisonOptions.Default));
        }

        return CalibrationRow.AtMost(
            new CalibrationSubject("quantiles", "difference of medians, order statistics", $"{Units} log-normal durations an arm, σ 1", "false alarms"), alarms, Runs, 0.06);

        static QuantileSums Half(double[] values, ref SimulatedDraws draws)
        {
            foreach (ref var value in values.AsSpan())
            {
                value = Math.Exp(draws.Normal());
            }

            Array.Sort(values);
            return QuantileSums.Of(values, 0.5);
        }
    }

    // Looked at once: a winner or a loser at 95 % chance is called in one experiment of ten.
    private static CalibrationRow Belief()
    {
        const int Units = 500, Runs = 10_000;
        var (draws, called) = (new SimulatedDraws(31), 0);
        for (var run = 0; run < Runs; run++)
        {
            var (control, treatment) = (new ShareSums(draws.Binomial(Units, 0.2), Units), new ShareSums(draws.Binomial(Units, 0.2), Units));
            called += SecondOpinion.Of(control, treatment, ComparisonOptions.Default, NormalPrior.Flat).TryGet(out var view, out _) && view.ChanceAbove is < 0.05 or > 0.95 ? 1 : 0;
        }

        return CalibrationRow.Of(
            new CalibrationSubject("second opinion", "flat prior, called at a chance of 95 % (the usual way)", $"20 % of {Units} in both arms, looked at once", "false alarms"), called, Runs);
    }

    private static Span<double> Filled(Span<double> values, ref SimulatedDraws draws, double share = 0.1)
    {
        foreach (ref var value in values)
        {
            value = draws.Happens(share) ? Math.Exp(2 * draws.Normal()) : 0;
        }

        return values;
    }

    private static int IsAlarm(EffectEstimate effect) => effect.PValue < 0.05 ? 1 : 0;
}
