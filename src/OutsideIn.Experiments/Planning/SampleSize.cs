namespace OutsideIn.Experiments;

/// <summary>How many units an experiment needs. Immutable.</summary>
/// <param name="Control">Units of the control, as computed; round up.</param>
/// <param name="Treatment">Units of the treatment, as computed; round up.</param>
/// <param name="Method">The formula's name, for the reader.</param>
public sealed record SampleSize(double Control, double Treatment, string Method)
{
    private const double WeekDays = 7;

    /// <summary>Whole units of both arms.</summary>
    public double Total => Math.Ceiling(Control) + Math.Ceiling(Treatment);

    /// <summary>How long it takes to enrol them and to follow the last one, in whole weeks, so that every weekday counts alike.</summary>
    /// <param name="unitsPerDay">Units of both arms that come in a day, &gt; 0.</param>
    /// <param name="followUpDays">Days each unit is followed, ≥ 0.</param>
    /// <returns>Days, a multiple of 7.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The units are not above 0, or the follow-up is negative.</exception>
    public double Days(double unitsPerDay, double followUpDays = 0)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(unitsPerDay);
        ArgumentOutOfRangeException.ThrowIfNegative(followUpDays);
        return (Math.Ceiling(Total / unitsPerDay / WeekDays) * WeekDays) + (Math.Ceiling(followUpDays / WeekDays) * WeekDays);
    }

    internal static SampleSize Of(double control, PowerTarget target, string method) => new(control, control * target.Ratio, method);
}
