using System.Globalization;
using OutsideIn.Statistics;

namespace OutsideIn.Experiments;

/// <summary>Effects and probabilities as a sentence has them.</summary>
internal static class EffectWords
{
    private const double LeastP = 0.001;

    /// <summary>An effect with its sign, such as <c>+4.1 %</c>, <c>−0.35</c>, <c>×1.21</c>.</summary>
    public static string Of(LookReading reading, PlannedOutcome outcome, EffectScale scale, double value) => scale switch
    {
        EffectScale.Ratio => "×" + Number(value),
        EffectScale.Relative => Signed(value * 100) + " %",
        _ => reading.DifferenceText?.Invoke(outcome, value) ?? Signed(value),
    };

    /// <summary>Both ends of an interval, their unit once: <c>+2.0 to +8.2 points</c>.</summary>
    public static string Of(LookReading reading, PlannedOutcome outcome, EffectScale scale, Interval interval)
    {
        var (low, high) = (Of(reading, outcome, scale, interval.Low), Of(reading, outcome, scale, interval.High));
        return low.Split(' ') is [var number, var unit] && high.Split(' ') is [_, var same] && string.Equals(unit, same, StringComparison.Ordinal)
            ? $"{number} to {high}"
            : $"{low} to {high}";
    }

    /// <summary>A p-value, such as <c>p = 0.013</c>, <c>p &lt; 0.001</c>.</summary>
    public static string P(double value) =>
        value < LeastP ? "p < 0.001" : string.Create(CultureInfo.InvariantCulture, $"p = {value:0.###}");

    /// <summary>A number with three digits that count.</summary>
    public static string Number(double value)
    {
        if (!double.IsFinite(value))
        {
            return value < 0 ? "−∞" : "∞";
        }

        var digits = value == 0 ? 0 : Math.Clamp(2 - (int)Math.Floor(Math.Log10(Math.Abs(value))), 0, 10);
        var text = Math.Abs(Math.Round(value, digits)).ToString("#,0.##########", CultureInfo.InvariantCulture);
        return value < 0 ? "−" + text : text;
    }

    private static string Signed(double value) => value > 0 ? "+" + Number(value) : Number(value);
}
