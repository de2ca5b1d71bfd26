using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using OutsideIn.Events;
using OutsideIn.Measures;

namespace OutsideIn.Bench;

/// <summary>What one program made of the hundred measures.</summary>
internal sealed record MeasureReport(
    string Engine, int Events, int Cases, double ReadCpuSeconds, double CpuSeconds, double WallSeconds, double LeastCpuSeconds, double LeastWallSeconds,
    long LogBytes, long ReadPeakBytes, long PeakBytes, long GrownBytes, IReadOnlyList<MeasureSums> Measures);

/// <summary>What the values of one measure add up to: subjects known, open, lost and not applicable, the sums of values and waits, and the figure of the objective.</summary>
internal sealed record MeasureSums(int K, int O, int L, int None, double Value, double Wait, double? Figure);

/// <summary>Reads a log of <see cref="ClaimsLog"/>, lays the same map over it as measures_pandas.py, runs and judges the measures of measures.txt, and prints a report as JSON.</summary>
internal static class MeasureRun
{
    public static readonly JsonSerializerOptions Json = new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase };

    private static readonly Dictionary<ColumnRole, string> Columns = new()
    {
        [ColumnRole.Case] = "case",
        [ColumnRole.Customer] = "customer",
        [ColumnRole.Activity] = "activity",
        [ColumnRole.Start] = "start",
        [ColumnRole.Time] = "time",
        [ColumnRole.Resource] = "person",
        [ColumnRole.Team] = "team",
        [ColumnRole.Channel] = "channel",
        [ColumnRole.Cost] = "cost",
    };

    public static int Run(string path, string measures, TextWriter output, int runs)
    {
        var before = Environment.CpuUsage.TotalTime;
        var source = new LogSource(Path.GetFileName(path), () => File.OpenRead(path), new FileInfo(path).Length);
        if (!LogImport.Read(source, new ImportOptions { Lifecycle = Lifecycle.All, Columns = Columns }, null, CancellationToken.None).TryGet(out var imported, out var problem))
        {
            Console.Error.WriteLine($"{problem.Code}: {problem.Message} {problem.Hint}");
            return 1;
        }

        var log = ClaimsMap.Over(imported.Log);
        var read = (Environment.CpuUsage.TotalTime - before).TotalSeconds;
        var readPeak = ProcessMemory.Peak();
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        var settled = ProcessMemory.ResetPeak();
        var lines = File.ReadLines(measures).Where(static line => line.Length > 0 && line[0] != '#').Select(static line => line.Split(" => ")).ToArray();

        var cold = Once(log, lines);
        var peak = ProcessMemory.Peak();
        var least = Enumerable.Range(0, runs).Select(_ => Once(log, lines)).Append(cold).ToArray();
        output.WriteLine(JsonSerializer.Serialize(
            new MeasureReport(
                "OutsideIn", log.Log.EventCount, log.Log.CaseCount, read, cold.Cpu, cold.Wall, least.Min(static one => one.Cpu), least.Min(static one => one.Wall),
                BytesOf(log), readPeak, peak, peak - settled, cold.Sums),
            Json));
        return 0;
    }

    private static (double Cpu, double Wall, MeasureSums[] Sums) Once(MeasuredLog log, string[][] lines)
    {
        var (cpu, clock) = (Environment.CpuUsage.TotalTime, Stopwatch.StartNew());
        var schema = MeasureSchemas.Of(log);
        var compiled = lines.Select(line => MeasureCompiler.Compile(line[0], line[1], log, schema)).ToArray();
        foreach (var (line, wrong) in lines.Zip(compiled).Where(static one => one.Second.Plan is null))
        {
            throw new InvalidOperationException($"{line[0]} => {line[1]}: {wrong.Diagnostics.Concat(wrong.ObjectiveDiagnostics).First(static one => one.Severity == MeasureSeverity.Error)}");
        }

        var sums = new MeasureSums[compiled.Length];
        var options = new VerdictOptions { HorizonMicros = log.HorizonMicros };
        MeasureEngine.RunEach(
            log,
            [.. compiled.Select(static one => one.Plan!)],
            (index, values) => sums[index] = Sums(values, Verdicts.Judge(values, compiled[index].Objective!, options).Figure.Value),
            CancellationToken.None);
        return ((Environment.CpuUsage.TotalTime - cpu).TotalSeconds, clock.Elapsed.TotalSeconds, sums);
    }

    private static MeasureSums Sums(MeasureValues values, double? figure)
    {
        var counts = new int[Enum.GetValues<ValueState>().Length];
        var (sum, wait) = (0.0, 0.0);
        var isAnswer = !values.WaitMicros.IsEmpty;
        for (var subject = 0; subject < values.Count; subject++)
        {
            counts[(int)values.States[subject]]++;
            sum += values.Values[subject];
            wait += isAnswer ? values.WaitMicros[subject] : 0;
        }

        return new MeasureSums(
            counts[(int)ValueState.Known], counts[(int)ValueState.Open], counts[(int)ValueState.Lost], counts[(int)ValueState.NotApplicable], sum, wait, figure);
    }

    // The columns and the names, each once; what the map adds is 3 bytes an event more.
    private static long BytesOf(MeasuredLog measured)
    {
        var log = measured.Log;
        CodedColumn?[] texts = [log.Activities, log.Resources, log.Teams, log.Systems, log.Channels, log.Customers, .. log.Attributes.Select(static one => one.Texts)];
        var columns = texts.OfType<CodedColumn>().Sum(static one => one.RowBytes + one.Names.Sum(static name => 22L + (2 * name.Length)));
        var numbers = log.Attributes.Sum(static one => (one.Numbers.Length * 8L) + (one.TimeMicros.Length * 8L) + one.Answers.Length);
        return columns + numbers + (log.TimeMicros.Length * 8L) + (log.StartMicros.Length * 8L) + (log.Costs.Length * 8L) + (log.CaseStarts.Length * 4L)
            + log.CaseNames.Sum(static name => 30L + (2 * name.Length));
    }
}

/// <summary>The memory of this process as Linux counts it; 0 where there is no /proc.</summary>
internal static class ProcessMemory
{
    /// <summary>The most it ever had since the last reset, bytes.</summary>
    public static long Peak() => Of("VmHWM:");

    /// <summary>Forgets the peak, and tells what the process has now, bytes.</summary>
    public static long ResetPeak()
    {
        if (File.Exists("/proc/self/clear_refs"))
        {
            File.WriteAllText("/proc/self/clear_refs", "5");
        }

        return Of("VmRSS:");
    }

    private static long Of(string key) => !File.Exists("/proc/self/status") ? 0 : File.ReadLines("/proc/self/status")
        .Where(line => line.StartsWith(key, StringComparison.Ordinal))
        .Select(line => long.Parse(line[key.Length..].Replace("kB", "", StringComparison.Ordinal).Trim(), CultureInfo.InvariantCulture) * 1024).FirstOrDefault();
}
