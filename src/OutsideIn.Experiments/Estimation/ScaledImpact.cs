using OutsideIn.Statistics;
using OutsideIn.Vocabulary;

namespace OutsideIn.Experiments;

/// <summary>What an effect on each unit comes to over all units of a period (F14).</summary>
public static class ScaledImpact
{
    /// <summary>The difference on each unit times the units.</summary>
    /// <param name="control">Sums of the control: shares or means, adjusted or not.</param>
    /// <param name="treatment">Sums of the treatment, of the same kind.</param>
    /// <param name="options">Level and alternative; the scale is the difference.</param>
    /// <param name="units">How many units the change would reach in the period, ≥ 0.</param>
    /// <returns>The total, with its interval; refused with EX037 for ratios and quantiles, which do not add up over units, and as <see cref="WelchComparison.Of"/> refuses.</returns>
    public static EffectEstimate Of(ArmSums control, ArmSums treatment, ComparisonOptions options, double units)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(units);
        if (control is not (ShareSums or MeanSums or AdjustedSums))
        {
            var problem = new Problem(
                ProblemKind.NotEstimable, "EX037", $"A difference of {control.Figure} does not add up over units.",
                "Compare the mean of the numerator for each unit; that adds up.");
            return EffectEstimate.Refused("total over units", problem, (long)control.Count, (long)treatment.Count, options.Level);
        }

        return Times(WelchComparison.Of(control, treatment, options with { Scale = EffectScale.Difference }), units);
    }

    /// <summary>An effect times a number of units, its interval and error with it.</summary>
    /// <param name="difference">An effect counted as a difference.</param>
    /// <param name="units">How many units, ≥ 0.</param>
    public static EffectEstimate Times(EffectEstimate difference, double units) => difference with
    {
        Method = $"{difference.Method}, times {units.ToString("0.###", System.Globalization.CultureInfo.InvariantCulture)} units",
        Value = difference.Value * units,
        StandardError = difference.StandardError * units,
        Interval = difference.Interval is { } interval ? new Interval(interval.Low * units, interval.High * units) : null,
    };
}
