using System.Text.Json.Serialization;

namespace OutsideIn.Web;

/// <summary>What the cells of a column are; the client aligns and draws by it, and never formats.</summary>
internal enum ColumnKind
{
    Text,
    Number,
    Duration,
    Share,
    Instant,
}

/// <summary>A column. <paramref name="Help"/> says in plain words what it means, or is null where the title does.</summary>
internal sealed record ColumnView(string Key, string Title, ColumnKind Kind, string? Help);

/// <summary>A cell: the text a person reads, the value it sorts by, the figure that opens its cases, and marks such as "suggested".</summary>
internal sealed record CellView(string Text, double? Value, string? Figure, IReadOnlyList<string> Marks);

/// <summary>A row. <paramref name="Key"/> is unique in its table.</summary>
internal sealed record RowView(string Key, IReadOnlyList<CellView> Cells);

/// <summary>A table as every page shows it: sortable by value, exportable, its figures open to their cases.</summary>
/// <param name="Key">Unique on its page; names the CSV file.</param>
/// <param name="Title">What it shows.</param>
/// <param name="Help">How to read it, or null.</param>
/// <param name="Columns">Its columns.</param>
/// <param name="Rows">Its rows, in their natural order.</param>
/// <param name="Empty">What to say where it has no rows.</param>
/// <param name="Limit">What was left out, in one sentence, or null where nothing was.</param>
internal sealed record TableView(
    string Key, string Title, string? Help, IReadOnlyList<ColumnView> Columns, IReadOnlyList<RowView> Rows, string Empty, string? Limit)
{
    /// <summary>Every row, those past the limit too; made as it is read. An exported table has them all.</summary>
    [JsonIgnore]
    public IEnumerable<RowView> AllRows { get; init; } = Rows;
}

/// <summary>A number on a card, with what it is made of and where it leads.</summary>
/// <param name="Title">What it is.</param>
/// <param name="Text">The value, formatted.</param>
/// <param name="Detail">What it rests on: counts, interval; or null.</param>
/// <param name="Help">What it means in plain words, or null.</param>
/// <param name="Figure">Opens its cases, or null.</param>
/// <param name="Page">The page that shows more, such as <c>clocks</c>, or null.</param>
/// <param name="Tone"><c>reached</c>, <c>lost</c>, <c>open</c>, <c>failure</c>, <c>firm</c>, <c>customer</c> or <c>plain</c>.</param>
internal sealed record CardView(
    string Title, string Text, string? Detail, string? Help, string? Figure, string? Page, string Tone);
