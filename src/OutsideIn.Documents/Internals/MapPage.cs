using OutsideIn.Method;
using OutsideIn.Vocabulary;

namespace OutsideIn.Documents.Internals;

/// <summary>The SCO map on one page (S0, row 2): six questions by three respondents, and where they disagree (§6 point 6).</summary>
internal static class MapPage
{
    private const int OursMax = 72;
    private const int VerbatimMax = 110;
    private const int AnswersMax = 2;
    private const int UnderMax = 84;

    // So that the six questions stay on one page when every cell holds two long answers.
    private const int VerbatimOfTwoMax = 44;

    private static readonly (Respondent By, string Heading)[] Respondents =
        [(Respondent.Self, "Ourselves"), (Respondent.Stakeholder, "Stakeholders"), (Respondent.Customer, "Customers")];

    public static Handout Write(Page page, SuccessfulOutcome outcome)
    {
        var title = outcome.OneLiner.Length > 0 ? outcome.OneLiner : "A Successful Customer Outcome";
        var category = page.Index.CategoryOf(outcome);
        var frame = new Frame(page.Short(title, OursMax), "SCO map", IsWide: true)
        {
            Outcome = outcome,
            Under = category is null ? null : page.Short($"For {Page.Called(category)}{(category.Definition is { } need ? $": {need}" : "")}", UnderMax),
        };
        var body = Html.Of($"""
            <div class="sheet">
            {(outcome.Answers.Count == 0 ? Page.Teach("Nobody has answered yet.", "Put the six questions to yourselves, to stakeholders and to customers, and write each answer down as it was said. Where the three differ is what this page is for.") : Html.None)}
            <div class="scroll">
            <table class="six-by-three">
            <caption>The six questions, what the map says, and the words of those who were asked</caption>
            <thead><tr><th scope="col">Question, and the map's answer</th>{Respondents.Select(static one => Html.Of($"<th scope=\"col\">{one.Heading}</th>"))}<th scope="col">Between them</th></tr></thead>
            <tbody>
            {Enumerable.Range(1, 6).Select(number => Row(page, outcome, number))}
            </tbody>
            </table>
            </div>
            {Surprises(outcome)}
            </div>
            <div class="sheet">
            {SequencePage.Body(page, outcome)}
            </div>
            """);
        return page.Finish(frame, body);
    }

    private static Html Row(Page page, SuccessfulOutcome outcome, int number)
    {
        var ours = Ours(page, outcome, number);
        return Html.Of($"""
            <tr><th scope="row"><div class="q"><i>{number}</i><span>{Wording.Questions[number - 1]}</span></div><p class="ours">{(ours.Length == 0 ? Html.Of($"<span class=\"empty\">No answer yet</span>") : Html.Of($"{page.Short(ours, OursMax)}"))}</p></th>
            {Respondents.Select(one => Voices(page, outcome, number, one.By))}
            <td>{Between(outcome, number)}</td></tr>

            """);
    }

    private static string Ours(Page page, SuccessfulOutcome outcome, int number) => number switch
    {
        1 => page.Index.CategoryOf(outcome)?.Name ?? page.Map.Customers.FirstOrDefault(static one => one.Wanted == Wanted.Yes)?.Name ?? "",
        2 => string.Join("; ", outcome.Expectations.Where(static one => one.ReplacedBy is null).Select(static one => one.Name)),
        3 => page.Index.ProcessOf(outcome) ?? "",
        4 => outcome.Impacts.Count == 0 ? "" : $"{CountText.Of(outcome.Impacts.Count(static one => one.Helps), "thing helps", "things help")}, {CountText.Of(outcome.Impacts.Count(static one => !one.Helps), "hinders", "hinder")}",
        5 => string.Join("; ", outcome.Statements.Select(static one => one.Name)),
        _ => outcome.OneLiner,
    };

    private static Html Voices(Page page, SuccessfulOutcome outcome, int number, Respondent by)
    {
        var answers = AnswersOf(outcome, number, by);
        return answers.Length == 0
            ? Html.Of($"<td class=\"gap\"><span class=\"small quiet\">Not asked</span></td>")
            : Html.Of($"<td>{page.First(answers, AnswersMax).Select(answer => Html.Of(
                $"<p class=\"voice\"><span class=\"verbatim\">{page.Short(answer.Verbatim, answers.Length > 1 ? VerbatimOfTwoMax : VerbatimMax)}</span>{(answer.KnownBefore is false ? Html.Of($" {Page.Tag("new to us", "warn")}") : Html.None)}</p>"))}</td>");
    }

    /// <summary>Only what can be read off the words: whether one says what another says is for people to judge.</summary>
    private static Html Between(SuccessfulOutcome outcome, int number)
    {
        var voices = Respondents.Select(one => AnswersOf(outcome, number, one.By)).ToArray();
        var asked = voices.Count(static voice => voice.Length > 0);
        if (asked == 0)
        {
            return Html.Of($"<span class=\"between unasked\">Ask all three</span>");
        }

        var isCustomerAsked = voices[2].Length > 0;
        if (asked == 1)
        {
            return Html.Of($"<span class=\"between unasked\">{(isCustomerAsked ? "Only customers answered" : "No customer answered")}</span>");
        }

        var shared = voices.Where(static voice => voice.Length > 0)
            .Select(static voice => voice.Select(static answer => Words(answer.Verbatim)))
            .Aggregate(static (left, right) => left.Intersect(right, StringComparer.Ordinal).ToArray());
        var missing = isCustomerAsked ? "" : "; no customer answered";
        return shared.Any()
            ? Html.Of($"<span class=\"between same\">The same words{missing}</span>")
            : Html.Of($"<span class=\"between differ\">They differ{missing}</span>");
    }

    private static string Words(string verbatim) => string.Concat(NamePattern.Fold(verbatim).Where(static letter => char.IsLetterOrDigit(letter)));

    private static SixAnswer[] AnswersOf(SuccessfulOutcome outcome, int number, Respondent by) =>
        [.. outcome.Answers.Where(answer => answer.Question == number && answer.Respondent == by)];

    private static Html Surprises(SuccessfulOutcome outcome)
    {
        var asked = outcome.Answers.Count(static answer => answer.KnownBefore is not null);
        var news = outcome.Answers.Count(static answer => answer.KnownBefore is false);
        return asked == 0 ? Html.None : Html.Of($"<p class=\"small\" style=\"margin-top:.9rem\">“Did you already know that?” was asked of {CountText.Of(asked, "answer", "answers")}; {CountText.Of(news)} of them {(news == 1 ? "was" : "were")} new to us.</p>");
    }
}
