using OutsideIn.Statistics;
using OutsideIn.Vocabulary;

namespace OutsideIn.Experiments;

/// <summary>The effect among what came a stated number of days after its unit first met the change.</summary>
/// <param name="Day">Days since first exposure, from 0.</param>
/// <param name="Value">The effect.</param>
/// <param name="StandardError">Its standard error, &gt; 0.</param>
public readonly record struct DayEffect(double Day, double Value, double StandardError);

/// <summary>Whether an effect wears off, or has to be learnt first.</summary>
/// <param name="SlopePerDay">How much the effect changes per day, in the outcome's unit.</param>
/// <param name="Interval">What is left possible.</param>
/// <param name="PValue">How often chance alone gives at least such a slope.</param>
/// <param name="Scatter">Cochran's Q of the days about the line, with days − 2 degrees: its p-value. A small one says that a line is not all of it.</param>
/// <param name="Level">Confidence level of the interval.</param>
/// <param name="Sentence">What it says, as one sentence.</param>
public sealed record NoveltyCheck(double SlopePerDay, Interval Interval, double PValue, double? Scatter, double Level, string Sentence)
{
    private const int DaysMin = 3;

    /// <summary>A weighted line through the effects by day.</summary>
    /// <remarks>
    /// Source: inverse-variance weighted least squares with known variances (Hedges and Olkin 1985, chapter 8). It assumes that the days rest on
    /// different cases; where the same customers are measured every day, compare each customer's own slope between the arms instead.
    /// </remarks>
    /// <param name="days">The effect of each day, whole weeks only: weekdays differ.</param>
    /// <param name="level">0 &lt; level &lt; 1.</param>
    /// <returns>The trend; EX067 with fewer than three days, or a day without an error.</returns>
    public static Result<NoveltyCheck> Of(IReadOnlyList<DayEffect> days, double level = 0.95)
    {
        Levels.ThrowUnlessInside(level);
        if (days.Count < DaysMin || days.Any(static day => !(day.StandardError > 0)) || days.Select(static day => day.Day).Distinct().Count() < DaysMin)
        {
            return new Problem(
                ProblemKind.NotEstimable,
                "EX067",
                $"{CountText.Of(days.Count, "day", "days")} of effects show no trend.",
                "Give the effect with its standard error for at least three different days since first exposure, better for whole weeks.");
        }

        double weight = 0, dayMean = 0, effectMean = 0;
        foreach (var day in days)
        {
            var own = 1 / (day.StandardError * day.StandardError);
            weight += own;
            dayMean += (day.Day - dayMean) * own / weight;
            effectMean += (day.Value - effectMean) * own / weight;
        }

        double spread = 0, together = 0;
        foreach (var day in days)
        {
            var own = 1 / (day.StandardError * day.StandardError);
            spread += own * (day.Day - dayMean) * (day.Day - dayMean);
            together += own * (day.Day - dayMean) * (day.Value - effectMean);
        }

        var (slope, error) = (together / spread, 1 / Math.Sqrt(spread));
        var scatter = days.Sum(day => Square((day.Value - effectMean - (slope * (day.Day - dayMean))) / day.StandardError));
        var reach = NormalDistribution.TwoSided(level) * error;
        var interval = new Interval(slope - reach, slope + reach);
        return new NoveltyCheck(
            slope,
            interval,
            ChiSquareDistribution.BothTails(slope / error),
            days.Count > 2 ? ChiSquareDistribution.UpperTail(scatter, days.Count - 2) : null,
            level,
            SentenceOf(interval, effectMean));
    }

    private static double Square(double value) => value * value;

    private static string SentenceOf(Interval slope, double effect) => (slope.Contains(0), slope.Low > 0 == effect > 0) switch
    {
        (true, _) => "The effect is not shown to change with the days since first exposure.",
        (false, true) => "The effect grows with the days since first exposure: what was measured so far may be too small.",
        _ => "The effect wears off with the days since first exposure: what was measured so far may not last.",
    };
}
