namespace OutsideIn.Method;

/// <summary>How subjective a metric is: 0 best, 3 worst (F10; the three rungs of S2 #4).</summary>
/// <param name="Metric">Id of the metric.</param>
/// <param name="IsOpinion">Whether somebody's opinion is asked: one rung.</param>
/// <param name="DelayDays">Days between what happened and the answer; more than none is one rung.</param>
/// <param name="IsSelfSelected">Whether those who answer choose themselves: one rung.</param>
public sealed record SubjectivityLevel(string Metric, bool IsOpinion, double DelayDays, bool IsSelfSelected)
{
    /// <summary>0 to 3.</summary>
    public int Level => (IsOpinion ? 1 : 0) + (DelayDays > 0 ? 1 : 0) + (IsSelfSelected ? 1 : 0);
}

/// <summary>F10: can a metric be argued with?</summary>
public static class Subjectivity
{
    /// <summary>The level of a metric.</summary>
    public static SubjectivityLevel Of(Metric metric)
    {
        ArgumentNullException.ThrowIfNull(metric);
        return new SubjectivityLevel(metric.Id, metric.IsOpinion, metric.DelayDays, metric.IsSelfSelected);
    }

    /// <summary>Metrics of level 0 ÷ metrics (difference d5).</summary>
    public static Ratio Objective(OutsideInMap map)
    {
        ArgumentNullException.ThrowIfNull(map);
        return Ratio.Counting(map.Metrics, static metric => Of(metric).Level == 0);
    }
}
