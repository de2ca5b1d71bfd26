using OutsideIn.Method;

namespace OutsideIn.Tests.Method.Ratings;

/// <summary>The oracles of method.md §5 on the sample maps as shipped, so that sample and oracle cannot differ.</summary>
public class SampleRatingsTests
{
    private static readonly DateOnly Today = new(2026, 11, 21);

    // §5.1: −60.0 %, −61.5 %, −80.0 %, −64.3 %; density 1.3; the survey at subjectivity 3.
    [Fact]
    public void The_insurer()
    {
        var ratings = Ratings("insurer");
        var points = ratings.PointsOfFailure;

        Assert.Equal([-0.600, -0.615, -0.800, -0.643], new[] { points.MomentsChange, points.BreakpointsChange, points.RulesChange, points.TotalChange }.Select(static one => Math.Round(one!.Value, 3)));
        Assert.Equal(1.3, points.AsIs.HandOffDensity!.Value, 12);
        Assert.Equal(3, ratings.Subjectivity.Single(static one => one.Metric == "k-survey").Level);
        Assert.Equal(ratings.Costing.TotalCost, ratings.Costing.AlignedCost + ratings.Costing.UnalignedCost, 6);
    }

    // §5.2: 1 of 6 tasks, 15.0 % of hours; two die at output, three at business outcome; pay 20 % and 80 %. F13: 21,600.
    [Fact]
    public void The_call_centre()
    {
        var ratings = Ratings("call-centre");
        var sight = ratings.LineOfSight;

        Assert.Equal((0.167, 0.150), (Math.Round(sight.Tasks.Share!.Value, 3), Math.Round(sight.Hours.Share!.Value, 3)));
        Assert.Equal([(Tier.Output, 2), (Tier.BusinessOutcome, 3)], sight.Deaths.Select(static one => (one.Tier, one.Tasks.Count)));
        Assert.Equal((0.20, 0.80), (Math.Round(ratings.Rewards.Weight.Share!.Value, 12), Math.Round(ratings.Rewards.Perverse.Share!.Value, 12)));
        Assert.Equal(21_600, ratings.Demand.Cost!.Value, 9);
        Assert.Equal(5, ratings.StopList.Count);
    }

    // §5.11: −$4.0m, no launch. §5.8: 208,333 hours.
    [Fact]
    public void Netflix_and_SAS()
    {
        var gate = Assert.Single(Ratings("netflix").Experiments);

        Assert.Equal((-4_000_000, false), (gate.Net, gate.MayLaunch));
        Assert.Equal(208_333, Math.Round(Ratings("sas").Moments.CustomerHoursPerYear));
    }

    [Fact]
    public void Every_sample_has_ratings_and_a_plan_in_which_everything_says_why()
    {
        foreach (var sample in SampleMaps.All)
        {
            var map = Map(sample.Id);
            var plan = ActionPlan.Of(map, MapChecks.Check(map, new CheckOptions(Today)));

            Assert.All(plan.Candidates, static one => Assert.NotEmpty(one.Reasons));
            Assert.All(plan.Ordered, static one => Assert.NotEmpty(one.Elevator.Text));
            Assert.Equal(11, MapRatings.Of(map, Today).Mask.Items.Count);
        }
    }

    private static MapRatings Ratings(string id) => MapRatings.Of(Map(id), Today);

    private static OutsideInMap Map(string id) => MapYaml.Read(SampleMaps.Find(id)!.Text, $"{id}.yaml").Map;
}
