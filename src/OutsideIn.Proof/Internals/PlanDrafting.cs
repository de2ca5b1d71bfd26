using System.Globalization;
using OutsideIn.Experiments;
using OutsideIn.Measures;
using OutsideIn.Method;
using OutsideIn.Statistics;
using OutsideIn.Vocabulary;

namespace OutsideIn.Proof;

/// <summary>An experiment of a map to its plan; what is missing is gathered rather than stopped at.</summary>
internal sealed class PlanDrafting
{
    private const double SharesTolerance = 1e-9;
    private const int LooksMax = 26;

    private readonly Experiment _experiment;
    private readonly MeasureSchema _schema;
    private readonly OutcomeDrafting _outcomes;
    private readonly List<Problem> _missing = [];

    public PlanDrafting(OutsideInMap map, Experiment experiment, MeasureSchema schema)
    {
        (_experiment, _schema) = (experiment, schema);
        _outcomes = new OutcomeDrafting(MapIndex.Of(map), schema);
    }

    public PlanDraft Draft()
    {
        var hypothesis = new Hypothesis(
            Said(_experiment.Change, "change", "what is done differently"),
            Said(_experiment.ForWhom, "for", "for which customers"),
            Said(_experiment.Outcome, "outcome", "what it will do for them"),
            Said(_experiment.Reason, "because", "the evidence it was formed from"));
        var unit = Unit();
        var arms = Arms();
        var primary = Primary();
        CheckParts();
        var guardrails = _experiment.Guardrails.Select(Guardrail).OfType<PlannedGuardrail>().ToList();
        var secondary = _experiment.Secondary.Select(Outcome).OfType<DraftedOutcome>().Select(static one => one.Outcome).ToList();
        var effect = MinimumEffect(primary);
        var looks = Looks();
        CheckExclusions();
        var plan = _missing.Count > 0 ? null : new ExperimentPlan
        {
            Id = _experiment.Id,
            Name = _experiment.Name,
            Hypothesis = hypothesis,
            Unit = unit,
            Arms = arms,
            Primary = primary!.Outcome,
            Guardrails = guardrails,
            Secondary = secondary,
            MinimumEffect = effect,
            EffectScale = ScaleOf(_experiment.EffectAs),
            Looks = looks,
            Alpha = _experiment.Alpha ?? 0.05,
            Power = _experiment.Power ?? 0.8,
            Start = _experiment.Start,
            End = _experiment.End,
            FollowUpDays = _experiment.FollowUp,
            Exclusions = _experiment.Exclusions,
            Covariates = _experiment.Covariates,
            Strata = _experiment.Strata,
            Economics = _experiment is { CustomersPerPeriod: { } customers, CustomerValue: { } value, Cost: { } cost } ? new PlannedEconomics(customers, value, cost) : null,
        };
        return new PlanDraft(_experiment, plan, _missing);
    }

    private static EffectScale ScaleOf(AmountScale scale) => scale == AmountScale.Relative ? EffectScale.Relative : EffectScale.Difference;

    private string Said(string? text, string key, string what)
    {
        if (!string.IsNullOrWhiteSpace(text))
        {
            return text.Trim();
        }

        var isInSentence = !string.IsNullOrWhiteSpace(_experiment.Hypothesis);
        Miss("EX004", $"The plan does not say {what}.", $"Write \"{key}\"{(isInSentence ? "; the sentence of the hypothesis may stay beside its four parts" : "")}.");
        return "";
    }

    private ExperimentUnit Unit()
    {
        if (_experiment.Unit is { } unit)
        {
            return Enum.Parse<ExperimentUnit>(unit.ToString());
        }

        Miss("EX004", "The plan does not say what is given one arm or the other.", "Write \"unit\": case, customer, agent, team, branch or week. What is changed for a whole team is counted by team.");
        return default;
    }

    private List<PlannedArm> Arms()
    {
        var arms = _experiment.Arms;
        if (arms.Count < 2)
        {
            Miss("EX007", $"The plan has {CountText.Of(arms.Count, "arm", "arms")}.", "Write at least two under \"arms\", the control first, each with the name that marks its units in the log or the list.");
            return [];
        }

        if (arms.GroupBy(static arm => NamePattern.Fold(arm.Name), StringComparer.Ordinal).FirstOrDefault(static alike => alike.Count() > 1) is { } twice)
        {
            Miss("EX007", $"Two arms are called \"{twice.First().Name}\".", "Give each a name of its own: the name tells whose units are whose.");
        }

        var said = arms.Sum(static arm => arm.Share ?? 0);
        var open = arms.Count(static arm => arm.Share is null);
        var rest = open == 0 ? 0 : (1 - said) / open;
        if (open == 0 ? Math.Abs(said - 1) > SharesTolerance : rest <= SharesTolerance)
        {
            var shown = (said * 100).ToString("0.##", CultureInfo.InvariantCulture);
            Miss("EX007", $"The shares of the arms add up to {shown}%{(open == 0 ? "" : ", and an arm without one is left nothing")}.", "Let them add up to 100%, or take them out for equal ones.");
        }

        if (arms.Any(static arm => arm.Share is 0))
        {
            Miss("EX007", "An arm is given to nobody: its share is 0%.", "Give it a share, or take it out.");
        }

        return [.. arms.Select(arm => new PlannedArm(arm.Name, arm.Share ?? rest))];
    }

    private DraftedOutcome? Primary()
    {
        if (_experiment.TargetMetric is { } metric)
        {
            return Outcome(metric);
        }

        Miss("EX004", "The plan does not name the one outcome that decides.", "Write it as \"target metric\". Of several, one looks better by chance.");
        return null;
    }

    private DraftedOutcome? Outcome(string metric)
    {
        if (_outcomes.Of(metric).TryGet(out var outcome, out var problem))
        {
            return outcome;
        }

        _missing.Add(problem);
        return null;
    }

    // One metric has one part: the keys of the plan's text and the family of corrected outcomes go by it.
    private void CheckParts()
    {
        IEnumerable<string?> all = [_experiment.TargetMetric, .. _experiment.Guardrails.Select(static one => one.Metric), .. _experiment.Secondary];
        foreach (var twice in all.OfType<string>().GroupBy(static id => id, StringComparer.OrdinalIgnoreCase).Where(static alike => alike.Count() > 1))
        {
            Miss("EX009", $"The metric \"{twice.Key}\" has {CountText.Of(twice.Count(), "part", "parts")} in the plan.", "Let it decide, or be guarded, or be secondary; and take it out of the others.");
        }
    }

    private PlannedGuardrail? Guardrail(Guardrail guardrail)
    {
        if (guardrail.Metric is not { } metric)
        {
            Miss("EX004", "A guardrail names no metric.", "Write \"metric\" to it, or take it out.");
            return null;
        }

        if (Outcome(metric) is not { } outcome)
        {
            return null;
        }

        var called = $"the margin of \"{outcome.Outcome.Name}\"";
        var margin = AmountOf(guardrail.Margin, guardrail.MarginAs, outcome.Figure, (called, "margin"));
        return margin is { } value ? new PlannedGuardrail(outcome.Outcome, value, ScaleOf(guardrail.MarginAs)) : null;
    }

    private double MinimumEffect(DraftedOutcome? primary) => primary is null && !string.IsNullOrWhiteSpace(_experiment.MinimumEffect)
        ? 0
        : AmountOf(_experiment.MinimumEffect, _experiment.EffectAs, primary?.Figure, ("the smallest effect worth having", "minimum effect")) ?? 0;

    private double? AmountOf(string? text, AmountScale scale, PlannedFigure? figure, (string Called, string Key) what)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            Miss("EX004", $"The plan does not say {what.Called}.", $"Write \"{what.Key}\": a number, a percentage such as 5%, or a duration such as 4h.");
            return null;
        }

        if (!Amount.Parse(text).TryGet(out var amount, out var problem))
        {
            Miss("EX006", $"\"{text}\" is no amount for {what.Called}.", problem.Hint);
            return null;
        }

        string? why = null;
        var value = scale == AmountScale.Relative ? PlannedFigure.Relative(amount, out why) : figure?.Difference(amount, out why);
        if (value is <= 0)
        {
            why = "it is counted from nothing upwards";
        }

        if (why is null)
        {
            return value;
        }

        var scaleKey = what.Key == "margin" ? "margin as" : "effect as";
        Miss("EX006", $"\"{text}\" does not go as {what.Called}: {why}.", $"Write \"{what.Key}\" in the unit of the outcome, or \"{scaleKey}: relative\" with a percentage.");
        return null;
    }

    private LookSchedule Looks()
    {
        var (start, end, count) = (_experiment.Start, _experiment.End, _experiment.Looks);
        if (end < start)
        {
            Miss("EX008", $"The plan ends on {DayText.Of(end!.Value)}, before it starts on {DayText.Of(start!.Value)}.", "Correct \"start\" or \"end\".");
        }

        var rule = _experiment.LookRule switch
        {
            LookingRule.AtTheEnd => LookRule.AtEnd,
            LookingRule.GroupSequential => LookRule.GroupSequential,
            LookingRule.AnyTime => LookRule.AnyTime,
            _ when count == 1 => LookRule.AtEnd,
            _ => count > 1 || (start is not null && end is not null) ? LookRule.GroupSequential : LookRule.AnyTime,
        };
        if (rule == LookRule.AtEnd && count > 1)
        {
            Miss("EX008", $"The plan looks at the end only, and {CountText.Of(count.Value, "time", "times")}.", "Write \"looks: 1\", or \"look rule: group-sequential\".");
        }

        if (rule == LookRule.GroupSequential && count is null && (start is null || end is null))
        {
            Miss("EX008", "The plan looks several times before its end, and says neither how often nor when it starts and ends.", "Write \"looks\", or \"start\" and \"end\"; without a planned end \"look rule: any time\".");
        }

        return new LookSchedule(rule, rule == LookRule.AtEnd ? 1 : count ?? Weekly(start, end));
    }

    // Where nobody has said: once a week, the follow-up included.
    private int Weekly(DateOnly? start, DateOnly? end) => start is { } first && end is { } last && last >= first
        ? (int)Math.Clamp(Math.Ceiling((last.DayNumber - first.DayNumber + 1 + (_experiment.FollowUp ?? 0)) / 7), 1, LooksMax)
        : 1;

    private void CheckExclusions()
    {
        foreach (var condition in _experiment.Exclusions)
        {
            var parsed = MeasureParser.Parse($"count of events for cases where {condition}");
            var wrong = parsed.Diagnostics.Concat(MeasureChecker.Check(parsed.Tree, _schema).Diagnostics).FirstOrDefault(static one => one.Severity == MeasureSeverity.Error);
            if (wrong is not null)
            {
                Miss("EX010", $"The exclusion \"{condition}\" cannot be read: {wrong.Message}", wrong.Hint);
            }
        }
    }

    private void Miss(string code, string message, string? remedy) => _missing.Add(new Problem(ProblemKind.Invalid, code, message, remedy));
}
