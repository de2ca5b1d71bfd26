using System.Globalization;
using OutsideIn.Method;

namespace OutsideIn.Documents.Internals;

/// <summary>A cell as it was found to the text its key reads.</summary>
internal static class BookCellText
{
    private const double LastDay = 2_958_465;

    /// <summary>The text, or null for an empty cell.</summary>
    public static string? Of(object? cell, MapFieldKind kind) => cell switch
    {
        null => null,
        CellError => null,
        string { Length: 0 } => null,
        string text => text,
        bool truth => truth ? "yes" : "no",
        DateTime day when kind is MapFieldKind.Number or MapFieldKind.WholeNumber => day.ToOADate().ToString("R", CultureInfo.InvariantCulture),
        DateTime { TimeOfDay.Ticks: 0 } day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTime moment => moment.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
        double serial when kind == MapFieldKind.Date && serial is > 0 and <= LastDay && serial == Math.Floor(serial) =>
            DateTime.FromOADate(serial).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        double number => number.ToString("R", CultureInfo.InvariantCulture),
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        _ => cell.ToString(),
    };
}
