using System.Globalization;
using System.Text;
using OutsideIn.Events;
using OutsideIn.Tests.Support;

namespace OutsideIn.Tests.Events;

/// <summary>Files with one defect each, and what is wrong with real exports.</summary>
public sealed class DelimitedEdgeTests
{
    private static readonly ImportOptions Half = new() { RefusedShareMax = 0.5 };

    [Fact]
    public void A_row_with_a_bad_time_is_refused_with_line_column_value_and_reason()
    {
        var (log, report) = Logs.ReadFile(SharedData.At("data/edge/bad_ts_row.csv"), Half);

        Assert.Equal(1, log.EventCount);
        Assert.Equal([new RefusedRow(3, "ts", "not a date", "The time does not follow ISO 8601.")], report.Refused);
        Assert.Equal((2L, 1L, 1L), (report.RowsRead, report.RowsKept, report.RowsRefused));
    }

    [Fact]
    public void More_refused_rows_than_allowed_refuse_the_file_and_name_the_first()
    {
        var problem = Logs.Refuse(File.ReadAllBytes(SharedData.At("data/edge/bad_ts_row.csv")));

        Assert.Equal("EV105", problem.Code);
        Assert.Contains("1 of its 2 rows", problem.Message, StringComparison.Ordinal);
        Assert.Contains("line 3, column 'ts', value 'not a date': The time does not follow ISO 8601.", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_byte_order_mark_is_no_part_of_the_first_name() =>
        Assert.Equal("case", Logs.ReadFile(SharedData.At("data/edge/bom.csv")).Report.Roles[0].Column);

    [Fact]
    public void A_row_without_a_time_is_refused() =>
        Assert.Equal(new RefusedRow(3, "ts", "", "The row has no time."), Logs.ReadFile(SharedData.At("data/edge/empty_ts.csv"), Half).Report.Refused[0]);

    [Fact]
    public void Milliseconds_since_1970_are_told_by_their_size()
    {
        var (log, report) = Logs.ReadFile(SharedData.At("data/edge/epoch_ms.csv"));

        Assert.Equal([Micros("2024-03-30T10:00:00Z"), Micros("2024-03-30T11:00:00Z")], log.TimeMicros.ToArray());
        Assert.Equal("epoch milliseconds", report.Columns[2].TimePattern);
    }

    [Fact]
    public void A_row_without_a_case_is_refused_and_changes_no_other_cases_name()
    {
        var (log, report) = Logs.ReadFile(SharedData.At("data/edge/float_case.csv"), Half);

        Assert.Equal(["1", "2"], log.CaseNames);
        Assert.Equal([new RefusedRow(3, "case", "", "The row names no case.")], report.Refused);
    }

    [Fact]
    public void Case_names_that_look_like_the_same_number_are_two() =>
        Assert.Equal(["007", "7"], Logs.ReadFile(SharedData.At("data/edge/leading_zero.csv")).Log.CaseNames);

    [Fact]
    public void Activities_that_look_like_no_value_are_activities() =>
        Assert.Equal(["None", "null", "N/A"], Logs.ReadFile(SharedData.At("data/edge/null_activity.csv")).Log.Activities.Names);

    [Fact]
    public void Events_at_one_instant_keep_the_order_of_the_file() =>
        Assert.Equal(["Z", "A", "M"], Texts(Logs.ReadFile(SharedData.At("data/edge/ties.csv")).Log.Activities));

    [Fact]
    public void Blanks_make_no_second_activity_and_are_told()
    {
        var (log, report) = Logs.ReadFile(SharedData.At("data/edge/whitespace.csv"));

        Assert.Equal(["A"], log.Activities.Names);
        Assert.Equal("act", report.Roles[1].Column);
        Assert.Contains(report.Notes, static one => one.StartsWith("Blanks around ", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("case,activity,time\n", "EV107")]
    [InlineData("a,b,c\n", "EV107")]
    [InlineData("case\n1\n2\n", "EV101")]
    [InlineData("\n\n", "EV102")]
    [InlineData("1,A,2024-01-01T10:00:00\n1,B,2024-01-02T10:00:00\n", "EV102")]
    [InlineData("case,activity,time\n1,\"A,2024-01-01\n1,B,2024-01-01\n", "EV104")]
    [InlineData("case,activity,time\n1,A,soon\n1,B,later\n", "EV306")]
    public void Files_that_are_no_log_say_what_is_wrong(string text, string code) => Assert.Equal(code, Logs.Refuse(text).Code);

    [Fact]
    public void Bytes_that_are_no_text_say_so()
    {
        Assert.Equal("EV103", Logs.Refuse([.. Enumerable.Range(0, 1000).Select(static i => (byte)(i * 7))]).Code);
        Assert.Equal("EV103", Logs.Refuse(new byte[5000]).Code);
    }

    [Fact]
    public void A_zero_byte_refuses_its_row_only()
    {
        var rows = string.Concat(Enumerable.Range(0, 500).Select(static i => $"c{i},A,2024-01-01T00:00:00Z\n"));

        var (log, report) = Logs.Read($"case,activity,time\n{rows}c1,B\0,2024-01-01T00:00:00Z\n");

        Assert.Equal(500, log.EventCount);
        Assert.Equal((502L, "The row has zero bytes."), (report.Refused[0].Line, report.Refused[0].Reason));
    }

    [Fact]
    public void Rows_too_short_or_too_long_are_refused_with_the_line_they_begin_on()
    {
        var (_, report) = Logs.Read("case,activity,time,x\n1,A,2024-01-01,\"two\nlines\"\n1,B,2024-01-01\n1,C,2024-01-01,x,y\n1,D,2024-01-01,x,\n\n", Half);

        Assert.Equal(
            [(4L, "The row has 3 fields and the header 4."), (5L, "The row has 5 fields and the header 4.")],
            report.Refused.Select(static one => (one.Line, one.Reason)));
        Assert.Equal(2, report.RowsKept);
    }

    [Fact]
    public void Names_the_header_repeats_are_told_apart_and_told()
    {
        var (log, report) = Logs.Read("case,activity,time,category,category\n1,A,2024-01-01,x,y\n1,B,2024-01-02,z,z\n");

        Assert.Equal(["category", "category (2)"], log.Attributes.Select(static one => one.Name));
        Assert.Contains(report.Notes, static one => one.Contains("'category' more than once", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("")]
    [InlineData("Unnamed: 0")]
    [InlineData("@@index")]
    public void A_column_that_numbers_the_rows_is_left_out(string name)
    {
        var (log, report) = Logs.Read($"{name},case,activity,time\n0,1,A,2024-01-01\n1,1,B,2024-01-02\n2,2,B,2024-01-02\n");

        Assert.Empty(log.Attributes);
        Assert.Contains(report.Notes, static one => one.Contains("only numbers the rows", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("03/04/2021;05/06/2021", "--time-format", "EV304")]
    public void Day_and_month_that_cannot_be_told_apart_are_asked(string times, string option, string code)
    {
        var parts = times.Split(';');
        var text = $"case,activity,time\n1,A,{parts[0]}\n1,B,{parts[1]}\n";

        var problem = Logs.Refuse(text);

        Assert.Equal(code, problem.Code);
        Assert.Equal($"Give {option} with one of: 'dd/MM/yyyy', 'MM/dd/yyyy'.", problem.Hint);
        Assert.Equal(Micros("2021-04-03T00:00:00Z"), Logs.Read(text, new ImportOptions { TimeFormat = "dd/MM/yyyy" }).Log.TimeMicros[0]);
        Assert.Equal(Micros("2021-03-04T00:00:00Z"), Logs.Read(text, new ImportOptions { TimeFormat = "%m/%d/%Y" }).Log.TimeMicros[0]);
    }

    [Fact]
    public void The_whole_file_is_searched_before_day_and_month_are_asked_about()
    {
        var rows = string.Concat(Enumerable.Range(0, 60_000).Select(static i => $"case {i / 4},Activity {i % 4},0{1 + (i % 9)}/0{1 + (i % 8)}/2021 10:00\n"));

        var log = Logs.Read($"case,activity,time\n{rows}last,A,25/01/2021 10:00\n").Log;

        Assert.Equal(60_001, log.EventCount);
        Assert.Equal(Micros("2021-01-25T10:00:00Z"), log.TimeMicros[^1]);
        Assert.Equal("EV304", Logs.Refuse($"case,activity,time\n{rows}").Code);
        Assert.Equal("EV304", Logs.Refuse($"case,activity,time\n{rows}last,A,25/01/2021 10:00\nlast,B,01/25/2021 10:00\n").Code);
    }

    [Theory]
    [InlineData("25/01/2021 09:00", "03/04/2021 10:00:01")]
    [InlineData("03/04/2021 09:00", "25/04/2021 10:00:01")]
    public void A_clear_start_makes_the_time_clear_and_the_other_way_round(string start, string time)
    {
        var log = Logs.Read($"case,activity,start time,end time,due\n1,A,{start},{time},05/06/2021\n").Log;

        Assert.Equal(start[..2] + time[..2],
            $"{DateTime.UnixEpoch.AddMicroseconds(log.StartMicros[0]).Day:00}{DateTime.UnixEpoch.AddMicroseconds(log.TimeMicros[0]).Day:00}");
        Assert.Equal(Micros("2021-06-05T00:00:00Z"), log.Attributes[0].TimeMicros[0]);
    }

    [Fact]
    public void Times_of_another_pattern_than_the_columns_are_refused()
    {
        var rows = string.Concat(Enumerable.Range(13, 15).Select(static day => $"1,A,{day}.01.2021 10:00\n"));

        var (_, report) = Logs.Read($"case;activity;time\n{rows.Replace(',', ';')}1;B;2021-01-05 10:00\n", Half);

        Assert.Equal([(17L, "2021-01-05 10:00", "The time does not follow dd.MM.yyyy HH:mm.")], report.Refused.Select(static one => (one.Line, one.Value, one.Reason)));
    }

    [Fact]
    public void Times_without_a_zone_are_of_the_zone_given_and_else_of_UTC()
    {
        const string Text = "case,activity,time\n1,A,2024-01-15T10:00:00\n1,B,2024-07-15T10:00:00\n1,C,2024-07-15T10:00:00Z\n";

        var utc = Logs.Read(Text);
        var local = Logs.Read(Text, new ImportOptions { TimeZone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Amsterdam") });

        Assert.Equal(Micros("2024-01-15T10:00:00Z"), utc.Log.TimeMicros[0]);
        Assert.Contains(utc.Report.Notes, static one => one.StartsWith("2 times carry no zone and were read as UTC", StringComparison.Ordinal));
        Assert.Equal([Micros("2024-01-15T09:00:00Z"), Micros("2024-07-15T08:00:00Z"), Micros("2024-07-15T10:00:00Z")], local.Log.TimeMicros.ToArray());
    }

    [Fact]
    public void Clock_changes_are_honoured_and_told()
    {
        // Amsterdam: 2024-03-31 02:00 to 03:00 never was, 2024-10-27 02:00 to 03:00 was twice.
        var (log, report) = Logs.Read(
            "case,activity,time\n1,A,2024-03-31T01:30:00\n1,B,2024-03-31T02:30:00\n1,C,2024-03-31T03:30:00\n1,D,2024-10-27T02:30:00\n",
            new ImportOptions { TimeZone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Amsterdam") });

        Assert.Equal([Micros("2024-03-31T00:30:00Z"), Micros("2024-03-31T01:30:00Z"), Micros("2024-03-31T01:30:00Z"), Micros("2024-10-27T01:30:00Z")],
            log.TimeMicros.ToArray());
        Assert.Contains(report.Notes, static one => one.StartsWith("1 of these stand twice", StringComparison.Ordinal) && one.Contains("1 stand there never", StringComparison.Ordinal));
    }

    [Fact]
    public void The_first_and_the_last_year_are_read()
    {
        var log = Logs.Read("case,activity,time\n1,A,0001-01-01T00:00:00Z\n1,B,9999-12-31T23:59:59.999999Z\n").Log;

        Assert.Equal((TimestampParsing.EarliestMicros, TimestampParsing.LatestMicros), (log.FirstMicros, log.LastMicros));
    }

    [Fact]
    public void An_empty_start_makes_an_instant_and_a_start_after_the_end_is_kept_and_told()
    {
        var (log, report) = Logs.Read("case,activity,start time,end time\n1,A,,2024-01-01T10:00:00Z\n1,B,2024-01-01T12:00:00Z,2024-01-01T11:00:00Z\n1,C,NULL,2024-01-01T12:00:00Z\n");

        Assert.Equal([Micros("2024-01-01T10:00:00Z"), Micros("2024-01-01T12:00:00Z"), Micros("2024-01-01T12:00:00Z")], log.StartMicros.ToArray());
        Assert.Contains("2 events have no start and are taken as instants.", report.Notes);
        Assert.Contains("1 events start after they end; they are kept as they stand.", report.Notes);
    }

    [Fact]
    public void Kinds_hold_for_the_whole_file_and_not_for_its_head_alone()
    {
        var rows = string.Concat(Enumerable.Range(0, 20_000).Select(static i => $"c{i / 2},A{i % 2},2024-01-01,{i},{i % 7}\n"));

        var log = Logs.Read($"case,activity,time,amount,code\n{rows}last,A0,2024-01-01,n.v.t.,007\n").Log;

        Assert.Equal([AttributeKind.Text, AttributeKind.Text], log.Attributes.Select(static one => one.Kind));
        Assert.Equal("0 19999 n.v.t.", $"{log.Attributes[0].Texts!.TextAt(0)} {log.Attributes[0].Texts!.TextAt(19_999)} {log.Attributes[0].Texts!.TextAt(20_000)}");
    }

    [Fact]
    public void Numbers_times_and_answers_become_what_they_are()
    {
        var log = Logs.Read(
            "case;activity;time;amount;due;paid;id;year;note\n1;A;2024-01-01;1,5;31/12/2024;yes;0012;2011;x\n1;B;2024-01-02;-2;13/01/2025;no;0013;2012;y\n").Log;

        Assert.Equal([AttributeKind.Number, AttributeKind.Time, AttributeKind.YesNo, AttributeKind.Text, AttributeKind.Number, AttributeKind.Text],
            log.Attributes.Select(static one => one.Kind));
        Assert.Equal([1.5, -2], log.Attributes[0].Numbers.ToArray());
        Assert.Equal([Micros("2024-12-31T00:00:00Z"), Micros("2025-01-13T00:00:00Z")], log.Attributes[1].TimeMicros.ToArray());
        Assert.Equal([(sbyte)1, (sbyte)0], log.Attributes[2].Answers.ToArray());
        Assert.Equal(["0012", "0013"], log.Attributes[3].Texts!.Names);
    }

    [Fact]
    public void Attributes_whose_day_and_month_stay_open_are_text() =>
        Assert.Equal(AttributeKind.Text, Logs.Read("case,activity,time,due\n1,A,2024-01-01,03/04/2021\n1,B,2024-01-01,05/06/2021\n").Log.Attributes[0].Kind);

    [Fact]
    public void A_value_that_never_varies_within_a_case_belongs_to_the_case()
    {
        var (log, report) = Logs.Read("case,activity,time,product\n1,A,2024-01-01,car\n2,A,2024-01-01,bike\n1,B,2024-01-02,car\n");

        Assert.Equal((AttributeLevel.Case, "car"), (log.Attributes[0].Level, log.Attributes[0].Texts!.TextAt(0)));
        Assert.Equal(AttributeLevel.Case, report.Columns[3].Level);
    }

    [Theory]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    [InlineData("utf-8")]
    public void Texts_with_a_byte_order_mark_are_read_in_its_encoding(string name)
    {
        var encoding = Encoding.GetEncoding(name);

        var log = Logs.Expect(Logs.Try([.. encoding.Preamble, .. encoding.GetBytes("case,activity,time\n1,Prüfung 漢,2024-01-01\n")])).Log;

        Assert.Equal(["Prüfung 漢"], log.Activities.Names);
    }

    [Fact]
    public void UTF_16_is_known_without_its_mark()
    {
        var log = Logs.Expect(Logs.Try(Encoding.Unicode.GetBytes("case,activity,time\n1,Prüfung,2024-01-01\n"))).Log;

        Assert.Equal(["Prüfung"], log.Activities.Names);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(60_000)]
    public void Bytes_that_are_not_UTF_8_are_windows_1252_wherever_they_first_show(int plainRows)
    {
        var text = "case;activity;time\n" + string.Concat(Enumerable.Range(0, plainRows).Select(static i => $"c{i};Activity;2024-01-01\n"))
            + "last;Prüfung für 5 €;2024-01-01\n";
        var bytes = TextEncoding.Windows1252.GetBytes(text);

        var (log, report) = Logs.Expect(Logs.Try(bytes));

        Assert.Equal("Prüfung für 5 €", log.Activities.TextAt(plainRows));
        Assert.Contains(report.Notes, static one => one.StartsWith("Read as windows-1252", StringComparison.Ordinal));
    }

    [Fact]
    public void A_broken_line_in_a_file_of_UTF_8_is_refused_alone()
    {
        var text = Encoding.UTF8.GetBytes("case,activity,time\n" + string.Concat(Enumerable.Range(0, 50).Select(static i => $"c{i},Prüfung,2024-01-01\n")));
        byte[] broken = [.. text, .. "c1,Pr"u8, 0xFC, .. "fung,2024-01-01\n"u8];

        var (log, report) = Logs.Expect(Logs.Try(broken));

        Assert.Equal(50, log.EventCount);
        Assert.Equal(52, Assert.Single(report.Refused).Line);
    }

    [Fact]
    public void An_encoding_given_is_used_and_one_that_is_none_is_a_problem()
    {
        var bytes = Encoding.Latin1.GetBytes("case,activity,time\n1,é,2024-01-01\n");

        Assert.Equal(["é"], Logs.Expect(Logs.Try(bytes, new ImportOptions { Encoding = "iso-8859-1" })).Log.Activities.Names);
        Assert.Equal("EV106", Logs.Refuse(bytes, new ImportOptions { Encoding = "klingon" }).Code);
    }

    [Theory]
    [InlineData(',')]
    [InlineData(';')]
    [InlineData('\t')]
    [InlineData('|')]
    public void The_delimiter_is_found_by_consistency(char delimiter)
    {
        var text = "case,activity,time,remark\n1,A,2024-01-01,\"x; y, z\"\n1,B,2024-01-02,\"a|b\tc\"\n".Replace(',', delimiter);

        Assert.Equal(2, Logs.Read(text).Log.EventCount);
    }

    [Fact]
    public void A_delimiter_given_is_used_and_one_that_cannot_be_is_a_problem()
    {
        Assert.Equal(1, Logs.Read("case#activity#time\n1#A#2024-01-01\n", new ImportOptions { Delimiter = '#' }).Log.EventCount);
        Assert.Equal("EV108", Logs.Refuse("case,activity,time\n", new ImportOptions { Delimiter = '"' }).Code);
        Assert.Equal("EV307", Logs.Refuse("case,activity,time\n1,A,2024-01-01\n", new ImportOptions { TimeFormat = "soon" }).Code);
    }

    [Fact]
    public void A_field_of_a_megabyte_is_read_and_a_longer_one_refuses_its_row()
    {
        var long1 = new string('x', 1_000_000);
        var rows = string.Concat(Enumerable.Range(0, 50).Select(static i => $"c{i},A,2024-01-01,\n"));

        var (log, report) = Logs.Read($"case,activity,time,remark\n1,A,2024-01-01,{long1}\n{rows}1,B,2024-01-01,{long1}{long1}\n1,C,2024-01-01,z\n");

        Assert.Equal(1_000_000, log.Attributes[0].Texts!.TextAt(0)!.Length);
        Assert.Equal((53L, "A field is longer than 1048576 bytes."), (report.Refused[0].Line, report.Refused[0].Reason));
        Assert.Equal(52, log.EventCount);
    }

    [Fact]
    public void Ten_thousand_activities_one_case_and_one_instant_are_a_log()
    {
        var rows = string.Concat(Enumerable.Range(0, 20_000).Select(static i => $"only,activity {i % 10_000},2024-01-01T00:00:00Z\n"));

        var log = Logs.Read($"case,activity,time\n{rows}", new ImportOptions()).Log;

        Assert.Equal((20_000, 1, 10_000), (log.EventCount, log.CaseCount, log.Activities.NameCount));
        Assert.Equal("activity 9999", log.Activities.TextAt(19_999));
    }

    [Fact]
    public void Only_the_first_thousand_refused_rows_are_listed_and_all_are_counted()
    {
        var rows = string.Concat(Enumerable.Range(0, 3000).Select(static i => $"1,A,{(i % 2 == 0 ? "2024-01-01" : "never")}\n"));

        var report = Logs.Read($"case,activity,time\n{rows}", Half).Report;

        Assert.Equal((1500L, ImportReport.RefusedListedMax), (report.RowsRefused, report.Refused.Count));
    }

    [Fact]
    public void A_value_refused_is_shortened_to_eighty_characters()
    {
        var report = Logs.Read($"case,activity,time\n1,A,2024-01-01\n1,B,{new string('é', 500)}\n", Half).Report;

        Assert.Equal(80, report.Refused[0].Value!.Length);
    }

    private static long Micros(string instant) =>
        (DateTimeOffset.Parse(instant, CultureInfo.InvariantCulture).UtcTicks - DateTimeOffset.UnixEpoch.Ticks) / 10;

    private static IEnumerable<string?> Texts(CodedColumn column) => Enumerable.Range(0, column.RowCount).Select(column.TextAt);
}
