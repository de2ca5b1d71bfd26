using System.Globalization;
using System.Text;
using OutsideIn.Method;

namespace OutsideIn.Documents.Internals;

/// <summary>What is around every page: document, style, header and foot.</summary>
/// <param name="Title">The page's own title.</param>
/// <param name="Sort">What sort of page it is, such as "SCO flashcard".</param>
/// <param name="IsWide">Whether it is printed across the long side of the paper.</param>
internal sealed record Frame(string Title, string Sort, bool IsWide)
{
    private const int OrganisationMax = 60;

    private static readonly string Style = ReadStyle();

    /// <summary>Class of the page for the style sheet; <c>""</c> for none.</summary>
    public string Kind { get; init; } = "";

    /// <summary>One sentence under the title; null for none.</summary>
    public string? Under { get; init; }

    /// <summary>The outcome the page is about, whose revolution stands in the header; null where it is about the whole map.</summary>
    public SuccessfulOutcome? Outcome { get; init; }

    public Html Around(OutsideInMap map, DateOnly date, Html body, IReadOnlyList<MapDiagnostic> notes)
    {
        var organisation = map.Organisation.Name.Length == 0 ? "An organisation without a name" : Page.Cut(map.Organisation.Name, OrganisationMax);
        var day = Day(date);
        return Html.Of($"""
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
            <title>{Title} · {Sort}</title>
            <style>
            {Html.OfOwn(Style)}
            {Html.OfOwn(Paper($"{organisation} · {Sort}", day))}
            </style>
            </head>
            <body>
            <main class="{(IsWide ? "wide" : "upright")} {Kind}">
            <header class="head">
            <div>
            <p class="eyebrow">{Sort}</p>
            <h1>{Title}</h1>
            {(Under is null ? Html.None : Html.Of($"<p class=\"under\">{Under}</p>"))}
            </div>
            <p class="facts"><b>{organisation}</b><br>{Cycle(Outcome)}<time datetime="{date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}">{day}</time></p>
            </header>
            {body}
            <footer class="foot">
            {Html.Join(notes, static note => Html.Of($"<p>{note.Message}</p>\n"))}<p>Made with OutsideIn from the map of {organisation}. The map is the source; this page is a picture of it on {day}.</p>
            </footer>
            </main>
            </body>
            </html>

            """);
    }

    public static string Day(DateOnly date) => date.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    private static Html Cycle(SuccessfulOutcome? outcome) =>
        outcome is null ? Html.None : Html.Of($"Revolution {outcome.Revolution} · {Wording.Of(outcome.State)}<br>");

    // From the second page on the paper itself says whose page it is; no size is set but the direction, so that A4 and Letter both fit.
    private string Paper(string running, string day) =>
        $$"""
        @page { size: {{(IsWide ? "landscape" : "portrait")}}; margin: 15mm 14mm 15mm;
          @top-left { content: {{Quoted(running)}}; font: 8pt system-ui, sans-serif; color: #66757e; }
          @top-right { content: {{Quoted(day)}}; font: 8pt system-ui, sans-serif; color: #66757e; }
          @bottom-right { content: counter(page) " / " counter(pages); font: 8pt system-ui, sans-serif; color: #66757e; } }
        @page :first { @top-left { content: none; } @top-right { content: none; } }
        """;

    /// <summary>A text as a style sheet holds it: everything but plain letters and digits as its number.</summary>
    private static string Quoted(string text)
    {
        var written = new StringBuilder("\"");
        foreach (var rune in text.EnumerateRunes().Take(90))
        {
            _ = Rune.IsLetterOrDigit(rune) && rune.IsAscii
                ? written.Append(rune)
                : written.Append(CultureInfo.InvariantCulture, $"\\{(Rune.IsControl(rune) ? 0xFFFD : rune.Value):X6} ");
        }

        return written.Append('"').ToString();
    }

    private static string ReadStyle()
    {
        using var stream = typeof(Frame).Assembly.GetManifestResourceStream("OutsideIn.Documents.handout.css")!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
