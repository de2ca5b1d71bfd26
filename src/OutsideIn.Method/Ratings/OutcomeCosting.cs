using OutsideIn.Method.Internals;

namespace OutsideIn.Method;

/// <summary>What reaches an outcome (F9).</summary>
/// <param name="Outcome">Id of the outcome.</param>
/// <param name="Cost">Money that reaches it.</param>
/// <param name="Hours">Hours that reach it.</param>
public sealed record OutcomeCost(string Outcome, double Cost, double Hours);

/// <summary>What stops on its way (F9: a dead end at any tier).</summary>
/// <param name="At">Id of the entry at which it stops.</param>
/// <param name="Tier">Its tier.</param>
/// <param name="Cost">Money that stops there.</param>
/// <param name="Hours">Hours that stop there.</param>
public sealed record DeadEnd(string At, Tier Tier, double Cost, double Hours);

/// <summary>The cost of all tasks, followed up every path by its shares (PF11; F9). Aligned + unaligned = total, of money and of hours.</summary>
/// <param name="TotalCost">Hours × cost of an hour over all tasks for which both are written down.</param>
/// <param name="TotalHours">Hours of all tasks.</param>
/// <param name="Outcomes">What reaches each outcome, in the map's order; those that nothing reaches included.</param>
/// <param name="DeadEnds">Where the rest stops, most money first, then most hours.</param>
/// <param name="TasksWithoutCost">Ids of tasks whose hours or cost of an hour nobody has written down; they are in the total with no money.</param>
public sealed record CostingRating(
    double TotalCost, double TotalHours, IReadOnlyList<OutcomeCost> Outcomes, IReadOnlyList<DeadEnd> DeadEnds, IReadOnlyList<string> TasksWithoutCost)
{
    /// <summary>Money that reaches an outcome.</summary>
    public double AlignedCost => Outcomes.Sum(static one => one.Cost);

    /// <summary>Money that reaches none.</summary>
    public double UnalignedCost => DeadEnds.Sum(static one => one.Cost);

    /// <summary>Hours that reach an outcome.</summary>
    public double AlignedHours => Outcomes.Sum(static one => one.Hours);

    /// <summary>Hours that reach none. The authors claim 50–70 % of what happens (PF4): a claim to test, never a default.</summary>
    public double UnalignedHours => DeadEnds.Sum(static one => one.Hours);

    /// <summary>Unaligned ÷ total cost; null where no cost is written down.</summary>
    public double? UnalignedCostShare => TotalCost > 0 ? UnalignedCost / TotalCost : null;

    /// <summary>Unaligned ÷ total hours; null where no hours are written down.</summary>
    public double? UnalignedHoursShare => TotalHours > 0 ? UnalignedHours / TotalHours : null;
}

/// <summary>F9: business-outcome-based costing (PF11 gives the definition, the arithmetic is ours: D).</summary>
public static class OutcomeCosting
{
    /// <summary>The costing of a map. O(entries + links): every node passes on what reached it, lowest tier first.</summary>
    /// <remarks>Shares nobody has written are equal parts of what the written ones leave; what is left over stops where it is, and so does what would flow along a link that goes down, sideways or nowhere.</remarks>
    public static CostingRating Of(PerformanceLandscape landscape)
    {
        ArgumentNullException.ThrowIfNull(landscape);
        var nodes = landscape.Nodes;
        var (cost, hours) = Flow(nodes);
        List<OutcomeCost> outcomes = [];
        List<DeadEnd> deadEnds = [];
        for (var node = 0; node < cost.Length; node++)
        {
            if (nodes.Ranks[node] == LandscapeRank.Outcome)
            {
                outcomes.Add(new OutcomeCost(nodes.Table[node].Id, cost[node], hours[node]));
            }
            else if (nodes.Ranks[node] < LandscapeRank.Statement && (cost[node] > 0 || hours[node] > 0))
            {
                deadEnds.Add(new DeadEnd(nodes.Table[node].Id, LandscapeRank.TierOf(nodes.Ranks[node])!.Value, cost[node], hours[node]));
            }
        }

        var tasks = landscape.Map.Tasks;
        return new CostingRating(
            tasks.Sum(LineOfSight.CostOf),
            tasks.Sum(static task => task.Hours ?? 0),
            outcomes,
            [.. deadEnds.OrderByDescending(static one => one.Cost).ThenByDescending(static one => one.Hours)],
            [.. tasks.Where(static task => task.Hours is null || task.CostPerHour is null).Select(static task => task.Id)]);
    }

    // [nodes] each: what stays at a node after it has passed on what it can.
    private static (double[] Cost, double[] Hours) Flow(LandscapeNodes nodes)
    {
        var cost = new double[nodes.Table.Count];
        var hours = new double[nodes.Table.Count];
        for (var node = 0; node < cost.Length && nodes.Ranks[node] < LandscapeRank.Outcome; node++)
        {
            if (nodes.Table[node] is WorkTask task)
            {
                cost[node] = LineOfSight.CostOf(task);
                hours[node] = task.Hours ?? 0;
            }

            var (arrivedCost, arrivedHours, passed) = (cost[node], hours[node], 0.0);
            foreach (var link in nodes.LinksFrom(node))
            {
                cost[link.To] += arrivedCost * link.Share;
                hours[link.To] += arrivedHours * link.Share;
                passed += link.Share;
            }

            var kept = passed > 1 - LandscapeNodes.Rounding ? 0 : 1 - passed;
            (cost[node], hours[node]) = (arrivedCost * kept, arrivedHours * kept);
        }

        return (cost, hours);
    }
}
