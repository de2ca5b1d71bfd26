namespace OutsideIn.Experiments;

/// <summary>Something an outcome may go with.</summary>
/// <param name="Name">What people call it.</param>
/// <param name="Values">[rows] Finite numbers; 1 and 0 for yes and no.</param>
/// <param name="IsRating">Whether it was answered by the same person as the outcome, in the same survey.</param>
public sealed record Driver(string Name, IReadOnlyList<double> Values, bool IsRating = false);

/// <summary>Which of several drivers an outcome goes with. Immutable.</summary>
public sealed record DriverQuestion
{
    /// <summary>What the outcome is called.</summary>
    public required string OutcomeName { get; init; }

    /// <summary>[rows] The outcome: numbers, or 1 and 0 for yes and no.</summary>
    public required IReadOnlyList<double> Outcome { get; init; }

    /// <summary>The drivers, all known before the outcome.</summary>
    public required IReadOnlyList<Driver> Drivers { get; init; }

    /// <summary>Confidence level of the intervals, 0 &lt; level &lt; 1.</summary>
    public double Level { get; init; } = 0.95;

    /// <summary>Seed of the bootstrap.</summary>
    public ulong Seed { get; init; } = 1;
}
