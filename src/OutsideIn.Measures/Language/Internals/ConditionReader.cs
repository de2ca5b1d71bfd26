namespace OutsideIn.Measures.Internals;

/// <summary>Reads conditions on events and on cases.</summary>
internal sealed class ConditionReader(TokenCursor cursor)
{
    // Deeper than anybody writes by hand, and far from the end of the stack.
    private const int DepthMax = 100;

    private readonly ColumnReader _columns = new(cursor);
    private readonly LiteralReader _literals = new(cursor);
    private readonly HasReader _has = new(cursor);
    private int _depth;
    private bool _isTooDeep;
    private CompareSyntax? _compared;
    private Slot _slot;

    /// <param name="isOfCases">Whether cases are filtered rather than events.</param>
    public ConditionSyntax Read(bool isOfCases)
    {
        _compared = null;
        _slot = isOfCases ? Slot.CaseFilterColumn : Slot.FilterColumn;
        var condition = AnyOf();
        if (!cursor.IsAtEnd && !cursor.Current.IsOneOf(ClauseWords.OfMeasure))
        {
            Behind();
        }

        return condition;
    }

    private void Behind()
    {
        if (cursor.Current.Kind == TokenKind.CloseParenthesis)
        {
            cursor.Error("ME115", "A parenthesis is closed here that was never opened.", "Leave it out.");
        }
        else
        {
            cursor.Error("ME117", $"{cursor.Found} cannot stand after a condition.", cursor.Current.Kind == TokenKind.Comma
                ? "Join conditions by and or by or."
                : cursor.Meant() ?? "Join conditions by and or by or; texts stand between quotation marks.");
        }

        cursor.SkipTo(ClauseWords.OfMeasure);
    }

    private ConditionSyntax AnyOf()
    {
        var first = cursor.Here;
        List<ConditionSyntax> conditions = [AllOf()];
        while (cursor.Take(Phrases.OrElse))
        {
            conditions.Add(AllOf());
        }

        return conditions is [var only] ? only : new AnyOfSyntax(conditions, cursor.Since(first));
    }

    private ConditionSyntax AllOf()
    {
        var first = cursor.Here;
        List<ConditionSyntax> conditions = [One()];
        while (cursor.Take(Phrases.And))
        {
            conditions.Add(One());
        }

        return conditions is [var only] ? only : new AllOfSyntax(conditions, cursor.Since(first));
    }

    private ConditionSyntax One()
    {
        cursor.Offer(Phrases.Not);
        if (_slot == Slot.CaseFilterColumn)
        {
            cursor.Offer(Phrases.Has);
        }

        var first = cursor.Here;
        if (_depth >= DepthMax)
        {
            _isTooDeep = true;
            cursor.Error("ME118", $"Conditions are nested more than {DepthMax} deep here.", "Leave out parentheses that change nothing.");
            cursor.SkipTo(ClauseWords.OfMeasure);
            return new MissingConditionSyntax(new TextSpan(first.Start, 0));
        }

        if (cursor.Take("not"))
        {
            _depth++;
            var condition = One();
            _depth--;
            return new NotSyntax(condition, cursor.Since(first));
        }

        if (cursor.Current.Kind == TokenKind.OpenParenthesis)
        {
            return Nested();
        }

        return cursor.Current.Is("has") ? new CaseHasSyntax(_has.Read(), cursor.Since(first)) : OfColumn(first);
    }

    private ConditionSyntax Nested()
    {
        var open = cursor.Read();
        _depth++;
        var condition = AnyOf();
        _depth--;
        if (cursor.Current.Kind == TokenKind.CloseParenthesis)
        {
            cursor.Read();
        }
        else if (!_isTooDeep && (cursor.IsAtEnd || cursor.Current.IsOneOf(ClauseWords.OfMeasure)))
        {
            cursor.Error("ME115", "A parenthesis is opened here and never closed.", "Close it after the condition.", open.Span);
        }

        return condition;
    }

    private ConditionSyntax OfColumn(TextSpan first)
    {
        if (cursor.Current.Kind is not (TokenKind.Quoted or TokenKind.Word) || cursor.Current.IsOneOf(ClauseWords.Structure))
        {
            cursor.Offer(_slot);
            cursor.Error("ME108", $"A condition begins with the name of a column, not with {cursor.Found}.", "Write a column, a comparison and a value, such as channel = \"phone\".");
            if (!cursor.Current.IsOneOf(ClauseWords.OfMeasure) && !cursor.Current.IsOneOf("and", "or") && cursor.Current.Kind != TokenKind.CloseParenthesis)
            {
                cursor.Read();
                SkipCondition();
            }

            return new MissingConditionSyntax(new TextSpan(first.Start, 0));
        }

        var column = _columns.Read(_slot, "where");
        cursor.Offer(Phrases.OfComparison);
        if (cursor.Take("is"))
        {
            return Is(column, first);
        }

        if (cursor.Current.Is("not") && cursor.Ahead(1).Is("in"))
        {
            cursor.Read();
            cursor.Read();
            return new InSyntax(column, true, List(), cursor.Since(first));
        }

        if (cursor.Take("in"))
        {
            return new InSyntax(column, false, List(), cursor.Since(first));
        }

        if (ComparisonReader.Take(cursor) is { } comparison)
        {
            return Compared(column, comparison, first);
        }

        return NoComparison(column, first);
    }

    private MissingConditionSyntax NoComparison(NameSyntax column, TextSpan first)
    {
        if (column.IsQuoted && _compared is { Literal: TextLiteralSyntax before } compared && compared.Comparison == Comparison.Equal)
        {
            cursor.Error(
                "ME109", $"A condition names its column each time; {QuoteMarks.Quote(TokenCursor.Shortened(column.Text))} has none.",
                $"Write {ValueText.Column(compared.Column)} in ({QuoteMarks.Quote(TokenCursor.Shortened(before.Text))}, {QuoteMarks.Quote(TokenCursor.Shortened(column.Text))}).", column.Span);
            return new MissingConditionSyntax(cursor.Since(first));
        }

        var isBetween = cursor.Current.Is("between");
        cursor.Error("ME109", $"After the column {QuoteMarks.Quote(TokenCursor.Shortened(column.Text))} comes a comparison, not {cursor.Found}.", ComparisonHint(column));
        SkipCondition();
        if (isBetween && cursor.Current.Is("and") && cursor.Ahead(1).Kind is TokenKind.Number or TokenKind.Time)
        {
            cursor.Read();
            cursor.Read();
        }

        return new MissingConditionSyntax(cursor.Since(first));
    }

    private string ComparisonHint(NameSyntax column) => cursor.Current switch
    {
        { Kind: TokenKind.Word, Text: "between" } => $"Write both bounds: {ValueText.Column(column)} >= {Bound(1, "100")} and {ValueText.Column(column)} <= {Bound(3, "500")}.",
        { Kind: TokenKind.Word, Text: "like" or "contains" or "matches" or "starts" } => $"Write = and * for any run of characters, such as {ValueText.Column(column)} = \"North*\".",
        { Kind: TokenKind.Word, Text: "equals" } => "Write =.",
        { Kind: TokenKind.End } or { Kind: TokenKind.Word, Text: "and" or "or" } or { Kind: TokenKind.CloseParenthesis } =>
            $"Write what it must be, such as {ValueText.Column(column)} = \"…\"." + (column.IsQuoted ? $" Cases in which it happened are chosen by for cases where has {QuoteMarks.Quote(TokenCursor.Shortened(column.Text))}." : ""),
        _ => "Write one of = != < <= > >=, in (…), or is missing.",
    };

    private string Bound(int ahead, string otherwise) =>
        cursor.Ahead(ahead).Kind is TokenKind.Number or TokenKind.Time ? TokenCursor.Shortened(cursor.Ahead(ahead).Text) : otherwise;

    private ConditionSyntax Is(NameSyntax column, TextSpan first)
    {
        var isNegated = cursor.Take(Phrases.Not);
        if (cursor.Take(Phrases.Missing, "empty", "null", "unknown", "blank"))
        {
            return new IsMissingSyntax(column, isNegated, cursor.Since(first));
        }

        return cursor.Take(Phrases.In)
            ? new InSyntax(column, isNegated, List(), cursor.Since(first))
            : Compared(column, isNegated ? Comparison.NotEqual : Comparison.Equal, first);
    }

    private ConditionSyntax Compared(NameSyntax column, Comparison comparison, TextSpan first)
    {
        _compared = _literals.Read(column) is { } literal ? new CompareSyntax(column, comparison, literal, cursor.Since(first)) : null;
        return _compared is null ? new MissingConditionSyntax(cursor.Since(first)) : _compared;
    }

    private List<LiteralSyntax> List()
    {
        List<LiteralSyntax> literals = [];
        var open = cursor.Here;
        var isOpen = cursor.Current.Kind == TokenKind.OpenParenthesis;
        if (isOpen)
        {
            cursor.Read();
        }
        else
        {
            cursor.Error("ME115", $"After \"in\" comes a list in parentheses, not {cursor.Found}.", "Write the values in parentheses, such as in (\"Motor\", \"Legal\").");
        }

        while (isOpen && cursor.Current.Kind != TokenKind.CloseParenthesis && !cursor.IsAtEnd && !cursor.Current.IsOneOf(ClauseWords.OfMeasure))
        {
            if (_literals.Read(null) is { } literal)
            {
                literals.Add(literal);
            }
            else if (!cursor.IsAtEnd && cursor.Current.Kind != TokenKind.CloseParenthesis)
            {
                cursor.Read();
            }

            Separator();
        }

        Closed(isOpen, open, literals.Count);
        if (!isOpen && _literals.Read(null) is { } alone)
        {
            literals.Add(alone);
        }

        return literals;
    }

    private void Separator()
    {
        if (cursor.Current.Kind == TokenKind.Comma)
        {
            cursor.Read();
        }
        else if (cursor.Current.IsOneOf("or", "and") || cursor.Current.Kind == TokenKind.Quoted)
        {
            cursor.Error("ME115", $"Values of a list are separated by commas; here is {cursor.Found}.", "Write a comma between the values, such as in (\"Motor\", \"Legal\").");
            cursor.Take("or", "and");
        }
    }

    private void Closed(bool isOpen, TextSpan open, int count)
    {
        if (isOpen && cursor.Current.Kind == TokenKind.CloseParenthesis)
        {
            cursor.Read();
            if (count == 0)
            {
                cursor.Error("ME115", "The list is empty.", "Write at least one value, such as in (\"Motor\", \"Legal\").", cursor.Since(open));
            }
        }
        else if (isOpen)
        {
            cursor.Error("ME115", "The list is opened here and never closed.", "Close it by ) after its last value.", open);
        }
    }

    private void SkipCondition()
    {
        while (!cursor.IsAtEnd && cursor.Current.Kind != TokenKind.CloseParenthesis
            && !cursor.Current.IsOneOf("and", "or") && !cursor.Current.IsOneOf(ClauseWords.OfMeasure))
        {
            cursor.Read();
        }
    }
}
