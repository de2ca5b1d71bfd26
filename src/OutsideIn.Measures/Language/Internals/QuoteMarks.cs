namespace OutsideIn.Measures.Internals;

/// <summary>The marks a name may stand between: straight, curly and angled, as keyboards and word processors write them.</summary>
internal static class QuoteMarks
{
    /// <summary>The marks that close what this one opens, or empty where it opens nothing.</summary>
    public static ReadOnlySpan<char> ClosersOf(char mark) => mark switch
    {
        '"' => "\"",
        '\'' => "'",
        '\u201C' or '\u201D' => "\u201D\u201C\"",
        '\u201E' => "\u201C\u201D\"",
        '\u2018' or '\u2019' => "\u2019'",
        '\u201A' => "\u2018\u2019'",
        '\u00AB' => "\u00BB",
        '\u00BB' => "\u00AB",
        _ => [],
    };

    /// <summary>Whether a mark may also be an apostrophe, which closes nothing between two letters.</summary>
    public static bool IsApostrophe(char mark) => mark is '\'' or '\u2019';

    /// <summary>The name between straight marks, doubled where it holds one itself.</summary>
    public static string Quote(string name) => "\"" + name.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";
}
