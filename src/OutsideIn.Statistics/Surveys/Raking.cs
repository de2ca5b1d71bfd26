using System.Globalization;
using OutsideIn.Vocabulary;

namespace OutsideIn.Statistics;

/// <summary>One thing known of all: to which of its values each who answered belongs, and how many of all have each value.</summary>
/// <param name="Name">What it is called, such as channel.</param>
/// <param name="Values">[answers] 0 ≤ value &lt; totals.</param>
/// <param name="Totals">[values] How many of all, ≥ 0.</param>
public sealed record RakingMargin(string Name, IReadOnlyList<int> Values, IReadOnlyList<double> Totals);

/// <summary>Weights of those who answered. Immutable.</summary>
/// <param name="Weights">[answers] How many of all each stands for, ≥ 0.</param>
/// <param name="Rounds">How often every margin was fitted.</param>
public sealed record RakedWeights(IReadOnlyList<double> Weights, int Rounds)
{
    /// <summary>Kish's design effect: by how much unequal weights multiply a mean's variance, ≥ 1.</summary>
    public double DesignEffect => Weights.Count * Weights.Sum(static one => one * one) / Math.Pow(Weights.Sum(), 2);

    /// <summary>As many answers of equal weight would say as much.</summary>
    public double EffectiveCount => Weights.Count / DesignEffect;
}

/// <summary>Weights those who answered so that together they look like all, in each of several things known of all.</summary>
/// <remarks>
/// It helps only as far as those who answered think like those who did not once the margins are given; who answers because of what the
/// question asks is not corrected. Source: Deming and Stephan (1940), Annals of Mathematical Statistics 11; design effect: Kish (1965),
/// Survey sampling, §11.7.
/// </remarks>
public static class Raking
{
    private const int RoundsMax = 10_000;

    // Sums of a million weights are rounded by less than this; a smaller change would never be reached.
    private const double Enough = 1e-12;

    /// <summary>Fits the weights, margin after margin, until none changes.</summary>
    /// <param name="margins">What is known of all, at least one; each says of every answer which value it has.</param>
    /// <returns>
    /// The weights; <c>ST044</c> where a value that some of all have was given by nobody, <c>ST045</c> where the margins' totals contradict
    /// each other so that no weights fit.
    /// </returns>
    /// <exception cref="ArgumentException">There is no margin or no answer, or the margins speak of different numbers of answers.</exception>
    public static Result<RakedWeights> Of(IReadOnlyList<RakingMargin> margins)
    {
        ArgumentNullException.ThrowIfNull(margins);
        ArgumentOutOfRangeException.ThrowIfZero(margins.Count, nameof(margins));
        var count = margins[0].Values.Count;
        ArgumentOutOfRangeException.ThrowIfZero(count, nameof(margins));
        if (margins.Any(one => one.Values.Count != count))
        {
            throw new ArgumentException("The margins speak of different numbers of answers.", nameof(margins));
        }

        if (margins.Select(Missing).FirstOrDefault(static problem => problem is not null) is { } missing)
        {
            return missing;
        }

        var weights = new double[count];
        Array.Fill(weights, margins[0].Totals.Sum() / count);
        for (var round = 1; round <= RoundsMax; round++)
        {
            var change = 0.0;
            foreach (var margin in margins)
            {
                change = Math.Max(change, Fit(margin, weights));
            }

            if (change <= Enough)
            {
                return new RakedWeights(weights, round);
            }
        }

        return new Problem(
            ProblemKind.NotEstimable,
            "ST045",
            $"No weights fit {string.Join(", ", margins.Select(static one => one.Name))} at once.",
            "Use totals of one and the same population, and put rare values together.");
    }

    /// <summary>Brings one margin to its totals; answers the largest relative change.</summary>
    private static double Fit(RakingMargin margin, double[] weights)
    {
        var sums = new double[margin.Totals.Count];
        for (var row = 0; row < weights.Length; row++)
        {
            sums[margin.Values[row]] += weights[row];
        }

        var change = 0.0;
        for (var value = 0; value < sums.Length; value++)
        {
            sums[value] = sums[value] > 0 ? margin.Totals[value] / sums[value] : 1;
            change = Math.Max(change, Math.Abs(sums[value] - 1));
        }

        for (var row = 0; row < weights.Length; row++)
        {
            weights[row] *= sums[margin.Values[row]];
        }

        return change;
    }

    private static Problem? Missing(RakingMargin margin)
    {
        var seen = new bool[margin.Totals.Count];
        foreach (var value in margin.Values)
        {
            seen[value] = true;
        }

        for (var value = 0; value < seen.Length; value++)
        {
            if (!seen[value] && margin.Totals[value] > 0)
            {
                return new Problem(
                    ProblemKind.NotEstimable,
                    "ST044",
                    string.Create(CultureInfo.InvariantCulture, $"Nobody who answered has value {value} of {margin.Name}, but {margin.Totals[value]:0.##} of all do."),
                    "Put that value together with another, or weigh without it.");
            }
        }

        return null;
    }
}
