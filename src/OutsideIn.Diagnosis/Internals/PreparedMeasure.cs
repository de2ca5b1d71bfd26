using OutsideIn.Measures;

namespace OutsideIn.Diagnosis;

/// <summary>A measure and its objective, read and checked against what a log and a map can tell.</summary>
internal sealed class PreparedMeasure
{
    private PreparedMeasure(CheckedMeasure measure, ObjectiveSyntax? objective, IReadOnlyList<MeasureFaultEntry> faults) =>
        (Tree, Kind, Objective, Faults) = (measure.Tree, measure.Kind, objective, faults);

    public MeasureSyntax Tree { get; }

    /// <summary>Null where it could not be read.</summary>
    public MeasureKind? Kind { get; }

    public ObjectiveSyntax? Objective { get; }

    public IReadOnlyList<MeasureFaultEntry> Faults { get; }

    public bool HasErrors => Faults.Any(static one => one.Severity == MeasureFaultEntry.Error);

    /// <summary>Whether the objective compares durations with business days, so that the values are taken on that clock.</summary>
    public bool IsInBusinessDays => Objective?.Goal switch
    {
        ShareGoalSyntax { Test: BoundSyntax test } => IsInDays(test),
        PercentileGoalSyntax goal => IsInDays(goal.Test),
        MeanGoalSyntax goal => IsInDays(goal.Test),
        TotalGoalSyntax goal => IsInDays(goal.Test),
        _ => false,
    };

    public static PreparedMeasure Of(string text, string? objective, MeasureSchema schema)
    {
        var parsed = MeasureParser.Parse(text);
        var measure = MeasureChecker.Check(parsed.Tree, schema);
        List<MeasureFaultEntry> faults = [.. parsed.Diagnostics.Concat(measure.Diagnostics).OrderBy(static one => one.Span.Start).Select(static one => MeasureFaultEntry.Of("measure", one))];
        if (objective is null)
        {
            return new PreparedMeasure(measure, null, faults);
        }

        var goal = MeasureParser.ParseObjective(objective);
        var wrong = goal.Diagnostics.Concat(MeasureChecker.Check(goal.Tree, measure, schema)).OrderBy(static one => one.Span.Start);
        faults.AddRange(wrong.Select(static one => MeasureFaultEntry.Of("objective", one)));
        return new PreparedMeasure(measure, goal.Tree, faults);
    }

    /// <summary>The plan for the log whose schema it was checked against. It must have no errors.</summary>
    public MeasurePlan Plan(MeasuredLog log) => MeasureCompiler.Plan(Tree, log, IsInBusinessDays);

    private static bool IsInDays(BoundSyntax test) => test.Duration is { Unit: DurationUnit.BusinessDay };
}
