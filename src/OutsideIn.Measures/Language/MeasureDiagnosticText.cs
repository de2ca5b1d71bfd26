using System.Text;

namespace OutsideIn.Measures;

/// <summary>Diagnostics as a terminal shows them: the line, the place under it, what is wrong and what to write.</summary>
public static class MeasureDiagnosticText
{
    // What a terminal shows in one line, and the test's file holds without scrolling.
    private const int WidthMax = 100;

    /// <summary>One diagnostic.</summary>
    /// <param name="text">The text that was read.</param>
    /// <param name="one">What was found in it.</param>
    /// <returns>
    /// Four lines without a last line break: the line of the text the span begins in (of a long line the stretch around the span, with …), carets
    /// under the span, the code and the message, and the hint, which is left out where there is none.
    /// </returns>
    public static string Render(string text, MeasureDiagnostic one)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(one);
        var start = Math.Clamp(one.Span.Start, 0, text.Length);
        var lineStart = start == 0 ? 0 : text.LastIndexOf('\n', start - 1) + 1;
        var lineEnd = text.IndexOf('\n', start) is var next && next < 0 ? text.Length : next;
        var first = start - lineStart > WidthMax * 2 / 3 ? start - (WidthMax / 2) : lineStart;
        var end = Math.Min(lineEnd, first + WidthMax);
        var shown = new StringBuilder("  ");
        shown.Append(first > lineStart ? "…" : "").Append(text.AsSpan(first, end - first).TrimEnd()).Append(end < lineEnd ? "…" : "").Replace('\t', ' ').Append('\n');
        var carets = Math.Max(1, Math.Min(one.Span.End, end) - start);
        shown.Append(' ', 2 + (first > lineStart ? 1 : 0) + start - first).Append('^', carets).Append('\n');
        shown.Append(one.Severity == MeasureSeverity.Error ? "error " : "note ").Append(one.Code).Append(": ").Append(one.Message);
        return one.Hint.Length == 0 ? shown.ToString() : shown.Append("\n  ").Append(one.Hint).ToString();
    }
}
