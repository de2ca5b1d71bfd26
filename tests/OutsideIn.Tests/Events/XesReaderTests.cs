using System.Text;
using OutsideIn.Events;
using static OutsideIn.Tests.Events.XesSource;

namespace OutsideIn.Tests.Events;

public sealed class XesReaderTests
{
    private const string Nine = "2024-03-30T09:00:00Z";
    private const string Ten = "2024-03-30T10:00:00Z";
    private static readonly ImportOptions AnyShare = new() { RefusedShareMax = 1 };

    [Theory]
    [InlineData("<log/>", "EV208")]
    [InlineData("<log><trace/></log>", "EV208")]
    [InlineData("<html><body/></html>", "EV207")]
    [InlineData("<!DOCTYPE html>\n<html>", "EV207")]
    [InlineData("<!DOCTYPE HTML PUBLIC \"-//W3C//DTD HTML 4.01//EN\" \"http://www.w3.org/TR/html4/strict.dtd\"><html>", "EV207")]
    [InlineData("<WorkflowLog><Process/></WorkflowLog>", "EV207")]
    [InlineData("<log><events><event/></events></log>", "EV208")]
    public void What_is_no_event_log_is_refused_by_what_it_is(string xml, string code) => Assert.Equal(code, Refused(xml).Code);

    [Theory]
    [InlineData("<!DOCTYPE log [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]><log><trace><string key=\"k\" value=\"&b;\"/></trace></log>")]
    [InlineData("<!DOCTYPE log SYSTEM \"http://192.0.2.1/xes.dtd\"><log/>")]
    [InlineData("<!DOCTYPE log PUBLIC \"x\" \"file:///etc/passwd\"><log/>")]
    [InlineData("<!DOCTYPE log [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><log><trace><string key=\"k\" value=\"&x;\"/></trace></log>")]
    [InlineData("<!DOCTYPE log [<!ENTITY % p SYSTEM \"http://192.0.2.1/p\"> %p;]><log/>")]
    public void Entities_of_a_document_are_never_expanded_or_fetched(string xml) => Assert.Equal("EV203", Refused(xml).Code);

    [Fact]
    public void A_reference_to_an_entity_XML_does_not_have_is_refused_by_name()
    {
        var problem = Refused(Log(Trace("c", Event("&bomb;", Nine))));
        Assert.Equal("EV204", problem.Code);
        Assert.Contains("&bomb;", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_document_type_without_entities_comments_instructions_and_text_are_read_past()
    {
        var xml = "<?xml version='1.0'?><!-- a > b --><!DOCTYPE log [<!ELEMENT log ANY>]>\n<?style a?><log>text<![CDATA[<trace>]]>"
            + Trace("c", "<!-- <event> -->", Event("A", Nine)) + "</log><!-- end --> \n";
        Assert.Equal(["c|A|2024-03-30T09:00:00Z"], Rows(Read(xml).Log));
    }

    [Fact]
    public void Prefixes_are_read_past_and_extensions_may_declare_other_ones()
    {
        var xml = "<x:log xmlns:x='http://www.xes-standard.org/'>"
            + "<x:extension name='Concept' prefix='c' uri='http://www.xes-standard.org/concept.xesext'/>"
            + "<x:extension name='Time' prefix='t' uri='http://www.xes-standard.org/time.xesext'/>"
            + "<x:trace><x:string key='c:name' value='1'/><x:event><x:string value='A' key='c:name' />"
            + "<x:date key='t:timestamp' value='2024-03-30T09:00:00Z'></x:date></x:event></x:trace></x:log>";
        Assert.Equal(["1|A|2024-03-30T09:00:00Z"], Rows(Read(xml).Log));
    }

    [Theory]
    [InlineData("2024-03-30T10:00:00+0100")]
    [InlineData("2024-03-30T10:00:00.000000000+01:00")]
    [InlineData("2024-03-30T10:00+01")]
    [InlineData("2024-03-30 09:00:00Z")]
    [InlineData("2024-03-30T04:00:00-05:00")]
    public void An_instant_is_one_instant_however_its_offset_is_written(string time) =>
        Assert.Equal(["c|A|2024-03-30T09:00:00Z"], Rows(Read(Log(Trace("c", Event("A", time)))).Log));

    [Fact]
    public void Mixed_offsets_in_one_trace_are_put_in_the_order_of_their_instants() =>
        Assert.Equal(
            ["c|B|2024-03-30T09:00:00Z", "c|A|2024-03-30T09:30:00Z"],
            Rows(Read(Log(Trace("c", Event("A", "2024-03-30T09:30:00Z"), Event("B", "2024-03-30T11:00:00+02:00")))).Log));

    [Fact]
    public void Times_of_another_pattern_are_read_by_the_one_a_person_names()
    {
        var xml = Log(Trace("c", Event("A", "30/03/2024 10:00"), Event("B", Ten)));
        Assert.Equal("EV212", Refused(xml).Code);
        Assert.Equal("EV307", Refused(xml, new ImportOptions { TimeFormat = "no pattern" }).Code);
        Assert.Equal(
            ["c|A|2024-03-30T10:00:00Z", "c|B|2024-03-30T10:00:00Z"],
            Rows(Read(xml, new ImportOptions { TimeFormat = "dd/MM/yyyy HH:mm" }).Log));
    }

    [Fact]
    public void The_first_and_the_last_year_of_the_calendar_are_read() =>
        Assert.Equal(
            ["c|A|0001-01-01T00:00:00Z", "c|B|9999-12-31T23:59:59.999999Z"],
            Rows(Read(Log(Trace("c", Event("A", "0001-01-01T00:00:00Z"), Event("B", "9999-12-31T23:59:59.999999Z")))).Log));

    [Fact]
    public void Traces_of_one_name_are_one_case_and_traces_without_a_name_are_cases_of_their_own()
    {
        var imported = Read(Log(
            Trace("c", Event("A", Nine)), "<trace>" + Event("X", Nine) + "</trace>", Trace("c", Event("B", Ten)), Trace("trace 2", Event("Y", Nine))));
        Assert.Equal(
            ["c|A|2024-03-30T09:00:00Z", "c|B|2024-03-30T10:00:00Z", "trace 2 (unnamed)|X|2024-03-30T09:00:00Z", "trace 2|Y|2024-03-30T09:00:00Z"],
            Rows(imported.Log));
        Assert.Contains(imported.Report.Notes, static note => note.StartsWith("1 traces have the name of an earlier one", StringComparison.Ordinal));
        Assert.Contains(imported.Report.Notes, static note => note.StartsWith("1 traces have no name", StringComparison.Ordinal));
    }

    [Fact]
    public void Attributes_of_joined_and_unnamed_traces_stay_with_their_case()
    {
        var log = Read(Log(
            Trace("c", "<string key='place' value='Oslo'/>", Event("A", Nine)),
            "<trace><string key='place' value='Rome'/>" + Event("X", Nine) + "</trace>",
            Trace("c", "<string key='kind' value='new'/>", Event("B", Ten)))).Log;
        Assert.Equal(["c", "trace 2"], log.CaseNames);
        Assert.Equal(("Oslo", "Rome"), (Attribute(log, "place").Texts!.TextAt(0), Attribute(log, "place").Texts!.TextAt(1)));
        Assert.Equal(("new", null), (Attribute(log, "kind").Texts!.TextAt(0), Attribute(log, "kind").Texts!.TextAt(1)));
    }

    [Fact]
    public void An_event_outside_every_trace_is_refused_with_its_line()
    {
        var imported = Read(Log(Event("S", Nine) + "\n", Trace("c", Event("A", Nine))), AnyShare);
        Assert.Equal(3, Assert.Single(imported.Report.Refused).Line);
        Assert.Equal((2, 1, 1), (imported.Report.RowsRead, imported.Report.RowsKept, imported.Report.RowsRefused));
    }

    [Fact]
    public void A_refused_event_leaves_nothing_behind()
    {
        var log = Read(
            Log(Trace("c", Event("Ghost", "never", "<string key='org:resource' value='Nobody'/><int key='n' value='7'/>"), Event("A", Nine), Event("B", Ten))),
            AnyShare).Log;
        Assert.Equal(["c|A|2024-03-30T09:00:00Z", "c|B|2024-03-30T10:00:00Z"], Rows(log));
        Assert.Equal(["A", "B"], log.Activities.Names);
        Assert.Null(log.Resources);
        Assert.Empty(log.Attributes);
    }

    [Fact]
    public void A_few_refused_events_are_listed_and_too_many_refuse_the_log()
    {
        var content = string.Concat(Enumerable.Range(0, 39).Select(_ => Event("A", Nine))) + Event("A", "soon");
        Assert.Equal(1, Read(Log(Trace("c", content))).Report.RowsRefused);
        var problem = Refused(Log(Trace("c", content + Event("A", "later") + Event("A", "never"))));
        Assert.Equal("EV212", problem.Code);
        Assert.Contains("3 of 42 events", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Defaults_of_the_log_fill_what_events_and_traces_lack_but_placeholders_do_not()
    {
        const string globals = """
            <global scope="trace"><string key="concept:name" value="one for all"/><string key="region" value="North"/></global>
            <global scope="event"><string key="concept:name" value="Step"/><float key="fee" value="2.5"/>
            <string key="org:role" value="UNKNOWN"/><date key="time:timestamp" value="1970-01-01T00:00:00.000+01:00"/></global>
            """;
        var noName = $"<event><date key='time:timestamp' value='{Nine}'/></event>";
        var noTime = "<event><string key='concept:name' value='T'/></event>";
        var imported = Read(Log(globals, Trace("c", noName, noTime, Event("A", Ten, "<float key='fee' value='4'/>")), "<trace>" + noName + "</trace>"), AnyShare);
        var log = imported.Log;
        Assert.Equal(["c|Step|2024-03-30T09:00:00Z", "c|A|2024-03-30T10:00:00Z", "trace 2|Step|2024-03-30T09:00:00Z"], Rows(log));
        Assert.Equal([2.5, 4, 2.5], Attribute(log, "fee").Numbers.ToArray());
        Assert.Equal("North", Attribute(log, "region").Texts!.TextAt(1));
        Assert.Null(log.Teams);
        Assert.Equal(1, imported.Report.RowsRefused);
        Assert.Contains(imported.Report.Notes, static note => note.Contains("taken from the defaults", StringComparison.Ordinal));
    }

    [Fact]
    public void A_key_of_several_types_becomes_text_as_it_was_written()
    {
        var imported = Read(Log(Trace(
            "c",
            Event("A", Nine, "<int key='code' value='007'/>"),
            Event("B", Nine, "<string key='code' value='7B'/>"),
            Event("C", Nine, "<float key='code' value='7.50'/>"))));
        var code = Attribute(imported.Log, "code");
        Assert.Equal(["007", "7B", "7.50"], Enumerable.Range(0, 3).Select(row => code.Texts!.TextAt(row)));
        Assert.Contains("\"code\" has values of several types and was kept as text.", imported.Report.Notes);
    }

    [Fact]
    public void Many_different_numbers_stay_exact()
    {
        var log = Read(Log(Trace("c", [.. Enumerable.Range(0, 20_000).Select(n => Event("A", Nine, $"<float key='n' value='{n}.25'/><int key='i' value='-{n}'/>"))]))).Log;
        Assert.Equal(Enumerable.Range(0, 20_000).Select(static n => n + 0.25), Attribute(log, "n").Numbers.ToArray());
        Assert.Equal(Enumerable.Range(0, 20_000).Select(static n => -(double)n), Attribute(log, "i").Numbers.ToArray());
    }

    [Fact]
    public void Lists_and_containers_are_kept_under_the_name_of_their_parent()
    {
        const string list = "<list key='goods'><values><string key='item' value='bolt'/><int key='count' value='3'/></values></list>";
        const string container = "<container key='box'><string key='item' value='nut'><string key='kind' value='M4'/></string></container>";
        var log = Read(Log(Trace("c", Event("A", Nine, list + container)))).Log;
        Assert.Equal("bolt", Attribute(log, "goods:item").Texts!.TextAt(0));
        Assert.Equal(3, Attribute(log, "goods:count").Numbers[0]);
        Assert.Equal("nut", Attribute(log, "box:item").Texts!.TextAt(0));
        Assert.Equal("M4", Attribute(log, "box:item:kind").Texts!.TextAt(0));
        Assert.Equal("A", log.Activities.TextAt(0));
    }

    [Fact]
    public void Roles_come_from_the_standard_and_from_telling_names()
    {
        const string more = "<string key='org:resource' value='Ann'/><string key='org:role' value='Clerk'/><string key='Contact Channel' value='phone'/><float key='cost:total' value='9.5'/>"
            + "<date key='start_timestamp' value='2024-03-30T08:30:00Z'/>";
        var imported = Read(Log(Trace("c", "<int key='customer_id' value='0042'/>", Event("A", Nine, more))));
        var log = imported.Log;
        Assert.Equal(
            ("Ann", "Clerk", "phone", "0042", 9.5, TimeSpan.FromMinutes(30)),
            (log.Resources!.TextAt(0), log.Teams!.TextAt(0), log.Channels!.TextAt(0), log.Customers!.TextAt(0), log.Costs[0], TimeSpan.FromMicroseconds(log.TimeMicros[0] - log.StartMicros[0])));
        Assert.Empty(log.Attributes);
        Assert.Equal(9, imported.Report.Roles.Count);
    }

    [Fact]
    public void A_person_names_columns_by_key_and_those_of_traces_also_with_a_prefix()
    {
        const string keys = "<string key='step' value='Do'/><string key='case:ref' value='event ref'/><string key='at' value='2024-03-30T12:00:00Z'/><int key='desk' value='5'/>";
        var xml = Log(Trace("c", "<int key='ref' value='31'/><string key='region' value='North'/>", Event("A", Nine, keys)));
        var log = Read(xml, new ImportOptions
        {
            Columns = new Dictionary<ColumnRole, string>
            {
                [ColumnRole.Case] = "case:ref",
                [ColumnRole.Activity] = "step",
                [ColumnRole.Time] = "at",
                [ColumnRole.Team] = "desk",
                [ColumnRole.Channel] = "region",
            },
        }).Log;
        Assert.Equal(["31|Do|2024-03-30T12:00:00Z"], Rows(log));
        Assert.Equal(("5", "North"), (log.Teams!.TextAt(0), log.Channels!.TextAt(0)));
        Assert.Equal("A", Attribute(log, "concept:name").Texts!.TextAt(0));
    }

    [Fact]
    public void A_cost_of_a_whole_trace_is_counted_once()
    {
        var log = Read(
            Log(Trace("c", "<float key='fee' value='7'/>", Event("A", Nine), Event("B", Ten)), Trace("d", Event("A", Nine))),
            new ImportOptions { Columns = new Dictionary<ColumnRole, string> { [ColumnRole.Cost] = "case:fee" } }).Log;
        Assert.Equal([7, double.NaN, double.NaN], log.Costs.ToArray());
    }

    [Fact]
    public void Cases_may_be_named_by_an_attribute_of_events_and_an_event_without_it_is_refused()
    {
        var options = AnyShare with { Columns = new Dictionary<ColumnRole, string> { [ColumnRole.Case] = "order" } };
        var imported = Read(
            Log(Trace("t", "<string key='site' value='S'/>", Event("A", Nine, "<string key='order' value='o2'/>"), Event("B", Ten) + "\n", Event("C", Ten, "<string key='order' value='o1'/>"))),
            options);
        Assert.Equal(["o2|A|2024-03-30T09:00:00Z", "o1|C|2024-03-30T10:00:00Z"], Rows(imported.Log));
        Assert.Equal("The event names no case.", Assert.Single(imported.Report.Refused).Reason);
        Assert.Equal(("S", "S"), (Attribute(imported.Log, "site").Texts!.TextAt(0), Attribute(imported.Log, "site").Texts!.TextAt(1)));
    }

    [Fact]
    public void A_column_that_is_not_there_is_a_problem_that_names_the_nearest()
    {
        var problem = Refused(
            Log(Trace("c", Event("A", Nine, "<string key='department' value='D'/>"))),
            new ImportOptions { Columns = new Dictionary<ColumnRole, string> { [ColumnRole.Team] = "departmnt" } });
        Assert.Equal("EV305", problem.Code);
        Assert.Contains("'department'", problem.Hint, StringComparison.Ordinal);
    }

    [Fact]
    public void Tokens_a_person_calls_missing_are_missing_everywhere_but_in_cases_and_activities()
    {
        var log = Read(
            Log(Trace("NA", Event("NA", Nine, "<string key='org:resource' value='NA'/><string key='x' value='NA'/>"), Event("B", Ten, "<string key='x' value='y'/>"))),
            new ImportOptions { MissingTokens = ["NA"] }).Log;
        Assert.Equal(["NA|NA|2024-03-30T09:00:00Z", "NA|B|2024-03-30T10:00:00Z"], Rows(log));
        Assert.Null(log.Resources);
        Assert.Equal("y", Attribute(log, "x").Texts!.TextAt(0));
    }

    [Fact]
    public void A_value_of_a_megabyte_is_kept_and_one_beyond_every_measure_is_refused()
    {
        var long1 = new string('x', 1 << 20);
        Assert.Equal(long1, Attribute(Read(Log(Trace("c", Event("A", Nine, $"<string key='k' value='{long1}'/>")))).Log, "k").Texts!.TextAt(0));

        var bytes = Encoding.UTF8.GetBytes(Log(Trace("c", Event("A", Nine, $"<string key='k' value='{long1}'/>"))));
        Assert.True(SourceOpening.Open(new LogSource("long.xes", () => new MemoryStream(bytes))).TryGet(out var opened, out _));
        using (opened)
        {
            var result = XesReader.Read(opened, new ImportOptions(), new XmlLimits(64, TagBytesMax: 1 << 16), null, TestContext.Current.CancellationToken);
            Assert.Equal("EV210", Bad(result).Code);
        }
    }

    [Fact]
    public void Endless_nesting_and_endless_attributes_are_refused()
    {
        Assert.Equal("EV209", Refused(Log(string.Concat(Enumerable.Repeat("<list key='l'>", 100_000)))).Code);
        Assert.Equal("EV210", Refused("<log " + string.Concat(Enumerable.Range(0, 300).Select(static n => $"a{n}='' ")) + "/>").Code);
    }

    [Fact]
    public void Keys_made_up_without_end_cost_no_column_each_and_are_counted()
    {
        var imported = Read(Log(Trace("c", [.. Enumerable.Range(0, 3000).Select(n => Event("A", Nine, $"<string key='k{n}' value='v'/>"))])));
        Assert.InRange(imported.Log.Attributes.Count, 900, XesLevel.ColumnsMax);
        Assert.Contains(imported.Report.Notes, static note => note.Contains("more than 1,000 different keys", StringComparison.Ordinal));
    }

    [Fact]
    public void Ten_thousand_activities_and_equal_times_keep_the_order_of_the_file()
    {
        var log = Read(Log(Trace("c", [.. Enumerable.Range(0, 10_000).Select(n => Event("A" + n, Nine))]))).Log;
        Assert.Equal(Enumerable.Range(0, 10_000).Select(static n => "A" + n), Enumerable.Range(0, 10_000).Select(row => log.Activities.TextAt(row)));
    }

    [Fact]
    public void A_look_tells_columns_roles_and_the_first_events_without_reading_on()
    {
        var xes = Encoding.UTF8.GetBytes(Log(Trace("c", "<string key='channel' value='web'/>", string.Concat(Enumerable.Repeat(Event("A", Nine, "<int key='n' value='5'/>"), 5000)))) + "<broken");
        var source = new LogSource("look.xes", () => new MemoryStream(xes));
        Assert.True(LogImport.Inspect(source, new ImportOptions(), TestContext.Current.CancellationToken).TryGet(out var look, out var problem), problem?.Message);
        Assert.Equal("XES 1.0", look!.Format);
        Assert.Equal(["case:concept:name", "channel", "concept:name", "n", "time:timestamp"], look.Columns.Select(static one => one.Name).Order(StringComparer.Ordinal));
        Assert.Equal(20, look.Head.Count);
        Assert.All(look.Head, row => Assert.Equal(look.Columns.Count, row.Count));
        Assert.Contains("web", look.Head[0]);
        Assert.Contains(look.Roles, static role => role.Role == ColumnRole.Channel && role.Column == "channel");
        Assert.Empty(look.Questions);
    }

    [Fact]
    public void Reading_stops_when_it_is_told_to()
    {
        var xes = Encoding.UTF8.GetBytes(Log(Trace("c", [.. Enumerable.Repeat(Event("A", Nine), 5000)])));
        Assert.Throws<OperationCanceledException>(() =>
            LogImport.Read(new LogSource("stop.xes", () => new MemoryStream(xes)), new ImportOptions(), null, new CancellationToken(canceled: true)));
    }

    [Fact]
    public void Progress_is_told_and_never_goes_back()
    {
        var xes = Encoding.UTF8.GetBytes(Log(Trace("c", [.. Enumerable.Repeat(Event("A", Nine), 140_000)])));
        var told = new Heard();
        Good(LogImport.Read(new LogSource("told.xes", () => new MemoryStream(xes), xes.Length), new ImportOptions(), told, TestContext.Current.CancellationToken));
        Assert.Equal([65_536, 131_072], told.Reports.Select(static one => one.Events));
        Assert.All(told.Reports, one => Assert.InRange(one.BytesRead, 1, xes.Length));
        Assert.True(told.Reports[0].BytesRead < told.Reports[1].BytesRead);
    }

    private sealed class Heard : IProgress<ImportProgress>
    {
        public List<ImportProgress> Reports { get; } = [];

        public void Report(ImportProgress value) => Reports.Add(value);
    }
}
