namespace OutsideIn.Measures.Internals;

/// <summary>Values and their parts as text.</summary>
internal static class ValueText
{
    /// <summary>Stands for what is missing in a tree that has errors.</summary>
    public const string Missing = "…";

    public static string Of(ValueSyntax value) => value switch
    {
        TimeBetweenSyntax time => $"{Working(time.IsWorkingTime)}time from {Of(time.From)} to {Of(time.To)}",
        ClockTimeSyntax clock => $"{Working(clock.IsWorkingTime)}time on the {(clock.IsCustomers ? "customer's" : "firm's")} clock",
        WaitingTimeSyntax waiting => $"{Working(waiting.IsWorkingTime)}waiting time{(waiting.Before is { } before ? " before " + Of(before, true) : "")}",
        TouchTimeSyntax touch => $"{Working(touch.IsWorkingTime)}touch time{(touch.Of is { } of ? " of " + Of(of, true) : "")}",
        CountSyntax count => "count of " + Of(count.Events, true),
        RepeatsSyntax repeats => "count of repeats of " + Of(repeats.Events, true),
        DistinctSyntax distinct => "count of " + (!distinct.Column.IsQuoted && RoleWords.PluralOf(distinct.Column.Text) is { } plural
            ? plural
            : "different " + Column(distinct.Column)),
        HasSyntax has => Of(has),
        ValueAtSyntax at => $"{Column(at.Column)} at {Occurs(at.Occurrence)}{Of(at.At, false)}",
        AggregateSyntax aggregate => $"{aggregate.Aggregate.ToString().ToLowerInvariant()} of {Column(aggregate.Column)}",
        _ => Missing,
    };

    public static string Of(HasSyntax has)
    {
        var text = $"has {(has.IsNegated ? "no " : "")}{Of(has.Events, false)}";
        return (has.Relation, has.Within, has.Anchor) switch
        {
            (HasRelation.Before, _, { } anchor) => $"{text} before {Of(anchor)}",
            (HasRelation.After, { } within, { } anchor) => $"{text} within {Of(within)} of {Of(anchor)}",
            (HasRelation.After, null, { } anchor) => $"{text} after {Of(anchor)}",
            _ => text,
        };
    }

    public static string Of(DurationSyntax duration) => FigureText.Of(duration.Amount) + DurationUnits.TextOf(duration.Unit);

    /// <summary>A column: bare where it stood so and can, else quoted.</summary>
    public static string Column(NameSyntax column) => column.IsQuoted || column.Text.Length == 0 ? QuoteMarks.Quote(column.Text) : column.Text;

    private static string Of(AnchorSyntax anchor) => anchor switch
    {
        CaseStartSyntax => "start",
        CaseEndSyntax => "end",
        EventAnchorSyntax one => Occurs(one.Occurrence) + Of(one.Events, false),
        _ => Missing,
    };

    private static string Of(EventsSyntax events, bool isMany) => events.Sort switch
    {
        EventSort.Contact => isMany ? "contacts" : "contact",
        EventSort.FailureContact => isMany ? "failure contacts" : "failure contact",
        EventSort.Handoff => isMany ? "handoffs" : "handoff",
        EventSort.Any => isMany ? "events" : "event",
        _ when events.Names.Count == 0 => Missing,
        _ => string.Join(" or ", events.Names.Select(static name => QuoteMarks.Quote(name.Text))),
    };

    private static string Occurs(Occurrence occurrence) => occurrence == Occurrence.First ? "first " : "last ";

    private static string Working(bool isWorking) => isWorking ? "working " : "";
}
