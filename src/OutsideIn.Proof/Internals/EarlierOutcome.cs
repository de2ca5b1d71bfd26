using OutsideIn.Experiments;
using OutsideIn.Statistics;

namespace OutsideIn.Proof;

/// <summary>An outcome of each unit's cases that began before the experiment.</summary>
internal static class EarlierOutcome
{
    /// <returns>[unit] The mean of its settled values; empty where the log does not reach back or the outcome has no number there.</returns>
    public static IReadOnlyDictionary<int, double> Of(ComparedMeasure measure, double limit, Enrolment enrolment, ExperimentPlan plan)
    {
        if (plan.Start is not { } first)
        {
            return new Dictionary<int, double>();
        }

        var start = ComparisonQuestion.MicrosOf(first);
        var earlier = measure.Compared.WithValue([.. Enumerable.Range(0, measure.Values.Count).Where(subject => measure.Values.StartMicros[subject] < start)]);
        if (earlier.Length == 0 || !measure.Compared.Numbers(earlier, limit).TryGet(out var numbers, out _))
        {
            return new Dictionary<int, double>();
        }

        var sums = new Dictionary<int, Moments>();
        foreach (var (subject, number) in earlier.Zip(numbers))
        {
            var unit = measure.Values.CasesOf(subject) is [var one, ..] ? enrolment.Units[one] : 0;
            if (unit > 0 && !double.IsNaN(number))
            {
                sums[unit] = sums.GetValueOrDefault(unit) + new Moments(1, number, 0);
            }
        }

        return sums.ToDictionary(static one => one.Key, static one => one.Value.Mean);
    }
}
