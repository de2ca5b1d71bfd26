namespace OutsideIn.Events;

/// <summary>Summaries of columns as the sample shows them.</summary>
internal static class ColumnSummaries
{
    private const int SamplesMax = 5;

    /// <summary>The format's name, with what is told of it by its separator and wrapping.</summary>
    public static string FormatOf(OpenedSource source, DelimitedSample sample) => sample.Delimiter switch
    {
        ',' => "CSV",
        '\t' => "TSV",
        _ => $"CSV separated by '{sample.Delimiter}'",
    } + source.Wrapping;

    public static ColumnSummary Of(SampledColumn column, AttributeKind kind, AttributeLevel? level, string? pattern) =>
        new(column.Name, kind, level, [], pattern, [.. column.Values.Distinct(StringComparer.Ordinal).Take(SamplesMax)]);

    /// <summary>What the sample says of every column; the whole file may teach otherwise.</summary>
    public static List<ColumnSummary> OfAll(ImportPlan plan) => [.. plan.Columns.Select(column =>
    {
        var role = plan.RoleOf(column.Index);
        var kind = role is ColumnRole.Time or ColumnRole.Start || (role is null && column.IsTime) ? AttributeKind.Time
            : role is null or ColumnRole.Cost && column.IsNumber ? AttributeKind.Number
            : AttributeKind.Text;
        return Of(column, kind, role is null ? LevelOf(plan, column) : null, kind == AttributeKind.Time ? column.Times.Format?.Name : null);
    })];

    private static AttributeLevel LevelOf(ImportPlan plan, SampledColumn column)
    {
        var byCase = plan.ColumnOf(ColumnRole.Case);
        var varies = byCase < 0 || plan.Sample.Rows.Where(row => row[column.Index].Length > 0).GroupBy(row => row[byCase], StringComparer.Ordinal)
            .Any(rows => rows.Select(row => row[column.Index]).Distinct(StringComparer.Ordinal).Skip(1).Any());
        return varies ? AttributeLevel.Event : AttributeLevel.Case;
    }
}
