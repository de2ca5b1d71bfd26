namespace OutsideIn.Diagnosis;

/// <summary>A case as the customer lived it: every event in order, the waits between them, what was a contact and what failed.</summary>
/// <param name="Summary">The case in a line.</param>
/// <param name="Organisation">Whose case it is, by the map.</param>
/// <param name="Attributes">What the log says about the case as a whole.</param>
/// <param name="Entries">The events, in the log's order.</param>
/// <param name="LongestWaitSeconds">The longest wait before any entry, for drawing to scale; 0 for a case of one event.</param>
public sealed record CaseStory(
    CaseSummary Summary,
    string Organisation,
    IReadOnlyList<NamedValue> Attributes,
    IReadOnlyList<CaseStoryEntry> Entries,
    double LongestWaitSeconds);

/// <summary>One event of a case, as the customer lived it.</summary>
/// <param name="Number">Its place in the case, 1-based.</param>
/// <param name="Activity">The activity's name in the log.</param>
/// <param name="Name">Its name in the map; the same where the map does not name it.</param>
/// <param name="Kind"><c>momentOfTruth</c>, <c>internal</c> or <c>ruleCheck</c>.</param>
/// <param name="IsSuggested">Whether the kind is the program's suggestion.</param>
/// <param name="Begin">When it began; its time where the log has no starts.</param>
/// <param name="Time">When it was recorded or ended.</param>
/// <param name="SecondsSinceStart">From the begin of the case to its begin.</param>
/// <param name="WaitSeconds">From the time of the event before to its begin, never negative; null for the first event.</param>
/// <param name="WaitText">The same in words, such as <c>2.5 d</c>; null for the first event.</param>
/// <param name="ProcessingSeconds">From begin to end, or null where the log has no starts.</param>
/// <param name="Doer">Who did it: the map's name for the team or person, else the log's; null where unknown.</param>
/// <param name="IsByCustomer">Whether the customer did it.</param>
/// <param name="Resource">The log's resource, or null.</param>
/// <param name="Team">The log's team, or null.</param>
/// <param name="Channel">How the contact came in, or null.</param>
/// <param name="System">The system it was done in, or null.</param>
/// <param name="Cost">Its cost in the log's currency, or null.</param>
/// <param name="IsContact">Whether it is a contact between the customer and the organisation.</param>
/// <param name="FailureRule">The rule under which it is failure demand, as in the document; null where it is not.</param>
/// <param name="Demand">Chase, repeat, correction or complaint; null where it is no failure demand.</param>
/// <param name="HandOff">The hand-off that shows at it, or null.</param>
/// <param name="Cause">The contact that caused this work, or null for contacts and for work without a cause.</param>
/// <param name="Shows"><c>firstNeed</c>, <c>reached</c>, <c>lost</c>, or null: what the event tells about the outcome.</param>
/// <param name="Attributes">What else the log says about the event.</param>
public sealed record CaseStoryEntry(
    int Number,
    string Activity,
    string Name,
    string Kind,
    bool IsSuggested,
    DateTimeOffset Begin,
    DateTimeOffset Time,
    double SecondsSinceStart,
    double? WaitSeconds,
    string? WaitText,
    double? ProcessingSeconds,
    string? Doer,
    bool IsByCustomer,
    string? Resource,
    string? Team,
    string? Channel,
    string? System,
    double? Cost,
    bool IsContact,
    string? FailureRule,
    string? Demand,
    HandOffEntry? HandOff,
    string? Cause,
    string? Shows,
    IReadOnlyList<NamedValue> Attributes);

/// <summary>A hand-off from one doer to another.</summary>
/// <param name="From">Who handed over, or null where unknown.</param>
/// <param name="To">Who took over, or null where unknown or nobody has yet.</param>
/// <param name="WaitSeconds">From leaving the one to being taken up by the other, or null where nobody has yet.</param>
public sealed record HandOffEntry(string? From, string? To, double? WaitSeconds);

/// <summary>A name and a value as text.</summary>
/// <param name="Name">The name.</param>
/// <param name="Value">The value.</param>
public sealed record NamedValue(string Name, string Value);
