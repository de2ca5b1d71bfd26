namespace OutsideIn.Measures.Internals;

/// <summary>Reads a whole measure: a value and its clauses.</summary>
internal sealed class MeasureReader(TokenCursor cursor)
{
    private readonly ConditionReader _conditions = new(cursor);

    private ConditionSyntax? _where;
    private ConditionSyntax? _forCases;
    private NameSyntax? _calendar;
    private bool _isPerCustomer;
    private TextSpan _perCustomer;

    public MeasureSyntax Read()
    {
        var first = cursor.Here;
        var value = new ValueReader(cursor).Read();
        while (true)
        {
            cursor.Offer(Phrases.OfClause);
            if (cursor.IsAtEnd)
            {
                return new MeasureSyntax(value, _where, _forCases, _calendar, _isPerCustomer, cursor.Since(first)) { PerCustomerSpan = _perCustomer };
            }

            Clause();
        }
    }

    private void Clause()
    {
        var word = cursor.Current;
        if (cursor.Take("where"))
        {
            Once(_where is not null, word);
            _where = _conditions.Read(isOfCases: false);
        }
        else if (cursor.Take("for"))
        {
            Cases(word);
        }
        else if (cursor.Take("per"))
        {
            if (!cursor.Take(Phrases.Customer, "customers", "client", "clients"))
            {
                cursor.Missing("per", "customer", PerHint());
                cursor.SkipTo(ClauseWords.OfMeasure);
            }

            Once(_isPerCustomer, word);
            (_isPerCustomer, _perCustomer) = (true, cursor.Since(word.Span));
        }
        else if (cursor.Take("by", "using", "with"))
        {
            Calendar(word);
        }
        else
        {
            Leftover();
        }
    }

    private string PerHint() => cursor.Current.IsOneOf("month", "week", "quarter", "day", "year")
        ? "Write per customer, or leave it out: the period belongs in the objective, as in total <= 100 per month."
        : "Write per customer, or leave it out: without it each case is measured by itself.";

    private void Once(bool isAgain, Token word)
    {
        if (isAgain)
        {
            cursor.Error("ME116", $"\"{word.Text}\" is written twice.", "Join both conditions by and, or leave one out.", word.Span);
        }
    }

    private void Cases(Token word)
    {
        if (!cursor.Take(Phrases.Cases, "case", "customers", "all"))
        {
            cursor.Missing("for", "cases where", "Write for cases where and a condition, such as for cases where region = \"North\".");
        }

        if (!cursor.Take(Phrases.Where, "with", "if"))
        {
            cursor.Error("ME105", $"After \"for cases\" comes \"where\", not {cursor.Found}.", "Write for cases where and a condition, such as for cases where region = \"North\".");
        }

        Once(_forCases is not null, word);
        _forCases = _conditions.Read(isOfCases: true);
    }

    private void Calendar(Token word)
    {
        if (!cursor.Take(Phrases.Calendar))
        {
            cursor.Error(
                "ME105", $"After \"{word.Text}\" comes \"calendar\" and its name, not {cursor.Found}.",
                cursor.Current.Kind == TokenKind.Time
                    ? "A day by which belongs in the objective, as in 95% of cases <= 24h by 2027-06-30."
                    : "Write by calendar and the calendar's name, such as by calendar \"Branches\". Groups are chosen where the figures are shown, not in the measure.");
            cursor.SkipTo(ClauseWords.OfMeasure);
            return;
        }

        Once(_calendar is not null, word);
        cursor.Offer(Slot.Calendar);
        if (cursor.Current.Kind == TokenKind.Quoted)
        {
            var name = cursor.Read();
            _calendar = new NameSyntax(name.Text, name.Span);
            return;
        }

        var span = cursor.Here;
        if (cursor.Current.Kind == TokenKind.Word && !cursor.Current.IsOneOf(ClauseWords.OfMeasure))
        {
            var bare = cursor.Read();
            cursor.Error("ME107", $"The calendar's name {bare.Written} stands without quotation marks.", $"Write by calendar {QuoteMarks.Quote(bare.Written)}.", span);
            _calendar = new NameSyntax(bare.Written, bare.Span);
            return;
        }

        cursor.Error("ME106", $"After \"by calendar\" comes the calendar's name, not {cursor.Found}.", "Write the name between quotation marks, such as by calendar \"Branches\".");
        _calendar = new NameSyntax("", new TextSpan(span.Start, 0));
    }

    private void Leftover()
    {
        var token = cursor.Current;
        var (message, hint) = token.Kind switch
        {
            TokenKind.Comparison => (
                $"A measure says what is measured; how good it must be, from {cursor.Found} on, is no part of it.",
                "Move it to the objective, such as 95% of cases <= 24h."),
            TokenKind.Number or TokenKind.Duration or TokenKind.Percent => (
                $"{cursor.Found} cannot stand after the measure.", "A target belongs in the objective, such as 95% of cases <= 24h."),
            TokenKind.Quoted => ($"{cursor.Found} cannot stand here: the measure is complete before it.", "Join several names by or, as in count of \"A\" or \"B\"; or leave it out."),
            TokenKind.CloseParenthesis => ("A parenthesis is closed here that was never opened.", "Leave it out."),
            TokenKind.Word when token.IsOneOf("and", "or") => (
                $"\"{token.Text}\" joins two names or two conditions, and there are none here.",
                "Names are joined as in count of \"A\" or \"B\"; conditions stand after where; two figures are two measures."),
            TokenKind.Word when token.IsOneOf("if", "with", "when", "having") => (
                $"\"{token.Text}\" begins no part of a measure.", "Write where for a condition on events, for cases where for one on cases."),
            _ => ($"{cursor.Found} cannot stand here: the measure is complete before it.",
                cursor.Meant() ?? "Only where, for cases where, per customer and by calendar may follow; leave the rest out."),
        };
        cursor.Error("ME117", message, hint);
        cursor.Read();
        cursor.SkipTo(ClauseWords.OfMeasure);
    }
}
