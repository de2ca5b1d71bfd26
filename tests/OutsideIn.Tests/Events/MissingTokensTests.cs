using OutsideIn.Events;
using OutsideIn.Tests.Support;

namespace OutsideIn.Tests.Events;

public sealed class MissingTokensTests
{
    [Fact]
    public void A_case_called_NA_and_an_activity_called_None_stay_what_they_are()
    {
        var log = Logs.Read("case,activity,time\nNA,None,2024-01-01\nNA,null,2024-01-02\nB,N/A,2024-01-03\n").Log;

        Assert.Equal(["NA", "B"], log.CaseNames);
        Assert.Equal(["None", "null", "N/A"], log.Activities.Names);
    }

    [Theory]
    [InlineData("?")]
    [InlineData("NULL")]
    [InlineData("N/A")]
    [InlineData("-")]
    [InlineData("NA")]
    [InlineData("NaN")]
    [InlineData("None")]
    public void The_only_texts_of_a_number_column_mean_no_value(string token)
    {
        var (log, report) = Logs.Read($"case,activity,time,amount\n1,A,2024-01-01,5\n1,B,2024-01-02,{token}\n1,C,2024-01-03,\n1,D,2024-01-04,7\n");

        Assert.Equal([5, double.NaN, double.NaN, 7], Assert.Single(log.Attributes).Numbers.ToArray());
        Assert.Equal((token, true), (report.Columns[3].MissingTokens[0].Token, report.Columns[3].MissingTokens[0].Reason.Contains("a number", StringComparison.Ordinal)));
    }

    [Fact]
    public void Marks_mean_no_value_in_columns_of_text_and_of_doers()
    {
        var log = Logs.Read("case,activity,time,resource,remark\n1,A,2024-01-01,?,null\n1,B,2024-01-02,Ann,good\n1,C,2024-01-03,Bob,bad\n").Log;

        Assert.Equal([null, "Ann", "Bob"], Texts(log.Resources!));
        Assert.Equal([null, "good", "bad"], Texts(log.Attributes[0].Texts!));
        Assert.Equal(["good", "bad"], log.Attributes[0].Texts!.Names);
    }

    [Fact]
    public void Words_that_may_be_values_mean_no_value_only_where_nothing_else_does()
    {
        var full = Logs.Read("case,activity,time,grade\n1,A,2024-01-01,None\n1,B,2024-01-02,good\n1,C,2024-01-03,bad\n").Log;
        var gaps = Logs.Read("case,activity,time,grade\n1,A,2024-01-01,None\n1,B,2024-01-02,good\n1,C,2024-01-03,\n").Log;

        Assert.Equal([null, "good", "bad"], Texts(full.Attributes[0].Texts!));
        Assert.Equal(["None", "good", null], Texts(gaps.Attributes[0].Texts!));
    }

    [Fact]
    public void A_code_among_codes_is_a_value()
    {
        var log = Logs.Read("case,activity,time,country\n1,A,2024-01-01,NA\n1,B,2024-01-02,DE\n1,C,2024-01-03,FR\n").Log;

        Assert.Equal(["NA", "DE", "FR"], Texts(log.Attributes[0].Texts!));
    }

    [Fact]
    public void A_person_may_say_which_texts_mean_no_value_and_then_no_others_do()
    {
        var options = new ImportOptions { MissingTokens = ["none given"] };

        var log = Logs.Read("case,activity,time,remark\n1,A,2024-01-01,none given\n1,B,2024-01-02,?\nnone given,C,2024-01-03,x\n", options).Log;

        Assert.Equal(["?", "x"], Texts(log.Attributes[0].Texts!));
        Assert.Equal(["1", "none given"], log.CaseNames);
    }

    private static IEnumerable<string?> Texts(CodedColumn column) => Enumerable.Range(0, column.RowCount).Select(column.TextAt);
}
