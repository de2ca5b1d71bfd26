using OutsideIn.Vocabulary;

namespace OutsideIn.Statistics;

/// <summary>Whether several questions ask the same thing.</summary>
public static class Reliability
{
    /// <summary>Cronbach's alpha: how much of the variance of the questions' sum they share. At most 1; above 0.7 a sum is usable, near 1 some questions are superfluous.</summary>
    /// <param name="items">[questions][answers] The answers to each question, of the same people in the same order, without gaps.</param>
    /// <param name="level">Confidence level, 0 &lt; level &lt; 1.</param>
    /// <returns>Alpha with its interval, or <c>ST053</c> where there are fewer than two questions or three people, or the sums do not vary.</returns>
    /// <exception cref="ArgumentException">The questions differ in length, or the level is outside (0, 1).</exception>
    /// <remarks>Assumes that questions are interchangeable up to a constant. Source: Cronbach (1951), Psychometrika 16; interval: Feldt (1965), Psychometrika 30.</remarks>
    public static Result<Estimate> CronbachAlpha(IReadOnlyList<double[]> items, double level = ProportionInterval.DefaultLevel)
    {
        ArgumentNullException.ThrowIfNull(items);
        Levels.ThrowUnlessInside(level);
        var people = items.Count == 0 ? 0 : items[0].Length;
        if (items.Any(item => item.Length != people))
        {
            throw new ArgumentException("The questions differ in length.", nameof(items));
        }

        var sums = new double[people];
        foreach (var item in items)
        {
            for (var person = 0; person < people; person++)
            {
                sums[person] += item[person];
            }
        }

        var whole = Moments.Of(sums);
        if (items.Count < 2 || people < 3 || whole.SquaredDeviations == 0)
        {
            return new Problem(
                ProblemKind.NotEstimable, "ST053", $"{items.Count} questions answered by {people} people do not say whether they ask the same thing.", "Ask more people, or compare at least two questions.");
        }

        double questions = items.Count;
        var own = items.Sum(static item => Moments.Of(item).Variance);
        var alpha = questions / (questions - 1) * (1 - (own / whole.Variance));
        double above = people - 1, below = (people - 1) * (questions - 1), tail = (1 - level) / 2;
        var interval = new Interval(
            1 - ((1 - alpha) * FDistribution.UpperQuantile(tail, above, below)), 1 - ((1 - alpha) * FDistribution.Quantile(tail, above, below)));
        return new Estimate(alpha, interval, level, "Cronbach's alpha, Feldt's interval", people, 0);
    }
}
