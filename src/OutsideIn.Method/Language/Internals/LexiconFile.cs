namespace OutsideIn.Method.Internals;

/// <summary>A lexicon written as text beside the code: lines of <c>head words: term, term</c>, and lines of comment.</summary>
internal static class LexiconFile
{
    /// <summary>Every term of a file with the words of its line's head, in the file's order.</summary>
    public static IEnumerable<(string[] Head, string Term)> Read(string file)
    {
        using var stream = typeof(LexiconFile).Assembly.GetManifestResourceStream(file)
            ?? throw new InvalidOperationException($"The lexicon {file} is not part of this build.");
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon < 0 || line.StartsWith('#'))
            {
                continue;
            }

            var head = line[..colon].Split(' ', StringSplitOptions.RemoveEmptyEntries);
            foreach (var term in line[(colon + 1)..].Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            {
                yield return (head, term);
            }
        }
    }

    /// <summary>The terms of a file, each with the first word of its head.</summary>
    public static PhraseTable<string> Table(string file)
    {
        var table = new PhraseTable<string>();
        foreach (var (head, term) in Read(file))
        {
            table.Add(term, head[0]);
        }

        return table;
    }
}
