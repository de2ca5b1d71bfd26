using System.Globalization;
using OutsideIn.Vocabulary;

namespace OutsideIn.Method.Internals;

/// <summary>Collects what is wrong with one document, and stops at a number a person can still read.</summary>
internal sealed class DiagnosticList
{
    private const int CountMax = 200;
    private const int QuotedMax = 60;

    private readonly List<MapDiagnostic> _all = [];
    private readonly List<string> _files = [];
    private int _left;

    public void Error(YamlNode at, string code, string message, string? hint) =>
        Add(Severity.Error, at.Place, code, message, hint);

    public void Warning(YamlNode at, string code, string message, string? hint) =>
        Add(Severity.Warning, at.Place, code, message, hint);

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

    public void ErrorAt(Place place, string code, string message, string? hint) => Add(Severity.Error, place, code, message, hint);

    public void WarningAt(Place place, string code, string message, string? hint) => Add(Severity.Warning, place, code, message, hint);

    public void Error(YamlNode at, Fault fault) => Error(at, fault.Code, fault.Message, fault.Hint);

    /// <summary>Says that a file is read, which puts what is wrong in it behind that of the files before.</summary>
    public void Begin(string file) => _files.Add(file);

    public bool HasErrorOnLine(string file, int line) =>
        _all.Exists(found => found.Severity == Severity.Error && found.Place is { } place && place.Line == line && string.Equals(place.File, file, StringComparison.Ordinal));

    public IReadOnlyList<MapDiagnostic> InOrder()
    {
        var ordered = _all.OrderBy(found => _files.IndexOf(found.Place?.File ?? "")).ThenBy(static found => found.Place?.Line).ThenBy(static found => found.Place?.Column).ToList();
        if (_left > 0)
        {
            var count = _left.ToString("N0", CultureInfo.InvariantCulture);
            ordered.Add(new(Severity.Error, "MP020", $"{count} more things are wrong.", "Put these right first.", new Place(_files[0], 1, 1)));
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
