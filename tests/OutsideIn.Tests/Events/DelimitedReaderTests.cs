using OutsideIn.Events;
using OutsideIn.Tests.Support;

namespace OutsideIn.Tests.Events;

public sealed class DelimitedReaderTests
{
    [Theory]
    [InlineData("BIMP_example.csv", 3692, 500, 8)]
    [InlineData("Insurance_Claims_test.csv", 5398, 1000, 7)]
    [InlineData("Insurance_Claims_train.csv", 5443, 1000, 7)]
    [InlineData("Production.csv", 4953, 225, 26)]
    [InlineData("PurchasingExample.csv", 9119, 608, 21)]
    [InlineData("bpic2017_W.csv.gz", 240854, 30276, 8)]
    [InlineData("helpdesk.csv", 21348, 4580, 14)]
    [InlineData("receipt.csv", 8577, 1434, 27)]
    [InlineData("running-example.csv", 42, 6, 8)]
    [InlineData("interval_event_log.csv", 8109, 1266, 8)]
    public void The_public_logs_are_read_whole(string file, int events, int cases, int activities)
    {
        var (log, report) = Logs.ReadFile(SharedData.At($"data/logs/{file}"));

        Assert.Equal((events, cases, activities), (log.EventCount, log.CaseCount, log.Activities.NameCount));
        Assert.Equal((events, events, 0L), (report.RowsRead, report.RowsKept, report.RowsRefused));
    }

    [Fact]
    public void Starts_and_ends_in_rows_of_their_own_become_activity_instances()
    {
        const string Text = "case,activity,time,lifecycle:transition,resource\n1,A,2024-01-01T10:00Z,start,r\n1,A,2024-01-01T11:00Z,complete,r\n1,B,2024-01-01T12:00Z,complete,r\n";

        var paired = Logs.Read(Text);
        var all = Logs.Read(Text, new ImportOptions { Lifecycle = Lifecycle.All });
        var complete = Logs.Read(Text, new ImportOptions { Lifecycle = Lifecycle.Complete });

        Assert.Equal([3_600_000_000L, 0], [paired.Log.TimeMicros[0] - paired.Log.StartMicros[0], paired.Log.TimeMicros[1] - paired.Log.StartMicros[1]]);
        Assert.Equal((2, 3, 2), (paired.Log.EventCount, all.Log.EventCount, complete.Log.EventCount));
        Assert.Equal((3L, 2L), (complete.Report.RowsRead, complete.Report.RowsKept));
        Assert.Equal("lifecycle:transition", Assert.Single(all.Log.Attributes).Name);
    }

    [Fact]
    public void The_same_log_is_the_same_in_both_formats()
    {
        var csv = Logs.ReadFile(SharedData.At("data/logs/receipt.csv")).Log;
        var xes = Logs.ReadFile(SharedData.At("data/logs/receipt.xes.gz")).Log;

        Assert.Equal(xes.CaseNames.Order(StringComparer.Ordinal), csv.CaseNames.Order(StringComparer.Ordinal));
        Assert.Equal(Rows(xes), Rows(csv));
    }

    private static IEnumerable<string> Rows(EventLog log) =>
        Enumerable.Range(0, log.CaseCount).SelectMany(c => Enumerable.Range(log.RowsOf(c).First, log.RowsOf(c).End - log.RowsOf(c).First)
            .Select(row => $"{log.CaseNames[c]} {log.Activities.TextAt(row)} {log.TimeMicros[row]} {log.Resources!.TextAt(row)} {log.Teams!.TextAt(row)}"))
        .Order(StringComparer.Ordinal);
}
