using OutsideIn.Measures;

namespace OutsideIn.Proof;

/// <summary>When the outcome of each subject was certain: what came later cannot have driven it.</summary>
internal static class OutcomeInstants
{
    /// <summary>The event with which an outcome is certain; null where none is, such as of a count over the whole case.</summary>
    public static AnchorSyntax? AnchorOf(MeasureSyntax outcome) => outcome.Value switch
    {
        TimeBetweenSyntax { To: EventAnchorSyntax to } => to,
        HasSyntax has => new EventAnchorSyntax(Occurrence.First, has.Events, has.Events.Span),
        ValueAtSyntax at => new EventAnchorSyntax(at.Occurrence, at.At, at.Span),
        _ => null,
    };

    /// <summary>[subjects] The instant, microseconds since 1970-01-01T00:00:00Z; <see cref="long.MaxValue"/> where it has not come. Null where no event tells it.</summary>
    public static long[]? Of(ComparedMeasure outcome, CancellationToken stop)
    {
        var syntax = outcome.Plan.Syntax;
        if (AnchorOf(syntax) is not { } anchor)
        {
            return null;
        }

        var until = syntax with { Value = new TimeBetweenSyntax(false, new CaseStartSyntax(anchor.Span), anchor, anchor.Span), Calendar = null };
        var values = MeasureEngine.Run(outcome.Log, [MeasureCompiler.Plan(until, outcome.Log)], stop)[0];
        var instants = new long[values.Count];
        for (var subject = 0; subject < instants.Length; subject++)
        {
            instants[subject] = values.States[subject] == ValueState.Known ? values.StartMicros[subject] + (long)values.Values[subject] : long.MaxValue;
        }

        return instants;
    }
}
