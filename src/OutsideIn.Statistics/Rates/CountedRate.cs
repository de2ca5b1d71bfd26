namespace OutsideIn.Statistics;

/// <summary>Events that were counted while so much could have gone wrong.</summary>
/// <param name="Events">How many, ≥ 0.</param>
/// <param name="Exposure">In what they could happen: customers, contacts, days, &gt; 0; the rate is per unit of it.</param>
public readonly record struct CountedRate(long Events, double Exposure)
{
    /// <summary>Events per unit of exposure.</summary>
    public double Value => Events / Exposure;

    internal void ThrowUnlessPossible() => Check(Events, Exposure);

    private static void Check(long events, double exposure)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(events);
        if (!(exposure > 0) || double.IsInfinity(exposure))
        {
            throw new ArgumentOutOfRangeException(nameof(exposure), exposure, "Must be above 0 and finite.");
        }
    }
}
