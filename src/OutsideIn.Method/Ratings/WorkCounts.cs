namespace OutsideIn.Method;

/// <summary>Emails, calls and systems it took on one day (row 34).</summary>
/// <param name="Date">The day.</param>
/// <param name="Emails">Emails.</param>
/// <param name="Calls">Calls.</param>
/// <param name="Systems">Systems touched.</param>
/// <param name="Records">Ids of the records added up.</param>
public sealed record DayCount(DateOnly Date, double Emails, double Calls, double Systems, IReadOnlyList<string> Records);

/// <summary>The counts of one role over time (row 34).</summary>
/// <param name="Role">Id of the role; null for counts of none.</param>
/// <param name="Days">Its days, earliest first.</param>
public sealed record RoleCounts(string? Role, IReadOnlyList<DayCount> Days);

/// <summary>Row 34: how many emails, calls and systems does it take to get the job done?</summary>
public static class WorkCounts
{
    /// <summary>The counts of a map as series, one a role, in the order in which the roles are first counted.</summary>
    public static IReadOnlyList<RoleCounts> Of(OutsideInMap map)
    {
        ArgumentNullException.ThrowIfNull(map);
        return
        [
            .. map.Counts.GroupBy(static one => one.Role, StringComparer.OrdinalIgnoreCase).Select(static role => new RoleCounts(
                role.Key,
                [
                    .. role.GroupBy(static one => one.Date).OrderBy(static day => day.Key).Select(static day => new DayCount(
                        day.Key, day.Sum(static one => one.Emails), day.Sum(static one => one.Calls), day.Sum(static one => one.SystemsTouched), [.. day.Select(static one => one.Id)])),
                ])),
        ];
    }
}
