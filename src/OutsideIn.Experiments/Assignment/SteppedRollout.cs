using OutsideIn.Vocabulary;

namespace OutsideIn.Experiments;

/// <summary>What a stepped roll-out is to look like: all get the change in the end, chance says when.</summary>
/// <param name="Start">First day of the period before anybody changes.</param>
/// <param name="StepCount">In how many groups the units change over.</param>
/// <param name="StepDays">Days from one group to the next, and of the period before the first.</param>
/// <param name="TransitionDays">Days after changing over that are not counted: people learn.</param>
/// <param name="Seed">Chosen once and kept.</param>
public sealed record SteppedOptions(DateOnly Start, int StepCount, int StepDays, int TransitionDays, ulong Seed);

/// <summary>When a unit changes over.</summary>
/// <param name="Id">The team or branch.</param>
/// <param name="StepNumber">Which group, from 1.</param>
/// <param name="ChangesOn">Its first day with the change; before it is under control.</param>
/// <param name="CountsFrom">From when it counts as changed.</param>
public sealed record SteppedUnit(string Id, int StepNumber, DateOnly ChangesOn, DateOnly CountsFrom);

/// <summary>Stepped roll-outs (stepped wedge): every unit is its own control before, and others are at the same time.</summary>
/// <remarks>
/// Source: Hussey and Hughes (2007), Design and analysis of stepped wedge cluster randomized trials, Contemporary Clinical Trials
/// 28(2). Analyse with period and unit in the model: time and the change go up together.
/// </remarks>
public static class SteppedRollout
{
    private const int StepsMin = 2;

    /// <summary>
    /// Each unit's day, in the order they were listed. Groups differ in size by one at most. Where every unit has an outcome before,
    /// neighbours by it are spread over the groups.
    /// </summary>
    /// <returns>The days; EX052 for ids, EX055 where there are fewer than two steps, fewer units than steps, or nothing of a step left to count.</returns>
    public static Result<IReadOnlyList<SteppedUnit>> Of(IReadOnlyList<ListedUnit> units, SteppedOptions options)
    {
        if (AssignmentLists.ProblemOf(units, 1) is { } wrong)
        {
            return wrong;
        }

        if (options.StepCount < StepsMin || units.Count < options.StepCount || options.TransitionDays < 0 || options.TransitionDays >= options.StepDays)
        {
            return new Problem(
                ProblemKind.Invalid,
                "EX055",
                $"{CountText.Of(units.Count, "unit", "units")} cannot change over in {CountText.Of(options.StepCount, "step", "steps")} of {CountText.Of(options.StepDays, "day", "days")} with {CountText.Of(options.TransitionDays, "day", "days")} of transition.",
                "Plan at least two steps, a unit for each, and steps longer than the transition.");
        }

        var steps = Draw(units, options);
        return units.Select((unit, index) => UnitAt(unit.Id, steps[index], options)).ToArray();
    }

    private static int[] Draw(IReadOnlyList<ListedUnit> units, SteppedOptions options)
    {
        var bits = SeededOrder.Open(options.Seed, "steps");
        var order = Enumerable.Range(0, units.Count).OrderBy(index => units[index].Id, StringComparer.Ordinal).ToArray();
        SeededOrder.Shuffle(ref bits, order.AsSpan());
        if (units.All(static unit => unit.Before is not null))
        {
            order = [.. order.OrderBy(index => units[index].Before)];
        }

        var steps = new int[units.Count];
        var permuted = Enumerable.Range(1, options.StepCount).ToArray();
        for (var place = 0; place < order.Length; place++)
        {
            if (place % permuted.Length == 0)
            {
                SeededOrder.Shuffle(ref bits, permuted.AsSpan());
            }

            steps[order[place]] = permuted[place % permuted.Length];
        }

        return steps;
    }

    private static SteppedUnit UnitAt(string id, int step, SteppedOptions options)
    {
        var changes = options.Start.AddDays(step * options.StepDays);
        return new SteppedUnit(id, step, changes, changes.AddDays(options.TransitionDays));
    }
}
