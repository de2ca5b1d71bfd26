using System.Numerics;

namespace OutsideIn.Events;

/// <summary>Puts variants into their order: most cases first, then by their activities' names.</summary>
internal static class VariantOrder
{
    /// <summary>The order.</summary>
    /// <param name="log">The log.</param>
    /// <param name="firstCases">[variants] A case of each variant; traces must be distinct.</param>
    /// <param name="counts">[variants] Number of cases of each.</param>
    /// <returns>[variants] The variant at each place.</returns>
    /// <remarks>
    /// As many activities as fit are packed into 64 bits, and whole traces are compared only where these are equal: a sixth of the
    /// time on a log of 36,000 variants.
    /// </remarks>
    public static int[] Of(EventLog log, ReadOnlySpan<int> firstCases, ReadOnlySpan<int> counts)
    {
        var ranks = NameRanks(log.Activities.Names);
        var (order, negativeCounts, prefixes) = (new int[counts.Length], new int[counts.Length], new ulong[counts.Length]);
        for (var variant = 0; variant < order.Length; variant++)
        {
            (order[variant], negativeCounts[variant]) = (variant, -counts[variant]);
        }

        Array.Sort(negativeCounts, order);
        for (var place = 0; place < order.Length; place++)
        {
            prefixes[place] = PrefixOf(log, ranks, firstCases[order[place]]);
        }

        var cases = firstCases.ToArray();
        for (var (start, end) = (0, 0); start < order.Length; start = end)
        {
            end = EndOfRun(negativeCounts, start);
            Array.Sort(prefixes, order, start, end - start);
            SortEqualPrefixes(prefixes.AsSpan(start, end - start), order.AsSpan(start, end - start), (one, other) =>
                CompareTraces(log, ranks, cases[one], cases[other]));
        }

        return order;
    }

    private static void SortEqualPrefixes(ReadOnlySpan<ulong> prefixes, Span<int> order, Comparison<int> compare)
    {
        for (var (start, end) = (0, 0); start < order.Length; start = end)
        {
            end = EndOfRun(prefixes, start);
            if (end - start > 1)
            {
                order[start..end].Sort(compare);
            }
        }
    }

    private static int EndOfRun<T>(ReadOnlySpan<T> values, int start)
        where T : unmanaged, IEquatable<T>
    {
        var end = start + 1;
        while (end < values.Length && values[end].Equals(values[start]))
        {
            end++;
        }

        return end;
    }

    // Ranks begin with 1, so that a trace that ends (all zeros) stands before one that goes on.
    private static ulong PrefixOf(EventLog log, int[] ranks, int caseIndex)
    {
        var bits = BitOperations.Log2((uint)ranks.Length) + 1;
        var (row, end) = log.RowsOf(caseIndex);
        var prefix = 0UL;
        for (var shift = 64 - bits; shift >= 0 && row < end; shift -= bits, row++)
        {
            prefix |= (ulong)ranks[log.Activities[row]] << shift;
        }

        return prefix;
    }

    /// <summary>[names + 1] Place of each code's name by its characters, 1 upward.</summary>
    private static int[] NameRanks(IReadOnlyList<string> names)
    {
        var codes = new int[names.Count];
        for (var i = 0; i < codes.Length; i++)
        {
            codes[i] = i + 1;
        }

        Array.Sort([.. names], codes, StringComparer.Ordinal);
        var ranks = new int[codes.Length + 1];
        for (var rank = 0; rank < codes.Length; rank++)
        {
            ranks[codes[rank]] = rank + 1;
        }

        return ranks;
    }

    private static int CompareTraces(EventLog log, int[] ranks, int oneCase, int otherCase)
    {
        var (one, other) = (log.RowsOf(oneCase), log.RowsOf(otherCase));
        var activities = log.Activities;
        var same = activities.IsNarrow
            ? activities.Narrow[one.First..one.End].CommonPrefixLength(activities.Narrow[other.First..other.End])
            : activities.Wide[one.First..one.End].CommonPrefixLength(activities.Wide[other.First..other.End]);
        var (rest, otherRest) = (one.End - one.First - same, other.End - other.First - same);
        return rest == 0 || otherRest == 0
            ? rest.CompareTo(otherRest)
            : ranks[activities[one.First + same]].CompareTo(ranks[activities[other.First + same]]);
    }
}
