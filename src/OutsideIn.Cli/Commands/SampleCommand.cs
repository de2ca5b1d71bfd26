using System.CommandLine;
using OutsideIn.Events;
using OutsideIn.Simulation;
using Spectre.Console;

namespace OutsideIn.Cli;

/// <summary><c>outsidein sample FOLDER</c>: the sample organisation's log and map as files, to try the commands on.</summary>
internal static class SampleCommand
{
    public static Command Create(Terminal terminal)
    {
        var folder = new Argument<string>("FOLDER") { Description = "Where to put northbank.csv, northbank.map.yaml, pilot.csv and pilot.map.yaml; made if it is not there." };
        var command = new Command("sample", "Writes the log and the map of the sample organisation, a motor insurer, as files.") { folder };
        command.SetAction(parsed => Write(terminal, parsed.GetValue(folder)!));
        return command;
    }

    private static int Write(Terminal terminal, string folder)
    {
        Directory.CreateDirectory(folder);
        var log = Path.Combine(folder, "northbank.csv");
        var map = Path.Combine(folder, "northbank.map.yaml");
        var (pilot, pilotMap) = (Path.Combine(folder, "pilot.csv"), Path.Combine(folder, "pilot.map.yaml"));
        WriteLog(log, NorthbankSample.Generate());
        WriteLog(pilot, NorthbankPilot.Generate());
        File.WriteAllText(map, NorthbankSample.MapYaml);
        File.WriteAllText(pilotMap, NorthbankPilot.MapYaml);
        terminal.Talk.MarkupLineInterpolated($"[grey]Written:[/] {log} [grey]and[/] {map}");
        terminal.Talk.MarkupLineInterpolated($"[grey]Next:[/] outsidein diagnose {log} --map {map}");
        terminal.Talk.MarkupLineInterpolated($"[grey]An experiment of its own:[/] {pilot} [grey]and[/] {pilotMap}");
        terminal.Talk.MarkupLineInterpolated($"[grey]Next:[/] outsidein experiment plan {pilotMap} EX1");
        return ExitCode.Done;
    }

    private static void WriteLog(string file, EventLog log) => WholeFile.Write(file, stream =>
    {
        using var writer = new StreamWriter(stream, leaveOpen: true);
        NorthbankSample.WriteCsv(log, writer);
    });
}
