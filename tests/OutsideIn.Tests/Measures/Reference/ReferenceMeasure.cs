using OutsideIn.Events;
using OutsideIn.Measures;

namespace OutsideIn.Tests.Measures;

/// <summary>An event as the reference sees it; Place is its position among the events of its subject.</summary>
internal sealed record ReferenceEvent(int Row, int Case, int Place, long Begin, long Time);

/// <summary>A case, or a customer with its cases merged.</summary>
internal sealed record ReferenceSubject(string Name, int[] Cases, ReferenceEvent[] Events);

/// <summary>What a measure gives a subject: microseconds, a count, a number, or 1 and 0; and for answers how long until it was certain.</summary>
internal sealed record ReferenceValue(string Subject, ValueState State, double Value, double Wait);

/// <summary>Measures computed the slow and obvious way, straight from the tree and the rules of measures.md, one subject at a time.</summary>
internal sealed partial class ReferenceMeasure
{
    private readonly MeasuredLog _log;
    private readonly MeasureSyntax _measure;
    private readonly bool _isInBusinessDays;
    private readonly ReferenceConditions _conditions;
    private readonly ReferenceCalendar? _calendar;

    private ReferenceMeasure(MeasuredLog log, MeasureSyntax measure, bool isInBusinessDays)
    {
        (_log, _measure, _isInBusinessDays) = (log, measure, isInBusinessDays);
        _conditions = new ReferenceConditions(log, this);
        var calendars = log.Calendars.Where(one => measure.Calendar is null || string.Equals(one.Name, measure.Calendar.Text, StringComparison.OrdinalIgnoreCase));
        _calendar = calendars.Take(1).Select(ReferenceCalendar.Of).SingleOrDefault();
    }

    public static ReferenceValue[] Of(MeasuredLog log, MeasureSyntax measure, bool isInBusinessDays = false)
    {
        var one = new ReferenceMeasure(log, measure, isInBusinessDays);
        return [.. one.Subjects().Select(one.ValueOf)];
    }

    private IEnumerable<ReferenceSubject> Subjects()
    {
        var cases = Enumerable.Range(0, _log.Log.CaseCount).ToArray();
        if (!_measure.IsPerCustomer)
        {
            return cases.Select(one => new ReferenceSubject(_log.Log.CaseNames[one], [one], EventsOf([one])));
        }

        return cases
            .Select(one => (Case: one, Customer: Enumerable.Range(0, _log.Log.EventCount)
                .Where(row => CaseOf(row) == one).Select(row => _log.Log.Customers!.TextAt(row)).FirstOrDefault(static name => name is not null)))
            .Where(static one => one.Customer is not null)
            .GroupBy(static one => one.Customer!, StringComparer.Ordinal)
            .Select(group =>
            {
                var read = group.Select(static one => one.Case).Where(one => IsCaseIn(one)).ToArray();
                return new ReferenceSubject(group.Key, read, EventsOf(read));
            });
    }

    private int CaseOf(int row) => Enumerable.Range(0, _log.Log.CaseCount).First(one => _log.Log.CaseStarts[one + 1] > row);

    private ReferenceEvent[] EventsOf(int[] cases)
    {
        var events = cases.SelectMany(one => Enumerable.Range(_log.Log.CaseStarts[one], _log.Log.CaseStarts[one + 1] - _log.Log.CaseStarts[one])
            .Select(row => new ReferenceEvent(row, one, 0, _log.Log.BeginMicros[row], _log.Log.TimeMicros[row])));
        var ordered = cases.Length < 2 ? events
            : _log.Log.Order == EventOrder.ByStart ? events.OrderBy(static one => one.Begin).ThenBy(static one => one.Time)
            : events.OrderBy(static one => one.Time);
        return [.. ordered.Select(static (one, place) => one with { Place = place })];
    }

    private bool IsCaseIn(int caseIndex) => _measure.ForCases is null
        || _conditions.HoldsForCase(new ReferenceSubject("", [caseIndex], EventsOf([caseIndex])), _measure.ForCases);

    private ReferenceValue ValueOf(ReferenceSubject subject)
    {
        if (subject.Events.Length == 0 || (!_measure.IsPerCustomer && !IsCaseIn(subject.Cases[0])))
        {
            return Value(subject, ValueState.LeftOut);
        }

        return _measure.Value switch
        {
            TimeBetweenSyntax time => TimeBetween(subject, time),
            ClockTimeSyntax time => ClockTime(subject, time),
            WaitingTimeSyntax time => OnceClosed(subject, Meant(subject, time.Before).Where(static one => one.Place > 0)
                .Sum(one => (double)Between(subject.Events[one.Place - 1].Time, one.Begin, ClockOf(time.IsWorkingTime)))),
            TouchTimeSyntax time => OnceClosed(subject, Meant(subject, time.Of).Sum(one => (double)Between(one.Begin, one.Time, ClockOf(time.IsWorkingTime)))),
            CountSyntax count => OnceClosed(subject, Meant(subject, count.Events).Count()),
            RepeatsSyntax repeats => OnceClosed(subject, Meant(subject, repeats.Events).GroupBy(ActivityOf).Sum(static same => same.Count() - 1)),
            DistinctSyntax distinct => OnceClosed(subject, Meant(subject, null)
                .Select(one => _conditions.ValueOf(distinct.Column, subject, one)).Where(static value => value is not null).Distinct().Count()),
            HasSyntax has => Has(subject, has),
            ValueAtSyntax at => NumberAt(subject, at),
            AggregateSyntax aggregate => Aggregated(subject, aggregate),
            _ => throw new InvalidOperationException("A tree with errors has no value."),
        };
    }

    private string ActivityOf(ReferenceEvent one) => _log.Log.Activities.TextAt(one.Row)!;

    /// <summary>The events of a subject that are meant, the measure's filter applied.</summary>
    private IEnumerable<ReferenceEvent> Meant(ReferenceSubject subject, EventsSyntax? events) => Meant(subject, events, _measure.Where);

    private IEnumerable<ReferenceEvent> Meant(ReferenceSubject subject, EventsSyntax? events, ConditionSyntax? where) => subject.Events
        .Where(one => IsMeant(one, events) && (where is null || _conditions.HoldsForEvent(subject, one, where)));

    private bool IsMeant(ReferenceEvent one, EventsSyntax? events) => events?.Sort switch
    {
        null or EventSort.Any => true,
        EventSort.Contact => _log.IsContact!.Value.Span[one.Row],
        EventSort.FailureContact => _log.IsFailureContact!.Value.Span[one.Row],
        EventSort.Handoff => _log.IsHandoff!.Value.Span[one.Row],
        _ => events.Names.Any(name => ReferenceConditions.IsLike(ActivityOf(one), name.Text)
            || _log.MapNames.Any(entry => ReferenceConditions.IsLike(entry.Name, name.Text)
                && entry.Events.Any(pattern => ReferenceConditions.IsLike(ActivityOf(one), pattern.Text)))),
    };

    private bool IsCaseClosed(int caseIndex) => _log.EndRows is not { } ends || ends.Span[caseIndex] >= 0;

    /// <summary>The event with which the subject was closed: where all its cases are, the last closing event; without a map its last event.</summary>
    private ReferenceEvent? EndOf(ReferenceSubject subject) =>
        _log.EndRows is not { } ends ? subject.Events.LastOrDefault()
        : subject.Cases.All(IsCaseClosed) ? subject.Events.LastOrDefault(one => one.Row == ends.Span[one.Case])
        : null;

    /// <summary>When the subject was lost: each of its cases is lost or closed, and this is the latest loss.</summary>
    private long? LostOf(ReferenceSubject subject)
    {
        var losses = subject.Cases.Select(one => _log.LostMicros is { } lost && lost.Span[one] <= _log.HorizonMicros ? lost.Span[one] : (long?)null).ToArray();
        var isOver = subject.Cases.Zip(losses).All(one => one.Second is not null || IsCaseClosed(one.First));
        return isOver ? losses.Max() : null;
    }

    private static ReferenceValue Value(ReferenceSubject subject, ValueState state, double value = 0, double wait = 0) => new(subject.Name, state, value, wait);

    private ReferenceValue OnceClosed(ReferenceSubject subject, double value) =>
        Value(subject, EndOf(subject) is null ? ValueState.Open : ValueState.Known, value);

    private DurationClock ClockOf(bool isWorking) =>
        _isInBusinessDays ? DurationClock.BusinessDays : isWorking ? DurationClock.Working : DurationClock.Elapsed;

    private long Between(long from, long to, DurationClock clock) => to <= from ? 0
        : clock == DurationClock.Elapsed ? to - from
        : _calendar!.Between(from, to, clock == DurationClock.BusinessDays);
}
