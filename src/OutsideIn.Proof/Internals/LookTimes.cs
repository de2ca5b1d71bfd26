using OutsideIn.Experiments;

namespace OutsideIn.Proof;

/// <summary>When the looks of an experiment were, as shares of what is planned.</summary>
/// <param name="Information">[looks that showed something] Cases whose outcome could be known by each look over those of the planned end, ascending; empty before the first such case.</param>
/// <param name="Times">[those looks] The share of the planned days that could be followed to their end, ascending.</param>
/// <param name="Units">[looks] Units of each arm up to each look, the last being now.</param>
/// <param name="Share">The share of the planned days now; null where the plan has no days.</param>
/// <param name="IsLast">Whether nothing more will come.</param>
/// <param name="Number">Which look this is, from 1.</param>
internal sealed record LookTimes(
    IReadOnlyList<double> Information, IReadOnlyList<double> Times, IReadOnlyList<IReadOnlyList<long>> Units, double? Share, bool IsLast, int Number)
{
    // Looks on one day are one look.
    private const double ApartMin = 1e-9;

    /// <param name="enrolment">The cases.</param>
    /// <param name="question">The plan and earlier looks.</param>
    /// <param name="horizonMicros">Up to when the log is known.</param>
    /// <param name="followUpDays">For how long each case is followed, ≥ 0.</param>
    public static LookTimes Of(Enrolment enrolment, ExperimentQuestion question, long horizonMicros, double followUpDays)
    {
        var (plan, today) = (question.Plan, Enrolment.DayOf(horizonMicros));
        var shown = question.Looks.Where(static look => look.Effect is not null).Select(static look => look.Day).Where(day => day < today).Distinct().Order().ToList();
        var share = ShareAt(plan, today, followUpDays);
        var isLast = question.IsFinal || share >= 1 || (share is null && plan.Looks.Rule != LookRule.AnyTime && shown.Count + 1 >= plan.Looks.Count);
        var (information, times) = (new List<double>(), new List<double>());
        var now = TimeAt(today, shown.Count + 1);
        var known = Followed(enrolment, today, followUpDays);
        foreach (var (number, day) in shown.Append(today).Index())
        {
            var time = day == today ? now : TimeAt(day, number + 1);
            var part = known == 0 ? 0 : now * Followed(enrolment, day, followUpDays) / known;
            if (time > 0 && part > 0 && time > times.LastOrDefault() + ApartMin && part > information.LastOrDefault() + ApartMin)
            {
                information.Add(part);
                times.Add(time);
            }
        }

        var counts = enrolment.UnitsOfArms(plan.Arms.Count);
        return new LookTimes(information, times, [.. Earlier(question), counts], share, isLast, shown.Count + 1);

        double TimeAt(DateOnly day, int number) => ShareAt(plan, day, followUpDays) ?? Math.Min(1, (double)number / plan.Looks.Count);
    }

    // The share of the planned days whose cases could be followed to their end on a day.
    private static double? ShareAt(ExperimentPlan plan, DateOnly day, double followUpDays) => plan is { Start: { } start, End: { } end }
        ? Math.Clamp((day.DayNumber - start.DayNumber + 1 - followUpDays) / (end.DayNumber - start.DayNumber + 1), 0, 1)
        : null;

    private static int Followed(Enrolment enrolment, DateOnly day, double followUpDays)
    {
        var latest = ComparisonQuestion.MicrosOf(day.AddDays(1)) - (long)(followUpDays * ComparisonQuestion.DayMicros);
        var count = 0;
        for (var one = 0; one < enrolment.Arms.Length; one++)
        {
            count += enrolment.Arms[one] > 0 && enrolment.Units[one] > 0 && enrolment.StartMicros[one] < latest ? 1 : 0;
        }

        return count;
    }

    // What the ledger counted, by the plan's arms; a look that counted others says nothing of these.
    private static IEnumerable<IReadOnlyList<long>> Earlier(ExperimentQuestion question)
    {
        foreach (var look in question.Looks)
        {
            var counts = question.Plan.Arms.Select(arm => look.Counts.FirstOrDefault(one => string.Equals(one.Arm, arm.Name, StringComparison.Ordinal))).ToArray();
            if (counts.All(static one => one is not null))
            {
                yield return [.. counts.Select(static one => one!.Count)];
            }
        }
    }
}
