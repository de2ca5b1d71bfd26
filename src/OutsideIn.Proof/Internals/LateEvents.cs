using OutsideIn.Measures;

namespace OutsideIn.Proof;

/// <summary>How often what a measure counts came after the outcome.</summary>
internal static class LateEvents
{
    /// <returns>The share of the subjects whose outcome came in which an event of the driver came later; null where nobody can tell.</returns>
    public static double? Of(ComparedMeasure outcome, MeasureSyntax driver, CancellationToken stop)
    {
        if (OutcomeInstants.AnchorOf(outcome.Plan.Syntax) is not { } anchor || EventsOf(driver.Value) is not { } events
            || outcome.Plan.Syntax.Where is not null || driver.Where is not null)
        {
            return null;
        }

        var later = driver with { Value = new HasSyntax(false, events, HasRelation.After, anchor, null, events.Span), Calendar = null };
        var values = MeasureEngine.Run(outcome.Log, [MeasureCompiler.Plan(later, outcome.Log)], stop)[0];
        var (came, late) = (0, 0);
        for (var subject = 0; subject < values.Count; subject++)
        {
            came += values.States[subject] is ValueState.Known or ValueState.Open ? 1 : 0;
            late += values.States[subject] == ValueState.Known && values.Values[subject] > 0 ? 1 : 0;
        }

        return came == 0 ? null : (double)late / came;
    }

    // The events by whose coming the value changes.
    private static EventsSyntax? EventsOf(ValueSyntax value) => value switch
    {
        CountSyntax count => count.Events,
        RepeatsSyntax repeats => repeats.Events,
        DistinctSyntax distinct => Any(distinct.Span),
        WaitingTimeSyntax waiting => waiting.Before ?? Any(waiting.Span),
        TouchTimeSyntax touch => touch.Of ?? Any(touch.Span),
        HasSyntax has => has.Events,
        ValueAtSyntax at => at.At,
        TimeBetweenSyntax { To: EventAnchorSyntax to } => to.Events,
        TimeBetweenSyntax { To: CaseEndSyntax end } => Any(end.Span),
        _ => null,
    };

    private static EventsSyntax Any(TextSpan span) => new(EventSort.Any, [], span);
}
