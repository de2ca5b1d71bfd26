using OutsideIn.Events;

namespace OutsideIn.Tests.Support;

/// <summary>Logs small enough to work out by hand: one line a case, events separated by commas.</summary>
/// <remarks>
/// An event is <c>minute activity</c>, then optionally <c>@team</c>, <c>%resource</c>, <c>#channel</c>, <c>$cost</c> and <c>[start minute</c>:
/// <c>"0 Call @Desk, 30 Assess @Claims [20"</c>. Minutes count from 2026-01-01T00:00:00Z.
/// </remarks>
internal static class SmallLog
{
    public const long MinuteMicros = 60_000_000;

    public static long OriginMicros { get; } = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero).ToUnixTimeMilliseconds() * 1000;

    public static EventLog Of(params string[] cases)
    {
        var builder = new EventLogBuilder();
        for (var index = 0; index < cases.Length; index++)
        {
            foreach (var text in cases[index].Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            {
                Add(builder, $"c{index + 1}", text);
            }
        }

        return builder.Build();
    }

    public static long Minute(double minute) => OriginMicros + (long)(minute * MinuteMicros);

    private static void Add(EventLogBuilder builder, string caseName, string text)
    {
        var minute = text[..text.IndexOf(' ', StringComparison.Ordinal)];
        var rest = text[(minute.Length + 1)..];
        var marks = "@%#$[".Select(mark => rest.IndexOf($" {mark}", StringComparison.Ordinal)).Where(at => at >= 0).ToArray();
        var activity = marks.Length == 0 ? rest : rest[..marks.Min()];
        var row = new EventRow(builder.Case(caseName), builder.Activity(activity), Minute(Number(minute)))
        {
            Team = Code(builder, ColumnRole.Team, Marked(rest, '@')),
            Resource = Code(builder, ColumnRole.Resource, Marked(rest, '%')),
            Channel = Code(builder, ColumnRole.Channel, Marked(rest, '#')),
            Cost = Marked(rest, '$') is { } cost ? Number(cost) : double.NaN,
            StartMicros = Marked(rest, '[') is { } start ? Minute(Number(start)) : EventRow.NoStart,
        };
        builder.Add(row);
    }

    private static string? Marked(string text, char mark)
    {
        var at = text.IndexOf($" {mark}", StringComparison.Ordinal);
        if (at < 0)
        {
            return null;
        }

        var next = "@%#$[".Select(other => text.IndexOf($" {other}", at + 1, StringComparison.Ordinal)).Where(place => place >= 0).ToArray();
        return next.Length == 0 ? text[(at + 2)..] : text[(at + 2)..next.Min()];
    }

    private static int Code(EventLogBuilder builder, ColumnRole role, string? name) => name is null ? 0 : builder.Name(role, name);

    private static double Number(string text) => double.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
