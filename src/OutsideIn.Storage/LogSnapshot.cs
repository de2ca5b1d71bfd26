using OutsideIn.Events;
using OutsideIn.Vocabulary;

namespace OutsideIn.Storage;

/// <summary>Keeps a log and the account of its import in one file: columns in checksummed blocks, written whole or not at all.</summary>
/// <remarks>
/// Layout, all numbers little-endian: eight bytes of signature, the version (four bytes), four bytes of zero; then blocks, each a
/// four-letter tag, the payload's length (eight bytes), the payload and the SHA-256 of all three; the last block is <c>DONE</c> and
/// holds the number of blocks before it. A reader needs every block to be whole, and the log they make to keep every promise of
/// <see cref="EventLog"/>; it never shows half a log.
/// </remarks>
public static class LogSnapshot
{
    /// <summary>The version of the layout this build writes and the newest it reads.</summary>
    public const int FormatVersion = 1;

    /// <summary>Writes a log. The file appears under its name only when it is complete and flushed to the disk.</summary>
    /// <param name="path">The file; replaced where it exists.</param>
    /// <param name="imported">The log and the account of how it was read.</param>
    public static void Write(string path, ImportedLog imported)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(imported);
        WholeFile.Write(path, stream => SnapshotWriting.Write(stream, imported));
    }

    /// <summary>Reads a log.</summary>
    /// <param name="path">The file.</param>
    /// <returns>
    /// The log, or: <c>ST001</c> not a snapshot, <c>ST002</c> written by a newer version, <c>ST003</c> damaged or cut short,
    /// <c>ST004</c> not there.
    /// </returns>
    public static Result<ImportedLog> Read(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        if (!File.Exists(path))
        {
            return new Problem(
                ProblemKind.NotFound, "ST004", $"There is no stored log at {path}.", "Import the log again from its source.");
        }

        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16, FileOptions.SequentialScan);
        return SnapshotReading.Read(stream, Path.GetFileName(path));
    }
}
