namespace OutsideIn.Proof;

/// <summary>A driver as one number a subject.</summary>
/// <param name="Name">The driver as it was named.</param>
/// <param name="Kind">Column, value of a column, or measure.</param>
/// <param name="Values">[subjects] Numbers in the unit of <paramref name="Unit"/>, 1 and 0 for yes and no; NaN where there is none.</param>
/// <param name="Unit">What the values are in.</param>
internal sealed record DriverColumn(string Name, string Kind, double[] Values, DriverUnit Unit)
{
    public const string OfColumn = "column";
    public const string OfValue = "value";
    public const string OfMeasure = "measure";

    /// <summary>[subjects] Whether the subject still runs and counts with what there is so far; null where that is nothing to ask.</summary>
    public bool[]? IsSoFar { get; init; }

    /// <summary>Of the subjects the outcome was certain for, the share in which what the driver counts came after it, wholly or in part; null where nobody can tell.</summary>
    public double? Late { get; init; }

    /// <summary>Whether it counts the events the outcome is made of.</summary>
    public bool IsOutcome { get; init; }

    /// <summary>Whether it was answered in the same survey as the outcome.</summary>
    public bool IsRating { get; init; }
}

/// <summary>What a driver's values are in.</summary>
internal enum DriverUnit
{
    Number,
    YesNo,
    Seconds,
    BusinessDays,
}
