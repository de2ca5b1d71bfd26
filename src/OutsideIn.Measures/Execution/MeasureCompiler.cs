using OutsideIn.Measures.Internals;

namespace OutsideIn.Measures;

/// <summary>Makes plans of measures.</summary>
public static class MeasureCompiler
{
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
}
