namespace OutsideIn.Method.Internals;

/// <summary>What people are paid for: everyone, for the customer's success (S2 #10, S3, rows 17 and 52; formula F8; §6 point 15).</summary>
internal static class RewardChecks
{
    // Weights are written as decimal percentages; three thirds of a percent may miss the whole by a rounding.
    private const double WholeWeight = 1 + 1e-9;

    public static IReadOnlyList<Check> All { get; } =
    [
        Check.For("WRK-04", Severity.Error, "Paid for an output that leads nowhere", "rows 17, 38 and 52; F8", PerverseReward),
        Check.For("WRK-05", Severity.Warning, "Somebody without a reward for the outcome", "row 52; F8; §6 point 15", PersonWithoutReward),
        Check.ForContradiction("WRK-19", "Rewards of more than the whole", "row 52; F8", MoreThanTheWhole),
        Check.For("WRK-20", Severity.Warning, "A reward for nothing, or for nobody", "row 52", IncompleteReward),
        Check.For("WRK-21", Severity.Warning, "Paid for an output", "row 17; F8", PaidForOutput),
    ];

    private static IEnumerable<Found> PerverseReward(CheckScope scope) =>
        from one in Paid(scope)
        where MetricChecks.IsOrphanOutput(scope, one.Metric)
        select new Found(
            one.Rule,
            $"{CheckText.Percent(one.Rule.Weight)} of variable pay is for {one.Metric.Called()}, an output that leads to no outcome of a customer.",
            "People do what they are paid for. Which result for the customer should this pay for?");

    private static IEnumerable<Found> PaidForOutput(CheckScope scope) =>
        from one in Paid(scope)
        where scope.TierOf(one.Metric) <= Tier.Output && scope.HasPath(one.Metric)
        select new Found(
            one.Rule,
            $"{CheckText.Percent(one.Rule.Weight)} of variable pay is for {one.Metric.Called()}, an output.",
            "Paid for an output, people make outputs. Pay for the outcome it leads to.");

    private static IEnumerable<Found> PersonWithoutReward(CheckScope scope) =>
        from person in scope.Map.People
        where scope.RewardsOf(person).All(rule => scope.TierOf(rule.Metric) != Tier.CustomerOutcome)
        select new Found(person, $"Nothing {person.Called()} is paid for is a result for a customer.", "Everyone means everyone: which customer outcome is this person paid for?");

    private static IEnumerable<Found> MoreThanTheWhole(CheckScope scope)
    {
        var over = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var role in scope.Map.Roles)
        {
            var sum = scope.RewardsOf(role.Id).Sum(static rule => rule.Weight);
            if (sum > WholeWeight && over.Add(role.Id))
            {
                yield return MoreThan(role, sum);
            }
        }

        // A person is over by a role that is over; that has been said.
        foreach (var person in scope.Map.People.Where(one => !one.Roles.Any(over.Contains)))
        {
            var sum = scope.RewardsOf(person).Sum(static rule => rule.Weight);
            if (sum > WholeWeight)
            {
                yield return MoreThan(person, sum);
            }
        }
    }

    private static IEnumerable<Found> IncompleteReward(CheckScope scope) =>
        from rule in scope.Map.Rewards
        where rule.Metric is null || rule.Population.Count == 0
        select new Found(
            rule,
            rule.Metric is null ? $"{rule.Called()} pays for nothing that is measured." : $"{rule.Called()} pays nobody.",
            "Who is paid, and for which metric? Say it behind \"for\" and \"metric\".");

    private static Found MoreThan(MapEntry entry, double sum) =>
        new(entry, $"The rewards of {entry.Called()} are {CheckText.Percent(sum)} of the variable pay together.", "Bring the weights down to 100% together.");

    private static IEnumerable<(RewardRule Rule, Metric Metric)> Paid(CheckScope scope) =>
        from rule in scope.Map.Rewards
        let metric = scope.Index.Find<Metric>(rule.Metric)
        where rule.Weight > 0 && metric is not null
        select (rule, metric);
}
