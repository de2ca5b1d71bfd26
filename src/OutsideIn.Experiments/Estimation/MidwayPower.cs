using OutsideIn.Statistics;
using OutsideIn.Vocabulary;

namespace OutsideIn.Experiments;

/// <summary>What is asked of an experiment that is under way. Immutable.</summary>
public sealed record MidwayQuestion
{
    /// <summary>The smallest effect worth having, on the scale of the estimate; its sign does not matter.</summary>
    public required double MinimumEffect { get; init; }

    /// <summary>Share of false alarms of one comparison, two-sided.</summary>
    /// <value>0.05.</value>
    public double Alpha { get; init; } = 0.05;

    /// <summary>The chance wanted of seeing the smallest effect.</summary>
    /// <value>0.8.</value>
    public double Power { get; init; } = 0.8;

    /// <summary>Among how many comparisons alpha is divided (Bonferroni), ≥ 1.</summary>
    /// <value>1.</value>
    public int Comparisons { get; init; } = 1;

    /// <summary>How many outcomes must all show it, each then with the root of <see cref="Power"/>, ≥ 1.</summary>
    /// <value>1.</value>
    public int Outcomes { get; init; } = 1;

    /// <summary>After how many units of both arms a confidence sequence is narrowest; null where it is looked at once.</summary>
    public double? Tuning { get; init; }
}

/// <summary>How likely an experiment that is under way shows what it is looking for, and how many units it still needs. Immutable.</summary>
/// <remarks>Computed from the error so far, never from the effect so far: power from the effect seen says nothing that its p-value does not (Hoenig and Heisey 2001, The abuse of power, The American Statistician 55).</remarks>
/// <param name="Now">The chance with the units there are.</param>
/// <param name="Wanted">The chance wanted of this outcome.</param>
/// <param name="Growth">By what share of the units there are it has to grow: 0 where it need not, 1 for as many again.</param>
/// <param name="MoreUnits">The units of both arms still needed.</param>
public sealed record MidwayPower(double Now, double Wanted, double Growth, double MoreUnits)
{
    // 2²⁷ times the units there are is no answer that anybody could act on.
    private const int DoublingsMax = 27;

    /// <summary>Power of what has been seen so far.</summary>
    /// <param name="soFar">The estimate so far; its standard error and its units are used.</param>
    /// <param name="question">What is looked for.</param>
    /// <returns>The power; EX038 where the estimate has no error or no number of units is enough.</returns>
    public static Result<MidwayPower> Of(EffectEstimate soFar, MidwayQuestion question)
    {
        if (soFar.StandardError is not > 0)
        {
            return new Problem(
                ProblemKind.NotEstimable, "EX038", "There is no standard error yet from which to say how many units are needed.",
                soFar.Refusal?.Hint ?? "Wait until both arms have units.");
        }

        var (units, wanted) = ((double)(soFar.ControlCount + soFar.TreatmentCount), Math.Pow(question.Power, 1.0 / question.Outcomes));
        var now = At(soFar, question, 0);
        if (now > wanted)
        {
            return new MidwayPower(now, wanted, 0, 0);
        }

        var enough = 1.0;
        for (var doubling = 0; doubling < DoublingsMax && At(soFar, question, enough) < wanted; doubling++)
        {
            enough *= 2;
        }

        if (At(soFar, question, enough) < wanted)
        {
            return new Problem(
                ProblemKind.NotEstimable, "EX038", $"Not even {units * enough:0} units would show an effect that small.", "Look for a larger effect, or a steadier outcome.");
        }

        var growth = Needed(soFar, question, wanted, enough);
        return new MidwayPower(now, wanted, growth, growth * units);
    }

    /// <summary>The power once the units have grown by a share.</summary>
    /// <param name="soFar">The estimate so far.</param>
    /// <param name="question">What is looked for.</param>
    /// <param name="growth">By what share of the units there are it grows, ≥ 0.</param>
    public static double At(EffectEstimate soFar, MidwayQuestion question, double growth)
    {
        var error = soFar.StandardError.GetValueOrDefault() / Math.Sqrt(1 + growth);
        var alpha = question.Alpha / question.Comparisons;
        var halfWidth = error * NormalDistribution.TwoSided(1 - alpha);
        if (question.Tuning is { } tuning)
        {
            var units = (soFar.ControlCount + soFar.TreatmentCount) * (1 + growth);
            halfWidth = AsymptoticConfidenceSequence.HalfWidth(error * error * units, units, AsymptoticConfidenceSequence.Rho(alpha, tuning), alpha);
        }

        var effect = Math.Abs(question.MinimumEffect);
        return NormalDistribution.Cumulative((effect - halfWidth) / error) + NormalDistribution.Cumulative(-(halfWidth + effect) / error);
    }

    private static double Needed(EffectEstimate soFar, MidwayQuestion question, double wanted, double enough)
    {
        var low = 0.0;
        for (var step = 0; step < 100 && enough - low > 1e-12 * enough; step++)
        {
            var middle = 0.5 * (low + enough);
            (low, enough) = At(soFar, question, middle) < wanted ? (middle, enough) : (low, middle);
        }

        return enough;
    }
}
