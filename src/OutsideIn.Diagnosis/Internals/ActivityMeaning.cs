using OutsideIn.Method;

namespace OutsideIn.Diagnosis;

/// <summary>An activity of the log and what the map takes it for; <c>Mapped</c> is null where the map does not name it.</summary>
internal sealed record ActivityMeaning(string Activity, MappedActivity? Mapped)
{
    public string Name => Mapped?.Name ?? Activity;

    public WorkKind Kind => Mapped?.Kind ?? WorkKind.Internal;

    public bool IsMomentOfTruth => Kind == WorkKind.MomentOfTruth;

    public bool IsRuleCheck => Kind == WorkKind.RuleCheck;

    public DemandKind Demand => Mapped?.Demand ?? DemandKind.Unmarked;

    /// <summary>Who begins the contact, or null where nobody has said.</summary>
    public Initiator? Initiator => Mapped?.Initiator;

    public bool IsSuggested => Mapped?.IsSuggested ?? true;

    public string? Reason => Mapped is null ? "The map does not name it, so it is taken for internal work." : Mapped.Reason;
}

/// <summary>What has become of a case.</summary>
internal enum CaseOutcome : byte
{
    /// <summary>Neither reached nor lost by the horizon.</summary>
    Open,

    /// <summary>An event that shows the outcome reached, and none since that shows it lost.</summary>
    Reached,

    /// <summary>An event that shows the outcome lost, and none since that shows it reached.</summary>
    Lost,
}
