namespace OutsideIn.Method.Internals;

/// <summary>The words of other-words.txt, a table for each test; terms that begin with "innocent" stand in every table and hide what they hold.</summary>
internal static class OtherWords
{
    public static PhraseTable<string> Internal { get; } = Table("internal");

    public static PhraseTable<string> Circumstance { get; } = Table("circumstance");

    public static PhraseTable<string> Symptom { get; } = Table("symptom");

    public static PhraseTable<string> Check { get; } = Table("check");

    /// <summary>Verbs, purposes, particles and articles of names.</summary>
    public static PhraseTable<string> NameParts { get; } = Table("verb", "purpose", "particle", "article");

    /// <summary>The first term of a table in a text that is no innocent one, as the text writes it; null where there is none.</summary>
    public static string? Find(PhraseTable<string> table, string text)
    {
        using var list = TokenList.Of(text);
        var tokens = list.Items;
        for (var at = 0; at < tokens.Length;)
        {
            var (head, words) = table.Longest(text, tokens, at);
            if (head is not null and not "innocent")
            {
                return text[tokens[at].Start..tokens[at + words - 1].End];
            }

            at += Math.Max(words, 1);
        }

        return null;
    }

    private static PhraseTable<string> Table(params string[] heads)
    {
        var table = new PhraseTable<string>();
        foreach (var (head, term) in LexiconFile.Read("other-words.txt").Where(line => heads.Contains(line.Head[0]) || line.Head[0] == "innocent"))
        {
            table.Add(term, head[0]);
        }

        return table;
    }
}
