namespace OutsideIn.Measures.Internals;

/// <summary>The figure an objective is about, or the one a measure is told by where there is none.</summary>
internal static class Figures
{
    public static MeasureFigure Of(ValueSubset subset, ObjectiveSyntax? objective) => objective?.Goal switch
    {
        null => Leading(subset),
        PercentileGoalSyntax percentile => PercentileFigures.Of(subset, percentile.Percentile),
        MeanGoalSyntax => MeanFigures.Mean(subset),
        TotalGoalSyntax => MeanFigures.Total(subset),
        _ => ShareFigures.Of(subset, SubjectTest.Of(subset.Values.Plan, objective)),
    };

    /// <summary>Of a duration the median, of a count and a number the mean, of yes and no the share of yes.</summary>
    public static MeasureFigure Leading(ValueSubset subset) => subset.Values.Plan.Kind switch
    {
        MeasureKind.Duration => PercentileFigures.Of(subset, 0.5),
        MeasureKind.YesNo => ShareFigures.Of(subset, SubjectTest.Yes),
        _ => MeanFigures.Mean(subset),
    };
}
