using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using OutsideIn.Events;

namespace OutsideIn.Storage;

/// <summary>A log as blocks.</summary>
internal static class SnapshotWriting
{
    public static void Write(Stream stream, ImportedLog imported)
    {
        var (log, blocks) = (imported.Log, new BlockWriter(stream));
        blocks.Header(LogSnapshot.FormatVersion);
        blocks.Block(SnapshotTags.Report, JsonSerializer.SerializeToUtf8Bytes(imported.Report, SnapshotJson.Default.ImportReport));
        blocks.Block(
            SnapshotTags.Cases, [(byte)log.Order, .. Names(log.CaseNames)], MemoryMarshal.AsBytes(log.CaseStarts));
        blocks.Values(SnapshotTags.Times, log.TimeMicros);
        if (log.HasStarts)
        {
            blocks.Values(SnapshotTags.Starts, log.StartMicros);
        }

        Coded(blocks, SnapshotTags.Activities, log.Activities);
        Coded(blocks, SnapshotTags.Resources, log.Resources);
        Coded(blocks, SnapshotTags.Teams, log.Teams);
        Coded(blocks, SnapshotTags.Systems, log.Systems);
        Coded(blocks, SnapshotTags.Channels, log.Channels);
        Coded(blocks, SnapshotTags.Customers, log.Customers);
        if (log.HasCosts)
        {
            blocks.Values(SnapshotTags.Costs, log.Costs);
        }

        foreach (var attribute in log.Attributes)
        {
            Attribute(blocks, attribute);
        }

        blocks.Done();
    }

    private static void Coded(BlockWriter blocks, string tag, CodedColumn? column)
    {
        if (column is not null)
        {
            blocks.Block(tag, Names(column.Names), Codes(column));
        }
    }

    private static void Attribute(BlockWriter blocks, AttributeColumn attribute)
    {
        byte[] head = [(byte)attribute.Kind, (byte)attribute.Level, .. Names([attribute.Name])];
        switch (attribute.Kind)
        {
            case AttributeKind.Text when attribute.Texts is { } texts:
                blocks.Block(SnapshotTags.Attribute, [.. head, .. Names(texts.Names)], Codes(texts));
                break;
            case AttributeKind.Number:
                blocks.Block(SnapshotTags.Attribute, head, MemoryMarshal.AsBytes(attribute.Numbers));
                break;
            case AttributeKind.Time:
                blocks.Block(SnapshotTags.Attribute, head, MemoryMarshal.AsBytes(attribute.TimeMicros));
                break;
            default:
                blocks.Block(SnapshotTags.Attribute, head, MemoryMarshal.AsBytes(attribute.Answers));
                break;
        }
    }

    private static ReadOnlySpan<byte> Codes(CodedColumn column) =>
        column.IsNarrow ? MemoryMarshal.AsBytes(column.Narrow) : MemoryMarshal.AsBytes(column.Wide);

    /// <summary>How many, then each as length and UTF-8.</summary>
    private static byte[] Names(IReadOnlyList<string> names)
    {
        var bytes = new byte[4 + names.Sum(static name => 4 + Encoding.UTF8.GetByteCount(name))];
        BinaryPrimitives.WriteInt32LittleEndian(bytes, names.Count);
        var at = 4;
        foreach (var name in names)
        {
            var length = Encoding.UTF8.GetBytes(name, bytes.AsSpan(at + 4));
            BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(at), length);
            at += 4 + length;
        }

        return bytes;
    }
}
