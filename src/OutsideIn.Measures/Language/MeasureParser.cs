using OutsideIn.Measures.Internals;

namespace OutsideIn.Measures;

/// <summary>What was read of the text of a measure.</summary>
/// <param name="Tree">As much of it as could be read.</param>
/// <param name="Diagnostics">What is wrong with the text, by place; empty where nothing is.</param>
public sealed record ParsedMeasure(MeasureSyntax Tree, IReadOnlyList<MeasureDiagnostic> Diagnostics)
{
    /// <summary>Whether something is wrong, so that the tree may not be what was meant.</summary>
    public bool HasErrors => Diagnostics.Any(static one => one.Severity == MeasureSeverity.Error);
}

/// <summary>What was read of the text of an objective.</summary>
/// <param name="Tree">As much of it as could be read.</param>
/// <param name="Diagnostics">What is wrong with the text, by place; empty where nothing is.</param>
public sealed record ParsedObjective(ObjectiveSyntax Tree, IReadOnlyList<MeasureDiagnostic> Diagnostics)
{
    /// <summary>Whether something is wrong, so that the tree may not be what was meant.</summary>
    public bool HasErrors => Diagnostics.Any(static one => one.Severity == MeasureSeverity.Error);
}

/// <summary>Reads the text of measures and objectives (measures.md; the grammar is docs/measures.md). Never fails: there is always a tree, and diagnostics say what is wrong with it.</summary>
/// <remarks>
/// Recursive descent; after a mistake it goes on at the next word that begins a clause, so that one text can be told several
/// mistakes. Parentheses and <c>not</c> may be nested 100 deep (<c>ME118</c>). O(characters). Static; safe to share.
/// </remarks>
public static class MeasureParser
{
    /// <summary>Reads a measure.</summary>
    /// <param name="text">The text; lines and a comment behind <c>#</c> are allowed.</param>
    /// <returns>The tree and diagnostics <c>ME101</c> to <c>ME125</c>, at most the first 25.</returns>
    public static ParsedMeasure Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        List<MeasureDiagnostic> diagnostics = [];
        var cursor = new TokenCursor(MeasureLexer.Cut(text, diagnostics), diagnostics);
        return new ParsedMeasure(new MeasureReader(cursor).Read(), ByPlace(diagnostics));
    }

    /// <summary>Reads an objective.</summary>
    /// <param name="text">The text; a comment behind <c>#</c> is allowed.</param>
    /// <returns>The tree and diagnostics <c>ME101</c> to <c>ME125</c>, at most the first 25.</returns>
    public static ParsedObjective ParseObjective(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        List<MeasureDiagnostic> diagnostics = [];
        var cursor = new TokenCursor(MeasureLexer.Cut(text, diagnostics), diagnostics);
        return new ParsedObjective(new ObjectiveReader(cursor).Read(), ByPlace(diagnostics));
    }

    private static MeasureDiagnostic[] ByPlace(List<MeasureDiagnostic> diagnostics) =>
        [.. diagnostics.OrderBy(static one => one.Span.Start).Take(TokenCursor.DiagnosticsMax)];
}
