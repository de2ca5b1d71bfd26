using OutsideIn.Statistics;

namespace OutsideIn.Experiments;

/// <summary>Calibration of the estimators that work from sums.</summary>
internal static class EstimationCalibration
{
    private const int Runs = 20_000;

    /// <summary>Every row of this part.</summary>
    public static IReadOnlyList<CalibrationRow> Rows() => [RareShareLift(events: 5, logScale: false), RareShareLift(events: 5, logScale: true)];

    private static CalibrationRow RareShareLift(int events, bool logScale)
    {
        const int Units = 1_000;
        var (draws, covered, z) = (new SimulatedDraws(90_001), 0, NormalDistribution.TwoSided(0.95));
        for (var run = 0; run < Runs; run++)
        {
            var (control, treatment) = (draws.Binomial(Units, (double)events / Units), draws.Binomial(Units, (double)events / Units));
            covered += logScale ? CoversByLog(control, treatment, z) : CoversByDelta(control, treatment, z);
        }

        var about = new CalibrationSubject("9", logScale ? "log-scale lift" : "delta-method lift (the usual way)", $"{events} events an arm of {Units}, no effect", "coverage");
        return logScale ? CalibrationRow.AtLeast(about, covered, Runs, 0.94) : CalibrationRow.Of(about, covered, Runs);

        static int CoversByLog(int control, int treatment, double z) =>
            control == 0 || treatment == 0
                || Math.Abs(Math.Log((double)treatment / control)) <= z * Math.Sqrt((1.0 / control) + (1.0 / treatment) - (2.0 / Units)) ? 1 : 0;

        static int CoversByDelta(int control, int treatment, double z)
        {
            var (one, other) = ((double)control / Units, (double)treatment / Units);
            var variance = (other * (1 - other) / (Units * one * one)) + (one * (1 - one) * other * other / (Units * one * one * one * one));
            return control > 0 && Math.Abs((other - one) / one) <= z * Math.Sqrt(variance) ? 1 : 0;
        }
    }
}
