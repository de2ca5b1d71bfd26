using OutsideIn.Statistics;

namespace OutsideIn.Experiments;

/// <summary>Experiments looked at every day (goal 3).</summary>
internal static class LookSimulations
{
    private const string Goal = "3";
    private const double Alpha = 0.05;
    private const int Runs = 20_000;
    private const int UnitsPerDay = 1_000;
    private const int Days = 28;

    // Where one look at the end finds the effect in four of five experiments: 1.95996 + 0.84162.
    private const double Drift = 2.801585218113046;

    /// <summary>The boundaries of the default: group-sequential with O'Brien and Fleming's spending, equal looks.</summary>
    public static GroupSequentialDesign Design(IReadOnlyList<double> information) =>
        GroupSequentialDesign.Of(information, new GroupSequentialOptions(Alpha, SpendingFunction.OBrienFleming)).TryGet(out var design, out var problem)
            ? design
            : throw new InvalidOperationException(problem.Message);

    /// <summary>So many looks as far apart as each other.</summary>
    public static double[] Equal(int count) => [.. Enumerable.Range(1, count).Select(look => (double)look / count)];

    public static IEnumerable<CalibrationRow> Rows() =>
        [.. FalseAlarms(7), .. FalseAlarms(14), .. FalseAlarms(Days), .. FalseAlarms(90), AnyPattern(), .. Power()];

    private static IEnumerable<CalibrationRow> FalseAlarms(int looks)
    {
        var situation = $"no effect, {looks} daily looks";
        var times = Equal(looks);
        var draws = new SimulatedDraws((ulong)(100 + looks));
        var ways = new[] { Fixed(looks, NormalDistribution.UpperQuantile(0.05)), Fixed(looks, NormalDistribution.UpperQuantile(Alpha / 2)), Sequence(looks), [.. Design(times).UpperBounds] };
        var alarms = new int[ways.Length];
        for (var run = 0; run < Runs; run++)
        {
            Walk(ref draws, times, 0, ways, alarms, null);
        }

        yield return CalibrationRow.Of(new CalibrationSubject(Goal, "the usual way: Bayesian chance to win of 95 %, flat prior, every day", situation, "false alarms"), alarms[0], Runs);
        yield return CalibrationRow.Of(new CalibrationSubject(Goal, "the usual way: p < 0.05, every day", situation, "false alarms"), alarms[1], Runs);
        yield return CalibrationRow.AtMost(new CalibrationSubject(Goal, "confidence sequence, tuned for 5,000 units", situation, "false alarms"), alarms[2], Runs, 0.055);
        yield return CalibrationRow.AtMost(new CalibrationSubject(Goal, "group-sequential, O'Brien-Fleming spending", situation, "false alarms"), alarms[3], Runs, 0.055);
    }

    // Looks on days drawn at random, as few as two and as many as ninety, a fresh pattern for every 500 experiments.
    private static CalibrationRow AnyPattern()
    {
        const int perPattern = 500;
        var (draws, alarms) = (new SimulatedDraws(77), new int[1]);
        for (var pattern = 0; pattern < Runs / perPattern; pattern++)
        {
            var chance = draws.Uniform();
            var days = Enumerable.Range(1, 89).Where(_ => draws.Happens(chance)).Append(90).Select(static day => day / 90.0).ToArray();
            double[][] ways = [[.. Design(days).UpperBounds]];
            for (var run = 0; run < perPattern; run++)
            {
                Walk(ref draws, days, 0, ways, alarms, null);
            }
        }

        return CalibrationRow.AtMost(
            new CalibrationSubject(Goal, "group-sequential, O'Brien-Fleming spending", "no effect, looks on days drawn at random out of 90", "false alarms"),
            alarms[0],
            Runs,
            0.055);
    }

    private static IEnumerable<CalibrationRow> Power()
    {
        const string situation = "an effect that one look at the end finds in 80 %, 28 daily looks";
        var times = Equal(Days);
        var draws = new SimulatedDraws(3);
        var ways = new[] { Sequence(Days), [.. Design(times).UpperBounds] };
        var (found, lengths) = (new int[ways.Length], new Moments[ways.Length]);
        for (var run = 0; run < Runs; run++)
        {
            Walk(ref draws, times, Drift, ways, found, lengths);
        }

        yield return CalibrationRow.Of(new CalibrationSubject(Goal, "confidence sequence, tuned for 5,000 units", situation, "power"), found[0], Runs);
        yield return CalibrationRow.AtLeast(new CalibrationSubject(Goal, "group-sequential, O'Brien-Fleming spending", situation, "power"), found[1], Runs, 0.77);
        yield return CalibrationRow.OfMean(new CalibrationSubject(Goal, "group-sequential, O'Brien-Fleming spending", situation, "mean run in days"), lengths[1], 22, "at most 22 of 28 days");
    }

    // One experiment, read by several rules at once: which stop, and when.
    private static void Walk(ref SimulatedDraws draws, double[] times, double drift, double[][] ways, int[] stops, Moments[]? lengths)
    {
        Span<bool> going = stackalloc bool[ways.Length];
        going.Fill(true);
        var (score, before) = (0.0, 0.0);
        for (var look = 0; look < times.Length; look++)
        {
            score += (drift * (times[look] - before)) + (Math.Sqrt(times[look] - before) * draws.Normal());
            before = times[look];
            var z = Math.Abs(score) / Math.Sqrt(before);
            for (var way = 0; way < ways.Length; way++)
            {
                if (going[way] && z >= ways[way][look])
                {
                    going[way] = false;
                    stops[way]++;
                    Add(lengths, way, look + 1);
                }
            }
        }

        for (var way = 0; way < ways.Length; way++)
        {
            if (going[way])
            {
                Add(lengths, way, times.Length);
            }
        }
    }

    private static void Add(Moments[]? lengths, int way, int days)
    {
        if (lengths is not null)
        {
            lengths[way] += new Moments(1, days, 0);
        }
    }

    private static double[] Fixed(int looks, double bound) => [.. Enumerable.Repeat(bound, looks)];

    private static double[] Sequence(int looks) =>
        [.. Enumerable.Range(1, looks).Select(static look => ConfidenceSequence.Boundary(look * UnitsPerDay, ConfidenceSequence.UsualTuningUnits, Alpha))];
}
