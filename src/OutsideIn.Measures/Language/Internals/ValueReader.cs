namespace OutsideIn.Measures.Internals;

/// <summary>Reads what is measured.</summary>
internal sealed class ValueReader(TokenCursor cursor)
{
    private readonly EventsReader _events = new(cursor);
    private readonly ColumnReader _columns = new(cursor);
    private readonly HasReader _has = new(cursor);

    public ValueSyntax Read()
    {
        cursor.Offer(Phrases.OfValue);
        cursor.Offer(Slot.NumberColumn);
        var first = cursor.Here;
        if (cursor.Take("working"))
        {
            cursor.Offer(Phrases.OfWorking);
            return Times(first, true) ?? NoTime(first);
        }

        if (Times(first, false) is { } time)
        {
            return time;
        }

        if (cursor.Take("count", "number"))
        {
            return Count(first);
        }

        if (cursor.Current.Is("has"))
        {
            return _has.Read();
        }

        return AggregateAt() is { } aggregate ? Aggregated(first, aggregate) : ColumnAt(first);
    }

    private Aggregate? AggregateAt() => cursor.Ahead(1).Is("at") ? null : cursor.Current switch
    {
        { Kind: TokenKind.Word, Text: "sum" } => Aggregate.Sum,
        { Kind: TokenKind.Word, Text: "mean" or "average" or "avg" } => Aggregate.Mean,
        { Kind: TokenKind.Word, Text: "max" or "maximum" } => Aggregate.Max,
        { Kind: TokenKind.Word, Text: "min" or "minimum" } => Aggregate.Min,
        _ => null,
    };

    private ValueSyntax? Times(TextSpan first, bool isWorking)
    {
        if (cursor.Current.Is("time") && !cursor.Ahead(1).Is("at"))
        {
            cursor.Read();
            return Time(first, isWorking);
        }

        if (cursor.Current.IsOneOf("waiting", "wait") && !cursor.Ahead(1).Is("at"))
        {
            cursor.Read();
            TimeWord("waiting");
            EventsSyntax? before = cursor.Take(Phrases.Before) ? _events.Read("before") : null;
            return new WaitingTimeSyntax(isWorking, before, cursor.Since(first));
        }

        if (cursor.Current.Is("touch") && !cursor.Ahead(1).Is("at"))
        {
            cursor.Read();
            TimeWord("touch");
            EventsSyntax? of = cursor.Take(Phrases.Of) ? _events.Read("of") : null;
            return new TouchTimeSyntax(isWorking, of, cursor.Since(first));
        }

        return null;
    }

    private MissingValueSyntax NoTime(TextSpan first)
    {
        cursor.Missing("working", "time", "Write working time from … to …, working waiting time or working touch time.");
        cursor.SkipTo(ClauseWords.OfMeasure);
        return new MissingValueSyntax(cursor.Since(first));
    }

    private void TimeWord(string behind)
    {
        if (!cursor.Take(Phrases.Time))
        {
            cursor.Missing(behind, "time", $"Write {behind} time.");
        }
    }

    private ValueSyntax Time(TextSpan first, bool isWorking)
    {
        cursor.Offer(Phrases.From);
        if (cursor.Take(Phrases.On))
        {
            return Clock(first, isWorking);
        }

        var isBetween = cursor.Take("between");
        if (!isBetween && !cursor.Take(Phrases.From))
        {
            cursor.Missing("time", "from", "Write from where to where, such as time from start to end.");
            if (cursor.IsAtEnd || cursor.Current.IsOneOf(ClauseWords.OfMeasure))
            {
                return new MissingValueSyntax(cursor.Since(first));
            }

            if (cursor.Current.Kind == TokenKind.Word && !cursor.Current.IsOneOf("first", "last", "start", "end", "to"))
            {
                cursor.Read();
            }
        }

        var from = _events.Anchor("from");
        if (!cursor.Take(Phrases.To) && !(isBetween && cursor.Take("and")))
        {
            var isSynonym = cursor.Current.IsOneOf("until", "till", "through", "and");
            cursor.Error("ME105", $"After the beginning of the time comes \"to\" and where it ends, not {cursor.Found}.", isSynonym
                ? $"Write to in place of {cursor.Current.Text}."
                : "Write to and the event at which the time ends, such as to last \"Car collected\", or to end.");
            if (isSynonym)
            {
                cursor.Read();
            }
        }

        var to = _events.Anchor("to");
        return new TimeBetweenSyntax(isWorking, from, to, cursor.Since(first));
    }

    private ClockTimeSyntax Clock(TextSpan first, bool isWorking)
    {
        cursor.Take(Phrases.The);
        cursor.Offer(Phrases.OfClocks);
        var isCustomers = cursor.Take("customer's", "customers'", "customers", "customer");
        if (!isCustomers && !cursor.Take("firm's", "firms'", "firms", "firm"))
        {
            cursor.Error("ME105", $"There are two clocks, the customer's and the firm's; {cursor.Found} is neither.", "Write time on the customer's clock or time on the firm's clock.");
            cursor.SkipTo([.. ClauseWords.OfMeasure, "clock"]);
        }

        if (!cursor.Take(Phrases.Clock))
        {
            cursor.Error("ME105", $"Here comes the word \"clock\", not {cursor.Found}.", $"Write time on the {(isCustomers ? "customer's" : "firm's")} clock.");
        }

        return new ClockTimeSyntax(isWorking, isCustomers, cursor.Since(first));
    }

    private ValueSyntax Count(TextSpan first)
    {
        if (!cursor.Take(Phrases.Of))
        {
            cursor.Missing("count", "of", cursor.Current.Kind == TokenKind.Quoted ? $"Write count of {QuoteMarks.Quote(cursor.Current.Text)}." : "Write what is counted, such as count of \"Chase call\" or count of contacts.");
        }

        cursor.Offer(Phrases.OfDistinct);
        if (cursor.Take("repeats", "repeat", "repetitions"))
        {
            if (!cursor.Take(Phrases.Of))
            {
                cursor.Missing("repeats", "of", "Write of what, such as count of repeats of \"Check documents\".");
            }

            var repeated = _events.Read("of");
            return new RepeatsSyntax(repeated, cursor.Since(first));
        }

        if (cursor.Current.IsOneOf("cases", "case"))
        {
            cursor.Error("ME102", "A measure gives each case a value, so cases cannot be counted in it.", "Count events, such as count of \"Chase call\"; how many cases there are stands beside every figure.");
            cursor.Read();
            return new MissingValueSyntax(cursor.Since(first));
        }

        if (cursor.Take("different", "distinct", "unique"))
        {
            var column = RoleAt() ?? _columns.Read(Slot.DistinctColumn, "different");
            return new DistinctSyntax(column, cursor.Since(first));
        }

        if (RoleAt() is { } role)
        {
            return new DistinctSyntax(role, cursor.Since(first));
        }

        var events = _events.Read("of");
        return new CountSyntax(events, cursor.Since(first));
    }

    private NameSyntax? RoleAt()
    {
        if (cursor.Current.Kind != TokenKind.Word || RoleWords.OfPlural(cursor.Current.Text) is not { } role)
        {
            return null;
        }

        var token = cursor.Read();
        return new NameSyntax(role, token.Span, false);
    }

    private AggregateSyntax Aggregated(TextSpan first, Aggregate aggregate)
    {
        var word = cursor.Read().Text;
        if (!cursor.Take(Phrases.Of))
        {
            cursor.Missing(word, "of", $"Write {word} of and a column of numbers, such as {word} of \"cost\".");
        }

        var column = _columns.Read(Slot.NumberColumn, $"{word} of");
        return new AggregateSyntax(aggregate, column, cursor.Since(first));
    }

    private ValueSyntax ColumnAt(TextSpan first)
    {
        var isName = cursor.Current.Kind == TokenKind.Quoted || (cursor.Current.Kind == TokenKind.Word && cursor.Ahead(1).Is("at"));
        if (!isName)
        {
            return NoMeasure(first);
        }

        var token = cursor.Read();
        var column = new NameSyntax(token.Written, token.Span, token.Kind == TokenKind.Quoted);
        if (!cursor.Take(Phrases.At))
        {
            cursor.Error(
                "ME102", $"A name alone measures nothing: say what about {QuoteMarks.Quote(TokenCursor.Shortened(token.Text))}.",
                $"Write count of {QuoteMarks.Quote(TokenCursor.Shortened(token.Text))} or has {QuoteMarks.Quote(TokenCursor.Shortened(token.Text))}; for a column, sum of it, or it at last \"…\".", token.Span);
            cursor.SkipTo(ClauseWords.OfMeasure);
            return new MissingValueSyntax(cursor.Since(first));
        }

        if (cursor.Current.IsOneOf("start", "end"))
        {
            var isStart = cursor.Read().Is("start");
            cursor.Error(
                "ME106", $"A value is read at an event, and {(isStart ? "start" : "end")} is an instant.",
                $"Write at {(isStart ? "first" : "last")} event, or at {(isStart ? "first" : "last")} and an activity's name.", cursor.Previous);
            return new ValueAtSyntax(column, isStart ? Occurrence.First : Occurrence.Last, new EventsSyntax(EventSort.Any, [], cursor.Previous), cursor.Since(first));
        }

        var (occurrence, behind) = _events.Occurrence("at");
        var events = _events.Read(behind);
        return new ValueAtSyntax(column, occurrence, events, cursor.Since(first));
    }

    private MissingValueSyntax NoMeasure(TextSpan first)
    {
        var (code, message, hint) = WrongBeginnings.Of(cursor);
        cursor.Error(code, message, hint);
        if (!cursor.Current.IsOneOf(ClauseWords.OfMeasure))
        {
            cursor.Read();
            cursor.SkipTo(ClauseWords.OfMeasure);
        }

        return new MissingValueSyntax(cursor.Since(first));
    }
}
