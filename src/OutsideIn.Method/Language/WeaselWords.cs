using System.Collections.Frozen;
using OutsideIn.Method.Internals;

namespace OutsideIn.Method;

/// <summary>What a weasel word pretends to say, which decides the question it dodges (F1).</summary>
public enum WeaselFamily
{
    /// <summary>Quick, soon: within how long?</summary>
    Speed,

    /// <summary>Efficient, effective: what for what?</summary>
    Efficiency,

    /// <summary>Excellent, easy: what would be observed?</summary>
    Quality,

    /// <summary>Appropriate, where possible, normally: who decides?</summary>
    Hedge,

    /// <summary>Many, significant: what share of what?</summary>
    Quantity,

    /// <summary>Strive, aim, ensure: what will be true?</summary>
    Effort,

    /// <summary>Delight, holistic, best practice: what does the customer have then?</summary>
    Delight,

    /// <summary>Improve, increase, reduce: from what to what?</summary>
    Change,
}

/// <summary>A weasel word found in a text (F1).</summary>
/// <param name="Offset">Where it begins, in UTF-16 units from the text's start.</param>
/// <param name="Length">Its length in UTF-16 units.</param>
/// <param name="Word">The word or phrase as the text writes it.</param>
/// <param name="Family">What it pretends to say.</param>
/// <param name="Severity">Error, or warning for a word that a number with its unit would have made good.</param>
/// <param name="Question">The question it dodges.</param>
public sealed record WeaselHit(int Offset, int Length, string Word, WeaselFamily Family, Severity Severity, string Question);

/// <summary>The weasel lint: words that sound like a target and measure nothing (S0, row 10; formula F1). Pure; safe to share.</summary>
/// <remarks>
/// The caller decides the scope: <see cref="StatementOfIntent"/> and <see cref="Metric"/> names only, never a customer's own
/// words and never a one-liner (§6 point 3). The words stand in weasel-words.txt, each with its source: S0 for the source text's
/// own, D for ours.
/// </remarks>
public static class WeaselWords
{
    private static readonly Entry Innocent = new(default, Severity.Information);
    private static readonly PhraseTable<Entry> Lexicon = ReadLexicon();

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> SpeechVerbs =
        "say says said saying tell tells told ask asks asked asking answer answers answered reply replies".Split(' ')
            .ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The weasel words of a text, in the order of the text.</summary>
    /// <param name="text">A statement of intent or the name of a metric; may be empty.</param>
    /// <returns>
    /// One hit for each word or phrase; none for a text without. A warning word is none where a number with its unit stands in the
    /// same text; no word is one within the quoted speech behind "says", "asks" and the like.
    /// </returns>
    /// <remarks>O(characters); allocates nothing where nothing is found.</remarks>
    public static IReadOnlyList<WeaselHit> Find(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        using var list = TokenList.Of(text);
        var tokens = list.Items;
        List<WeaselHit>? hits = null;
        bool? isMeasured = null;
        var quotes = new QuotedSpeech(text);
        for (var at = 0; at < tokens.Length;)
        {
            if (quotes.Holds(tokens, at))
            {
                at++;
                continue;
            }

            var (entry, words) = Lexicon.Longest(text, tokens, at);
            if (entry is not null && entry != Innocent
                && (entry.Severity == Severity.Error || !(isMeasured ??= NumberWithUnit.IsIn(text, tokens))))
            {
                var (start, end) = (tokens[at].Start, tokens[at + words - 1].End);
                (hits ??= []).Add(new WeaselHit(start, end - start, text[start..end], entry.Family, entry.Severity, QuestionOf(entry.Family)));
            }

            at += Math.Max(words, 1);
        }

        return hits ?? (IReadOnlyList<WeaselHit>)[];
    }

    /// <summary>The question a family of weasel words dodges, such as "Within how long, from what event?".</summary>
    public static string QuestionOf(WeaselFamily family) => family switch
    {
        WeaselFamily.Speed => "Within how long, from what event?",
        WeaselFamily.Efficiency => "How much of what, for how much of what?",
        WeaselFamily.Quality => "What would be observed?",
        WeaselFamily.Hedge => "Who decides, by what rule?",
        WeaselFamily.Quantity => "What % of what?",
        WeaselFamily.Effort => "What will be true then, and by when?",
        WeaselFamily.Delight => "What does the customer have then that can be seen?",
        _ => "From what to what, by when?",
    };

    private static PhraseTable<Entry> ReadLexicon()
    {
        var table = new PhraseTable<Entry>();
        foreach (var (head, term) in LexiconFile.Read("weasel-words.txt"))
        {
            table.Add(term, head[0] == "innocent"
                ? Innocent
                : new Entry(Enum.Parse<WeaselFamily>(head[0], ignoreCase: true), Enum.Parse<Severity>(head[1], ignoreCase: true)));
        }

        return table;
    }

    private sealed record Entry(WeaselFamily Family, Severity Severity);

    /// <summary>Somebody's own words within a text; each character is looked at once.</summary>
    private ref struct QuotedSpeech(string text)
    {
        private readonly string _text = text;
        private int _end;
        private bool _hasNoEnd;

        public bool Holds(ReadOnlySpan<Token> tokens, int at)
        {
            var start = tokens[at].Start;
            if (start < _end)
            {
                return true;
            }

            if (_hasNoEnd || at == 0 || !SpeechVerbs.Contains(tokens[at - 1].Of(_text))
                || _text.AsSpan(tokens[at - 1].End, start - tokens[at - 1].End).IndexOfAny('"', '\u201C', '\u00AB') < 0)
            {
                return false;
            }

            var close = _text.AsSpan(start).IndexOfAny('"', '\u201D', '\u00BB');
            _hasNoEnd = close < 0;
            _end = close < 0 ? _end : start + close;
            return close >= 0;
        }
    }
}
