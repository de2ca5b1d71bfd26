using OutsideIn.Method;
using OutsideIn.Vocabulary;

namespace OutsideIn.Diagnosis;

/// <summary>What an activity of a log is taken for, before it becomes an entry of a map.</summary>
/// <param name="Name">The activity's name.</param>
/// <param name="Kind">What it is to the customer.</param>
/// <param name="Reason">Why.</param>
internal sealed record WorkDraft(string Name, WorkKind Kind, string Reason)
{
    public MomentKind? Moment { get; init; }

    public Initiator? Initiator { get; init; }

    public DemandKind Demand { get; init; }

    /// <summary>The entry of a map, marked as suggested.</summary>
    public MapEntry Entry(string id)
    {
        IReadOnlyList<NamePattern> events = [new NamePattern(Name)];
        MapEntry entry = Kind switch
        {
            WorkKind.MomentOfTruth => new MomentOfTruth { Events = events, Kind = Moment, Initiator = Initiator, Demand = Demand },
            WorkKind.RuleCheck => new BusinessRule { Events = events },
            _ => new Activity { Events = events },
        };
        return entry with { Id = id, Name = Name, Reason = Reason, IsSuggested = true };
    }
}
