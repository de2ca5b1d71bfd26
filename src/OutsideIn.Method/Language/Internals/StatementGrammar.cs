namespace OutsideIn.Method.Internals;

/// <summary>What the sentence of a statement of intent says by itself (F2): a subject, a state, a time.</summary>
internal static class StatementGrammar
{
    private static readonly PhraseTable<string> Terms = LexiconFile.Table("statement-words.txt");

    /// <summary>Whether it names somebody who may have an outcome.</summary>
    public static bool NamesSomebody(string text)
    {
        using var list = TokenList.Of(text);
        return new TierGrammar(text, list.Items).NamesPeople();
    }

    /// <summary>Whether it speaks of what is so, rather than of what we do: it does not begin with an act of ours, and has more than a word or two.</summary>
    public static bool SaysState(string text)
    {
        using var list = TokenList.Of(text);
        return list.Items.Length >= 3 && Terms.Longest(text, list.Items, 0).Value != "ours";
    }

    /// <summary>Whether it says "within n units of an event"; the word "within" may be left out where the field itself says it.</summary>
    public static bool IsWithin(string text, bool needsWithin)
    {
        using var list = TokenList.Of(text);
        var tokens = list.Items;
        for (var at = 0; at < tokens.Length; at++)
        {
            if (!NumberWithUnit.IsNumber(text, tokens[at]) || (needsWithin && !IsWord(text, tokens, at - 1, "within")))
            {
                continue;
            }

            var unit = at + 1;
            while (unit < tokens.Length && Terms.Longest(text, tokens, unit).Value == "modifier")
            {
                unit++;
            }

            if (Is(text, tokens, unit, "time") && Is(text, tokens, unit + 1, "from") && unit + 2 < tokens.Length)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether it says "by" with a date: a month with a day or a year, or a date in digits.</summary>
    public static bool HasDate(string text)
    {
        using var list = TokenList.Of(text);
        var tokens = list.Items;
        for (var at = 0; at < tokens.Length; at++)
        {
            if (!IsWord(text, tokens, at, "by"))
            {
                continue;
            }

            var numbers = 0;
            var hasMonth = false;
            for (var next = at + 1; next < tokens.Length && next <= at + 5; next++)
            {
                numbers += tokens[next].IsNumber(text) ? 1 : 0;
                hasMonth |= Terms.Longest(text, tokens, next).Value == "month";
            }

            var isDigits = numbers >= 3 && at + 1 < tokens.Length && tokens[at + 1].End - tokens[at + 1].Start == 4;
            if (isDigits || (hasMonth && numbers >= 1))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Is(string text, ReadOnlySpan<Token> tokens, int at, string sort) =>
        at < tokens.Length && Terms.Longest(text, tokens, at).Value == sort;

    private static bool IsWord(string text, ReadOnlySpan<Token> tokens, int at, string word) =>
        at >= 0 && at < tokens.Length && tokens[at].Of(text).Equals(word, StringComparison.OrdinalIgnoreCase);
}
