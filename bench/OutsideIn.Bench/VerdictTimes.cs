using System.Globalization;
using OutsideIn.Events;
using OutsideIn.Measures;
using OutsideIn.Simulation;
using OutsideIn.Tests.Support;

namespace OutsideIn.Bench;

/// <summary>The least processor time of judging the values of one measure: 100,000 cases over two years, a tenth still open.</summary>
internal static class VerdictTimes
{
    private const int Cases = 100_000;
    private const int Runs = 41;

    private static readonly (string Measure, string Objective)[] Works =
    [
        (OpenCases.Measure, "90% of cases <= 14d"),
        (OpenCases.Measure, "90% of cases <= 400d"),
        (OpenCases.Measure, "median <= 14d"),
        (OpenCases.Measure, "90% of cases <= 14d by 2028-01-31"),
        ("count of \"Chase call\"", "90% of cases <= 1"),
        ("count of \"Chase call\"", "mean <= 1"),
        ("count of \"Chase call\"", "median <= 1"),
        ("has no \"Chase call\"", "90% of cases yes"),
    ];

    public static void Write(TextWriter output)
    {
        foreach (var share in new[] { 0, 0.1 })
        {
            var log = Log(share);
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Cases:N0} cases, {share:P0} open"));
            foreach (var (measure, text) in Works)
            {
                var compiled = MeasureCompiler.Compile(measure, text, log);
                var (values, objective) = (MeasureEngine.Run(log, [compiled.Plan!], CancellationToken.None)[0], compiled.Objective!);
                var (millis, bytes) = Least(() => Verdicts.Judge(values, objective, new VerdictOptions { HorizonMicros = log.HorizonMicros }));
                output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {text,-36} {millis,7:F2} ms {bytes,10:N0} bytes"));
            }
        }
    }

    private static MeasuredLog Log(double openShare)
    {
        var stream = RandomSource.Open(1, "verdict times");
        var builder = new EventLogBuilder();
        var (start, call, end) = (builder.Activity("Claim reported"), builder.Activity("Chase call"), builder.Activity("Car collected"));
        var ends = new int[Cases];
        var row = 0;
        for (var index = 0; index < Cases; index++)
        {
            var code = builder.Case(string.Create(CultureInfo.InvariantCulture, $"c{index}"));
            var (begin, isOpen) = (730.0 * index / Cases, stream.NextUnit() < openShare);
            builder.Add(new EventRow(code, start, At(begin)));
            row++;
            for (var calls = (int)stream.NextExponential(1); calls > 0; calls--, row++)
            {
                builder.Add(new EventRow(code, call, At(begin + 0.01)));
            }

            ends[index] = isOpen ? -1 : row;
            builder.Add(new EventRow(code, isOpen ? call : end, At(Math.Min(759, begin + (isOpen ? 0.01 : stream.NextExponential(9))))));
            row++;
        }

        return new MeasuredLog { Log = builder.Build(), HorizonMicros = At(760), EndRows = ends };
    }

    private static long At(double day) => SmallLog.OriginMicros + (long)(day * 86_400e6);

    private static (double Millis, long Bytes) Least(Func<object> work)
    {
        var (millis, bytes) = (double.MaxValue, long.MaxValue);
        for (var run = 0; run < Runs; run++)
        {
            var (allocated, used) = (GC.GetAllocatedBytesForCurrentThread(), Environment.CpuUsage.TotalTime);
            GC.KeepAlive(work());
            millis = Math.Min(millis, (Environment.CpuUsage.TotalTime - used).TotalMilliseconds);
            bytes = Math.Min(bytes, GC.GetAllocatedBytesForCurrentThread() - allocated);
        }

        return (millis, bytes);
    }
}
