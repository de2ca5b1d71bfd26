using FsCheck;
using FsCheck.Fluent;
using OutsideIn.Events;

namespace OutsideIn.Tests.Support;

/// <summary>An event of a small log made up for a test; null where nobody is named.</summary>
internal sealed record SmallEvent(string Case, string Activity, long Start, long Time, string? Resource);

/// <summary>Small random logs with repeats, ties, overlaps and missing resources, and the columns made of them.</summary>
internal static class SmallLogs
{
    private const long Second = 1_000_000;

    public static Arbitrary<SmallEvent[]> Any { get; } = Gen.ArrayOf(AnyEvent()).ToArbitrary();

    public static EventLog Build(IEnumerable<SmallEvent> events, EventOrder order = EventOrder.ByTime, int unusedNames = 0)
    {
        var builder = new EventLogBuilder(order);
        for (var name = 0; name < unusedNames; name++)
        {
            builder.Activity($"unused {name}");
            builder.Name(ColumnRole.Resource, $"nobody {name}");
        }

        foreach (var one in events)
        {
            builder.Add(new EventRow(builder.Case(one.Case), builder.Activity(one.Activity), one.Time)
            {
                StartMicros = one.Start,
                Resource = one.Resource is null ? 0 : builder.Name(ColumnRole.Resource, one.Resource),
            });
        }

        return builder.Build();
    }

    /// <summary>The rows case by case as the log's definition says: cases as first named; by time, or by start then time; ties as read.</summary>
    public static SmallEvent[][] Cases(IEnumerable<SmallEvent> events, EventOrder order = EventOrder.ByTime) =>
    [
        .. events.GroupBy(one => one.Case).Select(rows => order switch
        {
            EventOrder.ByTime => rows.OrderBy(one => one.Time).ToArray(),
            EventOrder.ByStart => rows.OrderBy(one => one.Start).ThenBy(one => one.Time).ToArray(),
            _ => rows.ToArray(),
        }),
    ];

    private static Gen<SmallEvent> AnyEvent() =>
        from caseName in Gen.Elements("A", "B", "C", "D")
        from activity in Gen.Elements("ask", "do", "wait", "pay", "Ask")
        from start in Gen.Choose(0, 12)
        from length in Gen.Choose(0, 4)
        from resource in Gen.Elements<string?>("ann", "bob", "cy", null)
        select new SmallEvent(caseName, activity, start * Second, (start + length) * Second, resource);
}
