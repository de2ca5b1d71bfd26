using OutsideIn.Vocabulary;

namespace OutsideIn.Method;

/// <summary>What a piece of work is to the customer.</summary>
public enum WorkKind
{
    /// <summary>A Moment of Truth: any interaction with the customer; a cause of work (S1, row 29).</summary>
    MomentOfTruth,

    /// <summary>Work inside the organisation.</summary>
    Internal,

    /// <summary>Work inside the organisation that asks a business rule and gives its answer (S2 step 6, row 35).</summary>
    RuleCheck,
}

/// <summary>What the events of some activity names stand for: a Moment of Truth, a breakpoint, a rule or an activity of the map, as a log sees it.</summary>
/// <param name="Entry">The entry of the map.</param>
/// <param name="Events">Activity names of the log that stand for it; <c>*</c> matches any run of characters.</param>
/// <param name="Kind">What it is to the customer.</param>
public sealed record MappedActivity(MapEntry Entry, IReadOnlyList<NamePattern> Events, WorkKind Kind)
{
    /// <summary>Id of the entry.</summary>
    public string Id => Entry.Id;

    /// <summary>What it is called.</summary>
    public string Name => Entry.Name;

    /// <summary>Which of the five kinds; null unless it is a Moment of Truth whose kind somebody has said.</summary>
    public MomentKind? Moment => (Entry as MomentOfTruth)?.Kind;

    /// <summary>Whether it is failure demand; <see cref="DemandKind.Unmarked"/> unless it is a Moment of Truth.</summary>
    public DemandKind Demand => (Entry as MomentOfTruth)?.Demand ?? DemandKind.Unmarked;

    /// <summary>Whether the customer begins the contact; null where nobody has said, and unless it is a Moment of Truth.</summary>
    public Initiator? Initiator => (Entry as MomentOfTruth)?.Initiator;

    /// <summary>The attribute that holds a rule's answer, or null where the next activity is the answer; null unless it is a rule.</summary>
    public string? Answer => (Entry as BusinessRule)?.Answer;

    /// <summary>Whether it helps to produce the outcome (row 30, binary); null where nobody has judged.</summary>
    public bool? Contributes => Entry switch
    {
        MomentOfTruth moment => moment.Contributes,
        BusinessRule rule => rule.Contributes,
        Activity activity => activity.Contributes,
        _ => null,
    };

    /// <summary>Why it is taken for what it is; null where a person wrote it without a reason.</summary>
    public string? Reason => Entry.Reason;

    /// <summary>Whether the program suggested it and nobody has confirmed it.</summary>
    public bool IsSuggested => Entry.IsSuggested;

    /// <summary>Everything of a map that events can stand for: Moments of Truth, breakpoints, rules, activities, each in the map's order.</summary>
    public static IReadOnlyList<MappedActivity> Of(OutsideInMap map)
    {
        ArgumentNullException.ThrowIfNull(map);
        return
        [
            .. map.Moments.Select(static one => new MappedActivity(one, one.Events, WorkKind.MomentOfTruth)),
            .. map.Breakpoints.Where(static one => one.Events.Count > 0).Select(static one => new MappedActivity(one, one.Events, WorkKind.Internal)),
            .. map.Rules.Select(static one => new MappedActivity(one, one.Events, WorkKind.RuleCheck)),
            .. map.Activities.Select(static one => new MappedActivity(one, one.Events, WorkKind.Internal)),
        ];
    }
}
