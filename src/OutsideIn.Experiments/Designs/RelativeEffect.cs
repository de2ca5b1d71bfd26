using OutsideIn.Statistics;
using OutsideIn.Vocabulary;

namespace OutsideIn.Experiments;

/// <summary>What a series would have been after a change without it: a weighted sum of its coefficients and what is known of the control.</summary>
internal sealed record CarriedOn(IReadOnlyList<double> Weights, double Known);

/// <summary>An effect as a share of what was to be expected without it.</summary>
/// <remarks>Source: Fieller (1954), JRSS B 16: the interval holds every share r for which effect − r × expected may be nothing.</remarks>
internal static class RelativeEffect
{
    private const int Halvings = 100;

    // So far a share is searched for, up and down: a hundredfold.
    private const double ShareMax = 100;

    public static EffectEstimate Of(EffectEstimate effect, AutoregressiveIntegral fit, IReadOnlyList<double> weights, CarriedOn expected)
    {
        var tail = (1 - effect.Level) / 2;
        var (above, below) = fit.Tails(expected.Weights, -expected.Known);
        if (Math.Min(above, below) > tail)
        {
            return EffectEstimate.Refused(
                effect.Method,
                new Problem(
                    ProblemKind.NotEstimable,
                    "EX083",
                    "What was to be expected without the change is not clear of zero: no share of it can be given.",
                    "Read the effect in the outcome's own unit."),
                effect.ControlCount,
                effect.TreatmentCount,
                effect.Level) with
            {
                Scale = EffectScale.Relative,
                Checks = effect.Checks,
            };
        }

        var sign = above > below ? 1 : -1;
        var size = sign * (fit.Combine("expected", expected.Weights, effect.Level).Value + expected.Known);
        return effect with
        {
            Scale = EffectScale.Relative,
            Value = effect.Value / size,
            StandardError = null,
            Interval = new Interval(Bound(tail), Bound(1 - tail)),
        };

        // The r at which effect − r × |expected| lies below zero with this probability: it grows with r.
        double Bound(double probability)
        {
            var (low, high) = (-ShareMax, ShareMax);
            for (var step = 0; step < Halvings && high - low > 1e-12; step++)
            {
                var middle = (low + high) / 2;
                double[] rest = [.. weights.Zip(expected.Weights, (one, other) => one - (sign * middle * other))];
                (low, high) = fit.Tails(rest, sign * middle * expected.Known).Below < probability ? (middle, high) : (low, middle);
            }

            return (low + high) / 2;
        }
    }
}
