namespace OutsideIn.Web.Tests;

public sealed class TableBuilderTests
{
    [Fact]
    public void A_page_gets_the_first_rows_and_the_file_gets_all()
    {
        var numbers = Enumerable.Range(0, TableBuilder<int>.RowsMax + 1).ToArray();

        var table = new TableBuilder<int>("n", "Numbers").Count("n", "Number", static number => number).Build(numbers);

        Assert.Equal((TableBuilder<int>.RowsMax, "The first 2,000 of 2,001 rows."), (table.Rows.Count, table.Limit));
        Assert.Equal(["Number", .. numbers.Select(static number => $"{number}"), ""], Csv.Write(table).Split("\r\n"));
    }
}
