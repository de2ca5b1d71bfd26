using OutsideIn.Vocabulary;

namespace OutsideIn.Cli;

/// <summary>Writes a file whole or not at all: beside its place first, then into it.</summary>
internal static class WholeFile
{
    public static void Write(string path, Action<Stream> write) => Write(path, stream =>
    {
        write(stream);
        return (Result<long>)stream.Length;
    });

    /// <summary>The same for a writer that may refuse; then nothing is left behind.</summary>
    public static Result<long> Write(string path, Func<Stream, Result<long>> write)
    {
        var beside = path + ".part";
        try
        {
            Result<long> written;
            using (var stream = File.Create(beside))
            {
                written = write(stream);
            }

            if (written.TryGet(out _, out _))
            {
                File.Move(beside, path, overwrite: true);
            }

            return written;
        }
        finally
        {
            File.Delete(beside);
        }
    }
}
