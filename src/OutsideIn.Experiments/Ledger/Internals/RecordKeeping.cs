using OutsideIn.Statistics;

namespace OutsideIn.Experiments.Internals;

/// <summary>Goes through a ledger once and keeps count of what held.</summary>
internal sealed class RecordKeeping
{
    private readonly LedgerReading _ledger;
    private readonly Dictionary<int, LedgerFigure> _results = [];
    private readonly Dictionary<string, ExperimentPlan?> _plans = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, ExperimentAnswer> _verdicts = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<bool?> _forecasts = [];
    private readonly List<bool?> _agreed = [];
    private readonly List<bool?> _overrides = [];

    public RecordKeeping(LedgerReading ledger)
    {
        _ledger = ledger;
        foreach (var result in ledger.Entries.Select(static one => one.Entry).OfType<ResultEntry>())
        {
            _results[result.Of] = result.Figure;
        }
    }

    public TrackRecord Record(DateOnly today)
    {
        List<int> overdue = [];
        foreach (var (number, entry) in _ledger.Entries)
        {
            var result = _results.GetValueOrDefault(number);
            switch (entry)
            {
                case LockedEntry locked:
                    _plans[locked.Experiment] = PlanText.Read(locked.Plan).TryGet(out var plan, out _) ? plan : null;
                    break;
                case LookedEntry looked:
                    _verdicts[looked.Experiment] = looked.Answer;
                    break;
                case ForecastEntry forecast:
                    _forecasts.Add(result is null ? null : result.Value >= forecast.Figure.Low && result.Value <= forecast.Figure.High);
                    if (result is null && forecast.Due < today)
                    {
                        overdue.Add(number);
                    }

                    break;
                case DecidedEntry decided when decided.Decision != LedgerDecision.GoOn:
                    Count(decided, result);
                    break;
                default:
                    break;
            }
        }

        return new TrackRecord(ShareOf(_forecasts), ShareOf(_agreed), ShareOf(_overrides), overdue);
    }

    private void Count(DecidedEntry decided, LedgerFigure? result)
    {
        var plan = _plans.GetValueOrDefault(decided.Experiment);
        double? gain = result is null || plan is null ? null : plan.Primary.Better == Direction.Lower ? -result.Value : result.Value;
        ExperimentAnswer? verdict = _verdicts.TryGetValue(decided.Experiment, out var last) ? last : null;
        if (verdict is not (null or ExperimentAnswer.NotYet or ExperimentAnswer.Withheld or ExperimentAnswer.Refused))
        {
            _agreed.Add(gain is { } later ? Agrees(verdict.Value, later, plan!) : null);
        }

        if (decided.IsOverride)
        {
            _overrides.Add(gain is { } later ? decided.Decision == LedgerDecision.Launch ? later > 0 : later < plan!.MinimumEffect : null);
        }
    }

    private static bool Agrees(ExperimentAnswer verdict, double gain, ExperimentPlan plan) => verdict switch
    {
        ExperimentAnswer.Better or ExperimentAnswer.BetterButUnguarded => gain > 0,
        ExperimentAnswer.Worse => gain <= 0,
        _ => gain < plan.MinimumEffect,
    };

    private static HeldShare ShareOf(List<bool?> known)
    {
        var (held, count) = (known.Count(static one => one == true), known.Count(static one => one is not null));
        return new HeldShare(held, count, known.Count - count, ProportionInterval.Wilson(held, count).TryGet(out var share, out _) ? share : null);
    }
}
