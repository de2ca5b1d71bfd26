using OutsideIn.Vocabulary;

namespace OutsideIn.Measures.Internals;

/// <summary>Diagnostics of a check, one a place and code, as many as a person reads.</summary>
internal sealed class DiagnosticList
{
    private readonly List<MeasureDiagnostic> _all = [];

    public MeasureDiagnostic[] ByPlace => [.. _all.OrderBy(static one => one.Span.Start)];

    public bool HasErrors => _all.Exists(static one => one.Severity == MeasureSeverity.Error);

    /// <summary>Whether no more are kept, so that looking for names near a wrong one would be for nothing.</summary>
    public bool IsFull => _all.Count >= TokenCursor.DiagnosticsMax;

    public void Error(string code, string message, string hint, TextSpan span) => Add(MeasureSeverity.Error, code, message, hint, span);

    public void Note(string code, string message, string hint, TextSpan span) => Add(MeasureSeverity.Note, code, message, hint, span);

    /// <summary>The question <c>Did you mean "Claim reported"?</c> about the nearest names, or null where none is near.</summary>
    public static string? DidYouMean(string name, IEnumerable<string> known)
    {
        var near = NearestNames.Among(name, known).Select(static one => QuoteMarks.Quote(one)).ToArray();
        return near switch
        {
            [] => null,
            [var only] => $"Did you mean {only}?",
            _ => $"Did you mean {string.Join(", ", near[..^1])} or {near[^1]}?",
        };
    }

    /// <summary>Some names as a sentence lists them.</summary>
    public static string Some(IReadOnlyList<string> names, int atMost = 6) =>
        string.Join(", ", names.Take(atMost).Select(QuoteMarks.Quote)) + (names.Count > atMost ? $" and {names.Count - atMost} more" : "");

    private void Add(MeasureSeverity severity, string code, string message, string hint, TextSpan span)
    {
        if (!IsFull && !_all.Exists(one => one.Span == span && string.Equals(one.Code, code, StringComparison.Ordinal)))
        {
            _all.Add(new MeasureDiagnostic(severity, code, message, hint, span));
        }
    }
}
