using System.Text;
using OutsideIn.Vocabulary;

namespace OutsideIn.Events;

/// <summary>The separator of a delimited file.</summary>
internal static class DelimitedDialect
{
    private const int RowsTried = 200;
    private static readonly char[] Candidates = [',', ';', '\t', '|'];

    /// <summary>The separator that cuts most rows into as many fields as the header, at least two; of equals, the one with most fields.</summary>
    /// <param name="name">The file's name, for messages.</param>
    /// <param name="sample">The head of the text.</param>
    /// <param name="isWhole">Whether the sample is all there is; else its last row is cut and does not count.</param>
    public static Result<char> Detect(string name, byte[] sample, bool isWhole)
    {
        var best = Candidates.Select(one => (Delimiter: one, Tried: Try(one, sample, isWhole)))
            .Where(static one => one.Tried.Fields > 1)
            .OrderByDescending(static one => one.Tried.Share).ThenByDescending(static one => one.Tried.Fields)
            .FirstOrDefault();
        if (best.Delimiter != default)
        {
            return best.Delimiter;
        }

        var rows = new DelimitedRows(new MemoryStream(sample), (byte)',');
        if (NextRow(rows) == RowState.End)
        {
            return ',';
        }

        var first = Encoding.UTF8.GetString(rows.RowBytes[..Math.Min(80, rows.RowBytes.Length)]);
        return new Problem(ProblemKind.Invalid, "EV101",
            $"{name} has one column: its first line, '{first}', is not divided by a comma, semicolon, tab or bar.",
            "A log needs columns for case, activity and time. Name another separator with --delimiter.");
    }

    /// <summary>Whether a separator can be one.</summary>
    public static Problem? Check(char delimiter) => delimiter is '"' or '\n' or '\r' or ' ' || delimiter > 126
        ? new Problem(ProblemKind.Invalid, "EV108", $"'{delimiter}' cannot separate fields.", "Give one sign of ASCII that is no quote, blank or line end.")
        : null;

    private static (int Fields, double Share) Try(char delimiter, byte[] sample, bool isWhole)
    {
        var rows = new DelimitedRows(new MemoryStream(sample), (byte)delimiter);
        if (NextRow(rows) != RowState.Row)
        {
            return (0, 0);
        }

        var (fields, like, tried, wasLike) = (rows.FieldCount, 0, 0, false);
        while (tried < RowsTried && NextRow(rows) is not (RowState.End or RowState.OpenQuote))
        {
            tried++;
            wasLike = rows.FieldCount == fields;
            like += wasLike ? 1 : 0;
        }

        // The last row of a cut sample says nothing.
        if (!isWhole && tried is > 1 and < RowsTried)
        {
            (tried, like) = (tried - 1, like - (wasLike ? 1 : 0));
        }

        return (fields, tried == 0 ? 1 : (double)like / tried);
    }

    private static RowState NextRow(DelimitedRows rows)
    {
        RowState state;
        do
        {
            state = rows.Next();
        }
        while (state == RowState.Blank);
        return state;
    }
}
