using OutsideIn.Vocabulary;

namespace OutsideIn.Measures.Internals;

/// <summary>A place in the tokens of a text. It notes what the parser was ready to read there: hints and completions are made of that.</summary>
internal sealed class TokenCursor(IReadOnlyList<Token> tokens, List<MeasureDiagnostic> diagnostics)
{
    /// <summary>More than a person reads at once; a text of rubbish would otherwise give one for every word.</summary>
    public const int DiagnosticsMax = 25;

    private readonly List<Phrase> _phrases = [];
    private readonly List<Slot> _slots = [];
    private int _index;
    private int _lastErrorAt = -1;
    private bool _isSealed;

    public Token Current => tokens[_index];

    public bool IsAtEnd => Current.Kind == TokenKind.End;

    /// <summary>What may stand at the current place, of fixed words, in the order of asking.</summary>
    public IReadOnlyList<Phrase> Phrases => _phrases;

    /// <summary>What else may stand at the current place.</summary>
    public IReadOnlyList<Slot> Slots => _slots;

    /// <summary>Where the token before the current one stands; the beginning of the text where there is none.</summary>
    public TextSpan Previous => _index == 0 ? new TextSpan(0, 0) : tokens[_index - 1].Span;

    /// <summary>The current token; at the end of the text the place behind the last one.</summary>
    public TextSpan Here => IsAtEnd ? new TextSpan(Previous.End, 0) : Current.Span;

    public Token Ahead(int count) => tokens[Math.Min(_index + count, tokens.Count - 1)];

    /// <summary>From a place to the token before the current one.</summary>
    public TextSpan Since(TextSpan first) => Previous.End <= first.Start ? new TextSpan(first.Start, 0) : TextSpan.From(first, Previous);

    public Token Read()
    {
        var token = Current;
        if (!IsAtEnd)
        {
            _index++;
            _phrases.Clear();
            _slots.Clear();
        }

        return token;
    }

    public void Offer(params ReadOnlySpan<Phrase> phrases)
    {
        if (!_isSealed)
        {
            _phrases.AddRange(phrases);
        }
    }

    public void Offer(Slot slot)
    {
        if (!_isSealed)
        {
            _slots.Add(slot);
        }
    }

    /// <summary>Takes a word if it stands here; offers it in any case.</summary>
    public bool Take(Phrase phrase, params ReadOnlySpan<string> synonyms)
    {
        Offer(phrase);
        return Take(phrase.FirstWord) || Take(synonyms);
    }

    /// <summary>Takes one of several words if it stands here, and offers none.</summary>
    public bool Take(params ReadOnlySpan<string> words)
    {
        if (!Current.IsOneOf(words))
        {
            return false;
        }

        Read();
        return true;
    }

    /// <summary>Tells what is wrong at a place, unless something was told about it before.</summary>
    public void Error(string code, string message, string hint, TextSpan span)
    {
        // Where the text ends too early, what the parser looks for after that is not what is missing.
        _isSealed |= IsAtEnd;
        if (_lastErrorAt == span.Start || diagnostics.Count >= DiagnosticsMax || (span == Here && Current.IsDoubtful))
        {
            return;
        }

        _lastErrorAt = span.Start;
        diagnostics.Add(new MeasureDiagnostic(MeasureSeverity.Error, code, message, hint, span));
    }

    /// <summary>Tells what is wrong at the current token.</summary>
    public void Error(string code, string message, string hint) => Error(code, message, hint, Here);

    /// <summary>Tells that a fixed word is missing here; where the current word is nearly it, that one is offered.</summary>
    public void Missing(string behind, string word, string hint) =>
        Error("ME105", $"After \"{behind}\" comes \"{word}\", not {Found}.", Meant() is { } meant && meant.Contains(word, StringComparison.Ordinal) ? meant : hint);

    /// <summary>The current token as a message names it.</summary>
    public string Found => Current.Kind switch
    {
        TokenKind.End => "the end of the text",
        TokenKind.Quoted => Shortened(QuoteMarks.Quote(Current.Text)),
        _ => "\"" + Shortened(Current.Written) + "\"",
    };

    /// <summary>The question which of the words that may stand here was meant, or null where none is near.</summary>
    public string? Meant()
    {
        if (Current.Kind != TokenKind.Word)
        {
            return null;
        }

        var near = NearestNames.Among(Current.Text, _phrases.Select(static one => one.FirstWord), 1);
        return near is [var only] ? $"Did you mean {only}?" : null;
    }

    /// <summary>Goes on to the next of these words, or to the end.</summary>
    public void SkipTo(params ReadOnlySpan<string> words)
    {
        while (!IsAtEnd && !Current.IsOneOf(words))
        {
            Read();
        }
    }

    public static string Shortened(string text) => text.Length <= 60 ? text : text[..60] + "…";
}
