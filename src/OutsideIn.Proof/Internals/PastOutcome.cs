using OutsideIn.Diagnosis;
using OutsideIn.Experiments;
using OutsideIn.Measures;
using OutsideIn.Statistics;
using OutsideIn.Vocabulary;

namespace OutsideIn.Proof;

/// <summary>The primary outcome of a plan in a log of the time before.</summary>
/// <param name="IsShare">Whether it is a share of cases.</param>
/// <param name="All">Count, mean and spread of all settled values.</param>
/// <param name="PerDay">Cases that begin in a day.</param>
/// <param name="Open">Cases that are not settled yet.</param>
/// <param name="Units">[units] The same of each unit with a settled case; empty where each case is a unit.</param>
internal sealed record PastOutcome(bool IsShare, Moments All, double PerDay, int Open, IReadOnlyList<Moments> Units)
{
    private const int SettledMin = 10;
    private const double MicrosADay = 86_400e6;
    private const double MicrosASecond = 1e6;
    private const int WeekDays = 7;

    // 1970-01-01 was a Thursday, three days behind a Monday.
    private const int FirstMonday = 3;

    public static Result<PastOutcome> Of(MeasuredLog log, ExperimentPlan plan, MeasureRun run)
    {
        if (run.Values is not { } values)
        {
            var fault = run.Faults.FirstOrDefault(static one => one.Severity == "error");
            return new Problem(ProblemKind.Invalid, "PR030", $"\"{plan.Primary.Name}\" cannot be run on this log: {fault?.Message}", fault?.Hint);
        }

        var goal = plan.Primary.Objective is { } objective ? MeasureParser.ParseObjective(objective).Tree.Goal : null;
        var isShare = goal is ShareGoalSyntax || values.Plan.Kind == MeasureKind.YesNo;
        if (!UnitsOf(log, plan, values).TryGet(out var units, out var problem))
        {
            return problem;
        }

        var (all, byUnit, open) = (default(Moments), new Dictionary<int, Moments>(), 0);
        for (var subject = 0; subject < values.Count; subject++)
        {
            if (ValueOf(values, run.Sides, subject, goal is ShareGoalSyntax) is not { } value)
            {
                open += values.States[subject] is ValueState.Open or ValueState.Known ? 1 : 0;
                continue;
            }

            var one = new Moments(1, value, 0);
            all += one;
            if (units.Length > 0 && units[subject] >= 0)
            {
                byUnit[units[subject]] = byUnit.GetValueOrDefault(units[subject]) + one;
            }
        }

        return all.Count >= SettledMin && all.SquaredDeviations > 0
            ? new PastOutcome(isShare, all, PerDayOf(values), open, [.. byUnit.OrderBy(static one => one.Key).Select(static one => one.Value)])
            : new Problem(
                ProblemKind.NotEstimable,
                "PR031",
                all.Count < SettledMin ? $"Of \"{plan.Primary.Name}\" only {CountText.Of((long)all.Count, "value is", "values are")} settled in this log." : $"Every settled value of \"{plan.Primary.Name}\" in this log is {all.Mean:0.####}.",
                "Give a log of a longer time, or of one in which the outcome varies.");
    }

    // Null for a subject whose value is not settled, or that has none.
    private static double? ValueOf(MeasureValues values, IReadOnlyList<Side>? sides, int subject, bool isBySide) => isBySide
        ? sides?[subject] switch
        {
            Side.Met => 1,
            Side.Missed => 0,
            _ => null,
        }
        : values.States[subject] != ValueState.Known ? null : values.Values[subject] / (values.Plan.Kind != MeasureKind.Duration ? 1
            : values.Plan.Clock == DurationClock.BusinessDays ? MicrosADay : MicrosASecond);

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

        return count / Math.Max(1, (last - first) / MicrosADay);
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
                    all[subject] = (int)Math.Floor(((values.StartMicros[subject] / MicrosADay) + FirstMonday) / WeekDays);
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
