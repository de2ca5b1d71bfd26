namespace OutsideIn.Measures;

/// <summary>What sort of value a measure gives a case (measures.md, subjects and values).</summary>
public enum MeasureKind
{
    /// <summary>A duration, in microseconds of its <see cref="DurationClock"/>.</summary>
    Duration,

    /// <summary>A whole number of things.</summary>
    Count,

    /// <summary>A number in the unit of its column.</summary>
    Number,

    /// <summary>1 for yes, 0 for no.</summary>
    YesNo,
}

/// <summary>The clock a duration is taken on: each is a never falling function of time, and a duration is the difference of two readings.</summary>
public enum DurationClock
{
    /// <summary>The clock on the wall.</summary>
    Elapsed,

    /// <summary>Runs in the working hours of a calendar only.</summary>
    Working,

    /// <summary>Gains 24 hours in the working hours of each working day of a calendar, however many those are: its readings count business days.</summary>
    BusinessDays,
}
