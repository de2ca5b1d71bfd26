using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using OutsideIn.Storage;

namespace OutsideIn.Web.Tests;

/// <summary>A workspace on a free loopback port with a folder of its own, which goes with it.</summary>
internal sealed class RunningWorkspace : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly string _folder;

    private RunningWorkspace(WebApplication app, string folder)
    {
        (_app, _folder) = (app, folder);
        Client = new HttpClient { BaseAddress = Address };
    }

    public Uri Address => new(_app.Urls.Single());

    public HttpClient Client { get; }

    public Workspace Workspace => _app.Services.GetRequiredService<Workspace>();

    public string Folder => _folder;

    /// <summary>Starts one whose every diagnosis is <see cref="SmallDiagnosis"/>.</summary>
    public static Task<RunningWorkspace> WithSmallDiagnosis() =>
        Start(static options => WebWorkspace.Build(options, static (request, _) => SmallDiagnosis.Of(request)), static options => options);

    public static async Task<RunningWorkspace> Start(
        Func<WorkspaceOptions, WebApplication> build, Func<WorkspaceOptions, WorkspaceOptions> change)
    {
        var folder = Directory.CreateTempSubdirectory("outsidein-web-").FullName;
        var app = build(change(new WorkspaceOptions { DataFolder = folder, Port = 0, WithSample = false }));
        await app.StartAsync(TestContext.Current.CancellationToken);
        return new RunningWorkspace(app, folder);
    }

    /// <summary>Puts <see cref="SmallLog"/> on the shelf.</summary>
    public string AddSmallLog(string name = "Small claims", bool isSample = false)
    {
        Assert.True(Workspace.Add(new NewLog(name, "claims.csv", isSample, null), SmallLog.Imported).TryGet(out var entry, out _));
        return entry.Id;
    }

    /// <summary>Waits until an import has ended, however it ended.</summary>
    public Task EndOfImport(string upload)
    {
        Assert.True(_app.Services.GetRequiredService<UploadDesk>().Find(upload).TryGet(out var found, out _));
        return found.Job!.Ending;
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.StopAsync(CancellationToken.None);
        await _app.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}
