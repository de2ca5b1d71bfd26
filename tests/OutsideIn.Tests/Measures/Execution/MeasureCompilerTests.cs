using OutsideIn.Events;
using OutsideIn.Measures;
using OutsideIn.Tests.Support;
using OutsideIn.Vocabulary;

namespace OutsideIn.Tests.Measures;

public sealed class MeasureCompilerTests
{
    private static readonly MeasuredLog Log = MeasuredLog.Of(SmallLog.Of("0 Ask #phone @Desk [0, 30 Pay [20")) with
    {
        Calendars = [new WorkingCalendar("Office", TimeZoneInfo.Utc, [], new HashSet<DateOnly>())],
        MapNames = [new NamedEvents("Money on its way", [new NamePattern("Pay*")])],
    };

    [Fact]
    public void A_measure_with_errors_has_no_plan_and_says_what_is_wrong()
    {
        var compiled = MeasureCompiler.Compile("count of \"Psy\"", "mean <= 1", Log);

        Assert.Null(compiled.Plan);
        Assert.Contains(compiled.Diagnostics, static one => one.Hint.Contains("Pay", StringComparison.Ordinal));
    }

    [Fact]
    public void An_objective_with_errors_leaves_no_plan_either()
    {
        var compiled = MeasureCompiler.Compile("count of \"Pay\"", "mean <= 3d", Log);

        Assert.Null(compiled.Plan);
        Assert.Null(compiled.Objective);
        Assert.Empty(compiled.Diagnostics.Where(static one => one.Severity == MeasureSeverity.Error));
        Assert.NotEmpty(compiled.ObjectiveDiagnostics);
    }

    [Theory]
    [InlineData("time from start to end", null, DurationClock.Elapsed)]
    [InlineData("working time from start to end", null, DurationClock.Working)]
    [InlineData("time from start to end", "95% of cases <= 3d", DurationClock.Elapsed)]
    [InlineData("time from start to end", "95% of cases <= 3bd", DurationClock.BusinessDays)]
    [InlineData("working time from start to end", "median <= 3bd", DurationClock.BusinessDays)]
    [InlineData("has \"Pay\" within 3d", null, DurationClock.Elapsed)]
    [InlineData("has \"Pay\" within 3bd", null, DurationClock.BusinessDays)]
    [InlineData("count of \"Pay\"", "mean <= 1", DurationClock.Elapsed)]
    public void The_clock_is_the_measures_or_the_objectives(string measure, string? objective, DurationClock clock) =>
        Assert.Equal(clock, MeasureCompiler.Compile(measure, objective, Log).Plan!.Clock);

    [Fact]
    public void The_schema_says_what_the_log_and_the_map_have()
    {
        var schema = MeasureSchemas.Of(Log);

        Assert.True(schema is { HasLog: true, HasStarts: true, KnowsContacts: false, KnowsEnds: false, KnowsClocks: false });
        Assert.Equal(["Ask", "Pay"], schema.ActivityNames.Order(StringComparer.Ordinal));
        Assert.Equal(["activity", "team", "channel", "time", "start", "end"], schema.Columns.Select(static one => one.Name));
        Assert.Equal(["Office"], schema.Calendars);
        Assert.Equal("Money on its way", Assert.Single(schema.MapNames).Name);
    }

    [Fact]
    public void Customers_are_named_and_hold_their_cases_in_the_order_of_their_first()
    {
        var builder = new EventLogBuilder();
        foreach (var (name, customer, minute) in new[] { ("A", "ann", 30), ("B", "ben", 10), ("C", "ann", 20), ("D", null, 5) })
        {
            builder.Add(new EventRow(builder.Case(name), builder.Activity("Ask"), SmallLog.Minute(minute))
            {
                Customer = customer is null ? 0 : builder.Name(ColumnRole.Customer, customer),
            });
        }

        var customers = SubjectIndex.OfCustomers(builder.Build());

        Assert.Equal(["ann", "ben"], Enumerable.Range(0, customers.Count).Select(customers.NameOf));
        Assert.Equal([0, 2], customers.CasesOf(0));
        Assert.Equal([1], customers.CasesOf(1));
        Assert.Equal([SmallLog.Minute(20), SmallLog.Minute(10)], customers.StartMicros);
    }
}
