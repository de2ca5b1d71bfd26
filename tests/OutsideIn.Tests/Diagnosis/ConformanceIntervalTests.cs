using OutsideIn.Diagnosis;
using OutsideIn.Method;

namespace OutsideIn.Tests.Diagnosis;

public class ConformanceIntervalTests
{
    // One criterion is one share: Wilson's interval of 81 of 263 is 0.2553 to 0.3662 (Newcombe 1998, table I, method 3).
    [Fact]
    public void One_criterion_has_the_interval_of_its_share()
    {
        Assert.True(ConformanceInterval.Of(Rating(new DesignCriterion { Text = "Asks once", Observed = 263, Done = 81 })).TryGet(out var estimate, out _));

        Assert.Equal(81 / 263.0, estimate.Value, 12);
        Assert.Equal(0.2553, estimate.Interval.Low, 4);
        Assert.Equal(0.3662, estimate.Interval.High, 4);
        Assert.Equal(263, estimate.Count);
    }

    // By hand for two equal halves of 81/263: the half-widths shrink by √2.
    [Fact]
    public void Two_criteria_of_one_rating_are_more_certain_together()
    {
        var criterion = new DesignCriterion { Text = "Asks once", Observed = 263, Done = 81 };

        Assert.True(ConformanceInterval.Of(Rating(criterion, criterion with { Text = "Says when" })).TryGet(out var estimate, out _));

        var p = 81 / 263.0;
        Assert.Equal(p - ((p - 0.25527) / Math.Sqrt(2)), estimate.Interval.Low, 4);
        Assert.Equal(p + ((0.36622 - p) / Math.Sqrt(2)), estimate.Interval.High, 4);
    }

    [Fact]
    public void The_ratings_of_a_map_are_given_their_intervals()
    {
        var map = new OutsideInMap { Moments = [new MomentOfTruth { Id = "m", Name = "Call", Criteria = [new DesignCriterion { Text = "Asks once", Observed = 263, Done = 81 }] }] };

        var ratings = ConformanceInterval.On(MapRatings.Of(map, new DateOnly(2026, 11, 21)));

        var rating = Assert.Single(ratings.Conformance);
        Assert.Equal((0.2553, 0.3662), (Math.Round(rating.Low!.Value, 4), Math.Round(rating.High!.Value, 4)));
        Assert.Null(Assert.Single(MapRatings.Of(map, new DateOnly(2026, 11, 21)).Conformance).Low);
    }

    [Fact]
    public void Nothing_observed_cannot_be_estimated()
    {
        Assert.False(ConformanceInterval.Of(Rating(new DesignCriterion { Text = "Asks once" })).TryGet(out _, out var problem));
        Assert.Equal("ME001", problem.Code);
    }

    private static ExperienceConformance Rating(params DesignCriterion[] criteria) =>
        Conformance.Of(new OutsideInMap { Moments = [new MomentOfTruth { Id = "m", Name = "Call", Criteria = criteria }] })[0];
}
