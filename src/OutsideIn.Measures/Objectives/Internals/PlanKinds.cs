namespace OutsideIn.Measures.Internals;

/// <summary>What the shape of a measure says of its open values.</summary>
internal static class PlanKinds
{
    /// <summary>Whether its durations are waits for an end, which may be open, rather than amounts of time that grow.</summary>
    public static bool IsWait(this MeasurePlan plan) =>
        plan.Kind == MeasureKind.Duration && plan.Syntax.Value is TimeBetweenSyntax or ClockTimeSyntax;

    /// <summary>Whether an open value is the amount so far, and the final one at least that.</summary>
    public static bool IsAmount(this MeasurePlan plan) =>
        plan.Kind == MeasureKind.Count || (plan.Kind == MeasureKind.Duration && !plan.IsWait());

    /// <summary>Whether an open value is worth counting in a mean or a total: an amount, or a sum so far.</summary>
    public static bool HasValueSoFar(this MeasurePlan plan) =>
        plan.IsAmount() || plan.Syntax.Value is AggregateSyntax { Aggregate: Aggregate.Sum };
}
