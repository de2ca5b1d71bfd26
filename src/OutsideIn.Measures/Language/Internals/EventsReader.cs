using OutsideIn.Vocabulary;

namespace OutsideIn.Measures.Internals;

/// <summary>Reads which events are meant, and instants in a case.</summary>
internal sealed class EventsReader(TokenCursor cursor)
{
    private const string QuoteHint = "Write the name of an activity between quotation marks, such as \"Claim reported\", or contacts, failure contacts, handoffs or events.";

    /// <summary>Events named, or meant by what the map says of them.</summary>
    /// <param name="behind">The words in front, for messages.</param>
    public EventsSyntax Read(string behind)
    {
        cursor.Offer(Phrases.OfSorts);
        cursor.Offer(Slot.Activity);
        var first = cursor.Here;
        if (SortAt() is { } sort)
        {
            return Sorted(sort, first);
        }

        List<NameSyntax> names = [];
        if (cursor.Current.Kind == TokenKind.Quoted)
        {
            names.Add(Name());
        }
        else if (!TryBareName(behind, names))
        {
            cursor.Error("ME106", $"After \"{behind}\" comes the name of an activity, not {cursor.Found}.", QuoteHint);
            return new EventsSyntax(EventSort.Named, [], new TextSpan(first.Start, 0));
        }

        MoreNames(names);
        return new EventsSyntax(EventSort.Named, names, cursor.Since(first));
    }

    /// <summary><c>start</c>, <c>end</c>, or the first or last of some events.</summary>
    public AnchorSyntax Anchor(string behind)
    {
        var first = cursor.Here;
        cursor.Take("the");
        if (cursor.Take(Phrases.Start, "beginning"))
        {
            cursor.Take("of");
            _ = cursor.Take("the") & cursor.Take("case");
            return new CaseStartSyntax(cursor.Since(first));
        }

        if (cursor.Take(Phrases.End))
        {
            return new CaseEndSyntax(cursor.Since(first));
        }

        var (occurrence, word) = Occurrence(behind);
        var events = Read(word);
        return new EventAnchorSyntax(occurrence, events, cursor.Since(first));
    }

    /// <summary><c>first</c>, <c>last</c> or nothing, and the last word read.</summary>
    public (Occurrence Occurrence, string Behind) Occurrence(string behind) =>
        cursor.Take(Phrases.First) ? (Measures.Occurrence.First, "first")
        : cursor.Take(Phrases.Last) ? (Measures.Occurrence.Last, "last")
        : (Measures.Occurrence.First, behind);

    private EventSort? SortAt()
    {
        cursor.Take("any", "all", "every", "a", "an");
        if (cursor.Take("contact", "contacts"))
        {
            return EventSort.Contact;
        }

        if (cursor.Take("handoff", "handoffs", "hand-off", "hand-offs", "breakpoint", "breakpoints"))
        {
            return EventSort.Handoff;
        }

        if (cursor.Take("event", "events"))
        {
            return EventSort.Any;
        }

        if (!cursor.Take("failure"))
        {
            return null;
        }

        cursor.Offer(new Phrase("contacts", "contacts that arise only because something failed, by the map"));
        if (!cursor.Take("contact", "contacts", "demand"))
        {
            cursor.Missing("failure", "contacts", "Write failure contacts.");
        }

        return EventSort.FailureContact;
    }

    private EventsSyntax Sorted(EventSort sort, TextSpan first)
    {
        var span = cursor.Since(first);
        if (cursor.Current.Is("or") && (cursor.Ahead(1).Kind == TokenKind.Quoted || cursor.Ahead(1).IsOneOf("contact", "contacts", "failure", "handoff", "handoffs", "event", "events"))
            && !BeginsCondition(1))
        {
            cursor.Error("ME119", "Names of activities and words such as contacts cannot be joined.", "Write two measures, or name every activity.");
            cursor.Read();
            if (SortAt() is null)
            {
                MoreNames([Name()]);
            }
        }

        return new EventsSyntax(sort, [], span);
    }

    private NameSyntax Name()
    {
        var token = cursor.Read();
        if (string.IsNullOrWhiteSpace(token.Text) && token.IsClosed)
        {
            cursor.Error("ME106", "The name between the quotation marks is empty.", QuoteHint, token.Span);
        }

        return new NameSyntax(token.Text, token.Span);
    }

    private void MoreNames(List<NameSyntax> names)
    {
        while (true)
        {
            cursor.Offer(Phrases.Or);
            var isComma = cursor.Current.Kind == TokenKind.Comma && cursor.Ahead(1).Kind == TokenKind.Quoted;
            if (!(isComma || cursor.Current.Is("or")) || BeginsCondition(1))
            {
                return;
            }

            var joint = cursor.Current;
            if (isComma)
            {
                cursor.Error("ME120", "Names are joined by or, not by a comma.", $"Write {QuoteMarks.Quote(names[^1].Text)} or {QuoteMarks.Quote(cursor.Ahead(1).Text)}.");
            }

            cursor.Read();
            cursor.Offer(Slot.Activity);
            if (cursor.Current.Kind == TokenKind.Quoted)
            {
                names.Add(Name());
            }
            else if (cursor.Current.IsOneOf("contact", "contacts", "failure", "handoff", "handoffs", "event", "events"))
            {
                cursor.Error("ME119", "Names of activities and words such as contacts cannot be joined.", "Write two measures, or name every activity.");
                SortAt();
            }
            else if (!TryBareName(joint.Text, names))
            {
                cursor.Error("ME106", $"After \"or\" comes one more name, not {cursor.Found}.", "Write the name between quotation marks, or leave \"or\" out.");
                return;
            }
        }
    }

    // In a filter, "A" or "region" = "North" is one name and one more condition.
    private bool BeginsCondition(int ahead) =>
        cursor.Ahead(ahead).IsOneOf("has", "not")
        || cursor.Ahead(ahead).Kind == TokenKind.OpenParenthesis
        || (cursor.Ahead(ahead).Kind is TokenKind.Quoted or TokenKind.Word
            && (cursor.Ahead(ahead + 1).Kind == TokenKind.Comparison || cursor.Ahead(ahead + 1).IsOneOf("in", "is", "not")));

    private bool TryBareName(string behind, List<NameSyntax> names)
    {
        if (cursor.Current.Kind != TokenKind.Word || cursor.Current.IsOneOf(ClauseWords.Structure))
        {
            return false;
        }

        var meant = cursor.Ahead(1).Kind == TokenKind.Word && !cursor.Ahead(1).IsOneOf(ClauseWords.Structure) ? null : NearSort(cursor.Current.Text);
        var first = cursor.Here;
        var words = new List<string>();
        while (cursor.Current.Kind == TokenKind.Word && !cursor.Current.IsOneOf(ClauseWords.Structure))
        {
            words.Add(cursor.Read().Written);
        }

        var name = TokenCursor.Shortened(string.Join(' ', words));
        cursor.Error(
            "ME107", $"\"{name}\" stands after \"{behind}\" without quotation marks.",
            meant is null ? $"Write names of activities between quotation marks: {QuoteMarks.Quote(name)}." : $"Did you mean {meant}? Names of activities stand between quotation marks.",
            cursor.Since(first));
        names.Add(new NameSyntax(string.Join(' ', words), cursor.Since(first), false));
        return true;
    }

    private static string? NearSort(string word) =>
        NearestNames.Among(word, Phrases.OfSorts.Concat(Phrases.OfDistinct).Select(static one => one.FirstWord), 1) is [var near] ? near : null;
}
