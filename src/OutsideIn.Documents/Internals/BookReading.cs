using System.Globalization;
using OutsideIn.Method;
using OutsideIn.Vocabulary;

namespace OutsideIn.Documents.Internals;

/// <summary>The sheets of a workbook laid over a map: rows added, taken out and changed. What the book does not say stays as it is.</summary>
internal sealed class BookReading
{
    private readonly BookNotes _notes = new();
    private readonly BookIds _ids;
    private OutsideInMap _map;

    private BookReading(OutsideInMap map, IReadOnlyList<FoundSheet> found)
    {
        _map = map;
        _ids = new BookIds(map, found);
    }

    public static MapDocument Read(OutsideInMap map, IReadOnlyList<FoundSheet> found, string name)
    {
        var reading = new BookReading(map, found);
        reading.Sheets(found, name);
        if (reading._notes.HasErrors)
        {
            return new MapDocument(map, reading._notes.All, new Dictionary<string, Place>(StringComparer.Ordinal));
        }

        var settled = MapSections.Settle(reading._map);
        foreach (var diagnostic in settled.Diagnostics)
        {
            reading._notes.Take(diagnostic);
        }

        return settled with { Diagnostics = reading._notes.All };
    }

    private void Sheets(IReadOnlyList<FoundSheet> found, string name)
    {
        var byName = found.DistinctBy(static sheet => NamePattern.Fold(sheet.Name), StringComparer.Ordinal).ToDictionary(static sheet => NamePattern.Fold(sheet.Name), StringComparer.Ordinal);
        var known = 0;
        foreach (var sheet in BookSheet.All)
        {
            if (!byName.Remove(NamePattern.Fold(sheet.Name), out var one))
            {
                continue;
            }

            known++;
            if (BookHeadings.Of(sheet, one, _notes) is { } headings)
            {
                Sheet(sheet, one, headings);
            }
        }

        byName.Remove(NamePattern.Fold(BookSheet.GuideName));
        byName.Remove(NamePattern.Fold(BookSheet.ColumnsName));
        if (known == 0)
        {
            _notes.Error($"'{name}'", "MP069", "none of its sheets is one of a map.", "Begin with a book that 'outsidein map export' wrote.");
            return;
        }

        if (byName.Count > 0)
        {
            _notes.Tell("MP070", $"Left aside, being no sheets of the map: {string.Join(", ", byName.Values.Select(static one => $"'{one.Name}'"))}.");
        }

        if (known < BookSheet.All.Count)
        {
            _notes.Tell("MP071", $"The book has {CountText.Of(known)} of the {CountText.Of(BookSheet.All.Count)} sheets of a map; where one is missing, the map keeps what it says.");
        }
    }

    private void Sheet(BookSheet sheet, FoundSheet found, BookHeadings headings)
    {
        foreach (var row in found.Rows)
        {
            foreach (var (column, at) in headings.At)
            {
                if (row.Number > headings.Row && column.Role != BookColumnRole.Names && at < row.Cells.Length && row.Cells[at] is CellError error)
                {
                    _notes.Error(BookNotes.Cell(found.Name, row.Number, column.Heading), "MP072", $"the cell holds {error.Shown}.", "Repair the formula, or write the value.");
                }
            }
        }

        var rows = found.Rows.Where(row => row.Number > headings.Row && headings.At.Any(one => one.Key.Role is not (BookColumnRole.Names or BookColumnRole.Order) && Text(row, one.Value, one.Key) is not null)).ToArray();
        if (sheet.Section is not { } section)
        {
            var at = headings.At.Values.First();
            _map = _map with { HandOffEvents = [.. rows.Select(row => new NamePattern(Text(row, at, sheet.Columns[0])!))] };
            return;
        }

        if (section.IsSingle && rows.Length > 1)
        {
            _notes.Error(BookNotes.Row(found.Name, rows[1].Number), "MP073", "this sheet holds one row.", "Take the others out.");
            return;
        }

        _ids.Begin(section, _map);
        var made = InOrder(rows, headings).Select(row => Row(section, found.Name, row, headings)).OfType<MapRow>().ToArray();
        _map = section.Replace(_map, section switch
        {
            { EntryType: var sort } when sort == typeof(PersonalMap) => WithPrivate(made),
            { OwnerType: { } sort } when sort == typeof(PersonalMap) => [.. made, .. section.Rows(_map).Where(row => _map.PersonalMaps.Any(one => !one.IsShared && string.Equals(one.Id, row.Owner, StringComparison.OrdinalIgnoreCase)))],
            _ => made,
        });
    }

    // A row without a number comes behind the one above it; so rows may be sorted by anything, and added anywhere.
    private static IEnumerable<FoundRow> InOrder(FoundRow[] rows, BookHeadings headings)
    {
        var at = headings.At.FirstOrDefault(static one => one.Key.Role == BookColumnRole.Order);
        if (at.Key is null)
        {
            return rows;
        }

        var placed = new List<(double Order, int Index)>();
        var above = 0.0;
        for (var index = 0; index < rows.Length; index++)
        {
            var text = Text(rows[index], at.Value, at.Key);
            above = double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var order) && double.IsFinite(order) ? order : above;
            placed.Add((above, index));
        }

        return placed.OrderBy(static one => one.Order).Select(one => rows[one.Index]);
    }

    private MapRow? Row(MapSection section, string sheet, FoundRow row, BookHeadings headings)
    {
        var id = headings.Id is { } idAt ? Text(row, idAt.At, idAt.Column)?.Trim() : null;
        var isEntry = section.EntryType.IsSubclassOf(typeof(MapEntry));
        var entry = isEntry ? _ids.Before(section, id) ?? section.New() : section.IsSingle ? section.Rows(_map)[0].Entry : section.New();
        foreach (var (column, at) in headings.Fields)
        {
            var field = column.Field!;
            var text = Text(row, at, column);
            if (string.Equals(text, field.Show(entry), StringComparison.Ordinal))
            {
                continue;
            }

            if (!field.Put(entry, text).TryGet(out var next, out var problem))
            {
                _notes.Error(BookNotes.Cell(sheet, row.Number, field.Key), problem.Code, problem.Message, problem.Hint);
                continue;
            }

            entry = next;
        }

        if (entry is MapEntry one)
        {
            if (_ids.Claim(one, sheet, row.Number, _notes) is not { } claimed)
            {
                return null;
            }

            entry = claimed;
            _notes.Place(claimed, sheet, row.Number);
        }

        return section.OwnerType is null ? new MapRow(entry) : Owned(entry, sheet, row, headings);
    }

    private MapRow? Owned(object entry, string sheet, FoundRow row, BookHeadings headings)
    {
        var at = headings.At.FirstOrDefault(static one => one.Key.Role == BookColumnRole.Owner);
        var text = at.Key is null ? null : Text(row, at.Value, at.Key)?.Trim();
        if (_ids.Owner(text) is { } owner)
        {
            return new MapRow(entry, owner);
        }

        var message = text is null ? "it is not said to which entry this row belongs." : $"'{text}' is neither the id nor the name of one entry this row could belong to.";
        _notes.Error(BookNotes.Cell(sheet, row.Number, BookSheet.OwnerHeading), "MP074", message, _ids.OwnersLike(text));
        return null;
    }

    // A private map keeps its place; the rows of the book fill the others.
    private MapRow[] WithPrivate(MapRow[] rows)
    {
        var left = new Queue<MapRow>(rows);
        var all = new List<MapRow>();
        foreach (var one in _map.PersonalMaps)
        {
            if (!one.IsShared)
            {
                all.Add(new MapRow(one));
            }
            else if (left.Count > 0)
            {
                all.Add(left.Dequeue());
            }
        }

        return [.. all, .. left];
    }

    private static string? Text(FoundRow row, int at, BookColumn column) =>
        at < row.Cells.Length ? BookCellText.Of(row.Cells[at], column.Field?.Kind ?? (column.Role == BookColumnRole.Order ? MapFieldKind.Number : MapFieldKind.Text)) : null;
}
