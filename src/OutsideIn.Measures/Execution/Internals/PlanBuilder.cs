using System.Diagnostics;
using OutsideIn.Events;
using OutsideIn.Vocabulary;

namespace OutsideIn.Measures.Internals;

/// <summary>Makes the plan of a tree that was checked without errors.</summary>
internal sealed class PlanBuilder
{
    private readonly MeasureSyntax _measure;
    private readonly MeasuredLog _log;
    private readonly bool _isInBusinessDays;
    private readonly ConditionCompiler _conditions;
    private readonly RowMask? _where;

    private PlanBuilder(MeasureSyntax measure, MeasuredLog log, bool isInBusinessDays)
    {
        (_measure, _log, _isInBusinessDays) = (measure, log, isInBusinessDays);
        _conditions = new ConditionCompiler(log, one => Has(one, where: null));
        _where = measure.Where is null ? null : _conditions.OfEvents(measure.Where);
    }

    /// <summary>The plan of a measure.</summary>
    /// <param name="measure">The tree; every name in it is known to the log.</param>
    /// <param name="log">The log it is to run on.</param>
    /// <param name="isInBusinessDays">Whether the objective is in business days, so that durations are taken on that clock.</param>
    public static MeasurePlan Build(MeasureSyntax measure, MeasuredLog log, bool isInBusinessDays)
    {
        var builder = new PlanBuilder(measure, log, isInBusinessDays);
        var (kind, clock, program) = builder.Value();
        return new MeasurePlan(measure, kind, clock)
        {
            Log = log,
            Program = program,
            Cases = measure.ForCases is null ? null : builder._conditions.OfCases(measure.ForCases),
            CasesKey = measure.ForCases is null ? "" : SyntaxKey.Of(measure.ForCases),
        };
    }

    private (MeasureKind Kind, DurationClock Clock, ValueProgram Program) Value() => _measure.Value switch
    {
        TimeBetweenSyntax time => Duration(time.IsWorkingTime, clock => new TimeBetweenProgram(Anchor(time.From), Anchor(time.To), clock)),
        ClockTimeSyntax time => Duration(time.IsWorkingTime, clock => new ClockTimeProgram(time.IsCustomers, clock)),
        WaitingTimeSyntax time => Duration(time.IsWorkingTime, clock => new WaitingTimeProgram(Rows(time.Before), clock)),
        TouchTimeSyntax time => Duration(time.IsWorkingTime, clock => new TouchTimeProgram(Rows(time.Of), clock)),
        CountSyntax count => Count(new CountProgram(Rows(count.Events))),
        RepeatsSyntax repeats => Count(new DistinctTextsProgram(Rows(repeats.Events), Activities(), countsRepeats: true)),
        DistinctSyntax distinct => Count(Distinct(Column(distinct.Column))),
        HasSyntax has => (MeasureKind.YesNo, ClockOf(has.Within), Has(has, _where)),
        ValueAtSyntax at => Number(new ValueAtProgram(Events(at.Occurrence, at.At, _where), Column(at.Column))),
        AggregateSyntax some => Number(new AggregateProgram(some.Aggregate, Rows(null), Column(some.Column))),
        _ => throw new InvalidOperationException("A tree with errors has no plan."),
    };

    private (MeasureKind Kind, DurationClock Clock, ValueProgram Program) Duration(bool isWorkingTime, Func<PlanClock, ValueProgram> make)
    {
        var clock = _isInBusinessDays ? DurationClock.BusinessDays : isWorkingTime ? DurationClock.Working : DurationClock.Elapsed;
        return (MeasureKind.Duration, clock, make(ClockOf(clock)));
    }

    private static (MeasureKind Kind, DurationClock Clock, ValueProgram Program) Count(ValueProgram program) =>
        (MeasureKind.Count, DurationClock.Elapsed, program);

    private static (MeasureKind Kind, DurationClock Clock, ValueProgram Program) Number(ValueProgram program) =>
        (MeasureKind.Number, DurationClock.Elapsed, program);

    private ValueProgram Distinct(ColumnSource column) => column.Kind == AttributeKind.Text
        ? new DistinctTextsProgram(Rows(null), column, countsRepeats: false)
        : new DistinctValuesProgram(Rows(null), column);

    private HasProgram Has(HasSyntax has, RowMask? where)
    {
        var window = new HasWindow(has.Within?.Micros, ClockOf(ClockOf(has.Within)));
        var anchor = has.Anchor is null ? null : Anchor(has.Anchor, where);
        return new HasProgram(has.Relation, anchor, Rows(has.Events, where), window, has.Events.Sort == EventSort.Named) { IsNegated = has.IsNegated };
    }

    private Anchor Anchor(AnchorSyntax anchor) => Anchor(anchor, _where);

    private Anchor Anchor(AnchorSyntax anchor, RowMask? where) => anchor switch
    {
        CaseStartSyntax => new Anchor(AnchorKind.Start, null),
        CaseEndSyntax => new Anchor(AnchorKind.End, null),
        EventAnchorSyntax one => Events(one.Occurrence, one.Events, where),
        _ => throw new UnreachableException("There are three kinds of anchors."),
    };

    private Anchor Events(Occurrence occurrence, EventsSyntax events, RowMask? where) =>
        new(occurrence == Occurrence.First ? AnchorKind.First : AnchorKind.Last, Rows(events, where));

    private RowMask Rows(EventsSyntax? events) => Rows(events, _where);

    private RowMask Rows(EventsSyntax? events, RowMask? where)
    {
        RowMask? named = events?.Sort switch
        {
            EventSort.Named => new CodeMask(Activities(), NameResolution.Activities(events.Names, _log)),
            EventSort.Contact => Flags(events.Sort, _log.IsContact),
            EventSort.FailureContact => Flags(events.Sort, _log.IsFailureContact),
            EventSort.Handoff => Flags(events.Sort, _log.IsHandoff),
            _ => null,
        };
        return (named, where) switch
        {
            (null, null) => new EveryRow(),
            (null, { } only) => only,
            ({ } only, null) => only,
            _ => new JointMask(isAll: true, [named, where]),
        };
    }

    private static FlagMask Flags(EventSort sort, ReadOnlyMemory<bool>? flags) =>
        new(sort, flags ?? throw new InvalidOperationException($"No map says which events are meant by {sort}."));

    private ColumnSource Activities() => NameResolution.Roles(_log).First();

    private ColumnSource Column(NameSyntax name) =>
        NameResolution.Column(name, _log) ?? throw new InvalidOperationException($"The log has no column \"{name.Text}\".");

    private static DurationClock ClockOf(DurationSyntax? within) =>
        within?.Unit == DurationUnit.BusinessDay ? DurationClock.BusinessDays : DurationClock.Elapsed;

    private PlanClock ClockOf(DurationClock kind) => new(kind, kind == DurationClock.Elapsed ? null : Calendar());

    private WorkingCalendar Calendar()
    {
        var named = _measure.Calendar is { } name
            ? _log.Calendars.FirstOrDefault(one => NamePattern.Fold(one.Name) == NamePattern.Fold(name.Text))
            : _log.Calendars is [var only, ..] ? only : null;
        return named ?? throw new InvalidOperationException("No calendar is known by which working time could go.");
    }
}
