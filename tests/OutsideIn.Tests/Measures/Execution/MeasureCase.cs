using System.Globalization;
using OutsideIn.Events;
using OutsideIn.Measures;
using OutsideIn.Tests.Support;

namespace OutsideIn.Tests.Measures;

/// <summary>A case of the folder Cases: a log with what a map says of it, a measure, and the table expected (Cases/README.md).</summary>
internal sealed record MeasureCase(MeasuredLog Log, string Measure, string? Objective, string[] Expected)
{
    private static readonly Dictionary<ColumnRole, string> Roles = new()
    {
        [ColumnRole.Case] = "case",
        [ColumnRole.Activity] = "activity",
        [ColumnRole.Time] = "time",
        [ColumnRole.Start] = "start",
        [ColumnRole.Resource] = "person",
        [ColumnRole.Team] = "team",
        [ColumnRole.System] = "system",
        [ColumnRole.Channel] = "channel",
        [ColumnRole.Customer] = "customer",
        [ColumnRole.Cost] = "cost",
    };

    public static string Folder { get; } = Path.Combine(SourceFolder(), "..", "Cases");

    public static MeasureCase Read(string name)
    {
        var lines = File.ReadAllLines(Path.Combine(Folder, name + ".measure"));
        var dashes = Array.IndexOf(lines, "----");
        var log = Section(lines, "log");
        var columns = log[0].Split(',');
        var events = Logs.Read(string.Join('\n', log) + "\n", new ImportOptions
        {
            Columns = Roles.Where(role => columns.Contains(role.Value)).ToDictionary(),
        }).Log;
        return new MeasureCase(
            MapLines.Over(events, Section(lines, "map")), Behind(lines, "measure ")!, Behind(lines, "objective "),
            [.. lines[(dashes + 1)..].Where(static line => line.Length > 0)]);
    }

    /// <summary>The table as it would be written in the file.</summary>
    public static string[] Table(IEnumerable<(string Subject, string Value)> values)
    {
        var rows = values.ToArray();
        var width = rows.Max(static row => row.Subject.Length);
        return [.. rows.Select(row => $"{row.Subject.PadRight(width)}  {row.Value}")];
    }

    public static string Text(ValueState state, double value, double wait, MeasurePlan plan)
    {
        var shown = plan.Kind switch
        {
            MeasureKind.Duration => Duration(value, plan.Clock),
            MeasureKind.YesNo => Duration(wait, plan.Clock),
            _ => value.ToString(CultureInfo.InvariantCulture),
        };
        return state switch
        {
            ValueState.LeftOut => "left out",
            ValueState.NotApplicable => "not applicable",
            ValueState.Open => "open " + shown,
            ValueState.Lost => "lost " + shown,
            _ when plan.Kind == MeasureKind.YesNo => (value == 1 ? "yes after " : "no after ") + shown,
            _ => shown,
        };
    }

    private static string Duration(double micros, DurationClock clock)
    {
        if (clock == DurationClock.BusinessDays)
        {
            return (micros / 86_400_000_000).ToString("0.######", CultureInfo.InvariantCulture) + " bd";
        }

        var span = TimeSpan.FromMicroseconds(micros);
        var (days, hours) = clock == DurationClock.Working ? (0, (int)span.TotalHours) : (span.Days, span.Hours);
        (int Count, string Unit)[] parts = [(days, "d"), (hours, "h"), (span.Minutes, "m"), (span.Seconds, "s")];
        var shown = parts.Where(static part => part.Count > 0).Select(static part => $"{part.Count} {part.Unit}").ToArray();
        return shown.Length == 0 ? "0 s" : string.Join(' ', shown);
    }

    private static string? Behind(string[] lines, string word) =>
        lines.Where(line => line.StartsWith(word, StringComparison.Ordinal)).Select(line => line[word.Length..]).SingleOrDefault();

    // "log claims.csv" names a file; "log" alone begins a section that ends at the next word of the file.
    private static string[] Section(string[] lines, string word)
    {
        if (Behind(lines, word + " ") is { } file)
        {
            return File.ReadAllLines(Path.Combine(Folder, file));
        }

        var first = Array.IndexOf(lines, word);
        return first < 0 ? [] : [.. lines.Skip(first + 1).TakeWhile(static line => line is not ("map" or "----")
            && !line.StartsWith("map ", StringComparison.Ordinal) && !line.StartsWith("measure ", StringComparison.Ordinal)).Where(static line => line.Length > 0)];
    }

    private static string SourceFolder([System.Runtime.CompilerServices.CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
