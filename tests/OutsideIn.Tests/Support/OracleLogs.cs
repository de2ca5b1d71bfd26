using System.Collections.Concurrent;
using System.Globalization;
using System.IO.Compression;
using System.Xml;
using OutsideIn.Events;

namespace OutsideIn.Tests.Support;

/// <summary>Loads the logs the oracles cover.</summary>
internal static class OracleLogs
{
    // Logs never change and take seconds to read, so each reading is kept for the tests that follow.
    private static readonly ConcurrentDictionary<(string, EventOrder, bool), EventLog> Read = new();

    public static EventLog Load(string file, EventOrder order, bool withStarts) =>
        Read.GetOrAdd((file, order, withStarts), static key => Load(key));

    private static EventLog Load((string File, EventOrder Order, bool WithStarts) key)
    {
        var (file, order, withStarts) = key;
        using var raw = File.OpenRead(SharedData.At("data/logs/" + file));
        using Stream text = file.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(raw, CompressionMode.Decompress) : raw;
        using var reader = XmlReader.Create(text);
        var builder = new EventLogBuilder(order);
        var role = builder.Attribute("org:role", AttributeKind.Text, AttributeLevel.Event);
        var (caseCode, inEvent) = (0, false);
        Dictionary<string, string> one = [];
        while (reader.Read())
        {
            if (reader.NodeType == XmlNodeType.Element && reader.Name == "event")
            {
                inEvent = true;
                one.Clear();
            }
            else if (reader.NodeType == XmlNodeType.EndElement && reader.Name == "event")
            {
                inEvent = false;
                if (one.TryGetValue("org:role", out var roleText))
                {
                    role.SetText(builder.EventCount, roleText);
                }

                builder.Add(Row(builder, caseCode, one, withStarts));
            }
            else if (reader.NodeType == XmlNodeType.Element && reader.GetAttribute("key") is { } name)
            {
                if (inEvent)
                {
                    one[name] = reader.GetAttribute("value")!;
                }
                else if (name == "concept:name" && reader.Depth == 2)
                {
                    caseCode = builder.Case(reader.GetAttribute("value")!);
                }
            }
        }

        return builder.Build();
    }

    private static EventRow Row(EventLogBuilder builder, int caseCode, Dictionary<string, string> one, bool withStarts) =>
        new(caseCode, builder.Activity(one["concept:name"]), Micros(one["time:timestamp"]))
        {
            Resource = one.TryGetValue("org:resource", out var resource) ? builder.Name(ColumnRole.Resource, resource) : 0,
            Team = one.TryGetValue("org:group", out var team) ? builder.Name(ColumnRole.Team, team) : 0,
            StartMicros = withStarts && one.TryGetValue("start_timestamp", out var start) ? Micros(start) : EventRow.NoStart,
        };

    private static long Micros(string text) =>
        (DateTimeOffset.Parse(text, CultureInfo.InvariantCulture) - DateTimeOffset.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond;
}
