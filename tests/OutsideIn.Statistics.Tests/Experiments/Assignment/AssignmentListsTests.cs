using OutsideIn.Experiments;
using OutsideIn.Tests.Support;

namespace OutsideIn.Tests.Experiments;

public sealed class AssignmentListsTests
{
    private static readonly PlannedArm[] Halves = [new("control", 0.5), new("new", 0.5)];

    [Theory]
    [InlineData(1UL)]
    [InlineData(20260101UL)]
    public void Arms_differ_by_less_than_a_block_in_each_stratum_that_fills_blocks_and_in_all(ulong seed)
    {
        var units = Units(("north", 40), ("south", 24), ("east", 7), ("west", 3));

        var list = AssignmentLists.PermutedBlocks(units, Halves, seed, blockSize: 4).Value();

        Assert.Equal(["east", "north", "south", "west"], list.Balance.Select(static one => one.Stratum));
        Assert.Equal([20, 20], list.Balance[1].Counts);
        Assert.Equal([12, 12], list.Balance[2].Counts);
        Assert.Equal([37, 37], Enumerable.Range(0, 2).Select(arm => list.Balance.Sum(one => one.Counts[arm])));
    }

    [Fact]
    public void The_order_of_the_list_changes_nobodys_arm()
    {
        var units = Units(("north", 30), ("south", 17));
        var turned = units.Reverse().ToArray();

        var list = AssignmentLists.PermutedBlocks(units, Halves, 7).Value();
        var other = AssignmentLists.PermutedBlocks(turned, Halves, 7).Value();

        Assert.Equal(
            list.Units.OrderBy(static unit => unit.Id, StringComparer.Ordinal),
            other.Units.OrderBy(static unit => unit.Id, StringComparer.Ordinal));
        Assert.Equal(units.Select(static unit => unit.Id), list.Units.Select(static unit => unit.Id));
    }

    [Fact]
    public void A_further_stratum_changes_nobody_in_the_full_blocks_of_others()
    {
        var list = AssignmentLists.PermutedBlocks(Units(("north", 20)), Halves, 7).Value();
        var more = AssignmentLists.PermutedBlocks(Units(("north", 20), ("aground", 12)), Halves, 7).Value();

        Assert.Equal(list.Units.Select(static unit => unit.Arm), more.Units.Take(20).Select(static unit => unit.Arm));
    }

    [Fact]
    public void Every_unit_is_as_likely_to_get_one_arm_as_the_other()
    {
        var units = Units(("north", 5), ("south", 3));
        var counts = new int[units.Count];

        for (var seed = 0UL; seed < 4_000; seed++)
        {
            var list = AssignmentLists.PermutedBlocks(units, Halves, seed, blockSize: 4).Value();
            for (var unit = 0; unit < counts.Length; unit++)
            {
                counts[unit] += list.Units[unit].Arm == "new" ? 1 : 0;
            }
        }

        // 4,000 fair draws: standard deviation 31.6, five of them either side.
        Assert.All(counts, static count => Assert.InRange(count, 1_842, 2_158));
    }

    [Fact]
    public void Three_arms_keep_their_shares()
    {
        PlannedArm[] arms = [new("control", 0.5), new("a", 0.25), new("b", 0.25)];

        var list = AssignmentLists.PermutedBlocks(Units(("", 40)), arms, 3).Value();

        Assert.Equal([20, 10, 10], list.Balance.Single().Counts);
        Assert.Contains("blocks of 4", list.Method, StringComparison.Ordinal);
    }

    [Fact]
    public void Matched_sets_put_neighbours_by_the_outcome_before_into_different_arms()
    {
        double[] before = [3.1, 9.8, 3.0, 7.2, 7.4, 9.9, 5.0, 5.1];
        ListedUnit[] teams = [.. before.Select(static (value, team) => new ListedUnit($"team {team}", "", value))];

        var list = AssignmentLists.MatchedSets(teams, Halves, 11).Value();

        // Pairs by hand: (2, 0), (6, 7), (3, 4), (1, 5).
        foreach (var (left, right) in new[] { (2, 0), (6, 7), (3, 4), (1, 5) })
        {
            Assert.Equal(list.Units[left].BlockNumber, list.Units[right].BlockNumber);
            Assert.NotEqual(list.Units[left].Arm, list.Units[right].Arm);
        }
    }

    [Fact]
    public void What_cannot_be_drawn_is_refused_with_its_reason()
    {
        PlannedArm[] odd = [new("control", 0.63), new("new", 0.37)];

        Assert.Equal("EX050", AssignmentLists.PermutedBlocks(Units(("", 4)), [new("only", 1)], 1).Refusal().Code);
        Assert.Equal("EX051", AssignmentLists.PermutedBlocks(Units(("", 4)), Halves, 1, blockSize: 3).Refusal().Code);
        Assert.Equal("EX051", AssignmentLists.PermutedBlocks(Units(("", 80)), odd, 1, blockSize: 10).Refusal().Code);
        Assert.Equal("EX052", AssignmentLists.PermutedBlocks([new("a"), new("a")], Halves, 1).Refusal().Code);
        Assert.Equal("EX053", AssignmentLists.PermutedBlocks([new("a")], Halves, 1).Refusal().Code);
        Assert.Equal("EX056", AssignmentLists.MatchedSets([new("a", "", 1), new("b")], Halves, 1).Refusal().Code);
    }

    private static IReadOnlyList<ListedUnit> Units(params (string Stratum, int Count)[] strata) =>
        [.. strata.SelectMany(static one => Enumerable.Range(0, one.Count).Select(unit => new ListedUnit($"{one.Stratum} {unit}", one.Stratum)))];
}
