using System.Text.Json;
using OutsideIn.Events;
using OutsideIn.Vocabulary;

namespace OutsideIn.Storage;

/// <summary>A folder of logs, each with its map. Thread-safe; several processes may share the folder.</summary>
/// <remarks>
/// <c>logs/&lt;id&gt;/</c> holds <c>log.snapshot</c>, <c>entry.json</c> and, where a person gave one, <c>map.yaml</c>. A log's folder
/// appears in one step when all of it is written, and goes in one step. Work in progress stands in <c>work/</c>; what a process
/// that ended left there is swept away by the next one. <c>ledgers/&lt;id&gt;.jsonl</c> is the ledger of a log's experiments; it stays when
/// its log goes, and a log that is added under the same id later goes on with it. Failures of the disk pass through as the exceptions they are.
/// </remarks>
public sealed class Workspace
{
    private const string SnapshotName = "log.snapshot";
    private const string EntryName = "entry.json";
    private const string MapName = "map.yaml";
    private const int NameLengthMax = 120;

    private readonly Lock _changing = new();
    private readonly string _logs;
    private readonly string _ledgers;
    private readonly string _work;
    private readonly TimeProvider _clock;

    private Workspace(string folder, TimeProvider clock)
    {
        (Folder, _clock) = (folder, clock);
        (_logs, _ledgers, _work) = (Path.Combine(folder, "logs"), Path.Combine(folder, "ledgers"), Path.Combine(folder, "work"));
    }

    /// <summary>Where it is.</summary>
    public string Folder { get; }

    /// <summary>Opens a workspace, making its folder where it is missing and sweeping away what ended processes left.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="clock">The clock that dates what is added.</param>
    public static Workspace Open(string folder, TimeProvider clock)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        ArgumentNullException.ThrowIfNull(clock);
        var workspace = new Workspace(Path.GetFullPath(folder), clock);
        Directory.CreateDirectory(workspace._logs);
        Directory.CreateDirectory(workspace._ledgers);
        Directory.CreateDirectory(workspace._work);
        WorkFolder.Sweep(Directory.EnumerateDirectories(workspace._work), clock);
        return workspace;
    }

    /// <summary>A new folder for work in progress, such as an upload; the caller disposes it.</summary>
    public WorkFolder NewWork() => WorkFolder.Make(Path.Combine(_work, NewName()));

    /// <summary>Whether something that is to happen once in a workspace's life has happened.</summary>
    /// <param name="mark">Its name: small letters, digits and hyphens.</param>
    public bool IsMarked(string mark) => File.Exists(MarkOf(mark));

    /// <summary>Remembers that it has.</summary>
    /// <param name="mark">Its name: small letters, digits and hyphens.</param>
    public void Mark(string mark) => WholeFile.Write(MarkOf(mark), static _ => { });

    /// <summary>Every log, by name.</summary>
    public WorkspaceShelf List()
    {
        var (entries, damaged) = (new List<WorkspaceEntry>(), new List<Problem>());
        foreach (var folder in Directory.EnumerateDirectories(_logs).Where(static path => LogId.IsValid(Path.GetFileName(path))))
        {
            if (EntryIn(folder).TryGet(out var entry, out var problem))
            {
                entries.Add(entry);
            }
            else
            {
                damaged.Add(problem);
            }
        }

        return new WorkspaceShelf(
            [.. entries.OrderBy(static one => one.Name, StringComparer.OrdinalIgnoreCase).ThenBy(static one => one.Id, StringComparer.Ordinal)],
            damaged);
    }

    /// <summary>One log's entry.</summary>
    /// <returns>The entry; <c>ST005</c> where there is no such log, <c>ST006</c> where its entry cannot be read.</returns>
    public Result<WorkspaceEntry> Find(string id) =>
        LogId.IsValid(id) && Directory.Exists(FolderOf(id)) ? EntryIn(FolderOf(id)) : NoSuch(id);

    /// <summary>Adds a log, whole or not at all.</summary>
    /// <param name="added">What it is called and where it came from.</param>
    /// <param name="imported">The log.</param>
    /// <returns>Its entry, with an id no other log has; <c>ST007</c> where the name will not do.</returns>
    public Result<WorkspaceEntry> Add(NewLog added, ImportedLog imported)
    {
        ArgumentNullException.ThrowIfNull(added);
        ArgumentNullException.ThrowIfNull(imported);
        if (NameFault(added.Name) is { } fault)
        {
            return fault;
        }

        using var work = NewWork();
        LogSnapshot.Write(Path.Combine(work.Path, SnapshotName), imported);
        if (added.MapYaml is { } map)
        {
            WriteText(Path.Combine(work.Path, MapName), map);
        }

        var stem = LogId.From(added.Name);
        for (var copy = 1; ; copy++)
        {
            var id = copy == 1 ? stem : $"{stem}-{copy}";
            var entry = EntryOf(id, added, imported.Log);
            WriteEntry(work.Path, entry);
            if (work.TryBecome(FolderOf(id)))
            {
                return entry;
            }
        }
    }

    /// <summary>A log and the account of its import.</summary>
    /// <returns>The log; <c>ST005</c> where there is none of this id, else what <see cref="LogSnapshot.Read"/> finds.</returns>
    public Result<ImportedLog> ReadLog(string id) =>
        Find(id).Then(entry => LogSnapshot.Read(Path.Combine(FolderOf(entry.Id), SnapshotName)));

    /// <summary>The text of the map a person gave.</summary>
    /// <returns>The text; empty where the log has no map of its own; <c>ST005</c> where there is no such log.</returns>
    public Result<string> ReadMap(string id) => Find(id).Then<string>(entry =>
        entry.HasMap ? File.ReadAllText(Path.Combine(FolderOf(entry.Id), MapName)) : "");

    /// <summary>Puts a map in the place of the one before.</summary>
    /// <param name="id">The log.</param>
    /// <param name="yaml">The map's text, kept as it is; null takes the map away.</param>
    /// <returns>The entry with its new revision; <c>ST005</c> where there is no such log.</returns>
    public Result<WorkspaceEntry> SetMap(string id, string? yaml) => Change(id, entry =>
    {
        if (yaml is not null)
        {
            WriteText(Path.Combine(FolderOf(entry.Id), MapName), yaml);
        }

        return entry with { MapRevision = entry.MapRevision + 1, HasMap = yaml is not null };
    });

    /// <summary>Gives a log another name; its id stays, so that addresses keep working.</summary>
    /// <returns>The entry; <c>ST005</c> where there is no such log, <c>ST007</c> where the name will not do.</returns>
    public Result<WorkspaceEntry> Rename(string id, string name) => NameFault(name) is { } fault
        ? fault
        : Change(id, entry => entry with { Name = name.Trim() });

    /// <summary>The ledger of a log's experiments; it need not have been written to yet.</summary>
    /// <returns>The ledger; <c>ST005</c> where there is neither such a log nor a ledger that one left.</returns>
    public Result<LedgerFile> LedgerOf(string id)
    {
        var path = LogId.IsValid(id) ? Path.Combine(_ledgers, id + ".jsonl") : null;
        return path is null || (!Directory.Exists(FolderOf(id)) && !File.Exists(path)) ? NoSuch(id) : new LedgerFile(path, _clock);
    }

    /// <summary>Takes a log and its map away for good; what was said and decided about its experiments stays.</summary>
    /// <returns>The entry it had; <c>ST005</c> where there is no such log.</returns>
    public Result<WorkspaceEntry> Delete(string id) => Find(id).Then<WorkspaceEntry>(entry =>
    {
        lock (_changing)
        {
            var leaving = Path.Combine(_work, NewName());
            Directory.Move(FolderOf(entry.Id), leaving);
            Directory.Delete(leaving, recursive: true);
        }

        return entry;
    });

    private static Problem? NameFault(string name) => string.IsNullOrWhiteSpace(name) || name.Trim().Length > NameLengthMax
        ? new Problem(
            ProblemKind.Invalid, "ST007", $"'{Shortened(name)}' cannot be the name of a log.",
            $"Give a name of 1 to {NameLengthMax} characters.")
        : null;

    private static string Shortened(string name) => name.Length <= 40 ? name : name[..40] + "…";

    private static Problem NoSuch(string id) => new(
        ProblemKind.NotFound, "ST005", $"There is no log '{Shortened(id)}' in this workspace.", "Choose one from the list of logs.");

    private static Result<WorkspaceEntry> EntryIn(string folder)
    {
        try
        {
            using var stream = File.OpenRead(Path.Combine(folder, EntryName));
            var entry = JsonSerializer.Deserialize(stream, SnapshotJson.Default.WorkspaceEntry);
            return entry is null || !string.Equals(entry.Id, Path.GetFileName(folder), StringComparison.Ordinal)
                ? Unreadable(folder)
                : entry;
        }
        catch (Exception found) when (found is JsonException or FileNotFoundException or DirectoryNotFoundException)
        {
            return Unreadable(folder);
        }
    }

    private static Problem Unreadable(string folder) => new(
        ProblemKind.Invalid, "ST006", $"The entry of the log in {folder} cannot be read.",
        $"Restore {EntryName} from a copy, or delete the folder and import the log again.");

    private static void WriteEntry(string folder, WorkspaceEntry entry) => WholeFile.Write(
        Path.Combine(folder, EntryName), stream => JsonSerializer.Serialize(stream, entry, SnapshotJson.Default.WorkspaceEntry));

    private static void WriteText(string path, string text) => WholeFile.Write(path, stream =>
    {
        using var writer = new StreamWriter(stream, leaveOpen: true);
        writer.Write(text);
    });

    private static DateTimeOffset Instant(long micros) =>
        DateTimeOffset.UnixEpoch.AddTicks(micros * TimeSpan.TicksPerMicrosecond);

    private Result<WorkspaceEntry> Change(string id, Func<WorkspaceEntry, WorkspaceEntry> change)
    {
        lock (_changing)
        {
            return Find(id).Then<WorkspaceEntry>(entry =>
            {
                var changed = change(entry);
                WriteEntry(FolderOf(id), changed);
                return changed;
            });
        }
    }

    private WorkspaceEntry EntryOf(string id, NewLog added, EventLog log) => new(
        id, added.Name.Trim(), added.Source, added.IsSample, _clock.GetUtcNow(), log.EventCount, log.CaseCount,
        Instant(log.FirstMicros), Instant(log.LastMicros), added.MapYaml is null ? 0 : 1, added.MapYaml is not null);

    private string NewName() => Guid.CreateVersion7(_clock.GetUtcNow()).ToString("N");

    private string MarkOf(string mark) => LogId.IsValid(mark)
        ? Path.Combine(Folder, mark + ".done")
        : throw new ArgumentException($"'{mark}' is no name of a mark.", nameof(mark));

    private string FolderOf(string id) => Path.Combine(_logs, id);
}
