using OutsideIn.Events;
using OutsideIn.Tests.Support;

namespace OutsideIn.Tests.Events;

public sealed class RoleDetectionTests
{
    [Theory]
    [InlineData("case:concept:name,concept:name,time:timestamp,start_timestamp,org:resource,org:group")]
    [InlineData("case_id,activity,end_time,start_time,resource,team")]
    [InlineData("Case ID,Activity,Complete Timestamp,Start Timestamp,Resource,Department")]
    [InlineData("CaseID,ActivityName,EndTime,StartTime,UserName,AssignmentGroup")]
    [InlineData("Ticket,Step,Timestamp,Begin,Agent,Queue")]
    [InlineData("Vorgangsnummer,Aktivität,Endzeit,Startzeit,Bearbeiter,Abteilung")]
    [InlineData("zaaknummer,activiteit,eindtijd,begintijd,medewerker,afdeling")]
    [InlineData("numéro de dossier,activité,date fin,date début,utilisateur,équipe")]
    [InlineData("id caso,actividad,fecha fin,fecha inicio,usuario,departamento")]
    [InlineData("order number,event name,event timestamp,start date,employee,unit")]
    public void Usual_headers_of_many_exports_and_tongues_are_known(string header)
    {
        var names = header.Split(',');

        var roles = Logs.Read($"{header}\n{Rows()}").Report.Roles;

        Assert.Equal(
            [(ColumnRole.Case, names[0]), (ColumnRole.Activity, names[1]), (ColumnRole.Time, names[2]), (ColumnRole.Start, names[3]),
                (ColumnRole.Resource, names[4]), (ColumnRole.Team, names[5])],
            roles.Select(static one => (one.Role, one.Column)));
        Assert.All(roles, static one => Assert.True(one.Confidence is > 0.5 and <= 1 && one.Reason.Length > 10));
    }

    [Fact]
    public void Channel_customer_system_and_cost_are_known()
    {
        var log = Logs.Read("case,activity,time,system,channel,customer,cost\n1,A,2024-01-01,SAP,phone,c1,2.5\n1,B,2024-01-02,CRM,web,c1,\n").Log;

        Assert.Equal(["SAP", "CRM"], log.Systems!.Names);
        Assert.Equal(["phone", "web"], log.Channels!.Names);
        Assert.Equal(["c1"], log.Customers!.Names);
        Assert.Equal([2.5, double.NaN], log.Costs.ToArray());
        Assert.Empty(log.Attributes);
    }

    [Fact]
    public void Two_columns_that_could_be_the_case_are_a_question_with_its_option()
    {
        const string Text = "ticket id,order id,activity,time\nt1,o1,A,2024-01-01\nt1,o2,B,2024-01-02\n";

        var problem = Logs.Refuse(Text);

        Assert.Equal("EV301", problem.Code);
        Assert.Equal("Give --case with one of: 'ticket id', 'order id'.", problem.Hint);
        Assert.Equal(2, Logs.Read(Text, Named(ColumnRole.Case, "order id")).Log.CaseCount);
        Assert.Equal(1, Logs.Read(Text, Named(ColumnRole.Case, "ticket id")).Log.CaseCount);
    }

    [Fact]
    public void Two_columns_that_could_be_the_activity_or_the_time_are_questions_too()
    {
        Assert.Equal("EV302", Logs.Refuse("case,event,task,time\n1,A,X,2024-01-01\n1,B,Y,2024-01-02\n").Code);
        Assert.Equal("EV303", Logs.Refuse("case,activity,timestamp,end time\n1,A,2024-01-01,2024-01-03\n1,B,2024-01-02,2024-01-04\n").Code);
    }

    [Fact]
    public void Columns_that_say_the_same_in_every_row_are_no_question_and_are_kept_once()
    {
        var (log, report) = Logs.Read(
            "case,event,task,timestamp,end time\n1,A,A,2024-01-01,2024-01-01 00:00\n1,B,B,2024-01-02,2024-01-02 00:00\n");

        Assert.Equal(["event", "timestamp"], report.Roles.Where(static one => one.Role != ColumnRole.Case).Select(static one => one.Column));
        Assert.Empty(log.Attributes);
        Assert.Contains(report.Notes, static one => one.StartsWith("'task' says in every row what the activity says", StringComparison.Ordinal));
        Assert.Contains(report.Notes, static one => one.StartsWith("'end time' says in every row what the time says", StringComparison.Ordinal));
    }

    [Fact]
    public void A_twin_that_differs_in_one_late_row_is_kept_as_an_attribute()
    {
        var rows = string.Concat(Enumerable.Range(0, 6000).Select(static i => $"{i / 3},A{i % 3},A{i % 3},2024-01-01\n"));

        var log = Logs.Read($"case,activity,Activity Copy,time\n{rows}9999,A1,Other,2024-01-01\n").Log;

        Assert.Equal("Activity Copy", Assert.Single(log.Attributes).Name);
    }

    [Fact]
    public void A_column_that_never_repeats_is_no_case_beside_one_that_does()
    {
        var rows = string.Concat(Enumerable.Range(0, 60).Select(static i => $"{i},t{i / 3},A{i % 3},2024-01-01\n"));

        Assert.Equal("ticket", Logs.Read($"order,ticket,activity,time\n{rows}").Report.Roles[0].Column);
    }

    [Fact]
    public void Without_telling_names_the_values_decide_where_only_one_column_can_be_it()
    {
        var rows = string.Concat(Enumerable.Range(0, 60).Select(static i => $"x{i / 3},step {i % 3},2024-01-{1 + (i % 28):00} 10:00\n"));

        var roles = Logs.Read($"foo,bar,baz\n{rows}").Report.Roles;

        Assert.Equal(["foo", "bar", "baz"], roles.Select(static one => one.Column));
        Assert.All(roles, static one => Assert.Equal(0.5, one.Confidence));
    }

    [Fact]
    public void Without_telling_names_or_values_the_person_is_asked()
    {
        var problem = Logs.Refuse("foo,bar,baz\na,b,c\nd,e,f\n");

        Assert.Equal("EV301", problem.Code);
        Assert.Contains("'foo', 'bar', 'baz'", problem.Hint, StringComparison.Ordinal);
    }

    [Fact]
    public void A_column_named_that_does_not_exist_is_told_with_the_nearest()
    {
        var problem = Logs.Refuse("case,activity,time\n1,A,2024-01-01\n", Named(ColumnRole.Activity, "activty"));

        Assert.Equal("EV305", problem.Code);
        Assert.Contains("'activity'", problem.Hint, StringComparison.Ordinal);
    }

    [Fact]
    public void A_named_column_is_found_by_its_letters_alone() =>
        Assert.Equal("Case_ID", Logs.Read("Case_ID,activity,time\n1,A,2024-01-01\n", Named(ColumnRole.Case, "case id")).Report.Roles[0].Column);

    [Fact]
    public void A_second_best_resource_is_told_and_not_asked()
    {
        var (log, report) = Logs.Read("case,activity,time,user,agent\n1,A,2024-01-01,u,a\n");

        Assert.Equal("u", log.Resources!.TextAt(0));
        Assert.Contains(report.Notes, static one => one.Contains("'agent' could be the resource as well as 'user'", StringComparison.Ordinal));
    }

    [Fact]
    public void A_lone_start_is_the_time()
    {
        var (log, report) = Logs.Read("case,activity,start time\n1,A,2024-01-01\n");

        Assert.False(log.HasStarts);
        Assert.Equal((ColumnRole.Time, "start time"), (report.Roles[2].Role, report.Roles[2].Column));
    }

    [Fact]
    public void An_inspection_shows_columns_roles_questions_and_first_rows()
    {
        var source = new LogSource("log.csv", static () => new MemoryStream(
            "ticket id;order id;activity;time;amount\nt1;o1;A;03/04/2021;2,5\nt1;o2;B;05/06/2021;3,5\n"u8.ToArray()));

        var seen = Logs.Expect(LogImport.Inspect(source, new ImportOptions(), TestContext.Current.CancellationToken));

        Assert.Equal("CSV separated by ';'", seen.Format);
        Assert.Equal(["EV301", "EV304"], seen.Questions.Select(static one => one.Code));
        Assert.Equal(["dd/MM/yyyy", "MM/dd/yyyy"], seen.Questions[1].Choices);
        Assert.Equal(["ticket id", "order id", "activity", "time", "amount"], seen.Columns.Select(static one => one.Name));
        Assert.Equal(AttributeKind.Number, seen.Columns[4].Kind);
        Assert.Equal(["t1", "o2", "B", "05/06/2021", "3,5"], seen.Head[1]);
        Assert.Equal([ColumnRole.Activity, ColumnRole.Time], seen.Roles.Select(static one => one.Role));
    }

    private static ImportOptions Named(ColumnRole role, string column) => new() { Columns = new Dictionary<ColumnRole, string> { [role] = column } };

    private static string Rows() => string.Concat(Enumerable.Range(0, 30).Select(static i =>
        $"c{i / 3},Activity {i % 3},2024-03-{1 + (i % 20):00} 11:00:00,2024-03-{1 + (i % 20):00} 10:00:00,r{i % 4},t{i % 2}\n"));
}
