using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using OutsideIn.Events;
using OutsideIn.Tests.Support;

namespace OutsideIn.Tests.Events;

/// <summary>Our figures against PM4Py 2.7.14's, recorded with its time zone fault mended (shared/oracles/logs/README.md).</summary>
public sealed class ProcessOracleTests
{
    public static TheoryData<string> Logs =>
    [
        "receipt", "road_traffic_fines", "bpic2013_incidents", "interval_event_log",
        "bpic2020_DomesticDeclarations", "helpdesk", "running-example",
    ];

    [Theory]
    [MemberData(nameof(Logs))]
    public void Counts_and_activities_are_the_oracles(string name)
    {
        using var oracle = Oracle.Open(name);
        var log = oracle.Log(EventOrder.AsRead);
        var counts = oracle.Root.GetProperty("counts");

        Assert.Equal(counts.GetProperty("events").GetInt32(), log.EventCount);
        Assert.Equal(counts.GetProperty("cases").GetInt32(), log.CaseCount);
        Assert.Equal(counts.GetProperty("activities").GetInt32(), log.Activities.NameCount);
        Assert.Equal(counts.GetProperty("resources").GetInt32(), log.Resources?.NameCount ?? 0);
        Assert.Equal(Oracle.Micros(counts.GetProperty("first").GetString()!), log.TimeMicros.ToArray().Min());
        Assert.Equal(Oracle.Micros(counts.GetProperty("last").GetString()!), log.LastMicros);

        var activities = DirectlyFollowsGraph.Of(log).Activities;
        Assert.Equal(oracle.Numbers("activity_counts"), activities.ToDictionary(one => one.Activity, one => one.Events));
        Assert.Equal(
            oracle.Numbers("start_activities"),
            activities.Where(one => one.StartCases > 0).ToDictionary(one => one.Activity, one => one.StartCases));
        Assert.Equal(
            oracle.Numbers("end_activities"),
            activities.Where(one => one.EndCases > 0).ToDictionary(one => one.Activity, one => one.EndCases));
    }

    [Theory]
    [MemberData(nameof(Logs))]
    public void Variants_in_the_order_of_the_file_are_the_oracles_to_the_last_one(string name)
    {
        using var oracle = Oracle.Open(name);
        var expected = oracle.Root.GetProperty("variants");

        var variants = Variants.Of(oracle.Log(EventOrder.AsRead));

        Assert.Equal(expected.GetProperty("total").GetInt32(), variants.Count);
        Assert.Equal(expected.GetProperty("singletons").GetInt32(), Enumerable.Range(0, variants.Count).Count(v => variants.CaseCountOf(v) == 1));
        var place = 0;
        foreach (var top in expected.GetProperty("top").EnumerateArray())
        {
            Assert.Equal(top[0].GetInt32(), variants.CaseCountOf(place++));
        }

        var lines = Enumerable.Range(0, variants.Count)
            .Select(v => string.Create(CultureInfo.InvariantCulture, $"{variants.CaseCountOf(v)}\t{string.Join('\u001f', variants.ActivitiesOf(v))}"));
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', lines)));
        Assert.Equal(expected.GetProperty("sha256_all").GetString(), Convert.ToHexStringLower(hash));
    }

    [Theory]
    [MemberData(nameof(Logs))]
    public void The_directly_follows_graph_by_start_is_the_oracles_to_a_microsecond(string name)
    {
        using var oracle = Oracle.Open(name);
        var expected = oracle.Root.GetProperty("dfg").EnumerateArray()
            .ToDictionary(row => (row.GetProperty("a").GetString()!, row.GetProperty("b").GetString()!));

        var edges = DirectlyFollowsGraph.Of(oracle.Log(EventOrder.ByStart)).Edges;

        Assert.Equal(expected.Count, edges.Count);
        foreach (var edge in edges)
        {
            var row = expected[(edge.From, edge.To)];
            Assert.Equal(row.GetProperty("freq").GetInt32(), edge.Count);
            Assert.Equal(edge.Count, edge.Time.Count);
            Oracle.Close(row, "mean", edge.Time.Mean.TotalSeconds);
            Oracle.Close(row, "median", edge.Time.Median.TotalSeconds);
            Oracle.Close(row, "min", edge.Time.Min.TotalSeconds);
            Oracle.Close(row, "max", edge.Time.Max.TotalSeconds);
            Oracle.Close(row, "sum", edge.Time.SumSeconds);
            Oracle.Close(row, "stdev", edge.Time.DeviationSeconds);
        }
    }

    // The oracle takes no notice of starts here, so neither do these two: the kernels get the times twice.
    [Theory]
    [MemberData(nameof(Logs))]
    public void Throughput_from_first_row_to_last_is_the_oracles(string name)
    {
        using var oracle = Oracle.Open(name);
        var log = oracle.Log(EventOrder.AsRead);
        var expected = oracle.Root.GetProperty("case_durations");

        var micros = new long[log.CaseCount];
        ThroughputKernel.LastMinusFirst(log.CaseStarts, log.TimeMicros, log.TimeMicros, micros);
        var summary = DurationSummary.Of(micros)!;

        Assert.Equal(expected.GetProperty("n").GetInt32(), summary.Count);
        Oracle.Close(expected, "sum", summary.SumSeconds);
        Oracle.Close(expected, "mean", summary.Mean.TotalSeconds);
        Oracle.Close(expected, "min", summary.Min.TotalSeconds);
        Oracle.Close(expected, "max", summary.Max.TotalSeconds);
        Oracle.Close(expected, "stdev", summary.DeviationSeconds);
        foreach (var percent in (int[])[5, 10, 25, 50, 75, 90, 95, 99])
        {
            Oracle.Close(expected, $"p{percent}", Quantiles.Of(micros, percent / 100.0) / 1e6);
        }

        if (!log.HasStarts)
        {
            Assert.Equal(summary, ThroughputTimes.LastMinusFirst(log).Summary);
            Assert.Equal(summary.P90, ThroughputTimes.LastMinusFirst(log).QuantileOf(0.9));
        }
    }

    [Theory]
    [MemberData(nameof(Logs))]
    public void Throughput_from_earliest_to_latest_is_the_oracles_case_by_case(string name)
    {
        using var oracle = Oracle.Open(name);

        var log = oracle.Log(EventOrder.ByTime);

        var micros = new long[log.CaseCount];
        ThroughputKernel.LatestMinusEarliest(log.CaseStarts, log.TimeMicros, log.TimeMicros, micros);
        var summary = DurationSummary.Of(micros)!;

        var differs = oracle.Root.TryGetProperty("case_durations_max_minus_min", out var other);
        var expected = differs ? other : oracle.Root.GetProperty("case_durations");
        Oracle.Close(expected, "sum", summary.SumSeconds);
        Oracle.Close(expected, "mean", summary.Mean.TotalSeconds);
        Oracle.Close(expected, "p50", summary.Median.TotalSeconds);
        var byName = log.CaseNames.Select((one, c) => (one, c)).ToDictionary(pair => pair.one, pair => pair.c);
        foreach (var (caseName, events, first, last, seconds) in Oracle.CaseDurations(name))
        {
            Assert.True(byName.Remove(caseName, out var c));
            var (start, end) = log.RowsOf(c);
            Assert.Equal(events, end - start);
            Assert.Equal(first, log.TimeMicros[start]);
            Assert.Equal(last, log.TimeMicros[end - 1]);
            Assert.Equal(seconds, micros[c] / 1e6, 6);
        }

        Assert.Empty(byName);
        if (!log.HasStarts)
        {
            Assert.Equal(micros, ThroughputTimes.Of(log).Micros.ToArray());
        }
    }

    [Theory]
    [MemberData(nameof(Logs))]
    public void Repeats_are_the_oracles_rework(string name)
    {
        using var oracle = Oracle.Open(name);
        var expected = oracle.Root.GetProperty("rework_total");

        var repeats = Repeats.Of(oracle.Log(EventOrder.AsRead));

        Assert.Equal(oracle.Numbers("rework_cases_per_activity"), repeats.Activities.ToDictionary(one => one.Activity, one => one.Cases));
        Assert.Equal(expected.GetProperty("cases_with_rework").GetInt32(), repeats.Cases);
        Assert.Equal(expected.GetProperty("repeat_events").GetInt32(), repeats.Events);
        if (oracle.Root.GetProperty("minimum_self_distances").ValueKind == JsonValueKind.Object)
        {
            Assert.Equal(
                oracle.Numbers("minimum_self_distances"),
                repeats.Activities.ToDictionary(one => one.Activity, one => one.EventsBetweenMin));
        }
    }

    [Theory]
    [MemberData(nameof(Logs))]
    public void Handovers_with_those_to_oneself_are_the_oracles_network(string name)
    {
        using var oracle = Oracle.Open(name);
        var log = oracle.Log(EventOrder.ByTime);
        foreach (var network in oracle.Root.GetProperty("handover_of_work").EnumerateArray())
        {
            var doers = Doers(log, network.GetProperty("attribute").GetString()!);
            var missing = network.GetProperty("missing").GetInt32();
            var handovers = Handovers.Between(log, doers);
            Assert.Equal(missing, handovers.EventsSkipped);
            AssertNetwork(network, missing == 0 ? "" : "dropna_", handovers);
            if (missing > 0)
            {
                AssertNetwork(network, "fillna_", Handovers.Between(log, WithNobodyAsADoer(doers)));
            }
        }
    }

    [Theory]
    [MemberData(nameof(Logs))]
    public void Cases_arrive_at_the_oracles_pace(string name)
    {
        using var oracle = Oracle.Open(name);
        var log = oracle.Log(EventOrder.AsRead);

        var arrivals = Enumerable.Range(0, log.CaseCount).Select(c => log.TimeMicros[log.CaseStarts[c]]).ToArray();

        var average = (arrivals.Max() - arrivals.Min()) / 1e6 / (arrivals.Length - 1);
        Assert.Equal(oracle.Root.GetProperty("case_arrival_average_s").GetDouble(), average, 6);
    }

    [Theory]
    [InlineData("receipt")]
    [InlineData("helpdesk")]
    [InlineData("running-example")]
    [InlineData("interval_event_log")]
    public void The_same_log_as_CSV_gives_the_oracles_graph_too(string name)
    {
        using var oracle = Oracle.Open(name);

        var fromCsv = DirectlyFollowsGraph.Of(OracleLogs.Read(name + ".csv", EventOrder.ByStart));

        var fromXes = DirectlyFollowsGraph.Of(oracle.Log(EventOrder.ByStart));
        Assert.Equal(fromXes.Edges.Select(Comparable), fromCsv.Edges.Select(Comparable));
        Assert.Equal(fromXes.Activities.Select(one => one with { Code = 0 }), fromCsv.Activities.Select(one => one with { Code = 0 }));

        // Codes follow the order of the file, and so does the rounding of a sum of squares.
        static DirectlyFollows Comparable(DirectlyFollows one) => one with
        {
            FromCode = 0,
            ToCode = 0,
            Time = one.Time with { DeviationSeconds = one.Time.DeviationSeconds is { } value ? Math.Round(value, 6) : null },
        };
    }

    private static CodedColumn Doers(EventLog log, string attribute) => attribute switch
    {
        "org:resource" => log.Resources!,
        "org:group" => log.Teams!,
        _ when log.Attributes.SingleOrDefault(one => one.Name == attribute) is { } column => EventTexts(log, column),
        // Where a log names roles and no groups, the roles are its teams.
        _ => log.Teams!,
    };

    private static CodedColumn EventTexts(EventLog log, AttributeColumn attribute)
    {
        Assert.Equal(AttributeLevel.Event, attribute.Level);
        Assert.Equal(log.EventCount, attribute.Texts!.RowCount);
        return attribute.Texts;
    }

    // The oracle's "fillna": events without a doer belong to a doer called <none>.
    private static CodedColumn WithNobodyAsADoer(CodedColumn doers)
    {
        string[] names = [.. doers.Names, "<none>"];
        var codes = Enumerable.Range(0, doers.RowCount).Select(row => doers[row] == 0 ? names.Length : doers[row]).ToArray();
        return new CodedColumn(names, codes);
    }

    private static void AssertNetwork(JsonElement network, string prefix, Handovers handovers)
    {
        Assert.Equal(
            network.GetProperty(prefix + "pairs_total").GetInt32(), handovers.Count + handovers.Stays.Sum(one => one.Count));
        var expected = network.GetProperty(prefix + "connections").EnumerateArray()
            .ToDictionary(row => (row[0].GetString()!, row[1].GetString()!), row => row[3].GetInt32());
        var actual = handovers.Pairs.Select(one => (Key: (one.From, one.To), one.Count))
            .Concat(handovers.Stays.Select(one => (Key: (one.Doer, one.Doer), one.Count)))
            .ToDictionary(one => one.Key, one => one.Count);
        Assert.Equal(expected, actual);
    }

    private sealed class Oracle : IDisposable
    {
        private readonly JsonDocument _document;

        private Oracle(JsonDocument document) => _document = document;

        public JsonElement Root => _document.RootElement;

        public static Oracle Open(string name) =>
            new(JsonDocument.Parse(File.ReadAllBytes(SharedData.At($"oracles/logs/{name}.utc.json"))));

        public static long Micros(string text) =>
            (DateTimeOffset.Parse(text, CultureInfo.InvariantCulture) - DateTimeOffset.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond;

        public static IEnumerable<(string Case, int Events, long First, long Last, double Seconds)> CaseDurations(string name)
        {
            using var file = File.OpenRead(SharedData.At($"oracles/logs/{name}.case_durations.csv.gz"));
            using var lines = new StreamReader(new GZipStream(file, CompressionMode.Decompress));
            lines.ReadLine();
            while (lines.ReadLine() is { } line)
            {
                var fields = line.Split(',');
                yield return (
                    fields[0], int.Parse(fields[1], CultureInfo.InvariantCulture), Micros(fields[2]), Micros(fields[3]),
                    double.Parse(fields[4], CultureInfo.InvariantCulture));
            }
        }

        // The oracle adds doubles of seconds and rounds to six places, so large sums carry its own rounding: 1e-12 of the value.
        public static void Close(JsonElement row, string key, double? actual)
        {
            var expected = row.GetProperty(key);
            if (expected.ValueKind == JsonValueKind.Null)
            {
                Assert.Null(actual);
                return;
            }

            var value = expected.GetDouble();
            Assert.NotNull(actual);
            Assert.True(Math.Abs(value - actual.Value) <= Math.Max(1e-6, Math.Abs(value) * 1e-12), $"{key}: {value:R} expected, {actual:R} computed");
        }

        public EventLog Log(EventOrder order) => OracleLogs.Read(Root.GetProperty("meta").GetProperty("file").GetString()!, order);

        public Dictionary<string, int> Numbers(string key) =>
            Root.GetProperty(key).EnumerateObject().ToDictionary(one => one.Name, one => one.Value.GetInt32());

        public void Dispose() => _document.Dispose();
    }
}
