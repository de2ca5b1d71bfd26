using OutsideIn.Method;

namespace OutsideIn.Documents.Internals;

/// <summary>The six questions and the fixed words of the method as a page says them.</summary>
internal static class Wording
{
    /// <summary>The six questions (S0), the first at 0.</summary>
    public static IReadOnlyList<string> Questions { get; } =
    [
        "Who is the customer?",
        "What do they expect now?",
        "What process do they think they are in?",
        "What do we do that helps or hinders them?",
        "What exactly do we promise, measured how?",
        "The outcome in one line",
    ];

    public static string Of(OutcomeState state) => state switch
    {
        OutcomeState.Answered => "answered",
        OutcomeState.LintClean => "free of weasel words",
        OutcomeState.Tested => "tested",
        OutcomeState.Adopted => "adopted",
        OutcomeState.Superseded => "superseded",
        _ => "draft",
    };

    public static string Of(ExpectationOrigin origin) => origin switch
    {
        ExpectationOrigin.OnPurpose => "we set it on purpose",
        ExpectationOrigin.ByAccident => "we set it by accident",
        ExpectationOrigin.Market => "the market's norm",
        ExpectationOrigin.AnotherIndustry => "another industry taught it",
        _ => "nobody knows where from",
    };

    public static string Of(NeedKind kind) => kind switch { NeedKind.Want => "want", NeedKind.Unstated => "unstated need", _ => "need" };

    public static string Of(RuleType? type) => type switch
    {
        RuleType.Operational => "operational",
        RuleType.Strategic => "strategic",
        RuleType.Regulatory => "regulatory",
        _ => "type not said",
    };

    public static string Of(RuleVerdict verdict) => verdict switch
    {
        RuleVerdict.Retire => "retire",
        RuleVerdict.Rewrite => "rewrite",
        RuleVerdict.Keep => "keep",
        _ => "undecided",
    };

    public static string Of(MomentKind? kind) => kind switch
    {
        MomentKind.PersonPerson => "speaks with a person",
        MomentKind.PersonSystem => "uses a system",
        MomentKind.SystemPerson => "a system reaches them",
        MomentKind.SystemSystem => "system to system",
        MomentKind.PersonProduct => "meets the product",
        _ => "kind not said",
    };

    public static string Of(DemandKind demand) => demand switch
    {
        DemandKind.Chase => "chasing",
        DemandKind.Repeat => "doing it again",
        DemandKind.Correction => "correcting us",
        DemandKind.Complaint => "complaining",
        _ => "",
    };

    public static string Of(Improvement? improvement) => improvement switch
    {
        Improvement.Merge => "improve: merge",
        Improvement.Simplify => "improve: simplify",
        Improvement.SelfServe => "improve: self-service",
        Improvement.Relocate => "improve: move to the need",
        Improvement.Enrich => "improve: enrich",
        _ => "improve",
    };

    public static string Of(ActionKind kind) => kind switch
    {
        ActionKind.Stop => "stop",
        ActionKind.Remove => "remove",
        ActionKind.Merge => "merge",
        ActionKind.Automate => "automate",
        ActionKind.Innovate => "innovate",
        _ => "improve",
    };

    public static string Of(ActionState state) => state switch
    {
        ActionState.Doing => "being done",
        ActionState.Done => "done",
        ActionState.ExpectationReset => "done, new expectation set",
        ActionState.Verified => "done and read",
        _ => "idea",
    };

    public static string Of(Tier tier) => tier switch
    {
        Tier.Task => "Tasks",
        Tier.Activity => "Activities",
        Tier.Output => "Outputs",
        Tier.BusinessOutcome => "Business outcomes",
        _ => "Customer outcomes",
    };
}
