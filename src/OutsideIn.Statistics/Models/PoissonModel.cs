using OutsideIn.Vocabulary;

namespace OutsideIn.Statistics;

/// <summary>Poisson regression: the log rate of counts as a weighted sum of columns.</summary>
public static class PoissonModel
{
    /// <summary>The coefficients of greatest likelihood.</summary>
    /// <param name="design">[rows × columns] What explains, the constant included.</param>
    /// <param name="outcome">[rows] Counts, ≥ 0.</param>
    /// <param name="logExposure">[rows] ln of what each count was counted over; empty for the same everywhere.</param>
    /// <returns>The fit; <c>ST020</c> or <c>ST021</c> as <see cref="LinearModel.Fit"/>; <c>ST024</c> where a rate falls without end, as where a group has no count at all.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The lengths differ.</exception>
    public static Result<PoissonFit> Fit(DesignMatrix design, ReadOnlySpan<double> outcome, ReadOnlySpan<double> logExposure = default)
    {
        ArgumentNullException.ThrowIfNull(design);
        ArgumentOutOfRangeException.ThrowIfNotEqual(outcome.Length, design.RowCount, nameof(outcome));
        if (!LinearModel.Factor(design).TryGet(out var factor, out var problem))
        {
            return problem;
        }

        var counts = outcome.ToArray();
        var offset = Offset(logExposure, counts.Length);
        var ascent = LikelihoodAscent.Climb(factor, offset, (row, predictor) =>
        {
            var rate = Math.Exp(predictor);
            return ((counts[row] * predictor) - rate, counts[row] - rate, -rate);
        });
        return ascent.IsSettled ? new PoissonFit(design.Names, factor, ascent, counts) : NotSettled();
    }

    internal static double[] Offset(ReadOnlySpan<double> logExposure, int count)
    {
        if (logExposure.IsEmpty)
        {
            return new double[count];
        }

        ArgumentOutOfRangeException.ThrowIfNotEqual(logExposure.Length, count, nameof(logExposure));
        return logExposure.ToArray();
    }

    internal static Problem NotSettled() => new(
        ProblemKind.NotEstimable,
        "ST024",
        "A rate falls without end: some group of rows has no count at all.",
        "Leave out the column that marks it, or compare the two groups by an exact test of rates.");
}
