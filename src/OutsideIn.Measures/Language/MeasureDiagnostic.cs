namespace OutsideIn.Measures;

/// <summary>How much a diagnostic of a measure weighs.</summary>
public enum MeasureSeverity
{
    /// <summary>The measure cannot be run.</summary>
    Error,

    /// <summary>It runs, and the reader should know something about what it says.</summary>
    Note,
}

/// <summary>Something that is wrong with the text of a measure or an objective, or worth knowing about it.</summary>
/// <param name="Severity">Whether it can be run all the same.</param>
/// <param name="Code">A code of docs/problems.md, <c>ME1nn</c>.</param>
/// <param name="Message">What is wrong and what was expected, a sentence that names the refused words.</param>
/// <param name="Hint">What to write instead, such as <c>Did you mean "Claim reported"?</c>; never empty for an error.</param>
/// <param name="Span">Where in the text.</param>
public sealed record MeasureDiagnostic(MeasureSeverity Severity, string Code, string Message, string Hint, TextSpan Span);
