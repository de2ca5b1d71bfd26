using System.Collections.Concurrent;
using OutsideIn.Events;

namespace OutsideIn.Tests.Support;

/// <summary>Reads the logs the oracles cover, every recorded event an event of its own.</summary>
internal static class OracleLogs
{
    // Logs never change and take a while to read, so each reading is kept for the tests that follow.
    private static readonly ConcurrentDictionary<(string, EventOrder), EventLog> Logs = new();

    public static EventLog Read(string file, EventOrder order) => Logs.GetOrAdd((file, order), static key =>
    {
        var path = SharedData.At("data/logs/" + key.Item1);
        var source = new LogSource(key.Item1, () => File.OpenRead(path));
        var options = new ImportOptions { Lifecycle = Lifecycle.All, Order = key.Item2 };
        var isRead = LogImport.Read(source, options, null, TestContext.Current.CancellationToken).TryGet(out var read, out var problem);
        Assert.True(isRead, problem?.Message);
        Assert.Equal(0, read!.Report.RowsRefused);
        return read.Log;
    });
}
