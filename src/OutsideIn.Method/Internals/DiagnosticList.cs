using System.Globalization;
using OutsideIn.Vocabulary;

namespace OutsideIn.Method.Internals;

/// <summary>Collects what is wrong with one document, and stops at a number a person can still read.</summary>
internal sealed class DiagnosticList(string file)
{
    private const int CountMax = 200;
    private const int QuotedMax = 60;

    private readonly List<MapDiagnostic> _all = [];
    private int _left;

    public void Error(YamlNode at, string code, string message, string? hint) =>
        Add(Severity.Error, new Place(file, at.Line, at.Column), code, message, hint);

    public void Warning(YamlNode at, string code, string message, string? hint) =>
        Add(Severity.Warning, new Place(file, at.Line, at.Column), code, message, hint);

    /// <summary>The text broke off, so that what is missing may only have been out of reach.</summary>
    public bool IsCutShort { get; set; }

    /// <summary>An error about something that is not there; not said of a text that broke off.</summary>
    public void Missing(YamlNode at, string code, string message, string? hint)
    {
        if (!IsCutShort)
        {
            Error(at, code, message, hint);
        }
    }

    public void ErrorAt(int line, int column, string code, string message, string? hint) =>
        Add(Severity.Error, new Place(file, line, column), code, message, hint);

    public Place PlaceOf(YamlNode node) => new(file, node.Line, node.Column);

    public bool HasErrorOnLine(int line) => _all.Exists(found => found.Place?.Line == line && found.Severity == Severity.Error);

    public IReadOnlyList<MapDiagnostic> InOrder()
    {
        var ordered = _all.OrderBy(static found => found.Place?.Line).ThenBy(static found => found.Place?.Column).ToList();
        if (_left > 0)
        {
            var count = _left.ToString("N0", CultureInfo.InvariantCulture);
            ordered.Add(new(Severity.Error, "MP020", $"{count} more things are wrong.", "Put these right first.", new Place(file, 1, 1)));
        }

        return ordered;
    }

    /// <summary>A value as a message shows it: in quotation marks, on one line, shortened.</summary>
    public static string Quoted(string value)
    {
        var isLong = value.Length > QuotedMax;
        var shown = isLong ? value[..QuotedMax] : value;
        return "'" + string.Concat(shown.Select(static c => char.IsControl(c) ? ' ' : c)) + (isLong ? "…'" : "'");
    }

    /// <summary>"Did you mean …?" where something is near, else the whole list of what was expected.</summary>
    public static string Expected(string value, IReadOnlyCollection<string> right) =>
        NearestNames.Question(value, right) ?? "Expected: " + string.Join(", ", right) + ".";

    private void Add(Severity severity, Place place, string code, string message, string? hint)
    {
        if (_all.Count < CountMax)
        {
            _all.Add(new MapDiagnostic(severity, code, message, hint, place));
        }
        else
        {
            _left++;
        }
    }
}
