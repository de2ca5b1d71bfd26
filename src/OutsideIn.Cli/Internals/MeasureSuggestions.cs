using System.CommandLine.Completions;
using OutsideIn.Diagnosis;
using OutsideIn.Measures;
using OutsideIn.Method;

namespace OutsideIn.Cli;

/// <summary>What the shell may offer behind a measure or an objective that is being typed: the text so far, continued in each way that fits.</summary>
internal static class MeasureSuggestions
{
    /// <summary>For a measure. Names are those of the map; no log is read for a press of the tabulator.</summary>
    public static IEnumerable<string> OfMeasure(CompletionContext context, string? mapFile)
    {
        var map = mapFile is not null && MapYaml.ReadFile(mapFile).TryGet(out var document, out _) ? document.Map : OutsideInMap.Empty;
        var text = Typed(context);
        return MeasureCompletion.At(text, text.Length, MapMeasureSchemas.Of(map)).Select(one => Continued(text, one));
    }

    /// <summary>For an objective.</summary>
    public static IEnumerable<string> OfObjective(CompletionContext context)
    {
        var text = Typed(context);
        return MeasureCompletion.AtObjective(text, text.Length, null).Select(one => Continued(text, one));
    }

    // The parser's word ends at a blank, and a measure has many: what counts is the quotation mark that is still open.
    private static string Typed(CompletionContext context)
    {
        if (context is not TextCompletionContext { CommandLineText: var line, CursorPosition: var cursor })
        {
            return context.WordToComplete;
        }

        var (mark, from) = ('\0', 0);
        for (var at = 0; at < Math.Min(cursor, line.Length); at++)
        {
            if (mark != '\0' ? line[at] == mark : line[at] is '"' or '\'')
            {
                (mark, from) = mark == '\0' ? (line[at], at + 1) : ('\0', 0);
            }
        }

        return mark == '\0' ? context.WordToComplete : line[from..Math.Min(cursor, line.Length)];
    }

    private static string Continued(string text, Completion one) => string.Concat(text.AsSpan(0, one.Replaces.Start), one.Text);
}
