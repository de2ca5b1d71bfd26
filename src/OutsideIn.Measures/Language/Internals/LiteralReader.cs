using System.Globalization;

namespace OutsideIn.Measures.Internals;

/// <summary>Reads a value a column is compared with.</summary>
internal sealed class LiteralReader(TokenCursor cursor)
{
    private static readonly string[] Stops = ["and", "or", "where", "for", "per", "by"];

    /// <param name="column">The column in front, for the hint; null in a list.</param>
    /// <returns>The value, or null where there is none; a diagnostic has said so.</returns>
    public LiteralSyntax? Read(NameSyntax? column)
    {
        cursor.Offer(Slot.Value);
        var token = cursor.Current;
        switch (token.Kind)
        {
            case TokenKind.Quoted:
                return new TextLiteralSyntax(cursor.Read().Text, token.Span);
            case TokenKind.Number:
                return new NumberLiteralSyntax(cursor.Read().Number, token.Span);
            case TokenKind.Time:
                cursor.Read();
                return new TimeLiteralSyntax(token.Instant, token.IsDay, token.Span);
            case TokenKind.Percent:
                cursor.Error("ME110", $"{cursor.Found} cannot be compared with a column.", $"Write the number as the column holds it, such as {(token.Number / 100).ToString("0.####", CultureInfo.InvariantCulture)}.");
                return new NumberLiteralSyntax(cursor.Read().Number / 100, token.Span);
            case TokenKind.Duration:
                cursor.Error("ME110", $"{cursor.Found} is a duration, and columns hold none.", "Write a number; how long something takes is measured by time from … to ….");
                return new NumberLiteralSyntax(cursor.Read().Number, token.Span);
            case TokenKind.Word when token.IsOneOf("yes", "true"):
                cursor.Read();
                return new AnswerLiteralSyntax(true, token.Span);
            case TokenKind.Word when token.IsOneOf("no", "false"):
                cursor.Read();
                return new AnswerLiteralSyntax(false, token.Span);
            case TokenKind.Word when !token.IsOneOf(Stops):
                return Bare();
            default:
                cursor.Error(
                    "ME110", $"{(column is null ? "In the list" : "After the comparison")} comes a value, not {cursor.Found}.",
                    "Write a text between quotation marks, a number, a day such as 2026-01-31, or yes or no.");
                return null;
        }
    }

    private TextLiteralSyntax Bare()
    {
        var first = cursor.Here;
        List<string> words = [];
        while (cursor.Current.Kind is TokenKind.Word or TokenKind.Number && !cursor.Current.IsOneOf(Stops))
        {
            words.Add(cursor.Read().Written);
        }

        var text = string.Join(' ', words);
        cursor.Error("ME110", $"The text {TokenCursor.Shortened(text)} stands without quotation marks.", $"Write {QuoteMarks.Quote(TokenCursor.Shortened(text))}.", cursor.Since(first));
        return new TextLiteralSyntax(text, cursor.Since(first));
    }
}
