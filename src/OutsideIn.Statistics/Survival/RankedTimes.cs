using System.Buffers;

namespace OutsideIn.Statistics;

/// <summary>Times by their rank, without sorting all of them: a histogram by their leading bits finds the few that must be. Pooled; not safe to share.</summary>
public sealed class RankedTimes : IDisposable
{
    // Sign, exponent and four bits behind it: sixteen buckets an octave.
    private const int Shift = 48;

    private readonly double[] _times;
    private readonly int _count;
    private readonly long _first;
    private readonly int[] _ends;
    private readonly double[] _bucket;
    private int _sorted = -1;

    private RankedTimes(double[] times, int count, long first, int[] ends)
    {
        (_times, _count, _first, _ends) = (times, count, first, ends);
        _bucket = ArrayPool<double>.Shared.Rent(Math.Max(1, count));
    }

    /// <summary>The time of a 0-based rank.</summary>
    public double this[int rank]
    {
        get
        {
            if (_ends.Length == 0)
            {
                return _times[rank];
            }

            var bucket = BucketOf(rank);
            var first = bucket == 0 ? 0 : _ends[bucket - 1];
            if (bucket != _sorted)
            {
                Gather(bucket).Sort();
                _sorted = bucket;
            }

            return _bucket[rank - first];
        }
    }

    /// <summary>Times that are sorted already; kept, not copied.</summary>
    public static RankedTimes OfSorted(double[] times) => new(times, 0, 0, []);

    /// <summary>Ranks times; kept, not copied, and in whatever order they are.</summary>
    /// <param name="times">The first <paramref name="count"/> of them, without NaN.</param>
    /// <param name="count">How many.</param>
    public static RankedTimes Of(double[] times, int count)
    {
        var (first, last) = (long.MaxValue, long.MinValue);
        foreach (var time in times.AsSpan(0, count))
        {
            var key = KeyOf(time);
            (first, last) = (Math.Min(first, key), Math.Max(last, key));
        }

        var ends = new int[count == 0 ? 0 : (int)(last - first + 1)];
        foreach (var time in times.AsSpan(0, count))
        {
            ends[(int)(KeyOf(time) - first)]++;
        }

        for (var bucket = 1; bucket < ends.Length; bucket++)
        {
            ends[bucket] += ends[bucket - 1];
        }

        return new RankedTimes(times, count, first, ends);
    }

    /// <summary>Gives the room back.</summary>
    public void Dispose() => ArrayPool<double>.Shared.Return(_bucket);

    // Positive doubles stand in the order of their bits, negative ones against it.
    private static long KeyOf(double time)
    {
        var bits = BitConverter.DoubleToInt64Bits(time + 0.0);
        return (bits ^ ((bits >> 63) & long.MaxValue)) >> Shift;
    }

    private int BucketOf(int rank)
    {
        var (low, high) = (0, _ends.Length - 1);
        while (low < high)
        {
            var middle = low + ((high - low) / 2);
            (low, high) = _ends[middle] > rank ? (low, middle) : (middle + 1, high);
        }

        return low;
    }

    private Span<double> Gather(int bucket)
    {
        var count = 0;
        foreach (var time in _times.AsSpan(0, _count))
        {
            if (KeyOf(time) - _first == bucket)
            {
                _bucket[count++] = time;
            }
        }

        return _bucket.AsSpan(0, count);
    }
}
