using OutsideIn.Experiments;

namespace OutsideIn.Proof;

/// <summary>The primary effect week by week since units were first given their arm: does it wear off, or has it to be learnt?</summary>
internal static class EffectByWeek
{
    private const int WeekDays = 7;
    private const double WeekMicros = WeekDays * ComparisonQuestion.DayMicros;

    /// <summary>The trend of the weekly effects of an arm, whole weeks only; null where units are cases, or fewer than three weeks have an effect with an error.</summary>
    public static NoveltyCheck? Of(ExperimentRun run, int arm)
    {
        if (run.Plan.Start is not { } start || !run.Primary.How.AreClusters || run.Question.Arms is ArmBlocks or ArmSteps)
        {
            return null;
        }

        var (primary, first) = (run.Primary, ComparisonQuestion.MicrosOf(start));
        var followed = run.Log.HorizonMicros - (long)((run.FollowUpDays ?? 0) * ComparisonQuestion.DayMicros);
        var weeks = (int)((followed - first) / WeekMicros);
        var effects = new List<DayEffect>();
        for (var week = 0; week < weeks; week++)
        {
            var (one, other) = (Part(primary.Groups.Groups[0], week), Part(primary.Groups.Groups[arm], week));
            if (ArmEffects.Of(primary.Measure, one, other, primary.How).Difference is { Value: { } value, StandardError: { } error and > 0 })
            {
                effects.Add(new DayEffect(week * WeekDays, value * PlanUnit.PerValue(primary.Measure), error * PlanUnit.PerValue(primary.Measure)));
            }
        }

        return NoveltyCheck.Of(effects).TryGet(out var check, out _) ? check : null;

        SubjectGroup Part(SubjectGroup group, int week)
        {
            int[] kept = [.. Enumerable.Range(0, group.Subjects.Length).Where(index =>
                (int)((primary.Measure.Values.StartMicros[group.Subjects[index]] - first) / WeekMicros) == week)];
            return new SubjectGroup(group.Name, [.. kept.Select(index => group.Subjects[index])], [.. kept.Select(index => group.Units[index])], 0);
        }
    }
}
