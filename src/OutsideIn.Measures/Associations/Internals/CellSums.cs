namespace OutsideIn.Measures;

/// <summary>What is known of all observations that share one row of a design: enough for the fit and for its robust errors.</summary>
internal struct CellSums
{
    /// <summary>Number of observations with a weight above 0.</summary>
    public int Count;

    /// <summary>Σ w.</summary>
    public double Weight;

    /// <summary>Σ w y.</summary>
    public double Sum;

    /// <summary>Σ w².</summary>
    public double SquaredWeight;

    /// <summary>Σ w² y.</summary>
    public double SquaredWeightSum;

    /// <summary>Σ w² y².</summary>
    public double SquaredWeightSquares;

    public void Add(double weight, double value)
    {
        Count++;
        Weight += weight;
        Sum += weight * value;
        SquaredWeight += weight * weight;
        SquaredWeightSum += weight * weight * value;
        SquaredWeightSquares += weight * weight * value * value;
    }

    public void Add(CellSums other)
    {
        Count += other.Count;
        Weight += other.Weight;
        Sum += other.Sum;
        SquaredWeight += other.SquaredWeight;
        SquaredWeightSum += other.SquaredWeightSum;
        SquaredWeightSquares += other.SquaredWeightSquares;
    }

    /// <summary>Σ w² (y − fitted)²: the squares a weighted mean's variance is made of.</summary>
    public readonly double SquaredErrors(double fitted) =>
        Math.Max(0, SquaredWeightSquares - (2 * fitted * SquaredWeightSum) + (fitted * fitted * SquaredWeight));
}
