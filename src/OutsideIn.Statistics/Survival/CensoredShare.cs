using System.Buffers;

namespace OutsideIn.Statistics;

/// <summary>The share that has reached something by a time, without sorting what has: only those that left while open need an order.</summary>
public static class CensoredShare
{
    // Products of exact fractions miss one by a few last bits.
    private const double OneTolerance = 1e-12;

    /// <summary>The state of the curve after a time. O(observations log open); reorders the open ones of the sample.</summary>
    /// <param name="sample">Any order.</param>
    /// <param name="limit">The time itself counts; who is open exactly then is still waiting. May be infinite.</param>
    public static IncidenceState At(CensoredSample sample, double limit)
    {
        var open = EarlyOpen(sample.Open, limit);
        var state = IncidenceState.Of(sample.Count);
        if (open.IsEmpty)
        {
            return state.After(CountUpTo(sample.Reached, limit), CountUpTo(sample.Lost, limit));
        }

        RadixSort.Sort(open);
        var length = open.Length + 1;
        var counts = ArrayPool<int>.Shared.Rent(2 * length);
        var reached = counts.AsSpan(0, length);
        var lost = counts.AsSpan(length, length);
        reached.Clear();
        lost.Clear();
        Count(sample.Reached, limit, open, reached);
        Count(sample.Lost, limit, open, lost);
        for (var stretch = 0; stretch < open.Length; stretch++)
        {
            state = state.After(reached[stretch], lost[stretch]).Without(1);
        }

        state = state.After(reached[^1], lost[^1]);
        ArrayPool<int>.Shared.Return(counts);
        return state;
    }

    /// <summary>The share that has reached it by a time, with its interval at any level; null where nobody was observed for that long while some still waited.</summary>
    public static ShareEstimate? Of(CensoredSample sample, double limit)
    {
        var state = At(sample, limit);
        return state is { AtRisk: 0, Waiting: > 0 } && limit > Longest(sample) ? null : Estimate(sample, limit, state);
    }

    /// <summary>The share that has reached it where nobody left while open before.</summary>
    /// <param name="reached">How many have.</param>
    /// <param name="count">Out of how many, ≥ 1.</param>
    /// <param name="longest">Where all have: how many of them did last, all at once.</param>
    public static ShareEstimate OfCounts(int reached, int count, int longest)
    {
        var state = IncidenceState.Of(count);
        return reached == 0 ? None(count) : reached < count ? Some(state.After(reached, 0)) : All(state.After(reached - longest, 0));
    }

    /// <summary>The share that reached it within the time observed, whoever still waited then.</summary>
    public static ShareEstimate AtEnd(CensoredSample sample) =>
        Estimate(sample, double.PositiveInfinity, At(sample, double.PositiveInfinity));

    private static ShareEstimate Estimate(CensoredSample sample, double limit, IncidenceState state)
    {
        if (state.Reached == 0)
        {
            // Who lost it before is known not to reach it, as surely as who was observed until then.
            return None(state.AtRisk + CountUpTo(sample.Lost, limit));
        }

        return state.Reached > 1 - OneTolerance ? All(sample, limit) : Some(state);
    }

    private static ShareEstimate None(int known) =>
        new(0, level => new Interval(0, ProportionInterval.UpperBound(0, known, (1 - level) / 2)));

    private static ShareEstimate Some(IncidenceState state) =>
        new(state.Reached, level => LogLogBand.Of(state.Reached, state.Error, NormalDistribution.TwoSided(level)));

    // All have reached it, where the transform has no value: the bound before the last of them did still holds, as in the curve.
    private static ShareEstimate All(CensoredSample sample, double limit)
    {
        var last = double.NegativeInfinity;
        foreach (var time in sample.Reached)
        {
            last = time <= limit && time > last ? time : last;
        }

        return All(At(sample, Math.BitDecrement(last)));
    }

    private static ShareEstimate All(IncidenceState before) =>
        new(1, level => new Interval(
            before.Reached > 0
                ? LogLogBand.Of(before.Reached, before.Error, NormalDistribution.TwoSided(level)).Low
                : 1 - ProportionInterval.UpperBound(0, before.AtRisk, (1 - level) / 2),
            1));

    private static Span<double> EarlyOpen(Span<double> open, double limit)
    {
        var early = 0;
        for (var row = 0; row < open.Length; row++)
        {
            if (open[row] < limit)
            {
                (open[early], open[row]) = (open[row], open[early]);
                early++;
            }
        }

        return open[..early];
    }

    private static int CountUpTo(ReadOnlySpan<double> times, double limit)
    {
        var count = 0;
        foreach (var time in times)
        {
            count += time <= limit ? 1 : 0;
        }

        return count;
    }

    // Into the stretch of each time: the number of open ones before it. Who is open at the very time was still waiting.
    private static void Count(ReadOnlySpan<double> times, double limit, ReadOnlySpan<double> open, Span<int> counts)
    {
        foreach (var time in times)
        {
            if (time <= limit)
            {
                counts[Before(open, time)]++;
            }
        }
    }

    private static int Before(ReadOnlySpan<double> sorted, double time)
    {
        var (first, length) = (0, sorted.Length);
        while (length > 0)
        {
            var half = length >> 1;
            if (sorted[first + half] < time)
            {
                first += half + 1;
                length -= half + 1;
            }
            else
            {
                length = half;
            }
        }

        return first;
    }

    /// <summary>The longest duration, however it ended.</summary>
    public static double Longest(CensoredSample sample) => Math.Max(Max(sample.Reached), Math.Max(Max(sample.Lost), Max(sample.Open)));

    private static double Max(ReadOnlySpan<double> times)
    {
        var max = double.NegativeInfinity;
        foreach (var time in times)
        {
            max = Math.Max(max, time);
        }

        return max;
    }
}
