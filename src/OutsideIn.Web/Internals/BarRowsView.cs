using OutsideIn.Diagnosis;

namespace OutsideIn.Web;

/// <summary>One row of bars: whose it is, its parts as shares of the longest row, and what stands beside and below it.</summary>
/// <param name="Key">Unique in the picture.</param>
/// <param name="Name">Whose row it is.</param>
/// <param name="Marks">Shapes and badges as in <see cref="CellView.Marks"/>.</param>
/// <param name="Text">The row's figure.</param>
/// <param name="Figure">Opens its cases, or null.</param>
/// <param name="Detail">What a reader should know beside it, or null.</param>
/// <param name="Parts">The parts; their shares are of the longest row, so that rows can be compared.</param>
internal sealed record BarRowView(
    string Key, string Name, IReadOnlyList<string> Marks, string Text, string? Figure, string? Detail, IReadOnlyList<BarPartView> Parts);

/// <summary>What a colour of the bars stands for.</summary>
internal sealed record BarLegendView(string Name, string Tone);

/// <summary>Rows of bars on one scale, with their table twin.</summary>
/// <param name="Key">Unique on its page.</param>
/// <param name="Title">What it shows.</param>
/// <param name="Help">How to read it, or null.</param>
/// <param name="Summary">What it shows in a sentence, for those who do not see it.</param>
/// <param name="Legend">What the colours stand for; empty where there is one.</param>
/// <param name="Rows">The rows, most first.</param>
/// <param name="Limit">What was left out of the picture; the table has it. Null where nothing was.</param>
/// <param name="Table">The same as a table.</param>
internal sealed record BarRowsView(
    string Key, string Title, string? Help, string Summary, IReadOnlyList<BarLegendView> Legend, IReadOnlyList<BarRowView> Rows,
    string? Limit, TableView Table)
{
    /// <summary>Rows drawn at most; the table twin has all.</summary>
    public const int RowsMax = 20;

    /// <summary>What to say where a picture leaves rows to its table, or null.</summary>
    public static string? LimitOf(int rows) =>
        rows > RowsMax ? $"The picture shows the first {Say.Count(RowsMax)} of {Say.Count(rows)}; the table has all." : null;
}

/// <summary>Names with their counts in one line of text.</summary>
internal static class CountedNames
{
    /// <summary>The first few, such as <c>Chase the claim (12), Report the damage (3) and 2 more</c>; null where there are none.</summary>
    public static string? Text(IReadOnlyList<CountEntry> entries, int shown = 3)
    {
        if (entries.Count == 0)
        {
            return null;
        }

        var text = string.Join(", ", entries.Take(shown).Select(static one => $"{one.Name} ({Say.Count(one.Count)})"));
        return entries.Count <= shown ? text : $"{text} and {Say.Count(entries.Count - shown)} more";
    }
}
