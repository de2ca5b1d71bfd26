using OutsideIn.Events;
using OutsideIn.Measures.Internals;

namespace OutsideIn.Measures;

/// <summary>Holds the values of a measure against an objective (measures.md, objectives).</summary>
/// <remarks>
/// The figure is that of the table of estimators (docs/definitions.md, figures of measures); the verdict comes from its interval, never
/// from its value. Subjects are taken to be independent of each other. The order of the subjects changes nothing. Safe to call from
/// several threads at once; buffers are pooled, nothing is allocated per subject.
/// </remarks>
public static class Verdicts
{
    /// <summary>Whether the objective is fulfilled, with the figure, its interval, the trend, and a sentence.</summary>
    /// <param name="values">The values.</param>
    /// <param name="objective">An objective that was checked against the measure.</param>
    /// <param name="options">Horizon, period, level and seed.</param>
    /// <returns>
    /// The verdict. Without a due date all subjects are judged. With one, and for a total that is <c>per</c> a period, those that began in the
    /// last whole period that had ended by the due day and by the horizon and has subjects; where there is none, in the newest period that
    /// has. Met, missed, open and not applicable count the judged ones.
    /// </returns>
    /// <exception cref="ArgumentException">The objective has errors, or does not fit the kind of the measure.</exception>
    /// <remarks>O(subjects) for shares, and O(subjects) with a radix sort for percentiles; means of fewer than 1,000 subjects cost a bootstrap.</remarks>
    public static Verdict Judge(MeasureValues values, ObjectiveSyntax objective, VerdictOptions options)
    {
        ArgumentNullException.ThrowIfNull(values);
        ArgumentNullException.ThrowIfNull(objective);
        ArgumentNullException.ThrowIfNull(options);
        var test = SubjectTest.Of(values.Plan, objective);
        var unit = objective.Per ?? options.Period;
        using var groups = SubjectGroups.ByPeriod(values, unit, out var firstDays);
        var periods = Periods(values, objective, options with { Period = unit }, groups, firstDays);
        var judged = IsOfOnePeriod(objective) ? JudgedAt(periods, objective, unit) : -1;
        var subset = new ValueSubset(
            values, judged < 0 ? groups.All : groups[Array.IndexOf(firstDays, periods[judged].FirstDay)], options.Level, options.Seed);
        var figure = judged < 0 ? Figures.Of(subset, objective) : periods[judged].Figure;
        var (kind, sides) = (VerdictRule.Of(subset, figure, objective), new SideCounts(subset, test));
        var period = judged < 0 ? null : periods[judged].Name;
        return new Verdict(
            kind, figure, TargetOf(objective, test), period, sides.Met, sides.Missed, sides.Open, figure.NotApplicable, periods,
            VerdictSentence.Of(values.Plan, objective, kind, figure, sides.Open, period), Trend.Of(periods, objective, values.Plan, options));
    }

    /// <summary>[subjects] On which side of the objective each subject stands by itself: of a figure of all of them, its value against the figure's bound.</summary>
    /// <exception cref="ArgumentException">The objective has errors, or does not fit the kind of the measure.</exception>
    public static Side[] Sides(MeasureValues values, ObjectiveSyntax objective)
    {
        ArgumentNullException.ThrowIfNull(values);
        ArgumentNullException.ThrowIfNull(objective);
        var test = SubjectTest.Of(values.Plan, objective);
        var sides = new Side[values.Count];
        for (var subject = 0; subject < sides.Length; subject++)
        {
            sides[subject] = test.SideOf(values.States[subject], values.Values[subject]);
        }

        return sides;
    }

    /// <summary>The figure of each group of subjects, with its verdict where there is an objective.</summary>
    /// <param name="values">The values.</param>
    /// <param name="objective">What is judged; null for the figure the measure is told by (<see cref="MeasureSummary"/>, the first).</param>
    /// <param name="groups">[cases] The group of each case; a customer is in that of their first case.</param>
    /// <param name="options">Horizon, level and seed.</param>
    /// <returns>One figure a group that has subjects, in the order of the column's names, "(missing)" last; due dates are not looked at.</returns>
    /// <exception cref="ArgumentException">The objective has errors, or does not fit the kind of the measure.</exception>
    public static IReadOnlyList<GroupFigure> ByGroup(
        MeasureValues values, ObjectiveSyntax? objective, CodedColumn groups, VerdictOptions options)
    {
        ArgumentNullException.ThrowIfNull(values);
        ArgumentNullException.ThrowIfNull(groups);
        ArgumentNullException.ThrowIfNull(options);
        using var parts = SubjectGroups.ByColumn(values, groups);
        List<GroupFigure> figures = [];
        for (var place = 1; place <= parts.Count; place++)
        {
            var code = place % parts.Count;
            if (!parts[code].IsEmpty)
            {
                var subset = new ValueSubset(values, parts[code], options.Level, options.Seed);
                var figure = Figures.Of(subset, objective);
                figures.Add(new GroupFigure(
                    groups.NameOf(code) ?? "(missing)", figure, objective is null ? null : VerdictRule.Of(subset, figure, objective)));
            }
        }

        return figures;
    }

    /// <summary>The figure of the subjects that began in each calendar period (UTC), with its verdict where there is an objective.</summary>
    /// <param name="values">The values.</param>
    /// <param name="objective">What is judged; null for the figure the measure is told by (<see cref="MeasureSummary"/>, the first).</param>
    /// <param name="unit">The period.</param>
    /// <param name="options">Horizon, level and seed.</param>
    /// <returns>One figure a period that has subjects, oldest first.</returns>
    /// <exception cref="ArgumentException">The objective has errors, or does not fit the kind of the measure.</exception>
    public static IReadOnlyList<PeriodFigure> ByPeriod(
        MeasureValues values, ObjectiveSyntax? objective, PeriodUnit unit, VerdictOptions options)
    {
        ArgumentNullException.ThrowIfNull(values);
        ArgumentNullException.ThrowIfNull(options);
        using var groups = SubjectGroups.ByPeriod(values, unit, out var firstDays);
        return Periods(values, objective, options with { Period = unit }, groups, firstDays);
    }

    private static PeriodFigure[] Periods(
        MeasureValues values, ObjectiveSyntax? objective, VerdictOptions options, SubjectGroups groups, DateOnly[] firstDays)
    {
        var unit = options.Period;
        List<PeriodFigure> periods = [];
        for (var period = 0; period < groups.Count; period++)
        {
            if (!groups[period].IsEmpty)
            {
                var subset = new ValueSubset(values, groups[period], options.Level, options.Seed);
                var figure = Figures.Of(subset, objective);
                periods.Add(new PeriodFigure(
                    PeriodCalendar.NameOf(firstDays[period], unit),
                    firstDays[period],
                    PeriodCalendar.MicrosOf(PeriodCalendar.NextFirstDay(firstDays[period], unit)) <= options.HorizonMicros,
                    figure,
                    objective is null ? null : VerdictRule.Of(subset, figure, objective)));
            }
        }

        return [.. periods];
    }

    private static bool IsOfOnePeriod(ObjectiveSyntax objective) =>
        objective.Due is not null || objective is { Goal: TotalGoalSyntax, Per: not null };

    private static int JudgedAt(PeriodFigure[] periods, ObjectiveSyntax objective, PeriodUnit unit)
    {
        var judged = Array.FindLastIndex(periods, one =>
            one.IsWhole && (objective.Due is not { } due || PeriodCalendar.NextFirstDay(one.FirstDay, unit).DayNumber <= due.DayNumber + 1));
        return judged < 0 ? periods.Length - 1 : judged;
    }

    private static double TargetOf(ObjectiveSyntax objective, SubjectTest test) =>
        objective.Goal is ShareGoalSyntax share ? share.Share : test.Bound;
}
