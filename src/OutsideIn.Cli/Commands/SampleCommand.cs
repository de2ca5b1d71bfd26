using System.CommandLine;
using OutsideIn.Simulation;
using Spectre.Console;

namespace OutsideIn.Cli;

/// <summary><c>outsidein sample FOLDER</c>: the sample organisation's log and map as files, to try the commands on.</summary>
internal static class SampleCommand
{
    public static Command Create(Terminal terminal)
    {
        var folder = new Argument<string>("FOLDER") { Description = "Where to put northbank.csv and northbank.map.yaml; made if it is not there." };
        var command = new Command("sample", "Writes the log and the map of the sample organisation, a motor insurer, as files.") { folder };
        command.SetAction(parsed => Write(terminal, parsed.GetValue(folder)!));
        return command;
    }

    private static int Write(Terminal terminal, string folder)
    {
        Directory.CreateDirectory(folder);
        var log = Path.Combine(folder, "northbank.csv");
        var map = Path.Combine(folder, "northbank.map.yaml");
        var sample = NorthbankSample.Generate();
        WholeFile.Write(log, stream =>
        {
            using var writer = new StreamWriter(stream, leaveOpen: true);
            NorthbankSample.WriteCsv(sample, writer);
        });
        File.WriteAllText(map, NorthbankSample.MapYaml);
        terminal.Talk.MarkupLineInterpolated($"[grey]Written:[/] {log} [grey]and[/] {map}");
        terminal.Talk.MarkupLineInterpolated($"[grey]Next:[/] outsidein diagnose {log} --map {map}");
        return ExitCode.Done;
    }
}
