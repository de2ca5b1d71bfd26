using OutsideIn.Experiments;
using OutsideIn.Tests.Support;

namespace OutsideIn.Tests.Experiments;

public sealed class SwitchbackScheduleTests
{
    private static readonly PlannedArm[] Halves = [new("control", 0.5), new("new", 0.5)];
    private static readonly DateTime Monday = new(2026, 1, 5, 0, 0, 0, DateTimeKind.Unspecified);

    [Theory]
    [InlineData(1UL)]
    [InlineData(99UL)]
    public void Each_slot_of_the_week_is_given_both_arms_equally_often(ulong seed)
    {
        var blocks = SwitchbackSchedule.Of(Halves, new SwitchbackOptions(Monday, 56, TimeSpan.FromHours(12), TimeSpan.FromHours(2), seed)).Value();

        foreach (var slot in blocks.GroupBy(static block => (block.Start.DayOfWeek, block.Start.Hour)))
        {
            Assert.Equal((2, 2), (slot.Count(static block => block.Arm == "new"), slot.Count(static block => block.Arm == "control")));
        }
    }

    [Fact]
    public void Blocks_follow_each_other_and_count_after_the_washout()
    {
        var blocks = SwitchbackSchedule.Of(Halves, new SwitchbackOptions(Monday, 8, TimeSpan.FromDays(7), TimeSpan.FromDays(1), 5)).Value();

        Assert.Equal(Monday, blocks[0].Start);
        Assert.All(blocks, static block => Assert.Equal(TimeSpan.FromDays(1), block.CountsFrom - block.Start));
        Assert.All(blocks.Zip(blocks.Skip(1)), static pair => Assert.Equal(pair.First.End, pair.Second.Start));
        Assert.All(blocks.Chunk(2), static pair => Assert.NotEqual(pair[0].Arm, pair[1].Arm));
    }

    [Theory]
    [InlineData(3, 7, 1)]
    [InlineData(8, 1, 1)]
    [InlineData(8, 7, -1)]
    public void Too_few_blocks_or_a_washout_that_leaves_nothing_are_refused(int count, int days, int washoutDays)
    {
        var options = new SwitchbackOptions(Monday, count, TimeSpan.FromDays(days), TimeSpan.FromDays(washoutDays), 5);

        Assert.Equal("EX054", SwitchbackSchedule.Of(Halves, options).Refusal().Code);
    }
}
