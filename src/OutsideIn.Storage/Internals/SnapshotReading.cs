using System.Buffers.Binary;
using System.Text;
using System.Text.Json;
using OutsideIn.Events;
using OutsideIn.Vocabulary;

namespace OutsideIn.Storage;

/// <summary>Blocks back to a log; every byte is doubted.</summary>
internal static class SnapshotReading
{
    public static Result<ImportedLog> Read(Stream stream, string name)
    {
        Span<byte> head = stackalloc byte[16];
        if (stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false) < head.Length
            || !head[..8].SequenceEqual(BlockWriter.Signature))
        {
            return new Problem(
                ProblemKind.Invalid, "ST001", $"{name} is not a stored log.", "Import the log again from its source.");
        }

        var version = BinaryPrimitives.ReadInt32LittleEndian(head[8..]);
        if (version > LogSnapshot.FormatVersion)
        {
            return new Problem(
                ProblemKind.Invalid, "ST002",
                $"{name} was written by a newer version (layout {version}; this one reads up to {LogSnapshot.FormatVersion}).",
                "Open it with that version, or import the log again from its source.");
        }

        try
        {
            var gathered = new SnapshotColumns();
            var fault = BlockReader.ReadAll(stream, gathered.Take) ?? gathered.Missing();
            return fault is null ? Assemble(gathered, name) : Damaged(name, fault);
        }
        catch (Exception found) when (found is FormatException or JsonException or DecoderFallbackException or ArgumentException or OverflowException)
        {
            return Damaged(name, "a block holds what no log has");
        }
    }

    private static Result<ImportedLog> Assemble(SnapshotColumns gathered, string name) =>
        EventLog.FromColumns(gathered.ToColumns()).TryGet(out var log, out var problem)
            ? new ImportedLog(log, gathered.Report!)
            : Damaged(name, problem.Message);

    private static Problem Damaged(string name, string fault) => new(
        ProblemKind.Invalid, "ST003", $"{name} is damaged: {fault.TrimEnd('.')}.",
        "Restore the file from a copy, or import the log again from its source.");
}
