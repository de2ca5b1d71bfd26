using OutsideIn.Experiments;
using OutsideIn.Storage;
using OutsideIn.Tests.Support;
using OutsideIn.Vocabulary;

namespace OutsideIn.Tests.Storage;

public sealed class LedgerLooksTests : IDisposable
{
    private static readonly LookedEntry First = new(
        new DateTimeOffset(2026, 3, 1, 9, 0, 0, TimeSpan.Zero), "x-day", new DateOnly(2026, 3, 1), "aa", [new ArmCount("a", 5), new ArmCount("b", 5)], null, ExperimentAnswer.NotYet, "Not yet.");

    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_look_at_the_same_is_the_entry_that_stands_there()
    {
        Assert.Equal(new NotedLook(1, IsNew: true), (await NoteAsync(First, 0)).Value());
        Assert.Equal(new NotedLook(1, IsNew: false), (await NoteAsync(First with { At = First.At.AddHours(1) }, 1)).Value());
        Assert.Equal(new NotedLook(2, IsNew: true), (await NoteAsync(First with { Data = "bb" }, 1)).Value());
    }

    [Fact]
    public async Task A_look_made_as_the_first_is_refused_when_somebody_else_looked_meanwhile()
    {
        await NoteAsync(First, 0);

        Assert.False((await NoteAsync(First with { Data = "bb" }, 0)).TryGet(out _, out var problem));

        Assert.Equal("EX059", problem.Code);
        Assert.Single(await File.ReadAllLinesAsync(_folder.At("ledger.jsonl"), Stop));
    }

    public void Dispose() => _folder.Dispose();

    private Task<Result<NotedLook>> NoteAsync(LookedEntry look, int looksBefore) =>
        LedgerLooks.AppendAsync(new LedgerFile(_folder.At("ledger.jsonl"), TimeProvider.System), look, looksBefore, Stop);
}
