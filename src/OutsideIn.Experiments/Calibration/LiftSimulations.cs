using OutsideIn.Statistics;

namespace OutsideIn.Experiments;

/// <summary>Relative effects on shares of which there are few successes.</summary>
internal static class LiftSimulations
{
    private const int Runs = 20_000;
    private static readonly ComparisonOptions ByDelta = new() { Scale = EffectScale.Relative, Relative = RelativeInterval.Delta };
    private static readonly ComparisonOptions ByLog = new() { Scale = EffectScale.Relative };

    public static IEnumerable<CalibrationRow> Rows() =>
    [
        .. Of(units: 100, events: 2, lift: 0),
        .. Of(units: 100, events: 5, lift: 0),
        .. Of(units: 1_000, events: 5, lift: 0),
        .. Of(units: 1_000, events: 10, lift: 0.5),
        .. Of(units: 10_000, events: 5, lift: 1),
        .. Of(units: 10_000, events: 1_000, lift: 0.1),
    ];

    private static CalibrationRow[] Of(int units, int events, double lift)
    {
        var (draws, delta, log) = (new SimulatedDraws((ulong)(units + events)), 0, 0);
        for (var run = 0; run < Runs; run++)
        {
            var control = new ShareSums(draws.Binomial(units, (double)events / units), units);
            var treatment = new ShareSums(draws.Binomial(units, events * (1 + lift) / units), units);
            delta += Holds(WelchComparison.Of(control, treatment, ByDelta), lift);
            log += Holds(Comparison.Of(control, treatment, ByLog), lift);
        }

        var about = new CalibrationSubject("9", "relative effect, delta method (the usual way)", $"{events} events expected of {units} in control, {100 * lift:0} % more in treatment", "coverage");
        return
        [
            CalibrationRow.Of(about, delta, Runs),
            CalibrationRow.AtLeast(about with { Method = "relative effect, log scale, exact at zero events" }, log, Runs, 0.94),
        ];
    }

    // An estimate without an interval holds nothing.
    private static int Holds(EffectEstimate effect, double truth) => effect.Interval?.Contains(truth) == true ? 1 : 0;
}
