using OutsideIn.Method;

namespace OutsideIn.Diagnosis;

/// <summary>Why a contact counts as failure demand; the order is the order in which the rules are asked.</summary>
internal enum FailureRule : byte
{
    /// <summary>It does not.</summary>
    None,

    /// <summary>The map says so.</summary>
    Marked,

    /// <summary>The same contact happened before in the case, and the outcome had not been reached.</summary>
    SameContactAgain,

    /// <summary>It came out of turn after a wait longer than that step usually needs to go on.</summary>
    AfterLongWait,

    /// <summary>It came after the outcome was reached.</summary>
    AfterOutcome,

    /// <summary>It came after the case had been resolved or closed, or the case itself left such a state again.</summary>
    AfterClosing,
}

/// <summary>Which contacts arise only because something failed (row 23, F12). Immutable.</summary>
/// <remarks>
/// The map's own marking comes first: what it marks as value is never suspected. Contacts nobody has marked are put to the rules in
/// the order of <see cref="FailureRule"/> and counted under the first that holds.
/// </remarks>
internal sealed class FailureContacts
{
    /// <summary>[events] The rule under which the event is failure demand.</summary>
    public required FailureRule[] Rules { get; init; }

    /// <summary>[events] Whether the event is a contact the customer begins, or one implied.</summary>
    public required bool[] IsCustomers { get; init; }

    /// <summary>[events] Whether the log shows no contact here but a closed case going on, which implies one.</summary>
    public required bool[] IsImplied { get; init; }

    /// <summary>What the long-wait rule goes by, per step and contact (activity codes); empty where it found nothing.</summary>
    public required IReadOnlyDictionary<(int Step, int Contact), LongWait> LongWaits { get; init; }

    /// <summary>Whether the event at a row is failure demand.</summary>
    public bool IsFailure(int row) => Rules[row] != FailureRule.None;

    public static FailureContacts Of(MappedLog mapped, OutcomeSigns[] signs) => new FailureQuestions(mapped, signs).Answer();

    /// <summary>Whether a marking says that the contact arises only because something failed.</summary>
    public static bool IsFailure(DemandKind demand) => demand is not (DemandKind.Unmarked or DemandKind.Value);
}
