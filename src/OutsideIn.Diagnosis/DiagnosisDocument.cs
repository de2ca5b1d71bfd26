namespace OutsideIn.Diagnosis;

/// <summary>The whole result of putting a map over a log: what the command prints, the API sends and the report draws.</summary>
/// <remarks>
/// Written as JSON in camel case with the names below (docs/diagnosis-json.md); durations are seconds, shares are fractions from
/// 0 to 1, instants are ISO 8601 in UTC. Every figure that has cases behind it carries a figure id; <see cref="FigureCases"/>
/// opens it.
/// </remarks>
/// <param name="Version">Version of this document's layout; grows when a reader of the previous one would misread it.</param>
/// <param name="Log">What the log holds.</param>
/// <param name="Quality">How it was read.</param>
/// <param name="Map">Which map was laid over it.</param>
/// <param name="Process">What happened, in the field's usual figures.</param>
/// <param name="Diagnosis">Where the customer's outcome fails and what work causes it.</param>
public sealed record DiagnosisDocument(
    int Version,
    LogSection Log,
    QualitySection Quality,
    MapSection Map,
    ProcessSection Process,
    DiagnosisSection Diagnosis)
{
    /// <summary>The layout this build writes.</summary>
    public const int CurrentVersion = 1;
}

/// <summary>What the log holds.</summary>
/// <param name="Name">The source's name.</param>
/// <param name="Events">Number of events.</param>
/// <param name="Cases">Number of cases.</param>
/// <param name="Activities">Number of distinct activities.</param>
/// <param name="Variants">Number of distinct traces.</param>
/// <param name="First">The earliest instant.</param>
/// <param name="Last">The latest instant.</param>
/// <param name="AsOf">The horizon: what has not happened by then is open, not absent.</param>
/// <param name="Lifecycle">How lifecycle transitions were taken.</param>
/// <param name="HasStarts">Whether waiting and processing time can be told apart.</param>
/// <param name="HasResources">Whether the log says who did the work.</param>
/// <param name="HasTeams">Whether the log says which team did it.</param>
/// <param name="HasCosts">Whether the log says what it cost.</param>
public sealed record LogSection(
    string Name,
    int Events,
    int Cases,
    int Activities,
    int Variants,
    DateTimeOffset First,
    DateTimeOffset Last,
    DateTimeOffset AsOf,
    string Lifecycle,
    bool HasStarts,
    bool HasResources,
    bool HasTeams,
    bool HasCosts);

/// <summary>How the log was read.</summary>
/// <param name="Format">The source's format.</param>
/// <param name="RowsRead">Events met in the source.</param>
/// <param name="RowsKept">Events that became part of the log.</param>
/// <param name="RowsRefused">Events refused.</param>
/// <param name="Refused">The first refused rows.</param>
/// <param name="Roles">Which column took which role, and why.</param>
/// <param name="MissingTokens">Texts taken as "no value", by column.</param>
/// <param name="Notes">What else a careful reader should know.</param>
public sealed record QualitySection(
    string Format,
    long RowsRead,
    long RowsKept,
    long RowsRefused,
    IReadOnlyList<RefusedEntry> Refused,
    IReadOnlyList<RoleEntry> Roles,
    IReadOnlyList<MissingTokenEntry> MissingTokens,
    IReadOnlyList<string> Notes);

/// <summary>A refused row.</summary>
/// <param name="Line">Line in the source, 1-based.</param>
/// <param name="Column">Column at fault, or null for the whole row.</param>
/// <param name="Value">The value refused.</param>
/// <param name="Reason">Why.</param>
public sealed record RefusedEntry(long Line, string? Column, string? Value, string Reason);

/// <summary>A column and its role.</summary>
/// <param name="Role">The role, in small letters.</param>
/// <param name="Column">The column.</param>
/// <param name="Reason">Why.</param>
/// <param name="Confidence">0 to 1.</param>
public sealed record RoleEntry(string Role, string Column, string Reason, double Confidence);

/// <summary>A text taken as "no value".</summary>
/// <param name="Column">The column.</param>
/// <param name="Token">The text.</param>
/// <param name="Reason">Why.</param>
public sealed record MissingTokenEntry(string Column, string Token, string Reason);

/// <summary>The map laid over the log.</summary>
/// <param name="IsSuggested">Whether the program proposed the map because there was none.</param>
/// <param name="Organisation">The organisation's name.</param>
/// <param name="Outcome">The one-liner of the outcome diagnosed.</param>
/// <param name="OutcomeReason">Which events show the outcome, and why those.</param>
/// <param name="FirstNeed">Events that are the customer's first sign of need.</param>
/// <param name="Reached">Events that show the outcome reached.</param>
/// <param name="Lost">Events that show it lost.</param>
/// <param name="Activities">Each activity of the log and what it was taken for.</param>
/// <param name="Warnings">Where map and log do not fit each other.</param>
public sealed record MapSection(
    bool IsSuggested,
    string Organisation,
    string Outcome,
    string OutcomeReason,
    IReadOnlyList<string> FirstNeed,
    IReadOnlyList<string> Reached,
    IReadOnlyList<string> Lost,
    IReadOnlyList<MapActivityEntry> Activities,
    IReadOnlyList<string> Warnings);

/// <summary>An activity of the log and what it was taken for.</summary>
/// <param name="Activity">The activity's name in the log.</param>
/// <param name="Name">Its name in the map; the same where the map does not name it.</param>
/// <param name="Kind"><c>momentOfTruth</c>, <c>internal</c> or <c>ruleCheck</c>.</param>
/// <param name="Moment">One of the five kinds, such as <c>personPerson</c>, or null.</param>
/// <param name="Demand"><c>unmarked</c>, <c>value</c>, <c>chase</c>, <c>repeat</c>, <c>correction</c> or <c>complaint</c>.</param>
/// <param name="IsSuggested">Whether nobody has confirmed it.</param>
/// <param name="Reason">Why, or null where a person said so without a reason.</param>
public sealed record MapActivityEntry(
    string Activity, string Name, string Kind, string? Moment, string Demand, bool IsSuggested, string? Reason);
