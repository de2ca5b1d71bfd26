namespace OutsideIn.Measures.Internals;

/// <summary>A figure, the verdict on it, and what they were counted from.</summary>
internal readonly record struct JudgedFigure(MeasureFigure Figure, VerdictKind? Verdict, StateCounts States, SideCounts Sides);

/// <summary>The figure an objective is about, or the one a measure is told by where there is none.</summary>
internal static class Figures
{
    /// <summary>The figure of some subjects, judged where there is an objective.</summary>
    public static JudgedFigure Judge(ValueSubset subset, ObjectiveSyntax? objective)
    {
        if (objective is null)
        {
            return new JudgedFigure(Leading(subset), null, subset.Counts, default);
        }

        var test = SubjectTest.Of(subset.Values.Plan, objective);
        return Judge(subset, objective, test, SideCounts.Of(subset, test));
    }

    /// <summary>The same, where the sides are counted already.</summary>
    public static JudgedFigure Judge(ValueSubset subset, ObjectiveSyntax objective, SubjectTest test, SideCounts sides)
    {
        var figure = objective.Goal switch
        {
            PercentileGoalSyntax percentile => PercentileFigures.Of(subset, percentile.Percentile),
            MeanGoalSyntax => MeanFigures.Mean(subset),
            TotalGoalSyntax => MeanFigures.Total(subset),
            _ => ShareFigures.Of(subset, test, sides),
        };
        return new JudgedFigure(figure, VerdictRule.Of(figure, sides, test, objective.Goal), subset.Counts, sides);
    }

    /// <summary>Of a duration the median, of a count and a number the mean, of yes and no the share of yes.</summary>
    public static MeasureFigure Leading(ValueSubset subset) => subset.Values.Plan.Kind switch
    {
        MeasureKind.Duration => PercentileFigures.Of(subset, 0.5),
        MeasureKind.YesNo => ShareFigures.Of(subset, SubjectTest.Yes, SideCounts.Of(subset, SubjectTest.Yes)),
        _ => MeanFigures.Mean(subset),
    };
}
