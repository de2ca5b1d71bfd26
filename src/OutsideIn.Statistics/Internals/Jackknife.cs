using OutsideIn.Vocabulary;

namespace OutsideIn.Statistics;

/// <summary>Leaves out one case after the other, in one pass forward and one backward over the distinct times.</summary>
/// <remarks>
/// Without a case of time t, everybody at risk up to t is one fewer, and after t nothing changes. So the estimate without it is a prefix
/// over "one fewer at risk" up to t, the step at t by itself, and a suffix of the usual product from there on.
/// </remarks>
internal sealed class Jackknife
{
    private readonly double _until;
    private readonly double[] _durations;
    private readonly CompetingEnd[] _ends;
    private readonly int[] _placeOf;
    private readonly double[] _times;
    private readonly int[] _atRisk;
    private readonly int[] _reached;
    private readonly int[] _lost;

    private Jackknife(double until, DurationGroup group)
    {
        (_until, _durations, _ends) = (until, group.Durations.ToArray(), group.Ends.ToArray());
        var count = _durations.Length;
        var (sorted, order) = ((double[])_durations.Clone(), Enumerable.Range(0, count).ToArray());
        Array.Sort(sorted, order);
        (_placeOf, var times, var first) = (new int[count], new List<double>(), new List<int>());
        for (var rank = 0; rank < count && sorted[rank] <= until; rank++)
        {
            if (times.Count == 0 || sorted[rank] != times[^1])
            {
                times.Add(sorted[rank]);
                first.Add(rank);
            }
        }

        (_times, _atRisk) = ([.. times], [.. first.Select(rank => count - rank)]);
        (_reached, _lost) = (new int[_times.Length], new int[_times.Length]);
        Array.Fill(_placeOf, _times.Length);
        for (var (rank, place) = (0, -1); rank < count && sorted[rank] <= until; rank++)
        {
            place += place + 1 < _times.Length && sorted[rank] == _times[place + 1] ? 1 : 0;
            var subject = order[rank];
            _placeOf[subject] = place;
            _reached[place] += _ends[subject] == CompetingEnd.Reached ? 1 : 0;
            _lost[place] += _ends[subject] == CompetingEnd.Lost ? 1 : 0;
        }
    }

    /// <summary>Prepares a group, or refuses it where its curve ends before the time because its last case was still open.</summary>
    public static Result<Jackknife> Of(DurationGroup group, double until)
    {
        if (group.Count < 2)
        {
            return new Problem(ProblemKind.NotEstimable, "ST060", $"There are {group.Count} cases.", "At least two are needed.");
        }

        var one = new Jackknife(until, group);
        return one.IsWatchedLongEnough()
            ? one
            : new Problem(
                ProblemKind.NotEstimable, "ST060", "Nobody was watched for as long as is asked, and some were still open when last seen.", "Ask for a shorter time, or wait.");
    }

    /// <summary>[cases] n·F(t) − (n − 1)·F₋ᵢ(t), F the share reached.</summary>
    public double[] OfShare()
    {
        var (ahead, back) = (Forward(), Backward());
        return Of(back.Reached[0], index => Without(index, ahead, back).Reached);
    }

    /// <summary>[cases] The same of ∫ (1 − F) up to the limit.</summary>
    public double[] OfTimeWithout()
    {
        var (ahead, back) = (Forward(), Backward());
        return Of(back.Time[0], index => Without(index, ahead, back).Time);
    }

    private bool IsWatchedLongEnough()
    {
        // The curve goes on where somebody is watched beyond the time, or where nobody is left waiting.
        for (var index = 0; index < _durations.Length; index++)
        {
            if (_durations[index] >= _until)
            {
                return true;
            }
        }

        return _times.Length > 0 && _reached[^1] + _lost[^1] == _atRisk[^1];
    }

    private double[] Of(double whole, Func<int, double> without)
    {
        var count = _durations.Length;
        var values = new double[count];
        for (var index = 0; index < count; index++)
        {
            values[index] = (count * whole) - ((count - 1) * without(index));
        }

        return values;
    }

    // With one fewer at risk all along: [places + 1] what stood before each place's step.
    private (double[] Waiting, double[] Reached, double[] Time) Forward()
    {
        var places = _times.Length;
        var (waiting, reached, time) = (new double[places + 1], new double[places + 1], new double[places + 1]);
        waiting[0] = 1;
        for (var place = 0; place < places; place++)
        {
            (waiting[place + 1], reached[place + 1]) = Step(waiting[place], reached[place], _atRisk[place] - 1, _reached[place], _lost[place]);
            time[place + 1] = time[place] + ((1 - reached[place]) * Gap(place));
        }

        return (waiting, reached, time);
    }

    // With the usual numbers, of one who still waits after the place before: [places + 1] the share that will get there, and the time without it.
    private (double[] Reached, double[] Time) Backward()
    {
        var places = _times.Length;
        var (reached, time) = (new double[places + 1], new double[places + 1]);
        time[places] = _until - (places == 0 ? 0 : _times[^1]);
        for (var place = places - 1; place >= 0; place--)
        {
            var (hit, gone) = ((double)_reached[place] / _atRisk[place], (double)_lost[place] / _atRisk[place]);
            reached[place] = hit + ((1 - hit - gone) * reached[place + 1]);
            time[place] = Gap(place) + (gone * (_until - _times[place])) + ((1 - hit - gone) * time[place + 1]);
        }

        return (reached, time);
    }

    private (double Reached, double Time) Without(
        int index, (double[] Waiting, double[] Reached, double[] Time) ahead, (double[] Reached, double[] Time) back)
    {
        var place = _placeOf[index];
        if (place == _times.Length)
        {
            return (ahead.Reached[place], ahead.Time[place] + ((1 - ahead.Reached[place]) * back.Time[place]));
        }

        var hits = _reached[place] - (_ends[index] == CompetingEnd.Reached ? 1 : 0);
        var losses = _lost[place] - (_ends[index] == CompetingEnd.Lost ? 1 : 0);
        var (waiting, reached) = Step(ahead.Waiting[place], ahead.Reached[place], _atRisk[place] - 1, hits, losses);
        var time = ahead.Time[place] + ((1 - ahead.Reached[place]) * Gap(place)) + ((1 - reached - waiting) * (_until - _times[place]));
        return (reached + (waiting * back.Reached[place + 1]), time + (waiting * back.Time[place + 1]));
    }

    private double Gap(int place) => _times[place] - (place == 0 ? 0 : _times[place - 1]);

    private static (double Waiting, double Reached) Step(double waiting, double reached, int atRisk, int hits, int losses) => atRisk == 0
        ? (waiting, reached)
        : (waiting * (atRisk - hits - losses) / atRisk, reached + (waiting * hits / atRisk));
}
