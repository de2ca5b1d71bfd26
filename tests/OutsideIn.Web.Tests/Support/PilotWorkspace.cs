using System.Net.Http.Json;
using System.Text.Json;
using OutsideIn.Events;
using OutsideIn.Experiments;
using OutsideIn.Method;
using OutsideIn.Proof;
using OutsideIn.Simulation;
using OutsideIn.Storage;

namespace OutsideIn.Web.Tests;

/// <summary>A workspace with the sample's pilot on the shelf, its map laid over it.</summary>
internal sealed class PilotWorkspace : IAsyncDisposable
{
    public const string Experiment = "/api/logs/pilot/experiments/EX1";

    // The pilot's plan was locked before its first day, 4 August 2025.
    private static readonly DateTimeOffset LockedAt = new(2025, 7, 30, 9, 0, 0, TimeSpan.Zero);

    private readonly RunningWorkspace _workspace;

    private PilotWorkspace(RunningWorkspace workspace) => _workspace = workspace;

    public static OutsideInMap Map { get; } = MapYaml.Read(NorthbankPilot.MapYaml, "pilot.yaml").Map;

    public static EventLog Log { get; } = NorthbankPilot.Generate();

    public Workspace Workspace => _workspace.Workspace;

    public string Folder => _workspace.Folder;

    public HttpClient Client => _workspace.Client;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static async Task<PilotWorkspace> Start(bool isLocked = true, Func<string, string>? map = null)
    {
        var pilot = new PilotWorkspace(await RunningWorkspace.Start(WebWorkspace.Build, static options => options));
        pilot.Add(map?.Invoke(NorthbankPilot.MapYaml) ?? NorthbankPilot.MapYaml);
        if (isLocked)
        {
            Assert.True(PlannedExperiments.Of(Map, NorthbankPilot.Experiment).TryGet(out var plan, out _));
            Assert.True(pilot.Workspace.LedgerOf("pilot").TryGet(out var ledger, out _));
            Assert.True((await ledger.AppendAsync(_ => LockedEntry.Of(plan, LockedAt), Stop)).TryGet(out _, out _));
        }

        return pilot;
    }

    public void Add(string map) =>
        Assert.True(Workspace.Add(new NewLog("Pilot", "pilot.csv", false, map), SmallLog.Imported with { Log = Log }).TryGet(out _, out _));

    public async Task<JsonElement> Get(string address)
    {
        using var reply = await Client.GetAsync(new Uri(address, UriKind.Relative), Stop);
        return await Told(reply);
    }

    public async Task<JsonElement> Post(string address, object body)
    {
        using var reply = await Client.PostAsJsonAsync(address, body, Stop);
        return await Told(reply);
    }

    public Task<HttpResponseMessage> Send(string address, object body) => Client.PostAsJsonAsync(address, body, Stop);

    /// <summary>Status and code of what is refused.</summary>
    public async Task<(int Status, string Code)> Refused(string address, object? body)
    {
        using var reply = body is null ? await Client.GetAsync(new Uri(address, UriKind.Relative), Stop) : await Client.PostAsJsonAsync(address, body, Stop);
        Assert.False(reply.IsSuccessStatusCode, "It was not refused.");
        return ((int)reply.StatusCode, (await reply.Content.ReadFromJsonAsync<ProblemReply>(Stop))!.Code);
    }

    public ValueTask DisposeAsync() => _workspace.DisposeAsync();

    private static async Task<JsonElement> Told(HttpResponseMessage reply)
    {
        Assert.True(reply.IsSuccessStatusCode, await reply.Content.ReadAsStringAsync(Stop));
        return await reply.Content.ReadFromJsonAsync<JsonElement>(Stop);
    }
}
