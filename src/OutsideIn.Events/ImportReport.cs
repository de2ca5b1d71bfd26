namespace OutsideIn.Events;

/// <summary>A log and the account of how it was read.</summary>
/// <param name="Log">The log.</param>
/// <param name="Report">What was read, kept and refused, and why.</param>
public sealed record ImportedLog(EventLog Log, ImportReport Report);

/// <summary>The account of an import.</summary>
/// <param name="Format">The source's format, such as <c>CSV</c> or <c>XES 2.0</c>.</param>
/// <param name="RowsRead">Events (rows) met in the source.</param>
/// <param name="RowsKept">Recorded events that became part of the log (before lifecycle pairing).</param>
/// <param name="RowsRefused">Events refused; equal to read − kept − left out by choice.</param>
/// <param name="Refused">The first refused rows, in source order; at most <see cref="RefusedListedMax"/>.</param>
/// <param name="Roles">Which column took which role, and why.</param>
/// <param name="Columns">What each column of the source holds.</param>
/// <param name="Notes">Everything else a careful reader should know, one sentence each.</param>
public sealed record ImportReport(
    string Format,
    long RowsRead,
    long RowsKept,
    long RowsRefused,
    IReadOnlyList<RefusedRow> Refused,
    IReadOnlyList<RoleChoice> Roles,
    IReadOnlyList<ColumnSummary> Columns,
    IReadOnlyList<string> Notes)
{
    /// <summary>How many refused rows are listed one by one.</summary>
    public const int RefusedListedMax = 1000;
}

/// <summary>A row that could not be read.</summary>
/// <param name="Line">Line in the source, 1-based.</param>
/// <param name="Column">The column or XES attribute at fault, or null where it is the whole row.</param>
/// <param name="Value">The value refused, shortened to 80 characters; null where there is none.</param>
/// <param name="Reason">Why, in one sentence.</param>
public sealed record RefusedRow(long Line, string? Column, string? Value, string Reason);

/// <summary>A column and the role it took.</summary>
/// <param name="Role">The role.</param>
/// <param name="Column">The column's name.</param>
/// <param name="Reason">Why this column, in one sentence.</param>
/// <param name="Confidence">0 ≤ confidence ≤ 1; 1 where a person or the format's standard says so.</param>
public sealed record RoleChoice(ColumnRole Role, string Column, string Reason, double Confidence);

/// <summary>What a column of the source holds.</summary>
/// <param name="Name">The column's name; duplicates are told apart by a number.</param>
/// <param name="Kind">What its values are.</param>
/// <param name="Level">Whether it is kept for events or for cases; null where it has a role.</param>
/// <param name="MissingTokens">Texts taken as "no value", each with its reason.</param>
/// <param name="TimePattern">The pattern its times follow, or null where it has none.</param>
/// <param name="Samples">A few of its values as they stand in the source.</param>
public sealed record ColumnSummary(
    string Name,
    AttributeKind Kind,
    AttributeLevel? Level,
    IReadOnlyList<MissingToken> MissingTokens,
    string? TimePattern,
    IReadOnlyList<string> Samples);

/// <summary>A text taken as "no value" in one column.</summary>
/// <param name="Token">The text; empty for an empty field.</param>
/// <param name="Reason">Why it is taken so.</param>
public sealed record MissingToken(string Token, string Reason);

/// <summary>What a look at the head of a source found, before it is read.</summary>
/// <param name="Format">The source's format, such as <c>CSV</c>.</param>
/// <param name="Columns">Its columns.</param>
/// <param name="Roles">The roles that are clear.</param>
/// <param name="Questions">What only a person can say; the log cannot be read until each is answered by an option.</param>
/// <param name="Head">The first rows as they stand, each as long as <paramref name="Columns"/>.</param>
public sealed record LogInspection(
    string Format,
    IReadOnlyList<ColumnSummary> Columns,
    IReadOnlyList<RoleChoice> Roles,
    IReadOnlyList<ImportQuestion> Questions,
    IReadOnlyList<IReadOnlyList<string>> Head);

/// <summary>Something the data cannot decide.</summary>
/// <param name="Code">The problem's code, such as <c>EV301</c>.</param>
/// <param name="Text">The question, in one sentence.</param>
/// <param name="Role">The role in question, or null where it is about the pattern of times.</param>
/// <param name="Choices">The possible answers: column names, or time patterns.</param>
/// <param name="Option">The option of the command that answers it, such as <c>--case</c>.</param>
public sealed record ImportQuestion(
    string Code, string Text, ColumnRole? Role, IReadOnlyList<string> Choices, string Option);
