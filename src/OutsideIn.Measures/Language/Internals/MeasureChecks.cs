using OutsideIn.Events;

namespace OutsideIn.Measures.Internals;

/// <summary>Checks a measure against a schema.</summary>
internal sealed class MeasureChecks
{
    private readonly MeasureSchema _schema;
    private readonly DiagnosticList _found = new();
    private readonly EventsChecks _events;
    private readonly ConditionChecks _conditions;

    public MeasureChecks(MeasureSchema schema)
    {
        _schema = schema;
        _events = new EventsChecks(schema, _found);
        _conditions = new ConditionChecks(schema, _found, _events);
    }

    public MeasureDiagnostic[] Of(MeasureSyntax tree)
    {
        Value(tree.Value);
        if (tree.Where is { } where)
        {
            _conditions.OfEvents(where);
            NoEffect(tree.Value, where);
        }

        if (tree.ForCases is { } cases)
        {
            _conditions.OfCases(cases);
        }

        Calendar(tree);
        if (tree.IsPerCustomer && _schema.HasLog && _schema.ColumnOf(new NameSyntax("customer", default, false)) is null)
        {
            _found.Error("ME135", "The log does not say whose case it is, so nothing can be measured per customer.", "Leave per customer out, or name the customer's column when the log is read.", tree.PerCustomerSpan);
        }

        Ends(tree.Value);
        return _found.ByPlace;
    }

    private void Value(ValueSyntax value)
    {
        switch (value)
        {
            case TimeBetweenSyntax time:
                _events.Of(time.From);
                _events.Of(time.To);
                break;
            case ClockTimeSyntax when !_schema.KnowsClocks:
                _found.Error("ME139", "Only a map says when the two clocks run, and there is none that does.", "Give a map that names the first sign of need and the outcome, or write time from … to ….", value.Span);
                break;
            case WaitingTimeSyntax { Before: { } before }:
                _events.Of(before);
                break;
            case TouchTimeSyntax touch:
                Touch(touch);
                break;
            case CountSyntax count:
                _events.Of(count.Events);
                break;
            case RepeatsSyntax repeats:
                _events.Of(repeats.Events);
                break;
            case HasSyntax has:
                _events.Of(has);
                break;
            default:
                OfColumn(value);
                break;
        }
    }

    private void Touch(TouchTimeSyntax touch)
    {
        if (_schema is { HasLog: true, HasStarts: false })
        {
            _found.Error("ME134", "Touch time needs the start and the end of each event, and the log records one time only.", "Measure waiting time or time from … to …, or name the column with the starts when the log is read.", touch.Span);
        }

        if (touch.Of is { } of)
        {
            _events.Of(of);
        }
    }

    private void OfColumn(ValueSyntax value)
    {
        switch (value)
        {
            case DistinctSyntax distinct when _conditions.ColumnOf(distinct.Column, false) is { Kind: not AttributeKind.Text } column:
                _found.Error("ME132", $"{QuoteMarks.Quote(column.Name)} holds {ConditionChecks.KindName(column.Kind)}; different values are counted of columns that hold texts.", Columns(AttributeKind.Text), distinct.Column.Span);
                break;
            case ValueAtSyntax at:
                Number(at.Column, "read");
                _events.Of(at.At);
                break;
            case AggregateSyntax aggregate:
                Number(aggregate.Column, aggregate.Aggregate switch { Aggregate.Sum => "added up", Aggregate.Mean => "averaged", _ => "compared" });
                break;
        }
    }

    private void Number(NameSyntax name, string what)
    {
        if (_conditions.ColumnOf(name, false) is { Kind: not AttributeKind.Number } column)
        {
            _found.Error("ME132", $"{QuoteMarks.Quote(column.Name)} holds {ConditionChecks.KindName(column.Kind)}, which cannot be {what} as a number.", Columns(AttributeKind.Number), name.Span);
        }
    }

    private string Columns(AttributeKind kind)
    {
        var names = _schema.Columns.Where(one => one.Kind == kind).Select(static one => one.Name).ToList();
        return names.Count == 0 ? $"The log has no column of {ConditionChecks.KindName(kind)}; count events instead." : $"Columns of {ConditionChecks.KindName(kind)} are {DiagnosticList.Some(names)}.";
    }

    private void Calendar(MeasureSyntax tree)
    {
        if (tree.Calendar is { Text.Length: > 0 } calendar)
        {
            Calendars.Known(_schema, _found, calendar);
            if (_schema.Calendars.Count == 0)
            {
                return;
            }
        }

        if (tree.Value is TimeBetweenSyntax { IsWorkingTime: true } or ClockTimeSyntax { IsWorkingTime: true } or WaitingTimeSyntax { IsWorkingTime: true } or TouchTimeSyntax { IsWorkingTime: true })
        {
            Calendars.Required(_schema, _found, "Working time", tree.Value.Span);
        }

        if (tree.Value is HasSyntax { Within: { Unit: DurationUnit.BusinessDay } within })
        {
            Calendars.Required(_schema, _found, "A business day", within.Span);
        }
    }

    // A filter chooses among the events a measure names or counts; start, end and the clocks are the whole case's.
    private void NoEffect(ValueSyntax value, ConditionSyntax where)
    {
        if (value is ClockTimeSyntax or TimeBetweenSyntax { From: CaseStartSyntax or CaseEndSyntax, To: CaseStartSyntax or CaseEndSyntax })
        {
            _found.Note("ME149", "This condition changes nothing: start, end and the clocks are those of the whole case.", "To choose cases write for cases where; to time between events of a sort, name them.", where.Span);
        }
    }

    private void Ends(ValueSyntax value)
    {
        var matters = value switch
        {
            TimeBetweenSyntax time => time.To is CaseEndSyntax || time.From is CaseEndSyntax,
            ClockTimeSyntax or MissingValueSyntax => false,
            HasSyntax has => has.Within is null || has.Anchor is CaseEndSyntax,
            _ => true,
        };
        if (matters && !_found.HasErrors && _schema is { HasLog: true, KnowsEnds: false })
        {
            _found.Note("ME143", "No map says with which event a case ends, so every case is taken as ended with its last event.", "Give a map that names the events with which a case is closed.", value.Span);
        }
    }
}
