using System.CommandLine;
using Microsoft.Extensions.Hosting;
using OutsideIn.Web;
using Spectre.Console;

namespace OutsideIn.Cli;

/// <summary><c>outsidein</c> alone: serves the web workspace on this computer.</summary>
internal static class ServeCommand
{
    public static void MakeDefault(RootCommand root, Terminal terminal)
    {
        var data = new Option<string>("--data")
        {
            Description = "Folder that keeps logs and maps. Default: OUTSIDEIN_DATA, else the user's application data.",
            HelpName = "FOLDER",
        };
        var port = new Option<int?>("--port")
        {
            Description = "Port on the loopback address. Default: 5080, or the next free one.",
            HelpName = "PORT",
        };
        port.Validators.Add(static result =>
        {
            if (result.GetValueOrDefault<int?>() is not (null or (>= 0 and <= 65_535)))
            {
                result.AddError("--port takes a number from 0 (any free port) to 65535.");
            }
        });
        root.Add(data);
        root.Add(port);
        root.SetAction((parsed, stop) => RunAsync(terminal, parsed.GetValue(data), parsed.GetValue(port), stop));
    }

    private static async Task<int> RunAsync(Terminal terminal, string? data, int? port, CancellationToken stop)
    {
        var options = new WorkspaceOptions { DataFolder = data ?? WorkspaceOptions.UsualDataFolder, Port = port ?? WorkspaceOptions.UsualPort };
        await using var workspace = WebWorkspace.Build(options);
        await workspace.StartAsync(stop);
        terminal.Data.WriteLine($"The workspace is at {workspace.Urls.First()}");
        terminal.Talk.MarkupLineInterpolated($"[grey]Data in[/] {options.DataFolder}[grey]. Ctrl+C stops it.[/]");
        await workspace.WaitForShutdownAsync(stop);
        return ExitCode.Done;
    }
}
