using System.Text;
using FsCheck;
using FsCheck.Fluent;
using OutsideIn.Events;

namespace OutsideIn.Tests.Events;

public sealed class DelimitedRowsTests
{
    private static readonly string[] Scraps = ["a", "\"", ",", ";", "\t", "|", "\n", "\r\n", "é", "x y", "'", "\"\"", "漢", "0", "-", "longer text"];

    [Fact]
    public void Rows_end_with_any_line_end_and_the_last_needs_none() =>
        Assert.Equal(["1:a|b", "2:c|d", "3:e|f", "4:g|h"], Cut("a,b\nc,d\r\ne,f\rg,h"));

    [Fact]
    public void Quotes_hold_delimiters_line_ends_and_doubled_quotes() =>
        Assert.Equal(["1:a,b|say \"hi\"", "2:two\r\nlines|x", "4:|y"], Cut("\"a,b\",\"say \"\"hi\"\"\"\n\"two\r\nlines\",x\n\"\",y\n"));

    [Fact]
    public void A_quote_inside_a_field_is_a_character() => Assert.Equal(["1:5\" pipe|a\"\"b"], Cut("5\" pipe,a\"\"b\n"));

    [Fact]
    public void Blanks_around_values_and_around_quotes_are_cut_off_and_counted()
    {
        var rows = Rows(" a ,\tb\n \"c\" , d\n");

        Assert.Equal(RowState.Row, rows.Next());
        Assert.Equal("a|b", Joined(rows));
        Assert.Equal(2, rows.TrimmedCount);
        Assert.Equal(RowState.Row, rows.Next());
        Assert.Equal("c|d", Joined(rows));
        Assert.Equal(3, rows.TrimmedCount);
    }

    [Fact]
    public void Lines_without_anything_are_blank_and_a_line_of_delimiters_is_not() =>
        Assert.Equal(["1:a|b", "2 Blank", "3:|", "4 Blank", "5:c|d"], Cut("a,b\n\n,\n   \nc,d\n"));

    [Fact]
    public void Text_behind_a_closing_quote_spoils_its_row_only() =>
        Assert.Equal(["1 BadQuote", "2:c|d"], Cut("\"a\"b,c\nc,d\n"));

    [Fact]
    public void A_quote_that_stays_open_is_told_with_the_line_of_its_row() =>
        Assert.Equal(["1:a|b", "2 OpenQuote"], Cut("a,b\nc,\"d\ne,f\ng,h\n"));

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(7)]
    public void Where_the_source_pauses_makes_no_difference(int pause)
    {
        const string Text = "a,b\r\n\"x\"\"y\",\"p\r\nq\"\r\n\r\nlast,\"one\"";

        Assert.Equal(Cut(Text), Cut(Text, pause));
    }

    [Fact]
    public void A_field_of_one_MiB_is_read_and_a_longer_one_skips_its_row()
    {
        var long1 = new string('x', DelimitedRows.FieldBytesMax);
        var rows = Rows($"{long1},b\n{long1}y,b\nc,d\n");

        Assert.Equal(RowState.Row, rows.Next());
        Assert.Equal(DelimitedRows.FieldBytesMax, rows.Field(0).Length);
        Assert.Equal(RowState.TooLong, rows.Next());
        Assert.Equal(2, rows.Line);
        Assert.Equal(RowState.Row, rows.Next());
        Assert.Equal((3L, "c|d"), (rows.Line, Joined(rows)));
    }

    [Fact]
    public void A_row_that_fits_no_buffer_is_stepped_over_with_its_quoted_line_ends()
    {
        var huge = new string('x', DelimitedRows.RowBytesMax + 5);
        var rows = Rows($"a,\"{huge}\n\"\"still\"\"\nit\"\nc,d\n");

        Assert.Equal(RowState.TooLong, rows.Next());
        Assert.Equal(RowState.Row, rows.Next());
        Assert.Equal((4L, "c|d"), (rows.Line, Joined(rows)));
        Assert.Equal(RowState.End, rows.Next());
    }

    [Fact]
    public void A_row_that_fits_no_buffer_and_never_closes_its_quote_is_an_open_quote() =>
        Assert.Equal(RowState.OpenQuote, Rows("a,\"" + new string('\n', DelimitedRows.RowBytesMax + 5)).Next());

    [Fact]
    public void Tables_written_with_any_delimiter_quoting_and_line_end_are_read_back() =>
        Prop.ForAll(Tables().ToArbitrary(), table =>
        {
            var rows = new DelimitedRows(new Pausing(Encoding.UTF8.GetBytes(Written(table)), table.Pause), (byte)table.Delimiter);
            foreach (var row in table.Rows)
            {
                if (rows.Next() != RowState.Row || !Joined(rows, '\u0001').Equals(string.Join('\u0001', row), StringComparison.Ordinal))
                {
                    return false;
                }
            }

            return rows.Next() == RowState.End;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(500));

    [Fact]
    public void No_bytes_make_it_throw_or_run_on() =>
        Prop.ForAll(Gen.Elements(Scraps).ArrayOf(60).ToArbitrary(), scraps =>
        {
            var text = string.Concat(scraps);
            var rows = Rows(text);
            var count = 0;
            while (rows.Next() is not (RowState.End or RowState.OpenQuote))
            {
                Assert.True(++count <= text.Length + 1);
            }
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(500));

    private static Gen<Table> Tables() =>
        from delimiter in Gen.Elements(',', ';', '\t', '|')
        from lineEnd in Gen.Elements("\n", "\r\n", "\r")
        from isQuoted in Gen.Elements(true, false)
        from width in Gen.Choose(2, 6)
        from pause in Gen.Choose(1, 40)
        from rows in Field().ArrayOf(width).ListOf()
        select new Table(delimiter, lineEnd, isQuoted, pause, [.. rows]);

    // Blanks at the ends are cut off by design, so tables have none.
    private static Gen<string> Field() => Gen.Choose(0, 4).SelectMany(static length => Gen.Elements(Scraps).ArrayOf(length))
        .Select(static scraps => string.Concat(scraps).Trim(' ', '\t'));

    private static string Written(Table table) => string.Concat(table.Rows.Select(row =>
        string.Join(table.Delimiter, row.Select(field => Quoted(field, table))) + table.LineEnd));

    private static string Quoted(string field, Table table) =>
        table.IsQuoted || field.AsSpan().IndexOfAny([table.Delimiter, '"', '\n', '\r']) >= 0
            ? $"\"{field.Replace("\"", "\"\"", StringComparison.Ordinal)}\""
            : field;

    private static List<string> Cut(string text, int pause = int.MaxValue)
    {
        var rows = new DelimitedRows(new Pausing(Encoding.UTF8.GetBytes(text), pause), (byte)',');
        var found = new List<string>();
        while (true)
        {
            var state = rows.Next();
            if (state == RowState.End)
            {
                return found;
            }

            found.Add(state == RowState.Row ? $"{rows.Line}:{Joined(rows)}" : $"{rows.Line} {state}");
            if (state == RowState.OpenQuote)
            {
                return found;
            }
        }
    }

    private static DelimitedRows Rows(string text) => new(new MemoryStream(Encoding.UTF8.GetBytes(text)), (byte)',');

    private static string Joined(DelimitedRows rows, char by = '|') =>
        string.Join(by, Enumerable.Range(0, rows.FieldCount).Select(i => Encoding.UTF8.GetString(rows.Field(i))));

    private sealed record Table(char Delimiter, string LineEnd, bool IsQuoted, int Pause, string[][] Rows);

    private sealed class Pausing(byte[] bytes, int pause) : ReadingStream
    {
        private int _at;

        public override int Read(Span<byte> buffer)
        {
            var count = Math.Min(Math.Min(buffer.Length, pause), bytes.Length - _at);
            bytes.AsSpan(_at, count).CopyTo(buffer);
            _at += count;
            return count;
        }
    }
}
