using System.Runtime.InteropServices;

namespace OutsideIn.Diagnosis;

/// <summary>Puts counts in the order every list of the document has: most frequent first, then by name.</summary>
internal static class Sorting
{
    public static ReadOnlySpan<long> SpanOf(List<long> values) => CollectionsMarshal.AsSpan(values);

    public static CountEntry[] MostFrequentFirst(IEnumerable<(string Name, int Count)> counts) => [.. counts
        .OrderByDescending(static one => one.Count)
        .ThenBy(static one => one.Name, StringComparer.Ordinal)
        .Select(static one => new CountEntry(one.Name, one.Count))];
}
