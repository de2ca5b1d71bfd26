using System.Text.Json;
using OutsideIn.Events;

namespace OutsideIn.Bench;

/// <summary>Reads a log and computes directly-follows, variants, handovers and throughput once, as a peer's script would; seconds are the processor's.</summary>
internal static class WholeProcess
{
    private static readonly Dictionary<ColumnRole, string> CsvColumns = new()
    {
        [ColumnRole.Case] = "case_id",
        [ColumnRole.Activity] = "activity",
        [ColumnRole.Time] = "timestamp",
        [ColumnRole.Resource] = "resource",
        [ColumnRole.Team] = "team",
    };

    public static int Run(string path, TextWriter output, string[] more)
    {
        var before = Environment.CpuUsage.TotalTime;
        var isGenerated = path.EndsWith(".csv", StringComparison.Ordinal) && File.ReadLines(path).First().StartsWith("case_id,", StringComparison.Ordinal);
        var options = new ImportOptions { Lifecycle = Lifecycle.All };
        options = isGenerated ? options with { Columns = CsvColumns } : options;
        var source = new LogSource(Path.GetFileName(path), () => File.OpenRead(path), new FileInfo(path).Length);
        if (!LogImport.Read(source, options, null, CancellationToken.None).TryGet(out var imported, out var problem))
        {
            Console.Error.WriteLine($"{problem.Code}: {problem.Message} {problem.Hint}");
            return 1;
        }

        var log = imported.Log;
        var read = Environment.CpuUsage.TotalTime;
        var graph = DirectlyFollowsGraph.Of(log);
        var variants = Variants.Of(log);
        var handovers = Handovers.BetweenResources(log);
        var throughput = ThroughputTimes.Of(log).Summary;
        var figures = new
        {
            engine = "OutsideIn",
            events = log.EventCount,
            cases = log.CaseCount,
            edges = graph.Edges.Count,
            variants = variants.Count,
            handovers = handovers?.Count,
            stays = handovers?.Stays.Sum(static one => one.Count),
            medianThroughputSeconds = throughput?.Median.TotalSeconds,
            readSeconds = (read - before).TotalSeconds,
            figuresSeconds = (Environment.CpuUsage.TotalTime - read).TotalSeconds,
        };
        output.WriteLine(JsonSerializer.Serialize(figures));
        if (more is ["kernels"])
        {
            KernelTimes.Write(log, output);
        }

        return 0;
    }
}
