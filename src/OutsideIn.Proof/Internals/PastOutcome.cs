using OutsideIn.Diagnosis;
using OutsideIn.Experiments;
using OutsideIn.Measures;
using OutsideIn.Statistics;
using OutsideIn.Vocabulary;

namespace OutsideIn.Proof;

/// <summary>The primary outcome of a plan in a log of the time before: one number a case, by which arms will be compared, open cases counted as open.</summary>
/// <param name="By">What arms will be compared by.</param>
/// <param name="All">Count, mean and spread of the numbers, in the unit they are sent in.</param>
/// <param name="PerDay">Cases that begin in a day.</param>
/// <param name="LeftOut">Cases without a number, as they are not settled.</param>
/// <param name="Units">[units] The same of each unit with a case; empty where each case is a unit.</param>
/// <param name="Waits">How long it takes; null where the outcome is no time.</param>
internal sealed record PastOutcome(ComparedBy By, Moments All, double PerDay, int LeftOut, IReadOnlyList<Moments> Units, WaitHistory? Waits)
{
    /// <summary>Days a plan without dates is taken to last.</summary>
    public const int DaysWithoutEnd = 28;

    private const int SettledMin = 10;
    private const int WeekDays = 7;
    private const double Half = 0.5;

    // 1970-01-01 was a Thursday, three days behind a Monday.
    private const int FirstMonday = 3;

    /// <summary>Days the plan lasts.</summary>
    public static int DaysOf(ExperimentPlan plan) => plan is { Start: { } start, End: { } end } ? end.DayNumber - start.DayNumber + 1 : DaysWithoutEnd;

    public static Result<PastOutcome> Of(MeasuredLog log, ExperimentPlan plan, CancellationToken stop)
    {
        var (found, faults) = MeasureForComparison.Run(log, plan.Primary.Measure, plan.Primary.Objective, ProportionInterval.DefaultLevel, stop, null);
        if (found is not { } measure)
        {
            var fault = faults.FirstOrDefault(static one => one.Severity == "error");
            return new Problem(ProblemKind.Invalid, "PR030", $"\"{plan.Primary.Name}\" cannot be run on this log: {fault?.Message}", fault?.Hint);
        }

        var subjects = measure.Compared.WithValue([.. Enumerable.Range(0, measure.Values.Count)]);
        var limit = measure.LimitOf([new SubjectGroup("", subjects, [], 0)], plan.FollowUpDays * ComparisonQuestion.DayMicros);
        return UnitsOf(log, plan, measure.Values).Then(units =>
            measure.Compared.Numbers(subjects, limit).Then(numbers => Of(measure, plan, (subjects, numbers), units)));
    }

    private static Result<PastOutcome> Of(ComparedMeasure measure, ExperimentPlan plan, (int[] Subjects, double[] Numbers) found, int[] units)
    {
        var (all, byUnit, leftOut) = (default(Moments), new Dictionary<int, Moments>(), 0);
        foreach (var (subject, number) in found.Subjects.Zip(found.Numbers))
        {
            if (double.IsNaN(number))
            {
                leftOut++;
                continue;
            }

            var one = new Moments(1, measure.Compared.By == ComparedBy.Share ? number : FigureEntries.InUnit(number, measure.Plan), 0);
            all += one;
            if (units.Length > 0 && units[subject] >= 0)
            {
                byUnit[units[subject]] = byUnit.GetValueOrDefault(units[subject]) + one;
            }
        }

        if (all.Count < SettledMin || !(all.SquaredDeviations > 0))
        {
            return new Problem(
                ProblemKind.NotEstimable,
                "PR031",
                all.Count < SettledMin ? $"Of \"{plan.Primary.Name}\" only {CountText.Of((long)all.Count, "value is", "values are")} settled in this log." : $"Every settled value of \"{plan.Primary.Name}\" in this log is {all.Mean:0.####}.",
                "Give a log of a longer time, or of one in which the outcome varies.");
        }

        return new PastOutcome(
            measure.Compared.By, all, PerDayOf(measure.Values), leftOut, [.. byUnit.OrderBy(static one => one.Key).Select(static one => one.Value)],
            measure.Compared.By == ComparedBy.TimeWithout ? WaitsOf(measure, plan, found.Subjects) : null);
    }

    // The time an effect is counted from: the percentile the objective asks for, else what one constant hazard makes of all the time waited.
    private static WaitHistory? WaitsOf(ComparedMeasure measure, ExperimentPlan plan, int[] subjects)
    {
        var waits = measure.Compared.Waits(subjects);
        var (time, ended) = (0.0, 0);
        for (var index = 0; index < waits.Count; index++)
        {
            time += waits.Durations.Span[index];
            ended += waits.Ends.Span[index] == CompetingEnd.Reached ? 1 : 0;
        }

        if (ended == 0 || !CumulativeIncidence.Fit(waits.Durations.Span, waits.Ends.Span, ProportionInterval.DefaultLevel).TryGet(out var curve, out _))
        {
            return null;
        }

        var share = measure.Objective?.Goal is PercentileGoalSyntax goal ? goal.Percentile : (double?)null;
        var typical = share is not { } percentile ? time / ended
            : curve.Percentile(percentile) is { Value: { } value } ? value : -Math.Log(1 - percentile) * time / ended;
        return new WaitHistory(FigureEntries.InUnit(typical, measure.Plan), EndedOf(curve, plan));
    }

    // Cases come evenly while the plan lasts; each is counted after its follow-up, or else when the plan ends.
    private static double EndedOf(CumulativeIncidenceCurve curve, ExperimentPlan plan)
    {
        if (plan.FollowUpDays is { } followed)
        {
            return By(followed);
        }

        var days = DaysOf(plan);
        return Enumerable.Range(0, days).Average(day => By(day + Half));

        double By(double day) => curve.ReachedBy(day * ComparisonQuestion.DayMicros).TryGet(out var share, out _) ? share.Value : curve.ReachedAtEnd;
    }

    private static double PerDayOf(MeasureValues values)
    {
        var (first, last, count) = (long.MaxValue, long.MinValue, 0);
        for (var subject = 0; subject < values.Count; subject++)
        {
            if (values.States[subject] is ValueState.LeftOut or ValueState.NotApplicable)
            {
                continue;
            }

            (first, last, count) = (Math.Min(first, values.StartMicros[subject]), Math.Max(last, values.StartMicros[subject]), count + 1);
        }

        return count / Math.Max(1, (last - first) / ComparisonQuestion.DayMicros);
    }

    // [subjects] The unit each belongs to, −1 for none; empty where each is a unit by itself.
    private static Result<int[]> UnitsOf(MeasuredLog log, ExperimentPlan plan, MeasureValues values)
    {
        var all = new int[values.Count];
        switch (plan.Unit)
        {
            case ExperimentUnit.Case:
                return Array.Empty<int>();
            case ExperimentUnit.Week:
                for (var subject = 0; subject < all.Length; subject++)
                {
                    all[subject] = (int)Math.Floor(((values.StartMicros[subject] / ComparisonQuestion.DayMicros) + FirstMonday) / WeekDays);
                }

                return all;
            default:
                return UnitColumn.Of(log.Log, plan.Unit).Then<int[]>(units =>
                {
                    for (var subject = 0; subject < all.Length; subject++)
                    {
                        all[subject] = values.CasesOf(subject) is [var first, ..] ? FirstUnit(log, units, first) : -1;
                    }

                    return all;
                });
        }
    }

    private static int FirstUnit(MeasuredLog log, UnitColumn units, int caseIndex)
    {
        var (first, end) = log.Log.RowsOf(caseIndex);
        var at = units.Rows.AsSpan(first, end - first).IndexOfAnyExcept(-1);
        return at < 0 ? -1 : units.Rows[first + at];
    }
}
