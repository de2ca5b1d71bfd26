using System.Globalization;
using OutsideIn.Events;

namespace OutsideIn.Measures.Internals;

/// <summary>Checks conditions: the columns they name and the values they compare with.</summary>
internal sealed class ConditionChecks(MeasureSchema schema, DiagnosticList found, EventsChecks events)
{
    private static readonly string[] CaseWords = ["start", "end", "category"];

    /// <summary>What a column holds, as messages say it.</summary>
    public static string KindName(AttributeKind kind) => kind switch
    {
        AttributeKind.Number => "numbers",
        AttributeKind.Time => "times",
        AttributeKind.YesNo => "yes and no",
        _ => "texts",
    };

    public void OfEvents(ConditionSyntax condition) => Of(condition, false);

    public void OfCases(ConditionSyntax condition) => Of(condition, true);

    /// <summary>The column of a name, or null where there is none, which is told, or where it cannot be known without a log.</summary>
    public SchemaColumn? ColumnOf(NameSyntax name, bool isOfCases)
    {
        if (!schema.HasLog || string.IsNullOrWhiteSpace(name.Text) || found.IsFull)
        {
            return null;
        }

        if (schema.ColumnOf(name) is { } column)
        {
            if (!isOfCases && column.IsRole && CaseWords.Contains(column.Name, StringComparer.Ordinal))
            {
                // Of events these words mean nothing, so a column the source named so is meant even without marks.
                if (schema.ColumnOf(name with { IsQuoted = true }) is { IsRole: false } own)
                {
                    return own;
                }

                found.Error("ME144", $"{column.Name} is said of a whole case, not of one event.", "Write for cases where in place of where.", name.Span);
                return null;
            }

            return column;
        }

        Unknown(name);
        return null;
    }

    private void Of(ConditionSyntax condition, bool isOfCases)
    {
        switch (condition)
        {
            case AllOfSyntax all:
                Each(all.Conditions, isOfCases);
                break;
            case AnyOfSyntax any:
                Each(any.Conditions, isOfCases);
                break;
            case NotSyntax not:
                Of(not.Condition, isOfCases);
                break;
            case CaseHasSyntax has:
                Has(has, isOfCases);
                break;
            case IsMissingSyntax missing:
                ColumnOf(missing.Column, isOfCases);
                break;
            case InSyntax one when ColumnOf(one.Column, isOfCases) is { } column:
                foreach (var literal in one.Literals)
                {
                    Fits(column, Comparison.Equal, literal);
                }

                break;
            case CompareSyntax compare when ColumnOf(compare.Column, isOfCases) is { } column:
                if (Fits(column, compare.Comparison, compare.Literal))
                {
                    Compares(column, compare);
                }

                break;
        }
    }

    private void Each(IReadOnlyList<ConditionSyntax> conditions, bool isOfCases)
    {
        foreach (var one in conditions)
        {
            Of(one, isOfCases);
        }
    }

    private void Has(CaseHasSyntax has, bool isOfCases)
    {
        if (!isOfCases)
        {
            found.Error("ME144", "has asks of a whole case, and where chooses events.", $"Write for cases where {ValueText.Of(has.Has)}.", has.Span);
        }

        events.Of(has.Has);
        if (has.Has.Within is { Unit: DurationUnit.BusinessDay } within)
        {
            Calendars.Required(schema, found, "A business day", within.Span);
        }
    }

    private void Unknown(NameSyntax name)
    {
        var names = schema.Columns.Select(static one => one.Name).ToList();
        if (RoleOf(name.Text) is { } role)
        {
            found.Error("ME131", $"The log does not say {role}.", $"Name its column when the log is read, or use one of {DiagnosticList.Some(names)}.", name.Span);
            return;
        }

        found.Error(
            "ME131", $"The log has no column {QuoteMarks.Quote(TokenCursor.Shortened(name.Text))}.",
            DiagnosticList.DidYouMean(name.Text, names) ?? $"Its columns are {DiagnosticList.Some(names, 10)}.", name.Span);
    }

    private static string? RoleOf(string name) => name.ToLowerInvariant() switch
    {
        "person" => "who did the work",
        "team" => "which team did the work",
        "system" => "in which system the work was done",
        "channel" => "through which channel a contact came",
        "customer" => "whose case it is",
        "cost" => "what an event costs",
        "category" => "which category of customers a case belongs to",
        _ => null,
    };

    private bool Fits(SchemaColumn column, Comparison comparison, LiteralSyntax literal)
    {
        var isFit = (column.Kind, literal) switch
        {
            (AttributeKind.Text, TextLiteralSyntax) or (AttributeKind.Number, NumberLiteralSyntax) => true,
            (AttributeKind.Time, TimeLiteralSyntax) or (AttributeKind.YesNo, AnswerLiteralSyntax) => true,
            _ => false,
        };
        if (isFit)
        {
            return true;
        }

        // A text without its marks was refused when it was read.
        if (literal is TextLiteralSyntax text && text.Span.Length == text.Text.Length)
        {
            return false;
        }

        found.Error("ME133", $"{QuoteMarks.Quote(column.Name)} holds {KindName(column.Kind)}, and {NameOf(literal)} is {SortOf(literal)}.", Correction(column, comparison, literal), literal.Span);
        return false;
    }

    private static string SortOf(LiteralSyntax literal) => literal switch
    {
        TextLiteralSyntax => "a text",
        NumberLiteralSyntax => "a number",
        TimeLiteralSyntax => "a time",
        _ => "an answer",
    };

    private static string NameOf(LiteralSyntax literal) => literal switch
    {
        TextLiteralSyntax text => QuoteMarks.Quote(TokenCursor.Shortened(text.Text)),
        NumberLiteralSyntax number => FigureText.Of(number.Number),
        AnswerLiteralSyntax answer => answer.IsYes ? "yes" : "no",
        TimeLiteralSyntax time => time.Instant.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        _ => ValueText.Missing,
    };

    private static string Correction(SchemaColumn column, Comparison comparison, LiteralSyntax literal)
    {
        var sign = ConditionText.SignOf(comparison);
        var text = (literal as TextLiteralSyntax)?.Text.Trim() ?? NameOf(literal);
        return column.Kind switch
        {
            AttributeKind.Text => $"Write a text between quotation marks, such as {column.Name} = {QuoteMarks.Quote(text)}.",
            AttributeKind.Number when double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out _) => $"Write the number without quotation marks: {column.Name} {sign} {text}.",
            AttributeKind.Number => $"Write a number, such as {column.Name} >= 100.",
            AttributeKind.Time when DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _) => $"Write the day without quotation marks: {column.Name} {sign} {text}.",
            AttributeKind.Time => $"Write a day or an instant, such as {column.Name} >= 2026-01-31.",
            _ => $"Write yes or no: {column.Name} = yes.",
        };
    }

    private void Compares(SchemaColumn column, CompareSyntax compare)
    {
        var isOrder = compare.Comparison is not (Comparison.Equal or Comparison.NotEqual);
        if (isOrder && column.Kind is AttributeKind.Text or AttributeKind.YesNo)
        {
            found.Error(
                "ME146", $"{QuoteMarks.Quote(column.Name)} holds {KindName(column.Kind)}, of which none is more than another.",
                $"Write = or != in place of {ConditionText.SignOf(compare.Comparison)}; * in a text matches any run of characters.", compare.Span);
        }

        if (!isOrder && compare.Literal is TimeLiteralSyntax { IsDay: true } day)
        {
            found.Note(
                "ME147", "A day stands for its first instant, so this asks for that instant only.",
                $"For the whole day write {column.Name} >= {day.Instant:yyyy-MM-dd} and {column.Name} < {day.Instant.AddDays(day.Instant < DateTimeOffset.MaxValue.AddDays(-1) ? 1 : 0):yyyy-MM-dd}.", compare.Span);
        }
    }
}
