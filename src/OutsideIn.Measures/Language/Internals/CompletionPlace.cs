namespace OutsideIn.Measures.Internals;

/// <summary>A place of a text at which something may be written: what has been begun there and what the parser was ready to read.</summary>
/// <param name="Text">The whole text.</param>
/// <param name="Position">Where the cursor stands.</param>
/// <param name="Before">The tokens in front of what has been begun, without the end.</param>
/// <param name="Begun">The word, figure or unclosed name that ends at the cursor, or null.</param>
/// <param name="Phrases">The fixed words the parser was ready to read, in the order of asking.</param>
/// <param name="Slots">What else it was ready to read.</param>
internal sealed record CompletionPlace(
    string Text, int Position, IReadOnlyList<Token> Before, Token? Begun, IReadOnlyList<Phrase> Phrases, IReadOnlyList<Slot> Slots)
{
    private static readonly string[] NotInNames = ["where", "for", "per", "by", "within", "after", "before", "or", "and"];

    /// <summary>What was begun, without its quotation mark; empty where nothing was.</summary>
    public string Prefix => Begun switch
    {
        null => "",
        { Kind: TokenKind.Quoted } name => name.Text,
        _ => Begun.Written,
    };

    /// <summary>Whether the cursor stands in a name between quotation marks.</summary>
    public bool IsInQuotes => Begun is { Kind: TokenKind.Quoted };

    /// <returns>The place, or null in a comment.</returns>
    public static CompletionPlace? Of(string text, int position, bool isObjective)
    {
        position = Math.Clamp(position, 0, text.Length);
        var front = text[..position];
        if (IsInComment(front))
        {
            return null;
        }

        List<MeasureDiagnostic> ignored = [];
        List<Token> tokens = [.. MeasureLexer.Cut(front, ignored).SkipLast(1)];
        Token? begun = tokens.Count > 0 && IsBegun(tokens[^1], position) ? tokens[^1] : null;
        if (begun is not null)
        {
            tokens.RemoveAt(tokens.Count - 1);
        }

        var cursor = new TokenCursor([.. tokens, new Token(TokenKind.End, new TextSpan(begun?.Span.Start ?? position, 0), "")], ignored);
        if (isObjective)
        {
            new ObjectiveReader(cursor).Read();
        }
        else
        {
            new MeasureReader(cursor).Read();
        }

        return new CompletionPlace(text, position, tokens, begun, [.. cursor.Phrases], [.. cursor.Slots.Distinct()]);
    }

    /// <summary>What a name in place of what was begun replaces: of a name between marks also the rest of it behind the cursor.</summary>
    /// <param name="known">The names that could be meant.</param>
    public TextSpan Replaced(IEnumerable<string> known)
    {
        if (Begun is null)
        {
            return new TextSpan(Position, 0);
        }

        var begun = TextSpan.From(Begun.Span, new TextSpan(Position, 0));
        var end = IsInQuotes ? ClosedAt(Begun.Span.Start) : WordEnd();
        if (end <= Position)
        {
            return begun;
        }

        // A mark further on may open the next name; then only what is in front of the cursor is replaced.
        var whole = Text[(Begun.Span.Start + 1)..(end - 1)];
        var rest = Text[Position..(end - 1)];
        var isName = !IsInQuotes || known.Contains(whole, StringComparer.Ordinal)
            || (rest.AsSpan().IndexOfAny("=<>(") < 0 && !rest.Split(' ').Any(static word => NotInNames.Contains(word, StringComparer.OrdinalIgnoreCase)));
        return isName ? new TextSpan(Begun.Span.Start, end - Begun.Span.Start) : begun;
    }

    private int WordEnd()
    {
        var end = Position;
        while (Begun!.Kind == TokenKind.Word && end < Text.Length && (char.IsLetterOrDigit(Text[end]) || Text[end] == '_'))
        {
            end++;
        }

        return end;
    }

    private int ClosedAt(int open) => MeasureLexer.Cut(Text, []).FirstOrDefault(one => one.Span.Start == open) is { Kind: TokenKind.Quoted, IsClosed: true } token ? token.Span.End : 0;

    private static bool IsBegun(Token last, int position) => last switch
    {
        { Kind: TokenKind.Quoted } => !last.IsClosed,
        { Kind: TokenKind.Word or TokenKind.Number } => last.Span.End == position,
        _ => false,
    };

    // A word put behind the place is no token in a comment.
    private static bool IsInComment(string front) => MeasureLexer.Cut(front + " x", []) is var tokens && (tokens.Count < 2 || tokens[^2].Span.End <= front.Length);
}
