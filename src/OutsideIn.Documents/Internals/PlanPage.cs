using OutsideIn.Method;
using OutsideIn.Vocabulary;

namespace OutsideIn.Documents.Internals;

/// <summary>The action plan (S2 step 8, rows 25 and 44): what to do, in which order, and each action's one sentence.</summary>
internal static class PlanPage
{
    private const int ProposalsMax = 30;
    private const int FollowsMax = 8;

    public static Handout Write(Page page)
    {
        var frame = new Frame("What to do, and in which order", "Action plan", IsWide: false)
        {
            Under = "Stop first; then whatever takes the most breakpoints away for its cost. Do it as you go.",
        };
        var plan = ActionPlan.Of(page.Map, MapChecks.Check(page.Map, new CheckOptions(page.Options.Date)));
        var own = plan.Ordered.Where(static one => one.IsOwn).ToArray();
        var body = plan.Ordered.Count + plan.Done.Count == 0
            ? Page.Teach("There is nothing to do yet.", "Actions come from the causes: decide for each Moment of Truth whether it is removed or improved, remove breakpoints, challenge rules. Or write an action down with what it acts on and the outcome it is for.")
            : Html.Of($"""
                {Figures(plan, own)}
                {List(page, "Agreed", "The actions of the map. The number is the place in the whole plan, the proposals below included.", own)}
                {List(page, "Proposed", "What the map itself suggests, from its judgements and findings. Nobody has agreed to it yet.", page.First([.. plan.Ordered.Where(static one => !one.IsOwn)], ProposalsMax))}
                {List(page, "Longer than a year", "Days, weeks, months, never years: cut these into smaller ones.", plan.Rejected)}
                {Done(plan.Done)}
                """);
        return page.Finish(frame, body);
    }

    private static Html Figures(Plan plan, PlannedAction[] own) => Page.Figures(
        (CountText.Of(own.Length), own.Length == 1 ? "action agreed" : "actions agreed"),
        (CountText.Of(plan.Candidates.Count), "more proposed"),
        (CountText.Of(plan.Done.Count), "done"));

    private static Html List(Page page, string heading, string lead, IReadOnlyList<PlannedAction> actions) => actions.Count == 0
        ? Html.None
        : Html.Of($"""
            <section>
            <h2>{heading}</h2>
            <p class="lead">{lead}</p>
            <ol class="actions">
            {actions.Select(one => Action(page, one))}
            </ol>
            </section>

            """);

    private static Html Action(Page page, PlannedAction action) => Html.Of($"""
        <li><span class="place">{(action.Place > 0 ? CountText.Of(action.Place) : "–")}</span><div>
        <h3>{action.Name} {Page.Tag(Wording.Of(action.Kind), Tone(action.Kind))}{(action.IsOwn && action.State != ActionState.Idea ? Html.Of($" {Page.Tag(Wording.Of(action.State))}") : Html.None)}</h3>
        <p class="small">{string.Join(" · ", Facts(action))}</p>
        {Targets(page, action)}
        <blockquote class="say{(action.Elevator.Sentence is null ? " cannot" : "")}">{action.Elevator.Text}</blockquote>
        {(action.Warnings.Count == 0 ? Html.None : Html.Of($"<ul class=\"empty\">{action.Warnings.Select(static one => Html.Of($"<li>{one}</li>"))}</ul>"))}
        </div></li>

        """);

    private static IEnumerable<string> Facts(PlannedAction action)
    {
        var cost = action.Cost switch { Judgement.Low => "low", Judgement.High => "high", _ => "medium" };
        yield return action.IsCostAssumed ? $"cost taken as {cost}, nobody has judged it" : $"cost {cost}";
        yield return action.DurationDays is { } days ? $"{Page.Number(days)} days" : "days not said";
        yield return CountText.Of(action.BreakpointsEliminated, "breakpoint goes", "breakpoints go");
        foreach (var reason in action.IsOwn ? [] : action.Reasons.Take(1))
        {
            yield return reason.Text.TrimEnd('.');
        }
    }

    private static Html Targets(Page page, PlannedAction action)
    {
        var targets = action.Targets.Count == 0 ? Html.Of($"<span class=\"empty\">acts on no cause</span>") : Html.Join("  ", action.Targets.Select(id => Html.Of($"<span class=\"target\">{page.Marked(id)}</span>")));
        var follows = action.Cascade.Follows;
        var more = follows.Count - FollowsMax;
        return Html.Of($"""
            <p class="on"><span class="quiet">on</span> {targets}</p>
            {(follows.Count == 0 ? Html.None : Html.Of($"<p class=\"on\"><span class=\"quiet\">goes with it</span> {Html.Join("  ", follows.Take(FollowsMax).Select(id => Html.Of($"<span class=\"target\">{page.Marked(id)}</span>")))}{(more > 0 ? $" and {CountText.Of(more)} more" : "")}</p>"))}
            """);
    }

    private static string Tone(ActionKind kind) => kind switch
    {
        ActionKind.Stop or ActionKind.Remove => "warn",
        ActionKind.Merge or ActionKind.Automate => "main",
        _ => "",
    };

    private static Html Done(IReadOnlyList<PlannedAction> done) => done.Count == 0
        ? Html.None
        : Html.Of($"<section>\n<h2>Done</h2>\n<ul class=\"list\">{done.Select(static one => Html.Of($"<li>{one.Name} <span class=\"quiet\">{Wording.Of(one.State)}</span></li>"))}</ul>\n</section>\n");
}
