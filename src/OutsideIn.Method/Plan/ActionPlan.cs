using System.Globalization;
using OutsideIn.Method.Internals;
using OutsideIn.Vocabulary;

namespace OutsideIn.Method;

/// <summary>The action plan: what could be done about the causes of work, and in which order (S2 steps 8 and 9, rows 44 to 46; F17, F18). Deterministic.</summary>
public static class ActionPlan
{
    /// <summary>The plan of a map.</summary>
    /// <remarks>
    /// Candidates come from the map's own judgements, its ratings, the findings that ask for something to be done, and a log. A candidate whose targets an
    /// action of the map has among its own is left out, and its reasons are put to that action; of several candidates with
    /// the same targets the one of the earliest stage stays with the reasons of all. What goes with an action of the map, or
    /// with a candidate before it, is no candidate itself. A target is left alone where somebody accepts every finding that asks for something to be done about it.
    /// </remarks>
    /// <param name="map">The map.</param>
    /// <param name="findings">What the checks say of it; null without them.</param>
    /// <param name="evidence">What a log shows; null without one.</param>
    public static Plan Of(OutsideInMap map, CheckResult? findings = null, PlanEvidence? evidence = null)
    {
        ArgumentNullException.ThrowIfNull(map);
        var making = new PlanMaking(map);
        var reasons = new ReasonBook(map, findings);
        CandidateDraft[] drafts =
        [
            .. ((CandidateDraft[])[.. CandidateDrafts.Of(map, making.Landscape), .. reasons.Drafts(), .. LogDrafts.Of(map, evidence)]).OrderBy(static draft => PlannedAction.StageOf(draft.Kind)),
        ];
        var (free, covered) = Split(map, drafts);
        var own = map.Actions.Select(action => making.Own(action, [.. covered[action.Id]], reasons)).ToArray();
        var candidates = making.Candidates(free, reasons);
        var open = own.Where(static one => one.State < ActionState.Done).Concat(candidates).ToArray();
        var ordered = PlanOrder.Of(open);
        return new Plan(
            ordered,
            [.. ordered.Where(static one => !one.IsOwn).OrderBy(static one => one.Stage)],
            [.. open.Where(PlanOrder.IsRejected)],
            [.. own.Where(static one => one.State >= ActionState.Done)]);
    }

    // What an action of the map acts on already is no candidate, whatever the kind.
    private static (List<CandidateDraft> Free, ILookup<string, CandidateDraft> Covered) Split(OutsideInMap map, CandidateDraft[] drafts)
    {
        var actions = map.Actions.SelectMany(static action => action.Targets.Select(target => (Target: target, Action: action)))
            .ToLookup(static pair => pair.Target, static pair => pair.Action, StringComparer.OrdinalIgnoreCase);
        List<CandidateDraft> free = [];
        List<(string Action, CandidateDraft Draft)> covered = [];
        foreach (var draft in drafts)
        {
            var covering = draft.Targets.Count == 0 ? null
                : actions[draft.Targets[0]].FirstOrDefault(action => draft.Targets.All(target => action.Targets.Contains(target, StringComparer.OrdinalIgnoreCase)));
            if (covering is null)
            {
                free.Add(draft);
            }
            else
            {
                covered.Add((covering.Id, draft));
            }
        }

        return (free, covered.ToLookup(static one => one.Action, static one => one.Draft, StringComparer.OrdinalIgnoreCase));
    }

    /// <summary>What goes with an action's targets, in words such as " with 4 breakpoints and 2 rules behind it, which frees 30 hours of work"; null where nothing does.</summary>
    public static string? EffectOf(Cascade cascade)
    {
        ArgumentNullException.ThrowIfNull(cascade);
        var work = cascade.FollowingWork;
        List<string> parts = [];
        void Add(int count, string one, string many)
        {
            if (count > 0)
            {
                parts.Add(CountText.Of(count, one, many));
            }
        }

        Add(work.Breakpoints, "breakpoint", "breakpoints");
        Add(work.Rules, "rule", "rules");
        Add(work.Activities, "activity", "activities");
        Add(work.Tasks, "task", "tasks");
        var hours = work.Hours + cascade.RemovedWork.Hours;
        var freed = hours > 0 ? string.Create(CultureInfo.InvariantCulture, $", which frees {hours:#,0.#} hours of work") : "";
        var behind = parts.Count switch
        {
            0 => "",
            1 => $" with {parts[0]} behind it",
            _ => $" with {string.Join(", ", parts[..^1])} and {parts[^1]} behind it",
        };
        return behind.Length + freed.Length == 0 ? null : behind + freed;
    }
}
