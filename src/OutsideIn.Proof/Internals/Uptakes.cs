using OutsideIn.Experiments;
using OutsideIn.Measures;
using OutsideIn.Statistics;
using OutsideIn.Vocabulary;

namespace OutsideIn.Proof;

/// <summary>Who took up what their arm offered, and what that did.</summary>
/// <param name="run">The run.</param>
/// <param name="taken">[subjects of the primary outcome] 1 and 0; not a number where it is not known. Null where nobody asks.</param>
internal sealed class Uptakes(ExperimentRun run, double[]? taken)
{
    /// <returns>The uptakes; <c>PR044</c> where the measure is none of yes and no, or cannot be run.</returns>
    public static Result<Uptakes> Of(ExperimentRun run, CancellationToken stop)
    {
        if (run.Question.TookUp is not { } text)
        {
            return new Uptakes(run, null);
        }

        var compiled = MeasureCompiler.Compile(text, null, run.Log);
        if (compiled.Plan is not { Kind: MeasureKind.YesNo } plan)
        {
            var fault = compiled.Diagnostics.FirstOrDefault(static one => one.Severity == MeasureSeverity.Error);
            return new Problem(
                ProblemKind.Invalid, "PR044", $"Who took it up cannot be told by \"{text}\": {fault?.Message ?? "it is no question of yes and no."}",
                fault?.Hint ?? "Ask a question, such as: has \"Call ahead\"");
        }

        var answers = MeasureEngine.Run(run.Log, [plan], stop)[0];
        var byCase = new double[run.Log.Log.CaseCount];
        Array.Fill(byCase, double.NaN);
        for (var subject = 0; subject < answers.Count; subject++)
        {
            foreach (var one in answers.CasesOf(subject))
            {
                // What has not happened up to now has not been taken up yet.
                byCase[one] = answers.States[subject] is ValueState.Known or ValueState.Open ? answers.Values[subject] : double.NaN;
            }
        }

        var values = run.Primary.Measure.Values;
        return new Uptakes(run, [.. Enumerable.Range(0, values.Count).Select(subject => values.CasesOf(subject) is [var one, ..] ? byCase[one] : double.NaN)]);
    }

    /// <summary>The effects of an arm with the intervals its look may show; null where nobody asks, or the outcome has no numbers.</summary>
    public UptakeEffects? Effects(int arm, ExperimentVerdict verdict)
    {
        if (taken is null || Joint(0) is not { } control || Joint(arm) is not { } treatment)
        {
            return null;
        }

        var (measure, names) = (run.Primary.Measure, (run.Plan.Arms[arm].Name, run.Plan.Arms[0].Name));
        var effects = LocalEffect.Of(control, treatment, 1 - run.Plan.Alpha);
        return new UptakeEffects(
            EffectEntries.Of(names, verdict.AtThisLook(effects.Assigned), null, measure), effects.Uptake,
            EffectEntries.Of(names, verdict.AtThisLook(effects.OnCompliers), null, measure));
    }

    // Where whole units were given an arm, each is one row: its mean outcome and its share of takers.
    private JointMoments? Joint(int arm)
    {
        var (primary, group) = (run.Primary, run.Primary.Groups.Groups[arm]);
        if (!primary.Measure.Compared.Numbers(group.Subjects, primary.How.Limit).TryGet(out var numbers, out _))
        {
            return null;
        }

        var rows = Enumerable.Range(0, numbers.Length)
            .Where(index => !double.IsNaN(numbers[index]) && !double.IsNaN(taken![group.Subjects[index]]))
            .Select(index => (Unit: primary.How.AreClusters ? group.Units[index] : index, Outcome: numbers[index], Taken: taken![group.Subjects[index]]))
            .GroupBy(static row => row.Unit)
            .Select(static unit => (Outcome: unit.Average(static row => row.Outcome), Taken: unit.Average(static row => row.Taken)))
            .ToArray();
        return rows.Length < 2 ? null : JointMoments.Of([.. rows.Select(static row => row.Outcome)], [.. rows.Select(static row => row.Taken)]);
    }
}
