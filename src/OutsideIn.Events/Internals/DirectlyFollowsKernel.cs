using System.Numerics;

namespace OutsideIn.Events;

/// <summary>Kernels over the rows of cases: successive activities, and how often and where each occurs.</summary>
internal static class DirectlyFollowsKernel
{
    /// <summary>Counts every pair of successive rows of a case, then places the time between them.</summary>
    /// <param name="caseStarts">[cases + 1] Row at which each case begins, ascending; the last entry is the number of rows.</param>
    /// <param name="activities">[rows] 1 ≤ code ≤ names.</param>
    /// <param name="beginMicros">[rows] When each event began.</param>
    /// <param name="endMicros">[rows] When it ended; may be the same span.</param>
    /// <param name="tally">Written: each pair with begin of the later minus end of the earlier.</param>
    /// <remarks>O(rows).</remarks>
    public static void Edges<TCode>(
        ReadOnlySpan<int> caseStarts,
        ReadOnlySpan<TCode> activities,
        ReadOnlySpan<long> beginMicros,
        ReadOnlySpan<long> endMicros,
        PairTally tally)
        where TCode : unmanaged, IBinaryInteger<TCode>
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(caseStarts[^1], activities.Length, nameof(caseStarts));
        ArgumentOutOfRangeException.ThrowIfNotEqual(beginMicros.Length, activities.Length, nameof(beginMicros));
        ArgumentOutOfRangeException.ThrowIfNotEqual(endMicros.Length, activities.Length, nameof(endMicros));

        for (var c = 0; c + 1 < caseStarts.Length; c++)
        {
            var from = int.CreateTruncating(activities[caseStarts[c]]);
            for (var row = caseStarts[c] + 1; row < caseStarts[c + 1]; row++)
            {
                var to = int.CreateTruncating(activities[row]);
                tally.Count(c, from, to);
                from = to;
            }
        }

        tally.MakeRoom();
        for (var c = 0; c + 1 < caseStarts.Length; c++)
        {
            var from = int.CreateTruncating(activities[caseStarts[c]]);
            for (var row = caseStarts[c] + 1; row < caseStarts[c + 1]; row++)
            {
                var to = int.CreateTruncating(activities[row]);
                tally.Place(from, to, beginMicros[row] - endMicros[row - 1]);
                from = to;
            }
        }
    }

    /// <summary>Counts events, cases, first and last rows of every activity.</summary>
    /// <param name="caseStarts">[cases + 1] As above.</param>
    /// <param name="activities">[rows] 1 ≤ code ≤ names.</param>
    /// <param name="tallies">[names + 1] Added to, by code.</param>
    /// <remarks>O(rows), no allocation.</remarks>
    public static void Activities<TCode>(
        ReadOnlySpan<int> caseStarts, ReadOnlySpan<TCode> activities, Span<ActivityTally> tallies)
        where TCode : unmanaged, IBinaryInteger<TCode>
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(caseStarts[^1], activities.Length, nameof(caseStarts));

        for (var c = 0; c + 1 < caseStarts.Length; c++)
        {
            var rows = activities[caseStarts[c]..caseStarts[c + 1]];
            foreach (var code in rows)
            {
                ref var tally = ref tallies[int.CreateTruncating(code)];
                tally.Events++;
                if (tally.CaseNumberLast != c + 1)
                {
                    tally.CaseNumberLast = c + 1;
                    tally.Cases++;
                }
            }

            tallies[int.CreateTruncating(rows[0])].Starts++;
            tallies[int.CreateTruncating(rows[^1])].Ends++;
        }
    }
}

/// <summary>Running counts of one activity.</summary>
internal struct ActivityTally
{
    public int Events;
    public int Cases;
    public int Starts;
    public int Ends;
    public int CaseNumberLast;
}
