using OutsideIn.Events;
using OutsideIn.Vocabulary;

namespace OutsideIn.Measures.Internals;

/// <summary>Turns what the parser was ready to read into completions.</summary>
internal sealed class CompletionList(CompletionPlace place)
{
    private const int NamesMax = 60;

    private static readonly string[] CaseWords = ["start", "end", "category"];

    private readonly List<Completion> _first = [];
    private readonly List<Completion> _second = [];
    private readonly string _prefix = NamePattern.Fold(place.Prefix);

    public IReadOnlyList<Completion> OfNames(MeasureSchema schema)
    {
        foreach (var slot in place.Slots.Where(static slot => slot != Slot.NumberColumn))
        {
            Fill(slot, schema);
        }

        // A measure begins with words; a column in front of "at" is the rarer beginning.
        Words(ColumnBefore(schema));
        if (place.Slots.Contains(Slot.NumberColumn))
        {
            Columns(schema, static column => column.Kind == AttributeKind.Number, place.Phrases.Count > 0 ? " at last" : "");
        }

        return Distinct();
    }

    public IReadOnlyList<Completion> OfGoals(MeasureKind? kind)
    {
        var isYesNo = kind == MeasureKind.YesNo;
        foreach (var phrase in place.Phrases.Where(phrase => Fits(phrase, kind)))
        {
            Word(isYesNo && phrase == Phrases.OfGoal[0] ? new Phrase("99% of cases yes", "how many of the cases must have it") : phrase);
        }

        if (place.Slots.Contains(Slot.Duration) && kind is null or MeasureKind.Duration)
        {
            Durations(true);
        }

        if (place.Slots.Contains(Slot.Percent) && place.Begun is { Kind: TokenKind.Number })
        {
            Add(place.Prefix + "% of cases", "how many of the cases must fulfil it", place.Begun.Span, true);
        }

        return Distinct();
    }

    private static bool Fits(Phrase phrase, MeasureKind? kind) => kind switch
    {
        MeasureKind.YesNo => !Phrases.OfBound.Contains(phrase) && !Phrases.OfGoal.AsSpan(3).Contains(phrase),
        null => true,
        _ => phrase != Phrases.Yes && phrase != Phrases.Nay,
    };

    private Completion[] Distinct() => [.. _first.Concat(_second).DistinctBy(static one => one.Text, StringComparer.Ordinal)];

    private void Words(SchemaColumn? column)
    {
        foreach (var phrase in place.Phrases)
        {
            var isOrder = phrase.Text is "<" or "<=" or ">" or ">=";
            if (!(isOrder && column is { Kind: AttributeKind.Text or AttributeKind.YesNo }))
            {
                Word(phrase);
            }
        }
    }

    private void Word(Phrase phrase)
    {
        if (!place.IsInQuotes && phrase.Text.StartsWith(place.Prefix, StringComparison.OrdinalIgnoreCase))
        {
            Add(phrase.Text, phrase.Explanation, place.Replaced([]), true);
        }
    }

    private void Fill(Slot slot, MeasureSchema schema)
    {
        switch (slot)
        {
            case Slot.Activity:
                Activities(schema);
                break;
            case Slot.DistinctColumn:
                Columns(schema, static column => column.Kind == AttributeKind.Text, "");
                break;
            case Slot.FilterColumn:
                Columns(schema, static column => !column.IsRole || !CaseWords.Contains(column.Name, StringComparer.Ordinal), "");
                break;
            case Slot.CaseFilterColumn:
                Columns(schema, static _ => true, "");
                break;
            case Slot.Calendar:
                Names(schema.Calendars, "calendar of the map");
                break;
            case Slot.Duration or Slot.Unit:
                Durations(schema.Calendars.Count > 0);
                break;
            case Slot.Value when ColumnBefore(schema) is { Kind: AttributeKind.YesNo }:
                Word(Phrases.Yes);
                Word(Phrases.Nay);
                break;
        }
    }

    private void Activities(MeasureSchema schema)
    {
        Names(schema.ActivityNames, "activity of the log");
        var known = schema.ActivityNames.Select(NamePattern.Fold).ToHashSet(StringComparer.Ordinal);
        Names([.. schema.MapNames.Select(static one => one.Name).Where(name => !known.Contains(NamePattern.Fold(name)))], "entry of the map");
    }

    private void Names(IReadOnlyList<string> names, string explanation)
    {
        var replaces = place.Replaced(names);
        var left = NamesMax;
        foreach (var name in names)
        {
            if (left > 0 && Offer(QuoteMarks.Quote(name), name, explanation, replaces))
            {
                left--;
            }
        }
    }

    private void Columns(MeasureSchema schema, Func<SchemaColumn, bool> isFit, string behind)
    {
        var replaces = place.Replaced(schema.Columns.Select(static one => one.Name));
        foreach (var column in schema.Columns.Where(isFit))
        {
            var name = !place.IsInQuotes && column.IsRole ? column.Name : QuoteMarks.Quote(column.Name);
            var level = column.Level == AttributeLevel.Case ? "a case" : "an event";
            Offer(name + behind, column.Name, $"column of {ConditionChecks.KindName(column.Kind)}, one value {level}", replaces);
        }
    }

    private bool Offer(string text, string name, string explanation, TextSpan replaces)
    {
        var at = NamePattern.Fold(name).IndexOf(_prefix, StringComparison.Ordinal);
        if (at < 0 || place.Begun is { Kind: TokenKind.Number })
        {
            return false;
        }

        Add(text, explanation, replaces, at == 0);
        return true;
    }

    private void Durations(bool hasCalendar)
    {
        var figure = place.Begun is { Kind: TokenKind.Number } number ? number.Text : null;
        if (figure is null && place.Begun is not null)
        {
            return;
        }

        foreach (var (text, unit, explanation) in DurationUnits.All.Where(one => hasCalendar || one.Unit != DurationUnit.BusinessDay))
        {
            if (figure is not null)
            {
                Add(figure + text, explanation, place.Begun!.Span, true);
            }
            else if (unit is DurationUnit.Hour or DurationUnit.Day or DurationUnit.BusinessDay)
            {
                Add((unit switch { DurationUnit.Hour => "24", DurationUnit.Day => "3", _ => "2" }) + text, explanation, place.Replaced([]), true);
            }
        }
    }

    // The column a comparison or a value at this place would belong to.
    private SchemaColumn? ColumnBefore(MeasureSchema schema)
    {
        var before = place.Before;
        var at = before.Count > 0 && before[^1].Kind == TokenKind.Comparison ? before.Count - 2 : before.Count - 1;
        return at >= 0 && before[at] is { Kind: TokenKind.Word or TokenKind.Quoted } token
            ? schema.ColumnOf(new NameSyntax(token.Text, token.Span, token.Kind == TokenKind.Quoted))
            : null;
    }

    private void Add(string text, string explanation, TextSpan replaces, bool isBeginning) =>
        (isBeginning ? _first : _second).Add(new Completion(text, replaces, explanation));
}
