using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace OutsideIn.Bench;

/// <summary>
/// The hundred measures of bench/measures.txt over a made-up log, by this program and by pandas where a python has it: each in a process of its
/// own, on the same file, in turn. Values are compared before times are told.
/// </summary>
internal static class MeasureTimes
{
    private const double Apart = 1e-9;

    private static readonly string[] Pythons = ["/usr/bin/python3", "python3"];

    public static int Write(int events, TextWriter output)
    {
        var folder = Directory.CreateTempSubdirectory("outsidein-bench-").FullName;
        var (log, bench) = (Path.Combine(folder, "claims.csv"), BenchFolder());
        using (var text = new StreamWriter(log))
        {
            ClaimsLog.WriteCsv(text, events);
        }

        var python = Pythons.FirstOrDefault(static one => Start(one, "-c", "import pandas") is not null);
        List<MeasureReport> ours = [], theirs = [];
        for (var turn = 0; turn < 3; turn++)
        {
            ours.Add(Report(Environment.ProcessPath!, "measures-of", log, Path.Combine(bench, "measures.txt")));
            if (python is not null)
            {
                theirs.Add(Report(python, Path.Combine(bench, "measures_pandas.py"), log));
            }
        }

        Directory.Delete(folder, recursive: true);
        return Compare(ours, theirs, output);
    }

    private static int Compare(List<MeasureReport> ours, List<MeasureReport> theirs, TextWriter output)
    {
        var our = ours[0];
        output.WriteLine(Text($"{our.Measures.Count} measures with objectives, {our.Events:N0} events, {our.Cases:N0} cases."));
        output.WriteLine(Text($"Least of {ours.Count} runs in turn, a process each; load {Load()} at the end."));
        output.WriteLine();
        output.WriteLine("| engine | read CPU s | measures CPU s | wall s | again, warm: CPU s | wall s | peak MB | log or frame MB | grown by measuring MB |");
        output.WriteLine("| --- | --: | --: | --: | --: | --: | --: | --: | --: |");
        Row(ours, output);
        if (theirs.Count == 0)
        {
            output.WriteLine();
            output.WriteLine("No python with pandas: nothing to compare with (Debian: apt-get install python3-pandas).");
            return 0;
        }

        Row(theirs, output);
        output.WriteLine();
        var cpu = theirs.Min(static one => one.CpuSeconds);
        output.WriteLine(Text($"pandas against ours: {cpu / ours.Min(static one => one.CpuSeconds):F1} times the CPU, {cpu / ours.Min(static one => one.LeastCpuSeconds):F1} warm,"));
        output.WriteLine(Text($"{theirs.Min(static one => one.WallSeconds) / ours.Min(static one => one.WallSeconds):F1} times the time on the wall, {(double)PeakOf(theirs) / PeakOf(ours):F1} times the peak memory."));
        return Differences(our, theirs[0], output);
    }

    private static int Differences(MeasureReport our, MeasureReport their, TextWriter output)
    {
        var lines = File.ReadLines(Path.Combine(BenchFolder(), "measures.txt")).Where(static line => line[0] != '#');
        var pairs = our.Measures.Zip(their.Measures, lines).ToArray();
        var values = pairs.Where(static pair => !SameValues(pair.First, pair.Second)).ToArray();
        var figures = pairs.Where(static pair => !IsNear(pair.First.Figure ?? -1, pair.Second.Figure ?? -1)).ToArray();
        output.WriteLine(Text($"Values equal in {pairs.Length - values.Length} of {pairs.Length} measures, figures in {pairs.Length - figures.Length}."));
        foreach (var (mine, other, line) in values.Union(figures))
        {
            output.WriteLine($"- {line}: {mine} | {other}");
        }

        return values.Length == 0 ? 0 : 1;
    }

    private static void Row(List<MeasureReport> runs, TextWriter output)
    {
        string Seconds(Func<MeasureReport, double> of) => runs.Min(of) is > 0 and var seconds ? Text($"{seconds:F2}") : "";
        string Megabytes(Func<MeasureReport, long> of) => runs.Min(of) is > 0 and var bytes ? Text($"{bytes / 1e6:F0}") : "";
        string[] cells =
        [
            runs[0].Engine, Seconds(static one => one.ReadCpuSeconds), Seconds(static one => one.CpuSeconds), Seconds(static one => one.WallSeconds),
            Seconds(static one => one.LeastCpuSeconds), Seconds(static one => one.LeastWallSeconds), Text($"{PeakOf(runs) / 1e6:F0}"),
            Megabytes(static one => one.LogBytes), Megabytes(static one => one.GrownBytes),
        ];
        output.WriteLine($"| {string.Join(" | ", cells)} |");
    }

    private static long PeakOf(List<MeasureReport> runs) => runs.Min(static one => Math.Max(one.PeakBytes, one.ReadPeakBytes));

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private static bool SameValues(MeasureSums one, MeasureSums other) =>
        (one.K, one.O, one.L, one.None) == (other.K, other.O, other.L, other.None) && IsNear(one.Value, other.Value) && IsNear(one.Wait, other.Wait);

    private static bool IsNear(double one, double other) => Math.Abs(one - other) <= Apart * Math.Max(1, Math.Abs(other));

    private static MeasureReport Report(string program, params string[] arguments) =>
        JsonSerializer.Deserialize<MeasureReport>(
            (Start(program, arguments) ?? throw new InvalidOperationException($"{program} failed.")).Replace("\"-\":", "\"none\":", StringComparison.Ordinal), MeasureRun.Json)!;

    /// <summary>What a program writes, or null where it could not be started or failed.</summary>
    private static string? Start(string program, params string[] arguments)
    {
        if (Path.IsPathRooted(program) && !File.Exists(program))
        {
            return null;
        }

        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, UseShellExecute = false })!;
        var text = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? text : null;
    }

    private static string Load() => File.Exists("/proc/loadavg") ? File.ReadAllText("/proc/loadavg").Split(' ')[0] : "unknown";

    private static string BenchFolder([System.Runtime.CompilerServices.CallerFilePath] string path = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(path)!, ".."));
}
