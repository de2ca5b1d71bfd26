using System.Runtime.InteropServices;
using OutsideIn.Experiments;
using OutsideIn.Measures;
using OutsideIn.Vocabulary;

namespace OutsideIn.Proof;

/// <summary>Which cases of a log are in an experiment, with their arm and their unit.</summary>
/// <param name="Arms">[cases] Place of the arm among the plan's, from 1; 0 for a case that is not in the experiment.</param>
/// <param name="Units">[cases] Number of the unit, from 1; 0 for none.</param>
/// <param name="StartMicros">[cases] When each began.</param>
/// <param name="Counts">What was left out, and why.</param>
internal sealed record Enrolment(int[] Arms, int[] Units, long[] StartMicros, EnrolmentCounts Counts)
{
    /// <summary>When each unit of a stepped roll-out changed; null for any other design.</summary>
    public StepPeriods? Steps { get; init; }

    /// <summary>Gathers the cases of an experiment.</summary>
    /// <returns>The enrolment; <c>PR040</c> where the log ends before it begins, <c>PR041</c> where a condition that leaves cases out cannot be run, and what <see cref="UnitNumbers"/> and <see cref="ArmNumbers"/> refuse.</returns>
    public static Result<Enrolment> Of(MeasuredLog log, ExperimentQuestion question, CancellationToken stop)
    {
        var plan = question.Plan;
        if (plan.Start is { } start && ComparisonQuestion.MicrosOf(start) > log.HorizonMicros)
        {
            return new Problem(
                ProblemKind.Invalid, "PR040", $"The log is known up to {DayText.Of(DayOf(log.HorizonMicros))}, and the experiment begins on {DayText.Of(start)}.",
                "Give a log that reaches into the experiment.");
        }

        if (!Members(log, plan, stop).TryGet(out var members, out var problem)
            || !UnitNumbers.Of(log, question, members).TryGet(out var units, out problem)
            || !ArmNumbers.Of(log, question, members, units).TryGet(out var arms, out problem))
        {
            return problem;
        }

        return Taken(question, members, units, arms);
    }

    /// <summary>The day an instant is on, in UTC.</summary>
    public static DateOnly DayOf(long micros) => DateOnly.FromDateTime(DateTimeOffset.UnixEpoch.AddMicroseconds(micros).UtcDateTime);

    /// <summary>Arm and unit of each subject of a measure: those of its first case that is in the experiment.</summary>
    public (SubjectColumn Arms, SubjectColumn Units) Columns(MeasureValues values, ExperimentPlan plan)
    {
        var (arms, units) = (new int[values.Count], new int[values.Count]);
        for (var subject = 0; subject < arms.Length; subject++)
        {
            foreach (var one in values.CasesOf(subject))
            {
                if (Arms[one] > 0 && Units[one] > 0)
                {
                    (arms[subject], units[subject]) = (Arms[one], Units[one]);
                    break;
                }
            }
        }

        return (new SubjectColumn([.. plan.Arms.Select(static arm => arm.Name)], arms), new SubjectColumn([], units));
    }

    /// <summary>[arms] How many units have a case in each arm.</summary>
    public IReadOnlyList<long> UnitsOfArms(int armCount)
    {
        var seen = new HashSet<(int Arm, int Unit)>();
        var counts = new long[armCount];
        for (var one = 0; one < Arms.Length; one++)
        {
            if (Arms[one] > 0 && Units[one] > 0 && seen.Add((Arms[one], Units[one])))
            {
                counts[Arms[one] - 1]++;
            }
        }

        return counts;
    }

    /// <summary>Cases of an arm, and of those the ones that began after an instant.</summary>
    public (int Cases, int Later) CasesOf(int arm, long after)
    {
        var (cases, later) = (0, 0);
        for (var one = 0; one < Arms.Length; one++)
        {
            if (Arms[one] == arm && Units[one] > 0)
            {
                (cases, later) = (cases + 1, later + (StartMicros[one] > after ? 1 : 0));
            }
        }

        return (cases, later);
    }

    // Who takes part is said by what was known when the case began: its day and the plan's exclusions.
    private static Result<CaseMembers> Members(MeasuredLog log, ExperimentPlan plan, CancellationToken stop)
    {
        var conditions = string.Join(" and ", plan.Exclusions.Select(static condition => $"not ({condition})"));
        var compiled = MeasureCompiler.Compile(conditions.Length == 0 ? "count of events" : $"count of events for cases where {conditions}", null, log);
        if (compiled.Plan is not { } measure)
        {
            var fault = compiled.Diagnostics.First(static one => one.Severity == MeasureSeverity.Error);
            return new Problem(ProblemKind.Invalid, "PR041", $"What the plan leaves out cannot be told from this log: {fault.Message}", fault.Hint);
        }

        var values = MeasureEngine.Run(log, [measure], stop)[0];
        var (starts, isIn, excluded, outside) = (new long[log.Log.CaseCount], new bool[log.Log.CaseCount], 0, 0);
        var from = plan.Start is { } first ? ComparisonQuestion.MicrosOf(first) : long.MinValue;
        var end = plan.End is { } last ? ComparisonQuestion.MicrosOf(last.AddDays(1)) : long.MaxValue;
        for (var subject = 0; subject < values.Count; subject++)
        {
            var one = values.CasesOf(subject)[0];
            starts[one] = values.StartMicros[subject];
            var isExcluded = values.States[subject] == ValueState.LeftOut;
            var isInside = starts[one] >= from && starts[one] < end;
            isIn[one] = isInside && !isExcluded;
            (outside, excluded) = (outside + (isInside ? 0 : 1), excluded + (isInside && isExcluded ? 1 : 0));
        }

        return new CaseMembers(starts, isIn, excluded, outside);
    }

    private static Enrolment Taken(ExperimentQuestion question, CaseMembers members, UnitNumbers units, ArmNumbers arms)
    {
        var armOf = new Dictionary<int, int>();
        var mixed = new HashSet<int>();
        var (taken, withoutUnit, withoutArm) = (new int[members.IsIn.Length], 0, 0);
        for (var one = 0; one < taken.Length; one++)
        {
            if (!members.IsIn[one])
            {
                continue;
            }

            var (arm, unit) = (arms.Cases[one], units.Cases[one]);
            withoutArm += arm == 0 ? 1 : 0;
            withoutUnit += arm > 0 && unit == 0 ? 1 : 0;
            if (arm == 0 || unit == 0)
            {
                continue;
            }

            taken[one] = arm;
            ref var known = ref CollectionsMarshal.GetValueRefOrAddDefault(armOf, unit, out var isKnown);
            if (isKnown && known != arm)
            {
                mixed.Add(unit);
            }

            known = arm;
        }

        // In a stepped roll-out every unit is in both arms, one after the other: that is the plan.
        var mixedCount = question.Arms is ArmSteps ? 0 : mixed.Count;
        return new Enrolment(
            taken, units.Cases, members.StartMicros,
            new EnrolmentCounts(members.Outside, members.Excluded, withoutArm, withoutUnit, armOf.Count, mixedCount, arms.Others, arms.NotInLog))
        {
            Steps = question.Arms is ArmSteps steps ? StepPeriods.Of(steps, units) : null,
        };
    }
}

/// <summary>What was left out of an experiment, and what looks wrong.</summary>
/// <param name="Outside">Cases that did not begin in its days.</param>
/// <param name="Excluded">Cases of its days that the plan leaves out.</param>
/// <param name="WithoutArm">Cases of its days without an arm of the plan.</param>
/// <param name="WithoutUnit">Cases with an arm that belong to no unit.</param>
/// <param name="Units">Units with a case in it.</param>
/// <param name="MixedUnits">Units with cases in more than one arm.</param>
/// <param name="OtherArms">Names that stand where an arm should and are none of the plan's.</param>
/// <param name="NotInLog">Units of the list that the log does not know.</param>
internal sealed record EnrolmentCounts(
    int Outside, int Excluded, int WithoutArm, int WithoutUnit, int Units, int MixedUnits, IReadOnlyList<string> OtherArms, int NotInLog);

/// <summary>When each case began, and whether it is one of the experiment's days and not left out.</summary>
internal sealed record CaseMembers(long[] StartMicros, bool[] IsIn, int Excluded, int Outside);
