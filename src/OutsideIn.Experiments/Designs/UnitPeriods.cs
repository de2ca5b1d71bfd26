namespace OutsideIn.Experiments;

/// <summary>An outcome of several units (teams, branches) over several periods, of which some units were given a change. Immutable.</summary>
public sealed record UnitPeriods
{
    /// <summary>[rows] The outcome's figure, finite: one of a unit and period, or of a case.</summary>
    public required IReadOnlyList<double> Values { get; init; }

    /// <summary>[rows] Number of the unit each figure is of; any whole numbers.</summary>
    public required IReadOnlyList<int> Units { get; init; }

    /// <summary>[rows] Number of the period each figure is of, ascending with time.</summary>
    public required IReadOnlyList<int> Periods { get; init; }

    /// <summary>[rows] The first period in which the row's unit had the change; null where it never had.</summary>
    public required IReadOnlyList<int?> ChangedFrom { get; init; }

    /// <summary>How a change of the figure is written, with its sign and unit; null writes the number.</summary>
    public Func<double, string>? ChangeText { get; init; }

    /// <summary>Confidence level of the interval, 0 &lt; level &lt; 1.</summary>
    public double Level { get; init; } = 0.95;
}
