using OutsideIn.Simulation;

namespace OutsideIn.Tests.Simulation;

public sealed class RandomSourceTests
{
    [Fact]
    public void The_same_seed_and_name_give_the_same_draws()
    {
        var (one, two) = (RandomSource.Open(7, "arrivals"), RandomSource.Open(7, "arrivals"));
        Assert.All(Enumerable.Range(0, 1000), _ => Assert.Equal(one.NextUnit(), two.NextUnit()));
    }

    [Fact]
    public void Exponential_draws_have_the_mean_asked_for()
    {
        var stream = RandomSource.Open(7, "arrivals");
        const int Draws = 100_000;

        var mean = Enumerable.Range(0, Draws).Average(_ => stream.NextExponential(mean: 3));

        var standardError = 3 / Math.Sqrt(Draws);
        Assert.InRange(mean, 3 - (5 * standardError), 3 + (5 * standardError));
    }
}
