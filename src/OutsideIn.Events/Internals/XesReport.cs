namespace OutsideIn.Events;

/// <summary>Accounts for a document: which column took which role, what each holds, and the first events as they stand.</summary>
internal static class XesReport
{
    private const int SamplesMax = 3;
    private const int HeadRowsMax = 20;

    /// <summary>The columns that took no role and have a value, events' first.</summary>
    public static IEnumerable<(XesColumn Column, AttributeLevel Level)> Attributes(XesRows rows, XesRoles roles) =>
        Columns(rows).Where(one => !roles.Fields.Values.Any(field => field.Column == one.Column));

    /// <summary>Every column that has a value, events' first.</summary>
    public static IEnumerable<(XesColumn Column, AttributeLevel Level)> Columns(XesRows rows) =>
        rows.Events.Columns.Select(static column => (column, AttributeLevel.Event))
            .Concat(rows.Traces.Columns.Select(static column => (column, AttributeLevel.Case)))
            .Where(static one => one.column.HasValues);

    public static IReadOnlyList<RoleChoice> Roles(XesRoles roles) =>
        [.. roles.Fields.OrderBy(static one => one.Key).Select(one =>
            new RoleChoice(one.Key, roles.NameOf(one.Value.Column, one.Value.Level), one.Value.Reason, one.Value.Confidence))];

    public static IReadOnlyList<ColumnSummary> Summaries(XesRows rows, XesRoles roles) =>
        [.. Columns(rows).Select(one => new ColumnSummary(
            roles.NameOf(one.Column, one.Level),
            one.Column.Kind,
            roles.Fields.Values.Any(field => field.Column == one.Column) ? null : one.Level,
            rows.Options.MissingTokens is { } tokens ? [.. tokens.Select(static token => new MissingToken(token, "Named by the person who imports."))] : [],
            one.Column.Kind == AttributeKind.Time ? "ISO 8601" : null,
            Samples(one.Column)))];

    /// <summary>The first events as a table, each as long as the columns.</summary>
    public static IReadOnlyList<IReadOnlyList<string>> Head(XesRows rows)
    {
        var columns = Columns(rows).Select(static one => (one.Column, one.Level)).ToArray();
        return [.. Enumerable.Range(0, Math.Min(rows.EventCount, HeadRowsMax)).Select(row => columns
            .Select(one => one.Column.TextAt(one.Level == AttributeLevel.Case ? rows.TraceOfEvent.Values[row] : row) ?? "")
            .ToArray())];
    }

    private static string[] Samples(XesColumn column)
    {
        return column.Kind is AttributeKind.Text or AttributeKind.YesNo && column.Names.Count > 0
            ? [.. Enumerable.Range(1, Math.Min(SamplesMax, column.Names.Count)).Select(column.Names.TextOf)]
            : [.. Enumerable.Range(0, HeadRowsMax * SamplesMax).Select(column.TextAt).OfType<string>().Distinct(StringComparer.Ordinal).Take(SamplesMax)];
    }
}
