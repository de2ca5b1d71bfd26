using System.Globalization;

namespace OutsideIn.Measures.Internals;

/// <summary>Reads what must hold of the values, and of one value.</summary>
internal sealed class GoalReader(TokenCursor cursor)
{
    private const string Forms = "Write for example 95% of cases <= 24h, median <= 3d, p90 <= 5d, mean <= 1.2, 99% of cases yes or total <= 1000 per month.";

    public GoalSyntax Read()
    {
        cursor.Offer(Phrases.OfGoal);
        cursor.Offer(Slot.Percent);
        var first = cursor.Here;
        var token = cursor.Current;
        if (token.IsOneOf("at") || token.Kind == TokenKind.Comparison || token.Kind == TokenKind.Percent)
        {
            return Share(first);
        }

        if (cursor.Take("median"))
        {
            return new PercentileGoalSyntax(0.5, Bound("median"), cursor.Since(first));
        }

        if (cursor.Take("mean", "average", "avg"))
        {
            return new MeanGoalSyntax(Bound("mean"), cursor.Since(first));
        }

        if (cursor.Take("total", "sum"))
        {
            return new TotalGoalSyntax(Bound("total"), cursor.Since(first));
        }

        return token.Kind == TokenKind.Word && token.Text[0] == 'p' && token.Text.Length > 1 && char.IsAsciiDigit(token.Text[1])
            ? Percentile(first)
            : NoGoal(first);
    }

    private PercentileGoalSyntax Percentile(TextSpan first)
    {
        var token = cursor.Read();
        var isNumber = double.TryParse(token.Text.AsSpan(1), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var percent);
        if (!isNumber || percent is not (> 0 and < 100))
        {
            cursor.Error("ME122", $"\"{TokenCursor.Shortened(token.Text)}\" is no percentile: they lie between p0 and p100.", "Write for example p90 or p99.5.", token.Span);
            percent = 50;
        }

        return new PercentileGoalSyntax(Percents.ShareOf(percent), Bound(token.Text), cursor.Since(first));
    }

    private GoalSyntax Share(TextSpan first)
    {
        var comparison = ComparisonReader.Take(cursor);
        if (cursor.Current.Kind != TokenKind.Percent)
        {
            var sign = comparison is { } written ? ConditionText.SignOf(written) : "<=";
            cursor.Error("ME122", $"Here comes a percentage, not {cursor.Found}.", cursor.Current.Kind is TokenKind.Number or TokenKind.Duration
                ? $"Write of how many cases or of which figure it must hold, such as 95% of cases {sign} {cursor.Current.Text} or median {sign} {cursor.Current.Text}."
                : Forms);
            cursor.SkipTo(ClauseWords.OfObjective);
            return new MissingGoalSyntax(cursor.Since(first));
        }

        var percent = cursor.Read();
        if (percent.Number is < 0 or > 100)
        {
            cursor.Error("ME122", $"{percent.Text} is no share: shares lie between 0% and 100%.", "Write for example 95% of cases.", percent.Span);
        }

        var isOfCustomers = false;
        cursor.Offer(Phrases.OfCases, Phrases.OfCustomers);
        if (cursor.Take("of"))
        {
            cursor.Take("all", "the");
            cursor.Offer(Phrases.Cases, new Phrase("customers", "each customer counts once, for measures per customer"));
            isOfCustomers = cursor.Take("customers", "customer", "clients");
            if (!isOfCustomers && !cursor.Take("cases", "case"))
            {
                cursor.Error("ME105", $"After \"{percent.Text} of\" comes cases or customers, not {cursor.Found}.", $"Write {percent.Text} of cases.");
                if (cursor.Current.Kind == TokenKind.Word && !cursor.Current.IsOneOf(ClauseWords.OfObjective))
                {
                    cursor.Read();
                }
            }
        }

        return new ShareGoalSyntax(
            comparison is Comparison.AtMost or Comparison.Less, Percents.ShareOf(Math.Clamp(percent.Number, 0, 100)), isOfCustomers, Test(), cursor.Since(first));
    }

    private ValueTestSyntax Test()
    {
        var first = cursor.Here;
        cursor.Offer(Phrases.Yes, Phrases.Nay);
        cursor.Take("are", "is", "take", "with");
        var isNo = cursor.Current.Is("no") && !cursor.Ahead(1).IsOneOf("more", "less", "fewer");
        if (cursor.Current.Is("yes") || isNo)
        {
            cursor.Read();
            return new AnswerTestSyntax(!isNo, cursor.Since(first));
        }

        return Bound("cases");
    }

    private BoundSyntax Bound(string behind)
    {
        var first = cursor.Here;
        cursor.Offer(Phrases.OfBound);
        if (ComparisonReader.Take(cursor) is not { } comparison)
        {
            var isValue = cursor.Current.Kind is TokenKind.Number or TokenKind.Duration;
            cursor.Error(
                "ME123", $"After \"{behind}\" comes what must hold, such as <= 24h, not {cursor.Found}.",
                cursor.Current.IsOneOf("where", "for") ? "Conditions belong in the measure, after what is measured."
                : isValue ? $"Write <= {cursor.Current.Text} for at most, or >= {cursor.Current.Text} for at least." : "Write a comparison and a bound, such as <= 24h or <= 1.2; for questions write yes or no.");
            comparison = Comparison.AtMost;
            if (!isValue)
            {
                cursor.SkipTo(ClauseWords.OfObjective);
                return new BoundSyntax(comparison, null, null, new TextSpan(first.Start, 0));
            }
        }

        cursor.Offer(Slot.Duration);
        var token = cursor.Current;
        switch (token.Kind)
        {
            case TokenKind.Duration:
                cursor.Read();
                return new BoundSyntax(comparison, null, new DurationSyntax(token.Number, token.Unit, token.Span), cursor.Since(first));
            case TokenKind.Number:
                cursor.Read();
                return new BoundSyntax(comparison, token.Number, null, cursor.Since(first));
            case TokenKind.Percent:
                cursor.Error("ME123", $"The bound of one value is no percentage; here is {cursor.Found}.", "Write the share in front, such as 95% of cases yes.");
                cursor.Read();
                return new BoundSyntax(comparison, null, null, cursor.Since(first));
            default:
                cursor.Error("ME123", $"After the comparison comes a bound, not {cursor.Found}.", "Write a duration such as 24h, or a number such as 1.2.");
                cursor.SkipTo(ClauseWords.OfObjective);
                return new BoundSyntax(comparison, null, null, cursor.Since(first));
        }
    }

    private MissingGoalSyntax NoGoal(TextSpan first)
    {
        var token = cursor.Current;
        var (code, message, hint) = token switch
        {
            { Kind: TokenKind.End } => ("ME101", "Nothing is written here: an objective is expected.", Forms),
            { Kind: TokenKind.Number } => ("ME121", $"{cursor.Found} begins no objective.", $"Write {token.Text}% for a share of the cases, or median, p90, mean or total in front."),
            { Kind: TokenKind.Word, Text: "time" or "count" or "has" or "waiting" or "touch" or "working" } => (
                "ME121", $"{cursor.Found} begins a measure, not an objective.", Forms),
            { Kind: TokenKind.Word, Text: "all" or "every" or "always" } => ("ME121", $"{cursor.Found} begins no objective.", "Write 100% of cases and what each must fulfil, such as 100% of cases <= 3d."),
            { Kind: TokenKind.Word, Text: "yes" or "no" } => ("ME121", $"{cursor.Found} alone is no objective.", $"Write how many, such as 99% of cases {token.Text}."),
            { Kind: TokenKind.Duration } => ("ME121", $"{cursor.Found} alone is no objective.", $"Write how many or which figure, such as 95% of cases <= {token.Text} or median <= {token.Text}."),
            { Kind: TokenKind.Word, Text: "max" or "maximum" } => ("ME121", $"{cursor.Found} begins no objective.", "Write 100% of cases <= and the bound."),
            { Kind: TokenKind.Word, Text: "min" or "minimum" } => ("ME121", $"{cursor.Found} begins no objective.", "Write 100% of cases >= and the bound."),
            _ => ("ME121", $"{cursor.Found} begins no objective.", cursor.Meant() ?? Forms),
        };
        cursor.Error(code, message, hint);
        cursor.SkipTo(ClauseWords.OfObjective);
        return new MissingGoalSyntax(cursor.Since(first));
    }
}
