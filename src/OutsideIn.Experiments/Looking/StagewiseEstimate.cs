using OutsideIn.Statistics;

namespace OutsideIn.Experiments;

/// <summary>
/// The effect after a group-sequential stop: an effect that was stopped for being large is too large on average, and this takes it back.
/// </summary>
/// <remarks>
/// Source: Tsiatis, Rosner and Mehta (1984), Exact confidence intervals following a group sequential test, Biometrics 40(3); median-unbiased
/// as Emerson and Fleming (1990), Biometrika 77(4): results are ordered by the look they stopped at, then by their size.
/// </remarks>
/// <param name="Value">Too high as often as too low, in the estimate's unit.</param>
/// <param name="Interval">What is left possible.</param>
/// <param name="PValue">Two-sided, by the same order.</param>
public sealed record StagewiseEstimate(double Value, Interval Interval, double PValue)
{
    private const double Reach = 12;

    /// <summary>Of an estimate at the look where it ended.</summary>
    /// <param name="design">The looks up to the one it ended at, which is the last of them.</param>
    /// <param name="estimate">The effect as measured there.</param>
    /// <param name="standardError">Its standard error, &gt; 0.</param>
    /// <param name="level">Confidence level of the interval.</param>
    public static StagewiseEstimate Of(GroupSequentialDesign design, double estimate, double standardError, double level)
    {
        Levels.ThrowUnlessInside(level);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(standardError);

        // Worked out for an effect above 0 and turned back: the boundaries are the same on both sides.
        var (look, side) = (design.Information.Count - 1, estimate < 0 ? -1 : 1);
        var z = Math.Abs(estimate) / standardError;
        var scale = Math.Sqrt(design.Information[look]);
        var (least, most) = (DriftFor((1 - level) / 2), DriftFor((1 + level) / 2));
        var (low, high) = side > 0 ? (least, most) : (-most, -least);
        return new StagewiseEstimate(
            side * DriftFor(0.5) * scale * standardError,
            new Interval(low * scale * standardError, high * scale * standardError),
            Math.Min(1, 2 * design.StagewiseTail(look, z, 0)));

        double DriftFor(double tail) =>
            Search.Root(drift => design.StagewiseTail(look, z, drift) - tail, (z - Reach) / scale, (z + Reach) / scale);
    }
}
