using OutsideIn.Diagnosis;
using OutsideIn.Events;
using OutsideIn.Experiments;
using OutsideIn.Measures;
using OutsideIn.Vocabulary;

namespace OutsideIn.Proof;

/// <summary>What was known of each subject before it was given an arm, as columns of numbers.</summary>
/// <param name="Columns">[columns][subjects] A text is a one in the column of its value; not a number where nothing is known.</param>
/// <param name="BeforeOfUnits">[unit] The same outcome of the unit's earlier cases; null where the plan does not adjust by it, or nothing is known of it.</param>
internal sealed record SubjectCovariates(IReadOnlyList<double[]> Columns, IReadOnlyDictionary<int, double>? BeforeOfUnits)
{
    // More values than these each take a degree of freedom and say little.
    private const int ValuesMax = 8;
    private static readonly string OutcomeBefore = NamePattern.Fold("outcome before");

    /// <summary>Whether a covariate is the word for the same outcome of the unit's earlier cases.</summary>
    public static bool IsOutcomeBefore(string name) => string.Equals(NamePattern.Fold(name.Trim()), OutcomeBefore, StringComparison.Ordinal);

    /// <summary>Why a covariate of a plan cannot be had from a log: <c>PR055</c>; null where each can.</summary>
    public static Problem? Missing(MeasuredLog log, ExperimentPlan plan)
    {
        foreach (var name in plan.Covariates.Where(static one => !IsOutcomeBefore(one)))
        {
            if (CaseNumbers.Of(log.Log, name) is null && !CaseColumns.Of(log, name).TryGet(out _, out var problem))
            {
                return new Problem(ProblemKind.NotFound, "PR055", $"The plan adjusts by \"{name}\", and the log has no such column.", problem.Hint);
            }
        }

        return null;
    }

    /// <summary>The plan's covariates of an outcome's subjects; null where it has none that say anything.</summary>
    public static SubjectCovariates? Of(ComparedMeasure measure, EffectQuestion how, Enrolment enrolment, ExperimentPlan plan)
    {
        var first = FirstCases(measure, enrolment);
        var columns = plan.Covariates.Where(static name => !IsOutcomeBefore(name)).SelectMany(name => OfColumn(measure, first, name)).ToList();
        var before = plan.Covariates.Any(IsOutcomeBefore) && how.AreClusters ? EarlierOutcome.Of(measure, how.Limit, enrolment, plan) : null;
        return columns.Count == 0 && before is not { Count: > 0 } ? null : new SubjectCovariates(columns, before is { Count: > 0 } ? before : null);
    }

    private static IEnumerable<double[]> OfColumn(ComparedMeasure measure, int[] first, string name)
    {
        if (CaseNumbers.Of(measure.Log.Log, name) is { } numbers)
        {
            return [Array.ConvertAll(first, one => one < 0 ? double.NaN : numbers[one])];
        }

        if (!CaseColumns.Of(measure.Log, name).TryGet(out var texts, out _))
        {
            return [];
        }

        // The most frequent value is what the others are told apart from.
        return first.Where(static one => one >= 0).Select(one => texts[one]).Where(static code => code != CodedColumn.Missing)
            .GroupBy(static code => code).OrderByDescending(static group => group.Count()).ThenBy(static group => group.Key)
            .Skip(1).Take(ValuesMax)
            .Select(group => Array.ConvertAll(first, one => one >= 0 && texts[one] == group.Key ? 1.0 : 0.0));
    }

    // [subjects] The first case of each that is in the experiment; −1 for none.
    private static int[] FirstCases(ComparedMeasure measure, Enrolment enrolment)
    {
        var first = new int[measure.Values.Count];
        Array.Fill(first, -1);
        for (var subject = 0; subject < first.Length; subject++)
        {
            foreach (var one in measure.Values.CasesOf(subject))
            {
                if (enrolment.Arms[one] > 0)
                {
                    first[subject] = one;
                    break;
                }
            }
        }

        return first;
    }
}
