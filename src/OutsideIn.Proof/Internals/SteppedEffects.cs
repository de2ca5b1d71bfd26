using OutsideIn.Experiments;
using OutsideIn.Statistics;
using OutsideIn.Vocabulary;

namespace OutsideIn.Proof;

/// <summary>The effect of a stepped roll-out on an outcome of a log.</summary>
internal static class SteppedEffects
{
    public static ArmEffect Of(PlanOutcome outcome, StepPeriods steps)
    {
        var cells = new Dictionary<(int Unit, int Period), Moments>();
        foreach (var group in outcome.Groups.Groups)
        {
            if (!outcome.Measure.Compared.Numbers(group.Subjects, outcome.How.Limit).TryGet(out var numbers, out var problem))
            {
                var refused = EffectEstimate.Refused("stepped roll-out", problem, level: outcome.How.Level);
                return new ArmEffect(refused, refused);
            }

            for (var at = 0; at < numbers.Length; at++)
            {
                if (!double.IsNaN(numbers[at]))
                {
                    var cell = (group.Units[at], steps.At(outcome.Measure.Values.StartMicros[group.Subjects[at]]));
                    cells[cell] = cells.GetValueOrDefault(cell) + new Moments(1, numbers[at], 0);
                }
            }
        }

        var units = cells.Keys.Select(static cell => cell.Unit).Distinct().Order().Select(unit => new SteppedSeries(
            [.. Enumerable.Range(0, steps.Count).Select(period => cells.TryGetValue((unit, period), out var cell) ? cell.Mean : double.NaN)],
            steps.ChangesIn[unit])).ToArray();
        return new ArmEffect(
            SteppedComparison.Of(units, outcome.How.Level),
            EffectEstimate.Refused("stepped roll-out", NotRelative(), units.Length, units.Length, outcome.How.Level));
    }

    private static Problem NotRelative() => new(
        ProblemKind.NotEstimable, "PR056", "A stepped roll-out compares as a difference: there is no one control it could be relative to.",
        "Plan the smallest effect and the margins as differences.");
}
