using System.Text;
using OutsideIn.Events;
using OutsideIn.Simulation;
using OutsideIn.Tests.Support;

namespace OutsideIn.Tests.Simulation;

public sealed class NorthbankCsvTests
{
    [Fact]
    public void The_csv_reads_back_to_an_equal_log_without_a_question()
    {
        var log = NorthbankSample.Generate(150);
        var bytes = Encoding.UTF8.GetBytes(NorthbankSampleTests.Csv(log));

        var read = LogImport.Read(
            new LogSource("northbank.csv", () => new MemoryStream(bytes), bytes.Length), new ImportOptions(), null, CancellationToken.None).Value();

        Assert.Equal(0, read.Report.RowsRefused);
        Assert.Equal(log.CaseNames, read.Log.CaseNames);
        Assert.Equal(log.CaseStarts, read.Log.CaseStarts);
        Assert.Equal(log.TimeMicros, read.Log.TimeMicros);
        Assert.Equal(log.StartMicros, read.Log.StartMicros);
        Assert.Equal(log.Costs, read.Log.Costs);
        AssertSame(log.Activities, read.Log.Activities);
        AssertSame(log.Resources, read.Log.Resources);
        AssertSame(log.Teams, read.Log.Teams);
        AssertSame(log.Systems, read.Log.Systems);
        AssertSame(log.Channels, read.Log.Channels);
        AssertSame(log.Customers, read.Log.Customers);
    }

    [Fact]
    public void The_attributes_of_the_csv_read_back_with_their_kind_and_level()
    {
        var log = NorthbankSample.Generate(150);
        var bytes = Encoding.UTF8.GetBytes(NorthbankSampleTests.Csv(log));

        var read = LogImport.Read(
            new LogSource("northbank.csv", () => new MemoryStream(bytes), bytes.Length), new ImportOptions(), null, CancellationToken.None).Value();

        Assert.Equal(
            log.Attributes.Select(static one => (one.Name, one.Kind, one.Level)),
            read.Log.Attributes.Select(static one => (one.Name, one.Kind, one.Level)));
        foreach (var (ours, theirs) in log.Attributes.Zip(read.Log.Attributes))
        {
            Assert.Equal(ours.Numbers, theirs.Numbers);
            Assert.Equal(ours.Answers, theirs.Answers);
            if (ours.Texts is not null)
            {
                AssertSame(ours.Texts, theirs.Texts);
            }
        }
    }

    private static void AssertSame(CodedColumn? expected, CodedColumn? actual)
    {
        Assert.NotNull(expected);
        Assert.NotNull(actual);
        Assert.Equal(
            Enumerable.Range(0, expected.RowCount).Select(expected.TextAt), Enumerable.Range(0, actual.RowCount).Select(actual.TextAt));
    }
}
