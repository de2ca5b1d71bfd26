using System.Globalization;
using OutsideIn.Statistics;
using OutsideIn.Vocabulary;

namespace OutsideIn.Experiments;

/// <summary>How much more the outcome changed where something was changed than where nothing was.</summary>
/// <remarks>
/// Each unit is its own comparison: its mean after less its mean before, so that whatever is lasting in a unit drops out, and so does the
/// correlation of its periods (Bertrand, Duflo and Mullainathan 2004, QJE 119; Donald and Lang 2007, REStat 89). The units' changes are
/// compared with HC2 errors and Satterthwaite's degrees of freedom, which hold for few units (Imbens and Kolesár 2016, REStat 98).
/// Where units are seen on one side only, rows are compared instead, with CR2 errors over units.
/// </remarks>
public static class DifferenceInDifferences
{
    private const string OfChanges = "difference-in-differences of the units' own changes, HC2 with Satterthwaite degrees of freedom";
    private const string OfRows = "difference-in-differences of rows, CR2 over units with Satterthwaite degrees of freedom";

    // Below so many degrees of freedom an interval says next to nothing.
    private const double DegreesMin = 1.5;

    /// <summary>The effect on the units that had the change.</summary>
    /// <param name="data">The outcome per unit and period.</param>
    /// <returns>
    /// The effect, its counts those of units. Refused: <c>EX084</c> units had the change at different times, <c>EX086</c> nothing to compare on
    /// one of the four sides. Without interval and p-value: <c>EX085</c> one unit only on a side.
    /// </returns>
    /// <exception cref="ArgumentOutOfRangeException">The lists have different lengths, or the level is outside (0, 1).</exception>
    public static EffectEstimate Of(UnitPeriods data)
    {
        ArgumentNullException.ThrowIfNull(data);
        Levels.ThrowUnlessInside(data.Level);
        ArgumentOutOfRangeException.ThrowIfNotEqual(data.Units.Count, data.Values.Count, nameof(data));
        ArgumentOutOfRangeException.ThrowIfNotEqual(data.Periods.Count, data.Values.Count, nameof(data));
        ArgumentOutOfRangeException.ThrowIfNotEqual(data.ChangedFrom.Count, data.Values.Count, nameof(data));
        var starts = data.ChangedFrom.OfType<int>().Distinct().Order().ToArray();
        if (starts.Length > 1)
        {
            return EffectEstimate.Refused(OfChanges, Staggered(starts.Length), level: data.Level);
        }

        var units = UnitChange.Of(data);
        var (changed, others) = (units.Count(static unit => unit.IsChanged), units.Count(static unit => !unit.IsChanged));
        if (MissingSide(units) is { } missing)
        {
            return EffectEstimate.Refused(OfChanges, missing, others, changed, data.Level);
        }

        return units.All(static unit => unit.HasBoth) ? FromChanges(data, units) : FromRows(data, units, starts[0]);
    }

    private static EffectEstimate FromChanges(UnitPeriods data, IReadOnlyList<UnitChange> units)
    {
        var estimate = Empty(OfChanges, data, units) with { Checks = [Parallel(data, units), Shared()] };
        double[] changes = [.. units.Select(static unit => unit.After.Mean - unit.Before.Mean)];
        var effect = Mean(changes, units, isChanged: true) - Mean(changes, units, isChanged: false);
        if (Math.Min(estimate.ControlCount, estimate.TreatmentCount) < 2)
        {
            return estimate with { Value = effect, Refusal = OneUnit(estimate) };
        }

        return Compared(estimate, changes, units, [.. Enumerable.Range(0, changes.Length)]);
    }

    private static EffectEstimate FromRows(UnitPeriods data, IReadOnlyList<UnitChange> units, int start)
    {
        var estimate = Empty(OfRows, data, units) with { Checks = [Composition(units), Shared()] };
        double[] treated = [.. data.ChangedFrom.Select(static from => from is null ? 0.0 : 1)];
        double[] after = [.. data.Periods.Select(period => period >= start ? 1.0 : 0)];
        double[] both = [.. treated.Zip(after, static (one, other) => one * other)];
        if (!LinearModel.Fit(DesignMatrix.WithConstant(["treated", "after", "effect"], [treated, after, both]), [.. data.Values]).TryGet(out var fit, out var problem))
        {
            return estimate with { Refusal = problem };
        }

        return With(estimate, fit.WithClusters([.. data.Units], ClusterErrorKind.Cr2).Of("effect", data.Level));
    }

    private static EffectEstimate Compared(EffectEstimate estimate, double[] changes, IReadOnlyList<UnitChange> units, int[] clusters)
    {
        double[] treated = [.. units.Select(static unit => unit.IsChanged ? 1.0 : 0)];
        return LinearModel.Fit(DesignMatrix.WithConstant(["effect"], [treated]), changes).TryGet(out var fit, out var problem)
            ? With(estimate, fit.WithClusters(clusters, ClusterErrorKind.Cr2).Of("effect", estimate.Level))
            : estimate with { Refusal = problem };
    }

    private static EffectEstimate With(EffectEstimate estimate, ModelCoefficient found) => found.StandardError > 0 && found.Degrees >= DegreesMin
        ? estimate with
        {
            Value = found.Value,
            StandardError = found.StandardError,
            Interval = found.Interval,
            PValue = found.PValue,
            Degrees = found.Degrees,
        }
        : estimate with { Value = found.Value, Refusal = OneUnit(estimate) };

    private static EffectEstimate Empty(string method, UnitPeriods data, IReadOnlyList<UnitChange> units) => new()
    {
        Method = method,
        Level = data.Level,
        ControlCount = units.Count(static unit => !unit.IsChanged),
        TreatmentCount = units.Count(static unit => unit.IsChanged),
    };

    private static double Mean(double[] values, IReadOnlyList<UnitChange> units, bool isChanged) =>
        values.Where((_, index) => units[index].IsChanged == isChanged).Average();

    // Before the change, did the two groups already move apart? The units' own slopes are compared as their changes are.
    private static AssumptionCheck Parallel(UnitPeriods data, IReadOnlyList<UnitChange> units)
    {
        const string Assumption = "Without the change the two groups would have moved alike.";
        double[] slopes = [.. units.Select(static unit => unit.SlopeBefore)];
        if (slopes.Any(double.IsNaN))
        {
            return new AssumptionCheck(Assumption, null, "There are not two periods before the change in every unit: nothing can be seen of it.");
        }

        var seen = new EffectEstimate
        {
            Method = OfChanges,
            ControlCount = units.Count(static unit => !unit.IsChanged),
            TreatmentCount = units.Count(static unit => unit.IsChanged),
        };
        seen = Compared(seen, slopes, units, [.. Enumerable.Range(0, slopes.Length)]);
        var text = data.ChangeText ?? (static value => value.ToString("+0.####;−0.####;0", CultureInfo.InvariantCulture));
        return seen is { Value: { } apart, Interval: { } interval, PValue: { } p }
            ? new AssumptionCheck(
                Assumption,
                p < 0.05 ? false : null,
                string.Create(CultureInfo.InvariantCulture, $"Before the change they moved apart by {text(apart)} a period ({text(interval.Low)} to {text(interval.High)}), p = {p:0.###}; that they did not cannot be proved, only not be disproved."))
            : new AssumptionCheck(Assumption, null, "Too few units to say how they moved before the change.");
    }

    private static AssumptionCheck Shared() => new(
        "The change did not reach the units that did not have it.", null, "Units that share a queue or people are touched too: the data cannot say.");

    private static AssumptionCheck Composition(IReadOnlyList<UnitChange> units) => new(
        "The units seen before are like those seen after.",
        null,
        $"{units.Count(static unit => !unit.HasBoth)} of {units.Count} units are seen on one side only.");

    private static Problem Staggered(int starts) => new(
        ProblemKind.NotEstimable,
        "EX084",
        $"Units had the change at {starts} different times: one before against after would compare those who had it early with those who had it late.",
        "Compare one wave at a time with the units that had not had the change yet; or plan it as a stepped roll-out in an order drawn by lot.");

    private static Problem? MissingSide(IReadOnlyList<UnitChange> units)
    {
        foreach (var (isChanged, side) in ((bool, string)[])[(true, "with the change"), (false, "without the change")])
        {
            var before = units.Any(unit => unit.IsChanged == isChanged && unit.Before.Count > 0);
            if (before && units.Any(unit => unit.IsChanged == isChanged && unit.After.Count > 0))
            {
                continue;
            }

            return new Problem(
                ProblemKind.NotEstimable,
                "EX086",
                $"Nothing is known of units {side} {(before ? "after" : "before")} it came.",
                "Take a longer log; or compare each period with its own trend (interrupted time series).");
        }

        return null;
    }

    private static Problem OneUnit(EffectEstimate estimate) => new(
        ProblemKind.NotEstimable,
        "EX085",
        $"{estimate.TreatmentCount} unit(s) with the change and {estimate.ControlCount} without it: nothing says how much a unit's change varies by itself.",
        "Compare two units at least on either side, better five; or use the one unit's periods as an interrupted time series with the others as control.");
}
