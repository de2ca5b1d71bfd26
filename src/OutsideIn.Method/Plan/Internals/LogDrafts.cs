namespace OutsideIn.Method.Internals;

/// <summary>What could be done, from what a log shows.</summary>
internal static class LogDrafts
{
    public static IEnumerable<CandidateDraft> Of(OutsideInMap map, PlanEvidence? evidence)
    {
        if (evidence is null)
        {
            yield break;
        }

        var index = MapIndex.Of(map);
        foreach (var shown in evidence.Candidates)
        {
            var entry = index.Find(shown.Entry);
            var kind = shown.Kind != PointKind.MomentOfTruth || shown.IsFailureDemand || entry is MomentOfTruth { Contributes: false }
                ? ActionKind.Remove
                : ActionKind.Improve;
            var name = entry?.Name ?? shown.Name;
            var text = (shown.Kind, kind) switch
            {
                (PointKind.Rule, _) => $"Challenge the rule “{name}”",
                (PointKind.Breakpoint, _) => $"Remove the hand-off “{name}”",
                (_, ActionKind.Remove) => $"Remove “{name}”",
                _ => $"Improve “{name}”",
            };
            var few = shown.IsSmall ? " (few cases)" : "";
            yield return new CandidateDraft(kind, text, entry is null ? [] : [entry.Id], new PlanReason($"{shown.Why}{few}", Code: null, evidence.Log, shown.Figure))
            {
                Outcome = evidence.Outcome,
                CustomerHours = shown.CustomerHours,
            };
        }
    }
}
