using System.IO.Compression;
using System.Text;
using OutsideIn.Events;

namespace OutsideIn.Tests.Events;

public sealed class SourceOpeningTests
{
    private static readonly byte[] Text = Encoding.UTF8.GetBytes(
        "a,b\n" + string.Concat(Enumerable.Range(0, 20_000).Select(static i => $"{i},{i * 7919 % 10007}\n")));

    [Fact]
    public void A_plain_source_is_handed_on_as_it_is() => Assert.Equal(Text, Unwrapped(Text));

    [Fact]
    public void Gzip_of_one_member_and_of_several_is_undone()
    {
        Assert.Equal(Text, Unwrapped(Gzip(Text)));
        Assert.Equal([.. Text, .. Text], Unwrapped([.. Gzip(Text), .. Gzip(Text)]));
        Assert.Equal(Text, Unwrapped(Gzip(Gzip(Text))));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    [InlineData(8)]
    [InlineData(9)]
    [InlineData(1000)]
    [InlineData(20_000)]
    public void Gzip_cut_short_anywhere_is_an_error_and_never_a_shorter_text(int missing)
    {
        var whole = Gzip(Text);

        Assert.Throws<InvalidDataException>(() => Unwrapped(whole[..^missing]));
        Assert.Throws<InvalidDataException>(() => Unwrapped([.. whole, .. whole[..^missing]]));
    }

    [Fact]
    public void The_door_says_where_a_damaged_source_ends()
    {
        var source = new LogSource("log.csv.gz", () => new MemoryStream(Gzip(Text)[..^1000]));

        Assert.False(LogImport.Read(source, new ImportOptions(), null, TestContext.Current.CancellationToken).TryGet(out _, out var problem));

        Assert.Equal("EV003", problem.Code);
        Assert.Contains("log.csv.gz is damaged or cut short near byte ", problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(50)]
    [InlineData(500)]
    [InlineData(2_000)]
    public void An_xes_source_cut_short_is_called_that_and_not_malformed(int missing)
    {
        var events = Enumerable.Range(0, 4_000).Select(static i =>
            $"""<event><string key="concept:name" value="{i * 7919 % 10007}"/><date key="time:timestamp" value="2026-01-05T09:00:00Z"/></event>""");
        var gzip = Gzip(Encoding.UTF8.GetBytes($"""<log><trace><string key="concept:name" value="c1"/>{string.Concat(events)}</trace></log>"""));
        var source = new LogSource("log.xes.gz", () => new MemoryStream(gzip[..^missing]));

        Assert.False(LogImport.Read(source, new ImportOptions(), null, TestContext.Current.CancellationToken).TryGet(out _, out var problem));

        Assert.Equal("EV003", problem.Code);
    }

    [Fact]
    public void The_only_file_of_a_zip_archive_is_the_source()
    {
        Assert.Equal(Text, Unwrapped(Zip(("log.csv", Text), ("__MACOSX/._log.csv", [1]), ("folder/", []))));
        Assert.Equal(Text, Unwrapped(Zip(("log.csv.gz", Gzip(Text)))));
    }

    [Fact]
    public void Several_files_in_a_zip_archive_are_named_and_refused()
    {
        var problem = Problem(Zip(("a.csv", Text), ("b.csv", Text)));

        Assert.Equal("EV005", problem.Code);
        Assert.Contains("holds 2 files: a.csv, b.csv", problem.Message, StringComparison.Ordinal);
        Assert.Equal("EV005", Problem(Zip()).Code);
    }

    [Fact]
    public void A_workbook_is_named_as_one() => Assert.Equal("EV004", Problem(Zip(("[Content_Types].xml", Text), ("xl/a.xml", Text))).Code);

    [Fact]
    public void A_zip_archive_cut_short_is_an_error() =>
        Assert.Throws<InvalidDataException>(() => Unwrapped(Zip(("log.csv", Text))[..^40]));

    [Theory]
    [InlineData("SQLite format 3\0 …", "an SQLite database")]
    [InlineData("PAR1…", "a Parquet file")]
    [InlineData("\n{ \"ocel:events\": {} }", "JSON")]
    [InlineData("%PDF-1.7", "a PDF document")]
    public void Formats_that_are_not_read_are_named(string head, string what)
    {
        var source = new LogSource("log", () => new MemoryStream(Encoding.UTF8.GetBytes(head)));

        Assert.False(LogImport.Read(source, new ImportOptions(), null, TestContext.Current.CancellationToken).TryGet(out _, out var problem));

        Assert.Equal(("EV001", $"log is {what}, which is not read here."), (problem.Code, problem.Message));
    }

    [Fact]
    public void An_empty_source_is_a_problem_of_its_own()
    {
        Assert.False(LogImport.Inspect(new LogSource("no.csv", () => new MemoryStream()), new ImportOptions(), TestContext.Current.CancellationToken)
            .TryGet(out _, out var problem));

        Assert.Equal("EV002", problem.Code);
    }

    private static byte[] Unwrapped(byte[] bytes)
    {
        Assert.True(SourceOpening.Open(new LogSource("any", () => new MemoryStream(bytes))).TryGet(out var opened, out _));
        using (opened)
        {
            var text = new MemoryStream();
            opened.Content.CopyTo(text);
            Assert.Equal(bytes.Length, opened.BytesRead);
            return text.ToArray();
        }
    }

    private static OutsideIn.Vocabulary.Problem Problem(byte[] bytes)
    {
        Assert.False(SourceOpening.Open(new LogSource("any.zip", () => new MemoryStream(bytes))).TryGet(out _, out var problem));
        return problem;
    }

    private static byte[] Gzip(byte[] bytes)
    {
        var gzip = new MemoryStream();
        using (var writer = new GZipStream(gzip, CompressionLevel.Fastest))
        {
            writer.Write(bytes);
        }

        return gzip.ToArray();
    }

    private static byte[] Zip(params (string Name, byte[] Bytes)[] files)
    {
        var zip = new MemoryStream();
        using (var archive = new ZipArchive(zip, ZipArchiveMode.Create))
        {
            foreach (var (name, bytes) in files)
            {
                using var entry = archive.CreateEntry(name).Open();
                entry.Write(bytes);
            }
        }

        return zip.ToArray();
    }
}
