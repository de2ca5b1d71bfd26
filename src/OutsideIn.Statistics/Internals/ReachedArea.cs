namespace OutsideIn.Statistics;

/// <summary>The area under a cumulative incidence curve up to a limit: how much of the limit those who reach it save.</summary>
internal static class ReachedArea
{
    /// <summary>The area and its standard error.</summary>
    /// <param name="times">[observations] Ascending.</param>
    /// <param name="ends">[observations] How each ended; an observation open at the time of an end was still waiting when it happened.</param>
    /// <param name="limit">Up to where.</param>
    /// <remarks>
    /// The area is Σ S(t−)·r·(limit − t) over the times, r the share of those at risk that reach it. With G what of it comes after a time, it
    /// moves with r by S(t−)(limit − t) − G/(1 − r − l) and with the share lost, l, by −G/(1 − r − l); r and l are multinomial. Walked
    /// backwards, so that G is a running sum.
    /// </remarks>
    public static (double Area, double Error) Of(ReadOnlySpan<double> times, ReadOnlySpan<CompetingEnd> ends, double limit)
    {
        var ranks = Steps(times, ends, limit);
        var (later, variance) = (0.0, 0.0);
        for (var step = ranks.Count - 1; step >= 0; step--)
        {
            var (atRisk, reached, lost, waiting, left) = ranks[step];
            double n = atRisk;
            var stay = (n - reached - lost) / n;
            var loss = stay == 0 ? 0 : later / stay;
            var gain = (waiting * left) - loss;
            variance += ((gain * gain * reached * (n - reached)) + (loss * loss * lost * (n - lost)) + (2 * gain * loss * reached * lost)) / (n * n * n);
            later += waiting * reached / n * left;
        }

        return (later, Math.Sqrt(variance));
    }

    private static List<(int AtRisk, int Reached, int Lost, double Waiting, double Left)> Steps(
        ReadOnlySpan<double> times, ReadOnlySpan<CompetingEnd> ends, double limit)
    {
        var (steps, waiting) = (new List<(int, int, int, double, double)>(), 1.0);
        for (var row = 0; row < times.Length && times[row] <= limit;)
        {
            var (time, atRisk, reached, lost) = (times[row], times.Length - row, 0, 0);
            for (; row < times.Length && times[row] == time; row++)
            {
                reached += ends[row] == CompetingEnd.Reached ? 1 : 0;
                lost += ends[row] == CompetingEnd.Lost ? 1 : 0;
            }

            if (reached + lost > 0)
            {
                steps.Add((atRisk, reached, lost, waiting, limit - Math.Max(time, 0)));
                waiting *= (double)(atRisk - reached - lost) / atRisk;
            }
        }

        return steps;
    }
}
