namespace OutsideIn.Method.Internals;

/// <summary>A candidate before its consequences are known.</summary>
internal sealed record CandidateDraft(ActionKind Kind, string Name, IReadOnlyList<string> Targets, PlanReason Reason)
{
    /// <summary>The outcome a log holds its cases against; null where no log shows it.</summary>
    public string? Outcome { get; init; }

    /// <summary>Hours that customers waited with it, as a log shows; null where none does.</summary>
    public double? CustomerHours { get; init; }

    /// <summary>What tells candidates apart: one for a kind of action on the same targets; one alone for what only a log shows.</summary>
    public string Key => Targets.Count == 0
        ? $"{Kind}?{Name}"
        : string.Join('\n', Targets.Select(static id => id.ToUpperInvariant()).Order(StringComparer.Ordinal));
}
