namespace OutsideIn.Measures.Internals;

/// <summary>Reads a whole objective: a goal, a due day and a period.</summary>
internal sealed class ObjectiveReader(TokenCursor cursor)
{
    private DateOnly? _due;
    private PeriodUnit? _per;

    public ObjectiveSyntax Read()
    {
        var first = cursor.Here;
        var goal = new GoalReader(cursor).Read();
        while (true)
        {
            cursor.Offer(Phrases.OfGoalClause);
            if (cursor.IsAtEnd)
            {
                return new ObjectiveSyntax(goal, _due, _per, cursor.Since(first));
            }

            Clause();
        }
    }

    private void Clause()
    {
        var word = cursor.Current;
        if (cursor.Take("by", "until"))
        {
            Once(_due is not null, word);
            Due(word.Text);
        }
        else if (cursor.Take("per", "each", "every"))
        {
            Once(_per is not null, word);
            Period(word.Text);
        }
        else
        {
            var hint = word switch
            {
                { Kind: TokenKind.Word, Text: "where" or "for" } => "Conditions belong in the measure, after what is measured.",
                { Kind: TokenKind.Word, Text: "and" or "or" } => "Write two objectives, each with its own measure.",
                { Kind: TokenKind.Word, Text: "before" or "in" or "on" } => "The day by which is written by and a date, such as by 2027-06-30.",
                { Kind: TokenKind.Word, Text: "monthly" or "weekly" or "quarterly" } => "Write per month, per week or per quarter.",
                _ => cursor.Meant() ?? "Only by and a date, and per week, month or quarter may follow; leave the rest out.",
            };
            cursor.Error("ME117", $"{cursor.Found} cannot stand here: the objective is complete before it.", hint);
            cursor.Read();
            cursor.SkipTo(ClauseWords.OfObjective);
        }
    }

    private void Once(bool isAgain, Token word)
    {
        if (isAgain)
        {
            cursor.Error("ME116", $"\"{word.Text}\" is written twice.", "Leave one of the two out.", word.Span);
        }
    }

    private void Due(string behind)
    {
        cursor.Offer(Slot.Day);
        if (cursor.Current.Kind == TokenKind.Time)
        {
            var token = cursor.Read();
            _due = DateOnly.FromDateTime(token.Instant.UtcDateTime);
            return;
        }

        var year = cursor.Current is { Kind: TokenKind.Number, Number: >= 1900 and <= 9999 } && cursor.Current.Number == Math.Floor(cursor.Current.Number)
            ? cursor.Current.Text
            : null;
        cursor.Error(
            "ME114", $"After \"{behind}\" comes a day, not {cursor.Found}.",
            year is null ? "Write year, month and day, such as by 2027-06-30." : $"Write the whole day, such as by {year}-12-31.");
        cursor.SkipTo(ClauseWords.OfObjective);
    }

    private void Period(string behind)
    {
        cursor.Offer(Phrases.OfPeriods);
        PeriodUnit? unit = cursor.Current switch
        {
            { Kind: TokenKind.Word, Text: "week" or "weeks" } => PeriodUnit.Week,
            { Kind: TokenKind.Word, Text: "month" or "months" } => PeriodUnit.Month,
            { Kind: TokenKind.Word, Text: "quarter" or "quarters" } => PeriodUnit.Quarter,
            _ => null,
        };
        if (unit is null)
        {
            cursor.Error("ME125", $"After \"{behind}\" comes week, month or quarter, not {cursor.Found}.", cursor.Current.IsOneOf("customer", "customers")
                ? "Write per customer into the measure; here write per week, per month or per quarter."
                : "Write per week, per month or per quarter.");
            cursor.SkipTo(ClauseWords.OfObjective);
            return;
        }

        cursor.Read();
        _per = unit;
    }
}
