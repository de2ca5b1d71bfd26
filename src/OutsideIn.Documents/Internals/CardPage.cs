using OutsideIn.Method;

namespace OutsideIn.Documents.Internals;

/// <summary>The SCO flashcard (S0, row 3): six questions and our answers on exactly one page. Its layout is ours; the original is not public.</summary>
/// <remarks>The limits are what fits on the shorter of A4 and Letter when every text is as long as it may be; a test prints that card.</remarks>
internal static class CardPage
{
    private const int ExpectationsMax = 3;
    private const int ImpactsMax = 3;
    private const int StatementsMax = 3;
    private const int LineMax = 84;
    private const int NameMax = 60;
    private const int OneLinerMax = 100;
    private const int OneLinerLargeMax = 34;
    private const int StatementMax = 160;
    private const int MetricMax = 72;

    // As many signs as an ordinary card has: up to there its letters may be larger on paper.
    private const int RoomyMax = 680;

    // From so many on they are smaller on paper.
    private const int DenseMin = 900;

    public static Handout Write(Page page, SuccessfulOutcome outcome)
    {
        var frame = new Frame(page.Short(page.Index.ProcessOf(outcome) ?? (outcome.OneLiner.Length > 0 ? outcome.OneLiner : "The outcome"), NameMax), "SCO flashcard", IsWide: false)
        {
            Outcome = outcome,
        };
        var body = Html.Of($"""
            <div class="card">
            {Hero(page, outcome)}
            <div class="six">
            {Cell(1, Who(page, outcome))}
            {Cell(2, Expectations(page, outcome))}
            {Cell(3, Process(page, outcome))}
            {Cell(4, Impacts(page, outcome))}
            {Cell(5, Statements(page, outcome), "full")}
            </div>
            </div>
            """);
        return page.Finish(frame with { Kind = page.IsWhole && page.Signs <= RoomyMax ? "roomy" : page.Signs > DenseMin ? "dense" : "" }, body);
    }

    private static Html Question(int number) =>
        Html.Of($"<h2 class=\"question\" style=\"margin-top:0\"><i>{number}</i>{Wording.Questions[number - 1]}</h2>\n");

    private static Html Cell(int number, Html answer, string kind = "") =>
        Html.Of($"<section class=\"{kind}\">\n{Question(number)}{answer}\n</section>\n");

    private static Html Hero(Page page, SuccessfulOutcome outcome)
    {
        var line = page.Short(outcome.OneLiner, OneLinerMax);
        var serves = outcome.Objectives.Count == 0
            ? Html.Of($"<p class=\"serves empty\">Linked to no mission, vision or objective yet.</p>")
            : Html.Of($"<p class=\"serves\">Serves: {string.Join(" · ", page.First(outcome.Objectives, 1).Select(id => page.Short(page.NameOf(id), LineMax)))}</p>");
        return Html.Of($"""
            <section class="hero{(line.Length > OneLinerLargeMax ? " long" : "")}">
            {Question(6)}
            <p class="one-liner{(line.Length == 0 ? " unsaid" : "")}">{(line.Length == 0 ? "In one line, sometimes in one word" : line)}</p>
            {serves}
            </section>
            """);
    }

    private static Html Who(Page page, SuccessfulOutcome outcome)
    {
        var category = page.Index.CategoryOf(outcome);
        var customer = page.Index.Find<Customer>(category?.Customer) ?? page.Map.Customers.FirstOrDefault(static one => one is { Wanted: Wanted.Yes, Type: PartyType.Funder });
        var unwanted = page.Map.Customers.Where(static one => one.Wanted == Wanted.No).ToArray();
        if (category is null && customer is null)
        {
            return Missing("Whoever's money or mandate funds you. Not a department, not “everyone”.");
        }

        var value = customer?.Value is { Length: > 0 } said ? Html.Of($"<li><span class=\"sign dot\">·</span>Value to us: {page.Short(said, LineMax)}</li>") : Html.None;
        var need = category?.Definition is { Length: > 0 } definition ? Html.Of($"<li><span class=\"sign dot\">·</span>The need: {page.Short(definition, LineMax)}</li>") : Html.None;
        var not = unwanted.Length == 0
            ? Html.Of($"<li class=\"empty\"><span class=\"sign\">?</span>Whom we do not want is undecided</li>")
            : Html.Of($"<li><span class=\"sign minus\">−</span>Not wanted: {string.Join(", ", page.First(unwanted, 1).Select(one => page.Short(Page.Called(one), NameMax)))}</li>");
        return Html.Of($"<p class=\"answer\">{page.Short(category is null ? Page.Called(customer!) : Page.Called(category), NameMax)}</p>\n<ul class=\"list\">{need}{value}{not}</ul>");
    }

    private static Html Expectations(Page page, SuccessfulOutcome outcome)
    {
        var standing = outcome.Expectations.Where(static one => one.ReplacedBy is null).ToArray();
        return standing.Length == 0
            ? Missing("Ask customers. Write it down as they said it, and where the expectation comes from.")
            : Html.Of($"<ul class=\"list\">{page.First(standing, ExpectationsMax).Select(one => Html.Of(
                $"<li><span class=\"sign dot\">·</span>{page.Short(one.Name, LineMax)} <span class=\"small quiet\">({Wording.Of(one.Origin)})</span></li>"))}</ul>");
    }

    private static Html Process(Page page, SuccessfulOutcome outcome)
    {
        var name = page.Index.ProcessOf(outcome);
        if (string.IsNullOrWhiteSpace(name))
        {
            return Missing("In the customer's words: “getting back on the road”, never “claims handling”.");
        }

        var experience = page.Index.Find<Experience>(outcome.Experience);
        var start = experience?.Start is { } first ? Html.Of($"<li><span class=\"sign dot\">·</span>Begins: {page.Short(first.Event, LineMax)}</li>") : Html.None;
        var end = experience?.End is { } last ? Html.Of($"<li><span class=\"sign dot\">·</span>Ends: {page.Short(last.Event, LineMax)}</li>") : Html.None;
        return Html.Of($"<p class=\"answer\">{page.Short(name, NameMax)}</p>\n<ul class=\"list\">{start}{end}</ul>");
    }

    private static Html Impacts(Page page, SuccessfulOutcome outcome)
    {
        if (outcome.Impacts.Count == 0)
        {
            return Missing("Rules, checks, procedures, service levels: what gets in the customer's way, and what helps.");
        }

        var helps = page.First([.. outcome.Impacts.Where(static one => one.Helps)], ImpactsMax - 1);
        var hinders = page.First([.. outcome.Impacts.Where(static one => !one.Helps)], ImpactsMax);
        return Html.Of($"<ul class=\"list\">{helps.Select(one => Impact(page, one))}{hinders.Select(one => Impact(page, one))}</ul>");
    }

    private static Html Impact(Page page, Impact impact) => impact.Helps
        ? Html.Of($"<li><span class=\"sign plus\" aria-label=\"helps:\">+</span>{page.Short(impact.Text, LineMax)}</li>")
        : Html.Of($"<li><span class=\"sign minus\" aria-label=\"hinders:\">−</span>{page.Short(impact.Text, LineMax)}</li>");

    private static Html Statements(Page page, SuccessfulOutcome outcome) => outcome.Statements.Count == 0
        ? Missing("Who gets what, by when, measured how: “90% of drivers are driving again within 24 hours of the first report, by 31 December.”")
        : Html.Of($"<ul class=\"list\">{page.First(outcome.Statements, StatementsMax).Select(one => Html.Of(
            $"<li style=\"padding-bottom:.45rem\"><span class=\"sign dot\">·</span><b>{page.Short(one.Name, StatementMax)}</b>{SmartLetters.Of(page, one, outcome)}<br><span class=\"small\">{MetricLine(page, one)}</span></li>"))}</ul>");

    private static string MetricLine(Page page, StatementOfIntent statement)
    {
        var metrics = statement.Metrics.Select(page.Index.Find<Metric>).OfType<Metric>().ToArray();
        return metrics.Length == 0
            ? "Measured by nothing yet"
            : string.Join(" · ", page.First(metrics, 1).Select(metric => $"{page.Short(metric.Name, MetricMax)}: {MetricText.Aim(metric)}"));
    }

    private static Html Missing(string teach) => Html.Of($"<p class=\"small quiet\">{teach}</p>");
}
