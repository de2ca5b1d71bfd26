using FsCheck;
using FsCheck.Fluent;
using OutsideIn.Method;
using OutsideIn.Tests.Support;

namespace OutsideIn.Tests.Method.Ratings;

/// <summary>F5, F6, F8 and F9 on the call centre of §5.2, and F9's invariant on any landscape.</summary>
public class LandscapeRatingsTests
{
    private static readonly PerformanceLandscape CallCentre = PerformanceLandscape.Of(CallCentreMap.Map);

    // §5.2: one task of six, 150 of 1,000 hours; three die at business outcome, two at output.
    [Fact]
    public void One_task_in_six_of_the_call_centre_has_a_line_of_sight()
    {
        var rating = LineOfSight.Of(CallCentre, CausalGraph.Of(CallCentreMap.Map));

        Assert.Equal(1 / 6.0, rating.Tasks.Share!.Value, 12);
        Assert.Equal(0.150, rating.Hours.Share!.Value, 12);
        Assert.Equal(0.150, rating.Cost.Share!.Value, 12);
        Assert.Equal((150, 1000), (rating.Hours.Part, rating.Hours.Whole));
        Assert.Equal(["replacement-car"], rating.Tasks.PartIds);
        Assert.Equal(6, rating.Tasks.Count);
        Assert.Equal([(Tier.Output, 2, 180.0), (Tier.BusinessOutcome, 3, 670.0)], rating.Deaths.Select(static one => (one.Tier, one.Tasks.Count, one.Hours)));
        Assert.Equal(6, rating.TasksWithoutCause.Count);
        Assert.Empty(rating.StatementsWithoutWork);
    }

    // §5.2: rewards AHT 40, adherence 20, QA script 20, SCO 20.
    [Fact]
    public void Four_fifths_of_the_call_centres_pay_make_people_good_at_the_wrong_thing()
    {
        var rating = RewardAlignment.Of(CallCentre);

        Assert.Equal(0.20, rating.Weight.Share!.Value, 12);
        Assert.Equal(0.80, rating.Perverse.Share!.Value, 12);
        Assert.Equal(["r1", "r2", "r3"], rating.Perverse.PartIds);
        Assert.Equal(1, rating.Covered.Share);
    }

    [Fact]
    public void Everyone_counts_and_a_person_without_a_reward_for_customers_is_not_covered()
    {
        var map = CallCentreMap.Map with { People = [.. CallCentreMap.Map.People, new Person { Id = "ceo", Name = "Cyn", IsExecutive = true }] };

        var covered = RewardAlignment.Of(PerformanceLandscape.Of(map)).Covered;

        Assert.Equal((2, 3), (covered.Part, covered.Whole));
    }

    // By hand: 1 of 4 metrics has a path, 1 is leading once said so.
    [Fact]
    public void A_scorecard_is_asked_two_questions()
    {
        var map = CallCentreMap.Map with { Metrics = [.. CallCentreMap.Map.Metrics.Select(static one => one.Id == "aht" ? one with { IsLeading = true } : one)] };

        var rating = Alignment.Of(PerformanceLandscape.Of(map));

        Assert.Equal((1, 4), (rating.Contributing.Part, rating.Contributing.Whole));
        Assert.Equal(["aht"], rating.Forward.PartIds);
        Assert.Equal(0, rating.Both.Share);
        Assert.Equal(["adherence", "script"], rating.Neither.PartIds);
        Assert.Equal(["aht"], rating.LeadingToNothing);
    }

    [Fact]
    public void Work_serves_an_expectation_through_the_statements_that_answer_it()
    {
        var outcome = CallCentreMap.Map.Outcomes[0];
        var map = CallCentreMap.Map with
        {
            Outcomes =
            [
                outcome with
                {
                    Expectations = [new Expectation { Id = "weeks", Name = "It takes weeks" }, new Expectation { Id = "paper", Name = "Lots of paper" }],
                    Statements = [outcome.Statements[0] with { Expectations = ["weeks"] }],
                },
            ],
        };

        var work = Alignment.OfExpectations(PerformanceLandscape.Of(map));

        Assert.Equal(["weeks", "paper"], work.Select(static one => one.Expectation));
        Assert.Equal(0.15, work[0].Hours.Share!.Value, 12);
        Assert.Equal(0, work[1].Hours.Share);
        Assert.Empty(work[1].Statements);
    }

    // §5.2 at 20 an hour: 150 hours arrive; car's two links split equally, and both halves meet again at the outcome.
    [Fact]
    public void The_call_centres_cost_is_followed_to_the_outcome_or_to_where_it_stops()
    {
        var costing = OutcomeCosting.Of(CallCentre);

        Assert.Equal((20_000, 1000), (costing.TotalCost, costing.TotalHours));
        Assert.Equal([new OutcomeCost("road", 3000, 150)], costing.Outcomes);
        Assert.Equal([("cost-per-claim", 13_400.0), ("log", 3600.0)], costing.DeadEnds.Select(static one => (one.At, one.Cost)));
        Assert.Equal(0.85, costing.UnalignedHoursShare!.Value, 12);
    }

    // By hand: of 100, 20 stay at t; of the 80 at a, 20 go to x, 30 to y and so to the outcome, and 30 would go nowhere.
    [Fact]
    public void A_share_that_leads_nowhere_stops_where_it_is()
    {
        var map = new OutsideInMap
        {
            Tasks = [new WorkTask { Id = "t", Name = "t", Hours = 10, CostPerHour = 10, ContributesTo = [CallCentreMap.To("a", 0.8)] }],
            Activities = [new OutsideIn.Method.Activity { Id = "a", Name = "a", ContributesTo = [CallCentreMap.To("x", 0.25), CallCentreMap.To("y"), CallCentreMap.To("gone")] }],
            Outputs = [new Output { Id = "x", Name = "x" }, new Output { Id = "y", Name = "y", ContributesTo = [CallCentreMap.To("sco")] }],
            Outcomes = [new SuccessfulOutcome { Id = "sco", Name = "Joy" }],
        };

        var costing = OutcomeCosting.Of(PerformanceLandscape.Of(map));

        Assert.Equal(30, costing.AlignedCost, 9);
        Assert.Equal([("a", 30.0), ("t", 20.0), ("x", 20.0)], costing.DeadEnds.OrderBy(static one => one.At).Select(static one => (one.At, Math.Round(one.Cost, 9))));
    }

    [Fact]
    public void Aligned_and_unaligned_are_always_the_total_and_agree_with_a_slow_reference() =>
        Prop.ForAll(RandomWork.Maps, static map =>
        {
            var costing = OutcomeCosting.Of(PerformanceLandscape.Of(map));

            Assert.Equal(costing.TotalCost, costing.AlignedCost + costing.UnalignedCost, 6);
            Assert.Equal(costing.TotalHours, costing.AlignedHours + costing.UnalignedHours, 6);
            Assert.Equal(map.Tasks.Sum(task => WorkReference.Aligned(map, task, task.Hours!.Value * task.CostPerHour!.Value)), costing.AlignedCost, 6);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(1000));

    [Fact]
    public void The_stop_list_begins_with_what_people_are_paid_for()
    {
        var map = CallCentreMap.Map with
        {
            Tasks = [.. CallCentreMap.Map.Tasks.Select(static one => one.Id == "wrap-up" ? one with { Citation = "FCA DISP 1.9" } : one)],
        };

        var list = StopList.Of(PerformanceLandscape.Of(map));

        Assert.Equal(["answer", "look-up", "transfer", "reason-code"], list.Select(static one => one.Task));
        Assert.Equal(["r1"], list[0].RewardedBy);
        Assert.Empty(list[3].RewardedBy);
        Assert.Equal((Tier.Output, 2000.0), (list[3].DiesAt, list[3].Cost!.Value));
    }

    // By hand: B4 to B7 and R1, R2 follow M4; the task they cause is 30 of 100 hours.
    [Fact]
    public void Hours_caused_only_by_what_can_go_are_set_beside_the_claim()
    {
        var map = InsurerMap.AsIs with
        {
            Tasks =
            [
                new WorkTask { Id = "file", Name = "File forms", Hours = 30, CausedBy = ["B4", "R1"] },
                new WorkTask { Id = "greet", Name = "Greet", Hours = 60, CausedBy = ["M1"] },
                new WorkTask { Id = "both", Name = "Note", Hours = 10, CausedBy = ["M1", "B4"] },
            ],
        };

        var rating = RemovableWork.Of(map, CausalGraph.Of(map));

        Assert.Equal(0, RemovableWork.Of(CallCentreMap.Map, CausalGraph.Of(CallCentreMap.Map)).Hours.Share);
        Assert.Empty(rating.Hours.PartIds);
        Assert.Equal(0.3, RemovableWork.Of(map with { Rules = [.. map.Rules.Select(static one => one with { OriginStillTrue = false })] }, CausalGraph.Of(map)).Hours.Share!.Value, 12);
        Assert.Contains("70–90 %", RemovableWorkRating.Claim, StringComparison.Ordinal);
    }
}
