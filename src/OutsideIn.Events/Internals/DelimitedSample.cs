using OutsideIn.Vocabulary;

namespace OutsideIn.Events;

/// <summary>The header and first rows of a delimited file.</summary>
/// <param name="Name">The file's name, for messages.</param>
/// <param name="Encoding">The file's encoding.</param>
/// <param name="Delimiter">The separator.</param>
/// <param name="Header">[columns] The columns' names, told apart by numbers where the file repeats one.</param>
/// <param name="Rows">Rows as long as the header.</param>
/// <param name="IsWhole">Whether these are all rows.</param>
/// <param name="RowBytes">Mean bytes of a row, line end included.</param>
/// <param name="Notes">What was done to names and bytes.</param>
internal sealed record DelimitedSample(
    string Name, TextEncoding Encoding, char Delimiter, string[] Header, List<string[]> Rows, bool IsWhole, double RowBytes, IReadOnlyList<string> Notes)
{
    private const int SampleBytes = 1 << 20;
    private const int RowsMax = 5000;

    /// <summary>Takes the sample and moves the stream to the header's beginning.</summary>
    public static Result<(DelimitedSample Sample, PeekedStream Text)> Take(OpenedSource source, ImportOptions options)
    {
        if (!TextEncoding.Detect(source, options.Encoding).TryGet(out var encoding, out var problem))
        {
            return problem;
        }

        var text = new PeekedStream(encoding.Open(source.Content));
        var head = text.Peek(SampleBytes).ToArray();
        var isWhole = head.Length < SampleBytes;
        var delimiter = options.Delimiter ?? ',';
        problem = DelimitedDialect.Check(delimiter);
        if (problem is null && options.Delimiter is null)
        {
            DelimitedDialect.Detect(source.Name, head, isWhole).TryGet(out delimiter, out problem);
        }

        if (problem is not null)
        {
            return problem;
        }

        List<string> notes = encoding.Note is null ? [] : [encoding.Note];
        return Read(source.Name, new DelimitedRows(new MemoryStream(head), (byte)delimiter), isWhole, notes)
            .Then<(DelimitedSample, PeekedStream)>(read =>
                (new DelimitedSample(source.Name, encoding, delimiter, read.Header, read.Rows, isWhole, read.RowBytes, notes), text));
    }

    /// <summary>The trimmed values of a column that are not empty.</summary>
    public List<string> ValuesOf(int column) => [.. Rows.Select(row => row[column]).Where(static value => value.Length > 0)];

    private static Result<(string[] Header, List<string[]> Rows, double RowBytes)> Read(string name, DelimitedRows rows, bool isWhole, List<string> notes)
    {
        var state = rows.Next();
        while (state == RowState.Blank)
        {
            state = rows.Next();
        }

        if (state != RowState.Row)
        {
            return Unreadable(name, rows.Line, state);
        }

        var header = Names(Fields(rows), notes);
        var (read, bytes) = (new List<string[]>(), 0L);
        while ((state = rows.Next()) is not (RowState.End or RowState.OpenQuote) && read.Count < RowsMax)
        {
            if (state == RowState.Row && rows.FieldCount == header.Length)
            {
                read.Add(Fields(rows));
                bytes += rows.RowBytes.Length + 1;
            }
        }

        if (header.Length == 1)
        {
            return new Problem(ProblemKind.Invalid, "EV101", $"{name} has one column: '{header[0]}'.",
                "A log needs columns for case, activity and time. Name another separator with --delimiter.");
        }

        if (!isWhole && state == RowState.End && read.Count > 1)
        {
            // The last row of a cut sample is cut too.
            read.RemoveAt(read.Count - 1);
        }

        if (read.Count == 0 && isWhole && state == RowState.OpenQuote)
        {
            return Unreadable(name, rows.Line, state);
        }

        return LooksLikeValues(header)
            ? new Problem(ProblemKind.Invalid, "EV102", $"{name} has no header: its first line, '{string.Join(", ", header.Take(4))}', holds values.",
                "Put a line with the columns' names on top.")
            : (header, read, (double)bytes / Math.Max(1, read.Count));
    }

    private static Problem Unreadable(string name, long line, RowState state) => state == RowState.OpenQuote
        ? OpenQuote(name, line)
        : new Problem(ProblemKind.Invalid, "EV102", $"{name} has no header that can be read on line {line}.",
            "Put a line with the columns' names on top.");

    /// <summary>The problem of a quote that is never closed.</summary>
    public static Problem OpenQuote(string name, long line) => new(ProblemKind.Invalid, "EV104",
        $"In {name}, the row that begins on line {line} opens a quote that is never closed.",
        "Close the quote, or double it where it is part of the text.");

    private static string[] Fields(DelimitedRows rows)
    {
        var fields = new string[rows.FieldCount];
        for (var i = 0; i < fields.Length; i++)
        {
            fields[i] = System.Text.Encoding.UTF8.GetString(rows.Field(i));
        }

        return fields;
    }

    private static bool LooksLikeValues(string[] header) =>
        header.Any(static name => name.Length > 10 && TimeFormat.Iso.TryRead(name, out _, out _))
        || header.Count(static name => double.TryParse(name, System.Globalization.CultureInfo.InvariantCulture, out _)) * 2 >= header.Length;

    private static string[] Names(string[] fields, List<string> notes)
    {
        var names = new string[fields.Length];
        var taken = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < fields.Length; i++)
        {
            var plain = fields[i].Length == 0 ? $"column {i + 1}" : fields[i];
            names[i] = plain;
            for (var number = 2; !taken.Add(names[i]); number++)
            {
                names[i] = $"{plain} ({number})";
            }

            if (fields[i].Length > 0 && names[i] != plain)
            {
                notes.Add($"The header names '{plain}' more than once; column {i + 1} is called '{names[i]}'.");
            }
        }

        return names;
    }
}
