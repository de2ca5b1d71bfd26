using OutsideIn.Measures.Internals;

namespace OutsideIn.Measures;

/// <summary>What became of the texts of a measure and its objective.</summary>
/// <param name="Plan">The plan; null where the measure or the objective has errors.</param>
/// <param name="Objective">The objective; null where none was given or it has errors.</param>
/// <param name="Diagnostics">What is wrong with the measure or worth knowing, by place in its text.</param>
/// <param name="ObjectiveDiagnostics">The same of the objective.</param>
public sealed record CompiledMeasure(
    MeasurePlan? Plan, ObjectiveSyntax? Objective, IReadOnlyList<MeasureDiagnostic> Diagnostics, IReadOnlyList<MeasureDiagnostic> ObjectiveDiagnostics);

/// <summary>Makes plans of measures.</summary>
public static class MeasureCompiler
{
    /// <summary>Reads a measure and its objective, checks both against a log, and makes the plan.</summary>
    /// <remarks>Never fails. An objective in business days (<c>bd</c>) puts the measure's durations on the clock of business days.</remarks>
    /// <param name="measure">The text of the measure.</param>
    /// <param name="objective">The text of the objective; null for none.</param>
    /// <param name="log">The log it is to run on; the plan keeps it.</param>
    /// <returns>The plan and the objective, or what is wrong.</returns>
    public static CompiledMeasure Compile(string measure, string? objective, MeasuredLog log)
    {
        ArgumentNullException.ThrowIfNull(log);
        return Compile(measure, objective, log, MeasureSchemas.Of(log));
    }

    /// <inheritdoc cref="Compile(string, string?, MeasuredLog)"/>
    /// <param name="measure">The text of the measure.</param>
    /// <param name="objective">The text of the objective; null for none.</param>
    /// <param name="log">The log it is to run on; the plan keeps it.</param>
    /// <param name="schema">The schema of the log, made once where many measures are compiled.</param>
    public static CompiledMeasure Compile(string measure, string? objective, MeasuredLog log, MeasureSchema schema)
    {
        ArgumentNullException.ThrowIfNull(log);
        var parsed = MeasureParser.Parse(measure);
        var check = MeasureChecker.Check(parsed.Tree, schema);
        MeasureDiagnostic[] diagnostics = [.. parsed.Diagnostics.Concat(check.Diagnostics).OrderBy(static one => one.Span.Start)];
        var goal = objective is null ? null : MeasureParser.ParseObjective(objective);
        MeasureDiagnostic[] goalDiagnostics = goal is null
            ? [] : [.. goal.Diagnostics.Concat(MeasureChecker.Check(goal.Tree, check, schema)).OrderBy(static one => one.Span.Start)];
        var hasGoal = goal is not null && !HasErrors(goalDiagnostics);
        var plan = HasErrors(diagnostics) || HasErrors(goalDiagnostics)
            ? null : Plan(parsed.Tree, log, goal is not null && IsInBusinessDays(goal.Tree.Goal));
        return new CompiledMeasure(plan, hasGoal ? goal!.Tree : null, diagnostics, goalDiagnostics);
    }

    /// <summary>The plan of a tree that was checked against the schema of this log and has no errors.</summary>
    /// <param name="measure">The tree.</param>
    /// <param name="log">The log it is to run on; the plan keeps it.</param>
    /// <param name="isInBusinessDays">Whether an objective compares its durations with business days, so that they are taken on that clock.</param>
    /// <exception cref="InvalidOperationException">The tree has errors, or names what the log has not.</exception>
    public static MeasurePlan Plan(MeasureSyntax measure, MeasuredLog log, bool isInBusinessDays = false)
    {
        ArgumentNullException.ThrowIfNull(measure);
        ArgumentNullException.ThrowIfNull(log);
        return PlanBuilder.Build(measure, log, isInBusinessDays);
    }

    private static bool HasErrors(IEnumerable<MeasureDiagnostic> diagnostics) => diagnostics.Any(static one => one.Severity == MeasureSeverity.Error);

    private static bool IsInBusinessDays(GoalSyntax goal) => goal switch
    {
        ShareGoalSyntax { Test: BoundSyntax bound } => IsInBusinessDays(bound),
        PercentileGoalSyntax percentile => IsInBusinessDays(percentile.Test),
        MeanGoalSyntax mean => IsInBusinessDays(mean.Test),
        TotalGoalSyntax total => IsInBusinessDays(total.Test),
        _ => false,
    };

    private static bool IsInBusinessDays(BoundSyntax bound) => bound.Duration?.Unit == DurationUnit.BusinessDay;
}
