using FsCheck;
using FsCheck.Fluent;
using OutsideIn.Events;

namespace OutsideIn.Tests.Storage;

/// <summary>Logs of every shape: with and without each column, empty, with equal times and odd names.</summary>
internal static class SomeLogs
{
    private static readonly string[] Names = ["", "a", "Ä ö", "名前", "a\nb", "\u0000", "x,y\"z", new('n', 300)];

    public static Arbitrary<ImportedLog> Any { get; } = (
        from seed in Gen.Choose(0, int.MaxValue)
        from events in Gen.Choose(0, 60)
        select Make(seed, events)).ToArbitrary();

    public static ImportedLog Make(int seed, int events)
    {
        var random = new Sequence(seed);
        var log = new EventLogBuilder(random.Next(2) == 0 ? EventOrder.ByTime : EventOrder.ByStart);
        var (hasStarts, hasResources, hasCosts) = (random.Next(2) == 0, random.Next(2) == 0, random.Next(2) == 0);
        var attributes = Attributes(log, random);
        for (var row = 0; row < events; row++)
        {
            var time = (random.Next(1000) - 500) * 1_000_003L;
            log.Add(new EventRow(log.Case($"c{random.Next(9)}"), log.Activity(Names[random.Next(Names.Length)]), time)
            {
                StartMicros = hasStarts && random.Next(3) > 0 ? time - random.Next(5) : EventRow.NoStart,
                Resource = hasResources && random.Next(3) > 0 ? log.Name(ColumnRole.Resource, Names[random.Next(Names.Length)]) : 0,
                Team = random.Next(4) == 0 ? log.Name(ColumnRole.Team, "team") : 0,
                Channel = random.Next(4) == 0 ? log.Name(ColumnRole.Channel, "phone") : 0,
                Cost = hasCosts && random.Next(2) == 0 ? random.Next(100) / 3.0 : double.NaN,
            });
            foreach (var (kind, attribute) in attributes)
            {
                Set(attribute, kind, row, random);
            }
        }

        return new ImportedLog(log.Build(), Report(events));
    }

    private static List<(AttributeKind Kind, AttributeBuilder Column)> Attributes(EventLogBuilder log, Sequence random) =>
    [
        .. Enum.GetValues<AttributeKind>().Where(_ => random.Next(2) == 0)
            .Select(kind => (kind, log.Attribute($"{kind} é", kind, AttributeLevel.Event))),
    ];

    private static void Set(AttributeBuilder attribute, AttributeKind kind, int row, Sequence random)
    {
        if (random.Next(3) == 0)
        {
            return;
        }

        switch (kind)
        {
            case AttributeKind.Text:
                attribute.SetText(row, Names[random.Next(Names.Length)]);
                break;
            case AttributeKind.Number:
                attribute.SetNumber(row, random.Next(1000) / 7.0);
                break;
            case AttributeKind.Time:
                attribute.SetTime(row, random.Next(1000));
                break;
            default:
                attribute.SetAnswer(row, random.Next(2) == 0);
                break;
        }
    }

    private static ImportReport Report(int events) => new(
        "CSV", events + 1, events, 1,
        [new RefusedRow(7, null, "\u2028<script>", "It is no row.")],
        [new RoleChoice(ColumnRole.Case, "id", "Because.", 0.5)],
        [new ColumnSummary("id", AttributeKind.Text, null, [new MissingToken("", "Empty.")], null, ["1", "2"])],
        ["A note."]);

    /// <summary>Numbers that depend on a seed only (Knuth's linear congruence, MMIX).</summary>
    private sealed class Sequence(int seed)
    {
        private ulong _state = (ulong)seed;

        public int Next(int below)
        {
            _state = (_state * 6364136223846793005) + 1442695040888963407;
            return (int)((_state >> 33) % (ulong)below);
        }
    }
}
