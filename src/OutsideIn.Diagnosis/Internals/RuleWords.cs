namespace OutsideIn.Diagnosis;

/// <summary>Which activities ask a rule, by the map or, where it does not name them, by their words.</summary>
internal static class RuleWords
{
    public const string Yes = "approved";
    public const string No = "not approved";

    /// <summary>Whether an activity asks a rule and gives an answer.</summary>
    public static bool IsCheck(ActivityMeaning meaning) => meaning.Mapped is null ? SaysCheck(meaning.Activity) : meaning.IsRuleCheck;

    /// <summary>Whether a name says that a rule is asked.</summary>
    public static bool SaysCheck(string name) => new ActivityWords(name).FirstWith(
        "check", "approv", "verif", "validat", "authori", "decid", "decision$", "review", "examin") is not null;

    /// <summary>Whether an activity that asks a rule is an approval.</summary>
    public static bool IsApproval(ActivityMeaning meaning) => IsCheck(meaning)
        && (SaysApproval(meaning.Activity) || SaysApproval(meaning.Name));

    /// <summary>Whether a name says no.</summary>
    public static bool SaysNo(string name) =>
        new ActivityWords(name).FirstWith("reject", "declin", "refus", "denied$", "deny$", "disapprov") is not null;

    /// <summary>The yes or no that an activity's own name gives, such as <c>Request APPROVED by manager</c>; null where it gives none.</summary>
    public static string? AnswerIn(string name) => SaysNo(name) ? No
        : new ActivityWords(name).FirstWith("approved$", "accepted$", "authorised$", "authorized$", "granted$") is not null ? Yes
        : null;

    /// <summary>The question whose answer an activity's name gives: its words without the answer, such as <c>request by manager</c>.</summary>
    public static string QuestionIn(string name) => string.Join(' ', new ActivityWords(name).All.Where(static word =>
        AnswerIn(word) is null && word is not "final" and not "not"));

    /// <summary>Whether an attribute's name says that it holds an answer.</summary>
    public static bool IsAnswerName(string name) =>
        new ActivityWords(name).FirstWith("answer", "decision", "verdict", "approved$", "accepted$") is not null;

    private static bool SaysApproval(string name) =>
        new ActivityWords(name).FirstWith("approv", "authori", "sign$", "signoff", "countersign", "endors") is not null;
}
