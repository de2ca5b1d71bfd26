using System.Text.Json;
using OutsideIn.Events;

namespace OutsideIn.Storage;

/// <summary>Gathers a log's columns block by block.</summary>
internal sealed class SnapshotColumns
{
    private readonly Dictionary<string, CodedColumn> _coded = new(StringComparer.Ordinal);
    private readonly List<AttributeColumn> _attributes = [];
    private EventOrder _order;
    private string[]? _caseNames;
    private int[] _caseStarts = [];
    private long[]? _times;
    private long[] _starts = [];
    private double[] _costs = [];

    public ImportReport? Report { get; private set; }

    /// <summary>Takes a block; one of an unknown tag is left aside, as a later build of this layout may add some.</summary>
    public void Take(string tag, byte[] payload)
    {
        switch (tag)
        {
            case SnapshotTags.Report:
                Report = JsonSerializer.Deserialize(payload, SnapshotJson.Default.ImportReport);
                break;
            case SnapshotTags.Cases:
                TakeCases(payload);
                break;
            case SnapshotTags.Times:
                _times = BlockReader.Values<long>(payload);
                break;
            case SnapshotTags.Starts:
                _starts = BlockReader.Values<long>(payload);
                break;
            case SnapshotTags.Costs:
                _costs = BlockReader.Values<double>(payload);
                break;
            case SnapshotTags.Attribute:
                _attributes.Add(AttributeOf(payload));
                break;
            case SnapshotTags.Activities or SnapshotTags.Resources or SnapshotTags.Teams or SnapshotTags.Systems
                or SnapshotTags.Channels or SnapshotTags.Customers:
                _coded[tag] = Coded(payload, 0);
                break;
        }
    }

    /// <summary>What no log is without and this file lacks, or null.</summary>
    public string? Missing() =>
        Report is null || _caseNames is null || _times is null || !_coded.ContainsKey(SnapshotTags.Activities)
            ? "a block every log has is missing"
            : null;

    /// <summary>The columns; only after <see cref="Missing"/> found nothing.</summary>
    public EventColumns ToColumns() => new(
        _order,
        _caseNames ?? [],
        _caseStarts,
        _times ?? [],
        _starts,
        _coded[SnapshotTags.Activities],
        _coded.GetValueOrDefault(SnapshotTags.Resources),
        _coded.GetValueOrDefault(SnapshotTags.Teams),
        _coded.GetValueOrDefault(SnapshotTags.Systems),
        _coded.GetValueOrDefault(SnapshotTags.Channels),
        _coded.GetValueOrDefault(SnapshotTags.Customers),
        _costs,
        _attributes);

    private static AttributeColumn AttributeOf(byte[] payload)
    {
        Needs(payload, 2);
        var (kind, level) = ((AttributeKind)payload[0], (AttributeLevel)payload[1]);
        var (names, at) = BlockReader.Names(payload, 2);
        if (names.Length != 1 || !Enum.IsDefined(kind) || !Enum.IsDefined(level))
        {
            throw new FormatException("An attribute has no name, kind or level.");
        }

        var rest = payload.AsSpan(at);
        return kind switch
        {
            AttributeKind.Text => new AttributeColumn(names[0], level, Coded(payload, at)),
            AttributeKind.Number => new AttributeColumn(names[0], level, BlockReader.Values<double>(rest)),
            AttributeKind.Time => new AttributeColumn(names[0], level, BlockReader.Values<long>(rest)),
            _ => new AttributeColumn(names[0], level, BlockReader.Values<sbyte>(rest)),
        };
    }

    private static CodedColumn Coded(byte[] payload, int at)
    {
        var (names, end) = BlockReader.Names(payload, at);
        var rest = payload.AsSpan(end);
        return names.Length > ushort.MaxValue
            ? new CodedColumn(names, BlockReader.Values<int>(rest))
            : new CodedColumn(names, Array.ConvertAll(BlockReader.Values<ushort>(rest), static code => (int)code));
    }

    private static void Needs(byte[] payload, int bytes)
    {
        if (payload.Length < bytes)
        {
            throw new FormatException("A block is empty.");
        }
    }

    private void TakeCases(byte[] payload)
    {
        Needs(payload, 1);
        _order = Enum.IsDefined((EventOrder)payload[0]) ? (EventOrder)payload[0] : throw new FormatException("An order nobody knows.");
        (_caseNames, var end) = BlockReader.Names(payload, 1);
        _caseStarts = BlockReader.Values<int>(payload.AsSpan(end));
    }
}
