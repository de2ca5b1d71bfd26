using System.Globalization;
using OutsideIn.Statistics;
using OutsideIn.Vocabulary;

namespace OutsideIn.Experiments;

/// <summary>What units picked out for their figures would do anyway. Immutable.</summary>
/// <param name="PickedBefore">Mean figure of the picked units when they were picked.</param>
/// <param name="Forecast">Mean figure to expect of them next time if nothing is done, with the interval of what will be measured.</param>
/// <param name="Weight">How much of a picked unit's distance from the others is its own, 0 to 1; the rest is luck and will not come back.</param>
/// <param name="Warning">What that means, as a sentence.</param>
public sealed record AnywayForecast(double PickedBefore, Estimate Forecast, double Weight, string Warning);

/// <summary>Those picked out for being worst improve by themselves: the part of their distance that was luck does not come back.</summary>
/// <remarks>Source: Galton (1886), Regression towards mediocrity in hereditary stature; the forecast is <see cref="Shrinkage"/>, Gelman et al. (2013), Bayesian data analysis, §5.4.</remarks>
public static class RegressionToTheMean
{
    /// <summary>The forecast for the units picked out.</summary>
    /// <param name="units">All units among which they were picked, with their figures at the time: not only the picked ones.</param>
    /// <param name="picked">Names of those picked out.</param>
    /// <param name="level">Confidence level, 0 &lt; level &lt; 1.</param>
    /// <returns>The forecast, for as many observations as before; <c>EX087</c> where none or all were picked; <c>ST048</c> where units cannot be told from luck.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The level is outside (0, 1).</exception>
    public static Result<AnywayForecast> Of(IReadOnlyList<RankedGroup> units, IReadOnlyCollection<string> picked, double level = 0.95)
    {
        ArgumentNullException.ThrowIfNull(units);
        ArgumentNullException.ThrowIfNull(picked);
        var names = picked.ToHashSet(StringComparer.Ordinal);
        RankedGroup[] chosen = [.. units.Where(unit => names.Contains(unit.Name) && unit.Answers.Count > 0)];
        if (chosen.Length == 0 || chosen.Length == units.Count)
        {
            return new Problem(
                ProblemKind.Invalid,
                "EX087",
                $"{chosen.Length} of {units.Count} units were picked: what they would do anyway is seen from the others.",
                "Name the units that were picked, and give the figures of all.");
        }

        return Shrinkage.Of(units, level).Then<AnywayForecast>(all => Forecast(units, chosen, [.. all.Where(unit => names.Contains(unit.Name))], level));
    }

    private static AnywayForecast Forecast(IReadOnlyList<RankedGroup> units, RankedGroup[] chosen, ShrunkenMean[] shrunken, double level)
    {
        var within = units.Sum(static unit => unit.Answers.SquaredDeviations) / units.Sum(static unit => Math.Max(0, unit.Answers.Count - 1));
        var z = NormalDistribution.TwoSided(level);
        var (before, expected, variance) = (chosen.Average(static unit => unit.Answers.Mean), shrunken.Average(static unit => unit.Shrunken.Value), 0.0);
        for (var index = 0; index < chosen.Length; index++)
        {
            var error = (shrunken[index].Shrunken.Interval.High - shrunken[index].Shrunken.Value) / z;
            variance += (error * error) + (within / chosen[index].Answers.Count);
        }

        var half = z * Math.Sqrt(variance) / chosen.Length;
        var forecast = new Estimate(
            expected, new Interval(expected - half, expected + half), level, "shrunken means, re-measured", (long)chosen.Sum(static unit => unit.Answers.Count), 0);
        var warning = string.Create(
            CultureInfo.InvariantCulture,
            $"The {chosen.Length} picked units stood at {before:0.##}; with nothing done at all they would come to about {expected:0.##} ({forecast.Interval.Low:0.##} to {forecast.Interval.High:0.##}). Only what lies beyond that can be the change's doing; better, give the change to half of the picked units by lot.");
        return new AnywayForecast(before, forecast, shrunken.Average(static unit => unit.Weight), warning);
    }
}
