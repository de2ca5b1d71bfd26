using FsCheck;
using FsCheck.Fluent;
using OutsideIn.Measures;

namespace OutsideIn.Tests.Measures.Language;

/// <summary>Trees of measures and objectives at random: everything a text without errors can mean.</summary>
internal static class MeasureTrees
{
    private static readonly string[] Texts = ["Claim reported", "Chase*", "say \"no\"", "Don't know", "where", "naïve 3d # 5%", "„x“", "é", "a=b", " padded ", "1"];

    private static Gen<NameSyntax> Name => Gen.Elements(Texts).Select(static text => new NameSyntax(text, default));

    private static Gen<NameSyntax> Column => Gen.OneOf(Name, Gen.Elements("region", "team", "case:amount", "x_1").Select(static text => new NameSyntax(text, default, false)));

    private static Gen<bool> Flag => Gen.Elements(true, false);

    private static Gen<double> Figure => Gen.OneOf(
        Gen.Choose(0, 100_000).Select(static number => (double)number), Gen.Choose(0, 99_999).Select(static number => number / 1_000.0),
        Gen.Elements(1e21, 1.25e-9, 123456789.123, 0.1 + 0.2, 1e15, 5e-324));

    private static Gen<DurationSyntax> Duration =>
        from amount in Gen.OneOf(Gen.Choose(0, 10_000).Select(static number => (double)number), Gen.Elements(0.5, 1e-9, 90.125))
        from unit in Gen.Elements(Enum.GetValues<DurationUnit>())
        select new DurationSyntax(amount, unit, default);

    private static Gen<EventsSyntax> Events => Gen.OneOf(
        Gen.Elements(EventSort.Contact, EventSort.FailureContact, EventSort.Handoff, EventSort.Any).Select(static sort => new EventsSyntax(sort, [], default)),
        from first in Name from more in Name.ListOf(2) from count in Gen.Choose(0, 2) select new EventsSyntax(EventSort.Named, [first, .. more.Take(count)], default));

    private static Gen<AnchorSyntax> Anchor => Gen.OneOf<AnchorSyntax>(
        Gen.Constant<AnchorSyntax>(new CaseStartSyntax(default)), Gen.Constant<AnchorSyntax>(new CaseEndSyntax(default)),
        from occurrence in Gen.Elements(Occurrence.First, Occurrence.Last) from events in Events select (AnchorSyntax)new EventAnchorSyntax(occurrence, events, default));

    private static Gen<HasSyntax> Has =>
        from isNegated in Flag
        from events in Events
        from relation in Gen.Elements(Enum.GetValues<HasRelation>())
        from anchor in Anchor
        from within in Duration
        from isWindow in Flag
        select new HasSyntax(isNegated, events, relation, relation == HasRelation.Anywhere ? null : anchor, relation == HasRelation.After && isWindow ? within : null, default);

    public static Gen<MeasureSyntax> Measure =>
        from value in Value
        from events in Optional(Condition(3, false))
        from cases in Optional(Condition(3, true))
        from calendar in Optional(Name)
        from isPerCustomer in Flag
        select new MeasureSyntax(value, events, cases, calendar, isPerCustomer, default);

    public static Gen<ObjectiveSyntax> Objective =>
        from goal in Goal
        from due in Gen.Choose(0, 50_000)
        from isDue in Flag
        from per in Gen.Elements<PeriodUnit?>(null, PeriodUnit.Week, PeriodUnit.Month, PeriodUnit.Quarter)
        select new ObjectiveSyntax(goal, isDue ? new DateOnly(2000, 1, 1).AddDays(due) : null, per, default);

    private static Gen<ValueSyntax> Value => Gen.OneOf<ValueSyntax>(
        from working in Flag from start in Anchor from end in Anchor select (ValueSyntax)new TimeBetweenSyntax(working, start, end, default),
        from working in Flag from customers in Flag select (ValueSyntax)new ClockTimeSyntax(working, customers, default),
        from working in Flag from events in Optional(Events) select (ValueSyntax)new WaitingTimeSyntax(working, events, default),
        from working in Flag from events in Optional(Events) select (ValueSyntax)new TouchTimeSyntax(working, events, default),
        Events.Select(static events => (ValueSyntax)new CountSyntax(events, default)),
        Events.Select(static events => (ValueSyntax)new RepeatsSyntax(events, default)),
        Column.Select(static column => (ValueSyntax)new DistinctSyntax(column, default)),
        Gen.Elements("person", "team", "activity").Select(static role => (ValueSyntax)new DistinctSyntax(new NameSyntax(role, default, false), default)),
        Has.Select(static has => (ValueSyntax)has),
        from column in Column from occurrence in Gen.Elements(Occurrence.First, Occurrence.Last) from events in Events select (ValueSyntax)new ValueAtSyntax(column, occurrence, events, default),
        from aggregate in Gen.Elements(Enum.GetValues<Aggregate>()) from column in Column select (ValueSyntax)new AggregateSyntax(aggregate, column, default));

    private static Gen<LiteralSyntax> Literal => Gen.OneOf<LiteralSyntax>(
        Gen.Elements(Texts).Select(static text => (LiteralSyntax)new TextLiteralSyntax(text, default)),
        from number in Figure from isNegative in Flag select (LiteralSyntax)new NumberLiteralSyntax(isNegative ? -number : number, default),
        Flag.Select(static isYes => (LiteralSyntax)new AnswerLiteralSyntax(isYes, default)),
        Gen.Choose(0, 20_000).Select(static day => (LiteralSyntax)new TimeLiteralSyntax(new DateTimeOffset(2000, 1, 1, 0, 0, 0, TimeSpan.Zero).AddDays(day), true, default)),
        Gen.Choose(0, int.MaxValue).Select(static ticks => (LiteralSyntax)new TimeLiteralSyntax(DateTimeOffset.UnixEpoch.AddTicks(ticks * 8_191L), false, default)));

    private static Gen<ConditionSyntax> Condition(int depth, bool isOfCases)
    {
        List<Gen<ConditionSyntax>> simple =
        [
            from column in Column from comparison in Gen.Elements(Enum.GetValues<Comparison>()) from literal in Literal select (ConditionSyntax)new CompareSyntax(column, comparison, literal, default),
            from column in Column from isNegated in Flag from literals in Literal.NonEmptyListOf() select (ConditionSyntax)new InSyntax(column, isNegated, [.. literals.Take(3)], default),
            from column in Column from isNegated in Flag select (ConditionSyntax)new IsMissingSyntax(column, isNegated, default),
        ];
        if (isOfCases)
        {
            simple.Add(Has.Select(static has => (ConditionSyntax)new CaseHasSyntax(has, default)));
        }

        if (depth == 0)
        {
            return Gen.OneOf(simple);
        }

        var inner = Condition(depth - 1, isOfCases);
        return Gen.OneOf(
        [
            .. simple,
            from first in inner from second in inner select (ConditionSyntax)new AllOfSyntax([first, second], default),
            from first in inner from second in inner from third in inner select (ConditionSyntax)new AnyOfSyntax([first, second, third], default),
            inner.Select(static one => (ConditionSyntax)new NotSyntax(one, default)),
        ]);
    }

    private static Gen<GoalSyntax> Goal => Gen.OneOf<GoalSyntax>(
        from isAtMost in Flag
        from percent in Gen.Choose(0, 1_000)
        from isOfCustomers in Flag
        from test in Gen.OneOf<ValueTestSyntax>(Flag.Select(static isYes => (ValueTestSyntax)new AnswerTestSyntax(isYes, default)), Bound.Select(static bound => (ValueTestSyntax)bound))
        select (GoalSyntax)new ShareGoalSyntax(isAtMost, (double)(percent / 1_000m), isOfCustomers, test, default),
        from percent in Gen.Choose(1, 9_999) from bound in Bound select (GoalSyntax)new PercentileGoalSyntax((double)(percent / 10_000m), bound, default),
        Bound.Select(static bound => (GoalSyntax)new MeanGoalSyntax(bound, default)),
        Bound.Select(static bound => (GoalSyntax)new TotalGoalSyntax(bound, default)));

    private static Gen<BoundSyntax> Bound =>
        from comparison in Gen.Elements(Enum.GetValues<Comparison>())
        from number in Figure
        from duration in Duration
        from isNumber in Flag
        select new BoundSyntax(comparison, isNumber ? number : null, isNumber ? null : duration, default);

    private static Gen<T?> Optional<T>(Gen<T> one)
        where T : class => from value in one from isThere in Flag select isThere ? value : null;
}
