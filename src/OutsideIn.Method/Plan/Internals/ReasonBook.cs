namespace OutsideIn.Method.Internals;

/// <summary>The findings about each entry of a map, as reasons of the plan.</summary>
internal sealed class ReasonBook
{
    private readonly ILookup<string, PlanReason> _reasons;
    private readonly HashSet<string> _accepted;

    public ReasonBook(OutsideInMap map, CheckResult? findings)
    {
        var ids = map.Entries().Select(static one => (one.Subject, one.Id)).DistinctBy(static one => one.Subject, StringComparer.OrdinalIgnoreCase)
            .ToDictionary(static one => one.Subject, static one => one.Id, StringComparer.OrdinalIgnoreCase);
        string IdOf(MapDiagnostic finding) => finding.Subject is not null && ids.TryGetValue(finding.Subject, out var id) ? id : "";
        _reasons = (findings?.Findings ?? []).ToLookup(IdOf, static one => new PlanReason(one.Message, one.Code), StringComparer.OrdinalIgnoreCase);
        _accepted = (findings?.Accepted ?? []).Select(one => IdOf(one.Finding)).Where(id => id.Length > 0 && !_reasons.Contains(id)).ToHashSet(StringComparer.OrdinalIgnoreCase);
    }

    public IEnumerable<PlanReason> Of(IEnumerable<string> targets) => targets.SelectMany(target => _reasons[target]);

    /// <summary>Whether somebody accepts every finding about an entry that has any.</summary>
    public bool IsAccepted(string target) => _accepted.Contains(target);
}
