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
        var groups = SubjectGroups.ByPeriod(values.Subjects, unit);
        var periods = JudgedPeriods(values, objective, groups, options);
        PeriodFigure[] trend = [.. periods.Select(one => Period(one.Judged, groups.FirstDays[one.Group], unit, options))];
        var judged = IsOfOnePeriod(objective) ? JudgedAt(trend, objective, unit) : -1;
        var one = judged < 0 ? JudgeAll(values, objective, groups, periods, options) : periods[judged].Judged;
        var (kind, sides, period) = (one.Verdict!.Value, one.Sides, judged < 0 ? null : trend[judged].Name);
        return new Verdict(
            kind, one.Figure, TargetOf(objective, test), period, sides.Met, sides.Missed, sides.Open, one.Figure.NotApplicable, trend,
            VerdictSentence.Of(values.Plan, objective, kind, one.Figure, sides.Open, period), Trend.Of(trend, objective, values.Plan, options));
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
        var parts = SubjectGroups.ByColumn(values.Subjects, groups);
        List<GroupFigure> figures = [];
        for (var place = 1; place <= parts.Count; place++)
        {
            var code = place % parts.Count;
            var one = Figures.Judge(new ValueSubset(values, parts[code], options), objective);
            if (one.States.All > 0)
            {
                figures.Add(new GroupFigure(groups.NameOf(code) ?? "(missing)", one.Figure, one.Verdict));
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
        var groups = SubjectGroups.ByPeriod(values.Subjects, unit);
        return [.. JudgedPeriods(values, objective, groups, options).Select(one => Period(one.Judged, groups.FirstDays[one.Group], unit, options))];
    }

    private static List<(int Group, JudgedFigure Judged)> JudgedPeriods(
        MeasureValues values, ObjectiveSyntax? objective, SubjectGroups groups, VerdictOptions options)
    {
        List<(int, JudgedFigure)> periods = [];
        for (var group = 0; group < groups.Count; group++)
        {
            var one = Figures.Judge(new ValueSubset(values, groups[group], options), objective);
            if (one.States.All > 0)
            {
                periods.Add((group, one));
            }
        }

        return periods;
    }

    // What was counted period by period adds up to the whole.
    private static JudgedFigure JudgeAll(
        MeasureValues values, ObjectiveSyntax objective, SubjectGroups groups, List<(int Group, JudgedFigure Judged)> periods, VerdictOptions options)
    {
        var (states, sides) = (default(StateCounts), default(SideCounts));
        foreach (var (_, one) in periods)
        {
            (states, sides) = (states + one.States, sides + one.Sides);
        }

        return Figures.Judge(new ValueSubset(values, groups.All, options, states), objective, SubjectTest.Of(values.Plan, objective), sides);
    }

    private static PeriodFigure Period(JudgedFigure one, DateOnly firstDay, PeriodUnit unit, VerdictOptions options) => new(
        PeriodCalendar.NameOf(firstDay, unit),
        firstDay,
        PeriodCalendar.MicrosOf(PeriodCalendar.NextFirstDay(firstDay, unit)) <= options.HorizonMicros,
        one.Figure,
        one.Verdict);

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
