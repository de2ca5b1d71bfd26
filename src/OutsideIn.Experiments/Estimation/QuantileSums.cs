using OutsideIn.Statistics;
using OutsideIn.Vocabulary;

namespace OutsideIn.Experiments;

/// <summary>A quantile of the units, with two order statistics that bound it. Does not add up: quantiles of parts are none of the whole.</summary>
/// <remarks>
/// Source: Deng, Knoblich and Lu (2018), Applying the delta method in metric analytics, KDD, §4: the spread of the order statistics a
/// normal 95 % interval away from the quantile gives its standard error, without a density.
/// </remarks>
/// <param name="Units">How many values the quantile was taken of.</param>
/// <param name="BoundUnits">For how many values the bounds were chosen: fewer where they were fixed before all had come in.</param>
/// <param name="Share">Which quantile, 0 &lt; share &lt; 1.</param>
/// <param name="Value">The quantile.</param>
/// <param name="Bounds">The order statistics at share ± z √(share (1 − share) ÷ bound units), z for 95 %.</param>
public sealed record QuantileSums(double Units, double BoundUnits, double Share, double Value, Interval Bounds) : ArmSums
{
    /// <inheritdoc/>
    public override double Count => Units;

    /// <summary>How much wider the share below the quantile varies because values come in clusters; 1 where each unit has one.</summary>
    /// <value>1.</value>
    public double ClusterVariance { get; init; } = 1;

    internal override string Figure => "quantiles";

    /// <summary>A quantile of values, with its bounds.</summary>
    /// <param name="sorted">[units] Ascending, without NaN; at least one.</param>
    /// <param name="share">Which quantile, 0 &lt; share &lt; 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The share is outside (0, 1), or there is no value.</exception>
    public static QuantileSums Of(ReadOnlySpan<double> sorted, double share)
    {
        Levels.ThrowUnlessInside(share);
        ArgumentOutOfRangeException.ThrowIfZero(sorted.Length, nameof(sorted));
        var away = NormalDistribution.TwoSided(0.95) * Math.Sqrt(share * (1 - share) / sorted.Length);
        var (low, high) = (Rank(sorted.Length, share - away), Rank(sorted.Length, share + away));
        return new QuantileSums(
            sorted.Length, sorted.Length, share, Quantile.Interpolated(sorted, share), new Interval(sorted[low], sorted[high]));
    }

    /// <summary>The same quantile, its error widened for values that come in clusters.</summary>
    /// <param name="clusters">Of each cluster: column 0 how many of its values lie at or below the quantile, column 1 how many it has.</param>
    public QuantileSums InClusters(JointMoments clusters)
    {
        var ratio = clusters.Mean(0) / clusters.Mean(1);
        Span<double> slopes = [1 / clusters.Mean(1), -ratio / clusters.Mean(1)];
        return this with { ClusterVariance = DeltaMethod.Variance(clusters, slopes) / clusters.Count / (Share * (1 - Share) / Units) };
    }

    internal override Result<ArmPair> With(ArmSums treatment)
    {
        if (treatment is not QuantileSums other)
        {
            return Unlike(treatment);
        }

        return HasBounds && other.HasBounds
            ? ArmPair.Of(Mean, other.Mean)
            : new Problem(
                ProblemKind.NotEstimable, "EX036",
                $"The {100 * Share:0.#} % quantile of {Units:0} and {other.Units:0} values has no error: its bounds fall outside the values.",
                "Wait for more units, or compare a quantile nearer the middle.");
    }

    // The bounds fall within the sample on both sides.
    private bool HasBounds
    {
        get
        {
            var z = NormalDistribution.TwoSided(0.95);
            return Units > z * z * Math.Max(Share / (1 - Share), (1 - Share) / Share);
        }
    }

    private ArmMean Mean
    {
        get
        {
            var error = (Bounds.High - Bounds.Low) / (2 * NormalDistribution.TwoSided(0.95));
            return new ArmMean(Units, Value, ClusterVariance * (BoundUnits / Units) * (Units - 1) * error * error, Value);
        }
    }

    private static int Rank(int count, double share) => Math.Clamp((int)Math.Ceiling(share * count) - 1, 0, count - 1);
}
