using OutsideIn.Statistics;

namespace OutsideIn.Experiments;

/// <summary>A treatment that not everybody given it takes up, and that those take up who would have done well anyway.</summary>
internal static class UptakeSimulations
{
    private const int Runs = 4_000;
    private const int Units = 400;

    public static IEnumerable<CalibrationRow> Rows() => [.. Of(0.7), .. Of(0.08)];

    private static CalibrationRow[] Of(double uptake)
    {
        var (draws, naive, wald, fieller) = (new SimulatedDraws((ulong)(1_000 * uptake)), 0, 0, 0);
        double[][] control = [new double[Units], new double[Units]], treatment = [new double[Units], new double[Units]];
        for (var run = 0; run < Runs; run++)
        {
            Fill(control, ref draws, 0);
            Fill(treatment, ref draws, uptake);
            var found = LocalEffect.Of(JointMoments.Of(control), JointMoments.Of(treatment)).OnCompliers;
            fieller += found.Interval?.Contains(1) == true ? 1 : 0;
            wald += Math.Abs(found.Value.GetValueOrDefault() - 1) <= 1.96 * found.StandardError.GetValueOrDefault() ? 1 : 0;
            naive += Naive(treatment).Interval?.Contains(1) == true ? 1 : 0;
        }

        var about = new CalibrationSubject("uptake", "takers against the others of the arm (the usual way)", $"{Units} units an arm, {100 * uptake:0} % take it up, the better off sooner; effect 1", "coverage");
        return
        [
            CalibrationRow.Of(about, naive, Runs),
            CalibrationRow.Of(about with { Method = "effect on compliers, estimate ± 1.96 errors" }, wald, Runs),
            CalibrationRow.AtLeast(about with { Method = "effect on compliers, Fieller's interval" }, fieller, Runs, 0.94),
        ];
    }

    // Who is better off by a normal amount takes it up from a threshold on; the effect of taking it up is 1.
    private static void Fill(double[][] arm, ref SimulatedDraws draws, double uptake)
    {
        var threshold = uptake > 0 ? NormalDistribution.UpperQuantile(uptake) : double.PositiveInfinity;
        for (var unit = 0; unit < Units; unit++)
        {
            var well = draws.Normal();
            arm[1][unit] = well > threshold ? 1 : 0;
            arm[0][unit] = well + draws.Normal() + arm[1][unit];
        }
    }

    private static EffectEstimate Naive(double[][] arm)
    {
        var (takers, others) = (default(Moments), default(Moments));
        for (var unit = 0; unit < Units; unit++)
        {
            var one = new Moments(1, arm[0][unit], 0);
            (takers, others) = arm[1][unit] > 0 ? (takers + one, others) : (takers, others + one);
        }

        return WelchComparison.Of(new MeanSums(others), new MeanSums(takers), ComparisonOptions.Default);
    }
}
