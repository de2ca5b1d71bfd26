namespace OutsideIn.Diagnosis;

/// <summary>A case in a line of a list.</summary>
/// <param name="CaseIndex">Its index in the log diagnosed; opens its story.</param>
/// <param name="Name">The case's name.</param>
/// <param name="Customer">The customer, or null where the log does not say.</param>
/// <param name="Category">The customer's category, or null where none fits.</param>
/// <param name="Start">Begin of its first event.</param>
/// <param name="End">The latest time of its events.</param>
/// <param name="Outcome"><c>reached</c>, <c>lost</c> or <c>open</c>.</param>
/// <param name="Firm">The firm's clock.</param>
/// <param name="CustomerClock">The customer's clock.</param>
/// <param name="Events">Number of events.</param>
/// <param name="Contacts">Number of contacts.</param>
/// <param name="FailureContacts">Number of failure contacts, implied ones included.</param>
/// <param name="HandOffs">Number of internal hand-offs.</param>
public sealed record CaseSummary(
    int CaseIndex,
    string Name,
    string? Customer,
    string? Category,
    DateTimeOffset Start,
    DateTimeOffset End,
    string Outcome,
    CaseClockEntry Firm,
    CaseClockEntry CustomerClock,
    int Events,
    int Contacts,
    int FailureContacts,
    int HandOffs);

/// <summary>One clock of one case.</summary>
/// <param name="State"><c>notStarted</c>, <c>stopped</c>, <c>running</c> at the horizon, or <c>gaveUp</c>.</param>
/// <param name="Seconds">How long it ran or has run; null where it never started.</param>
/// <param name="Text">The same in words, such as <c>12.5 d</c>; null where it never started.</param>
public sealed record CaseClockEntry(string State, double? Seconds, string? Text);

/// <summary>What a list of cases is sorted by; ties stand in the log's order of cases.</summary>
public enum CaseSort
{
    /// <summary>The log's order of cases.</summary>
    Log,

    /// <summary>The case's name.</summary>
    Name,

    /// <summary>Begin of the first event.</summary>
    Start,

    /// <summary>The firm's clock; cases whose clock never started come last in either direction.</summary>
    FirmTime,

    /// <summary>The customer's clock; cases whose clock never started come last in either direction.</summary>
    CustomerTime,

    /// <summary>Number of events.</summary>
    Events,

    /// <summary>Number of contacts.</summary>
    Contacts,

    /// <summary>Number of failure contacts.</summary>
    FailureContacts,

    /// <summary>Number of hand-offs.</summary>
    HandOffs,
}

/// <summary>Which cases to list.</summary>
public sealed record CaseQuery
{
    /// <summary>Rows of a page at most.</summary>
    public const int CountMax = 500;

    /// <summary>Only the cases behind this figure. Default null: all cases.</summary>
    public string? Figure { get; init; }

    /// <summary>Only cases whose name or customer contains this text, whatever the case of letters. Default null: all.</summary>
    public string? Text { get; init; }

    /// <summary>Order. Default: the log's.</summary>
    public CaseSort Sort { get; init; } = CaseSort.Log;

    /// <summary>Largest first. Default no.</summary>
    public bool IsDescending { get; init; }

    /// <summary>Rows to leave out at the beginning. Default 0; below 0 counts as 0.</summary>
    public int Offset { get; init; }

    /// <summary>Rows wanted. Default 50; taken into the range from 1 to <see cref="CountMax"/>.</summary>
    public int Count { get; init; } = 50;
}

/// <summary>A page of a list of cases.</summary>
/// <param name="Total">Cases that fit the query.</param>
/// <param name="Offset">How many of them come before the first row.</param>
/// <param name="Rows">The page.</param>
public sealed record CaseList(int Total, int Offset, IReadOnlyList<CaseSummary> Rows);
