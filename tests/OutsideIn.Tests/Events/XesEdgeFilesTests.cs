using OutsideIn.Events;

namespace OutsideIn.Tests.Events;

/// <summary>The micro-files of the shared data, one defect each.</summary>
public sealed class XesEdgeFilesTests
{
    private static readonly ImportOptions AnyShare = new() { RefusedShareMax = 1 };

    [Theory]
    [InlineData("ok", "c1|A|2024-03-30T09:00:00Z", "c1|B|2024-03-30T10:00:00Z")]
    [InlineData("dst", "c1|A|2024-03-30T09:00:00Z", "c1|B|2024-03-31T08:00:00Z")]
    [InlineData("single_quotes", "c1|A|2024-03-30T10:00:00Z")]
    [InlineData("unsorted", "c1|A|2024-03-30T10:00:00Z", "c1|B|2024-03-30T12:00:00Z")]
    [InlineData("latin1", "c1|Beschwerde über Café|2024-03-30T09:00:00Z", "c1|B|2024-03-30T10:00:00Z")]
    [InlineData("entities", "c&1|Ask <customer> \"now\"|2024-03-30T09:00:00Z", "c&1|A\nB|2024-03-30T11:00:00Z")]
    [InlineData("naive_ts", "c1|A|2024-03-30T10:00:00Z", "c1|B|2024-03-30T11:00:00.5Z")]
    [InlineData("list", "c1|A|2024-03-30T09:00:00Z")]
    [InlineData("nested", "c1|A|2024-03-30T10:00:00Z")]
    [InlineData("types", "c1|A|2024-03-30T09:00:00Z")]
    [InlineData("empty_trace", "c2|A|2024-03-30T09:00:00Z")]
    [InlineData("missing_case_name", "trace 1|A|2024-03-30T09:00:00Z", "trace 2|B|2024-03-30T09:00:00Z")]
    public void The_events_are_read_as_they_stand(string file, params string[] rows)
    {
        var imported = XesSource.Shared($"data/edge/{file}.xes");
        Assert.Equal(rows, XesSource.Rows(imported.Log));
        Assert.Equal(rows.Length, imported.Report.RowsKept);
        Assert.Equal(0, imported.Report.RowsRefused);
    }

    // The main peer drops the offsets and reports 24 hours here.
    [Fact]
    public void A_case_over_the_change_to_summer_time_lasts_23_hours()
    {
        var log = XesSource.Shared("data/edge/dst.xes").Log;
        Assert.Equal(TimeSpan.FromHours(23), TimeSpan.FromMicroseconds(log.TimeMicros[1] - log.TimeMicros[0]));
    }

    [Fact]
    public void Times_without_a_zone_take_the_zone_that_was_given()
    {
        var zone = TimeZoneInfo.CreateCustomTimeZone("plus two", TimeSpan.FromHours(2), "plus two", "plus two");
        var imported = XesSource.Shared("data/edge/naive_ts.xes", new ImportOptions { TimeZone = zone });
        Assert.Equal(["c1|A|2024-03-30T08:00:00Z", "c1|B|2024-03-30T09:00:00.5Z"], XesSource.Rows(imported.Log));
        Assert.Contains(imported.Report.Notes, static note => note.StartsWith("2 times name no zone", StringComparison.Ordinal));
    }

    [Fact]
    public void A_file_cut_off_is_refused_with_its_last_line()
    {
        var problem = XesSource.Bad(XesSource.TryShared("data/edge/truncated.xes"));
        Assert.Equal("EV202", problem.Code);
        Assert.Contains("line 4, column 145", problem.Message, StringComparison.Ordinal);
        Assert.Contains("inside <event>", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_log_without_traces_says_so()
    {
        var problem = XesSource.Bad(XesSource.TryShared("data/edge/no_traces.xes"));
        Assert.Equal("EV208", problem.Code);
        Assert.Contains("no traces", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_time_that_is_none_is_refused_with_line_key_value_and_reason()
    {
        Assert.Equal("EV212", XesSource.Bad(XesSource.TryShared("data/edge/bad_ts.xes")).Code);

        var imported = XesSource.Shared("data/edge/bad_ts.xes", AnyShare);
        var refused = Assert.Single(imported.Report.Refused);
        Assert.Equal((3, "time:timestamp", "30/03/2024 10:00"), (refused.Line, refused.Column, refused.Value));
        Assert.Contains("ISO 8601", refused.Reason, StringComparison.Ordinal);
        Assert.Equal(["c1|B|2024-03-30T11:00:00Z"], XesSource.Rows(imported.Log));
        Assert.Equal(["B"], imported.Log.Activities.Names);
        Assert.Equal((2, 1, 1), (imported.Report.RowsRead, imported.Report.RowsKept, imported.Report.RowsRefused));
    }

    [Fact]
    public void An_event_that_does_not_say_what_was_done_is_refused()
    {
        var imported = XesSource.Shared("data/edge/missing_act.xes", AnyShare);
        var refused = Assert.Single(imported.Report.Refused);
        Assert.Equal((3, "concept:name", null), (refused.Line, refused.Column, refused.Value));
        Assert.Equal(["c1|B|2024-03-30T09:00:00Z"], XesSource.Rows(imported.Log));
    }

    [Fact]
    public void An_empty_trace_is_no_case_and_is_noted() =>
        Assert.Contains("1 traces hold no event and are no cases.", XesSource.Shared("data/edge/empty_trace.xes").Report.Notes);

    [Theory]
    [InlineData("empty_resource", null, "Bob", "Bob")]
    [InlineData("no_resource_partly", "Al", null, "Bob", "Al", "Al", "Bob")]
    public void An_empty_resource_and_an_absent_one_are_both_missing(string file, params string?[] resources)
    {
        var log = XesSource.Shared($"data/edge/{file}.xes").Log;
        Assert.Equal(resources, Enumerable.Range(0, log.EventCount).Select(row => log.Resources!.TextAt(row)));
    }

    [Fact]
    public void Values_keep_their_types_and_every_digit()
    {
        var imported = XesSource.Shared("data/edge/types.xes");
        var log = imported.Log;
        Assert.Equal("9007199254740993", XesSource.Attribute(log, "i").Texts!.TextAt(0));
        Assert.Equal(0.001, XesSource.Attribute(log, "f").Numbers[0]);
        Assert.Equal(1, XesSource.Attribute(log, "b").Answers[0]);
        Assert.Equal("550e8400-e29b-41d4-a716-446655440000", XesSource.Attribute(log, "u").Texts!.TextAt(0));
        Assert.DoesNotContain(log.Attributes, static one => one.Name is "bad" or "nan");
        Assert.Contains(imported.Report.Notes, static note => note.Contains("\"bad\"", StringComparison.Ordinal) && note.Contains("line 3: \"x\"", StringComparison.Ordinal));
        Assert.Contains(imported.Report.Notes, static note => note.StartsWith("\"i\" holds integers too large", StringComparison.Ordinal));
    }

    [Fact]
    public void A_nested_attribute_leaves_its_parent_alone_and_is_kept_under_both_names()
    {
        var log = XesSource.Shared("data/edge/nested.xes").Log;
        Assert.Equal("A", log.Activities.TextAt(0));
        Assert.Equal("x", XesSource.Attribute(log, "concept:name:sub").Texts!.TextAt(0));
    }
}
