using FsCheck;
using FsCheck.Fluent;
using OutsideIn.Method;
using OutsideIn.Tests.Support;
using Activity = OutsideIn.Method.Activity;

namespace OutsideIn.Tests.Method.Ratings;

public class PerformanceLandscapeTests
{
    // §5.2: three tasks die at business outcome, two at output, one arrives.
    [Theory]
    [InlineData("answer", Tier.BusinessOutcome)]
    [InlineData("look-up", Tier.BusinessOutcome)]
    [InlineData("transfer", Tier.BusinessOutcome)]
    [InlineData("reason-code", Tier.Output)]
    [InlineData("wrap-up", Tier.Output)]
    [InlineData("replacement-car", null)]
    public void A_task_of_the_call_centre_stops_where_its_last_link_stops(string task, Tier? tier)
    {
        var landscape = PerformanceLandscape.Of(CallCentreMap.Map);

        Assert.Equal(tier, landscape.DiesAt(task));
        Assert.Equal(tier is null, landscape.ReachesOutcome(task));
        Assert.Equal(tier is null, landscape.ReachesObjective(task));
    }

    [Fact]
    public void A_path_can_be_told_from_the_task_to_the_objective()
    {
        var landscape = PerformanceLandscape.Of(CallCentreMap.Map);

        Assert.Equal(["replacement-car", "restore", "car", "retention", "road", "stay"], landscape.PathFrom("replacement-car").Select(static one => one.Id));
        Assert.Equal(["reason-code", "records", "log"], landscape.PathFrom("reason-code").Select(static one => one.Id));
        Assert.Equal(["road"], landscape.OutcomesOf("replacement-car"));
        Assert.Empty(landscape.OutcomesOf("answer"));
    }

    [Fact]
    public void A_metric_arrives_by_what_it_measures_or_by_the_statement_that_names_it()
    {
        var landscape = PerformanceLandscape.Of(CallCentreMap.Map);

        Assert.True(landscape.ReachesOutcome("car-in-4-hours"));
        Assert.False(landscape.ReachesOutcome("aht"));
        Assert.Equal(Tier.BusinessOutcome, landscape.DiesAt("aht"));
    }

    [Fact]
    public void Without_an_objective_a_line_of_sight_stops_at_the_customers_outcome()
    {
        var landscape = PerformanceLandscape.Of(CallCentreMap.Map with { Objectives = [] });

        Assert.True(landscape.ReachesOutcome("replacement-car"));
        Assert.Equal(Tier.CustomerOutcome, landscape.DiesAt("replacement-car"));
    }

    [Theory]
    [InlineData("o", "", "s1 s2")]
    [InlineData("o", "sco", "")]
    [InlineData("o", "sco s1", "s2")]
    [InlineData("o", "s2", "s1")]
    public void A_statement_is_served_by_a_path_to_it_or_to_its_outcome_where_none_is_named(string output, string targets, string without)
    {
        var map = new OutsideInMap
        {
            Activities = [new Activity { Id = "a", Name = "a", ContributesTo = [CallCentreMap.To(output)] }],
            Outputs = [new Output { Id = "o", Name = "o", ContributesTo = [.. targets.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(static id => CallCentreMap.To(id))] }],
            Outcomes = [new SuccessfulOutcome { Id = "sco", Name = "Joy", Statements = [new StatementOfIntent { Id = "s1", Name = "s1" }, new StatementOfIntent { Id = "s2", Name = "s2" }] }],
        };

        Assert.Equal(without, string.Join(' ', PerformanceLandscape.Of(map).StatementsWithoutWork));
    }

    [Fact]
    public void A_statement_that_only_a_partner_serves_is_told_apart()
    {
        var map = new OutsideInMap
        {
            Partners = [new Partner { Id = "apple", Name = "Apple", ContributesTo = [CallCentreMap.To("s1")] }],
            Outcomes = [new SuccessfulOutcome { Id = "sco", Name = "Run further", Statements = [new StatementOfIntent { Id = "s1", Name = "s1" }, new StatementOfIntent { Id = "s2", Name = "s2" }] }],
        };

        var landscape = PerformanceLandscape.Of(map);

        Assert.Equal(["s1"], landscape.StatementsOfPartners);
        Assert.Equal(["s2"], landscape.StatementsWithoutWork);
    }

    [Fact]
    public void Links_that_go_down_sideways_nowhere_twice_or_over_a_tier_are_listed()
    {
        var map = new OutsideInMap
        {
            Tasks = [new WorkTask { Id = "t", Name = "t", ContributesTo = [CallCentreMap.To("o1"), CallCentreMap.To("gone")] }],
            Activities = [new Activity { Id = "a", Name = "a", ContributesTo = [CallCentreMap.To("o1", 0.8), CallCentreMap.To("O1", 0.7), CallCentreMap.To("t", 0)] }],
            Outputs = [new Output { Id = "o1", Name = "o1", ContributesTo = [CallCentreMap.To("o2"), CallCentreMap.To("sco")] }, new Output { Id = "o2", Name = "o2" }],
            Outcomes = [new SuccessfulOutcome { Id = "sco", Name = "Joy" }],
        };

        var landscape = PerformanceLandscape.Of(map);

        Assert.Equal(
            ["Skips t o1", "Nowhere t gone", "SharesOverOne a ", "Twice a O1", "Down a t", "Sideways o1 o2"],
            landscape.BadLinks.Select(static link => $"{link.Kind} {link.From} {link.To}"));
        Assert.Equal(1.5, landscape.BadLinks.Single(static link => link.Kind == BadLinkKind.SharesOverOne).ShareSum!.Value, 12);
        Assert.True(landscape.ReachesOutcome("t"));
        Assert.False(landscape.ReachesOutcome("o2"));
    }

    [Fact]
    public void Lines_of_sight_agree_with_a_slow_and_obvious_reference() =>
        Prop.ForAll(RandomWork.Maps, static map =>
        {
            var landscape = PerformanceLandscape.Of(map);
            foreach (var task in map.Tasks)
            {
                MapEntry[] ends = [.. WorkReference.PathEnds(map, task.Id)];
                var highest = ends.Max(WorkReference.Height);

                Assert.Equal(highest >= 4, landscape.ReachesOutcome(task.Id));
                Assert.Equal(highest == 6, landscape.ReachesObjective(task.Id));
                Assert.Equal(highest == 6 ? null : (Tier?)Math.Min(highest, 4), landscape.DiesAt(task.Id));
                Assert.Equal(highest, WorkReference.Height(landscape.PathFrom(task.Id)[^1]));
            }
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(1000));
}
