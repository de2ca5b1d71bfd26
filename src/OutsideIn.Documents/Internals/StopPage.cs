using OutsideIn.Method;
using OutsideIn.Vocabulary;

namespace OutsideIn.Documents.Internals;

/// <summary>The stop list (S2 step 9, row 38): what can stop now, without anybody's sign-off.</summary>
internal static class StopPage
{
    public static Handout Write(Page page)
    {
        var map = page.Map;
        var frame = new Frame("What we can stop doing", "Stop list", IsWide: false)
        {
            Under = "Stopping needs no committee and no sign-off. Begin with the first line.",
        };
        var landscape = PerformanceLandscape.Of(map);
        var causes = CausalGraph.Of(map);
        var idle = StopList.Of(landscape);
        var actions = map.Actions.Where(static one => one is { Kind: ActionKind.Stop, State: ActionState.Idea or ActionState.Doing }).ToArray();
        var moments = map.Moments.Where(static one => one.Disposition == Disposition.Remove && one.When != WorkState.ToBe).ToArray();
        var breakpoints = map.Breakpoints.Where(static one => one.Verdict == BreakpointVerdict.Remove && one.When != WorkState.ToBe).ToArray();
        var rules = map.Rules.Where(static one => one.Verdict == RuleVerdict.Retire && one.When != WorkState.ToBe).ToArray();
        var count = idle.Count + actions.Length + moments.Length + breakpoints.Length + rules.Length;
        var body = count == 0
            ? Page.Teach("Nothing is on the stop list yet.", "Three things bring work here: a task that leads to no customer outcome and that no law demands, a Moment of Truth or breakpoint whose fate is “remove”, and a rule whose verdict is “retire”.")
            : Html.Of($"""
                {Figures(causes, [.. moments, .. breakpoints, .. rules], [.. idle.Select(one => page.Index.Find<WorkTask>(one.Task)).OfType<WorkTask>()])}
                {Actions(page, causes, actions)}
                {Idle(page, landscape, idle)}
                {Causes(causes, page, "Moments of Truth to remove", "The cause goes, and what it alone causes goes with it.", moments)}
                {Causes(causes, page, "Breakpoints to remove", "Once found, a breakpoint is removed.", breakpoints)}
                {Causes(causes, page, "Rules to retire", "What they were made for has gone, or was never there.", rules)}
                """);
        return page.Finish(frame, body);
    }

    private static Html Figures(CausalGraph causes, IReadOnlyList<MapEntry> going, WorkTask[] idle)
    {
        var all = causes.Remove([.. going.Select(static one => one.Id)]);
        var work = WorkTally.Of(idle);
        return Page.Figures(
            (CountText.Of(all.RemovedWork.PointsOfFailure), "points of failure to take away"),
            (CountText.Of(all.FollowingWork.PointsOfFailure), "more that go with them"),
            (Page.Number(work.Hours), work.TasksWithoutHours == 0 ? "hours a period on work that serves no outcome" : $"hours a period on work that serves no outcome, {CountText.Of(work.TasksWithoutHours, "task", "tasks")} not counted"));
    }

    private static Html Actions(Page page, CausalGraph causes, ActionItem[] actions) => actions.Length == 0
        ? Html.None
        : Section("Agreed, and begun or not", "Stop-actions of the plan.", "Action", "Stops", actions.Select(action => Row(
            Html.Of($"{Page.Called(action)} {Page.Tag(Wording.Of(action.State))}"),
            action.Targets.Count == 0 ? Html.Of($"<span class=\"empty\">No target</span>") : Names(page, action.Targets),
            Follows(page, causes.Remove(action.Targets)))));

    private static Html Idle(Page page, PerformanceLandscape landscape, IReadOnlyList<StopCandidate> idle) => idle.Count == 0
        ? Html.None
        : Html.Of($"""
            <section>
            <h2>Work that serves no outcome</h2>
            <p class="lead">No path leads from these tasks to a customer outcome, and no law or contract demands them.</p>
            <div class="scroll"><table>
            <thead><tr><th scope="col" style="width:5%"><span class="quiet">Stopped</span></th><th scope="col">Task</th><th scope="col" class="number">Hours</th><th scope="col">Its path stops at</th><th scope="col">Paid for</th></tr></thead>
            <tbody>
            {idle.Select(task => Html.Of($"<tr><td>{Box}</td><th scope=\"row\">{page.NameOf(task.Task)}</th><td class=\"number\">{Page.Number(task.Hours)}</td><td>{string.Join(" → ", landscape.PathFrom(task.Task).Skip(1).Select(Page.Called).DefaultIfEmpty("itself"))}</td><td>{Paid(page, task)}</td></tr>\n"))}
            </tbody>
            </table></div>
            </section>

            """);

    // Row 38: worse if rewarded.
    private static Html Paid(Page page, StopCandidate task)
    {
        var paid = task.RewardedBy.Select(id => page.Index.Find<Metric>(page.Index.Find<RewardRule>(id)?.Metric)).OfType<Metric>().Select(Page.Called).Distinct(StringComparer.Ordinal).ToArray();
        return paid.Length == 0 ? Html.Of($"<span class=\"quiet\">no</span>") : Html.Of($"<span class=\"empty\">yes, through {string.Join(", ", paid)}</span>");
    }

    private static Html Causes(CausalGraph causes, Page page, string heading, string lead, IReadOnlyList<MapEntry> entries) => entries.Count == 0
        ? Html.None
        : Section(heading, lead, "What", "Why", entries.Select(one => Row(
            Html.Of($"{Page.MarkOf(one)}{Page.Called(one)}"),
            Why(one),
            Follows(page, causes.Remove([one.Id])))));

    private static Html Why(MapEntry entry) => entry switch
    {
        _ when entry.Reason is { Length: > 0 } reason => Html.Of($"{reason}"),
        MomentOfTruth { Contributes: false } => Html.Of($"contributes nothing to the outcome"),
        BusinessRule { OriginStillTrue: false } rule => Html.Of($"no longer so: {rule.OriginReason ?? "its origin"}"),
        BusinessRule { OriginReason: null } => Html.Of($"nobody knows why it was made"),
        _ => Html.Of($"<span class=\"quiet\">not said</span>"),
    };

    private static Html Section(string heading, string lead, string first, string second, IEnumerable<Html> rows) => Html.Of($"""
        <section>
        <h2>{heading}</h2>
        <p class="lead">{lead}</p>
        <div class="scroll"><table>
        <thead><tr><th scope="col" style="width:5%"><span class="quiet">Stopped</span></th><th scope="col" style="width:36%">{first}</th><th scope="col" style="width:25%">{second}</th><th scope="col">Goes with it</th></tr></thead>
        <tbody>
        {rows}
        </tbody>
        </table></div>
        </section>

        """);

    private static Html Row(Html what, Html why, Html follows) => Html.Of($"<tr><td>{Box}</td><th scope=\"row\">{what}</th><td>{why}</td><td>{follows}</td></tr>\n");

    private static Html Box { get; } = Html.Of($"<span class=\"box\" role=\"img\" aria-label=\"not ticked\"></span>");

    private static Html Names(Page page, IReadOnlyList<string> ids) => Html.Of($"<ul class=\"list\">{ids.Select(id => Html.Of($"<li>{page.Marked(id)}</li>"))}</ul>");

    private static Html Follows(Page page, Cascade cascade) => cascade.Follows.Count == 0
        ? Html.Of($"<span class=\"quiet\">nothing else</span>")
        : Names(page, cascade.Follows);
}
