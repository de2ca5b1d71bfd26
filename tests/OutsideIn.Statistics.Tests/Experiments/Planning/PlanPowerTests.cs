using OutsideIn.Experiments;
using OutsideIn.Statistics;
using OutsideIn.Tests.Support;

namespace OutsideIn.Tests.Experiments;

public sealed class PlanPowerTests
{
    private static readonly OutcomeHistory Today = new(new ShareSums(1_200, 2_000), 80);

    [Fact]
    public void A_plan_without_looks_and_guardrails_needs_what_the_formula_says()
    {
        var power = PlanPower.Of(Simple(), Today).Value();

        var expected = PowerAnalysis.Shares(0.6, 0.65, new PowerTarget()).Value();
        Assert.Equal((expected.Control, 1, 0.8, null), (power.Size.Control, power.Inflation, power.Power, power.Teams));

        // 2 × 1,471 rows at 80 a day: 36.8 days, six weeks; the last one followed for two more.
        Assert.Equal(Math.Ceiling(2 * expected.Control), power.TotalRows);
        Assert.Equal(56, power.Days);
    }

    [Fact]
    public void Looks_and_guardrails_make_it_larger_by_what_they_cost()
    {
        var once = PlanPower.Of(Simple() with { Guardrails = SomePlans.TextMessage.Guardrails }, Today).Value();
        var looked = PlanPower.Of(SomePlans.TextMessage, Today).Value();
        var anyTime = PlanPower.Of(SomePlans.TextMessage with { Looks = new LookSchedule(LookRule.AnyTime, 1) }, Today).Value();

        // One guardrail: power 0.9 each. Four looks of O'Brien and Fleming's kind cost about 2 in 100 units, a sequence far more.
        Assert.Equal(0.9, looked.Power, 12);
        Assert.InRange(looked.Inflation, 1.005, 1.03);
        Oracle.AssertNearRelatively(looked.Inflation, looked.Size.Control / once.Size.Control, 1e-9);
        Assert.InRange(anyTime.Inflation, 1.6, 1.9);
    }

    [Fact]
    public void Whole_teams_are_answered_in_teams()
    {
        var plan = Simple() with { Unit = ExperimentUnit.Team };
        var power = PlanPower.Of(plan, Today with { Teams = new ClusterDesign(100, 0.05) }).Value();

        // 1,471 rows an arm × a design effect of 5.95 ÷ 100 = 87.5 teams by the z test, and one for the t test's degrees of freedom.
        Assert.InRange(power.Teams![0], 88, 89);
        Assert.Equal(power.Teams[0], power.Teams[1]);
        Assert.Equal(2 * 100 * power.Teams[0], power.TotalRows);
        Assert.Null(power.Days);
    }

    // Three quarters of the teams stay as they are, so that more of them are needed in all, and each arm is told its number.
    [Fact]
    public void Teams_and_days_follow_the_shares_of_the_arms()
    {
        var history = Today with { Teams = new ClusterDesign(100, 0.05) };
        var even = PlanPower.Of(Simple() with { Unit = ExperimentUnit.Week }, history).Value();
        var uneven = PlanPower.Of(Simple() with { Unit = ExperimentUnit.Week, Arms = [new("As today", 0.75), new("New", 0.25)] }, history).Value();

        Assert.Equal(uneven.Teams![0], 3 * uneven.Teams[1], 3.0);
        Assert.InRange(uneven.Teams.Sum(), 1.3 * even.Teams!.Sum(), 1.37 * even.Teams!.Sum());

        // So many weeks, and two to follow the last.
        Assert.Equal((uneven.Teams.Sum() + 2) * 7.0, uneven.Days);
        Assert.Equal(0.8, PlanPower.ChanceOf(Simple(), history, even.Teams!.Sum()).Value(), 0.01);
    }

    // A fifth shorter is a hazard of 1.25: 7.8489 × 4 ÷ ln² 1.25 = 630.5 ended cases; where 0.6 of the control end, 1 − 0.4^1.25 = 0.682 of the others do.
    [Fact]
    public void Times_are_planned_by_the_log_rank_test_with_open_cases()
    {
        var plan = Simple() with { Primary = Simple().Primary with { Better = Direction.Lower }, MinimumEffect = 0.2, EffectScale = EffectScale.Relative };
        var history = new OutcomeHistory(new MeanSums(Moments.Of([4, 10, 16])), 80) { Waits = new WaitHistory(10, 0.6) };

        var power = PlanPower.Of(plan, history).Value();

        Assert.Equal(630.5 / (0.6 + 0.682), power.Size.Control, 0.2);
        Assert.Contains("log-rank", power.Size.Method, StringComparison.Ordinal);
        Assert.Equal(power.Size.Control, PlanPower.Of(plan with { MinimumEffect = 2, EffectScale = EffectScale.Difference }, history).Value().Size.Control, 1e-9);
        Assert.Equal(0.8, PlanPower.ChanceOf(plan, history, power.TotalRows).Value(), 0.001);
        Assert.Equal("EX023", PlanPower.Of(plan with { MinimumEffect = 12, EffectScale = EffectScale.Difference }, history).Refusal().Code);
    }

    [Fact]
    public void The_chance_of_what_a_plan_needs_is_the_one_asked_for()
    {
        var power = PlanPower.Of(SomePlans.TextMessage, Today).Value();

        Assert.Equal(power.Power, PlanPower.ChanceOf(SomePlans.TextMessage, Today, power.TotalRows).Value(), 0.005);
        Assert.True(PlanPower.ChanceOf(SomePlans.TextMessage, Today, power.TotalRows / 2).Value() < 0.7);
    }

    [Fact]
    public void Effects_count_in_the_better_direction_and_on_their_own_scale()
    {
        var values = new double[] { 10, 20, 30, 40 };
        var history = new OutcomeHistory(new MeanSums(Moments.Of(values)), 10);
        var fewer = Simple() with { Primary = Simple().Primary with { Better = Direction.Lower }, MinimumEffect = 0.2, EffectScale = EffectScale.Relative };

        var expected = PowerAnalysis.Means(0.2 * 25, Math.Sqrt(500.0 / 3), new PowerTarget()).Value();
        Oracle.AssertNearRelatively(expected.Control, PlanPower.Of(fewer, history).Value().Size.Control, 1e-9);
        Oracle.AssertNearRelatively(
            expected.Control, PlanPower.Of(fewer with { MinimumEffect = 1.2, EffectScale = EffectScale.Ratio }, history).Value().Size.Control, 1e-9);
    }

    [Fact]
    public void More_treatments_share_the_false_alarms_and_the_smallest_arm_decides()
    {
        var plan = Simple() with { Arms = [new("As today", 0.5), new("A", 0.3), new("B", 0.2)] };
        var expected = PowerAnalysis.Shares(0.6, 0.65, new PowerTarget { Alpha = 0.025, Ratio = 0.4 }).Value();

        var power = PlanPower.Of(plan, Today).Value();

        Oracle.AssertNearRelatively(expected.Control, power.Size.Control, 1e-12);
        Assert.Equal(Math.Ceiling(expected.Control / 0.5), power.TotalRows);
    }

    [Fact]
    public void What_cannot_be_computed_is_refused()
    {
        Assert.Equal("EX026", PlanPower.Of(Simple(), Today with { Outcome = new ShareSums(0, 0) }).Refusal().Code);
        Assert.Equal("EX021", PlanPower.Of(Simple() with { MinimumEffect = 0.5 }, Today).Refusal().Code);
        Assert.Equal("EX057", PlanPower.Of(Simple() with { Looks = new LookSchedule(LookRule.GroupSequential, 3, "by feel") }, Today).Refusal().Code);
        Assert.Equal("EX023", PlanPower.Of(Simple(), Today with { Teams = new ClusterDesign(0, 0.05) }).Refusal().Code);
    }

    private static ExperimentPlan Simple() =>
        SomePlans.TextMessage with { Guardrails = [], Looks = new LookSchedule(LookRule.AtEnd, 1) };
}
