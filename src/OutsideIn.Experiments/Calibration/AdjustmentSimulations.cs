using OutsideIn.Statistics;

namespace OutsideIn.Experiments;

/// <summary>What was known before assignment, used to see smaller effects: one covariate, and strata.</summary>
internal static class AdjustmentSimulations
{
    private const int Runs = 4_000;
    private const int Units = 100;
    private const double Correlation = 0.7;

    public static IEnumerable<CalibrationRow> Rows() => [.. Covariate(0), .. Covariate(0.4), .. Strata(0), .. Strata(0.5)];

    private static CalibrationRow[] Covariate(double effect)
    {
        var (draws, plain, adjusted) = (new SimulatedDraws((ulong)(40 + (10 * effect))), 0, 0);
        double[][] columns = [new double[Units], new double[Units]];
        for (var run = 0; run < Runs; run++)
        {
            var (control, treatment) = (Arm(columns, ref draws, 0), Arm(columns, ref draws, effect));
            plain += IsAlarm(WelchComparison.Of(new MeanSums(control.Values.Column(0)), new MeanSums(treatment.Values.Column(0)), ComparisonOptions.Default));
            adjusted += IsAlarm(WelchComparison.Of(control, treatment, ComparisonOptions.Default));
        }

        return Pair(effect, plain, adjusted, "means adjusted by a covariate (CUPED)", $"{Units} units an arm, correlation {Correlation:0.0} with the same before");

        static AdjustedSums Arm(double[][] columns, ref SimulatedDraws draws, double effect)
        {
            for (var unit = 0; unit < Units; unit++)
            {
                columns[1][unit] = draws.Normal();
                columns[0][unit] = effect + (Correlation * columns[1][unit]) + (Math.Sqrt(1 - (Correlation * Correlation)) * draws.Normal());
            }

            return new AdjustedSums(JointMoments.Of(columns));
        }
    }

    private static CalibrationRow[] Strata(double effect)
    {
        var (draws, plain, stratified) = (new SimulatedDraws((ulong)(60 + (10 * effect))), 0, 0);
        var (control, treatment) = (new Moments[3], new Moments[3]);
        for (var run = 0; run < Runs; run++)
        {
            Fill(control, ref draws, 0);
            Fill(treatment, ref draws, effect);
            plain += IsAlarm(WelchComparison.Of(new MeanSums(control[0] + control[1] + control[2]), new MeanSums(treatment[0] + treatment[1] + treatment[2]), ComparisonOptions.Default));
            stratified += IsAlarm(PostStratification.Of(
                [.. control.Zip(treatment, static (one, other) => new Stratum(new MeanSums(one), new MeanSums(other)))], ComparisonOptions.Default));
        }

        return Pair(effect, plain, stratified, "post-stratified", $"{Units} units an arm in three strata whose means are 0, 1 and 3");

        static void Fill(Span<Moments> strata, ref SimulatedDraws draws, double effect)
        {
            strata.Clear();
            for (var unit = 0; unit < Units; unit++)
            {
                var stratum = draws.Below(3);
                strata[stratum] += new Moments(1, (stratum == 2 ? 3 : stratum) + effect + draws.Normal(), 0);
            }
        }
    }

    private static CalibrationRow[] Pair(double effect, int plain, int better, string method, string situation)
    {
        var about = new CalibrationSubject(
            "adjustment", "difference of means, Welch's t", effect > 0 ? $"{situation}, effect {effect:0.0} deviations" : $"{situation}, no effect", effect > 0 ? "power" : "false alarms");
        return effect > 0
            ? [CalibrationRow.Of(about, plain, Runs), CalibrationRow.Of(about with { Method = method }, better, Runs)]
            : [CalibrationRow.Of(about, plain, Runs), CalibrationRow.AtMost(about with { Method = method }, better, Runs, 0.06)];
    }

    private static int IsAlarm(EffectEstimate effect) => effect.PValue < 0.05 ? 1 : 0;
}
