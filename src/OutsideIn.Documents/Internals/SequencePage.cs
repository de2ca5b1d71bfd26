using System.Globalization;
using OutsideIn.Method;
using OutsideIn.Vocabulary;

namespace OutsideIn.Documents.Internals;

/// <summary>The customer's sequence: Moments of Truth in the customer's order with waits and repeats, and beneath each what it causes (§6 points 16 and 17).</summary>
/// <remarks>Down the page and never left to right; today's form first, and the changed one after it.</remarks>
internal static class SequencePage
{
    private const int FanDepthMax = 6;
    private const long MicrosAMinute = 60_000_000;

    public static Handout Write(Page page, SuccessfulOutcome? outcome)
    {
        var name = outcome is null ? null : page.Index.ProcessOf(outcome);
        var frame = new Frame(name ?? "What the customer goes through", "The customer's sequence", IsWide: false) { Outcome = outcome };
        return page.Finish(frame, Body(page, outcome));
    }

    public static Html Body(Page page, SuccessfulOutcome? outcome)
    {
        var moments = page.Map.Moments.Where(one => BelongsTo(one, outcome)).ToArray();
        var today = moments.Where(static one => one.When != WorkState.ToBe).ToArray();
        if (today.Length == 0)
        {
            return Html.Of($"<h2>Today, as the customer meets us</h2>\n{Page.Teach("No Moment of Truth is on the map.", "Walk the experience in the customer's shoes, from the first sign of need to the outcome. Every call, letter, visit, login and message is one; waits and repeats count.")}");
        }

        var later = moments.Where(static one => one.When != WorkState.AsIs && !PointsOfFailure.IsGoing(one)).ToArray();
        var isChanged = !later.SequenceEqual(today);
        var points = PointsOfFailure.Of(page.Map);
        return Html.Of($"""
            <section class="walk-of">
            <h2>Today, as the customer meets us</h2>
            <p class="lead">{CountText.Of(today.Length, "Moment of Truth", "Moments of Truth")}, in the customer's order. Beneath each stands the work it causes.</p>
            {Key}
            {Walk(page, today, isToday: true)}
            </section>
            {(isChanged ? Html.Of($"<section class=\"walk-of\">\n<h2>After the change</h2>\n<p class=\"lead\">{CountText.Of(later.Length, "Moment of Truth remains", "Moments of Truth remain")}.</p>\n{Points(points)}\n{Walk(page, later, isToday: false)}</section>") : Html.None)}
            """);
    }

    // F3: always the three numbers beside the sum, which alone would hide a swap.
    private static Html Points(FailurePointsRating points) => Html.Of($"""
        <table class="points">
        <caption>Points of failure of the whole map</caption>
        <thead><tr><th scope="col"></th><th scope="col" class="number">Moments of Truth</th><th scope="col" class="number">Breakpoints</th><th scope="col" class="number">Business rules</th><th scope="col" class="number">Together</th></tr></thead>
        <tbody>
        <tr><th scope="row">Today</th>{Counts(points.AsIs)}</tr>
        <tr><th scope="row">After the change</th>{Counts(points.ToBe)}</tr>
        <tr><th scope="row">Difference</th><td class="number">{Change(points.MomentsChange)}</td><td class="number">{Change(points.BreakpointsChange)}</td><td class="number">{Change(points.RulesChange)}</td><td class="number">{Change(points.TotalChange)}</td></tr>
        </tbody>
        </table>

        """);

    private static Html Counts(FailurePoints points) => Html.Of(
        $"<td class=\"number\">{points.Moments.Count}</td><td class=\"number\">{points.Breakpoints.Count}</td><td class=\"number\">{points.Rules.Count}</td><td class=\"number\">{points.Total}</td>");

    private static string Change(double? change) => change switch
    {
        null => "–",
        < 0 => "−" + (-change.Value).ToString("0.0%", CultureInfo.InvariantCulture),
        _ => change.Value.ToString("0.0%", CultureInfo.InvariantCulture),
    };

    private static Html Key { get; } = Html.Of($"""
        <ul class="key"><li>{Page.MarkOf(new MomentOfTruth())}Moment of Truth</li><li>{Page.MarkOf(new Breakpoint())}breakpoint</li><li>{Page.MarkOf(new BusinessRule())}business rule</li><li>{Page.MarkOf(new WorkTask())}work</li></ul>
        """);

    private static bool BelongsTo(MomentOfTruth moment, SuccessfulOutcome? outcome) =>
        outcome?.Experience is null || moment.Experience is null || string.Equals(moment.Experience, outcome.Experience, StringComparison.OrdinalIgnoreCase);

    private static Html Walk(Page page, IReadOnlyList<MomentOfTruth> moments, bool isToday)
    {
        var asked = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var caused = isToday ? Effects(page.Map) : null;
        return Html.Of($"<ol class=\"walk\">\n{moments.Select((one, index) => Stop(page, one, index + 1, asked, caused)).ToArray()}</ol>\n");
    }

    private static Html Stop(Page page, MomentOfTruth moment, int number, HashSet<string> asked, ILookup<string, MapEntry>? caused)
    {
        var again = moment.Asked.Where(one => !asked.Add(one.Trim())).ToArray();
        var isAgain = moment.Demand is not (DemandKind.Unmarked or DemandKind.Value);
        return Html.Of($"""
            {Wait(moment)}<li class="stop{(isAgain ? " again" : "")}"><span class="seat">{number}</span>
            <h3>{Page.Called(moment)} {Page.Rows(Tags(moment, isAgain, caused is not null))}</h3>
            <p class="small">{string.Join(" · ", Facts(moment))}</p>
            {(again.Length == 0 ? Html.None : Html.Of($"<p class=\"empty\">Asked again: {string.Join(", ", again)}</p>"))}
            {(caused is null ? Html.None : Fan(page, moment, caused, new HashSet<string>([moment.Id], StringComparer.OrdinalIgnoreCase), 1))}</li>

            """);
    }

    private static Html Wait(MomentOfTruth moment) => moment.WaitMinutes is > 0
        ? Html.Of($"<li class=\"stop wait\"><p>The customer waits {DurationText.OfMicros((long)(moment.WaitMinutes.Value * MicrosAMinute))}</p></li>\n")
        : Html.None;

    private static IEnumerable<Html> Tags(MomentOfTruth moment, bool isAgain, bool isToday)
    {
        if (isAgain)
        {
            yield return Page.Tag(Wording.Of(moment.Demand), "bad");
        }

        if (moment.Feel is { } feel and not Feel.Neutral)
        {
            yield return feel == Feel.Magic ? Page.Tag("magic", "good") : Page.Tag("misery", "bad");
        }

        if (isToday)
        {
            yield return moment.Disposition switch
            {
                Disposition.Remove => Page.Tag("remove", "warn"),
                Disposition.Improve => Page.Tag(Wording.Of(moment.Improvement), "main"),
                Disposition.Keep => Page.Tag("keep"),
                _ => Page.Tag("undecided"),
            };
        }
    }

    private static IEnumerable<string> Facts(MomentOfTruth moment)
    {
        yield return Wording.Of(moment.Kind);
        if (moment.Channel is { Length: > 0 } channel)
        {
            yield return channel;
        }

        if (moment.CustomerMinutes is { } minutes)
        {
            yield return $"takes the customer {DurationText.OfMicros((long)(minutes * MicrosAMinute))}";
        }

        if (moment.VolumePerYear is { } volume)
        {
            yield return $"{Page.Number(volume)} a year";
        }

        yield return moment.Contributes switch { true => "contributes to the outcome", false => "contributes nothing to the outcome", null => "contribution not judged" };
    }

    private static ILookup<string, MapEntry> Effects(OutsideInMap map) =>
        map.Breakpoints.Where(static one => one.When != WorkState.ToBe).SelectMany(static one => one.CausedBy, static (one, cause) => (cause, (MapEntry)one))
            .Concat(map.Rules.Where(static one => one.When != WorkState.ToBe).SelectMany(static one => one.CausedBy, static (one, cause) => (cause, (MapEntry)one)))
            .Concat(map.Activities.SelectMany(static one => one.CausedBy, static (one, cause) => (cause, (MapEntry)one)))
            .Concat(map.Tasks.SelectMany(static one => one.CausedBy, static (one, cause) => (cause, (MapEntry)one)))
            .ToLookup(static pair => pair.cause, static pair => pair.Item2, StringComparer.OrdinalIgnoreCase);

    // What two causes have in common stands once beneath a Moment of Truth; so a cycle of causes, which has a finding of its own, ends too.
    private static Html Fan(Page page, MapEntry cause, ILookup<string, MapEntry> caused, HashSet<string> shown, int depth)
    {
        var effects = caused[cause.Id].Where(one => shown.Add(one.Id)).ToArray();
        return effects.Length == 0 || depth > FanDepthMax
            ? Html.None
            : Html.Of($"<ul class=\"fan\">\n{effects.Select(one => Html.Of($"<li>{Page.MarkOf(one)}{Page.Called(one)}{Shared(one, cause, page)}{Fan(page, one, caused, shown, depth + 1)}</li>\n"))}</ul>\n");
    }

    private static Html Shared(MapEntry effect, MapEntry cause, Page page)
    {
        var causes = effect switch { Breakpoint one => one.CausedBy, BusinessRule one => one.CausedBy, Activity one => one.CausedBy, WorkTask one => one.CausedBy, _ => [] };
        var others = causes.Where(id => !string.Equals(id, cause.Id, StringComparison.OrdinalIgnoreCase)).Select(page.NameOf).ToArray();
        return others.Length == 0 ? Html.None : Html.Of($" <span class=\"small quiet\">(also caused by {string.Join(", ", others)})</span>");
    }
}
