namespace OutsideIn.Method.Internals;

/// <summary>Makes actions of the plan out of a map's actions and out of candidates: cascade, outcomes, cost, sentence.</summary>
internal sealed class PlanMaking
{
    private static readonly Cascade NoCascade = new([], [], WorkTally.None, WorkTally.None);
    private readonly OutsideInMap _map;
    private readonly CausalGraph _graph;
    private readonly MapIndex _index;

    public PlanMaking(OutsideInMap map)
    {
        _map = map;
        _graph = CausalGraph.Of(map);
        _index = MapIndex.Of(map);
        Landscape = PerformanceLandscape.Of(map);
    }

    public PerformanceLandscape Landscape { get; }

    public PlannedAction Own(ActionItem action, IReadOnlyList<CandidateDraft> covered, ReasonBook reasons)
    {
        var cascade = CascadeOf(action.Kind, action.Targets);
        return Made(action.Kind, action.Name, action.Targets, cascade, action.Outcomes.Count > 0 ? action.Outcomes : OutcomesOf(action.Targets, covered)) with
        {
            Id = action.Id,
            IsOwn = true,
            State = action.State,
            Cost = action.Cost ?? UsualCost(action.Kind),
            IsCostAssumed = action.Cost is null,
            DurationDays = action.DurationDays,
            CustomerHours = covered.Max(static draft => draft.CustomerHours),
            Reasons = [.. covered.Select(static draft => draft.Reason).Concat(reasons.Of(action.Targets)).Distinct()],
            Warnings = [.. Warnings(action)],
        };
    }

    public IEnumerable<PlannedAction> Candidates(IReadOnlyList<CandidateDraft> drafts, ReasonBook reasons)
    {
        var groups = drafts.Where(draft => draft.Targets.Count == 0 || !draft.Targets.All(reasons.IsAccepted)).GroupBy(static draft => draft.Key, StringComparer.Ordinal).ToArray();
        var taken = new HashSet<string>(_map.Actions.Select(static one => one.Id), StringComparer.OrdinalIgnoreCase);
        var following = new HashSet<string>(_map.Actions.SelectMany(action => CascadeOf(action.Kind, action.Targets).Follows), StringComparer.OrdinalIgnoreCase);
        foreach (var group in groups)
        {
            var first = group.First();
            if (first.Targets.Count > 0 && first.Targets.All(following.Contains))
            {
                continue;
            }

            var cascade = CascadeOf(first.Kind, first.Targets);
            following.UnionWith(cascade.Follows);
            yield return Made(first.Kind, first.Name, first.Targets, cascade, OutcomesOf(first.Targets, group)) with
            {
                CustomerHours = group.Max(static draft => draft.CustomerHours),
                Id = IdOf(first, taken),
                Reasons = [.. group.Select(static draft => draft.Reason).Concat(reasons.Of(first.Targets)).Distinct()],
            };
        }
    }

    private static string IdOf(CandidateDraft draft, HashSet<string> taken)
    {
        var id = ShortIds.From($"{draft.Kind} {(draft.Targets.Count == 0 ? draft.Name : draft.Targets[0])}", taken.Contains);
        taken.Add(id);
        return id;
    }

    private PlannedAction Made(ActionKind kind, string name, IReadOnlyList<string> targets, Cascade cascade, IReadOnlyList<string> outcomes) => new()
    {
        Id = "",
        Name = name,
        Kind = kind,
        Targets = targets,
        Outcomes = outcomes,
        Cascade = cascade,
        BreakpointsEliminated = cascade.RemovedWork.Breakpoints + cascade.FollowingWork.Breakpoints,
        Cost = UsualCost(kind),
        IsCostAssumed = true,
        Elevator = Elevator.OfAction(Landscape, name, ActionPlan.EffectOf(cascade), outcomes),
    };

    private Cascade CascadeOf(ActionKind kind, IReadOnlyList<string> targets) =>
        kind is ActionKind.Stop or ActionKind.Remove ? _graph.Remove(targets) : NoCascade;

    private static Judgement UsualCost(ActionKind kind) => kind switch
    {
        ActionKind.Stop => Judgement.Low,
        ActionKind.Automate or ActionKind.Innovate => Judgement.High,
        _ => Judgement.Medium,
    };

    // What no path leads from still moves the outcome a log holds its cases against.
    private string[] OutcomesOf(IReadOnlyList<string> targets, IEnumerable<CandidateDraft> drafts) =>
        OutcomesOf(targets) is { Length: > 0 } led ? led : [.. drafts.Select(static draft => draft.Outcome).OfType<string>().Take(1)];

    // What a target leads to itself; else what the Moments of Truth behind it do; else the map's only outcome where a cause of work is meant.
    private string[] OutcomesOf(IReadOnlyList<string> targets)
    {
        string[] direct = [.. targets.SelectMany(Landscape.OutcomesOf).Distinct(StringComparer.OrdinalIgnoreCase)];
        if (direct.Length > 0)
        {
            return direct;
        }

        MomentOfTruth[] behind = [.. targets.SelectMany(_graph.MomentsBehind).Concat(targets).Select(id => _index.Find<MomentOfTruth>(id)).OfType<MomentOfTruth>().DistinctBy(static one => one.Id, StringComparer.OrdinalIgnoreCase)];
        string[] caused = [.. behind.SelectMany(moment => Landscape.OutcomesOf(moment.Id)).Distinct(StringComparer.OrdinalIgnoreCase)];
        if (caused.Length > 0 || behind.Length == 0)
        {
            return caused;
        }

        string[] experiences = [.. behind.Select(static one => one.Experience).OfType<string>()];
        string[] shared = [.. _map.Outcomes.Where(one => one.Experience is not null && experiences.Contains(one.Experience, StringComparer.OrdinalIgnoreCase)).Select(static one => one.Id)];
        return shared.Length > 0 ? shared : _map.Outcomes is [var only] ? [only.Id] : [];
    }

    private static IEnumerable<string> Warnings(ActionItem action)
    {
        if (action.DurationDays > PlanOrder.DaysMax)
        {
            yield return "It takes more than a year: days, weeks or months, never years. Cut it into smaller actions.";
        }
        else if (action.DurationDays > PlanOrder.DaysUsual)
        {
            yield return "It takes more than 90 days: most take fewer.";
        }

        if (action is { Kind: ActionKind.Stop, Approvals.Count: > 0 })
        {
            yield return "A stop-action needs nobody's approval.";
        }

        if (ActionWords.SymptomIn(action.Name) is { } symptom)
        {
            yield return $"“{symptom}” treats an effect, not a cause.";
        }

        if (action.OverrideReason is null && ActionWords.AddedCheckIn(action.Name) is { } check)
        {
            yield return $"“{check}” adds a check.";
        }

        if (action.Targets.Count == 0)
        {
            yield return "It names no cause that it acts on.";
        }
    }
}
