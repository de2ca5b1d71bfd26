using OutsideIn.Vocabulary;

namespace OutsideIn.Statistics;

/// <summary>Whether groups reach something at the same pace, open cases counted as open.</summary>
/// <param name="Observed">[groups] The weighted number that reached it.</param>
/// <param name="Expected">[groups] The weighted number that would have, had all groups the same pace; adds up to the observed.</param>
/// <param name="ChiSquare">How far the two are apart, ≥ 0.</param>
/// <param name="Degrees">Its degrees of freedom: groups less one.</param>
/// <param name="PValue">How often chance alone sets groups of the same pace at least that far apart, 0 to 1.</param>
/// <param name="Method">The test's name, for the reader.</param>
public sealed record LogRankTest(
    IReadOnlyList<double> Observed, IReadOnlyList<double> Expected, double ChiSquare, int Degrees, double PValue, string Method);

/// <summary>Compares the pace at which groups reach something.</summary>
/// <remarks>
/// Assumes that within a group, and within a stratum, who is still open is a matter of when it began, not of how it goes. It says that the
/// curves differ, never by how much nor why: for a difference in the reader's own unit ask <see cref="ShareComparison"/> or
/// <see cref="DurationComparison"/>.
/// Source: Mantel (1966), Evaluation of survival data and two new rank order statistics, Cancer Chemotherapy Reports 50; in the form of
/// Klein and Moeschberger (2003), Survival analysis, §7.3 (two and more groups, weights) and §7.5 (strata).
/// </remarks>
public static class LogRank
{
    /// <summary>Tests whether the groups' curves are one curve. O(observations log observations + times × groups²).</summary>
    /// <param name="durations">[observations] How long until it was reached or, where open, how long it has been waited; any unit, not NaN.</param>
    /// <param name="isClosed">[observations] Whether it was reached at that duration.</param>
    /// <param name="groups">[observations] 0 ≤ group; every group below the largest has observations.</param>
    /// <param name="weight">Which times count most; <see cref="LogRankWeight.Equal"/> where none is given.</param>
    /// <returns>
    /// The test, or <c>ME005</c> where there are fewer than two groups, or nothing was reached while two groups still waited: then the
    /// groups cannot be told apart.
    /// </returns>
    /// <exception cref="ArgumentException">The spans differ in length, a duration is NaN, a group is negative or empty.</exception>
    public static Result<LogRankTest> Test(
        ReadOnlySpan<double> durations, ReadOnlySpan<bool> isClosed, ReadOnlySpan<int> groups, LogRankWeight weight = default) =>
        Test(durations, isClosed, groups, new int[durations.Length], weight);

    /// <summary>Tests the same within strata: groups are compared only among observations of one stratum, and the comparisons summed.</summary>
    /// <param name="durations">[observations] As without strata.</param>
    /// <param name="isClosed">[observations] As without strata.</param>
    /// <param name="groups">[observations] As without strata.</param>
    /// <param name="strata">[observations] Any number for each stratum.</param>
    /// <param name="weight">Which times count most, within each stratum.</param>
    /// <inheritdoc cref="Test(ReadOnlySpan{double}, ReadOnlySpan{bool}, ReadOnlySpan{int}, LogRankWeight)" path="/returns"/>
    /// <inheritdoc cref="Test(ReadOnlySpan{double}, ReadOnlySpan{bool}, ReadOnlySpan{int}, LogRankWeight)" path="/exception"/>
    public static Result<LogRankTest> Test(
        ReadOnlySpan<double> durations, ReadOnlySpan<bool> isClosed, ReadOnlySpan<int> groups, ReadOnlySpan<int> strata, LogRankWeight weight = default)
    {
        ThrowUnlessPaired(durations, isClosed, groups, strata);
        var sums = new LogRankSums(CountGroups(groups));
        var (times, codes) = (new double[durations.Length], new int[durations.Length]);
        foreach (var (first, count) in ByStratum(durations, isClosed, groups, strata, times, codes))
        {
            RadixSort.Sort(times.AsSpan(first, count), codes.AsSpan(first, count));
            sums.AddStratum(times.AsSpan(first, count), codes.AsSpan(first, count), weight);
        }

        if (sums.GroupCount < 2 || sums.ChiSquare() is not { } chiSquare)
        {
            return NeverTogether();
        }

        var degrees = sums.GroupCount - 1;
        return new LogRankTest(
            sums.Observed, sums.Expected, chiSquare, degrees, ChiSquareDistribution.UpperTail(chiSquare, degrees), Name(weight, strata));
    }

    internal static Problem NeverTogether() => new(
        ProblemKind.NotEstimable,
        "ME005",
        "The groups cannot be told apart: nothing was reached while two of them were still waiting.",
        "Widen the period, or compare groups that have closed cases.");

    private static void ThrowUnlessPaired(
        ReadOnlySpan<double> durations, ReadOnlySpan<bool> isClosed, ReadOnlySpan<int> groups, ReadOnlySpan<int> strata)
    {
        if (durations.Length != isClosed.Length || durations.Length != groups.Length || durations.Length != strata.Length)
        {
            throw new ArgumentException("Durations, answers, groups and strata differ in length.", nameof(durations));
        }

        foreach (var duration in durations)
        {
            if (double.IsNaN(duration))
            {
                throw new ArgumentException("A duration is not a number.", nameof(durations));
            }
        }
    }

    // Writes the observations stratum after stratum: their times, and of each its group and whether it was closed.
    private static List<(int First, int Count)> ByStratum(
        ReadOnlySpan<double> durations, ReadOnlySpan<bool> isClosed, ReadOnlySpan<int> groups, ReadOnlySpan<int> strata, Span<double> times, Span<int> codes)
    {
        var counts = new SortedDictionary<int, int>();
        if (!strata.ContainsAnyExcept(strata.IsEmpty ? 0 : strata[0]))
        {
            counts[strata.IsEmpty ? 0 : strata[0]] = strata.Length;
        }
        else
        {
            foreach (var stratum in strata)
            {
                counts[stratum] = counts.GetValueOrDefault(stratum) + 1;
            }
        }

        var (parts, next, first) = (new List<(int First, int Count)>(), new Dictionary<int, int>(), 0);
        foreach (var (stratum, count) in counts)
        {
            parts.Add((first, count));
            next[stratum] = first;
            first += count;
        }

        for (var row = 0; row < durations.Length; row++)
        {
            var place = parts.Count == 1 ? row : next[strata[row]]++;
            (times[place], codes[place]) = (durations[row], LogRankSums.Code(groups[row], isClosed[row]));
        }

        return parts;
    }

    private static int CountGroups(ReadOnlySpan<int> groups)
    {
        var largest = -1;
        foreach (var group in groups)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(group, nameof(groups));
            largest = Math.Max(largest, group);
        }

        var counts = new int[largest + 1];
        foreach (var group in groups)
        {
            counts[group]++;
        }

        return Array.IndexOf(counts, 0) is >= 0 and var empty
            ? throw new ArgumentException($"Group {empty} has no observation.", nameof(groups))
            : counts.Length;
    }

    private static string Name(LogRankWeight weight, ReadOnlySpan<int> strata)
    {
        var name = weight == LogRankWeight.Equal ? "log-rank"
            : weight == LogRankWeight.Gehan ? "log-rank, weights of Gehan"
            : weight == LogRankWeight.TaroneWare ? "log-rank, weights of Tarone and Ware"
            : weight == LogRankWeight.Peto ? "log-rank, weights of Peto"
            : "log-rank, weights of Fleming and Harrington";
        return strata.ContainsAnyExcept(strata.IsEmpty ? 0 : strata[0]) ? name + ", stratified" : name;
    }
}
