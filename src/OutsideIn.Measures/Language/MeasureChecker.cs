using OutsideIn.Measures.Internals;

namespace OutsideIn.Measures;

/// <summary>A measure that was checked against what a log and a map can tell.</summary>
/// <param name="Tree">The measure.</param>
/// <param name="Kind">What sort of value it gives; null where that could not be read.</param>
/// <param name="Diagnostics">What is wrong with it or worth knowing, by place.</param>
public sealed record CheckedMeasure(MeasureSyntax Tree, MeasureKind? Kind, IReadOnlyList<MeasureDiagnostic> Diagnostics);

/// <summary>Checks names, kinds and units before any event is read (measures.md, where it runs and errors).</summary>
public static class MeasureChecker
{
    /// <summary>Checks a measure.</summary>
    /// <param name="tree">The measure; what is missing in a tree with errors is passed over.</param>
    /// <param name="schema">What it may speak of. Without a log, columns are not checked, and a name that the map lacks is a note.</param>
    /// <returns>The kind of its values, and diagnostics <c>ME130</c> to <c>ME149</c>. O(names × known names).</returns>
    public static CheckedMeasure Check(MeasureSyntax tree, MeasureSchema schema)
    {
        ArgumentNullException.ThrowIfNull(tree);
        ArgumentNullException.ThrowIfNull(schema);
        return new CheckedMeasure(tree, KindOf(tree.Value), new MeasureChecks(schema).Of(tree));
    }

    /// <summary>Checks an objective for the measure whose values it judges.</summary>
    /// <param name="objective">The objective.</param>
    /// <param name="measure">The measure; where its kind is unknown only the calendar is checked.</param>
    /// <param name="schema">What the measure may speak of: its calendars.</param>
    /// <returns>Diagnostics <c>ME140</c> and <c>ME150</c> to <c>ME169</c>, by place in the objective's text.</returns>
    public static IReadOnlyList<MeasureDiagnostic> Check(ObjectiveSyntax objective, CheckedMeasure measure, MeasureSchema schema)
    {
        ArgumentNullException.ThrowIfNull(objective);
        ArgumentNullException.ThrowIfNull(measure);
        ArgumentNullException.ThrowIfNull(schema);
        return new ObjectiveChecks(measure, schema).Of(objective);
    }

    private static MeasureKind? KindOf(ValueSyntax value) => value switch
    {
        TimeBetweenSyntax or ClockTimeSyntax or WaitingTimeSyntax or TouchTimeSyntax => MeasureKind.Duration,
        CountSyntax or RepeatsSyntax or DistinctSyntax => MeasureKind.Count,
        ValueAtSyntax or AggregateSyntax => MeasureKind.Number,
        HasSyntax => MeasureKind.YesNo,
        _ => null,
    };
}
