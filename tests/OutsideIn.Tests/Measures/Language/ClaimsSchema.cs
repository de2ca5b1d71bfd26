using OutsideIn.Events;
using OutsideIn.Measures;
using OutsideIn.Vocabulary;

namespace OutsideIn.Tests.Measures.Language;

/// <summary>What a motor insurer's log and map would tell of themselves: everything the examples of measures.md speak of.</summary>
internal static class ClaimsSchema
{
    public static MeasureSchema Full { get; } = new()
    {
        HasLog = true,
        ActivityNames = ["Claim reported", "Assess damage", "Check documents", "Chase call", "Settle claim", "Claim settled", "Car collected", "Complaint by letter", "Complaint by phone"],
        MapNames = [Entry("Customer chases", "Chase*"), Entry("Courtesy car handed over", "Courtesy car*"), Entry("Complaint", "Complaint*")],
        Columns =
        [
            Role("activity", AttributeKind.Text), Role("person", AttributeKind.Text), Role("team", AttributeKind.Text), Role("system", AttributeKind.Text),
            Role("channel", AttributeKind.Text), Role("customer", AttributeKind.Text), Role("cost", AttributeKind.Number), Role("time", AttributeKind.Time),
            Role("start", AttributeKind.Time, AttributeLevel.Case), Role("end", AttributeKind.Time, AttributeLevel.Case), Role("category", AttributeKind.Text, AttributeLevel.Case),
            Own("amount", AttributeKind.Number), Own("region", AttributeKind.Text, AttributeLevel.Case), Own("product", AttributeKind.Text, AttributeLevel.Case),
            Own("paid", AttributeKind.YesNo), Own("due date", AttributeKind.Time, AttributeLevel.Case),
        ],
        Calendars = ["Head office", "Branches"],
        HasStarts = true,
        KnowsContacts = true,
        KnowsFailureContacts = true,
        KnowsHandoffs = true,
        KnowsEnds = true,
        KnowsClocks = true,
    };

    /// <summary>The same log without a map, with one time an event and no customers.</summary>
    public static MeasureSchema Bare { get; } = Full with
    {
        MapNames = [],
        Columns = [.. Full.Columns.Where(static one => one.Name is not ("customer" or "category" or "person"))],
        Calendars = [],
        HasStarts = false,
        KnowsContacts = false,
        KnowsFailureContacts = false,
        KnowsHandoffs = false,
        KnowsEnds = false,
        KnowsClocks = false,
    };

    private static NamedEvents Entry(string name, string events) => new(name, [new NamePattern(events)]);

    private static SchemaColumn Role(string name, AttributeKind kind, AttributeLevel level = AttributeLevel.Event) => new(name, kind, level) { IsRole = true };

    private static SchemaColumn Own(string name, AttributeKind kind, AttributeLevel level = AttributeLevel.Event) => new(name, kind, level);
}
