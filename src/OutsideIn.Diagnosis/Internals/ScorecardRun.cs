using OutsideIn.Measures;
using OutsideIn.Method;

namespace OutsideIn.Diagnosis;

/// <summary>The plans of one scorecard, and what becomes of the values of each. Used once, by one thread.</summary>
internal sealed class ScorecardRun(MeasuredLog log, ScorecardOptions options)
{
    private readonly List<MeasurePlan> _plans = [];
    private readonly List<List<Action<MeasureValues>>> _uses = [];
    private readonly Dictionary<string, int> _clocks = new(StringComparer.Ordinal);
    private readonly Dictionary<string, MeasureResult> _results = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ClockFiguresEntry[]> _clockFigures = new(StringComparer.Ordinal);
    private readonly ResultOptions _how = ResultOptions.Of(log, options.Per);

    /// <summary>The score of a metric as far as it is known before any event is read.</summary>
    public Score Add(Metric metric, MeasureSchema schema)
    {
        var objective = metric.Objective;
        var measure = PreparedMeasure.Of(metric.Measure!, objective, schema);
        if (objective is null && DerivedObjective.Of(metric, measure) is { } derived)
        {
            (objective, measure) = (derived, PreparedMeasure.Of(metric.Measure!, derived, schema));
        }

        var score = new Score(
            metric.Id, metric.Name, TierOf(metric), metric.Measure!, objective, objective is not null && metric.Objective is null, measure.Faults, null);
        if (!measure.HasErrors)
        {
            Take(score, measure);
        }

        return score;
    }

    public void Compute(CancellationToken stop, IProgress<double>? progress) => MeasureEngine.RunEach(
        log,
        _plans,
        (plan, values) =>
        {
            foreach (var use in _uses[plan])
            {
                use(values);
            }
        },
        stop,
        progress);

    /// <summary>A score with its result, after everything has been computed.</summary>
    public Score Finished(Score score) => _results.TryGetValue(score.Id, out var result)
        ? score with { Result = _clockFigures.TryGetValue(score.Id, out var clocks) ? result with { Clocks = clocks } : result }
        : score;

    private void Take(Score score, PreparedMeasure measure)
    {
        Add(measure.Plan(log), values =>
        {
            var sides = measure.Objective is { Goal: not TotalGoalSyntax } objective ? Verdicts.Sides(values, objective) : null;
            var result = MeasureResults.Of(measure, values, sides, null, _how);
            _results[score.Id] = result;
            options.Each?.Invoke(score with { Result = result }, values, sides);
        });
        if (!ClockPlans.AreShown(measure, log))
        {
            return;
        }

        var figures = _clockFigures[score.Id] = new ClockFiguresEntry[ClockPlans.Both.Count];
        foreach (var (at, clock) in ClockPlans.Both.Index())
        {
            AddClock(ClockPlans.Of(measure, clock.IsCustomers), measure.IsInBusinessDays, values =>
                figures[at] = new ClockFiguresEntry(clock.Word, clock.Name, ClockPlans.Figures(values, measure.Objective, _how.Verdict)));
        }
    }

    private int Add(MeasurePlan plan, Action<MeasureValues> use)
    {
        _plans.Add(plan);
        _uses.Add([use]);
        return _plans.Count - 1;
    }

    // Most metrics are of the same cases, and so are the clocks beside them.
    private void AddClock(MeasureSyntax clock, bool isInBusinessDays, Action<MeasureValues> use)
    {
        var key = $"{MeasurePrinter.Print(clock)}|{isInBusinessDays}";
        if (_clocks.TryGetValue(key, out var plan))
        {
            _uses[plan].Add(use);
        }
        else
        {
            _clocks[key] = Add(MeasureCompiler.Plan(clock, log, isInBusinessDays), use);
        }
    }

    private static string? TierOf(Metric metric)
    {
        var reading = Tiers.Classify(metric.Name);
        return (metric.Tier ?? (reading.IsCertain ? reading.Tier : null)) is { } tier ? Words.Of(tier) : null;
    }
}
