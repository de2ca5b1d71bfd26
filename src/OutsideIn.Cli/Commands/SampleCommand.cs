using System.CommandLine;
using OutsideIn.Events;
using OutsideIn.Experiments;
using OutsideIn.Method;
using OutsideIn.Proof;
using OutsideIn.Simulation;
using OutsideIn.Storage;
using OutsideIn.Vocabulary;
using Spectre.Console;

namespace OutsideIn.Cli;

/// <summary><c>outsidein sample FOLDER</c>: the sample organisation's log and map as files, to try the commands on.</summary>
internal static class SampleCommand
{
    // The pilot's plan was locked five days before its first team called ahead.
    private static readonly DateTimeOffset LockedAt = new(2025, 7, 30, 9, 0, 0, TimeSpan.Zero);

    public static Command Create(Terminal terminal, TimeProvider clock)
    {
        var folder = new Argument<string>("FOLDER") { Description = "Where to put northbank.csv, northbank.map.yaml, pilot.csv, pilot.map.yaml and its ledger; made if it is not there." };
        var command = new Command("sample", "Writes the log and the map of the sample organisation, a motor insurer, as files.") { folder };
        command.SetAction((parsed, stop) => WriteAsync(terminal, clock, parsed.GetValue(folder)!, stop));
        return command;
    }

    private static async Task<int> WriteAsync(Terminal terminal, TimeProvider clock, string folder, CancellationToken stop)
    {
        Directory.CreateDirectory(folder);
        var log = Path.Combine(folder, "northbank.csv");
        var map = Path.Combine(folder, "northbank.map.yaml");
        var (pilot, pilotMap) = (Path.Combine(folder, "pilot.csv"), Path.Combine(folder, "pilot.map.yaml"));
        WriteLog(log, NorthbankSample.Generate());
        WriteLog(pilot, NorthbankPilot.Generate());
        await File.WriteAllTextAsync(map, NorthbankSample.MapYaml, stop);
        await File.WriteAllTextAsync(pilotMap, NorthbankPilot.MapYaml, stop);
        if ((await LockAsync(Path.ChangeExtension(pilotMap, ".ledger.jsonl"), clock, stop)) is { } problem)
        {
            return ProblemText.Show(terminal, problem);
        }

        terminal.Talk.MarkupLineInterpolated($"[grey]Written:[/] {log} [grey]and[/] {map}");
        terminal.Talk.MarkupLineInterpolated($"[grey]Next:[/] outsidein diagnose {log} --map {map}");
        terminal.Talk.MarkupLineInterpolated($"[grey]An experiment of its own:[/] {pilot} [grey]and[/] {pilotMap}");
        terminal.Talk.MarkupLineInterpolated($"[grey]Next:[/] outsidein experiment plan {pilotMap} EX1, and outsidein experiment analyse {pilotMap} EX1 --log {pilot}");
        return ExitCode.Done;
    }

    // A ledger that is there already stays: nothing in it is ever changed.
    private static async Task<Problem?> LockAsync(string path, TimeProvider clock, CancellationToken stop)
    {
        if (File.Exists(path))
        {
            return null;
        }

        var map = MapYaml.Read(NorthbankPilot.MapYaml, "pilot.map.yaml").Map;
        if (!PlannedExperiments.Of(map, NorthbankPilot.Experiment).TryGet(out var plan, out var problem))
        {
            return problem;
        }

        return (await new LedgerFile(path, clock).AppendAsync(_ => LockedEntry.Of(plan, LockedAt), stop)).TryGet(out _, out problem) ? null : problem;
    }

    private static void WriteLog(string file, EventLog log) => WholeFile.Write(file, stream =>
    {
        using var writer = new StreamWriter(stream, leaveOpen: true);
        NorthbankSample.WriteCsv(log, writer);
    });
}
