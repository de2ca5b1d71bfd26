using OutsideIn.Experiments;
using OutsideIn.Statistics;
using OutsideIn.Tests.Support;

namespace OutsideIn.Tests.Experiments;

public sealed class LocalEffectTests
{
    // Outcome and uptake of four units an arm, by hand: means 2 and 5, uptake 0 and 3/4, so that the effect on those who took it up is 4.
    private static readonly JointMoments Control = JointMoments.Of([1, 3, 2, 2], [0, 0, 0, 0]);
    private static readonly JointMoments Treatment = JointMoments.Of([2, 6, 7, 5], [0, 1, 1, 1]);

    [Fact]
    public void The_effect_on_compliers_is_the_effect_of_assignment_over_the_uptake()
    {
        var found = LocalEffect.Of(Control, Treatment);

        Assert.Equal((3.0, 0.75, 4.0), (found.Assigned.Value, found.Uptake.Value, found.OnCompliers.Value));

        // Residuals y − 4 d: 1 3 2 2 and 2 2 3 1, both with variance 2/3: error √(2 · 2/3 / 4) / 0.75.
        Assert.Equal(Math.Sqrt(1.0 / 3) / 0.75, found.OnCompliers.StandardError!.Value, 12);
    }

    [Fact]
    public void Fiellers_interval_holds_the_values_that_a_t_test_lets_stand()
    {
        var found = LocalEffect.Of(Control, Treatment).OnCompliers;

        var t = StudentTDistribution.TwoSided(0.95, 6);
        foreach (var end in new[] { found.Interval!.Value.Low, found.Interval.Value.High })
        {
            // Var(y) = 2/3 and 14/3, Cov(y, d) = 1 in the treatment, Var(d) = 1/4; each over four units.
            var variance = (((2.0 / 3) + (14.0 / 3)) / 4) - (2 * end * (1.0 / 4)) + (end * end / 16);
            Oracle.AssertNear(t, Math.Abs(3 - (0.75 * end)) / Math.Sqrt(variance), 1e-9);
        }
    }

    [Fact]
    public void Hardly_any_uptake_leaves_the_interval_open_and_the_check_failed()
    {
        var found = LocalEffect.Of(
            JointMoments.Of([1, 3, 2, 2, 4, 0], [0, 1, 0, 1, 0, 0]), JointMoments.Of([2, 6, 3, 5, 1, 0], [0, 1, 1, 1, 0, 0])).OnCompliers;

        Assert.False(found.Interval!.Value.IsBounded);
        Assert.False(found.Checks[0].Holds);
    }

    [Fact]
    public void The_same_uptake_in_both_arms_is_refused()
    {
        var found = LocalEffect.Of(JointMoments.Of([1, 3, 2], [0, 1, 0]), JointMoments.Of([2, 6, 3], [0, 1, 0])).OnCompliers;

        Assert.Null(found.Value);
        Assert.Equal("EX039", found.Refusal!.Code);
    }

    [Fact]
    public void Where_everybody_keeps_to_the_arm_the_effect_is_that_of_assignment()
    {
        var found = LocalEffect.Of(JointMoments.Of([1, 3, 2, 2], [0, 0, 0, 0]), JointMoments.Of([2, 6, 7, 5], [1, 1, 1, 1]));

        Assert.Equal(found.Assigned.Value, found.OnCompliers.Value);
        Assert.Equal(("EX031", 1.0), (found.Uptake.Refusal!.Code, found.Uptake.Value));
    }
}
