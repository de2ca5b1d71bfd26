using System.Globalization;
using System.Text;
using OutsideIn.Method;
using OutsideIn.Vocabulary;

namespace OutsideIn.Documents.Internals;

/// <summary>What every page is written from: the map, its index, the date, and what it could not show.</summary>
internal sealed class Page(OutsideInMap map, HandoutOptions options)
{
    private readonly List<MapDiagnostic> _notes = [];
    private int _shortened;
    private int _leftOut;

    public OutsideInMap Map { get; } = map;

    public MapIndex Index { get; } = MapIndex.Of(map);

    public HandoutOptions Options { get; } = options;

    /// <summary>How many signs of texts that may be shortened were written so far.</summary>
    public int Signs { get; private set; }

    /// <summary>Whether nothing was shortened or left out so far.</summary>
    public bool IsWhole => _shortened == 0 && _leftOut == 0;

    public string NameOf(string? id) => Index.Find(id) is { } entry ? Called(entry) : id ?? "";

    /// <summary>What an entry is called; its id where it has no name.</summary>
    public static string Called(MapEntry entry) => string.IsNullOrWhiteSpace(entry.Name) ? entry.Id : entry.Name;

    /// <summary>A text no wider than so many ordinary letters, cut at a word; the page then says that texts were cut.</summary>
    public string Short(string? text, int widthMax)
    {
        var whole = OnOneLine(text);
        var cut = Cut(whole, widthMax);
        _shortened += cut.Length < whole.Length ? 1 : 0;
        Signs += cut.Length;
        return cut;
    }

    /// <summary>As <see cref="Short"/>, for what stands around the page, of which nothing is said.</summary>
    public static string Cut(string text, int widthMax)
    {
        var whole = OnOneLine(text);
        var width = 0.0;
        var end = 0;
        foreach (var rune in whole.EnumerateRunes())
        {
            width += Width(rune);
            if (width > widthMax)
            {
                var space = whole.LastIndexOf(' ', Math.Max(0, end - 1));
                return whole[..(space > end * 2 / 3 ? space : Whole(whole, end - 1))].TrimEnd(' ', ',', ';', ':', '.') + "…";
            }

            end += rune.Utf16SequenceLength;
        }

        return whole;
    }

    private static int Whole(string text, int end) => end > 0 && char.IsHighSurrogate(text[end - 1]) ? end - 1 : Math.Max(0, end);

    // As wide as an ordinary small letter of a sans-serif face, or wider; what is narrower only leaves room.
    private static double Width(Rune rune) => rune.Value switch
    {
        'W' or 'M' or '@' or '%' or '—' or '…' => 1.7,
        'w' or 'm' => 1.4,
        >= 0x1100 => 1.9,
        _ when Rune.IsUpper(rune) => 1.3,
        _ when Rune.IsDigit(rune) => 1.1,
        _ => 1,
    };

    private static string OnOneLine(string? text) => string.Join(' ', (text ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>The first of a list; the page then says how many are not on it.</summary>
    public IReadOnlyList<T> First<T>(IReadOnlyList<T> items, int countMax)
    {
        _leftOut += Math.Max(0, items.Count - countMax);
        return items.Count <= countMax ? items : [.. items.Take(countMax)];
    }

    public void Note(string code, string message, string hint) => _notes.Add(new MapDiagnostic(Severity.Information, code, message, hint));

    public Handout Finish(Frame frame, Html body)
    {
        if (_shortened > 0)
        {
            Note("MP078", $"{CountText.Of(_shortened, "text is", "texts are")} shortened here, marked with “…”; in full in the map.", "Say it in fewer words.");
        }

        if (_leftOut > 0)
        {
            Note("MP079", $"{CountText.Of(_leftOut, "entry", "entries")} more in the map than fit on this page.", "The other pages and the workbook show all.");
        }

        return new Handout(frame.Around(Map, Options.Date, body, _notes).Markup, _notes);
    }

    /// <summary>The mark of a sort of entry: a shape and a colour, always beside a text.</summary>
    public static Html MarkOf(MapEntry? entry) => entry switch
    {
        MomentOfTruth => Html.Of($"<span class=\"mark moment\" role=\"img\" aria-label=\"Moment of Truth\"></span>"),
        Breakpoint => Html.Of($"<span class=\"mark breakpoint\" role=\"img\" aria-label=\"Breakpoint\"></span>"),
        BusinessRule => Html.Of($"<span class=\"mark rule\" role=\"img\" aria-label=\"Business rule\"></span>"),
        _ => Html.Of($"<span class=\"mark work\" role=\"img\" aria-label=\"Work\"></span>"),
    };

    public Html Marked(string? id) => Html.Of($"{MarkOf(Index.Find(id))}{NameOf(id)}");

    public static Html Teach(string what, string how) => Html.Of($"<div class=\"teach\"><b>{what}</b>{how}</div>\n");

    public static Html Tag(string words, string tone = "") => Html.Of($"<span class=\"tag {tone}\">{words}</span>");

    /// <summary>A few figures, large.</summary>
    public static Html Figures(params IEnumerable<(string Value, string Words)> figures) =>
        Html.Of($"<dl class=\"figures\">\n{figures.Select(static one => Html.Of($"<div><dt>{one.Words}</dt><dd>{one.Value}</dd></div>\n"))}</dl>\n");

    public static string Number(double? value) => value?.ToString("#,0.##", CultureInfo.InvariantCulture) ?? "–";

    public static Html Rows(IEnumerable<Html> rows) => Html.Join(rows);
}
