using System.Text;
using FsCheck;
using FsCheck.Fluent;
using OutsideIn.Events;
using OutsideIn.Tests.Support;

namespace OutsideIn.Tests.Events;

/// <summary>Whatever the bytes, the door answers with a log or a problem.</summary>
public sealed class DelimitedFuzzTests
{
    private static readonly byte[] Valid = Encoding.UTF8.GetBytes(
        "case id;activity;start time;end time;resource;amount;remark\n"
        + string.Concat(Enumerable.Range(0, 40).Select(static i =>
            $"c{i / 4};Step {i % 4};2024-01-{1 + (i % 28):00}T10:00:00+01:00;2024-01-{1 + (i % 28):00}T11:00:00+01:00;r{i % 3};{i},5;\"say \"\"é\"\"\n{i}\"\n")));

    [Fact]
    public void Random_bytes_give_a_log_or_a_problem() =>
        Prop.ForAll(Gen.Choose(0, 255).Select(static one => (byte)one).ArrayOf().ToArbitrary(), bytes =>
        {
            Answers(bytes);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(300));

    [Fact]
    public void Valid_files_with_bytes_changed_cut_or_doubled_give_a_log_or_a_problem() =>
        Prop.ForAll(Mutations().ToArbitrary(), bytes =>
        {
            Answers(bytes);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(400));

    [Fact]
    public void Mutations_of_the_compressed_file_give_a_log_or_a_problem()
    {
        var gzip = new MemoryStream();
        using (var writer = new System.IO.Compression.GZipStream(gzip, System.IO.Compression.CompressionLevel.Optimal))
        {
            writer.Write(Valid);
        }

        var bytes = gzip.ToArray();
        for (var at = 0; at < bytes.Length; at++)
        {
            var changed = bytes.ToArray();
            changed[at] ^= 0x55;
            Answers(changed);
            Assert.False(Logs.Try(bytes[..at]).TryGet(out _, out _));
        }
    }

    private static void Answers(byte[] bytes)
    {
        if (Logs.Try(bytes).TryGet(out var read, out var problem))
        {
            Assert.Equal(read.Log.EventCount, read.Report.RowsKept);
            Assert.Equal(read.Report.RowsRead, read.Report.RowsKept + read.Report.RowsRefused);
        }
        else
        {
            Assert.StartsWith("EV", problem.Code, StringComparison.Ordinal);
            Assert.NotEmpty(problem.Message);
        }

        LogImport.Inspect(new LogSource("fuzz", () => new MemoryStream(bytes)), new ImportOptions(), TestContext.Current.CancellationToken)
            .TryGet(out _, out _);
    }

    private static Gen<byte[]> Mutations() =>
        from way in Gen.Choose(0, 3)
        from edits in (from at in Gen.Choose(0, Valid.Length - 1)
                       from value in Gen.Elements<byte>(0, (byte)'"', (byte)'\n', (byte)'\r', (byte)';', (byte)',', 0xFF, 0xC3, (byte)' ', (byte)'9', (byte)'T')
                       select (at, value)).ListOf(6)
        select Mutated(way, [.. edits]);

    private static byte[] Mutated(int way, (int At, byte Value)[] edits)
    {
        var bytes = Valid.ToArray();
        foreach (var (at, value) in edits)
        {
            bytes[at] = value;
        }

        var cut = edits.Length == 0 ? 0 : edits[0].At;
        return way switch { 0 => bytes[..cut], 1 => [.. bytes, .. bytes], 2 => [.. bytes[cut..], .. bytes[..cut]], _ => bytes };
    }
}
