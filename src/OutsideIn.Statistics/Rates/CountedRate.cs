namespace OutsideIn.Statistics;

/// <summary>Events that were counted while so much could have gone wrong.</summary>
/// <param name="Events">How many, ≥ 0.</param>
/// <param name="Exposure">In what they could happen: customers, contacts, days, &gt; 0; the rate is per unit of it.</param>
public readonly record struct CountedRate(long Events, double Exposure)
{
    /// <summary>Events per unit of exposure.</summary>
    public double Value => Events / Exposure;

    internal void ThrowUnlessPossible()
    {
        ArgumentOutOfRangeException.ThrowIfNegative(Events);
        if (!(Exposure > 0) || double.IsInfinity(Exposure))
        {
            throw new ArgumentOutOfRangeException(nameof(Exposure), Exposure, "Must be above 0 and finite.");
        }
    }
}
