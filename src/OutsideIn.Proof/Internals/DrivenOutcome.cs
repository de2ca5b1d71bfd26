using OutsideIn.Vocabulary;

namespace OutsideIn.Proof;

/// <summary>The outcome of every subject as one plain number, open ones counted as open.</summary>
/// <param name="Name">What is explained.</param>
/// <param name="Subjects">Subjects that have an outcome, open ones included.</param>
/// <param name="Open">How many of those are open.</param>
/// <param name="Limit">The time up to which they are followed, in the values' unit; infinite where nothing is open.</param>
/// <param name="Numbers">[subjects] Shares as 0 to 1, values in their unit, NaN where open without a number; or why there are none.</param>
internal sealed record DrivenOutcome(string Name, int[] Subjects, int Open, double Limit, Result<double[]> Numbers)
{
    /// <param name="measure">The outcome.</param>
    /// <param name="followUp">How long each is followed; null for what the log can tell.</param>
    public static DrivenOutcome Of(ComparedMeasure measure, double? followUp)
    {
        var subjects = measure.Compared.WithValue([.. Enumerable.Range(0, measure.Values.Count)]);
        var limit = measure.LimitOf([new SubjectGroup("all", subjects, [], 0)], followUp);
        return new DrivenOutcome(measure.NameOf(limit), subjects, measure.Compared.CountOpen(subjects), limit, measure.Compared.Numbers(subjects, limit));
    }
}
