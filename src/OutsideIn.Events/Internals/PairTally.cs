using System.Buffers;
using System.Runtime.CompilerServices;

namespace OutsideIn.Events;

/// <summary>Counts pairs of codes, the cases they occur in and the time between their two events, in two passes over the rows.</summary>
/// <remarks>
/// First every pair is counted, then its durations are placed beside each other in room borrowed from the pool: one write a row.
/// Keeping pairs and durations from a single pass and sorting them afterwards took half as long again. What stays grows with the
/// pairs only.
/// </remarks>
internal sealed class PairTally : IDisposable
{
    private readonly PairIndex _index;
    private PairCounts[] _counts = new PairCounts[16];
    private long[] _durations = [];

    /// <summary>Makes room for codes from 0 to the number of names.</summary>
    public PairTally(int names) => _index = new PairIndex(names);

    /// <summary>Number of distinct pairs.</summary>
    public int PairCount => _index.Count;

    /// <summary>Number of pairs counted, not distinct.</summary>
    public int Total { get; private set; }

    /// <summary>First pass: counts a pair met in a case; cases must come one after the other.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Count(int caseIndex, int from, int to)
    {
        var pair = _index.IdOf(from, to);
        if (pair == _counts.Length)
        {
            Array.Resize(ref _counts, pair * 2);
        }

        ref var count = ref _counts[pair];
        count.Count++;
        if (count.CaseNumberLast != caseIndex + 1)
        {
            count.CaseNumberLast = caseIndex + 1;
            count.Cases++;
        }
    }

    /// <summary>Between the passes: gives every pair its place.</summary>
    public void MakeRoom()
    {
        for (var pair = 0; pair < PairCount; pair++)
        {
            _counts[pair].Next = Total;
            Total += _counts[pair].Count;
        }

        _durations = ArrayPool<long>.Shared.Rent(Total);
    }

    /// <summary>Second pass: the same pairs again, with the time between their two events.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Place(int from, int to, long durationMicros) => _durations[_counts[_index.IdOf(from, to)].Next++] = durationMicros;

    /// <summary>A pair's codes, counts and durations, after both passes.</summary>
    public (int From, int To, int Count, int Cases, DurationSummary Time) Of(int pair)
    {
        var count = _counts[pair];
        var durations = _durations.AsSpan(count.Next - count.Count, count.Count);
        return (_index.FromOf(pair), _index.ToOf(pair), count.Count, count.Cases, DurationSummary.Of(durations)!);
    }

    /// <inheritdoc/>
    public void Dispose() => ArrayPool<long>.Shared.Return(_durations);

    private struct PairCounts
    {
        public int Count;
        public int Cases;
        public int CaseNumberLast;
        public int Next;
    }
}
