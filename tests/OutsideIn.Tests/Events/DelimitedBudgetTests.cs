using System.Globalization;
using System.Text;
using OutsideIn.Events;
using OutsideIn.Tests.Support;

namespace OutsideIn.Tests.Events;

/// <summary>What reading costs in memory, and what it tells on the way.</summary>
public sealed class DelimitedBudgetTests
{
    // 32 bytes a row while reading, 30 in the log, and 20 to sort: that, and nothing else, is paid for an event.
    private const double BytesAnEventMax = 100;

    [Fact]
    public void Nothing_but_the_columns_growth_is_allocated_for_an_event()
    {
        var (small, large) = (Table(100_000), Table(300_000));
        Allocated(small);

        var more = Allocated(large) - Allocated(small);

        Assert.InRange(more / 200_000.0, 20, BytesAnEventMax);
    }

    [Fact]
    public void The_core_of_the_log_takes_at_most_24_bytes_an_event()
    {
        var log = Logs.Expect(Logs.Try(Table(100_000))).Log;

        Assert.True(log.CoreBytes <= 24L * log.EventCount + 4L * (log.CaseCount + 1) + 200, $"{log.CoreBytes}");
    }

    [Fact]
    public void Progress_is_told_every_65536_events_and_at_the_end()
    {
        var bytes = Table(150_000);
        var told = new List<ImportProgress>();

        LogImport.Read(new LogSource("log.csv", () => new MemoryStream(bytes), bytes.Length), new ImportOptions(), new Told(told),
            TestContext.Current.CancellationToken);

        Assert.Equal([65_536, 131_072, 150_000], told.Select(static one => one.Events));
        Assert.All(told, one => Assert.Equal(bytes.Length, one.BytesTotal));
        Assert.Equal(bytes.Length, told[^1].BytesRead);
        Assert.True(told[0].BytesRead < told[1].BytesRead);
    }

    [Fact]
    public void A_cancelled_reading_stops()
    {
        using var stop = new CancellationTokenSource();
        stop.Cancel();

        Assert.Throws<OperationCanceledException>(() =>
            LogImport.Read(new LogSource("log.csv", () => new MemoryStream(Table(100_000))), new ImportOptions(), null, stop.Token));
    }

    private static long Allocated(byte[] bytes)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.True(Logs.Try(bytes).TryGet(out _, out _));
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    /// <summary>Rows of 500 cases with starts, resources and teams, whatever their number.</summary>
    private static byte[] Table(int rows)
    {
        var text = new StringBuilder("case,activity,start time,end time,resource,team\n");
        for (var i = 0; i < rows; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $"c{i / 4 % 500},a{i % 4},2024-01-01T10:00:0{i % 10}Z,2024-01-01T11:00:0{i % 10}Z,r{i % 7},t{i % 3}\n");
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private sealed class Told(List<ImportProgress> told) : IProgress<ImportProgress>
    {
        public void Report(ImportProgress value) => told.Add(value);
    }
}
