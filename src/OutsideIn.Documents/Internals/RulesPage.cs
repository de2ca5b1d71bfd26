using System.Globalization;
using OutsideIn.Method;
using OutsideIn.Vocabulary;

namespace OutsideIn.Documents.Internals;

/// <summary>The register of business rules (S2 step 6, row 35): identify, make explicit, challenge.</summary>
internal static class RulesPage
{
    public static Handout Write(Page page)
    {
        var rules = page.Map.Rules;
        var frame = new Frame("The rules we work by", "Rule register", IsWide: true)
        {
            Under = "Identify each rule, make it explicit, challenge it. Most were made to prevent something, and then forgotten.",
        };
        var body = rules.Count == 0
            ? Page.Teach("No rule is on the map.", "Listen for “we always”, “we never” and “you have to”. Write each down with who made it, when, what it was to prevent, and whether that is still so.")
            : Html.Of($"""
                {Page.Figures(
                    (CountText.Of(rules.Count), rules.Count == 1 ? "rule" : "rules"),
                    (CountText.Of(rules.Count(static one => one.Verdict == RuleVerdict.Retire)), "to retire"),
                    (CountText.Of(rules.Count(static one => one.Verdict == RuleVerdict.Rewrite)), "to rewrite"),
                    (CountText.Of(rules.Count(static one => one.Verdict == RuleVerdict.Keep)), "to keep"),
                    (CountText.Of(rules.Count(static one => one.Verdict == RuleVerdict.Undecided)), "undecided"))}
                <div class="scroll"><table>
                <thead><tr><th scope="col" style="width:24%">Rule</th><th scope="col" style="width:21%">Where it comes from</th><th scope="col">Still so?</th><th scope="col" style="width:16%">Caused by</th><th scope="col">How it helps the customer</th><th scope="col">Owner and review</th><th scope="col">Verdict</th></tr></thead>
                <tbody>
                {rules.Select(one => Row(page, one))}
                </tbody>
                </table></div>
                """);
        return page.Finish(frame, body);
    }

    private static Html Row(Page page, BusinessRule rule) => Html.Of($"""
        <tr><th scope="row">{Page.MarkOf(rule)}{Page.Called(rule)}<br><span class="small" style="font-weight:400">{(rule.Statement is { Length: > 0 } said ? Html.Of($"{said}") : Html.Of($"<span class=\"empty\">Not made explicit yet</span>"))}</span></th>
        <td>{Origin(rule)}</td>
        <td>{(rule.OriginStillTrue switch { true => Html.Of($"Yes"), false => Page.Tag("no longer so", "bad"), null => Html.Of($"<span class=\"quiet\">Nobody asked</span>") })}</td>
        <td>{(rule.CausedBy.Count == 0 ? Html.Of($"<span class=\"empty\">No cause given</span>") : Html.Of($"<ul class=\"list\">{rule.CausedBy.Select(id => Html.Of($"<li>{page.Marked(id)}</li>"))}</ul>"))}</td>
        <td>{(rule.CustomerRationale is { Length: > 0 } helps ? Html.Of($"{helps}") : Html.Of($"<span class=\"quiet\">Nobody has said</span>"))}</td>
        <td>{Care(page, rule)}</td>
        <td>{Verdict(rule)}</td></tr>

        """);

    private static Html Origin(BusinessRule rule)
    {
        var year = rule.OriginYear is { } made ? $"{made.ToString(CultureInfo.InvariantCulture)}: " : "";
        var reason = rule.OriginReason is { Length: > 0 } said ? Html.Of($"{year}{said}") : Html.Of($"<span class=\"empty\">{year}Nobody knows why</span>");
        var citation = rule.Citation is { Length: > 0 } cited ? Html.Of($"<br><span class=\"small\">{cited}</span>")
            : rule.Type == RuleType.Regulatory ? Html.Of($"<br><span class=\"empty\">No citation</span>") : Html.None;
        return Html.Of($"{reason}<br><span class=\"small quiet\">{Wording.Of(rule.Type)}{(rule.Mode switch { RuleMode.System => ", a system applies it", RuleMode.Manual => ", a person applies it", _ => "" })}</span>{citation}");
    }

    private static Html Care(Page page, BusinessRule rule)
    {
        var owner = rule.Owner is { } role ? Html.Of($"{page.NameOf(role)}") : Html.Of($"<span class=\"empty\">No owner</span>");
        var review = rule.ReviewDate switch
        {
            null => Html.Of($"<span class=\"quiet\">no day of review</span>"),
            { } day when day < page.Options.Date => Html.Of($"<span class=\"empty\">review was due {Frame.Day(day)}</span>"),
            { } day => Html.Of($"review by {Frame.Day(day)}"),
        };
        return Html.Of($"{owner}<br><span class=\"small\">{review}</span>");
    }

    private static Html Verdict(BusinessRule rule) =>
        Page.Tag(Wording.Of(rule.Verdict), rule.Verdict switch { RuleVerdict.Retire => "bad", RuleVerdict.Rewrite => "warn", RuleVerdict.Keep => "good", _ => "" });
}
