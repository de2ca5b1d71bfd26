using Microsoft.Extensions.Hosting;
using OutsideIn.Events;
using OutsideIn.Simulation;
using OutsideIn.Storage;

namespace OutsideIn.Web;

/// <summary>Puts the sample organisation on the shelf at the first start of a workspace, and has it diagnosed by the time somebody looks.</summary>
internal sealed class SampleShelf(LogLibrary library, WorkspaceOptions options) : IHostedService
{
    private const string Mark = "sample";

    public Task StartAsync(CancellationToken cancellationToken)
    {
        if (options.WithSample)
        {
            AddOnce();
            var sample = library.Workspace.List().Entries.FirstOrDefault(static entry => entry.IsSample);
            if (sample is not null)
            {
                // Nobody waits for this: whoever opens the sample first shares it, and is told if it fails.
                _ = library.Open(sample.Id, CancellationToken.None);
            }
        }

        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    // Once only: a person who deleted the sample does not want it back.
    private void AddOnce()
    {
        var workspace = library.Workspace;
        if (workspace.IsMarked(Mark))
        {
            return;
        }

        var log = NorthbankSample.Generate();
        var report = new ImportReport(
            "made by the program", log.EventCount, log.EventCount, 0, [], [], [],
            ["The sample is generated, always the same: no person, firm or figure in it is real."]);
        var added = workspace.Add(
            new NewLog(NorthbankSample.Name, "sample", IsSample: true, NorthbankSample.MapYaml), new ImportedLog(log, report));
        if (added.TryGet(out _, out _))
        {
            workspace.Mark(Mark);
        }
    }
}
