using System.Text;
using OutsideIn.Experiments;
using OutsideIn.Storage;
using OutsideIn.Tests.Support;

namespace OutsideIn.Tests.Storage;

public sealed class LedgerFileTests
{
    private static readonly DateTimeOffset At = new(2026, 1, 5, 8, 0, 0, TimeSpan.Zero);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_ledger_that_is_not_there_is_empty()
    {
        using var folder = new TemporaryFolder();

        Assert.True((await new LedgerFile(Path.Combine(folder.Path, "ledger.jsonl"), TimeProvider.System).ReadAsync(Stop)).TryGet(out var ledger, out _));

        Assert.Empty(ledger.Entries);
        Assert.Empty(ledger.Faults);
    }

    [Fact]
    public async Task What_is_added_stands_below_what_was_there()
    {
        using var folder = new TemporaryFolder();
        var file = new LedgerFile(Path.Combine(folder.Path, "ledger.jsonl"), TimeProvider.System);

        var first = await Added(file, Forecast("first"));
        var second = await Added(file, Forecast("second"));

        Assert.Equal((1, 2), (first, second));
        var ledger = await Read(file);
        Assert.Empty(ledger.Faults);
        Assert.Equal(["first", "second"], Said(ledger));
    }

    [Fact]
    public async Task Many_who_add_at_once_wait_for_each_other()
    {
        using var folder = new TemporaryFolder();
        var path = Path.Combine(folder.Path, "ledger.jsonl");

        await Task.WhenAll(Enumerable.Range(0, 8).Select(writer => Task.Run(async () =>
        {
            var file = new LedgerFile(path, TimeProvider.System);
            for (var number = 0; number < 10; number++)
            {
                await Added(file, Forecast($"{writer}-{number}"));
            }
        })));

        var ledger = await Read(new LedgerFile(path, TimeProvider.System));
        Assert.Empty(ledger.Faults);
        Assert.Equal(80, Said(ledger).Distinct().Count());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(30)]
    [InlineData(0)]
    public async Task What_a_cut_off_write_left_stays_and_the_next_entry_goes_below_it(int cut)
    {
        using var folder = new TemporaryFolder();
        var path = Path.Combine(folder.Path, "ledger.jsonl");
        var file = new LedgerFile(path, TimeProvider.System);
        await Added(file, Forecast("kept"));
        await Added(file, Forecast("cut off"));
        var bytes = await File.ReadAllBytesAsync(path, Stop);
        await File.WriteAllBytesAsync(path, bytes[..^(cut + 1)], Stop);

        var number = await Added(file, Forecast("after"));

        Assert.Equal(3, number);
        var ledger = await Read(file);
        Assert.Equal(cut == 0 ? ["kept", "cut off", "after"] : ["kept", "after"], Said(ledger));
        Assert.Equal(cut == 0 ? [] : ["EX012"], ledger.Faults.Select(static one => one.Code));
    }

    [Fact]
    public async Task What_the_rules_refuse_is_not_written()
    {
        using var folder = new TemporaryFolder();
        var path = Path.Combine(folder.Path, "ledger.jsonl");
        var file = new LedgerFile(path, TimeProvider.System);

        var added = await file.AppendAsync(static _ => new ResultEntry(At, "x", 7, new LedgerFigure(1, 0, 2)), Stop);

        Assert.False(added.TryGet(out _, out var problem));
        Assert.Equal("EX015", problem.Code);
        Assert.Empty((await Read(file)).Entries);
    }

    [Fact]
    public async Task A_ledger_another_program_holds_is_waited_for_and_then_refused()
    {
        using var folder = new TemporaryFolder();
        var path = Path.Combine(folder.Path, "ledger.jsonl");
        await using var held = new FileStream(path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None);
        held.Write(Encoding.UTF8.GetBytes("x"));

        var added = await new LedgerFile(path, new Hasty()).AppendAsync(static _ => Forecast("x"), Stop);

        Assert.False(added.TryGet(out _, out var problem));
        Assert.Equal("EX017", problem.Code);
        Assert.False((await new LedgerFile(path, new Hasty()).ReadAsync(Stop)).TryGet(out _, out problem));
        Assert.Equal("EX017", problem.Code);
    }

    [Fact]
    public async Task A_failure_of_the_disk_is_no_lock()
    {
        using var folder = new TemporaryFolder();

        await Assert.ThrowsAsync<DirectoryNotFoundException>(async () =>
            await new LedgerFile(Path.Combine(folder.Path, "missing", "ledger.jsonl"), new Hasty()).AppendAsync(static _ => Forecast("x"), Stop));
        await Assert.ThrowsAsync<UnauthorizedAccessException>(async () => await new LedgerFile(folder.Path, new Hasty()).AppendAsync(static _ => Forecast("x"), Stop));
    }

    private static ForecastEntry Forecast(string what) => new(At, "x", what, "k", new LedgerFigure(1, 0, 2), new DateOnly(2026, 6, 30));

    private static async Task<int> Added(LedgerFile file, LedgerEntry entry)
    {
        Assert.True((await file.AppendAsync(_ => entry, Stop)).TryGet(out var added, out var problem), problem?.Message);
        return added.Number;
    }

    private static async Task<LedgerReading> Read(LedgerFile file)
    {
        Assert.True((await file.ReadAsync(Stop)).TryGet(out var ledger, out var problem), problem?.Message);
        return ledger;
    }

    private static IReadOnlyList<string> Said(LedgerReading ledger) => [.. ledger.Entries.Select(static one => ((ForecastEntry)one.Entry).What)];

    /// <summary>A clock whose delays are over at once.</summary>
    private sealed class Hasty : TimeProvider
    {
        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
            base.CreateTimer(callback, state, TimeSpan.Zero, period);
    }
}
