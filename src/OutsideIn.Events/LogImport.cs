using OutsideIn.Vocabulary;

namespace OutsideIn.Events;

/// <summary>The door through which logs come in: finds the format by content, looks at it, reads it.</summary>
/// <remarks>
/// Formats: delimited text (CSV, TSV and their kin) and XES, each as it is, in gzip or alone in a zip archive. A source that
/// cannot be opened or read lets the exception of its stream through; damaged archives are problems.
/// </remarks>
public static class LogImport
{
    private const int HeadBytes = 4096;

    /// <summary>Looks at the head of a source: format, columns, roles, and the questions only a person can answer.</summary>
    /// <param name="source">The source; opened once.</param>
    /// <param name="options">What the person has said already.</param>
    /// <param name="stop">Cancels the look.</param>
    /// <returns>What was found, or the problem that keeps the source from being read at all.</returns>
    public static Result<LogInspection> Inspect(LogSource source, ImportOptions options, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(options);
        return Opened(source, opened => IsMarkup(opened)
            ? XesReader.Inspect(opened, options, stop)
            : DelimitedReader.Inspect(opened, options, stop));
    }

    /// <summary>Reads a source into a log.</summary>
    /// <param name="source">The source; opened up to three times, each time from its beginning.</param>
    /// <param name="options">What the person has said.</param>
    /// <param name="progress">Told about every 65,536 events, or null.</param>
    /// <param name="stop">Cancels the reading.</param>
    /// <returns>The log with its report, or the problem; an unanswered question is a problem whose hint names the option.</returns>
    public static Result<ImportedLog> Read(
        LogSource source, ImportOptions options, IProgress<ImportProgress>? progress, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(options);
        return Opened(source, opened => IsMarkup(opened)
            ? XesReader.Read(opened, options, progress, stop)
            : DelimitedReader.Read(opened, () => SourceOpening.Open(source), options, progress, stop));
    }

    private static Result<T> Opened<T>(LogSource source, Func<OpenedSource, Result<T>> read)
        where T : notnull
    {
        OpenedSource? opened = null;
        try
        {
            if (!SourceOpening.Open(source).TryGet(out opened, out var problem))
            {
                return problem;
            }

            if (opened.Content.Peek(1).IsEmpty)
            {
                return new Problem(ProblemKind.Invalid, "EV002", $"{source.Name} is empty.", "Give a file with a header and events.");
            }

            return OtherFormat(opened) is { } other
                ? new Problem(ProblemKind.Invalid, "EV001", $"{source.Name} is {other}, which is not read here.", "Export the log as CSV or XES.")
                : read(opened).Else(refused => DamageBehind(source, opened.Wrapping.Length > 0, refused));
        }
        catch (InvalidDataException damaged)
        {
            var where = opened is null ? "" : $" near byte {opened.BytesRead}";
            return new Problem(ProblemKind.Invalid, "EV003", $"{source.Name} is damaged or cut short{where}: {damaged.Message}",
                "Nothing was read from it. Fetch or export the file again.");
        }
        finally
        {
            opened?.Dispose();
        }
    }

    /// <summary>
    /// A compressed source that was cut short decompresses to noise at its end, and a reader may refuse the noise before the end shows
    /// what is wrong: so it is read through once more, and throws where it is damaged. Questions are about columns, not about noise.
    /// </summary>
    private static Problem DamageBehind(LogSource source, bool isWrapped, Problem refused)
    {
        if (isWrapped && !refused.Code.StartsWith("EV3", StringComparison.Ordinal)
            && SourceOpening.Open(source).TryGet(out var again, out _))
        {
            using (again)
            {
                again.Content.CopyTo(Stream.Null);
            }
        }

        return refused;
    }

    /// <summary>What a source is that would be mistaken for text or for nothing known; null where it may be read.</summary>
    private static string? OtherFormat(OpenedSource opened)
    {
        var head = opened.Content.Peek(HeadBytes);
        return head.StartsWith("SQLite format 3\0"u8) ? "an SQLite database"
            : head.StartsWith("PAR1"u8) ? "a Parquet file"
            : head.StartsWith("%PDF-"u8) ? "a PDF document"
            : head.TrimStart(" \t\r\n"u8).StartsWith("{"u8) ? "JSON"
            : null;
    }

    private static bool IsMarkup(OpenedSource opened)
    {
        var head = opened.Content.Peek(HeadBytes);
        foreach (var letter in head)
        {
            // Byte order marks, blanks and the zero bytes of UTF-16 may stand before the first sign.
            if (letter is not (0xEF or 0xBB or 0xBF or 0xFE or 0xFF or 0 or (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n'))
            {
                return letter == '<';
            }
        }

        return false;
    }
}
