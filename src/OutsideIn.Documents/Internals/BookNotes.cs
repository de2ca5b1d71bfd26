using OutsideIn.Method;

namespace OutsideIn.Documents.Internals;

/// <summary>What is wrong with a workbook, each with sheet, row and column.</summary>
internal sealed class BookNotes
{
    private readonly List<MapDiagnostic> _all = [];
    private readonly Dictionary<string, (string Sheet, int Row)> _rows = new(StringComparer.OrdinalIgnoreCase);

    public IReadOnlyList<MapDiagnostic> All => _all;

    public bool HasErrors => _all.Exists(static one => one.Severity == Severity.Error);

    public void Error(string place, string code, string message, string? hint) =>
        _all.Add(new MapDiagnostic(Severity.Error, code, $"{place}: {message}", hint));

    public void Tell(string code, string message, string? hint = null) =>
        _all.Add(new MapDiagnostic(Severity.Information, code, message, hint));

    /// <summary>Remembers where an entry is written.</summary>
    public void Place(MapEntry entry, string sheet, int row) => _rows.TryAdd(entry.Subject, (sheet, row));

    /// <summary>Takes what is wrong with the map as a whole, and puts the sheet and row before it.</summary>
    public void Take(MapDiagnostic diagnostic) => _all.Add(diagnostic.Subject is { } subject && _rows.TryGetValue(subject, out var at)
        ? diagnostic with { Message = $"{Row(at.Sheet, at.Row)}: {diagnostic.Message}" }
        : diagnostic);

    public static string Row(string sheet, int row) => $"Sheet '{sheet}', row {row.ToString(System.Globalization.CultureInfo.InvariantCulture)}";

    public static string Cell(string sheet, int row, string column) => $"{Row(sheet, row)}, column '{column}'";
}
