using System.Buffers;
using System.Runtime.CompilerServices;

namespace OutsideIn.Events;

/// <summary>Counts pairs of codes, the cases they occur in and the time between their two events.</summary>
/// <remarks>Room for one duration a row is borrowed from the pool and given back; what stays grows with the pairs only.</remarks>
internal sealed class PairTally : IDisposable
{
    private readonly int[] _pairs;
    private readonly long[] _durations;
    private PairCount[] _counts = new PairCount[16];

    /// <summary>Makes room.</summary>
    /// <param name="names">Codes go from 0 to this.</param>
    /// <param name="rows">Upper bound of calls to <see cref="Add"/>.</param>
    public PairTally(int names, int rows)
    {
        Index = new PairIndex(names);
        _pairs = ArrayPool<int>.Shared.Rent(rows);
        _durations = ArrayPool<long>.Shared.Rent(rows);
    }

    public PairIndex Index { get; }

    /// <summary>Number of pairs added, not distinct.</summary>
    public int Total { get; private set; }

    public int CountOf(int pair) => _counts[pair].Count;

    public int CasesOf(int pair) => _counts[pair].Cases;

    /// <summary>Adds a pair met in a case; cases must come one after the other.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(int caseIndex, int from, int to, long durationMicros)
    {
        var pair = Index.IdOf(from, to);
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

        _pairs[Total] = pair;
        _durations[Total] = durationMicros;
        Total++;
    }

    /// <summary>[pairs] The durations of each pair, summarised.</summary>
    public DurationSummary[] Summaries()
    {
        var summaries = GroupedDurations.Summarise(Index.Count, _pairs.AsSpan(0, Total), _durations.AsSpan(0, Total));
        return Array.ConvertAll(summaries, static one => one!);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        ArrayPool<int>.Shared.Return(_pairs);
        ArrayPool<long>.Shared.Return(_durations);
    }

    private struct PairCount
    {
        public int Count;
        public int Cases;
        public int CaseNumberLast;
    }
}
