using OutsideIn.Experiments;

namespace OutsideIn.Tests.Experiments;

public sealed class PlanDeviationsTests
{
    private static readonly ExperimentPlan Locked = SomePlans.TextMessage;

    [Fact]
    public void A_plan_as_it_was_locked_deviates_in_nothing() => Assert.Empty(PlanDeviations.Between(Locked, Locked with { }));

    [Fact]
    public void A_smaller_effect_that_would_do_after_all_is_a_deviation_in_words()
    {
        var one = Assert.Single(PlanDeviations.Between(Locked, Locked with { MinimumEffect = 0.02 }));

        Assert.Equal("\"minimum effect\" was \"0.05\", and is \"0.02\" now.", one.Sentence);
        Assert.True(one.IsExploratory);
    }

    [Fact]
    public void Another_guardrail_in_front_changes_nothing_of_the_one_that_was_there()
    {
        var added = Locked.Guardrails[0] with { Outcome = Locked.Guardrails[0].Outcome with { Metric = "k-wrong" } };

        var deviations = PlanDeviations.Between(Locked, Locked with { Guardrails = [added, .. Locked.Guardrails] });

        Assert.NotEmpty(deviations);
        Assert.All(deviations, static one => Assert.StartsWith("guardrail k-wrong ", one.Key, StringComparison.Ordinal));
        Assert.StartsWith("\"guardrail k-wrong metric\" was not in the plan, and is", deviations[0].Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void An_end_that_is_taken_out_is_gone() =>
        Assert.Equal("\"end\" was \"2026-02-01\", and is gone now.", Assert.Single(PlanDeviations.Between(Locked, Locked with { End = null })).Sentence);

    [Fact]
    public void Another_name_makes_nothing_exploratory() =>
        Assert.False(Assert.Single(PlanDeviations.Between(Locked, Locked with { Primary = Locked.Primary with { Name = "Knows when" } })).IsExploratory);
}
