using OutsideIn.Events;
using OutsideIn.Measures;
using OutsideIn.Tests.Support;

namespace OutsideIn.Tests.Measures.Language;

public sealed class MeasureCheckerTests
{
    [Theory]
    [MemberData(nameof(MeasureParserTests.Examples), MemberType = typeof(MeasureParserTests))]
    public void Every_example_of_the_contract_passes_on_a_log_that_has_it_all(string text, string canonical)
    {
        Assert.Empty(Check(text, ClaimsSchema.Full).Diagnostics);
        Assert.Empty(Check(canonical, ClaimsSchema.Full).Diagnostics);
    }

    [Theory]
    [InlineData("time from start to end", MeasureKind.Duration)]
    [InlineData("working time on the firm's clock", MeasureKind.Duration)]
    [InlineData("waiting time", MeasureKind.Duration)]
    [InlineData("touch time", MeasureKind.Duration)]
    [InlineData("count of contacts", MeasureKind.Count)]
    [InlineData("count of repeats of contacts", MeasureKind.Count)]
    [InlineData("count of people", MeasureKind.Count)]
    [InlineData("\"amount\" at last event", MeasureKind.Number)]
    [InlineData("sum of cost", MeasureKind.Number)]
    [InlineData("has no contact", MeasureKind.YesNo)]
    public void A_measure_has_the_kind_of_its_value(string text, MeasureKind kind) => Assert.Equal(kind, Check(text, ClaimsSchema.Full).Kind);

    [Fact]
    public void A_measure_that_could_not_be_read_has_no_kind_and_no_further_diagnostics()
    {
        var check = Check("medain of throughput", ClaimsSchema.Bare);

        Assert.Null(check.Kind);
        Assert.Empty(check.Diagnostics);
    }

    [Theory]
    [InlineData("count of \"claim REPORTED\"")]
    [InlineData("count of \"Compl*\"")]
    [InlineData("count of \"customer chases\"")]
    [InlineData("count of events where CHANNEL = \"phone\" and \"Amount\" > 3")]
    public void Names_are_found_without_regard_to_case(string text) => Assert.Empty(Check(text, ClaimsSchema.Full).Diagnostics);

    [Fact]
    public void A_name_is_found_however_its_accents_are_stored()
    {
        var schema = ClaimsSchema.Full with { ActivityNames = ["Re\u0301clamation"], Columns = [new SchemaColumn("Größe", AttributeKind.Number, AttributeLevel.Event)], Calendars = ["Fe\u0301tes"] };

        Assert.Empty(Check("working touch time of \"RÉCLAMATION\" where \"Gro\u0308sse\" > 3 by calendar \"fétes\"", schema).Diagnostics);
    }

    [Fact]
    public void A_name_of_the_map_without_an_event_in_the_log_is_a_note()
    {
        var note = Assert.Single(Check("count of \"Courtesy car handed over\"", ClaimsSchema.Full).Diagnostics);

        Assert.Equal((MeasureSeverity.Note, "ME142"), (note.Severity, note.Code));
    }

    // Semantics 3 and 4: without a map's ends a count is final and a "has" is answered by the last event; a time between two events is open all the same.
    [Theory]
    [InlineData("count of \"Chase call\"", true)]
    [InlineData("has \"Chase call\"", true)]
    [InlineData("time from start to end", true)]
    [InlineData("has \"Chase call\" within 3d", false)]
    [InlineData("time from start to \"Settle claim\"", false)]
    public void Without_ends_of_the_map_a_note_says_so_where_it_matters(string text, bool isTold) =>
        Assert.Equal(isTold ? ["ME143"] : [], Check(text, ClaimsSchema.Bare).Diagnostics.Select(static one => one.Code));

    [Fact]
    public void Without_a_log_columns_pass_and_a_name_the_map_lacks_is_a_note()
    {
        var schema = new MeasureSchema { HasLog = false, MapNames = ClaimsSchema.Full.MapNames };

        Assert.Empty(Check("count of \"Complaint\" where anything = 3", schema).Diagnostics);
        Assert.Equal("ME145", Assert.Single(Check("count of \"Complant\"", schema).Diagnostics).Code);
        Assert.Empty(Check("count of \"Chase call\"", schema).Diagnostics);
    }

    [Fact]
    public void A_quoted_column_is_the_sources_own_and_a_bare_one_the_roles()
    {
        var own = new SchemaColumn("channel", AttributeKind.Number, AttributeLevel.Event);
        var role = new SchemaColumn("channel", AttributeKind.Text, AttributeLevel.Event) { IsRole = true };
        var schema = new MeasureSchema { HasLog = true, Columns = [role, own] };

        Assert.Same(own, schema.ColumnOf(new NameSyntax("Channel", default)));
        Assert.Same(role, schema.ColumnOf(new NameSyntax("Channel", default, false)));
        Assert.Same(role, (schema with { Columns = [role] }).ColumnOf(new NameSyntax("channel", default)));
        Assert.Null(schema.ColumnOf(new NameSyntax("chanel", default)));
    }

    // start and end are a case's; among events a column the source called so is meant, even bare.
    [Fact]
    public void In_a_filter_of_events_the_words_of_a_case_mean_the_sources_columns()
    {
        var own = new SchemaColumn("end", AttributeKind.Text, AttributeLevel.Event);
        var schema = ClaimsSchema.Full with { Columns = [own, .. ClaimsSchema.Full.Columns] };

        Assert.Empty(Check("touch time where end = \"x\"", schema).Diagnostics);
        Assert.Equal("ME144", Assert.Single(Check("touch time where start >= 2026-01-01", schema).Diagnostics).Code);
        Assert.Empty(Check("touch time for cases where end >= 2026-01-01", schema).Diagnostics);
    }

    [Fact]
    public void Of_a_log_the_words_of_a_case_are_refused_in_a_filter_of_events()
    {
        var compiled = MeasureCompiler.Compile("count of events where start >= 2026-01-01", null, MeasuredLog.Of(SmallLog.Of("0 A, 5 B")));

        Assert.Null(compiled.Plan);
        Assert.Contains(compiled.Diagnostics, static one => one.Code == "ME144");
    }

    // Kinds × goals: each objective with the measures it fits and the code it is refused with elsewhere.
    [Theory]
    [InlineData("95% of cases <= 24h", "", "ME151", "ME151", "ME153")]
    [InlineData("95% of cases <= 3", "ME150", "", "", "ME153")]
    [InlineData("99% of cases yes", "ME152", "ME152", "ME152", "")]
    [InlineData("median <= 3d", "", "ME151", "ME151", "ME155")]
    [InlineData("p90 <= 3", "ME150", "", "", "ME155")]
    [InlineData("mean <= 1.2", "ME150 ME154", "", "", "ME155")]
    [InlineData("total <= 100 per month", "ME150 ME154", "", "", "ME155")]
    [InlineData("95% of cases = 24h", "ME161", "ME151", "ME151", "ME153")]
    [InlineData("95% of cases = 1", "ME150", "", "", "ME153")]
    [InlineData("median = 1", "ME150", "ME161", "ME161", "ME155")]
    [InlineData("95% of customers <= 2bd", "ME157", "ME151 ME157", "ME151 ME157", "ME153 ME157")]
    public void An_objective_fits_some_kinds_and_is_refused_on_others(string objective, string duration, string count, string number, string answer)
    {
        string[] measures = ["time from start to end", "count of contacts", "sum of cost", "has contact"];

        Assert.Equal([duration, count, number, answer], measures.Select(one => string.Join(
            ' ', Objective(objective, one, ClaimsSchema.Full).Select(static one => one.Code).Order())));
    }

    [Theory]
    [InlineData("touch time")]
    [InlineData("waiting time before \"Assess damage\"")]
    public void A_sum_of_times_so_far_has_a_mean_and_a_total(string measure) =>
        Assert.Empty(Objective("mean <= 2h", measure, ClaimsSchema.Full).Concat(Objective("total <= 20d per month", measure, ClaimsSchema.Full)));

    [Fact]
    public void Business_days_need_a_calendar() =>
        Assert.Equal("ME140", Assert.Single(Objective("median <= 3bd", "time from start to end", ClaimsSchema.Bare)).Code);

    private static CheckedMeasure Check(string text, MeasureSchema schema) => MeasureChecker.Check(MeasureParser.Parse(text).Tree, schema);

    private static IReadOnlyList<MeasureDiagnostic> Objective(string objective, string measure, MeasureSchema schema)
    {
        var parsed = MeasureParser.ParseObjective(objective);
        Assert.Empty(parsed.Diagnostics);
        return MeasureChecker.Check(parsed.Tree, Check(measure, schema), schema);
    }
}
