namespace OutsideIn.Measures.Internals;

/// <summary>Reads the name of a column, quoted or as one bare word.</summary>
internal sealed class ColumnReader(TokenCursor cursor)
{
    public NameSyntax Read(Slot slot, string behind)
    {
        cursor.Offer(slot);
        var first = cursor.Here;
        var token = cursor.Current;
        if (token.Kind == TokenKind.Quoted)
        {
            cursor.Read();
            if (string.IsNullOrWhiteSpace(token.Text) && token.IsClosed)
            {
                cursor.Error("ME108", "The name between the quotation marks is empty.", "Write the name of a column of the log, such as \"amount\".", token.Span);
            }

            return new NameSyntax(token.Text, token.Span);
        }

        if (token.Kind != TokenKind.Word || token.IsOneOf(ClauseWords.Structure))
        {
            cursor.Error("ME108", $"After \"{behind}\" comes the name of a column, not {cursor.Found}.", "Write the name of a column of the log, such as \"amount\".");
            return new NameSyntax("", new TextSpan(first.Start, 0));
        }

        List<string> words = [cursor.Read().Written];
        while (cursor.Current.Kind == TokenKind.Word && !cursor.Current.IsOneOf(ClauseWords.Structure) && !cursor.Current.IsOneOf(ClauseWords.Compare))
        {
            words.Add(cursor.Read().Written);
        }

        var span = cursor.Since(first);
        var name = string.Join(' ', words);
        if (words.Count > 1)
        {
            cursor.Error("ME107", $"The name \"{TokenCursor.Shortened(name)}\" has blanks and stands without quotation marks.", $"Write {QuoteMarks.Quote(TokenCursor.Shortened(name))}.", span);
        }

        return new NameSyntax(name, span, words.Count > 1);
    }
}
