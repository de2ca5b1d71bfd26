namespace OutsideIn.Statistics;

/// <summary>How the errors of a linear model with clusters are corrected for their small number.</summary>
public enum ClusterErrorKind
{
    /// <summary>None (Liang and Zeger 1986): too narrow below some fifty clusters.</summary>
    Cr0,

    /// <summary>CR0 × G ÷ (G − 1) × (n − 1) ÷ (n − k): the usual one; t on G − 1 degrees of freedom.</summary>
    Cr1,

    /// <summary>Unbiased where rows are independent and of the same spread (Bell and McCaffrey 2002); t on Satterthwaite's degrees of freedom.</summary>
    Cr2,

    /// <summary>Close to leaving one cluster out at a time; t on Satterthwaite's degrees of freedom.</summary>
    Cr3,
}

/// <content>Errors that allow for any correlation within clusters.</content>
/// <remarks>
/// Source: Bell and McCaffrey (2002), Bias reduction in standard errors for linear regression with multi-stage samples, Survey
/// Methodology 28; Pustejovsky and Tipton (2018), JBES 36, for clusters that decide a coefficient alone.
/// </remarks>
public sealed partial class LinearFit
{
    // Satterthwaite's degrees of freedom take time with the square of the clusters; with so many they no longer matter.
    private const int SatterthwaiteClustersMax = 2_000;

    /// <summary>The coefficients with errors that allow for any correlation within clusters.</summary>
    /// <param name="clusters">[rows] 0-based number of each row's cluster; at least two clusters occur.</param>
    /// <param name="kind">Which correction.</param>
    /// <exception cref="ArgumentOutOfRangeException">The length differs from the rows, or there are fewer than two clusters.</exception>
    public CoefficientTable WithClusters(ReadOnlySpan<int> clusters, ClusterErrorKind kind)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(clusters.Length, Count, nameof(clusters));
        var (inner, scores) = ClusterSums(clusters);
        ArgumentOutOfRangeException.ThrowIfLessThan(inner.Count, 2, nameof(clusters));
        Matrix[] adjust = [.. inner.Select(one => Adjustment(one, kind))];
        var meat = new Matrix(Names.Count, Names.Count);
        for (var cluster = 0; cluster < adjust.Length; cluster++)
        {
            meat.AddOuter(1, adjust[cluster].Times(scores[cluster]));
        }

        var count = adjust.Length;
        if (kind == ClusterErrorKind.Cr1)
        {
            meat.ScaleBy((double)count / (count - 1) * (Count - 1) / ResidualDegrees);
        }

        var isSatterthwaite = kind is ClusterErrorKind.Cr2 or ClusterErrorKind.Cr3 && count <= SatterthwaiteClustersMax;
        return new CoefficientTable(
            Names,
            _coefficients,
            _factor.ToCoefficients(meat),
            weights => isSatterthwaite ? Satterthwaite(weights, inner, adjust) : count - 1,
            $"{kind.ToString().ToUpperInvariant()} over {count} clusters");
    }

    // Of each cluster that occurs: QᵀQ and Qᵀe over its rows.
    private (List<Matrix> Inner, List<double[]> Scores) ClusterSums(ReadOnlySpan<int> clusters)
    {
        var place = new Dictionary<int, int>();
        var (inner, scores) = (new List<Matrix>(), new List<double[]>());
        var row = new double[Names.Count];
        for (var index = 0; index < Count; index++)
        {
            if (!place.TryGetValue(clusters[index], out var cluster))
            {
                place.Add(clusters[index], cluster = inner.Count);
                inner.Add(new Matrix(Names.Count, Names.Count));
                scores.Add(new double[Names.Count]);
            }

            _factor.CopyRow(index, row);
            inner[cluster].AddOuter(1, row);
            Matrix.AddScaled(scores[cluster], _residuals[index], row);
        }

        return (inner, scores);
    }

    // Qᵀ(I − QQᵀ)^p = (I − QᵀQ)^p Qᵀ within a cluster, so that only a k × k matrix is taken apart, however many rows it has.
    private static Matrix Adjustment(Matrix inner, ClusterErrorKind kind)
    {
        var power = kind switch
        {
            ClusterErrorKind.Cr2 => -0.5,
            ClusterErrorKind.Cr3 => -1,
            _ => 0,
        };
        return power == 0
            ? Matrix.Identity(inner.RowCount)
            : SymmetricEigen.Of(inner).Apply(value => 1 - value > 1e-9 ? Math.Pow(1 - value, power) : 0);
    }

    // (tr P)² ÷ Σ P², P the covariance of the clusters' shares in the estimate if rows were independent and of one spread.
    private double Satterthwaite(double[] weights, List<Matrix> inner, Matrix[] adjust)
    {
        double[] direction = [.. weights];
        _factor.SolveTransposed(direction);
        var shares = new double[adjust.Length][];
        var (trace, squares) = (0.0, 0.0);
        for (var cluster = 0; cluster < adjust.Length; cluster++)
        {
            var adjusted = adjust[cluster].Times(direction);
            shares[cluster] = inner[cluster].Times(adjusted);
            var own = Matrix.Dot(adjusted, shares[cluster]);
            var diagonal = own - Matrix.Dot(shares[cluster], shares[cluster]);
            trace += diagonal;
            squares += diagonal * diagonal;
            for (var other = 0; other < cluster; other++)
            {
                var apart = Matrix.Dot(shares[cluster], shares[other]);
                squares += 2 * apart * apart;
            }
        }

        return trace * trace / squares;
    }
}
