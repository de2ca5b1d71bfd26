using FsCheck;
using FsCheck.Fluent;
using OutsideIn.Events;
using OutsideIn.Measures;
using OutsideIn.Statistics;
using OutsideIn.Vocabulary;

namespace OutsideIn.Tests.Measures;

/// <summary>One made-up event: minutes from the beginning, and columns that may be missing.</summary>
internal sealed record AnyEvent(
    int Case, string Activity, int Minute, int Length, string? Customer, string? Channel, string? Team, double? Cost, double? Amount, string? Product, bool? Urgent);

/// <summary>Small made-up logs with ties, missing values, starts, customers, cases of one event, and all that a map can say of them.</summary>
internal static class AnyMeasuredLog
{
    public const long Minute = 60_000_000;

    // The clocks of Berlin go forward on Sunday, 2026-03-29: logs of four days begin on the Friday before.
    public static readonly long Origin = new DateTimeOffset(2026, 3, 27, 6, 0, 0, TimeSpan.Zero).ToUnixTimeSeconds() * 1_000_000;

    private static readonly string[] Regions = ["North", "South"];

    private static readonly WorkingCalendar[] Calendars =
    [
        new("Office", TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin"), [Hours("Mon-Fri 09:00-12:00"), Hours("Mon-Fri 11:00-17:00"), Hours("Sat 09:00-12:30")],
            new HashSet<DateOnly> { new(2026, 3, 30) }),
        new("Night", TimeZoneInfo.FindSystemTimeZoneById("America/New_York"), [Hours("Sun 01:30-03:30"), Hours("Mon-Sun 20:00-24:00"), Hours("Tue 00:00-06:00")],
            new HashSet<DateOnly>()),
    ];

    public static Gen<MeasuredLog> Generator { get; } =
        from count in Gen.Choose(1, 14)
        from events in Event().ArrayOf(count)
        from order in Gen.Elements(EventOrder.ByTime, EventOrder.ByTime, EventOrder.ByStart, EventOrder.AsRead)
        from hasStarts in Gen.Elements(true, false)
        from caseColumns in Gen.Choose(0, 5).ArrayOf(5)
        from says in Gen.Choose(0, 9).ArrayOf(200)
        select Of(events, (order, hasStarts), caseColumns, says);

    private static Gen<AnyEvent> Event() =>
        from one in Gen.Choose(0, 4)
        from activity in Gen.Elements("ask", "do", "pay", "Ask again", "call")
        from half in Gen.Choose(0, 190)
        from length in Gen.Choose(0, 90)
        from texts in Gen.Choose(0, 5).ArrayOf(8)
        select new AnyEvent(
            one, activity, half * 30, length, Pick(texts[0], "k1", "k2", "k1"), Pick(texts[1], "phone", "web", "Phone"), Pick(texts[2], "Motor", "Legal"),
            texts[3] < 4 ? texts[3] : null, texts[4] < 4 ? texts[4] * 2.5 : null, Pick(texts[5], "car", "home"), texts[6] < 4 ? texts[6] % 2 == 0 : null);

    private static string? Pick(int at, params string[] names) => at < names.Length ? names[at] : null;

    private static MeasuredLog Of(AnyEvent[] events, (EventOrder Order, bool HasStarts) shape, int[] caseColumns, int[] says)
    {
        var builder = new EventLogBuilder(shape.Order);
        var amounts = builder.Attribute("amount", AttributeKind.Number, AttributeLevel.Event);
        var products = builder.Attribute("product", AttributeKind.Text, AttributeLevel.Event);
        var urgent = builder.Attribute("urgent", AttributeKind.YesNo, AttributeLevel.Event);
        var due = builder.Attribute("due", AttributeKind.Time, AttributeLevel.Event);
        var region = builder.Attribute("region", AttributeKind.Text, AttributeLevel.Case);
        var size = builder.Attribute("size", AttributeKind.Number, AttributeLevel.Case);
        region.SetText(0, Regions[0]);
        for (var index = 0; index < events.Length; index++)
        {
            var one = events[index];
            var code = builder.Case($"c{one.Case}");
            builder.Add(new EventRow(code, builder.Activity(one.Activity), Origin + ((one.Minute + one.Length) * Minute))
            {
                StartMicros = shape.HasStarts ? Origin + (one.Minute * Minute) : EventRow.NoStart,
                Customer = one.Customer is null ? 0 : builder.Name(ColumnRole.Customer, one.Customer),
                Channel = one.Channel is null ? 0 : builder.Name(ColumnRole.Channel, one.Channel),
                Team = one.Team is null ? 0 : builder.Name(ColumnRole.Team, one.Team),
                Cost = one.Cost ?? double.NaN,
            });
            amounts.SetNumber(index, one.Amount ?? double.NaN);
            if (one.Product is not null)
            {
                products.SetText(index, one.Product);
            }

            if (one.Urgent is { } isUrgent)
            {
                urgent.SetAnswer(index, isUrgent);
            }

            due.SetTime(index, index % 3 == 0 ? AttributeColumn.MissingTime : Origin + (index * 600 * Minute));
            if (caseColumns[one.Case] is > 0 and var column)
            {
                region.SetText(code - 1, Regions[column % 2]);
                size.SetNumber(code - 1, column);
            }
        }

        return Overlaid(builder.Build(), says);
    }

    private static MeasuredLog Overlaid(EventLog log, int[] says)
    {
        var horizon = log.LastMicros + (says[0] * 200 * Minute);
        var (rows, cases) = (Enumerable.Range(0, log.EventCount).ToArray(), Enumerable.Range(0, log.CaseCount).ToArray());
        return new MeasuredLog
        {
            Log = log,
            HorizonMicros = horizon,
            MapNames = [new NamedEvents("Contact the client", [new NamePattern("ask*"), new NamePattern("CALL")]), new NamedEvents("pay", [new NamePattern("do")])],
            IsContact = rows.Select(row => says[20 + row] < 4).ToArray(),
            IsFailureContact = rows.Select(row => says[40 + row] < 2).ToArray(),
            IsHandoff = rows.Select(row => says[60 + row] < 3).ToArray(),
            EndRows = says[1] < 2 ? (ReadOnlyMemory<int>?)null : cases.Select(index => says[80 + index] < 4
                ? -1 : log.CaseStarts[index] + (says[90 + index] % (log.CaseStarts[index + 1] - log.CaseStarts[index]))).ToArray(),
            LostMicros = says[2] < 3 ? (ReadOnlyMemory<long>?)null : cases.Select(index => says[100 + index] < 5 ? long.MaxValue : Origin + (says[110 + index] * 700 * Minute)).ToArray(),
            CustomerClock = cases.Select(index => Clock(says[120 + index], says[130 + index], says[140 + index], horizon)).ToArray(),
            FirmClock = cases.Select(index => Clock(says[150 + index], says[160 + index], says[170 + index], horizon)).ToArray(),
            Categories = new CodedColumn(["time is money", "hand me held"], cases.Select(index => says[180 + index] % 3).ToArray()),
            Calendars = Calendars,
        };
    }

    private static ClockReading Clock(int state, int start, int length, long horizon)
    {
        var from = Origin + (start * 300 * Minute);
        return state switch
        {
            < 2 => new ClockReading(false, 0, 0, CompetingEnd.Open),
            < 4 => new ClockReading(true, from, Math.Max(from, horizon), CompetingEnd.Open),
            < 7 => new ClockReading(true, from, from + (length * 311 * Minute), CompetingEnd.Reached),
            _ => new ClockReading(true, from, from + (length * 313 * Minute), CompetingEnd.Lost),
        };
    }

    private static WeeklyHours Hours(string text)
    {
        WeeklyHours.Parse(text).TryGet(out var hours, out _);
        return hours!;
    }
}
