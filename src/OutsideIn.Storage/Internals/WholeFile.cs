namespace OutsideIn.Storage;

/// <summary>Files that are there whole or not at all.</summary>
internal static class WholeFile
{
    /// <summary>The ending of a file that is being written.</summary>
    public const string Unfinished = ".unfinished";

    private static long _written;

    /// <summary>Writes to a file beside the target, flushes it to the disk, then takes the target's place in one step.</summary>
    public static void Write(string path, Action<Stream> fill)
    {
        var beside = $"{path}.{Environment.ProcessId}-{Interlocked.Increment(ref _written)}{Unfinished}";
        try
        {
            using (var stream = new FileStream(beside, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1 << 16))
            {
                fill(stream);
                stream.Flush(flushToDisk: true);
            }

            File.Move(beside, path, overwrite: true);
        }
        finally
        {
            File.Delete(beside);
        }
    }
}
