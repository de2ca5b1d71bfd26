using OutsideIn.Statistics;
using OutsideIn.Vocabulary;

namespace OutsideIn.Experiments;

/// <summary>One unit of a stepped roll-out.</summary>
/// <param name="Means">[periods] The outcome of its cases of each period; not a number where it has none.</param>
/// <param name="ChangesIn">The period from which it is changed, from 0; at least the number of periods where it never is.</param>
public sealed record SteppedSeries(double[] Means, int ChangesIn);

/// <summary>What the change did in a stepped roll-out: those changed against those not yet changed, within each period, so that whatever time did to all drops out.</summary>
/// <remarks>
/// Source: Thompson, Davey, Fielding, Hargreaves and Hayes (2018), Robust analysis of stepped wedge trials using cluster-level summaries within
/// periods, Statistics in Medicine 37(16): differences of unit means within periods, weighed by n₀n₁ ÷ (n₀ + n₁); test and interval by permuting
/// which unit changed when, which needs no model of how units or periods resemble each other. It compares what was changed at the same time
/// only, and so, unlike a model with unit and period, does not take units changed early for the control of those changed late.
/// </remarks>
public static class SteppedComparison
{
    private const int Permutations = 4_999;
    private const int BisectionsMax = 60;
    private const double Reach = 100;
    private const string Method = "differences within each period, by permuting who changed when";

    /// <summary>Changed against not yet changed.</summary>
    /// <param name="units">The units, each with as many periods.</param>
    /// <param name="level">0 &lt; level &lt; 1.</param>
    /// <param name="seed">What permutations are drawn with.</param>
    /// <returns>The difference; <c>EX088</c> where no period has both changed and unchanged units, or so few orders are possible that none could be told from chance.</returns>
    /// <exception cref="ArgumentException">The units have different numbers of periods.</exception>
    public static EffectEstimate Of(IReadOnlyList<SteppedSeries> units, double level, ulong seed = 1)
    {
        ArgumentNullException.ThrowIfNull(units);
        Levels.ThrowUnlessInside(level);
        if (units.Count > 0 && units.Any(unit => unit.Means.Length != units[0].Means.Length))
        {
            throw new ArgumentException("All units need the same periods.", nameof(units));
        }

        var changes = units.Select(static unit => unit.ChangesIn).ToArray();
        var seen = Difference(units, changes, static (unit, period) => unit.Means[period]);
        if (double.IsNaN(seen) || 1 / Orders(changes) > 1 - level)
        {
            return EffectEstimate.Refused(Method, TooFew(units.Count, seen), units.Count, units.Count, level);
        }

        var drawn = Draw(units, changes, seed);
        return new EffectEstimate
        {
            Method = Method,
            Value = seen,
            Interval = new Interval(End(drawn, seen, 1 - level, -1), End(drawn, seen, 1 - level, 1)),
            PValue = Chance(drawn, seen, 0),
            Level = level,
            ControlCount = units.Count,
            TreatmentCount = units.Count,
            Checks = [new AssumptionCheck("Chance said who changed when, and a unit's change reached no other unit.", null, "The list that was drawn tells the first.")],
        };
    }

    // θ of an order of changing; not a number where no period has both.
    private static double Difference(IReadOnlyList<SteppedSeries> units, int[] changes, Func<SteppedSeries, int, double> valueOf)
    {
        var (sum, weights) = (0.0, 0.0);
        for (var period = 0; units.Count > 0 && period < units[0].Means.Length; period++)
        {
            var (after, before, counts) = (0.0, 0.0, (After: 0, Before: 0));
            for (var unit = 0; unit < units.Count; unit++)
            {
                if (double.IsNaN(units[unit].Means[period]))
                {
                    continue;
                }

                if (period >= changes[unit])
                {
                    (after, counts.After) = (after + valueOf(units[unit], period), counts.After + 1);
                }
                else
                {
                    (before, counts.Before) = (before + valueOf(units[unit], period), counts.Before + 1);
                }
            }

            if (counts is { After: > 0, Before: > 0 })
            {
                var weight = (double)counts.After * counts.Before / (counts.After + counts.Before);
                (sum, weights) = (sum + (weight * ((after / counts.After) - (before / counts.Before))), weights + weight);
            }
        }

        return weights > 0 ? sum / weights : double.NaN;
    }

    // Of each order its difference of outcomes, and of how much it holds of the true order: both are linear in the effect that is taken away.
    private static (double Outcome, double Exposure)[] Draw(IReadOnlyList<SteppedSeries> units, int[] changes, ulong seed)
    {
        var (bits, order) = (SeededOrder.Open(seed, "stepped"), (int[])changes.Clone());
        var drawn = new List<(double, double)>(Permutations);
        for (var at = 0; at < Permutations; at++)
        {
            SeededOrder.Shuffle(ref bits, order.AsSpan());
            var outcome = Difference(units, order, static (unit, period) => unit.Means[period]);
            if (!double.IsNaN(outcome))
            {
                drawn.Add((outcome, Difference(units, order, static (unit, period) => period >= unit.ChangesIn ? 1 : 0)));
            }
        }

        return [.. drawn];
    }

    // The share of orders, the true one among them, that differ at least as much once an effect is taken away.
    private static double Chance((double Outcome, double Exposure)[] drawn, double seen, double effect)
    {
        var least = Math.Abs(seen - effect) * (1 - 1e-12);
        return (1.0 + drawn.Count(one => Math.Abs(one.Outcome - (effect * one.Exposure)) >= least)) / (drawn.Length + 1);
    }

    // The effect furthest on a side that the orders do not rule out; infinite where they rule out none.
    private static double End((double Outcome, double Exposure)[] drawn, double seen, double alpha, int side)
    {
        var spread = drawn.Max(static one => Math.Abs(one.Outcome)) + Math.Abs(seen);
        var (inside, outside) = (seen, seen + (side * Reach * (spread > 0 ? spread : 1)));
        if (Chance(drawn, seen, outside) > alpha)
        {
            return side * double.PositiveInfinity;
        }

        for (var step = 0; step < BisectionsMax; step++)
        {
            var middle = (inside + outside) / 2;
            (inside, outside) = Chance(drawn, seen, middle) > alpha ? (middle, outside) : (inside, middle);
        }

        return outside;
    }

    // How many different orders there are: units! ÷ the product of the steps' sizes!.
    private static double Orders(int[] changes) => Math.Exp(
        GammaFunction.Log(changes.Length + 1) - changes.GroupBy(static step => step).Sum(static step => GammaFunction.Log(step.Count() + 1)));

    private static Problem TooFew(int units, double seen) => double.IsNaN(seen)
        ? new Problem(
            ProblemKind.NotEstimable, "EX088", "In no period do changed units stand beside unchanged ones.",
            "Give a log that reaches from before the first step to after it.")
        : new Problem(
            ProblemKind.NotEstimable, "EX088", $"{CountText.Of(units, "unit", "units")} can change over in so few orders that none could be told from chance.",
            "Give the change to more units, or in more steps.");
}
