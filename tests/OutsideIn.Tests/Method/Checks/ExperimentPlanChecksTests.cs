using OutsideIn.Method;

namespace OutsideIn.Tests.Method.Checks;

/// <summary>Besides the pages of the findings, which are run: when nothing is asked, and the finer points of units and opinions.</summary>
public sealed class ExperimentPlanChecksTests
{
    private static readonly CheckOptions Options = new(new DateOnly(2026, 11, 21));

    [Fact]
    public void An_idea_nobody_has_begun_to_plan_is_asked_for_no_plan() =>
        Assert.DoesNotContain(Codes("- { name: Idea, hypothesis: If drivers know the day they do not chase, target metric: k }"), static code => code.StartsWith("EXP-", StringComparison.Ordinal) && string.CompareOrdinal(code, "EXP-06") >= 0);

    [Fact]
    public void What_was_decided_is_asked_for_no_plan_afterwards() =>
        Assert.DoesNotContain("EXP-06", Codes("- { name: Done, unit: case, target metric: k, decision: stop }"));

    [Theory]
    [InlineData("Coaching of everybody who writes to drivers", "case", true)]
    [InlineData("Coaching of everybody who writes to drivers", "agent", false)]
    [InlineData("Coaching of everybody who writes to drivers", "week", false)]
    [InlineData("Evening shifts", "agent", true)]
    [InlineData("Evening shifts", "team", false)]
    [InlineData("Branches open at eight", "team", true)]
    [InlineData("Branches open at eight", "branch", false)]
    [InlineData("A text message with the day", "case", false)]
    public void What_is_given_to_people_together_is_counted_by_people_together(string change, string unit, bool isFound) =>
        Assert.Equal(isFound, Codes($"- {{ name: Test, change: {change}, unit: {unit}, target metric: k }}").Contains("EXP-08"));

    [Fact]
    public void A_metric_that_decides_and_is_a_guardrail_too_has_one_part_too_many() =>
        Assert.Contains("EXP-10", Codes("- { name: Test, unit: case, target metric: k, guardrails: [{ metric: k, margin: 1 }] }"));

    [Fact]
    public void One_fact_beside_an_opinion_is_enough() =>
        Assert.DoesNotContain("EXP-12", Codes("- { name: Test, target metric: o, proxy metric: k, decision: launch }"));

    [Fact]
    public void Follow_up_gives_more_days_to_look_on() =>
        Assert.DoesNotContain("EXP-11", Codes("- { name: Test, unit: case, target metric: k, start: 2026-01-05, end: 2026-01-11, follow-up: 14, looks: 21 }"));

    [Fact]
    public void The_four_parts_of_a_hypothesis_are_a_hypothesis() =>
        Assert.DoesNotContain(
            Check("- { name: Test, change: A text, for: drivers, outcome: know the day, because: they chase, target metric: k, proxy metric: k }"),
            static one => one.Message.Contains("hypothesis", StringComparison.Ordinal));

    private static IReadOnlyList<string> Codes(string experiment) => [.. Check(experiment).Select(static one => one.Code)];

    private static IReadOnlyList<MapDiagnostic> Check(string experiment)
    {
        var document = MapYaml.Read($$"""
            outsidein: 2
            metrics:
              - { id: k, name: Chase calls, measure: count of "Chase call" }
              - { id: o, name: Would recommend us, opinion: yes }
            experiments:
              {{experiment}}
            """, "plan.yaml");
        Assert.False(document.HasErrors);
        return MapChecks.Check(document.Map, Options).Findings;
    }
}
