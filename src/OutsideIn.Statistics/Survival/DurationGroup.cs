namespace OutsideIn.Statistics;

/// <summary>The durations of one group of cases, and how each ended. Immutable; what it points to is not copied.</summary>
public readonly record struct DurationGroup
{
    /// <summary>Pairs durations with their ends.</summary>
    /// <param name="durations">[cases] How long until it ended or, where open, how long it has been waited; any unit, not NaN.</param>
    /// <param name="ends">[cases] How each ended.</param>
    /// <exception cref="ArgumentException">The two differ in length, or a duration is NaN.</exception>
    public DurationGroup(ReadOnlyMemory<double> durations, ReadOnlyMemory<CompetingEnd> ends)
    {
        if (durations.Length != ends.Length)
        {
            throw new ArgumentException($"There are {durations.Length} durations but {ends.Length} ends.", nameof(durations));
        }

        foreach (var duration in durations.Span)
        {
            if (double.IsNaN(duration))
            {
                throw new ArgumentException("A duration is not a number.", nameof(durations));
            }
        }

        (Durations, Ends) = (durations, ends);
    }

    /// <summary>Number of cases.</summary>
    public int Count => Durations.Length;

    /// <summary>[cases] The durations.</summary>
    public ReadOnlyMemory<double> Durations { get; }

    /// <summary>[cases] How each ended.</summary>
    public ReadOnlyMemory<CompetingEnd> Ends { get; }
}
