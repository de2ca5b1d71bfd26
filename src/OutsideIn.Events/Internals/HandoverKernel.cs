using System.Numerics;

namespace OutsideIn.Events;

/// <summary>Kernel that counts the changes of doer within cases.</summary>
internal static class HandoverKernel
{
    /// <summary>Counts every change from the last known doer to the next known one, then places its wait.</summary>
    /// <param name="caseStarts">[cases + 1] Row at which each case begins, ascending; the last entry is the number of rows.</param>
    /// <param name="doers">[rows] 0 where nobody is named, else 1 ≤ code ≤ names.</param>
    /// <param name="beginMicros">[rows] When each event began.</param>
    /// <param name="endMicros">[rows] When it ended; may be the same span.</param>
    /// <param name="tallies">Written.</param>
    /// <remarks>O(rows).</remarks>
    public static HandoverCounts Count<TCode>(
        ReadOnlySpan<int> caseStarts,
        ReadOnlySpan<TCode> doers,
        ReadOnlySpan<long> beginMicros,
        ReadOnlySpan<long> endMicros,
        HandoverTallies tallies)
        where TCode : unmanaged, IBinaryInteger<TCode>
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(caseStarts[^1], doers.Length, nameof(caseStarts));
        ArgumentOutOfRangeException.ThrowIfNotEqual(beginMicros.Length, doers.Length, nameof(beginMicros));
        ArgumentOutOfRangeException.ThrowIfNotEqual(endMicros.Length, doers.Length, nameof(endMicros));

        var (skipped, across) = (0, 0);
        for (var c = 0; c + 1 < caseStarts.Length; c++)
        {
            var (from, fromRow, changes) = (CodedColumn.Missing, 0, 0);
            for (var row = caseStarts[c]; row < caseStarts[c + 1]; row++)
            {
                var to = int.CreateTruncating(doers[row]);
                if (to == CodedColumn.Missing)
                {
                    skipped++;
                    continue;
                }

                if (from == to)
                {
                    tallies.Stays[to]++;
                }
                else if (from != CodedColumn.Missing)
                {
                    tallies.Pairs.Count(c, from, to);
                    across += row - fromRow > 1 ? 1 : 0;
                    changes++;
                }

                (from, fromRow) = (to, row);
            }

            tallies.PerCase[c] = changes;
        }

        PlaceWaits(caseStarts, doers, beginMicros, endMicros, tallies.Pairs);
        return new HandoverCounts(tallies.Pairs.Total, skipped, across);
    }

    private static void PlaceWaits<TCode>(
        ReadOnlySpan<int> caseStarts,
        ReadOnlySpan<TCode> doers,
        ReadOnlySpan<long> beginMicros,
        ReadOnlySpan<long> endMicros,
        PairTally pairs)
        where TCode : unmanaged, IBinaryInteger<TCode>
    {
        pairs.MakeRoom();
        for (var c = 0; c + 1 < caseStarts.Length; c++)
        {
            var (from, fromRow) = (CodedColumn.Missing, 0);
            for (var row = caseStarts[c]; row < caseStarts[c + 1]; row++)
            {
                var to = int.CreateTruncating(doers[row]);
                if (to == CodedColumn.Missing)
                {
                    continue;
                }

                if (from != to && from != CodedColumn.Missing)
                {
                    pairs.Place(from, to, beginMicros[row] - endMicros[fromRow]);
                }

                (from, fromRow) = (to, row);
            }
        }
    }
}

/// <summary>Where the kernel writes: pairs, [names + 1] stays by code, [cases] changes.</summary>
internal readonly record struct HandoverTallies(PairTally Pairs, int[] Stays, int[] PerCase);

/// <summary>Changes, rows without a doer, and changes across such rows.</summary>
internal readonly record struct HandoverCounts(int Changes, int Skipped, int AcrossSkipped);
