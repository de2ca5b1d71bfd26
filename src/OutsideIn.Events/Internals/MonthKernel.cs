namespace OutsideIn.Events;

/// <summary>Kernel that counts events and cases by calendar month in UTC.</summary>
internal static class MonthKernel
{
    private const long MeanMonthMicros = 2_629_746_000_000;

    /// <summary>Years times twelve plus the month, 0 to 11, of an instant within the years 1 to 9999.</summary>
    public static int MonthOf(long micros)
    {
        var day = DateTime.UnixEpoch.AddTicks(micros * TimeSpan.TicksPerMicrosecond);
        return (day.Year * 12) + day.Month - 1;
    }

    /// <summary>[count + 1] The instant at which each month begins, microseconds; the last entry ends the last month.</summary>
    public static long[] Starts(int firstMonth, int count)
    {
        var starts = new long[count + 1];
        for (var i = 0; i <= count; i++)
        {
            var (year, month) = ((firstMonth + i) / 12, ((firstMonth + i) % 12) + 1);
            starts[i] = year > DateTime.MaxValue.Year
                ? long.MaxValue
                : (new DateTime(year, month, 1, 0, 0, 0, DateTimeKind.Utc) - DateTime.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond;
        }

        return starts;
    }

    /// <summary>Counts.</summary>
    /// <param name="caseStarts">[cases + 1] Row at which each case begins, ascending; the last entry is the number of rows.</param>
    /// <param name="beginMicros">[rows] When each event began.</param>
    /// <param name="endMicros">[rows] When it ended; may be the same span.</param>
    /// <param name="monthStarts">[months + 1] As <see cref="Starts"/> gives them; every instant must lie within.</param>
    /// <param name="tallies">[months] Added to.</param>
    /// <remarks>O(rows), no allocation.</remarks>
    public static void Count(
        ReadOnlySpan<int> caseStarts,
        ReadOnlySpan<long> beginMicros,
        ReadOnlySpan<long> endMicros,
        ReadOnlySpan<long> monthStarts,
        Span<MonthTally> tallies)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(caseStarts[^1], endMicros.Length, nameof(caseStarts));
        ArgumentOutOfRangeException.ThrowIfNotEqual(monthStarts.Length, tallies.Length + 1, nameof(monthStarts));

        for (var c = 0; c + 1 < caseStarts.Length; c++)
        {
            var (earliest, latest) = (long.MaxValue, long.MinValue);
            for (var row = caseStarts[c]; row < caseStarts[c + 1]; row++)
            {
                earliest = Math.Min(earliest, Math.Min(beginMicros[row], endMicros[row]));
                latest = Math.Max(latest, endMicros[row]);
                tallies[IndexOf(endMicros[row], monthStarts)].Events++;
            }

            tallies[IndexOf(earliest, monthStarts)].Begun++;
            tallies[IndexOf(latest, monthStarts)].Ended++;
        }
    }

    // Months are so alike that their mean length finds the month or a neighbour; over 10,000 years the guess is off by one at most.
    private static int IndexOf(long micros, ReadOnlySpan<long> monthStarts)
    {
        var index = Math.Min((int)((micros - monthStarts[0]) / MeanMonthMicros), monthStarts.Length - 2);
        while (micros < monthStarts[index])
        {
            index--;
        }

        while (micros >= monthStarts[index + 1])
        {
            index++;
        }

        return index;
    }
}

/// <summary>Running counts of one month.</summary>
internal struct MonthTally
{
    public int Events;
    public int Begun;
    public int Ended;
}
