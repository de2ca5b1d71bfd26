using OutsideIn.Statistics;
using OutsideIn.Tests.Support;

namespace OutsideIn.Tests.Statistics;

public sealed class IntraclassCorrelationTests
{
    [Fact]
    public void Ratings_of_six_targets_by_four_judges_as_published()
    {
        // Shrout and Fleiss (1979), Intraclass correlations, Psychological Bulletin 86, table 2 and 4: ICC(1,1) = .17, 95 % −.13 to .72
        // (the interval as their formula gives it for these mean squares, 11.24 between on 5 and 6.26 within on 18 degrees).
        double[][] targets = [[9, 2, 5, 8], [6, 1, 3, 2], [8, 4, 6, 8], [7, 1, 2, 6], [10, 5, 6, 9], [6, 2, 4, 7]];

        var found = IntraclassCorrelation.Of([.. targets.Select(static one => Moments.Of(one))]).Value();

        Assert.Equal(0.17, found.Value, 0.005);
        Assert.Equal(-0.13, found.Interval.Low, 0.005);
        Assert.Equal(0.72, found.Interval.High, 0.005);
        Assert.Equal((6, 4.0, 0.0), (found.Clusters, found.MeanSize, found.SizeVariation));
    }

    [Fact]
    public void Clusters_that_say_nothing_are_refused()
    {
        Assert.Equal("ST061", IntraclassCorrelation.Of([Moments.Of([1, 2])]).Refusal().Code);
        Assert.Equal("ST061", IntraclassCorrelation.Of([Moments.Of([1]), Moments.Of([2])]).Refusal().Code);
        Assert.Equal("ST061", IntraclassCorrelation.Of([Moments.Of([1, 1]), Moments.Of([2, 2])]).Refusal().Code);
    }
}
