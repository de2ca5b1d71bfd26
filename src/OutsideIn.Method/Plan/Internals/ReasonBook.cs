namespace OutsideIn.Method.Internals;

/// <summary>The findings that ask for something to be done about their entry, as reasons of the plan and as candidates.</summary>
internal sealed class ReasonBook
{
    // What each asks for; null where the map's judgements give the candidate already and the finding is one more reason for it.
    private static readonly Dictionary<string, ActionKind?> Acting = new(StringComparer.Ordinal)
    {
        ["MOT-04"] = ActionKind.Remove,
        ["MOT-06"] = ActionKind.Improve,
        ["MOT-08"] = ActionKind.Remove,
        ["MOT-14"] = null,
        ["MOT-22"] = ActionKind.Remove,
        ["BPT-04"] = null,
        ["BPT-07"] = null,
        ["BRL-02"] = null,
        ["WRK-01"] = null,
        ["WRK-04"] = null,
        ["WRK-11"] = null,
    };

    private readonly List<(MapEntry Entry, MapDiagnostic Finding)> _standing;
    private readonly ILookup<string, PlanReason> _reasons;
    private readonly HashSet<string> _accepted;

    public ReasonBook(OutsideInMap map, CheckResult? findings)
    {
        var entries = map.Entries().DistinctBy(static one => one.Subject, StringComparer.OrdinalIgnoreCase)
            .ToDictionary(static one => one.Subject, StringComparer.OrdinalIgnoreCase);
        List<(MapEntry Entry, MapDiagnostic Finding)> Found(IEnumerable<MapDiagnostic> all) =>
        [
            .. all.Where(static one => Acting.ContainsKey(one.Code) && one.Subject is not null)
                .Select(one => (Entry: entries.GetValueOrDefault(one.Subject!)!, Finding: one)).Where(static one => one.Entry is not null),
        ];
        _standing = Found(findings?.Findings ?? []);
        _reasons = _standing.ToLookup(static one => one.Entry.Id, static one => new PlanReason(one.Finding.Message, one.Finding.Code), StringComparer.OrdinalIgnoreCase);
        _accepted = Found((findings?.Accepted ?? []).Select(static one => one.Finding)).Select(static one => one.Entry.Id)
            .Where(id => !_reasons.Contains(id)).ToHashSet(StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>What the findings ask for by themselves, such as to remove what is kept against the method.</summary>
    public IEnumerable<CandidateDraft> Drafts() =>
        from found in _standing
        let kind = Acting[found.Finding.Code]
        where kind is not null
        select new CandidateDraft(kind.Value, $"{kind} “{found.Entry.Name}”", [found.Entry.Id], new PlanReason(found.Finding.Message, found.Finding.Code));

    public IEnumerable<PlanReason> Of(IEnumerable<string> targets) => targets.SelectMany(target => _reasons[target]);

    /// <summary>Whether somebody accepts every such finding about an entry that has any.</summary>
    public bool IsAccepted(string target) => _accepted.Contains(target);
}
