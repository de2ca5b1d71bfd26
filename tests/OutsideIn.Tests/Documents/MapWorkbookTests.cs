using System.IO.Compression;
using System.Text;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using FsCheck;
using FsCheck.Fluent;
using OutsideIn.Documents;
using OutsideIn.Documents.Internals;
using OutsideIn.Method;
using OutsideIn.Tests.Support;
using OutsideIn.Vocabulary;

namespace OutsideIn.Tests.Documents;

public sealed class MapWorkbookTests
{
    private static readonly OutsideInMap Insurer = HandoutMaps.Insurer;

    [Fact]
    public void A_map_that_goes_into_a_book_and_back_is_the_same_map() =>
        Prop.ForAll(Maps.All, static map =>
        {
            var open = map with { PersonalMaps = [.. map.PersonalMaps.Select(static one => one with { IsShared = true })] };

            var read = Read(Written(open), OutsideInMap.Empty);

            return (Spelled(open) == Spelled(read.Map) && !read.HasErrors).Label(string.Join('\n', read.Diagnostics) + string.Join('\n', MapDiff.Of(open, read.Map).Changes));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(25));

    [Fact]
    public void A_book_nobody_touched_changes_nothing()
    {
        var read = Read(Written(Insurer), Insurer);

        Assert.Empty(MapDiff.Of(Insurer, read.Map).Changes);
        Assert.DoesNotContain(read.Diagnostics, static one => one.Code is "MP067" or "MP068" or "MP070" or "MP071");
    }

    [Fact]
    public void A_book_keeps_every_rule_of_the_format()
    {
        using var document = SpreadsheetDocument.Open(Written(Insurer), isEditable: false);

        Assert.Empty(new OpenXmlValidator().Validate(document, TestContext.Current.CancellationToken).Select(static wrong => $"{wrong.Part?.Uri} {wrong.Path?.XPath}: {wrong.Description}"));
    }

    [Fact]
    public void A_private_personal_map_is_in_no_book_and_outlives_the_import()
    {
        var stream = Written(Insurer);

        Assert.DoesNotContain("Nobody may read", AllText(stream), StringComparison.Ordinal);
        Assert.Equal("own", Assert.Single(Read(stream, Insurer).Map.PersonalMaps).Id);
    }

    [Fact]
    public void Rows_sorted_by_name_keep_the_order_of_the_map()
    {
        var book = Book("Skills", ["order", "id", "name"], [2, "b", "Alpha"], [3, "c", "Beta"], [1, "a", "Gamma"]);

        Assert.Equal(["a", "b", "c"], Read(book, OutsideInMap.Empty).Map.Skills.Select(static one => one.Id));
    }

    [Fact]
    public void A_row_without_an_id_is_new_and_comes_behind_the_row_above_it()
    {
        var map = OutsideInMap.Empty with { Skills = [new Skill { Id = "a", Name = "A" }, new Skill { Id = "b", Name = "B" }] };
        var book = Book("Skills", ["order", "id", "name"], [1, "a", "A"], [null, null, "Deciding at once"], [2, "b", "B"]);

        var skills = Read(book, map).Map.Skills;

        Assert.Equal(["a", "deciding-at-once", "b"], skills.Select(static one => one.Id));
    }

    [Fact]
    public void What_the_book_does_not_say_stays_as_it_is()
    {
        // No sheet but one, no column for the kind, one of the spreadsheet's own, another case, and a heading below a title.
        var book = Book("NEEDS", ["My needs", null, null], [null, null, null], ["ID", "Name", "my remark"], ["n-told", "To be told", "call Jo"], ["n-mobile", "To drive", null], ["n-film", "A letter", null]);

        var read = Read(book, Insurer);

        Assert.False(read.HasErrors);
        var need = read.Map.Needs[0];
        Assert.Equal(("To be told", NeedKind.Unstated, "stranded"), (need.Name, need.Kind, need.Category));
        Assert.Equal(Insurer.Moments.Count, read.Map.Moments.Count);
        Assert.Contains(read.Diagnostics, static one => one.Code == "MP067" && one.Message.Contains("'my remark'", StringComparison.Ordinal));
        Assert.Contains(read.Diagnostics, static one => one.Code == "MP068" && one.Message.Contains("'kind'", StringComparison.Ordinal));
    }

    [Fact]
    public void Days_numbers_and_shares_may_be_typed_as_a_spreadsheet_or_a_person_would()
    {
        // 46357 is the serial number of 1 December 2026.
        var book = Book("Business rules", ["id", "name", "review by", "origin year"], ["a", "A", 46357, "1987"], ["b", "B", "2026-12-01", 1987], ["c", "C", null, null]);
        var rates = Book("Moments of truth", ["id", "name", "failure rate", "self servable"], ["m1", "M1", 0.25, "YES"], ["m2", "M2", "25%", "no"]);

        var rules = Read(book, OutsideInMap.Empty).Map.Rules;
        var moments = Read(rates, OutsideInMap.Empty).Map.Moments;

        Assert.Equal([new DateOnly(2026, 12, 1), new DateOnly(2026, 12, 1), null], rules.Select(static one => one.ReviewDate));
        Assert.Equal([1987, 1987, null], rules.Select(static one => one.OriginYear));
        Assert.Equal([0.25, 0.25], moments.Select(static one => one.FailureRate!.Value));
        Assert.Equal([true, false], moments.Select(static one => one.SelfServable!.Value));
    }

    [Fact]
    public void Links_may_be_typed_as_names_and_rows_may_name_what_they_belong_to()
    {
        var book = Sheets(
            Sheet("Moments of truth", ["name"], ["Reports by phone"]),
            Sheet("Moments of truth - criteria", ["belongs to", "text"], ["Reports by phone", "says when the car is ready"]),
            Sheet("Breakpoints", ["name", "caused by"], ["Open a file to begin", "Reports by phone"]));

        var read = Read(book, OutsideInMap.Empty);

        Assert.False(read.HasErrors, string.Join('\n', read.Diagnostics));
        Assert.Equal("says when the car is ready", read.Map.Moments[0].Criteria[0].Text);
        Assert.Equal("reports-by-phone", read.Map.Breakpoints[0].CausedBy[0]);
    }

    [Theory]
    [InlineData("MP035", "Sheet 'Tasks', row 2, column 'hours'", "many", "id", "t", "name", "T", "hours", "many")]
    [InlineData("MP011", "Sheet 'Tasks', row 2, column 'suggested'", "perhaps", "id", "t", "name", "T", "suggested", "perhaps")]
    [InlineData("MP021", "Sheet 'Tasks', row 2, column 'id'", "no id!", "id", "no id!", "name", "T", "hours", "1")]
    [InlineData("MP016", "Sheet 'Tasks', row 2", "nowhere", "id", "t", "name", "T", "caused by", "nowhere")]
    public void What_cannot_be_read_is_named_with_sheet_row_column_and_value(string code, string place, string value, params string[] cells)
    {
        var book = Book("Tasks", [.. cells.Where(static (_, index) => index % 2 == 0)], [.. cells.Where(static (_, index) => index % 2 == 1)]);

        var read = Read(book, Insurer);

        var error = Assert.Single(read.Diagnostics, static one => one.Severity == Severity.Error);
        Assert.Equal(code, error.Code);
        Assert.StartsWith(place, error.Message, StringComparison.Ordinal);
        Assert.Contains(value, error.Message, StringComparison.Ordinal);
        Assert.NotNull(error.Hint);
    }

    [Fact]
    public void An_id_given_twice_is_refused_with_both_rows()
    {
        var read = Read(Book("Skills", ["id", "name"], ["a", "A"], ["A", "B"]), Insurer);

        var error = Assert.Single(read.Diagnostics, static one => one.Severity == Severity.Error);
        Assert.Equal("MP075", error.Code);
        Assert.Contains("row 3", error.Message, StringComparison.Ordinal);
        Assert.Contains("row 2", error.Message, StringComparison.Ordinal);
        Assert.Equal(Insurer, read.Map);
    }

    [Fact]
    public void A_row_that_belongs_to_nothing_is_refused_with_the_nearest_ids()
    {
        var read = Read(Book("Moments of truth - criteria", ["belongs to", "text"], ["m11", "x"]), Insurer);

        var error = Assert.Single(read.Diagnostics, static one => one.Severity == Severity.Error);
        Assert.Equal("MP074", error.Code);
        Assert.Contains("m1", error.Hint, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("=1+1")]
    [InlineData("+49 30 1234")]
    [InlineData("-x")]
    [InlineData("@SUM(A1)")]
    [InlineData("=HYPERLINK(\"http://x\")")]
    public void A_text_that_looks_like_a_formula_stays_a_text(string text)
    {
        var map = OutsideInMap.Empty with { Skills = [new Skill { Id = "a", Name = text }] };
        var stream = Written(map);

        Assert.DoesNotContain("<x:f>", AllText(stream), StringComparison.Ordinal);
        Assert.Equal(text, Assert.Single(Read(stream, OutsideInMap.Empty).Map.Skills).Name);
    }

    [Fact]
    public void A_formula_that_failed_is_named_and_not_taken_for_an_empty_cell()
    {
        var book = Written(Insurer);
        Replace(book, "xl/worksheets", "<x:c r=\"C2\" s=\"2\" t=\"inlineStr\">", "<x:c r=\"C2\" s=\"2\" t=\"e\"><x:v>#REF!</x:v></x:c><x:c r=\"ZZ2\" t=\"inlineStr\">");

        var read = Read(book, Insurer);

        Assert.Contains(read.Diagnostics, static one => one.Code == "MP072" && one.Message.Contains("#REF!", StringComparison.Ordinal));
        Assert.Equal(Insurer, read.Map);
    }

    [Fact]
    public void A_text_longer_than_a_cell_is_refused_before_anything_is_written()
    {
        using var stream = new MemoryStream();
        var map = OutsideInMap.Empty with { Skills = [new Skill { Id = "a", Name = new string('x', 32768) }] };

        Assert.False(MapWorkbook.Write(map, stream).TryGet(out _, out var problem));

        Assert.Equal("MP060", problem.Code);
        Assert.Equal(0, stream.Length);
    }

    [Theory]
    [InlineData("MP061", "not a workbook at all")]
    [InlineData("MP061", "")]
    [InlineData("MP062", "\u00D0\u00CF\u0011\u00E0 old or protected")]
    [InlineData("MP064", "PK\u0003\u0004 and then nothing")]
    public void What_is_no_workbook_is_refused(string code, string bytes) =>
        Assert.Equal(code, Refusal(new MemoryStream(Encoding.Latin1.GetBytes(bytes))).Code);

    [Fact]
    public void A_zip_without_a_workbook_and_a_book_cut_in_two_are_refused()
    {
        var zip = new MemoryStream();
        using (var archive = new ZipArchive(zip, ZipArchiveMode.Create, leaveOpen: true))
        {
            archive.CreateEntry("hello.txt");
        }

        var whole = Written(Insurer).ToArray();
        Assert.Equal("MP061", Refusal(zip).Code);
        Assert.Equal("MP064", Refusal(new MemoryStream(whole[..(whole.Length / 2)])).Code);
    }

    [Fact]
    public void A_book_that_unpacks_without_end_is_refused()
    {
        var book = Written(OutsideInMap.Empty);
        using (var archive = new ZipArchive(book, ZipArchiveMode.Update, leaveOpen: true))
        {
            using var part = archive.CreateEntry("xl/bomb.xml", CompressionLevel.Fastest).Open();
            var zeros = new byte[1 << 20];
            for (var count = 0; count < 520; count++)
            {
                part.Write(zeros);
            }
        }

        Assert.Equal("MP063", Refusal(book).Code);
    }

    [Fact]
    public void A_damaged_byte_anywhere_is_refused_or_read_and_never_a_crash()
    {
        var whole = Written(Insurer).ToArray();
        for (var at = 0; at < whole.Length; at += whole.Length / 150)
        {
            var bytes = whole.ToArray();
            bytes[at] ^= 0x55;
            MapWorkbook.Read(new MemoryStream(bytes), Insurer, "book.xlsx");
        }
    }

    // An empty text cannot be told from none in a cell.
    private static string Spelled(OutsideInMap map) => Maps.Spelled(map).Replace("\"\"", "null", StringComparison.Ordinal);

    private static MemoryStream Written(OutsideInMap map)
    {
        var stream = new MemoryStream();
        Assert.True(MapWorkbook.Write(map, stream).TryGet(out _, out var problem), problem?.Message);
        stream.Position = 0;
        return stream;
    }

    private static MapDocument Read(Stream stream, OutsideInMap map)
    {
        Assert.True(MapWorkbook.Read(stream, map, "book.xlsx").TryGet(out var read, out var problem), problem?.Message);
        return read;
    }

    private static Problem Refusal(Stream stream)
    {
        stream.Position = 0;
        Assert.False(MapWorkbook.Read(stream, Insurer, "book.xlsx").TryGet(out _, out var problem));
        Assert.Contains("book.xlsx", problem.Message, StringComparison.Ordinal);
        return problem;
    }

    private static MemoryStream Book(string name, params object?[][] rows) => Sheets(Sheet(name, rows));

    private static WrittenSheet Sheet(string name, params object?[][] rows) => new(name, [.. rows[0].Select(static _ => new WrittenColumn("", 10, BookStyles.Plain))], [.. rows.Select(static row => (IReadOnlyList<BookCell>)[.. row.Select(Cell)])]) { HasHeading = false };

    private static MemoryStream Sheets(params WrittenSheet[] sheets)
    {
        var stream = new MemoryStream();
        BookWriting.Write(stream, sheets);
        stream.Position = 0;
        return stream;
    }

    private static BookCell Cell(object? value) => value switch
    {
        null => BookCell.Nothing,
        string text => BookCell.OfText(text),
        _ => new BookCell(null, Convert.ToDouble(value, System.Globalization.CultureInfo.InvariantCulture), BookStyles.Number),
    };

    private static string AllText(MemoryStream book)
    {
        book.Position = 0;
        using var archive = new ZipArchive(book, ZipArchiveMode.Read, leaveOpen: true);
        var all = string.Concat(archive.Entries.Select(static part =>
        {
            using var reader = new StreamReader(part.Open());
            return reader.ReadToEnd();
        }));
        book.Position = 0;
        return all;
    }

    private static void Replace(MemoryStream book, string folder, string old, string replacement)
    {
        using (var archive = new ZipArchive(book, ZipArchiveMode.Update, leaveOpen: true))
        {
            foreach (var part in archive.Entries.Where(one => one.FullName.StartsWith(folder, StringComparison.Ordinal)).ToArray())
            {
                using var stream = part.Open();
                using var reader = new StreamReader(stream, leaveOpen: true);
                var text = reader.ReadToEnd().Replace(old, replacement, StringComparison.Ordinal);
                stream.SetLength(0);
                stream.Write(Encoding.UTF8.GetBytes(text));
            }
        }

        book.Position = 0;
    }
}
