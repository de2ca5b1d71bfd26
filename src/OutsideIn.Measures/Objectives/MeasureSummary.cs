using OutsideIn.Measures.Internals;

namespace OutsideIn.Measures;

/// <summary>The figures a measure is told by where there is no objective.</summary>
public static class MeasureSummary
{
    /// <summary>Of a duration the median and the 90th percentile; of a count mean, median and total; of a number mean and median; of yes and no the share of yes.</summary>
    /// <param name="values">The values.</param>
    /// <param name="options">Level and seed.</param>
    /// <returns>The figures in this order, each with its interval or its refusal. Estimators: docs/definitions.md, figures of measures.</returns>
    public static IReadOnlyList<MeasureFigure> Of(MeasureValues values, VerdictOptions options)
    {
        ArgumentNullException.ThrowIfNull(values);
        ArgumentNullException.ThrowIfNull(options);
        var subset = new ValueSubset(values, SubjectGroups.ByPeriod(values.Subjects, options.Period).All, options);
        return values.Plan.Kind switch
        {
            MeasureKind.Duration => [PercentileFigures.Of(subset, 0.5), PercentileFigures.Of(subset, 0.9)],
            MeasureKind.Count => [MeanFigures.Mean(subset), PercentileFigures.Of(subset, 0.5), MeanFigures.Total(subset)],
            MeasureKind.Number => [MeanFigures.Mean(subset), PercentileFigures.Of(subset, 0.5)],
            _ => [Figures.Leading(subset)],
        };
    }
}
