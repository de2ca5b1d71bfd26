using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using OutsideIn.Diagnosis;
using OutsideIn.Vocabulary;

namespace OutsideIn.Web;

/// <summary>One event on the timeline, and the wait before it.</summary>
/// <param name="Number">Its place in the case, from 1.</param>
/// <param name="Name">What was done.</param>
/// <param name="Time">When, to the minute in UTC.</param>
/// <param name="Since">Time since the case began.</param>
/// <param name="IsContact">Whether the customer saw it: contacts stand on one side, work inside on the other.</param>
/// <param name="Shape">The shape of its kind of work.</param>
/// <param name="Doer">Who did it, or null.</param>
/// <param name="Details">Channel, system, processing time, cost and the log's other columns.</param>
/// <param name="IsSuggested">Whether its kind is only suggested.</param>
/// <param name="Failure">Why it is failure demand, or null.</param>
/// <param name="HandOff">From whom to whom work passed here, or null.</param>
/// <param name="Cause">The contact that caused it, or null.</param>
/// <param name="Shows">What it tells about the outcome, or null.</param>
/// <param name="Tone">The tone of <paramref name="Shows"/>, or null.</param>
/// <param name="Wait">The wait before it in words, or null for the first.</param>
/// <param name="WaitLength">The wait's length as drawn, from 0 to 1.</param>
/// <param name="IsWaitCut">Whether the wait is longer than it is drawn.</param>
internal sealed record StoryEventView(
    int Number, string Name, string Time, string Since, bool IsContact, string Shape, string? Doer, IReadOnlyList<NamedValue> Details,
    bool IsSuggested, string? Failure, string? HandOff, string? Cause, string? Shows, string? Tone,
    string? Wait, double WaitLength, bool IsWaitCut);

/// <summary>A case as the customer lived it.</summary>
internal sealed record StoryView(
    string Title, string Subtitle, IReadOnlyList<CardView> Cards, IReadOnlyList<NamedValue> Attributes,
    IReadOnlyList<StoryEventView> Events, string ScaleText, string? Limit, TableView Table);

/// <summary>GET /api/logs/{id}/cases/{case}</summary>
internal static class GetCase
{
    /// <summary>Events drawn; what lies beyond is said.</summary>
    private const int EventsMax = 400;

    public static void Map(RouteGroupBuilder log) => log.MapGet("/cases/{case}", static async (
            string id, string @case, LogLibrary library, CancellationToken stop) =>
            Reply.From((await library.Open(id, stop)).Then(one =>
                CaseAddress.Find(one.Log, @case).Then(found => Tell(one, found)))))
        .Sends<StoryView>("GetCase", "A case as the customer lived it.");

    public static Result<StoryView> Tell(OpenLog log, int caseIndex) => log.Explorer.Story(caseIndex).Then<StoryView>(static story => ViewOf(story));

    private static StoryView ViewOf(CaseStory story)
    {
        var drawn = story.Entries.Take(EventsMax).ToList();
        var scale = WaitScale.Of([.. drawn.Select(static one => one.WaitSeconds ?? 0)]);
        List<StoryEventView> events = [.. drawn.Select(one => EventOf(one, scale))];
        var summary = story.Summary;
        return new StoryView(
            summary.Name,
            string.Join(" · ", new[] { summary.Customer, summary.Category, story.Organisation }.Where(static one => !string.IsNullOrEmpty(one))),
            Cards(summary),
            story.Attributes,
            events,
            $"A gap of full length is {Say.Duration(scale.CapSeconds)}"
                + (events.Any(static one => one.IsWaitCut) ? "; longer waits are cut there and marked." : "."),
            story.Entries.Count > EventsMax ? $"The first {Say.Count(EventsMax)} of {Say.Count(story.Entries.Count)} events." : null,
            Table(events));
    }

    private static StoryEventView EventOf(CaseStoryEntry one, WaitScale scale) => new(
        one.Number, one.Name, Say.Instant(one.Begin), Say.Duration(one.SecondsSinceStart), one.IsContact, ShapeOf(one),
        one.Doer ?? one.Team ?? one.Resource, Details(one), one.IsSuggested,
        one.FailureRule is null ? null : $"Failure demand: {Words.Demand(one.Demand ?? "") ?? "something failed"}, {Words.FailureRule(one.FailureRule)}",
        HandOffText(one.HandOff), one.Cause, ShowsText(one.Shows), ToneOf(one.Shows),
        one.WaitSeconds is { } wait ? Say.Duration(wait) : null,
        scale.LengthOf(one.WaitSeconds ?? 0), scale.Cuts(one.WaitSeconds ?? 0));

    private static string ShapeOf(CaseStoryEntry one) => one switch
    {
        { FailureRule: not null } => "failure",
        { Kind: "ruleCheck" } => "rule",
        { IsContact: true } => "moment",
        _ => "internal",
    };

    private static List<NamedValue> Details(CaseStoryEntry one)
    {
        var details = new List<NamedValue>();
        Add("Channel", one.Channel);
        Add("System", one.System);
        Add("Team", one.Team == one.Doer ? null : one.Team);
        Add("Resource", one.Resource == one.Doer ? null : one.Resource);
        Add("Work took", one.ProcessingSeconds is > 0 and { } took ? Say.Duration(took) : null);
        Add("Cost", one.Cost is { } cost ? Say.Number(cost) : null);
        details.AddRange(one.Attributes);
        return details;

        void Add(string name, string? value)
        {
            if (!string.IsNullOrEmpty(value))
            {
                details.Add(new NamedValue(name, value));
            }
        }
    }

    private static string? HandOffText(HandOffEntry? handOff) => handOff is null
        ? null
        : $"Hand-off from {handOff.From ?? "somebody"} to {handOff.To ?? "nobody yet"}";

    private static string? ShowsText(string? shows) => shows switch
    {
        "firstNeed" => "First sign of need",
        "reached" => "Outcome reached",
        "lost" => "Outcome lost",
        _ => null,
    };

    private static string? ToneOf(string? shows) => shows switch
    {
        "firstNeed" => "customer",
        "reached" => "reached",
        "lost" => "lost",
        _ => null,
    };

    private static List<CardView> Cards(CaseSummary summary) =>
    [
        new CardView("Outcome", Words.Outcome(summary.Outcome), $"{Say.Instant(summary.Start)} to {Say.Instant(summary.End)}", null, null, null, summary.Outcome),
        new CardView("Customer's clock", Say.Duration(summary.CustomerClock.Seconds), ClockText(summary.CustomerClock.State), null, null, null, "customer"),
        new CardView("Firm's clock", Say.Duration(summary.Firm.Seconds), ClockText(summary.Firm.State), null, null, null, "firm"),
        new CardView(
            "Contacts", Say.Count(summary.Contacts),
            $"{Say.Count(summary.FailureContacts)} failure demand, {Say.Count(summary.HandOffs, "hand-off", "hand-offs")} inside", null, null, null,
            summary.FailureContacts > 0 ? "failure" : "plain"),
    ];

    private static string ClockText(string state) => state switch
    {
        "stopped" => "stopped",
        "running" => "still running",
        "gaveUp" => "ran until the outcome was lost",
        _ => "never started",
    };

    private static TableView Table(IReadOnlyList<StoryEventView> events) =>
        new TableBuilder<StoryEventView>("events", "Events")
            .Count("number", "No.", static one => one.Number)
            .Text("time", "When", static one => one.Time)
            .Text("wait", "Wait before", static one => one.Wait)
            .Text("name", "What", static one => one.Name, marks: static one => one.IsSuggested ? [one.Shape, Words.Suggested] : [one.Shape])
            .Text("doer", "Who", static one => one.Doer)
            .Text("notes", "Told by it", static one => string.Join("; ", new[] { one.Shows, one.Failure, one.HandOff }.OfType<string>()))
            .Text("cause", "Caused by", static one => one.Cause)
            .Build(events);
}
