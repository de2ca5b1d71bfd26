using System.Globalization;
using OutsideIn.Events;
using OutsideIn.Measures;
using OutsideIn.Simulation;
using OutsideIn.Statistics;

namespace OutsideIn.Tests.Support;

/// <summary>
/// Simulated logs in which nothing changes: identical durations before and after a day, the data cut 30 days after it, so that the younger
/// cases have had less time. The setting of calibration.json, open_cases_before_after_no_true_change: 300 cases begun in the 90 days
/// before, 100 in the 30 days after, durations log-normal with median e^2.3 = 10 days and deviation 0.9.
/// </summary>
internal static class OpenCases
{
    public const string Measure = "time from first \"Claim reported\" to first \"Car collected\"";

    private const int DaysBefore = 90;
    private const int DaysAfter = 30;

    /// <summary>The instant at which nothing changed.</summary>
    public static long ChangeMicros { get; } = At(DaysBefore);

    /// <summary>One log, and the same log without its open cases, as most tools would measure it.</summary>
    public static (MeasuredLog All, MeasuredLog Closed) Logs(ulong seed, int before = 300, int after = 100)
    {
        var stream = RandomSource.Open(seed, "open cases");
        var (all, closed) = (new EventLogBuilder(), new EventLogBuilder());
        for (var index = 0; index < before + after; index++)
        {
            var begin = index < before ? DaysBefore * stream.NextUnit() : DaysBefore + (DaysAfter * stream.NextUnit());
            var end = begin + Math.Exp(2.3 + (0.9 * Normal(stream)));
            var name = string.Create(CultureInfo.InvariantCulture, $"c{index}");
            Add(all, name, begin, end);
            if (end <= DaysBefore + DaysAfter)
            {
                Add(closed, name, begin, end);
            }
        }

        return (Measured(all), Measured(closed));
    }

    /// <summary>The share within so many days before and after, from the text of the measure through the engine.</summary>
    /// <returns>The comparison, or null where it is refused: nobody was observed for that long while some are still open.</returns>
    public static MeasureComparison? Compare(MeasuredLog log, int days)
    {
        var compiled = MeasureCompiler.Compile(Measure, string.Create(CultureInfo.InvariantCulture, $"90% of cases <= {days}d"), log);
        var values = MeasureEngine.Run(log, [compiled.Plan!], CancellationToken.None)[0];
        return MeasureComparison.BeforeAfter(values, compiled.Objective!, ChangeMicros, new VerdictOptions { HorizonMicros = log.HorizonMicros })
            .TryGet(out var comparison, out _)
            ? comparison
            : null;
    }

    /// <summary>The verdict on an objective that asks for a share within so many days, over all cases of the log.</summary>
    public static VerdictKind Judge(MeasuredLog log, int days, double share)
    {
        var compiled = MeasureCompiler.Compile(Measure, string.Create(CultureInfo.InvariantCulture, $"90% of cases <= {days}d"), log);
        var values = MeasureEngine.Run(log, [compiled.Plan!], CancellationToken.None)[0];
        var objective = compiled.Objective! with { Goal = (ShareGoalSyntax)compiled.Objective.Goal with { Share = share } };
        return Verdicts.Judge(values, objective, new VerdictOptions { HorizonMicros = log.HorizonMicros }).Kind;
    }

    /// <summary>The log-rank test of after against before.</summary>
    public static double LogRankPValue(MeasuredLog log)
    {
        var values = MeasureEngine.Run(log, [MeasureCompiler.Compile(Measure, null, log).Plan!], CancellationToken.None)[0];
        var (isClosed, groups) = (new bool[values.Count], new int[values.Count]);
        for (var subject = 0; subject < values.Count; subject++)
        {
            (isClosed[subject], groups[subject]) =
                (values.States[subject] == ValueState.Known, values.StartMicros[subject] < ChangeMicros ? 0 : 1);
        }

        return LogRank.Test(values.Values, isClosed, groups).TryGet(out var test, out var problem)
            ? test.PValue
            : throw new InvalidOperationException(problem.Message);
    }

    // Box and Muller (1958), A note on the generation of random normal deviates, Annals of Mathematical Statistics 29.
    private static double Normal(RandomSource stream) =>
        Math.Sqrt(-2 * Math.Log(1 - stream.NextUnit())) * Math.Cos(2 * Math.PI * stream.NextUnit());

    private static void Add(EventLogBuilder log, string name, double begin, double end)
    {
        var code = log.Case(name);
        log.Add(new EventRow(code, log.Activity("Claim reported"), At(begin)));
        if (end <= DaysBefore + DaysAfter)
        {
            log.Add(new EventRow(code, log.Activity("Car collected"), At(end)));
        }
    }

    private static MeasuredLog Measured(EventLogBuilder log) => new() { Log = log.Build(), HorizonMicros = At(DaysBefore + DaysAfter) };

    private static long At(double day) => SmallLog.OriginMicros + (long)(day * 86_400e6);
}
