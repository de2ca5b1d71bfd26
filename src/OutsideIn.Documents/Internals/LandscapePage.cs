using OutsideIn.Method;
using OutsideIn.Vocabulary;

namespace OutsideIn.Documents.Internals;

/// <summary>The Performance Landscape (S4, row 15): five tiers, what leads to what, and where a path dies. Not the customer's sequence.</summary>
internal static class LandscapePage
{
    public static Handout Write(Page page)
    {
        var frame = new Frame("What our work leads to", "Performance Landscape", IsWide: true)
        {
            Under = "Every task should lead to an output, and every output to an outcome: for the customer, or for us and then the customer.",
        };
        var map = page.Map;
        var isEmpty = map.Tasks.Count + map.Activities.Count + map.Outputs.Count + map.BusinessOutcomes.Count == 0;
        var body = isEmpty
            ? Page.Teach("No work is on the map.", "Write down what people do (tasks), what it is part of (activities), what it makes (outputs), what that brings us (business outcomes), and which customer outcome it leads to. Then see what stops halfway.")
            : Whole(page, PerformanceLandscape.Of(map));
        return page.Finish(frame, body);
    }

    private static Html Whole(Page page, PerformanceLandscape landscape) => Html.Of($"""
        {Coverage(page, landscape)}
        <div class="scroll">{LandscapePicture.Of(page, landscape)}</div>
        <ul class="key"><li><svg width="34" height="10" aria-hidden="true" class="landscape" style="width:34px;margin:0 .5rem 0 0"><path d="M0 5H34"></path></svg>leads to a customer outcome</li><li><svg width="34" height="10" aria-hidden="true" class="landscape" style="width:34px;margin:0 .5rem 0 0"><path class="dead" d="M0 5H34"></path></svg>stops before one</li></ul>
        {Tasks(page, landscape)}
        {Promises(page, landscape)}
        {Wrong(page, landscape)}
        """);

    private static Html Coverage(Page page, PerformanceLandscape landscape)
    {
        if (page.Map.Tasks.Count == 0)
        {
            return Html.None;
        }

        var rating = LineOfSight.Of(landscape, CausalGraph.Of(page.Map));
        return Page.Figures(
            ((string Value, string Words)[])[
                (ShareText.Of(rating.Tasks.Share), "of the tasks reach an objective through a customer outcome"),
                .. rating.Hours.Share is { } hours ? [(ShareText.Of(hours), "of their hours")] : Array.Empty<(string, string)>(),
                .. rating.Cost.Share is { } cost ? [(ShareText.Of(cost), "of their cost")] : Array.Empty<(string, string)>(),
                .. rating.Deaths.Select(static one => (CountText.Of(one.Tasks.Count), $"{(one.Tasks.Count == 1 ? "task dies" : "tasks die")} at {Singular(one.Tier)}")),
            ]);
    }

    private static Html Tasks(Page page, PerformanceLandscape landscape) => page.Map.Tasks.Count == 0
        ? Page.Teach("No task is on the map.", "Tasks carry the hours: without them nothing can be said of how much work reaches an outcome.")
        : Html.Of($"""
            <h2>Every task and where it ends</h2>
            <div class="scroll"><table>
            <thead><tr><th scope="col" style="width:22%">Task</th><th scope="col" class="number">Hours</th><th scope="col">Its path</th><th scope="col" style="width:20%">Ends at</th></tr></thead>
            <tbody>
            {page.Map.Tasks.Select(task => Row(task, landscape))}
            </tbody>
            </table></div>
            """);

    private static Html Row(WorkTask task, PerformanceLandscape landscape)
    {
        var path = landscape.PathFrom(task.Id).Skip(1).Select(Page.Called).ToArray();
        var end = landscape.ReachesObjective(task.Id) ? Page.Tag("an objective", "good")
            : landscape.ReachesOutcome(task.Id) ? Page.Tag("an outcome, no objective", "warn")
            : Page.Tag(landscape.DiesAt(task.Id) is { } tier ? $"dies at {Singular(tier)}" : "leads nowhere", "bad");
        return Html.Of($"<tr><th scope=\"row\">{Page.Called(task)}</th><td class=\"number\">{Page.Number(task.Hours)}</td><td>{(path.Length == 0 ? Html.Of($"<span class=\"empty\">Leads nowhere</span>") : Html.Of($"{string.Join(" → ", path)}"))}</td><td>{end}</td></tr>\n");
    }

    private static string Singular(Tier tier) => tier switch
    {
        Tier.Task => "task",
        Tier.Activity => "activity",
        Tier.Output => "output",
        Tier.BusinessOutcome => "business outcome",
        _ => "customer outcome",
    };

    private static Html Promises(Page page, PerformanceLandscape landscape) => landscape.StatementsWithoutWork.Count == 0
        ? Html.None
        : Html.Of($"<h2>Promises without work</h2>\n<p class=\"lead\">No task leads to these statements of intent. Is there a partner who could complete them?</p>\n<ul class=\"list\">{landscape.StatementsWithoutWork.Select(id => Html.Of($"<li>{page.NameOf(id)}</li>"))}</ul>\n");

    private static Html Wrong(Page page, PerformanceLandscape landscape) => landscape.BadLinks.Count == 0
        ? Html.None
        : Html.Of($"<h2>Links that are not as they should be</h2>\n<ul class=\"list\">{landscape.BadLinks.Select(link => Html.Of($"<li>{page.NameOf(link.From)}{(link.To is null ? "" : " → ")}{(link.To is null ? "" : page.NameOf(link.To))}: {Reason(link)}</li>"))}</ul>\n");

    private static string Reason(BadLink link) => link.Kind switch
    {
        BadLinkKind.SharesOverOne => $"the shares are together {ShareText.Of(link.ShareSum)}",
        _ => LandscapePicture.Words(link.Kind),
    };
}
