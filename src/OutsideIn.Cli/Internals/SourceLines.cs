namespace OutsideIn.Cli;

/// <summary>The lines of the files of a map, each read once.</summary>
internal sealed class SourceLines
{
    private readonly Dictionary<string, IReadOnlyList<string>?> _files = new(StringComparer.Ordinal);

    /// <summary>The lines of a file; null where it cannot be read any more.</summary>
    public IReadOnlyList<string>? Of(string path)
    {
        if (!_files.TryGetValue(path, out var lines))
        {
            _files[path] = lines = File.Exists(path) ? File.ReadAllLines(path) : null;
        }

        return lines;
    }
}
