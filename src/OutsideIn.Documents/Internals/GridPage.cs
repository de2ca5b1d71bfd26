using OutsideIn.Method;
using OutsideIn.Vocabulary;

namespace OutsideIn.Documents.Internals;

/// <summary>The categorisation grid (S2, row 39): what each need of a category rests on. Its layout is ours; an empty cell is a finding and stays visible.</summary>
internal static class GridPage
{
    public static Handout Write(Page page, SuccessfulOutcome? outcome)
    {
        var only = outcome is null ? null : page.Index.CategoryOf(outcome);
        var frame = new Frame("What each need rests on", "Categorisation grid", IsWide: true)
        {
            Under = "Customers are grouped by what they need, never by age, income or postcode.",
            Outcome = outcome,
        };
        var groups = page.Map.Needs
            .GroupBy(need => page.Index.Find<CustomerCategory>(need.Category)?.Id ?? "", StringComparer.OrdinalIgnoreCase)
            .ToDictionary(static group => group.Key, static group => group.ToArray(), StringComparer.OrdinalIgnoreCase);
        var categories = page.Map.Categories.Where(one => only is null || ReferenceEquals(one, only)).ToArray();
        var everyone = only is null && groups.TryGetValue("", out var loose) ? Section(page, null, loose) : Html.None;
        var body = Html.Of($"""
            {(categories.Length == 0 && page.Map.Needs.Count == 0 ? Page.Teach("No category and no need is on the map.", "Write down groups of customers by the need they share, then for each need the workflow and systems beneath it, the interactions it takes, and the skills people must have.") : Html.None)}
            {Figures(page, [.. groups.Values.SelectMany(static group => group)])}
            {categories.Select(one => Section(page, one, groups.GetValueOrDefault(one.Id, [])))}
            {everyone}
            """);
        return page.Finish(frame, body);
    }

    private static Html Figures(Page page, Need[] needs)
    {
        if (needs.Length == 0)
        {
            return Html.None;
        }

        var cells = needs.Length * 3;
        var empty = needs.Sum(static need => Cells(need).Count(static cell => cell.Count == 0));
        return Page.Figures(
            (CountText.Of(page.Map.Categories.Count), page.Map.Categories.Count == 1 ? "category" : "categories"),
            (CountText.Of(needs.Length), needs.Length == 1 ? "need" : "needs"),
            ($"{CountText.Of(empty)} of {CountText.Of(cells)}", "cells with nothing in them"));
    }

    private static IReadOnlyList<string>[] Cells(Need need) => [[.. need.Workflow, .. need.Systems], need.Moments, need.Skills];

    private static Html Section(Page page, CustomerCategory? category, Need[] needs)
    {
        var heading = category is null ? "Needs of no category yet" : Page.Called(category);
        var definition = category?.Definition is { Length: > 0 } said ? Html.Of($"<p class=\"lead\">{said}</p>\n")
            : category is null ? Html.None : Html.Of($"<p class=\"lead empty\">The need that defines this category is not said.</p>\n");
        return needs.Length == 0
            ? Html.Of($"<section>\n<h2>{heading}</h2>\n{definition}{Page.Teach("No need is written down for this category.", "Watch, ask, look at the data: what must be true for these customers, whether they say it or not?")}</section>\n")
            : Html.Of($"""
                <section>
                <h2>{heading}</h2>
                {definition}<div class="scroll"><table class="grid">
                <thead><tr><th scope="col" style="width:28%">Need</th><th scope="col">Workflow and systems beneath it</th><th scope="col">Necessary interactions</th><th scope="col">Skills of people</th></tr></thead>
                <tbody>
                {needs.Select(need => Row(page, need))}
                </tbody>
                </table></div>
                </section>

                """);
    }

    private static Html Row(Page page, Need need) => Html.Of($"""
        <tr><th scope="row">{Page.Called(need)} {(need.Kind == NeedKind.Need ? Html.None : Page.Tag(Wording.Of(need.Kind), need.Kind == NeedKind.Want ? "warn" : "main"))}<br><span class="small" style="font-weight:400">{Weight(need)}</span></th>
        {Cell(page, [.. need.Workflow, .. need.Systems], "No workflow, no system")}{Cell(page, need.Moments, "No interaction")}{Cell(page, need.Skills, "No skill")}</tr>

        """);

    private static string Weight(Need need) => (need.Importance, need.Satisfaction) switch
    {
        (null, null) => "importance and satisfaction not asked",
        var (importance, satisfaction) => $"importance {Tenth(importance)}, satisfaction {Tenth(satisfaction)}",
    };

    private static string Tenth(double? value) => value is null ? "not asked" : $"{Page.Number(value)} of 10";

    private static Html Cell(Page page, IReadOnlyList<string> ids, string nothing) => ids.Count == 0
        ? Html.Of($"<td class=\"gap\"><span class=\"empty\">{nothing} yet</span></td>")
        : Html.Of($"<td><ul class=\"list\">{ids.Select(id => Html.Of($"<li>{page.NameOf(id)}</li>"))}</ul></td>");
}
