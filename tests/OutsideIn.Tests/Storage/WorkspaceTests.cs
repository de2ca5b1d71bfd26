using OutsideIn.Storage;
using OutsideIn.Vocabulary;

namespace OutsideIn.Tests.Storage;

public sealed class WorkspaceTests : IDisposable
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    private readonly string _folder = Directory.CreateTempSubdirectory("outsidein-workspace-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_log_that_was_added_is_there_at_the_next_start()
    {
        var added = Added(Open(), "Back on the road");

        var again = Open();

        Assert.Equal(added, Assert.Single(again.List().Entries));
        Assert.True(again.ReadLog(added.Id).TryGet(out var back, out _));
        Assert.Equal(20, back.Log.EventCount);
        Assert.Equal(Noon, added.AddedAt);
    }

    [Theory]
    [InlineData("Back on the road 2026", "back-on-the-road-2026")]
    [InlineData("  Ärger & Frust!  ", "arger-frust")]
    [InlineData("../../etc/passwd", "etc-passwd")]
    [InlineData("名前", "log")]
    [InlineData("...", "log")]
    public void Ids_are_readable_and_safe(string name, string id)
    {
        Assert.Equal(id, LogId.From(name));
        Assert.True(LogId.IsValid(id));
    }

    [Theory]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("..")]
    [InlineData("a/b")]
    [InlineData("a\\b")]
    [InlineData("A")]
    [InlineData("-a")]
    [InlineData("a\n")]
    [InlineData("a.b")]
    public void A_text_that_could_lead_elsewhere_is_no_id(string id)
    {
        Assert.False(LogId.IsValid(id));
        Assert.Equal("ST005", ProblemOf(Open().Find(id)).Code);
    }

    [Fact]
    public void Logs_of_one_name_get_ids_of_their_own()
    {
        var workspace = Open();

        Assert.Equal(["claims", "claims-2", "claims-3"], Enumerable.Range(0, 3).Select(_ => Added(workspace, "Claims").Id));
    }

    [Fact]
    public async Task Logs_added_at_the_same_time_all_arrive()
    {
        await Parallel.ForEachAsync(Enumerable.Range(0, 12), TestContext.Current.CancellationToken, (_, _) =>
        {
            Added(Open(), "Claims");
            return ValueTask.CompletedTask;
        });

        var shelf = Open().List();
        Assert.Empty(shelf.Damaged);
        Assert.Equal(12, shelf.Entries.Select(static one => one.Id).Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public void A_map_comes_back_as_it_was_written_and_counts_its_revisions()
    {
        var workspace = Open();
        var id = Added(workspace, "Claims").Id;

        Assert.True(workspace.ReadMap(id).TryGet(out var none, out _));
        Assert.Equal("", none);
        Assert.True(workspace.SetMap(id, "organisation: Ä\r\n").TryGet(out var entry, out _));
        Assert.Equal((1, true), (entry.MapRevision, entry.HasMap));
        Assert.True(workspace.ReadMap(id).TryGet(out var map, out _));
        Assert.Equal("organisation: Ä\r\n", map);
        Assert.True(workspace.SetMap(id, null).TryGet(out var bare, out _));
        Assert.Equal((2, false), (bare.MapRevision, bare.HasMap));
    }

    [Fact]
    public void A_log_that_is_renamed_keeps_its_address()
    {
        var workspace = Open();
        var id = Added(workspace, "Claims").Id;

        Assert.True(workspace.Rename(id, " Motor claims ").TryGet(out var entry, out _));

        Assert.Equal((id, "Motor claims"), (entry.Id, entry.Name));
        Assert.Equal("ST007", ProblemOf(workspace.Rename(id, "  ")).Code);
    }

    [Fact]
    public void A_log_that_is_deleted_is_gone_and_leaves_nothing()
    {
        var workspace = Open();
        var id = Added(workspace, "Claims").Id;

        Assert.True(workspace.Delete(id).TryGet(out _, out _));

        Assert.Empty(workspace.List().Entries);
        Assert.Equal("ST005", ProblemOf(workspace.ReadLog(id)).Code);
        Assert.Empty(Directory.EnumerateFileSystemEntries(Path.Combine(_folder, "work")));
    }

    [Fact]
    public void A_damaged_entry_is_told_and_hides_no_other()
    {
        var workspace = Open();
        var bad = Added(workspace, "Bad").Id;
        Added(workspace, "Good");
        File.WriteAllText(Path.Combine(_folder, "logs", bad, "entry.json"), "{ \"id\": 7 ");

        var shelf = workspace.List();

        Assert.Equal("Good", Assert.Single(shelf.Entries).Name);
        Assert.Equal("ST006", Assert.Single(shelf.Damaged).Code);
    }

    [Fact]
    public void Work_left_by_a_process_that_ended_is_swept_away_and_work_under_way_is_not()
    {
        using var underWay = Open().NewWork();
        File.WriteAllText(Path.Combine(underWay.Path, "half"), "half a log");
        var left = Path.Combine(_folder, "work", "left");
        Directory.CreateDirectory(left);
        File.WriteAllText(Path.Combine(left, ".lock"), "");

        Open();

        Assert.True(File.Exists(Path.Combine(underWay.Path, "half")));
        Assert.False(Directory.Exists(left));
    }

    [Fact]
    public void What_is_marked_stays_marked()
    {
        var workspace = Open();
        Assert.False(workspace.IsMarked("sample"));

        workspace.Mark("sample");

        Assert.True(Open().IsMarked("sample"));
        Assert.Throws<ArgumentException>(() => workspace.Mark("../sample"));
    }

    private static WorkspaceEntry Added(Workspace workspace, string name)
    {
        Assert.True(workspace.Add(new NewLog(name, "claims.csv", false, null), SomeLogs.Make(3, 20)).TryGet(out var entry, out _));
        return entry;
    }

    private static Problem ProblemOf<T>(Result<T> result)
        where T : notnull
    {
        Assert.False(result.TryGet(out _, out var problem));
        return problem;
    }

    private Workspace Open() => Workspace.Open(_folder, new StandingClock());

    private sealed class StandingClock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => Noon;
    }
}
