using OutsideIn.Experiments;
using OutsideIn.Statistics;

namespace OutsideIn.Tests.Experiments;

/// <summary>Oracle: the moments of the distributions; five standard errors of 200,000 draws.</summary>
public sealed class SimulatedDrawsTests
{
    private const int Draws = 200_000;

    private delegate double Draw(ref SimulatedDraws draws);

    [Fact]
    public void Normal_draws_have_mean_0_and_variance_1() => AssertMoments(static (ref draws) => draws.Normal(), 0, 1, fourth: 3);

    [Fact]
    public void Exponential_draws_have_mean_1_and_variance_1() => AssertMoments(static (ref draws) => draws.Exponential(), 1, 1, fourth: 9);

    [Fact]
    public void Binomial_draws_have_theirs() => AssertMoments(static (ref draws) => draws.Binomial(1_000, 0.005), 5, 4.975, fourth: 3.2);

    [Fact]
    public void Whole_numbers_below_seven_are_even() => AssertMoments(static (ref draws) => draws.Below(7), 3, 4, fourth: 1.75);

    [Fact]
    public void What_cannot_happen_never_does_and_what_must_always()
    {
        var draws = new SimulatedDraws(3);

        Assert.Equal((0, 12), (draws.Binomial(12, 0), draws.Binomial(12, 1)));
        Assert.False(draws.Happens(0));
        Assert.True(draws.Happens(1));
    }

    private static void AssertMoments(Draw draw, double mean, double variance, double fourth)
    {
        var draws = new SimulatedDraws(11);
        var values = new double[Draws];
        for (var index = 0; index < Draws; index++)
        {
            values[index] = draw(ref draws);
        }

        var found = Moments.Of(values);
        Assert.InRange(found.Mean, mean - (5 * Math.Sqrt(variance / Draws)), mean + (5 * Math.Sqrt(variance / Draws)));
        Assert.InRange(found.Variance, variance * (1 - (5 * Math.Sqrt((fourth - 1) / Draws))), variance * (1 + (5 * Math.Sqrt((fourth - 1) / Draws))));
    }
}
