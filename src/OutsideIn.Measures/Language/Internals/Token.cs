namespace OutsideIn.Measures.Internals;

/// <summary>What sort of token stands somewhere.</summary>
internal enum TokenKind
{
    Word,
    Quoted,
    Number,
    Duration,
    Percent,
    Time,
    Comparison,
    OpenParenthesis,
    CloseParenthesis,
    Comma,
    End,
}

/// <summary>One word, name, figure or sign of a text.</summary>
/// <param name="Kind">Which sort; it says which of the other members hold something.</param>
/// <param name="Span">Where it stands, quotation marks included.</param>
/// <param name="Text">A name without its marks; else the characters as written, words in lower case.</param>
internal sealed record Token(TokenKind Kind, TextSpan Span, string Text)
{
    /// <summary>As written, where that differs: the letters of a word in their own case.</summary>
    public string Written { get => field ?? Text; init; }

    public double Number { get; init; }

    public DurationUnit Unit { get; init; }

    public DateTimeOffset Instant { get; init; }

    public bool IsDay { get; init; }

    public Comparison Comparison { get; init; }

    /// <summary>Whether a quoted name ends with a mark.</summary>
    public bool IsClosed { get; init; } = true;

    /// <summary>Whether something in front of it, or in it, has been refused already: nothing more need be said about this place.</summary>
    public bool IsDoubtful { get; init; }

    public bool Is(string word) => Kind == TokenKind.Word && string.Equals(Text, word, StringComparison.Ordinal);

    public bool IsOneOf(params ReadOnlySpan<string> words)
    {
        foreach (var word in words)
        {
            if (Is(word))
            {
                return true;
            }
        }

        return false;
    }
}
