namespace OutsideIn.Statistics;

/// <summary>The kernel of the cumulative incidence curve.</summary>
internal static class IncidenceSteps
{
    /// <summary>The steps of the curve, one per distinct time at which something was reached.</summary>
    /// <param name="times">[observations] Ascending; an observation open at the time of an end was still waiting when it happened.</param>
    /// <param name="ends">[observations] How each ended.</param>
    /// <param name="level">Confidence level.</param>
    /// <remarks>Variance: Marubini and Valsecchi (1995), §10.4, its sums over earlier times kept as running sums.</remarks>
    public static CumulativeIncidenceStep[] Of(ReadOnlySpan<double> times, ReadOnlySpan<CompetingEnd> ends, double level)
    {
        var steps = new CumulativeIncidenceStep[Distinct(times, ends)];
        var z = NormalDistribution.TwoSided(level);
        var (waiting, reached, sums, step) = (1.0, 0.0, default(Sums), 0);
        var last = new Interval(0, 1);
        for (var row = 0; row < times.Length;)
        {
            var (time, atRisk, events, lost) = (times[row], times.Length - row, 0, 0);
            for (; row < times.Length && times[row] == time; row++)
            {
                events += ends[row] == CompetingEnd.Reached ? 1 : 0;
                lost += ends[row] == CompetingEnd.Lost ? 1 : 0;
            }

            reached += waiting * events / atRisk;
            sums.Add(waiting, reached, atRisk, events, lost);
            waiting *= (double)(atRisk - events - lost) / atRisk;
            if (events > 0)
            {
                var error = Math.Sqrt(Math.Max(0, sums.Variance(reached)));
                last = reached > 1 - 1e-12 ? Emptied(last, step, atRisk, level) : LogLog(1 - reached, error, z);
                steps[step++] = new CumulativeIncidenceStep(time, atRisk, events, Math.Min(1, reached), error, last);
            }
        }

        return steps;
    }

    private static Interval LogLog(double remaining, double error, double z)
    {
        var log = Math.Log(remaining);
        var spread = z * error / (remaining * Math.Abs(log));
        return new Interval(1 - Math.Exp(log * Math.Exp(-spread)), 1 - Math.Exp(log * Math.Exp(spread)));
    }

    // All have reached it, where the transform has no value: as in the product-limit curve.
    private static Interval Emptied(Interval before, int step, int atRisk, double level) =>
        new(step > 0 ? before.Low : 1 - ProportionInterval.UpperBound(0, atRisk, (1 - level) / 2), 1);

    private static int Distinct(ReadOnlySpan<double> times, ReadOnlySpan<CompetingEnd> ends)
    {
        var (count, last) = (0, double.NaN);
        for (var row = 0; row < times.Length; row++)
        {
            if (ends[row] == CompetingEnd.Reached && times[row] != last)
            {
                count++;
                last = times[row];
            }
        }

        return count;
    }

    private record struct Sums
    {
        private double _all;
        private double _allReached;
        private double _allReachedSquared;
        private double _own;
        private double _cross;
        private double _crossReached;

        public void Add(double waitingBefore, double reached, int atRisk, int events, int lost)
        {
            var (n, ended) = ((double)atRisk, events + lost);
            var all = ended == atRisk ? 0 : ended / (n * (n - ended));
            var cross = waitingBefore * events / (n * n);
            _all += all;
            _allReached += reached * all;
            _allReachedSquared += reached * reached * all;
            _own += waitingBefore * waitingBefore * (n - events) * events / (n * n * n);
            _cross += cross;
            _crossReached += reached * cross;
        }

        public readonly double Variance(double reached) =>
            (reached * reached * _all) - (2 * reached * _allReached) + _allReachedSquared + _own
            - (2 * reached * _cross) + (2 * _crossReached);
    }
}
