using OutsideIn.Diagnosis;
using OutsideIn.Events;
using OutsideIn.Experiments;
using OutsideIn.Measures;
using OutsideIn.Vocabulary;

namespace OutsideIn.Proof;

/// <summary>The units of a plan that a log knows: whom a list is made for.</summary>
public static class UnitLists
{
    /// <summary>Every unit of the log, with its stratum and, where it is asked for, its outcome before.</summary>
    /// <remarks>A unit's stratum is the value most of its events have, of equal ones the one that comes to as many first; several columns are joined by a comma. O(events).</remarks>
    /// <param name="log">The log of a time before the experiment, with what a map says of it.</param>
    /// <param name="plan">The plan: its unit, its strata, its primary outcome.</param>
    /// <param name="isWithOutcome">Whether each unit is to carry the primary outcome of its cases in the log, by which sets are matched.</param>
    /// <param name="stop">Stops the work.</param>
    /// <returns>
    /// The units in the order they are met. <c>EX018</c> where the log does not tell the plan's unit; <c>EX019</c> where it has no column of texts
    /// for a stratum; the problem of the primary outcome where that cannot be run.
    /// </returns>
    public static Result<IReadOnlyList<ListedUnit>> Of(MeasuredLog log, ExperimentPlan plan, bool isWithOutcome, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(log);
        ArgumentNullException.ThrowIfNull(plan);
        if (!UnitColumn.Of(log.Log, plan.Unit).TryGet(out var units, out var problem)
            || !Strata(log.Log, plan, units).TryGet(out var strata, out problem)
            || !Outcomes(log, plan, isWithOutcome, stop).TryGet(out var outcomes, out problem))
        {
            return problem;
        }

        return units.Names
            .Select((name, at) => new ListedUnit(name, strata[at], isWithOutcome && outcomes.TryGetValue(name, out var before) ? before : null))
            .ToArray();
    }

    private static Result<string[]> Strata(EventLog log, ExperimentPlan plan, UnitColumn units)
    {
        var all = new string[units.Names.Count];
        Array.Fill(all, "");
        foreach (var name in plan.Strata)
        {
            if (!StratumColumn.Of(log, name).TryGet(out var column, out var problem))
            {
                return problem;
            }

            var most = column.MostFrequent(units);
            for (var at = 0; at < all.Length; at++)
            {
                all[at] = all[at].Length == 0 ? most[at] : $"{all[at]}, {most[at]}";
            }
        }

        return all;
    }

    private static Result<Dictionary<string, double>> Outcomes(MeasuredLog log, ExperimentPlan plan, bool isWanted, CancellationToken stop)
    {
        var known = new Dictionary<string, double>(StringComparer.Ordinal);
        if (!isWanted || UnitColumn.WordOf(plan.Unit) is not { } by)
        {
            return known;
        }

        var question = new MeasureQuestion(plan.Primary.Measure) { Objective = plan.Primary.Objective, By = by };
        return MeasureRuns.Ask(log, question, stop).Then<Dictionary<string, double>>(run =>
        {
            foreach (var group in run.Result?.Groups ?? [])
            {
                if (group.Figure.Value is { } value)
                {
                    known[group.Name] = value;
                }
            }

            return known;
        });
    }
}
