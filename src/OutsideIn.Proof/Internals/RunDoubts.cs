using OutsideIn.Experiments;
using OutsideIn.Statistics;
using OutsideIn.Vocabulary;

namespace OutsideIn.Proof;

/// <summary>What looks wrong with a run before any outcome is seen, and what is worth knowing of who is in it.</summary>
internal static class RunDoubts
{
    /// <summary>What looks wrong, gravest first.</summary>
    public static IEnumerable<Problem> Of(ExperimentRun run)
    {
        var counts = run.Enrolment.Counts;
        if (run.Plan.Arms.Where((_, index) => run.Times.Units[^1][index] == 0).Select(static arm => $"\"{arm.Name}\"").ToArray() is { Length: > 0 } empty)
        {
            yield return new Problem(
                ProblemKind.NotEstimable, "PR057", $"No case of this log is in {string.Join(" or ", empty)}.",
                "See whether the arm is called so in the log or the list, and whether anybody was given it by now.");
        }

        if (counts.MixedUnits > 0)
        {
            yield return new Problem(
                ProblemKind.Conflict, "PR045", $"{Units(counts.MixedUnits, run)} of {CountText.Of(counts.Units)} {Verb(counts.MixedUnits, "has", "have")} cases in more than one arm.",
                "Find out who changed over and why: what was planned was one arm for each. Each counts in every arm it was in.");
        }

        if (counts.OtherArms.Count > 0)
        {
            yield return new Problem(
                ProblemKind.Invalid, "PR046", $"The log names arms that the plan has not: {string.Join(", ", counts.OtherArms.Take(5).Select(static name => $"\"{name}\""))}.",
                $"The plan's arms are {string.Join(", ", run.Plan.Arms.Select(static arm => $"\"{arm.Name}\""))}; cases of others are left out.");
        }

        if (run.Balance.Where(static one => one.IsAlarm).Select(static one => one.Covariate).ToArray() is { Length: > 0 } apart)
        {
            yield return new Problem(
                ProblemKind.Conflict, "PR047", $"The arms differed before anything was done, in {string.Join(", ", apart)}, by more than chance does once in a thousand runs.",
                "Look at how units were given their arm before you look at any result.");
        }

        if (run.Question.Looks.FirstOrDefault(static one => one.Answer is ExperimentAnswer.Better or ExperimentAnswer.BetterButUnguarded or ExperimentAnswer.Worse or ExperimentAnswer.NotWorthwhile) is { } ended
            && run.Plan.Looks.Rule == LookRule.GroupSequential && ended.Day < Enrolment.DayOf(run.Log.HorizonMicros))
        {
            yield return new Problem(
                ProblemKind.Conflict, "PR048", $"The plan's looks came to an end on {DayText.Of(ended.Day)}: {ended.Sentence}",
                "What is seen later describes, and decides nothing anew: the error that looking may cost is spent.");
        }
    }

    /// <summary>What is worth knowing.</summary>
    public static IEnumerable<AssumptionCheck> Checks(ExperimentRun run)
    {
        var counts = run.Enrolment.Counts;
        if (run.Question.MapChanges is { Count: > 0 } changes)
        {
            yield return new AssumptionCheck("The map still says what was locked.", false, $"{string.Join(" ", changes.Select(static one => one.Sentence))} The locked plan is followed.");
        }

        foreach (var (count, left, why) in Left(counts, run))
        {
            if (count > 0)
            {
                yield return new AssumptionCheck(left, null, $"{CountText.Of(count, "case", "cases")} {why}");
            }
        }

        if (counts.NotInLog > 0)
        {
            yield return new AssumptionCheck(
                "The log knows every unit of the list.", false, $"{Units(counts.NotInLog, run)} of the list {Verb(counts.NotInLog, "has", "have")} no case in the log: none came, or the names differ.");
        }

        if (run.Plan.Unit == ExperimentUnit.Case && run.Log.Log.Teams is not null && run.Question.Arms is not ArmBlocks)
        {
            yield return new AssumptionCheck(
                "Cases of one arm do not wait for those of the other.", null,
                "Where both share a queue, helping one half shortens or lengthens the wait of the other. If so, change whole teams or blocks of time.");
        }
    }

    private static IEnumerable<(int Count, string Left, string Why)> Left(EnrolmentCounts counts, ExperimentRun run)
    {
        yield return (counts.WithoutArm, "Who has no arm was never part of it.", $"of its days {Verb(counts.WithoutArm, "has", "have")} no arm of the plan and {Verb(counts.WithoutArm, "is", "are")} left out.");
        yield return (counts.WithoutUnit, $"Every case belongs to a {run.Unit}.", $"with an arm {Verb(counts.WithoutUnit, "belongs", "belong")} to no {run.Unit} and {Verb(counts.WithoutUnit, "is", "are")} left out.");
        yield return (counts.Excluded, "What the plan leaves out was known before anybody was given an arm.", $"{Verb(counts.Excluded, "is", "are")} left out by the plan's exclusions.");
    }

    private static string Units(long count, ExperimentRun run) => CountText.Of(count, run.Unit, run.Unit == "branch" ? "branches" : run.Unit + "s");

    private static string Verb(long count, string one, string many) => count == 1 ? one : many;
}
