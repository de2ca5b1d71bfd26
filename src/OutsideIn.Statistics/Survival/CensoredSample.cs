using System.Buffers;

namespace OutsideIn.Statistics;

/// <summary>Durations by how they ended, in pooled buffers: reached, lost, and still open. Not safe to share.</summary>
public sealed class CensoredSample : IDisposable
{
    private double[] _reached;
    private double[] _lost;
    private double[] _open;

    /// <summary>A sample with room for so many of each.</summary>
    public CensoredSample(int reached, int lost, int open) => (_reached, _lost, _open) = (Rent(reached), Rent(lost), Rent(open));

    /// <summary>[reached] Times of those that reached it.</summary>
    public Span<double> Reached => _reached.AsSpan(0, ReachedCount);

    /// <summary>[lost] Times of those that were lost for good.</summary>
    public Span<double> Lost => _lost.AsSpan(0, LostCount);

    /// <summary>[open] How long the open ones have waited.</summary>
    public Span<double> Open => _open.AsSpan(0, OpenCount);

    /// <summary>How many reached it.</summary>
    public int ReachedCount { get; private set; }

    /// <summary>How many were lost for good.</summary>
    public int LostCount { get; private set; }

    /// <summary>How many are open.</summary>
    public int OpenCount { get; private set; }

    /// <summary>All of them.</summary>
    public int Count => ReachedCount + LostCount + OpenCount;

    /// <summary>Copies durations in.</summary>
    public static CensoredSample Of(ReadOnlySpan<double> durations, ReadOnlySpan<CompetingEnd> ends)
    {
        var sample = new CensoredSample(durations.Length, durations.Length, durations.Length);
        for (var row = 0; row < durations.Length; row++)
        {
            sample.Add(durations[row], ends[row]);
        }

        return sample;
    }

    /// <summary>Room for all that ended one way, as many as the sample was made for; to be filled by the caller.</summary>
    public Span<double> Room(CompetingEnd end, int count)
    {
        switch (end)
        {
            case CompetingEnd.Reached:
                ReachedCount = count;
                return Reached;
            case CompetingEnd.Lost:
                LostCount = count;
                return Lost;
            default:
                OpenCount = count;
                return Open;
        }
    }

    /// <summary>Adds one; there must be room for it.</summary>
    public void Add(double duration, CompetingEnd end)
    {
        switch (end)
        {
            case CompetingEnd.Reached:
                _reached[ReachedCount++] = duration;
                break;
            case CompetingEnd.Lost:
                _lost[LostCount++] = duration;
                break;
            default:
                _open[OpenCount++] = duration;
                break;
        }
    }

    /// <summary>Sorts all three ascending.</summary>
    public void Sort()
    {
        RadixSort.Sort(Reached);
        RadixSort.Sort(Lost);
        RadixSort.Sort(Open);
    }

    /// <summary>Those that reached it, by rank; where some are open the sample is sorted before.</summary>
    public RankedTimes RankReached() => OpenCount > 0 ? RankedTimes.OfSorted(_reached) : RankedTimes.Of(_reached, ReachedCount);

    /// <summary>The same durations with reached and lost exchanged: the curve of those who never reach it. Shares the buffers.</summary>
    public void Turn()
    {
        (_reached, _lost) = (_lost, _reached);
        (ReachedCount, LostCount) = (LostCount, ReachedCount);
    }

    /// <summary>Gives the room back.</summary>
    public void Dispose()
    {
        Return(ref _reached);
        Return(ref _lost);
        Return(ref _open);
    }

    private static double[] Rent(int length) => length == 0 ? [] : ArrayPool<double>.Shared.Rent(length);

    private static void Return(ref double[] buffer)
    {
        if (buffer.Length > 0)
        {
            ArrayPool<double>.Shared.Return(buffer);
        }

        buffer = [];
    }
}
