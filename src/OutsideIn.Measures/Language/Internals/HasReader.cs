namespace OutsideIn.Measures.Internals;

/// <summary>Reads whether something happened, and where in the case it is looked for.</summary>
internal sealed class HasReader(TokenCursor cursor)
{
    private static readonly string[] NumberWords = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];

    private readonly EventsReader _events = new(cursor);

    public HasSyntax Read()
    {
        var first = cursor.Read().Span;
        var isNegated = cursor.Take(Phrases.No, "not", "never");
        var events = _events.Read(isNegated ? "has no" : "has");
        cursor.Offer(Phrases.After, Phrases.Before, Phrases.Within);
        if (cursor.Take("after", "since"))
        {
            var anchor = _events.Anchor("after");
            var within = cursor.Take(Phrases.Within) ? Duration() : null;
            return new HasSyntax(isNegated, events, HasRelation.After, anchor, within, cursor.Since(first));
        }

        if (cursor.Take("before"))
        {
            return Before(first, isNegated, events);
        }

        if (!cursor.Take("within"))
        {
            return new HasSyntax(isNegated, events, HasRelation.Anywhere, null, null, cursor.Since(first));
        }

        var window = Duration();
        AnchorSyntax from = cursor.Take(Phrases.Of, "after", "from", "since") ? _events.Anchor("of") : new CaseStartSyntax(new TextSpan(cursor.Previous.End, 0));
        return new HasSyntax(isNegated, events, HasRelation.After, from, window, cursor.Since(first));
    }

    private HasSyntax Before(TextSpan first, bool isNegated, EventsSyntax events)
    {
        var anchor = _events.Anchor("before");
        var word = cursor.Current;
        if (cursor.Take("within"))
        {
            Duration();
            cursor.Error("ME124", "within cannot stand with before: a window opens after an event.", "Leave within out, or write within 3d of the event at which the window opens.", word.Span);
        }

        return new HasSyntax(isNegated, events, HasRelation.Before, anchor, null, cursor.Since(first));
    }

    // "three days"
    private string? InFigures()
    {
        var figure = Array.IndexOf(NumberWords, cursor.Current.Text) + 1;
        return figure > 0 && cursor.Ahead(1).Kind == TokenKind.Word && DurationUnits.At(cursor.Ahead(1).Text, 0) is (var unit, > 0)
            ? $"Write it in figures: {figure}{DurationUnits.TextOf(unit)}."
            : null;
    }

    private DurationSyntax? Duration()
    {
        cursor.Offer(Slot.Duration);
        if (cursor.Current.Kind == TokenKind.Duration)
        {
            var token = cursor.Read();
            return new DurationSyntax(token.Number, token.Unit, token.Span);
        }

        var span = cursor.Here;
        if (cursor.Current.Kind == TokenKind.Number)
        {
            cursor.Offer(Slot.Unit);
            cursor.Error("ME113", $"{cursor.Found} has no unit.", $"Write {cursor.Current.Text}d for days, {cursor.Current.Text}h for hours or {cursor.Current.Text}bd for business days.");
            var token = cursor.Read();
            return new DurationSyntax(Math.Abs(token.Number), DurationUnit.Day, token.Span);
        }

        cursor.Error("ME113", $"After \"within\" comes a duration, not {cursor.Found}.", InFigures() ?? "Write a number and a unit, such as 24h, 3d or 2bd.");
        return new DurationSyntax(0, DurationUnit.Day, new TextSpan(span.Start, 0));
    }
}
