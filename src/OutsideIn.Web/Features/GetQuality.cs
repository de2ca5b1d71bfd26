using OutsideIn.Diagnosis;

namespace OutsideIn.Web;

/// <summary>How the log was read, and what it can and cannot say.</summary>
internal sealed record QualityView(
    IReadOnlyList<CardView> Cards,
    IReadOnlyList<string> Notes,
    IReadOnlyList<string> Warnings,
    TableView Roles,
    TableView Refused,
    TableView MissingTokens,
    TableView Attributes,
    TableView Activities,
    ChartView Months);

/// <summary>GET /api/logs/{id}/quality</summary>
internal static class GetQuality
{
    public static LogPage Page { get; } = new LogPage<QualityView>(
        "quality", "GetQuality", "How the log was read, and what it can and cannot say.", Build,
        static view => [view.Roles, view.Refused, view.MissingTokens, view.Attributes, view.Activities, view.Months.Table]);

    private static QualityView Build(OpenLog log)
    {
        var (document, quality) = (log.Document, log.Document.Quality);
        return new QualityView(
            QualityCards.Of(document),
            quality.Notes,
            document.Map.Warnings,
            Roles(quality.Roles),
            Refused(quality),
            MissingTokens(quality.MissingTokens),
            Attributes(document.Process.Attributes),
            Activities(document.Map.Activities),
            Months(document.Process.Months));
    }

    private static TableView Roles(IReadOnlyList<RoleEntry> roles) =>
        new TableBuilder<RoleEntry>("roles", "Which column means what", "Found from the data, each with its reason; a column a person named is certain.")
            .Text("role", "Role", static one => one.Role)
            .Text("column", "Column", static one => one.Column)
            .Share("confidence", "Confidence", static one => one.Confidence)
            .Text("reason", "Why", static one => one.Reason)
            .OrElse("The format says itself what each column means.")
            .Build(roles);

    private static TableView Refused(QualitySection quality) =>
        new TableBuilder<RefusedEntry>(
                "refused", "Refused rows",
                quality.RowsRefused > quality.Refused.Count
                    ? $"The first {Say.Count(quality.Refused.Count)} of {Say.Count(quality.RowsRefused)}."
                    : "Each row that could not be read; they are in no figure.")
            .Count("line", "Line", static one => one.Line)
            .Text("column", "Column", static one => one.Column)
            .Text("value", "Value", static one => one.Value)
            .Text("reason", "Why", static one => one.Reason)
            .OrElse("Every row could be read.")
            .Build(quality.Refused);

    private static TableView MissingTokens(IReadOnlyList<MissingTokenEntry> tokens) =>
        new TableBuilder<MissingTokenEntry>("missing", "Texts taken as \"no value\"")
            .Text("column", "Column", static one => one.Column)
            .Text("token", "Text", static one => one.Token.Length == 0 ? "(empty)" : one.Token)
            .Text("reason", "Why", static one => one.Reason)
            .OrElse("No text was taken as \"no value\".")
            .Build(tokens);

    private static TableView Attributes(IReadOnlyList<AttributeEntry> attributes) =>
        new TableBuilder<AttributeEntry>("attributes", "Other columns", "Columns without a role, kept as they are.")
            .Text("name", "Column", static one => one.Name)
            .Text("level", "Belongs to", static one => one.Level)
            .Text("kind", "Kind", static one => one.Kind)
            .Count("filled", "With a value", static one => one.Filled)
            .Count("missing", "Without", static one => one.Missing)
            .Count("distinct", "Distinct", static one => one.Distinct)
            .Text("summary", "Holds", static one => one.Summary)
            .OrElse("Every column has a role.")
            .Build(attributes);

    private static TableView Activities(IReadOnlyList<MapActivityEntry> activities) =>
        new TableBuilder<MapActivityEntry>("activities", "What each activity was taken for", "Everything on the other pages rests on this table. Where it is wrong, correct the map.")
            .Text("activity", "Activity", static one => one.Activity)
            .Text("kind", "Taken for", static one => Words.Kind(one.Kind), marks: static one => Words.MarksOf(one.Kind, one.Demand, one.IsSuggested))
            .Text("moment", "Between", static one => Words.Moment(one.Moment))
            .Text("demand", "Demand", static one => Words.Demand(one.Demand))
            .Text("reason", "Why", static one => one.Reason)
            .Build(activities);

    private static ChartView Months(IReadOnlyList<MonthEntry> months)
    {
        var table = new TableBuilder<MonthEntry>("months", "By month")
            .Text("month", "Month", static one => one.Month)
            .Count("events", "Events", static one => one.Events)
            .Count("begun", "Cases begun", static one => one.CasesBegun)
            .Count("active", "Cases active", static one => one.CasesActive)
            .Build(months);
        return new ChartView(
            "months", "Cases begun by month", "The first and last month of a log are seldom whole: a fall there says nothing.",
            $"Cases begun in each of {Say.Count(months.Count, "month", "months")}.",
            AxisView.Of("Month", [.. months.Select(static one => one.Month)]),
            AxisView.Of("Cases", ColumnKind.Number, months.Select(static one => (double)one.CasesBegun).DefaultIfEmpty(1).Max()),
            [
                new SeriesView("Cases begun", SeriesKind.Bar, "customer",
                    [.. months.Select(static (one, at) => new PointView(
                        at, one.CasesBegun, $"{one.Month}\n{Say.Count(one.CasesBegun, "case", "cases")} begun, {Say.Count(one.Events, "event", "events")}", null, null, null))]),
            ],
            table);
    }
}
