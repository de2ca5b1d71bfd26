using OutsideIn.Diagnosis;

namespace OutsideIn.Web;

/// <summary>The document's names of kinds in words a person reads, and the marks the client draws as shapes and badges.</summary>
internal static class Words
{
    /// <summary>The mark for what nobody has confirmed.</summary>
    public const string Suggested = "suggested";

    public static string Kind(string kind) => kind switch
    {
        "momentOfTruth" => "Moment of Truth",
        "ruleCheck" => "rule check",
        "internal" => "work inside",
        _ => kind,
    };

    public static string? Moment(string? moment) => moment switch
    {
        "personPerson" => "person and person",
        "personSystem" => "customer and our system",
        "systemPerson" => "our system and customer",
        "systemSystem" => "their system and ours",
        "personProduct" => "customer and product",
        _ => moment,
    };

    public static string? Demand(string demand) => demand switch
    {
        "unmarked" => null,
        "value" => "wanted",
        _ => demand,
    };

    public static string Outcome(string outcome) => outcome switch
    {
        "reached" => "reached",
        "lost" => "lost",
        _ => "open",
    };

    public static string FailureRule(string rule) => rule switch
    {
        "marked" => "marked in the map",
        "sameContactAgain" => "the same contact again before the outcome",
        "afterLongWait" => "after a wait longer than usual for this step",
        "afterOutcome" => "after the outcome",
        "afterClosing" => "after the case was closed",
        _ => rule,
    };

    /// <summary>Whether a contact of this demand arises only because something failed.</summary>
    public static bool IsFailure(string demand) => demand is "chase" or "repeat" or "correction" or "complaint";

    /// <summary>The shape of a kind of work, and whether it is only suggested.</summary>
    public static IReadOnlyList<string> MarksOf(string kind, string demand, bool isSuggested)
    {
        var shape = kind switch
        {
            "momentOfTruth" => IsFailure(demand) ? "failure" : "moment",
            "ruleCheck" or "rule" => "rule",
            "breakpoint" => "breakpoint",
            _ => "internal",
        };
        return isSuggested ? [shape, Suggested] : [shape];
    }

    /// <summary>The interval of a share: <c>92.1 % to 93.4 %</c>, or null where there is none.</summary>
    public static string? Interval(ShareEntry share) =>
        share.Low is null || share.High is null ? null : $"{Say.Share(share.Low)} to {Say.Share(share.High)}";
}
