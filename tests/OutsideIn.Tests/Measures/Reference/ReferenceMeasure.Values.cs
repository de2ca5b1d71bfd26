using OutsideIn.Measures;
using OutsideIn.Statistics;

namespace OutsideIn.Tests.Measures;

/// <content>The values themselves.</content>
internal sealed partial class ReferenceMeasure
{
    private long StartOf(ReferenceSubject subject) => subject.Cases
        .Min(one => Enumerable.Range(_log.Log.CaseStarts[one], _log.Log.CaseStarts[one + 1] - _log.Log.CaseStarts[one]).Min(row => _log.Log.BeginMicros[row]));

    /// <summary>The event an anchor stands for among the events from a place on; null where it never happened.</summary>
    private ReferenceEvent? Find(ReferenceSubject subject, AnchorSyntax anchor, int fromPlace, ConditionSyntax? where)
    {
        var found = anchor switch
        {
            CaseStartSyntax => subject.Events[0],
            CaseEndSyntax => EndOf(subject),
            EventAnchorSyntax { Occurrence: Occurrence.First } one => Meant(subject, one.Events, where).FirstOrDefault(it => it.Place >= fromPlace),
            EventAnchorSyntax one => Meant(subject, one.Events, where).LastOrDefault(it => it.Place >= fromPlace),
            _ => throw new InvalidOperationException("There are three kinds of anchors."),
        };
        return found?.Place >= fromPlace ? found : null;
    }

    private ReferenceValue TimeBetween(ReferenceSubject subject, TimeBetweenSyntax time)
    {
        var clock = ClockOf(time.IsWorkingTime);
        if (Find(subject, time.From, 0, _measure.Where) is not { } from)
        {
            return Value(subject, ValueState.NotApplicable);
        }

        var began = time.From is CaseStartSyntax ? StartOf(subject) : from.Begin;
        if (Find(subject, time.To, from.Place, _measure.Where) is { } to)
        {
            return Value(subject, ValueState.Known, Between(began, time.To is CaseStartSyntax ? StartOf(subject) : to.Time, clock));
        }

        return LostOf(subject) is { } lost && lost >= began
            ? Value(subject, ValueState.Lost, Between(began, lost, clock))
            : Value(subject, ValueState.Open, Between(began, _log.HorizonMicros, clock));
    }

    private ReferenceValue ClockTime(ReferenceSubject subject, ClockTimeSyntax time)
    {
        var readings = (time.IsCustomers ? _log.CustomerClock : _log.FirmClock)!.Value;
        var started = subject.Cases.Select(one => readings.Span[one]).Where(static one => one.IsStarted).ToArray();
        if (started.Length == 0)
        {
            return Value(subject, ValueState.NotApplicable);
        }

        var (start, end) = (started.Min(static one => one.StartMicros), started.Max(static one => one.EndMicros));
        var state = started.Any(static one => one.End == CompetingEnd.Open) ? ValueState.Open
            : started.First(one => one.EndMicros == end).End == CompetingEnd.Lost ? ValueState.Lost
            : ValueState.Known;
        return Value(subject, state, Between(start, end, ClockOf(time.IsWorkingTime)));
    }

    private ReferenceValue Has(ReferenceSubject subject, HasSyntax has)
    {
        var clock = has.Within?.Unit == DurationUnit.BusinessDay ? DurationClock.BusinessDays : DurationClock.Elapsed;
        var (anchor, since, found) = Search(subject, has, _measure.Where);
        if (!anchor)
        {
            return Value(subject, ValueState.NotApplicable);
        }

        var whenFound = has.IsNegated ? 0 : 1;
        if (found is not null)
        {
            return Value(subject, ValueState.Known, whenFound, Between(since, found.Time, clock));
        }

        if (has.Relation == HasRelation.Before)
        {
            var at = Find(subject, has.Anchor!, 0, _measure.Where)!;
            return Value(subject, ValueState.Known, 1 - whenFound, Between(since, has.Anchor is CaseStartSyntax ? StartOf(subject) : at.Begin, clock));
        }

        var lost = has.IsNegated || LostOf(subject) is not { } when || when < since ? (long?)null : Between(since, when, clock);
        var waited = Between(since, _log.HorizonMicros, clock);
        var certain = has.Within is null ? CertainByTheEnd(subject, since, lost) : CertainByTheWindow(has, waited, lost);
        return certain is null ? Value(subject, ValueState.Open, 0, waited) : Value(subject, ValueState.Known, 1 - whenFound, certain.Value);
    }

    private double? CertainByTheEnd(ReferenceSubject subject, long since, long? lost)
    {
        var end = EndOf(subject) is { } one ? Between(since, one.Time, DurationClock.Elapsed) : (long?)null;
        return new[] { end, lost }.Min();
    }

    // The clock of a calendar stands still at night and at weekends: an event then is still in time, however late.
    private static double? CertainByTheWindow(HasSyntax has, long waited, long? lost)
    {
        var isClosed = has.Within!.Unit == DurationUnit.BusinessDay ? waited > has.Within.Micros : waited >= has.Within.Micros;
        return has.Events.Sort == EventSort.Named && lost <= has.Within.Micros ? lost : isClosed ? has.Within.Micros : null;
    }

    /// <summary>Whether the anchor happened, from when it is waited, and the event found.</summary>
    public (bool HasAnchor, long Since, ReferenceEvent? Found) Search(ReferenceSubject subject, HasSyntax has, ConditionSyntax? where)
    {
        var anchor = has.Anchor is null ? subject.Events[0] : Find(subject, has.Anchor, 0, where);
        if (anchor is null)
        {
            return (false, 0, null);
        }

        var isStart = has.Anchor is null or CaseStartSyntax;
        var meant = Meant(subject, has.Events, where);
        if (has.Relation == HasRelation.Before)
        {
            return (true, StartOf(subject), meant.FirstOrDefault(one => one.Place < anchor.Place));
        }

        var since = isStart ? StartOf(subject) : anchor.Begin;
        var clock = has.Within?.Unit == DurationUnit.BusinessDay ? DurationClock.BusinessDays : DurationClock.Elapsed;
        return (true, since, meant.FirstOrDefault(one => (isStart || one.Place > anchor.Place)
            && (has.Within is null || Between(since, one.Time, clock) <= has.Within.Micros)));
    }

    private ReferenceValue NumberAt(ReferenceSubject subject, ValueAtSyntax at)
    {
        var meant = Meant(subject, at.At).ToArray();
        var one = at.Occurrence == Occurrence.First ? meant.FirstOrDefault() : meant.LastOrDefault();
        return one is not null && _conditions.ValueOf(at.Column, subject, one) is double number
            ? Value(subject, ValueState.Known, number)
            : Value(subject, EndOf(subject) is null ? ValueState.Open : ValueState.NotApplicable);
    }

    private ReferenceValue Aggregated(ReferenceSubject subject, AggregateSyntax aggregate)
    {
        var meant = Meant(subject, null);
        var once = _conditions.IsOfCases(aggregate.Column) ? meant.DistinctBy(static one => one.Case) : meant;
        var numbers = once.Select(one => _conditions.ValueOf(aggregate.Column, subject, one)).OfType<double>().ToArray();
        var isClosed = EndOf(subject) is not null;
        if (numbers.Length == 0)
        {
            return Value(subject, isClosed ? ValueState.NotApplicable : ValueState.Open);
        }

        return aggregate.Aggregate switch
        {
            Aggregate.Sum => Value(subject, isClosed ? ValueState.Known : ValueState.Open, numbers.Sum()),
            Aggregate.Mean => Value(subject, ValueState.Known, numbers.Average()),
            Aggregate.Max => Value(subject, ValueState.Known, numbers.Max()),
            _ => Value(subject, ValueState.Known, numbers.Min()),
        };
    }
}
