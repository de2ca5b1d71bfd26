using OutsideIn.Diagnosis;
using OutsideIn.Events;
using OutsideIn.Experiments;
using OutsideIn.Statistics;

namespace OutsideIn.Proof;

/// <summary>Whether the arms of a run were alike before anything was done: by the plan's covariates, and by the primary outcome of each unit's cases before it began.</summary>
internal sealed class ArmBalance(ExperimentRun run)
{
    // Of a covariate of texts its most frequent values; the rest says little and would cry wolf by its number.
    private const int ValuesMax = 8;

    /// <summary>One figure a value of each covariate, arm against control; of several arms the one that differs most.</summary>
    public IReadOnlyList<CovariateBalance> Of() => [.. run.Plan.Covariates.Where(static name => !SubjectCovariates.IsOutcomeBefore(name)).SelectMany(OfColumn), .. OfBefore()];

    private IEnumerable<CovariateBalance> OfColumn(string name)
    {
        if (CaseColumns.Of(run.Log, name).TryGet(out var texts, out _))
        {
            var counts = new int[texts.Names.Count + 1];
            for (var one = 0; one < run.Enrolment.Arms.Length; one++)
            {
                counts[run.Enrolment.Arms[one] > 0 ? texts[one] : CodedColumn.Missing]++;
            }

            var frequent = Enumerable.Range(1, texts.Names.Count).Where(code => counts[code] > 0).OrderByDescending(code => counts[code]).Take(ValuesMax).ToArray();

            // Of two values one says all.
            return frequent.Take(frequent.Length == 2 ? 1 : frequent.Length)
                .Select(code => Worst($"{name}: {texts.Names[code - 1]}", one => texts[one] == code ? 1 : 0));
        }

        return CaseNumbers.Of(run.Log.Log, name) is { } numbers ? [Worst(name, one => numbers[one])] : [];
    }

    // What the unit's cases came to before the first day: the arms cannot have moved it.
    private IEnumerable<CovariateBalance> OfBefore()
    {
        if (run.Plan.Start is null || run.Question.Arms is ArmBlocks or ArmSteps || !run.Primary.How.AreClusters)
        {
            return [];
        }

        var before = EarlierOutcome.Of(run.Primary.Measure, run.Primary.How.Limit, run.Enrolment, run.Plan);
        return before.Count == 0 ? [] : [Worst("the primary outcome before", one => before.TryGetValue(run.Enrolment.Units[one], out var mean) ? mean : double.NaN)];
    }

    private CovariateBalance Worst(string name, Func<int, double> valueOf)
    {
        var arms = Enumerable.Range(1, run.Plan.Arms.Count).Select(arm => UnitMeans(arm, valueOf)).ToArray();
        return arms.Skip(1).Select(arm => CovariateBalance.Of(name, arms[0], arm)).OrderBy(static one => one.PValue ?? 1).First();
    }

    // Each unit counts once: what was given out is the unit.
    private Moments UnitMeans(int arm, Func<int, double> valueOf)
    {
        var units = new Dictionary<int, Moments>();
        for (var one = 0; one < run.Enrolment.Arms.Length; one++)
        {
            if (run.Enrolment.Arms[one] == arm && run.Enrolment.Units[one] > 0 && valueOf(one) is var value && !double.IsNaN(value))
            {
                var unit = run.Enrolment.Units[one];
                units[unit] = units.GetValueOrDefault(unit) + new Moments(1, value, 0);
            }
        }

        return units.Values.Aggregate(default(Moments), static (all, unit) => all + new Moments(1, unit.Mean, 0));
    }
}
