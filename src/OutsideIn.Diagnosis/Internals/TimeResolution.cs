namespace OutsideIn.Diagnosis;

/// <summary>The unit in which a column gives its times, as far as the times themselves tell.</summary>
internal static class TimeResolution
{
    private const double ShareMin = 0.9;

    /// <summary>A day's times may stand at midnight in summer, in winter, and at one odd hour more.</summary>
    private const int DayTimesMax = 3;

    /// <summary>A day, an hour, a minute, or 0 for anything finer; in microseconds.</summary>
    /// <param name="micros">[n] Instants, microseconds since 1970-01-01T00:00:00Z.</param>
    public static long Of(ReadOnlySpan<long> micros)
    {
        if (micros.IsEmpty)
        {
            return 0;
        }

        if (IsDays(micros))
        {
            return Measured.MicrosPerDay;
        }

        return SharePartOf(micros, Measured.MicrosPerHour) >= ShareMin ? Measured.MicrosPerHour
            : SharePartOf(micros, Measured.MicrosPerHour / 60) >= ShareMin ? Measured.MicrosPerHour / 60
            : 0;
    }

    private static double SharePartOf(ReadOnlySpan<long> micros, long unit)
    {
        var whole = 0;
        foreach (var one in micros)
        {
            whole += one % unit == 0 ? 1 : 0;
        }

        return (double)whole / micros.Length;
    }

    private static bool IsDays(ReadOnlySpan<long> micros)
    {
        var counts = new Dictionary<long, int>();
        foreach (var one in micros)
        {
            var time = ((one % Measured.MicrosPerDay) + Measured.MicrosPerDay) % Measured.MicrosPerDay;
            counts[time] = counts.GetValueOrDefault(time) + 1;
            if (counts.Count > DayTimesMax + (micros.Length * (1 - ShareMin)))
            {
                return false;
            }
        }

        return counts.Values.OrderDescending().Take(DayTimesMax).Sum() >= ShareMin * micros.Length;
    }
}
