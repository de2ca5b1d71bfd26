using OutsideIn.Storage;
using OutsideIn.Vocabulary;

namespace OutsideIn.Web;

/// <summary>Opens logs and keeps the last few diagnosed, once for each log and map. Thread-safe.</summary>
internal sealed class LogLibrary(Workspace workspace, DiagnosisEngine engine)
{
    private const int KeptMax = 4;

    private readonly Lock _changing = new();
    private readonly Dictionary<string, Kept> _kept = new(StringComparer.Ordinal);
    private long _turn;

    /// <summary>The folder behind it.</summary>
    public Workspace Workspace => workspace;

    /// <summary>A log with its diagnosis; computed at the first call, shared by those that come while it is computed.</summary>
    public async Task<Result<OpenLog>> Open(string id, CancellationToken stop)
    {
        if (!workspace.Find(id).TryGet(out var entry, out var problem))
        {
            return problem;
        }

        var opened = await Opening(entry).WaitAsync(stop);
        return opened.Then<OpenLog>(log => log with { Entry = entry });
    }

    /// <summary>Forgets a log, such as one that was deleted.</summary>
    public void Forget(string id)
    {
        lock (_changing)
        {
            _kept.Remove(id);
        }
    }

    private Task<Result<OpenLog>> Opening(WorkspaceEntry entry)
    {
        lock (_changing)
        {
            _turn++;
            if (_kept.TryGetValue(entry.Id, out var kept) && kept.IsOf(entry) && !kept.Opening.IsFaulted)
            {
                _kept[entry.Id] = kept with { LastTurn = _turn };
                return kept.Opening;
            }

            var opening = Task.Run(() => Diagnose(entry));
            _kept[entry.Id] = new Kept(entry, opening, _turn);
            if (_kept.Count > KeptMax)
            {
                _kept.Remove(_kept.MinBy(static one => one.Value.LastTurn).Key);
            }

            return opening;
        }
    }

    private Result<OpenLog> Diagnose(WorkspaceEntry entry) =>
        workspace.ReadMap(entry.Id).Then(map => workspace.ReadLog(entry.Id).Then(imported =>
            engine(new DiagnosisRequest(imported, entry.Name, map.Length == 0 ? null : map), CancellationToken.None)
                .Then<OpenLog>(found => new OpenLog(entry, found.Map, found.Result))));

    private sealed record Kept(WorkspaceEntry Entry, Task<Result<OpenLog>> Opening, long LastTurn)
    {
        public bool IsOf(WorkspaceEntry entry) => Entry.MapRevision == entry.MapRevision && Entry.AddedAt == entry.AddedAt;
    }
}
