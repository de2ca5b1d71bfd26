using System.Globalization;
using System.IO.Compression;
using System.Xml;
using OutsideIn.Events;
using OutsideIn.Tests.Support;

namespace OutsideIn.Tests.Events;

/// <summary>Every XES log of the shared data against the table that describes it.</summary>
public sealed class XesSharedLogsTests
{
    private static readonly ImportOptions All = new() { Lifecycle = Lifecycle.All };

    [Theory]
    [InlineData("bpic2013_incidents.xes.gz", 65_533, 7_554, 4, 1440, 0, "2010-03-31", "2012-05-22")]
    [InlineData("bpic2014_detail_change.xes.gz", 58_278, 10_151, 10_151, 0, 58_278, "2011-06-01", "2021-02-20")]
    [InlineData("road_traffic_fines.xes.gz", 561_470, 150_370, 11, 148, 410_545, "1999-12-31", "2013-06-17")]
    [InlineData("receipt.xes.gz", 8_577, 1_434, 27, 48, 0, "2010-10-02", "2012-01-23")]
    [InlineData("helpdesk.xes.gz", 21_348, 4_580, 14, 22, 0, "2010-01-13", "2014-01-03")]
    [InlineData("helpdesk_pm4py.xes.gz", 21_348, 4_580, 14, 22, 0, "2010-01-13", "2014-01-03")]
    [InlineData("bpic2011_hospital_log.xes.gz", 150_291, 1_143, 624, 0, 150_291, "2005-01-02", "2008-03-19")]
    [InlineData("bpic2020_DomesticDeclarations.xes.gz", 55_628, 10_357, 14, 2, 0, "2017-01-09", "2019-01-07")]
    [InlineData("bpic2019_1t_per_variant.xes.gz", 338_247, 11_973, 42, 0, 338_247, "1948-01-26", "2020-04-09")]
    [InlineData("hospital_billing_1t_per_variant.xes.gz", 12_506, 1_020, 18, 0, 12_506, "2012-12-13", "2016-01-13")]
    [InlineData("nasa_cev.xes.gz", 73_638, 2_566, 47, 1, 0, "2017-02-13", "2017-02-13")]
    [InlineData("teleclaims.xes.gz", 46_138, 3_512, 11, 4, 0, "1970-01-01", "1970-01-01")]
    [InlineData("repairExample.xes.gz", 11_855, 1_104, 8, 13, 0, "1970-01-01", "1970-01-24")]
    [InlineData("running-example.xes", 42, 6, 8, 6, 0, "2010-12-30", "2011-01-24")]
    [InlineData("interval_event_log.xes", 8_109, 1_266, 8, 0, 8_109, "2015-01-05", "2015-09-30")]
    public void A_log_holds_what_is_known_of_it(
        string file, int events, int cases, int activities, int resources, int withoutResource, string first, string last)
    {
        var imported = XesSource.Shared("data/logs/" + file, All);
        var log = imported.Log;
        Assert.Equal((events, cases, activities), (log.EventCount, log.CaseCount, log.Activities.NameCount));
        Assert.Equal(resources, log.Resources?.NameCount ?? 0);
        Assert.Equal(withoutResource, Enumerable.Range(0, log.EventCount).Count(row => log.Resources?[row] is null or CodedColumn.Missing));
        Assert.Equal((first, last), (XesSource.Instant(log.FirstMicros)[..10], XesSource.Instant(log.LastMicros)[..10]));
        Assert.Equal((events, events, 0), (imported.Report.RowsRead, imported.Report.RowsKept, imported.Report.RowsRefused));
    }

    // The second export took the first one's local times for UTC, so only instants differ.
    [Fact]
    public void One_log_in_two_exports_has_the_same_traces()
    {
        var one = XesSource.Shared("data/logs/helpdesk.xes.gz").Log;
        var other = XesSource.Shared("data/logs/helpdesk_pm4py.xes.gz").Log;
        Assert.Equal(Traces(one), Traces(other));
    }

    [Theory]
    [InlineData("receipt.xes.gz", "receipt.csv")]
    [InlineData("helpdesk.xes.gz", "helpdesk.csv")]
    [InlineData("running-example.xes", "running-example.csv")]
    public void A_log_is_the_same_as_XES_and_as_CSV(string xes, string csv)
    {
        var one = XesSource.Shared("data/logs/" + xes, All).Log;
        var other = XesSource.Shared("data/logs/" + csv, All).Log;
        Assert.Equal(XesSource.Rows(one).Order(StringComparer.Ordinal), XesSource.Rows(other).Order(StringComparer.Ordinal));
        Assert.Equal(Traces(one), Traces(other));
    }

    /// <summary>The framework's XML reader and ours find the same cases, events, instants, resources and teams.</summary>
    [Theory]
    [InlineData("bpic2013_incidents.xes.gz")]
    [InlineData("receipt.xes.gz")]
    [InlineData("nasa_cev.xes.gz")]
    [InlineData("interval_event_log.xes")]
    public void A_log_is_the_one_another_XML_reader_finds(string file)
    {
        var log = XesSource.Shared("data/logs/" + file, new ImportOptions { Lifecycle = Lifecycle.All, Order = EventOrder.AsRead }).Log;
        var ours = XesSource.Rows(log).Select((row, index) =>
            $"{row}|{XesSource.Instant(log.BeginMicros[index])}|{log.Resources?.TextAt(index)}|{log.Teams?.TextAt(index)}");
        Assert.Equal(ReadOtherwise(SharedData.At("data/logs/" + file)), ours);
    }

    private static List<string> ReadOtherwise(string path)
    {
        using var raw = File.OpenRead(path);
        using Stream text = path.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(raw, CompressionMode.Decompress) : raw;
        var rows = new List<string>();
        using var reader = XmlReader.Create(text);
        var (name, one) = ("", new Dictionary<string, string>());
        while (reader.Read())
        {
            if (reader is { NodeType: XmlNodeType.Element, LocalName: "event" })
            {
                one.Clear();
            }
            else if (reader is { NodeType: XmlNodeType.EndElement, LocalName: "event" })
            {
                var time = Instant(one["time:timestamp"]);
                rows.Add($"{name}|{one["concept:name"]}|{time}|{(one.TryGetValue("start_timestamp", out var start) ? Instant(start) : time)}"
                    + $"|{one.GetValueOrDefault("org:resource")}|{one.GetValueOrDefault("org:group")}");
            }
            else if (reader.NodeType == XmlNodeType.Element && reader.GetAttribute("key") is { } key)
            {
                (name, one[key]) = (reader.Depth == 2 && key == "concept:name" ? reader.GetAttribute("value")! : name, reader.GetAttribute("value") ?? "");
            }
        }

        return rows;
    }

    private static string Instant(string text) =>
        XesSource.Instant((DateTimeOffset.Parse(text, CultureInfo.InvariantCulture) - DateTimeOffset.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond);

    private static IEnumerable<string> Traces(EventLog log) => Enumerable.Range(0, log.CaseCount)
        .Select(log.RowsOf)
        .Select(rows => string.Join('>', Enumerable.Range(rows.First, rows.End - rows.First).Select(row => log.Activities.TextAt(row) + "/" + log.Resources!.TextAt(row))))
        .Order(StringComparer.Ordinal);
}
