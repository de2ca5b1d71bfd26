using OutsideIn.Method;

namespace OutsideIn.Tests.Method.Language;

public sealed class TiersTests
{
    // F7: the default table of S3, S4 and P21, and rows 14 and 16.
    [Theory]
    [InlineData("calls handled", Tier.Output)]
    [InlineData("abandoned calls", Tier.Output)]
    [InlineData("AHT", Tier.Output)]
    [InlineData("first-time response", Tier.Output)]
    [InlineData("CSAT", Tier.Output)]
    [InlineData("NPS", Tier.Output)]
    [InlineData("projects underway", Tier.Output)]
    [InlineData("budget progress", Tier.Output)]
    [InlineData("deliverables achieved", Tier.Output)]
    [InlineData("cars made", Tier.Output)]
    [InlineData("pizzas delivered", Tier.Output)]
    [InlineData("factories built", Tier.Output)]
    [InlineData("service level", Tier.Output)]
    [InlineData("handle time", Tier.Output)]
    [InlineData("queue time", Tier.Output)]
    [InlineData("abandonment", Tier.Output)]
    [InlineData("first-call resolution", Tier.Output)]
    [InlineData("occupancy", Tier.Output)]
    [InlineData("agent turnover", Tier.Output)]
    [InlineData("Revenue", Tier.BusinessOutcome)]
    [InlineData("Cost", Tier.BusinessOutcome)]
    [InlineData("Service delivery", Tier.BusinessOutcome)]
    [InlineData("Compliance", Tier.BusinessOutcome)]
    [InlineData("Sales", Tier.BusinessOutcome)]
    public void The_lists_of_the_sources_have_their_tier(string name, Tier expected)
    {
        var reading = Tiers.Classify(name);

        Assert.Equal((expected, true), (reading.Tier, reading.IsCertain));
    }

    // Row 14; 5.2, 5.4, 5.6, 5.7, 5.12; §6.5: bums on seats is ours, not the customer's.
    [Theory]
    [InlineData("answered the query", Tier.Output)]
    [InlineData("solved the problem", Tier.CustomerOutcome)]
    [InlineData("made 10 cars", Tier.Output)]
    [InlineData("sold 10 cars", Tier.BusinessOutcome)]
    [InlineData("Bums on seats", Tier.BusinessOutcome)]
    [InlineData("Load factor", Tier.BusinessOutcome)]
    [InlineData("Joy", Tier.CustomerOutcome)]
    [InlineData("Joy at the new car", Tier.CustomerOutcome)]
    [InlineData("Expression", Tier.CustomerOutcome)]
    [InlineData("Back on the road", Tier.CustomerOutcome)]
    [InlineData("Improving Quality of Life", Tier.CustomerOutcome)]
    [InlineData("Cost per claim", Tier.BusinessOutcome)]
    [InlineData("Retention", Tier.BusinessOutcome)]
    public void The_examples_of_the_sources_have_their_tier(string text, Tier expected)
    {
        Assert.Equal((expected, true), (Tiers.Classify(text).Tier, Tiers.Classify(text).IsCertain));
    }

    [Theory]
    [InlineData("")]
    [InlineData("Blue sky")]
    [InlineData("Engagement")]
    [InlineData("There for the meeting")]
    [InlineData("Parcel in hand")]
    public void A_name_that_answers_none_of_the_questions_is_not_certain(string name)
    {
        var reading = Tiers.Classify(name);

        Assert.Equal((Tier.Output, false), (reading.Tier, reading.IsCertain));
        Assert.EndsWith(".", reading.Because, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Patients seen", Tier.Output)]
    [InlineData("Patients who can walk", Tier.CustomerOutcome)]
    [InlineData("Agents able to answer", Tier.Output)]
    [InlineData("Passengers carried", Tier.BusinessOutcome)]
    [InlineData("Passengers at home by midnight", Tier.CustomerOutcome)]
    public void The_same_noun_is_a_customer_with_a_state_and_an_output_with_our_act(string name, Tier expected)
    {
        Assert.Equal(expected, Tiers.Classify(name).Tier);
    }

    [Fact]
    public void What_a_person_says_wins_over_the_classifier()
    {
        var metric = new Metric { Id = "m", Name = "Bums on seats" };

        Assert.Equal(Tier.BusinessOutcome, Tiers.Of(metric));
        Assert.Equal(Tier.CustomerOutcome, Tiers.Of(metric with { Tier = Tier.CustomerOutcome }));
    }

    [Theory]
    [InlineData("NPS", true)]
    [InlineData("Net promoter score, retail", true)]
    [InlineData("CSAT", true)]
    [InlineData("CSi", true)]
    [InlineData("Customer satisfaction survey", true)]
    [InlineData("Drivers back on the road within 24 hours", false)]
    [InlineData("Conspicuous delays", false)]
    public void Survey_scores_are_told_by_name(string name, bool expected)
    {
        Assert.Equal(expected, Tiers.IsSurveyScore(name));
    }
}
