using OutsideIn.Experiments;
using OutsideIn.Tests.Support;

namespace OutsideIn.Tests.Experiments;

public sealed class HashedAssignmentTests
{
    private static readonly PlannedArm[] Halves = [new("control", 0.5), new("new", 0.5)];

    [Fact]
    public void A_unit_is_given_the_arm_its_published_place_says()
    {
        // Place of "a" under "seed" is 0.0505, of "b" 0.2696 (GrowthBook SDK cases, hash); both lie in the first half.
        var assignment = HashedAssignment.Of("seed", Halves).Value();

        Assert.Equal(0, assignment.ArmIndexOf("a"));
        Assert.Equal(0, assignment.ArmIndexOf("b"));
        Assert.Equal(1, HashedAssignment.Of("seed", [new("control", 0.1), new("new", 0.9)]).Value().ArmIndexOf("b"));
    }

    [Fact]
    public void A_unit_without_an_id_takes_no_part()
    {
        Assert.Null(HashedAssignment.Of("seed", Halves).Value().ArmIndexOf(""));
    }

    [Fact]
    public void More_coverage_moves_nobody_who_already_takes_part()
    {
        var some = HashedAssignment.Of("greeting", Halves, coverage: 0.2).Value();
        var all = HashedAssignment.Of("greeting", Halves).Value();
        var taking = 0;

        for (var unit = 0; unit < 5_000; unit++)
        {
            if (some.ArmIndexOf($"{unit}") is { } arm)
            {
                Assert.Equal(all.ArmIndexOf($"{unit}"), arm);
                taking++;
            }
        }

        Assert.InRange(taking, 850, 1_150);
    }

    [Fact]
    public void Many_at_once_are_given_what_each_alone_is_and_allocate_nothing()
    {
        var assignment = HashedAssignment.Of("greeting", [new("a", 0.25), new("b", 0.25), new("c", 0.5)], coverage: 0.9).Value();
        string[] units = [.. Enumerable.Range(0, 2_000).Select(static unit => $"customer {unit}"), ""];
        var arms = new sbyte[units.Length];
        assignment.Assign(units, arms);

        var before = GC.GetAllocatedBytesForCurrentThread();
        assignment.Assign(units, arms);
        var after = GC.GetAllocatedBytesForCurrentThread();

        Assert.Equal(0, after - before);
        Assert.All(units.Zip(arms), pair => Assert.Equal(assignment.ArmIndexOf(pair.First) ?? HashedAssignment.NoArm, pair.Second));
    }

    [Theory]
    [InlineData(0.5, 0.4)]
    [InlineData(1.0, 0.0)]
    public void Shares_that_do_not_add_up_are_refused(double first, double second)
    {
        Assert.Equal("EX050", HashedAssignment.Of("seed", [new("a", first), new("b", second)]).Refusal().Code);
    }
}
