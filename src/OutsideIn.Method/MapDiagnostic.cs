using System.Globalization;

namespace OutsideIn.Method;

/// <summary>How much a diagnostic matters.</summary>
public enum Severity
{
    /// <summary>Worth knowing.</summary>
    Information,

    /// <summary>Probably not what was meant; work goes on.</summary>
    Warning,

    /// <summary>Wrong; a command stops at it.</summary>
    Error,
}

/// <summary>A spot in a written map.</summary>
/// <param name="File">The file's name as the caller gave it.</param>
/// <param name="Line">Line, counted from 1.</param>
/// <param name="Column">Column in UTF-16 units, counted from 1.</param>
public readonly record struct Place(string File, int Line, int Column)
{
    /// <summary>As compilers write it: <c>file(line,column)</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{File}({Line},{Column})");
}

/// <summary>Characters of an entry's name, such as a weasel word in a statement, or of another of its texts.</summary>
/// <param name="Offset">First character, counted from 0 in UTF-16 units.</param>
/// <param name="Length">How many, in UTF-16 units.</param>
public readonly record struct NameSpan(int Offset, int Length);

/// <summary>Something wrong, or worth knowing, about a map; like a compiler's message.</summary>
/// <param name="Severity">How much it matters.</param>
/// <param name="Code">A stable code, never reused: such as <c>MP011</c>, listed in docs/problems.md, or <c>SCO-06</c>, explained in docs/findings/.</param>
/// <param name="Message">One sentence that names the text that is wrong.</param>
/// <param name="Hint">What was expected, or what to do; null where nothing helps.</param>
/// <param name="Place">Where it is written, or null for a map that was not read from text.</param>
/// <param name="Subject">The item it is about, such as <c>activities/m1</c>, or null where it is about none.</param>
public sealed record MapDiagnostic(
    Severity Severity, string Code, string Message, string? Hint = null, Place? Place = null, string? Subject = null)
{
    /// <summary>The characters of the subject's name, or of <see cref="SpanIn"/>, it is about; null where it is about the whole of it.</summary>
    public NameSpan? Span { get; init; }

    /// <summary>The text of the subject in which the span counts, such as its measure; null for its name.</summary>
    public string? SpanIn { get; init; }

    /// <summary>The line a compiler would print: <c>file(line,column): error MP011: message hint</c>.</summary>
    public override string ToString()
    {
        var severity = Severity switch { Severity.Error => "error", Severity.Warning => "warning", _ => "information" };
        var place = Place is null ? "" : $"{Place}: ";
        return $"{place}{severity} {Code}: {Message}{(Hint is null ? "" : " " + Hint)}";
    }
}
