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
        var rows = Rows(durations, isClosed, groups, strata);
        var sums = new LogRankSums(CountGroups(rows));
        Array.Sort(rows, static (one, other) =>
            one.Stratum != other.Stratum ? one.Stratum.CompareTo(other.Stratum) : one.Duration.CompareTo(other.Duration));
        for (var first = 0; first < rows.Length;)
        {
            var end = first;
            while (end < rows.Length && rows[end].Stratum == rows[first].Stratum)
            {
                end++;
            }

            sums.AddStratum(rows.AsSpan(first, end - first), weight);
            first = end;
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

    private static LogRankRow[] Rows(
        ReadOnlySpan<double> durations, ReadOnlySpan<bool> isClosed, ReadOnlySpan<int> groups, ReadOnlySpan<int> strata)
    {
        if (durations.Length != isClosed.Length || durations.Length != groups.Length || durations.Length != strata.Length)
        {
            throw new ArgumentException("Durations, answers, groups and strata differ in length.", nameof(durations));
        }

        var rows = new LogRankRow[durations.Length];
        for (var row = 0; row < rows.Length; row++)
        {
            if (double.IsNaN(durations[row]))
            {
                throw new ArgumentException($"Duration {row} is not a number.", nameof(durations));
            }

            ArgumentOutOfRangeException.ThrowIfNegative(groups[row], nameof(groups));
            rows[row] = new LogRankRow(strata[row], durations[row], isClosed[row], groups[row]);
        }

        return rows;
    }

    private static int CountGroups(LogRankRow[] rows)
    {
        var counts = new int[rows.Length == 0 ? 0 : rows.Max(static row => row.Group) + 1];
        foreach (var row in rows)
        {
            counts[row.Group]++;
        }

        return Array.IndexOf(counts, 0) is >= 0 and var empty
            ? throw new ArgumentException($"Group {empty} has no observation.", nameof(rows))
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
