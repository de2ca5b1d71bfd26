namespace OutsideIn.Statistics;

/// <summary>Percentiles of the curve and of its band, without building its steps.</summary>
public static class CensoredPercentile
{
    // Products of exact fractions miss a round share by a few last bits; medians must not.
    private const double ShareTolerance = 1e-12;

    /// <summary>The first times at which the share, and the upper and the lower edge of its band, come to a given share; null where one never does.</summary>
    /// <param name="sample">In any order; where some are open it is sorted.</param>
    /// <param name="share">0 &lt; share &lt; 1.</param>
    /// <param name="level">Confidence level of the band.</param>
    public static (double? Value, double? Low, double? High) Of(CensoredSample sample, double share, double level)
    {
        if (sample.OpenCount > 0)
        {
            sample.Sort();
        }

        using var times = sample.RankReached();
        var search = new Search(times, share - ShareTolerance, level);
        var state = IncidenceState.Of(sample.Count);
        var (reached, lost) = (0, 0);
        for (var stretch = 0; stretch < sample.OpenCount && search.High is null; stretch++)
        {
            var (firstReached, firstLost) = (reached, lost);
            reached = EndOf(sample.Reached, reached, sample.Open[stretch]);
            lost = EndOf(sample.Lost, lost, sample.Open[stretch]);
            search.In(state, firstReached, reached);
            state = state.After(reached - firstReached, lost - firstLost).Without(1);
        }

        search.In(state, reached, sample.ReachedCount);
        return (search.Value, search.Low, search.High);
    }

    private static int EndOf(ReadOnlySpan<double> sorted, int first, double limit)
    {
        while (first < sorted.Length && sorted[first] <= limit)
        {
            first++;
        }

        return first;
    }

    private struct Search(RankedTimes reached, double enough, double level)
    {
        private readonly double _z = NormalDistribution.TwoSided(level);

        public double? Value { get; private set; }

        public double? Low { get; private set; }

        public double? High { get; private set; }

        // Everything rises with the number that has reached it, so each time is found by halving within its stretch.
        public void In(IncidenceState state, int first, int end)
        {
            if (end == first || High is not null)
            {
                return;
            }

            Value ??= First(state, first, end, static (in Search _, IncidenceState one) => one.Reached);
            Low ??= First(state, first, end, static (in Search self, IncidenceState one) => self.Band(one).High);
            High ??= First(state, first, EndOfBand(state, first, end), static (in Search self, IncidenceState one) => self.Band(one).Low)
                ?? Only(state, first, end);
        }

        private readonly Interval Band(IncidenceState state) =>
            IsAll(state) ? new Interval(0, 1) : LogLogBand.Of(state.Reached, state.Error, _z);

        private static bool IsAll(IncidenceState state) => state.Reached > 1 - ShareTolerance;

        // Where all reach it, the lower edge stays where it was before the last time.
        private readonly int EndOfBand(IncidenceState state, int first, int end)
        {
            if (IsAll(state.After(end - first, 0)))
            {
                for (var last = reached[end - 1]; end > first && reached[end - 1] == last;)
                {
                    end--;
                }
            }

            return end;
        }

        // All reach it at one and the same time: the exact bound of n of n holds there.
        private readonly double? Only(IncidenceState state, int first, int end) =>
            state.Reached == 0 && IsAll(state.After(end - first, 0)) && reached[first] == reached[end - 1]
                && 1 - ProportionInterval.UpperBound(0, state.AtRisk, (1 - level) / 2) >= enough
                ? reached[first]
                : null;

        private readonly double? First(IncidenceState state, int first, int end, Edge edge)
        {
            if (end == first || !(edge(this, state.After(end - first, 0)) >= enough))
            {
                return null;
            }

            var (low, high) = (first, end - 1);
            while (low < high)
            {
                var middle = low + ((high - low) / 2);
                (low, high) = edge(this, state.After(middle - first + 1, 0)) >= enough ? (low, middle) : (middle + 1, high);
            }

            return reached[low];
        }

        private delegate double Edge(in Search self, IncidenceState state);
    }
}
