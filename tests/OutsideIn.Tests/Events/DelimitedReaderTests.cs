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
}
