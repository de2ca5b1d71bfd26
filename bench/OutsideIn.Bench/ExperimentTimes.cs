using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using OutsideIn.Experiments;
using OutsideIn.Statistics;

namespace OutsideIn.Bench;

/// <summary>What comparing the arms of many outcomes in many segments costs, beside gbstats where there is one.</summary>
internal static class ExperimentTimes
{
    private const int Segments = 20;
    private static readonly ComparisonOptions Lift = new() { Scale = EffectScale.Relative, Relative = RelativeInterval.Delta };

    public static void Write(TextWriter output, string? asked)
    {
        if (asked == "calibration")
        {
            WriteCalibration(output);
            return;
        }

        WriteFirst(output);
        output.WriteLine("Relative difference by Welch's t with its interval, confidence sequence, sample ratio; one core, least of 11 runs:");
        foreach (var outcomes in (int[])[1, 10, 100, 1_000, 10_000])
        {
            var arms = Arms(outcomes);
            var (seconds, bytes) = Least(() => Compare(arms), runs: 11);
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{outcomes,7:N0} outcomes × {Segments} segments {1_000 * seconds,9:F2} ms {1e6 * seconds / arms.Length,7:F2} µs a comparison {bytes / arms.Length,6} bytes"));
        }

        output.WriteLine();
        WritePeer(output, asked);
    }

    // The first run of a process: types loaded, methods compiled.
    private static void WriteFirst(TextWriter output)
    {
        var watch = Stopwatch.StartNew();
        var value = Compare(Arms(1));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"first {Segments} comparisons of a process: {watch.Elapsed.TotalMilliseconds:F0} ms ({value:F3})"));
    }

    /// <summary>Every row of the calibration as a table, and what each part costs.</summary>
    private static void WriteCalibration(TextWriter output)
    {
        foreach (var part in CalibrationSuite.Parts)
        {
            IReadOnlyList<CalibrationRow> rows = [];
            var (seconds, _) = Least(() => rows = part.Measure(), runs: 1);
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{part.Name}: {seconds:F1} s of processor"));
            output.WriteLine();
            output.WriteLine("| for | method | situation | figure | measured | aim |");
            output.WriteLine("| --- | --- | --- | --- | --: | --- |");
            foreach (var row in rows)
            {
                output.WriteLine($"| {row.Goal} | {row.Method} | {row.Situation} | {row.Figure} | {row.Text} | {row.AimText}{(row.IsMet ? string.Empty : ", missed")} |");
            }

            output.WriteLine();
        }
    }

    private static double Compare((Moments Control, Moments Treatment)[] arms)
    {
        var sum = 0.0;
        foreach (var (control, treatment) in arms)
        {
            var (one, other) = (new MeanSums(control), new MeanSums(treatment));
            var welch = WelchComparison.Of(one, other, Lift);
            var sequence = AsymptoticConfidenceSequence.Of(one, other, Lift, 5_000);
            var half = (control.Count + treatment.Count) / 2;
            var ratio = ChiSquareDistribution.BothTails((control.Count - half) / Math.Sqrt(half / 2));
            sum += welch.PValue!.Value + sequence.Interval!.Value.High + ratio;
        }

        return sum;
    }

    private static (Moments Control, Moments Treatment)[] Arms(int outcomes)
    {
        var bits = new RandomBits(7);
        var arms = new (Moments, Moments)[outcomes * Segments];
        for (var index = 0; index < arms.Length; index++)
        {
            arms[index] = (Arm(ref bits, 5), Arm(ref bits, 5.05));
        }

        return arms;

        static Moments Arm(ref RandomBits bits, double mean)
        {
            var count = 10_000 + (int)(bits.Next() % 200);
            return new Moments(count, mean + (0.03 * ((bits.Next() >> 11) * (2.0 / (1UL << 53)) - 1)), 9.0 * (count - 1));
        }
    }

    private static (double Seconds, long Bytes) Least<T>(Func<T> work, int runs)
    {
        var (least, bytes) = (double.PositiveInfinity, 0L);
        for (var run = 0; run < runs; run++)
        {
            var (before, allocated) = (Processor(), GC.GetAllocatedBytesForCurrentThread());
            var watch = Stopwatch.StartNew();
            _ = work();
            least = Math.Min(least, Math.Min(watch.Elapsed.TotalSeconds, runs == 1 ? (Processor() - before).TotalSeconds : double.PositiveInfinity));
            bytes = GC.GetAllocatedBytesForCurrentThread() - allocated;
        }

        return (least, bytes);
    }

    private static TimeSpan Processor() => Process.GetCurrentProcess().TotalProcessorTime;

    private static void WritePeer(TextWriter output, string? script)
    {
        if (script is null)
        {
            output.WriteLine("gbstats was not asked for: give its script, with PYTHONPATH naming gbstats and pydantic.");
            return;
        }

        var start = new ProcessStartInfo("/usr/bin/python3") { ArgumentList = { script }, RedirectStandardOutput = true, UseShellExecute = false };
        using var peer = Process.Start(start)!;
        while (peer.StandardOutput.ReadLine() is { } line)
        {
            var one = JsonDocument.Parse(line.Replace('\'', '"')).RootElement;
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"gbstats, {one.GetProperty("case").GetString()}: {1_000 * one.GetProperty("seconds").GetDouble():F0} ms, {one.GetProperty("us_per_test").GetDouble():F0} µs a comparison"));
        }

        peer.WaitForExit();
        output.WriteLine(peer.ExitCode == 0 ? "gbstats ran in this run." : "gbstats could not be run here; the figures above stand alone.");
    }
}
