using OutsideIn.Experiments;
using OutsideIn.Statistics;
using OutsideIn.Tests.Support;

namespace OutsideIn.Tests.Experiments;

public sealed class RegressionToTheMeanTests
{
    [Fact]
    public void The_worst_of_many_are_forecast_to_improve_with_nothing_done()
    {
        var (units, truths) = Units();
        var worst = units.OrderBy(static unit => unit.Answers.Mean).Take(50).Select(static unit => unit.Name).ToArray();

        var forecast = RegressionToTheMean.Of(units, worst).Value();

        // As much luck as difference between units: half of the distance comes back (calibration.json: −2.53 before, −1.26 after).
        var truth = worst.Average(name => truths[name]);
        Assert.InRange(forecast.PickedBefore, -2.8, -2.2);
        Assert.True(forecast.Forecast.Interval.Contains(truth));
        Assert.InRange(forecast.Weight, 0.4, 0.6);
        Assert.Contains("with nothing done", forecast.Warning, StringComparison.Ordinal);
    }

    [Fact]
    public void All_picked_is_refused() =>
        Assert.Equal("EX087", RegressionToTheMean.Of(Units().Units, [.. Units().Units.Select(static unit => unit.Name)]).Refusal().Code);

    // Five hundred units whose true means vary with standard deviation 1, measured with an error of standard deviation 1 (25 answers of sd 5).
    private static (List<RankedGroup> Units, Dictionary<string, double> Truths) Units()
    {
        var draws = new SimulatedDraws(77);
        var (units, truths) = (new List<RankedGroup>(), new Dictionary<string, double>());
        for (var unit = 0; unit < 500; unit++)
        {
            var (name, truth, answers) = ($"team {unit}", draws.Normal(), new double[25]);
            foreach (ref var answer in answers.AsSpan())
            {
                answer = truth + (5 * draws.Normal());
            }

            units.Add(new RankedGroup(name, Moments.Of(answers)));
            truths.Add(name, truth);
        }

        return (units, truths);
    }
}
