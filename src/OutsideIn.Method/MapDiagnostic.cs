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

/// <summary>Something wrong, or worth knowing, about a map; like a compiler's message.</summary>
/// <param name="Severity">How much it matters.</param>
/// <param name="Code">A stable code such as <c>MP011</c>, listed in docs/problems.md and never reused.</param>
/// <param name="Message">One sentence that names the text that is wrong.</param>
/// <param name="Hint">What was expected, or what to do; null where nothing helps.</param>
/// <param name="Place">Where it is written, or null for a map that was not read from text.</param>
/// <param name="Subject">The item it is about, such as <c>activities/m1</c>, or null where it is about none.</param>
public sealed record MapDiagnostic(
    Severity Severity, string Code, string Message, string? Hint = null, Place? Place = null, string? Subject = null)
{
    /// <summary>The line a compiler would print: <c>file(line,column): error MP011: message hint</c>.</summary>
    public override string ToString()
    {
        var severity = Severity switch { Severity.Error => "error", Severity.Warning => "warning", _ => "information" };
        var place = Place is null ? "" : $"{Place}: ";
        return $"{place}{severity} {Code}: {Message}{(Hint is null ? "" : " " + Hint)}";
    }
}
