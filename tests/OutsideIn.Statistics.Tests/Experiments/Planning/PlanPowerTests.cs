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
        Assert.Equal((expected.Control, 1, 0.8, null), (power.Size.Control, power.Inflation, power.Power, power.TeamsPerArm));

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
        Assert.InRange(power.TeamsPerArm!.Value, 88, 89);
        Assert.Equal(2 * 100 * power.TeamsPerArm.Value, power.TotalRows);
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
