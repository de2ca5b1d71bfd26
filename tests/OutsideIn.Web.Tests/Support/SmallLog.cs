using OutsideIn.Events;

namespace OutsideIn.Web.Tests;

/// <summary>Three claims, by hand: one back on the road, one after chasing, one still open.</summary>
internal static class SmallLog
{
    private static readonly DateTimeOffset Start = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    private static readonly (string Case, string Activity, int Hour, string Resource, string Team)[] Rows =
    [
        ("C-1", "Report the accident", 0, "customer", ""),
        ("C-1", "Check the cover", 2, "Ann", "Claims"),
        ("C-1", "Repair the car", 50, "Bob", "Garage"),
        ("C-1", "Car back with customer", 60, "Bob", "Garage"),
        ("C-2", "Report the accident", 24, "customer", ""),
        ("C-2", "Check the cover", 30, "Ann", "Claims"),
        ("C-2", "Call: where is my car", 200, "customer", ""),
        ("C-2", "Repair the car", 260, "Bob", "Garage"),
        ("C-2", "Car back with customer", 300, "Bob", "Garage"),
        ("C-3", "Report the accident", 400, "customer", ""),
        ("C-3", "Check the cover", 402, "Ann", "Claims"),
    ];

    public static ImportedLog Imported { get; } = new(Build(), new ImportReport(
        "CSV", 12, 11, 1,
        [new RefusedRow(13, "time", "yesterday", "This is no time of the pattern yyyy-MM-dd HH:mm.")],
        [
            new RoleChoice(ColumnRole.Case, "claim", "Its values repeat, and rows with the same value are close in time.", 0.93),
            new RoleChoice(ColumnRole.Activity, "step", "Few distinct texts that repeat in every case.", 0.9),
            new RoleChoice(ColumnRole.Time, "time", "Every value is a time.", 1),
        ],
        [
            new ColumnSummary("claim", AttributeKind.Text, null, [], null, ["C-1", "C-2"]),
            new ColumnSummary("note", AttributeKind.Text, AttributeLevel.Event, [new MissingToken("-", "It stands alone in 40 % of rows.")], null, ["-"]),
        ],
        ["Times carry no zone; they were taken as UTC."]));

    private static EventLog Build()
    {
        var log = new EventLogBuilder();
        foreach (var row in Rows)
        {
            var micros = (Start.AddHours(row.Hour) - DateTimeOffset.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond;
            log.Add(new EventRow(log.Case(row.Case), log.Activity(row.Activity), micros)
            {
                Resource = log.Name(ColumnRole.Resource, row.Resource),
                Team = row.Team.Length == 0 ? 0 : log.Name(ColumnRole.Team, row.Team),
            });
        }

        return log.Build();
    }
}
