using OutsideIn.Statistics;
using OutsideIn.Vocabulary;

namespace OutsideIn.Experiments;

/// <summary>Events that each unit can have several of, such as contacts of a case.</summary>
/// <param name="Counts">Count, mean and squared deviations of the events of each unit.</param>
public sealed record CountSums(Moments Counts) : ArmSums
{
    /// <inheritdoc/>
    public override double Count => Counts.Count;

    internal override string Figure => "mean counts";

    /// <summary>Both parts of an arm together.</summary>
    public static CountSums operator +(CountSums left, CountSums right) => new(left.Counts + right.Counts);

    internal override Result<ArmPair> With(ArmSums treatment) =>
        treatment is CountSums other ? ArmPair.Of(ArmMean.Of(Counts), ArmMean.Of(other.Counts)) : Unlike(treatment);
}

/// <summary>Events over a time or another exposure of which only the totals are known: they count as independent of each other (Poisson).</summary>
/// <param name="Events">How many, ≥ 0.</param>
/// <param name="Exposure">Over how much, &gt; 0, in one unit for both arms.</param>
/// <param name="Units">How many units the exposure belongs to, ≥ 1.</param>
public sealed record RateSums(long Events, double Exposure, double Units) : ArmSums
{
    /// <inheritdoc/>
    public override double Count => Units;

    internal override string Figure => "rates";

    /// <summary>Both parts of an arm together.</summary>
    public static RateSums operator +(RateSums left, RateSums right) =>
        new(left.Events + right.Events, left.Exposure + right.Exposure, left.Units + right.Units);

    internal override Result<ArmPair> With(ArmSums treatment) => treatment is RateSums other ? ArmPair.Of(Mean, other.Mean) : Unlike(treatment);

    private ArmMean Mean => new(Units, Events / Exposure, Units * Events / (Exposure * Exposure), Events / Exposure);
}

/// <summary>An arm that was given to whole clusters: teams, branches, weeks. Each counts once, by its mean.</summary>
/// <param name="Clusters">Moments of the rows of each cluster.</param>
public sealed record ClusterSums(IReadOnlyList<Moments> Clusters) : ArmSums
{
    /// <inheritdoc/>
    public override double Count => Clusters.Count;

    internal override string Figure => "cluster means";

    internal override Result<ArmPair> With(ArmSums treatment) => treatment is ClusterSums other
        ? ArmPair.Of(ArmMean.Of(ClusterComparison.OfClusters(Clusters)), ArmMean.Of(ClusterComparison.OfClusters(other.Clusters)))
        : Unlike(treatment);
}
