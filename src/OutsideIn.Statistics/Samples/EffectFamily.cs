using OutsideIn.Vocabulary;

namespace OutsideIn.Statistics;

/// <summary>Several effects as one family: intervals that hold together, and p-values that agree with them.</summary>
public static class EffectFamily
{
    /// <summary>[effects] Each effect with Bonferroni's interval: all of them hold together at the level, whatever their dependence.</summary>
    /// <param name="effects">The family, fixed before anything was seen.</param>
    /// <param name="level">Confidence level of the family, 0 &lt; level &lt; 1.</param>
    /// <returns>The effects in their order, with their intervals made anew and their p-values adjusted. One that cannot be remade, for want of a standard error, keeps its value and loses the rest to <c>ST015</c>; one refused before stays as it was and counts all the same.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The level is outside (0, 1).</exception>
    /// <remarks>Source: Dunn (1961), Multiple comparisons among means, Journal of the American Statistical Association 56.</remarks>
    public static IReadOnlyList<EffectEstimate> Bonferroni(IReadOnlyList<EffectEstimate> effects, double level = ProportionInterval.DefaultLevel)
    {
        Levels.ThrowUnlessInside(level);
        var tail = (1 - level) / 2 / Math.Max(1, effects.Count);
        return [.. effects.Select(one => RemakeableEffect.Of(one) is { } effect
            ? one with
            {
                Interval = new Interval(effect.Low(tail), effect.High(tail)),
                PValue = Math.Min(1, effects.Count * 2 * Math.Min(effect.TailBelow, effect.TailAbove)),
                Level = level,
                Method = $"{one.Method}, Bonferroni for {effects.Count}",
            }
            : WithoutError(one, level))];
    }

    /// <summary>
    /// [effects] Each effect with the interval that belongs to Holm's test: an effect that is shown has an end at no effect, unless all
    /// are shown; the others get the narrower intervals that are left over.
    /// </summary>
    /// <inheritdoc cref="Bonferroni" path="/param|/returns|/exception"/>
    /// <remarks>
    /// Source: Guilbaud (2008), Simultaneous confidence regions corresponding to Holm's step-down procedure, Biometrical Journal 50;
    /// Strassburger and Bretz (2008), Statistics in Medicine 27. Lower and upper bounds are two families, each with half of the error.
    /// </remarks>
    public static IReadOnlyList<EffectEstimate> Holm(IReadOnlyList<EffectEstimate> effects, double level = ProportionInterval.DefaultLevel)
    {
        Levels.ThrowUnlessInside(level);
        var (tail, remade) = ((1 - level) / 2, effects.Select(RemakeableEffect.Of).ToArray());

        // What cannot be remade is never shown, and takes its part of the error.
        var above = FamilyError.Holm([.. remade.Select(static one => one?.TailBelow ?? 1)]);
        var below = FamilyError.Holm([.. remade.Select(static one => one?.TailAbove ?? 1)]);
        var (open, closed) = (above.Count(p => p > tail), below.Count(p => p > tail));
        return [.. effects.Select((one, index) => remade[index] is { } effect
            ? one with
            {
                Interval = new Interval(
                    Bound(effect.Low, above[index] <= tail, open, effect.None, Math.Max), Bound(effect.High, below[index] <= tail, closed, effect.None, Math.Min)),
                PValue = Math.Min(1, 2 * Math.Min(above[index], below[index])),
                Level = level,
                Method = $"{one.Method}, Holm for {effects.Count}",
            }
            : WithoutError(one, level))];

        double Bound(Func<double, double> at, bool isShown, int left, double none, Func<double, double, double> farther) =>
            left == 0 ? farther(none, at(tail / effects.Count)) : isShown ? none : at(tail / left);
    }

    private static EffectEstimate WithoutError(EffectEstimate one, double level) => one.Value is null
        ? one
        : one with
        {
            Interval = null,
            PValue = null,
            Level = level,
            Refusal = new Problem(
                ProblemKind.NotEstimable, "ST015", $"“{one.Method}” has no standard error, so its interval cannot be widened for its family.",
                "Ask for it at the level 1 − (1 − level) ÷ the number of outcomes; that is Bonferroni's."),
        };
}
