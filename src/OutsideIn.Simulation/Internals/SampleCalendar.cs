namespace OutsideIn.Simulation;

/// <summary>When somebody is at work.</summary>
internal enum Hours
{
    /// <summary>Monday to Friday, 8 to 18.</summary>
    Office,

    /// <summary>Monday to Saturday, 8 to 20.</summary>
    Service,

    /// <summary>Always.</summary>
    Always,
}

/// <summary>Working hours over seconds since 1970-01-01T00:00:00Z; the sample's town keeps UTC all year.</summary>
internal static class SampleCalendar
{
    public const long Minute = 60;
    public const long Hour = 60 * Minute;
    public const long Day = 24 * Hour;

    private const int Monday = 0;
    private const int Saturday = 5;
    private const int OpensAt = 8;

    /// <summary>The first instant at or after another at which somebody is at work.</summary>
    public static long Open(long second, Hours hours)
    {
        if (hours == Hours.Always)
        {
            return second;
        }

        var (lastDay, closesAt) = hours == Hours.Office ? (Saturday - 1, 18) : (Saturday, 20);
        var (midnight, ofDay) = (second - (second % Day), second % Day);
        if (Weekday(second) <= lastDay && ofDay < closesAt * Hour)
        {
            return Math.Max(second, midnight + (OpensAt * Hour));
        }

        var next = midnight + Day;
        while (Weekday(next) > lastDay)
        {
            next += Day;
        }

        return next + (OpensAt * Hour);
    }

    /// <summary>The first Monday at ten that is at least so late.</summary>
    public static long NextMondayAtTen(long second)
    {
        var ten = second - (second % Day) + (10 * Hour);
        while (ten < second || Weekday(ten) != Monday)
        {
            ten += Day;
        }

        return ten;
    }

    /// <summary>0 for Monday to 6 for Sunday; 1970-01-01 was a Thursday.</summary>
    public static int Weekday(long second) => (int)(((second / Day) + 3) % 7);
}
