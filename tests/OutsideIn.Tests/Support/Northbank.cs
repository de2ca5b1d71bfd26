using OutsideIn.Events;
using OutsideIn.Simulation;

namespace OutsideIn.Tests.Support;

/// <summary>The default sample, generated once, as plain rows: what slow and obvious counting works on.</summary>
internal static class Northbank
{
    private static readonly Lazy<EventLog> Generated = new(static () => NorthbankSample.Generate());
    private static readonly Lazy<IReadOnlyList<NorthbankCase>> Read = new(static () => Rows(Generated.Value));

    public static EventLog Log => Generated.Value;

    public static IReadOnlyList<NorthbankCase> Cases => Read.Value;

    public static IEnumerable<NorthbankEvent> Events => Cases.SelectMany(static one => one.Events);

    public static IReadOnlyList<NorthbankCase> Rows(EventLog log)
    {
        var answers = log.Attributes.Single(static one => one.Name == "answer").Texts!;
        var statements = log.Attributes.Single(static one => one.Name == "statement").Texts!;
        var damage = log.Attributes.Single(static one => one.Name == "damage class").Texts!;
        return [.. Enumerable.Range(0, log.CaseCount).Select(index =>
        {
            var (first, end) = log.RowsOf(index);
            return new NorthbankCase(
                statements.TextAt(index)!,
                damage.TextAt(index)!,
                [.. Enumerable.Range(first, end - first).Select(row => new NorthbankEvent(
                    log.Activities.TextAt(row)!,
                    At(log.StartMicros[row]),
                    At(log.TimeMicros[row]),
                    log.Teams!.TextAt(row)!,
                    log.Channels!.TextAt(row),
                    answers.TextAt(row)))]);
        })];
    }

    private static DateTimeOffset At(long micros) => DateTimeOffset.UnixEpoch.AddTicks(micros * TimeSpan.TicksPerMicrosecond);
}

internal sealed record NorthbankEvent(
    string Activity, DateTimeOffset Start, DateTimeOffset End, string Team, string? Channel, string? Answer);

internal sealed record NorthbankCase(string Statement, string Damage, IReadOnlyList<NorthbankEvent> Events)
{
    public DateTimeOffset Reported => Events.First(static one => one.Activity.StartsWith("Report ", StringComparison.Ordinal)).Start;

    public bool IsReached => Has("Car collected");

    public bool IsLost => !IsReached && (Has("Claim withdrawn") || Has("Claim refused"));

    public bool Has(string activity) => Events.Any(one => one.Activity == activity);

    public DateTimeOffset? First(string activity) => Events.FirstOrDefault(one => one.Activity == activity)?.End;

    public DateTimeOffset? Last(string activity) => Events.LastOrDefault(one => one.Activity == activity)?.End;
}
