namespace OutsideIn.Web;

/// <summary>Builds a <see cref="TableView"/> from entries, one line a column.</summary>
internal sealed class TableBuilder<T>(string key, string title, string? help = null)
{
    /// <summary>Rows a page gets at most; what lies beyond is said in the table's limit and is in its CSV file.</summary>
    public const int RowsMax = 2_000;

    private readonly List<(ColumnView Column, Func<T, CellView> Cell)> _columns = [];
    private string _empty = "Nothing of the kind happened in this log.";

    /// <summary>A column of text; sorts by its characters.</summary>
    public TableBuilder<T> Text(
        string column, string caption, Func<T, string?> text, Func<T, string?>? figure = null,
        Func<T, IReadOnlyList<string>>? marks = null, string? explain = null) =>
        Add(new ColumnView(column, caption, ColumnKind.Text, explain),
            one => new CellView(text(one) ?? Say.Nothing, null, figure?.Invoke(one), marks?.Invoke(one) ?? []));

    /// <summary>A column of counts.</summary>
    public TableBuilder<T> Count(
        string column, string caption, Func<T, long?> count, Func<T, string?>? figure = null, string? explain = null) =>
        Add(new ColumnView(column, caption, ColumnKind.Number, explain),
            one => count(one) is { } value
                ? new CellView(Say.Count(value), value, value == 0 ? null : figure?.Invoke(one), [])
                : Missing);

    /// <summary>A column of numbers with one decimal.</summary>
    public TableBuilder<T> Mean(string column, string caption, Func<T, double?> number, string? explain = null) =>
        Add(new ColumnView(column, caption, ColumnKind.Number, explain),
            one => new CellView(Say.Mean(number(one)), number(one), null, []));

    /// <summary>A column of durations in seconds.</summary>
    public TableBuilder<T> Duration(
        string column, string caption, Func<T, double?> seconds, Func<T, string?>? figure = null, string? explain = null) =>
        Add(new ColumnView(column, caption, ColumnKind.Duration, explain),
            one => new CellView(Say.Duration(seconds(one)), seconds(one), figure?.Invoke(one), []));

    /// <summary>A column of fractions from 0 to 1.</summary>
    public TableBuilder<T> Share(
        string column, string caption, Func<T, double?> share, Func<T, string?>? figure = null, string? explain = null) =>
        Add(new ColumnView(column, caption, ColumnKind.Share, explain),
            one => new CellView(Say.Share(share(one)), share(one), figure?.Invoke(one), []));

    /// <summary>A column of instants.</summary>
    public TableBuilder<T> Instant(string column, string caption, Func<T, DateTimeOffset> instant, string? explain = null) =>
        Add(new ColumnView(column, caption, ColumnKind.Instant, explain),
            one => new CellView(Say.Instant(instant(one)), instant(one).ToUnixTimeMilliseconds(), null, []));

    /// <summary>A column made otherwise.</summary>
    public TableBuilder<T> Add(ColumnView column, Func<T, CellView> cell)
    {
        _columns.Add((column, cell));
        return this;
    }

    /// <summary>What to say where there are no rows.</summary>
    public TableBuilder<T> OrElse(string empty)
    {
        _empty = empty;
        return this;
    }

    /// <summary>The table over these entries, in their order.</summary>
    public TableView Build(IReadOnlyList<T> entries) => new(
        key,
        title,
        help,
        [.. _columns.Select(static one => one.Column)],
        [.. Rows(entries).Take(RowsMax)],
        _empty,
        entries.Count > RowsMax ? $"The first {Say.Count(RowsMax)} of {Say.Count(entries.Count)} rows." : null)
    {
        AllRows = Rows(entries),
    };

    private IEnumerable<RowView> Rows(IReadOnlyList<T> entries) =>
        entries.Select((entry, row) => new RowView($"{row}", [.. _columns.Select(one => one.Cell(entry))]));

    private static CellView Missing => new(Say.Nothing, null, null, []);
}
