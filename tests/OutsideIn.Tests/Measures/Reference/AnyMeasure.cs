using FsCheck;
using FsCheck.Fluent;
using OutsideIn.Measures;

namespace OutsideIn.Tests.Measures;

/// <summary>Made-up measures of every form over the columns and names of <see cref="AnyMeasuredLog"/>, with and without filters.</summary>
internal static class AnyMeasure
{
    private static readonly string[] Instants = ["time", "due"];
    private static readonly string[] InstantsOfCases = [.. Instants, "start", "end"];
    private static readonly string[] SometimesMissing = ["team", "cost", "urgent", "due", "region", "size"];
    private static readonly string[] SometimesMissingOfCases = [.. SometimesMissing, "end", "category"];

    public static Gen<MeasureSyntax> Generator { get; } =
        from value in Value()
        from filter in Maybe(Condition(2, isOfCases: false))
        from cases in Maybe(Condition(2, isOfCases: true))
        from calendar in Gen.Elements<string?>(null, "Office", "night")
        from isPerCustomer in Gen.Elements(false, false, true)
        select new MeasureSyntax(value, filter, cases, calendar is null ? null : Name(calendar), isPerCustomer, default);

    private static NameSyntax Name(string text, bool isQuoted = true) => new(text, default, isQuoted);

    private static Gen<T?> Maybe<T>(Gen<T> some)
        where T : class => Gen.Frequency((2, Gen.Constant<T?>(null)), (1, some.Select(static one => (T?)one)));

    private static Gen<bool> Bool => Gen.Elements(true, false);

    private static Gen<EventsSyntax> Events() => Gen.Frequency(
        (5, from names in Gen.Elements("ask", "do", "pay", "call", "Ask*", "*a*", "contact the client", "PAY", "never").NonEmptyListOf()
            select new EventsSyntax(EventSort.Named, [.. names.Take(2).Select(static name => Name(name))], default)),
        (2, from sort in Gen.Elements(EventSort.Contact, EventSort.FailureContact, EventSort.Handoff, EventSort.Any)
            select new EventsSyntax(sort, [], default)));

    private static Gen<AnchorSyntax> Anchor() => Gen.Frequency(
        (1, Gen.Constant<AnchorSyntax>(new CaseStartSyntax(default))),
        (1, Gen.Constant<AnchorSyntax>(new CaseEndSyntax(default))),
        (5, from events in Events()
            from occurrence in Gen.Elements(Occurrence.First, Occurrence.Last)
            select (AnchorSyntax)new EventAnchorSyntax(occurrence, events, default)));

    private static Gen<HasSyntax> Has() =>
        from isNegated in Bool
        from events in Events()
        from relation in Gen.Elements(HasRelation.Anywhere, HasRelation.After, HasRelation.After, HasRelation.Before)
        from anchor in Anchor()
        from window in Maybe(
            from amount in Gen.Choose(1, 6)
            from unit in Gen.Elements(DurationUnit.Hour, DurationUnit.Day, DurationUnit.BusinessDay)
            select new DurationSyntax(unit == DurationUnit.Hour ? amount * 5.5 : amount / 2.0, unit, default))
        select new HasSyntax(
            isNegated, events, relation, relation == HasRelation.Anywhere ? null : anchor, relation == HasRelation.After ? window : null, default);

    private static Gen<ValueSyntax> Value() => Gen.Frequency(
        (5, Times()),
        (2, from events in Events() select (ValueSyntax)new CountSyntax(events, default)),
        (1, from events in Events() select (ValueSyntax)new RepeatsSyntax(events, default)),
        (2, from column in Gen.Elements("team", "channel", "activity", "customer", "product", "region", "amount", "size", "due", "urgent")
            select (ValueSyntax)new DistinctSyntax(Name(column, isQuoted: false), default)),
        (4, Has().Select(static one => (ValueSyntax)one)),
        (2, from column in Numbers()
            from occurrence in Gen.Elements(Occurrence.First, Occurrence.Last)
            from events in Events()
            select (ValueSyntax)new ValueAtSyntax(column, occurrence, events, default)),
        (2, from aggregate in Gen.Elements(Aggregate.Sum, Aggregate.Mean, Aggregate.Max, Aggregate.Min)
            from column in Numbers()
            select (ValueSyntax)new AggregateSyntax(aggregate, column, default)));

    private static Gen<ValueSyntax> Times() => Gen.Frequency(
        (5, from isWorking in Bool
            from ends in Anchor().Two()
            select (ValueSyntax)new TimeBetweenSyntax(isWorking, ends.Item1, ends.Item2, default)),
        (1, from isWorking in Bool from isCustomers in Bool select (ValueSyntax)new ClockTimeSyntax(isWorking, isCustomers, default)),
        (1, from isWorking in Bool from events in Maybe(Events()) select (ValueSyntax)new WaitingTimeSyntax(isWorking, events, default)),
        (1, from isWorking in Bool from events in Maybe(Events()) select (ValueSyntax)new TouchTimeSyntax(isWorking, events, default)));

    private static Gen<NameSyntax> Numbers() => Gen.Elements("cost", "amount", "size").SelectMany(static name => Bool.Select(quoted => Name(name, quoted)));

    private static Gen<ConditionSyntax> Condition(int depth, bool isOfCases)
    {
        var simple = Gen.Frequency(
            (6, Compared(isOfCases)), (2, Listed()), (1, Missing(isOfCases)),
            (isOfCases ? 3 : 0, Has().Select(static one => (ConditionSyntax)new CaseHasSyntax(one, default))));
        return depth == 0 ? simple : Gen.Frequency(
            (4, simple),
            (1, Condition(depth - 1, isOfCases).Two().Select(static two => (ConditionSyntax)new AllOfSyntax([two.Item1, two.Item2], default))),
            (1, Condition(depth - 1, isOfCases).Two().Select(static two => (ConditionSyntax)new AnyOfSyntax([two.Item1, two.Item2], default))),
            (1, Condition(depth - 1, isOfCases).Select(static one => (ConditionSyntax)new NotSyntax(one, default))));
    }

    private static Gen<ConditionSyntax> Compared(bool isOfCases) =>
        from comparison in Gen.Elements(Enum.GetValues<Comparison>())
        from pair in Gen.OneOf(
            from column in Texts()
            from text in Gen.Elements("phone", "web", "Motor", "*o*", "k1", "car", "North", "ask")
            select (column, Literal: (LiteralSyntax)new TextLiteralSyntax(text, default)),
            from column in Gen.Elements("cost", "amount", "size")
            from number in Gen.Choose(0, 5)
            select (column, Literal: (LiteralSyntax)new NumberLiteralSyntax(number, default)),
            from column in Gen.Elements(isOfCases ? InstantsOfCases : Instants)
            from hours in Gen.Choose(0, 90)
            select (column, Literal: (LiteralSyntax)new TimeLiteralSyntax(
                DateTimeOffset.FromUnixTimeSeconds((AnyMeasuredLog.Origin / 1_000_000) + (hours * 3600)), false, default)),
            from answer in Bool
            select (column: "urgent", Literal: (LiteralSyntax)new AnswerLiteralSyntax(answer, default)))
        select (ConditionSyntax)new CompareSyntax(Name(pair.column, isQuoted: false), comparison, pair.Literal, default);

    private static Gen<ConditionSyntax> Listed() =>
        from isNegated in Bool
        from pair in Gen.OneOf(
            from column in Texts()
            from texts in Gen.Elements("phone", "web", "Motor", "k2", "home", "South", "p*").ArrayOf(2)
            select (column, Literals: texts.Select(static text => (LiteralSyntax)new TextLiteralSyntax(text, default)).ToArray()),
            from column in Gen.Elements("cost", "amount", "size")
            from numbers in Gen.Choose(0, 5).ArrayOf(2)
            select (column, Literals: numbers.Select(static number => (LiteralSyntax)new NumberLiteralSyntax(number, default)).ToArray()))
        select (ConditionSyntax)new InSyntax(Name(pair.column, isQuoted: false), isNegated, pair.Literals, default);

    private static Gen<ConditionSyntax> Missing(bool isOfCases) =>
        from isNegated in Bool
        from column in Gen.Elements(isOfCases ? SometimesMissingOfCases : SometimesMissing)
        select (ConditionSyntax)new IsMissingSyntax(Name(column, isQuoted: false), isNegated, default);

    private static Gen<string> Texts() => Gen.Elements("channel", "team", "customer", "product", "region", "activity");
}
