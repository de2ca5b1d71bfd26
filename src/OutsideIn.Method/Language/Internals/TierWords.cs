namespace OutsideIn.Method.Internals;

/// <summary>What a word or term of tier-words.txt is.</summary>
internal enum TierWord
{
    Output,
    Survey,
    BusinessOutcome,
    CustomerOutcome,
    People,
    Ours,
    Done,
    Item,
    Gained,
    State,
    Time,
    Lack,
    Restored,
    Measure,
    Per,
}

/// <summary>A sort of words, and where they come from.</summary>
internal sealed record TierTerm(TierWord Word, string Source);

/// <summary>The words of tier-words.txt, a table for each use, so that a term of one does not hide a word of another.</summary>
internal static class TierWords
{
    private static readonly Dictionary<TierWord, PhraseTable<TierTerm>> Tables = ReadTables();

    /// <summary>Terms that are a tier in themselves, surveys included.</summary>
    public static PhraseTable<TierTerm> Defaults { get; } = ReadDefaults();

    public static PhraseTable<TierTerm> Of(TierWord word) => Tables[word];

    private static PhraseTable<TierTerm> ReadDefaults()
    {
        var table = new PhraseTable<TierTerm>();
        foreach (var (word, source, term) in Read().Where(static one => one.Word <= TierWord.CustomerOutcome))
        {
            table.Add(term, new TierTerm(word, source));
        }

        return table;
    }

    private static Dictionary<TierWord, PhraseTable<TierTerm>> ReadTables()
    {
        var tables = Enum.GetValues<TierWord>().ToDictionary(static word => word, static _ => new PhraseTable<TierTerm>());
        foreach (var (word, source, term) in Read())
        {
            tables[word].Add(term, new TierTerm(word, source));
        }

        return tables;
    }

    private static IEnumerable<(TierWord Word, string Source, string Term)> Read() =>
        LexiconFile.Read("tier-words.txt").Select(static line => (Enum.Parse<TierWord>(line.Head[0], ignoreCase: true), line.Head[1], line.Term));
}
