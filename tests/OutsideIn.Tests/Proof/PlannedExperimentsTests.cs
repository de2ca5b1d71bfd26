using OutsideIn.Experiments;
using OutsideIn.Method;
using OutsideIn.Proof;
using OutsideIn.Statistics;
using Direction = OutsideIn.Experiments.Direction;

namespace OutsideIn.Tests.Proof;

public sealed class PlannedExperimentsTests
{
    private const string Whole = """
        - id: x-day
          name: Text message with the day
          change: A text message within 2 hours
          for: drivers whose car is repaired
          outcome: they can plan
          because: chase calls ask for the day
          target metric: k-day
          guardrails: [{ metric: k-chase, margin: 0.05 }, { metric: k-road, margin: 4h }]
          secondary: k-assess
          unit: case
          arms: [{ name: As today, share: 60% }, { name: Text message }]
          minimum effect: 5%
          start: 2026-01-05
          end: 2026-02-01
          follow-up: 14
          strata: region
          exclusions: channel = "post"
          customers per period: 12000
          customer value: 600
          cost: 9000
        """;

    [Fact]
    public void An_experiment_of_the_map_that_says_everything_is_a_plan()
    {
        var plan = Plan(Whole);

        Assert.Equal(
            """
            OutsideIn plan, version 1
            id: x-day
            name: Text message with the day
            change: A text message within 2 hours
            for: drivers whose car is repaired
            outcome: they can plan
            because: chase calls ask for the day
            unit: case
            arm 1: As today
            arm 1 share: 0.6
            arm 2: Text message
            arm 2 share: 0.4
            primary metric: k-day
            primary name: Knows the day
            primary measure: has "Day told" within 2h of first "Claim reported"
            primary better: higher
            guardrail k-chase metric: k-chase
            guardrail k-chase name: Chase calls
            guardrail k-chase measure: count of "Chase call"
            guardrail k-chase objective: mean <= 0.4
            guardrail k-chase better: lower
            guardrail k-chase margin: 0.05
            guardrail k-chase margin as: difference
            guardrail k-road metric: k-road
            guardrail k-road name: Time to the road
            guardrail k-road measure: time from first "Claim reported" to first "Car collected"
            guardrail k-road better: lower
            guardrail k-road margin: 14400
            guardrail k-road margin as: difference
            secondary k-assess metric: k-assess
            secondary k-assess name: Assessed in time
            secondary k-assess measure: time from first "Claim reported" to first "Damage assessed"
            secondary k-assess objective: at most 5% of cases > 3bd
            secondary k-assess better: lower
            minimum effect: 0.05
            effect as: difference
            look rule: group-sequential
            looks: 6
            spending: O'Brien-Fleming
            alpha: 0.05
            power: 0.8
            start: 2026-01-05
            end: 2026-02-01
            follow-up days: 14
            exclusion 1: channel = "post"
            stratum 1: region
            customers per period: 12000
            customer value: 600
            cost: 9000

            """.ReplaceLineEndings("\n"),
            PlanText.Of(plan));
        Assert.Equal(plan.Name, (PlannedExperiments.Of(Map(Whole), "text message with the day").TryGet(out var named, out _) ? named : null)?.Name);
    }

    [Fact]
    public void An_idea_is_told_everything_that_makes_it_a_plan_at_once()
    {
        var draft = Draft("- { id: x, name: Idea, hypothesis: If they know they do not call }");

        Assert.Null(draft.Plan);
        Assert.Equal(["EX004", "EX004", "EX004", "EX004", "EX004", "EX007", "EX004", "EX004"], draft.Missing.Select(static one => one.Code));
        Assert.All(draft.Missing, static one => Assert.False(string.IsNullOrWhiteSpace(one.Hint)));
    }

    [Theory]
    [InlineData("minimum effect: 5%", "minimum effect: 4h", "EX006")]
    [InlineData("minimum effect: 5%", "minimum effect: 5", "EX006")]
    [InlineData("minimum effect: 5%", "minimum effect: 0%", "EX006")]
    [InlineData("minimum effect: 5%", "minimum effect: -5%", "EX006")]
    [InlineData("margin: 4h", "margin: 2bd", "EX006")]
    [InlineData("margin: 4h", "margin: 3", "EX006")]
    [InlineData("margin: 0.05", "margin: 5%", "EX006")]
    [InlineData("margin: 0.05", "margin as: relative", "EX004")]
    [InlineData("name: As today, share: 60%", "name: As today, share: 100%", "EX007")]
    [InlineData("{ name: Text message }", "{ name: Text message, share: 30% }", "EX007")]
    [InlineData("name: As today, share: 60%", "name: text MESSAGE", "EX007")]
    [InlineData("end: 2026-02-01", "end: 2025-02-01", "EX008")]
    [InlineData("follow-up: 14", "looks: 4, look rule: at the end", "EX008")]
    [InlineData("start: 2026-01-05", "look rule: group-sequential", "EX008")]
    [InlineData("secondary: k-assess", "secondary: k-day", "EX009")]
    [InlineData("secondary: k-assess", "secondary: k-bare", "EX005")]
    [InlineData("secondary: k-assess", "secondary: k-wrong", "EX005")]
    [InlineData("secondary: k-assess", "secondary: k-total", "EX005")]
    [InlineData("secondary: k-assess", "secondary: k-either", "EX004")]
    [InlineData("exclusions: channel = \"post\"", "exclusions: channel post", "EX010")]
    public void What_does_not_go_together_is_a_problem_with_its_remedy(string good, string bad, string code)
    {
        var draft = Draft(Whole.Replace(good, bad.Replace(", look", "\n  look", StringComparison.Ordinal), StringComparison.Ordinal));

        var problem = Assert.Single(draft.Missing);
        Assert.Equal(code, problem.Code);
        Assert.False(string.IsNullOrWhiteSpace(problem.Hint));
    }

    [Fact]
    public void Relative_to_the_control_any_figure_takes_a_percentage()
    {
        var plan = Plan(Whole.Replace("margin: 4h", "margin: 10%, margin as: relative", StringComparison.Ordinal));

        Assert.Equal((0.1, EffectScale.Relative), (plan.Guardrails[1].Margin, plan.Guardrails[1].Scale));
    }

    [Theory]
    [InlineData("", LookRule.GroupSequential, 6)]
    [InlineData("looks: 3", LookRule.GroupSequential, 3)]
    [InlineData("looks: 1", LookRule.AtEnd, 1)]
    [InlineData("look rule: at the end", LookRule.AtEnd, 1)]
    [InlineData("look rule: any time", LookRule.AnyTime, 6)]
    public void Where_nothing_is_said_one_looks_every_week_of_a_planned_time(string says, LookRule rule, int count)
    {
        // 28 days of assignment and 14 of follow-up are six weeks.
        var plan = Plan($"{Whole}\n  {says}");

        Assert.Equal((rule, count), (plan.Looks.Rule, plan.Looks.Count));
    }

    [Fact]
    public void Without_a_planned_end_one_may_look_any_time() => Assert.Equal(
        LookRule.AnyTime, Plan(Whole.Replace("end: 2026-02-01", "notes: open end", StringComparison.Ordinal)).Looks.Rule);

    [Fact]
    public void A_stated_objective_says_which_way_is_better_and_the_metric_where_it_does_not()
    {
        var plan = Plan(Whole);

        Assert.Equal((Direction.Higher, Direction.Lower), (plan.Primary.Better, plan.Secondary[0].Better));
    }

    [Fact]
    public void An_unknown_experiment_is_answered_with_those_there_are()
    {
        Assert.False(PlannedExperiments.Of(Map(Whole), "x-dya").TryGet(out _, out var problem));

        Assert.Equal("EX003", problem.Code);
        Assert.Contains("x-day", problem.Hint, StringComparison.Ordinal);
    }

    private static ExperimentPlan Plan(string experiment)
    {
        var draft = Draft(experiment);
        Assert.Empty(draft.Missing);
        return draft.Plan!;
    }

    private static PlanDraft Draft(string experiment)
    {
        Assert.True(PlannedExperiments.Draft(Map(experiment), Map(experiment).Experiments[0].Id).TryGet(out var draft, out _));
        return draft;
    }

    private static OutsideInMap Map(string experiment)
    {
        var document = MapYaml.Read($$"""
            outsidein: 2
            activities: [{ name: Claim reported }, { name: Day told }, { name: Car collected }, { name: Damage assessed }, { name: Chase call }]
            calendars: [{ name: Office, hours: Mon-Fri 09:00-17:00, time zone: UTC }]
            metrics:
              - { id: k-day, name: Knows the day, direction: up, measure: has "Day told" within 2h of first "Claim reported" }
              - { id: k-chase, name: Chase calls, objective: mean <= 0.4, measure: count of "Chase call" }
              - { id: k-road, name: Time to the road, direction: down, measure: time from first "Claim reported" to first "Car collected" }
              - { id: k-assess, name: Assessed in time, objective: at most 5% of cases > 3bd, measure: time from first "Claim reported" to first "Damage assessed" }
              - { id: k-bare, name: Happy drivers }
              - { id: k-wrong, name: Wrong, measure: count off "Chase call" }
              - { id: k-total, name: Calls in all, objective: total <= 100 per month, measure: count of "Chase call" }
              - { id: k-either, name: Either way, measure: count of "Chase call" }
            experiments:
            {{experiment}}
            """, "plan.yaml");
        Assert.Empty(document.Diagnostics.Where(static one => one.Severity == Severity.Error));
        return document.Map;
    }
}
