using System.Buffers;

namespace OutsideIn.Events;

/// <summary>Kernel that summarises durations group by group.</summary>
internal static class GroupedDurations
{
    /// <summary>Summarises the durations of each group.</summary>
    /// <param name="groups">Number of groups.</param>
    /// <param name="groupOf">[n] The group of each duration, 0 ≤ group &lt; groups.</param>
    /// <param name="micros">[n] The durations.</param>
    /// <returns>[groups] A summary, or null for a group without durations.</returns>
    /// <remarks>Counting sort, then one selection a group: O(n + groups). Allocates by groups; the sorted copy is pooled.</remarks>
    public static DurationSummary?[] Summarise(int groups, ReadOnlySpan<int> groupOf, ReadOnlySpan<long> micros)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(groupOf.Length, micros.Length, nameof(groupOf));
        var ends = new int[groups];
        foreach (var group in groupOf)
        {
            ends[group]++;
        }

        var place = 0;
        for (var group = 0; group < groups; group++)
        {
            (ends[group], place) = (place, place + ends[group]);
        }

        var sorted = ArrayPool<long>.Shared.Rent(micros.Length);
        for (var i = 0; i < groupOf.Length; i++)
        {
            sorted[ends[groupOf[i]]++] = micros[i];
        }

        var summaries = new DurationSummary?[groups];
        var start = 0;
        for (var group = 0; group < groups; group++)
        {
            summaries[group] = DurationSummary.Of(sorted.AsSpan(start, ends[group] - start));
            start = ends[group];
        }

        ArrayPool<long>.Shared.Return(sorted);
        return summaries;
    }
}
