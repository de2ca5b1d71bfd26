using OutsideIn.Statistics;

namespace OutsideIn.Experiments;

/// <summary>How an outcome goes with one driver, the others counted in. An association. Immutable.</summary>
public sealed record DriverFinding
{
    /// <summary>What the driver is called.</summary>
    public required string Name { get; init; }

    /// <summary>Its part of what all drivers explain together, 0 to 1 (LMG, or the Shapley value of McFadden's R²).</summary>
    public required double Share { get; init; }

    /// <summary>The same in R²: what the driver adds, averaged over all orders.</summary>
    public required double Explained { get; init; }

    /// <summary>The bootstrap interval of <see cref="Share"/> (percentile); null where it was not drawn.</summary>
    public Interval? ShareInterval { get; init; }

    /// <summary>Its place by <see cref="Share"/>, 1 for the largest.</summary>
    public required int Rank { get; init; }

    /// <summary>In what share of the bootstrap samples it held that place, 0 to 1; null where none were drawn.</summary>
    public double? RankStability { get; init; }

    /// <summary>By how much the outcome differs with a unit more of the driver, the others held the same: outcome's unit, or log odds.</summary>
    public required ModelCoefficient Effect { get; init; }

    /// <summary>Of a yes or no by how much the probability differs with a unit more, averaged over the rows; null for numbers.</summary>
    public double? Slope { get; init; }

    /// <summary>R² of the driver alone.</summary>
    public required double First { get; init; }

    /// <summary>What R² loses without it.</summary>
    public required double Last { get; init; }

    /// <summary>Johnson's relative weight; null for yes/no outcomes.</summary>
    public double? Johnson { get; init; }

    /// <summary>Pratt's product; null for yes/no outcomes.</summary>
    public double? Pratt { get; init; }

    /// <summary>Correlation with the outcome.</summary>
    public required double Correlation { get; init; }

    /// <summary>Correlation of ranks with the outcome (Spearman).</summary>
    public required double RankCorrelation { get; init; }

    /// <summary>Variance inflation: by how much the other drivers blur this one's effect, ≥ 1.</summary>
    public required double Inflation { get; init; }
}

/// <summary>Which drivers an outcome goes with, and how sure that is. Immutable.</summary>
public sealed record DriverReport
{
    /// <summary>How the shares were made.</summary>
    public required string Method { get; init; }

    /// <summary>Rows they rest on.</summary>
    public required int Count { get; init; }

    /// <summary>R² of all drivers together (McFadden's for yes/no outcomes).</summary>
    public required double RSquared { get; init; }

    /// <summary>The drivers, the largest share first.</summary>
    public required IReadOnlyList<DriverFinding> Drivers { get; init; }

    /// <summary>What speaks for and against reading the shares as they stand.</summary>
    public required IReadOnlyList<AssumptionCheck> Checks { get; init; }

    /// <summary>What to do next, as a sentence: never "therefore change it".</summary>
    public required string NextStep { get; init; }
}
