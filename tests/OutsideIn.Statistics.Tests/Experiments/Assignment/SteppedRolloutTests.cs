using OutsideIn.Experiments;
using OutsideIn.Tests.Support;

namespace OutsideIn.Tests.Experiments;

public sealed class SteppedRolloutTests
{
    private static readonly DateOnly Start = new(2026, 3, 2);

    [Fact]
    public void Groups_differ_in_size_by_one_at_most_and_change_over_one_step_apart()
    {
        var units = Enumerable.Range(0, 11).Select(static team => new ListedUnit($"team {team}")).ToArray();

        var rollout = SteppedRollout.Of(units, new SteppedOptions(Start, 4, 14, 3, 8)).Value();

        Assert.Equal([2, 3, 3, 3], rollout.GroupBy(static unit => unit.StepNumber).Select(static step => step.Count()).Order());
        Assert.All(rollout, unit => Assert.Equal(Start.AddDays(14 * unit.StepNumber), unit.ChangesOn));
        Assert.All(rollout, static unit => Assert.Equal(3, unit.CountsFrom.DayNumber - unit.ChangesOn.DayNumber));
        Assert.Equal(units.Select(static unit => unit.Id), rollout.Select(static unit => unit.Id));
    }

    [Fact]
    public void Neighbours_by_the_outcome_before_are_spread_over_the_groups()
    {
        var units = Enumerable.Range(0, 9).Select(static team => new ListedUnit($"team {team}", "", team)).ToArray();

        var rollout = SteppedRollout.Of(units, new SteppedOptions(Start, 3, 7, 0, 8)).Value();

        Assert.All(rollout.Chunk(3), static three => Assert.Equal([1, 2, 3], three.Select(static unit => unit.StepNumber).Order()));
    }

    [Theory]
    [InlineData(2, 3, 7, 0)]
    [InlineData(6, 1, 7, 0)]
    [InlineData(6, 3, 7, 7)]
    public void What_cannot_change_over_in_steps_is_refused(int units, int steps, int days, int transition)
    {
        var listed = Enumerable.Range(0, units).Select(static team => new ListedUnit($"team {team}")).ToArray();

        Assert.Equal("EX055", SteppedRollout.Of(listed, new SteppedOptions(Start, steps, days, transition, 8)).Refusal().Code);
    }
}
