using System.Buffers.Binary;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using OutsideIn.Events;
using OutsideIn.Storage;
using OutsideIn.Vocabulary;

namespace OutsideIn.Tests.Storage;

public sealed class LogSnapshotTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("outsidein-snapshot-").FullName;

    private string At => Path.Combine(_folder, "log.snapshot");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Every_log_comes_back_as_it_was() => Prop.ForAll(SomeLogs.Any, imported =>
    {
        LogSnapshot.Write(At, imported);

        Assert.True(LogSnapshot.Read(At).TryGet(out var back, out var problem), problem?.Message);
        Same(imported.Log, back.Log);
        Assert.Equal(JsonSerializer.Serialize(imported.Report), JsonSerializer.Serialize(back.Report));
    }).Check(Config.QuickThrowOnFailure);

    [Fact]
    public void More_names_than_two_bytes_can_count_come_back()
    {
        var log = new EventLogBuilder();
        for (var row = 0; row < 70_000; row++)
        {
            log.Add(new EventRow(log.Case("c"), log.Activity($"a{row}"), row));
        }

        var imported = SomeLogs.Make(1, 0) with { Log = log.Build() };
        LogSnapshot.Write(At, imported);

        Assert.True(LogSnapshot.Read(At).TryGet(out var back, out _));
        Assert.False(back.Log.Activities.IsNarrow);
        Same(imported.Log, back.Log);
    }

    [Fact]
    public void A_file_cut_short_anywhere_is_refused()
    {
        LogSnapshot.Write(At, SomeLogs.Make(5, 12));
        var whole = File.ReadAllBytes(At);

        for (var length = 0; length < whole.Length; length++)
        {
            File.WriteAllBytes(At, whole[..length]);
            Assert.False(LogSnapshot.Read(At).TryGet(out _, out var problem), $"cut to {length} bytes");
            Assert.Equal(length < 16 ? "ST001" : "ST003", problem.Code);
        }
    }

    [Fact]
    public void A_file_with_any_byte_changed_is_refused()
    {
        LogSnapshot.Write(At, SomeLogs.Make(6, 12));
        var whole = File.ReadAllBytes(At);

        for (var at = 0; at < whole.Length; at++)
        {
            // Bytes 12 to 15 of the header are kept for later layouts and mean nothing in this one.
            if (at is >= 8 and < 16)
            {
                continue;
            }

            var changed = (byte[])whole.Clone();
            changed[at] ^= 0x41;
            File.WriteAllBytes(At, changed);
            Assert.False(LogSnapshot.Read(At).TryGet(out _, out _), $"byte {at} changed");
        }
    }

    [Fact]
    public void Bytes_after_the_last_block_are_refused()
    {
        LogSnapshot.Write(At, SomeLogs.Make(7, 3));
        File.AppendAllText(At, "x");

        Assert.Equal("ST003", ProblemOf(LogSnapshot.Read(At)).Code);
    }

    [Fact]
    public void A_layout_of_a_newer_version_is_refused_and_says_so()
    {
        LogSnapshot.Write(At, SomeLogs.Make(8, 3));
        var bytes = File.ReadAllBytes(At);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(8), LogSnapshot.FormatVersion + 1);
        File.WriteAllBytes(At, bytes);

        var problem = ProblemOf(LogSnapshot.Read(At));

        Assert.Equal("ST002", problem.Code);
        Assert.Contains("layout 2", problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("case,activity,time\n1,a,2026-01-01\n")]
    public void A_file_of_another_kind_is_refused(string text)
    {
        File.WriteAllText(At, text);

        Assert.Equal("ST001", ProblemOf(LogSnapshot.Read(At)).Code);
    }

    [Fact]
    public void A_file_that_is_not_there_is_a_problem_and_no_exception() =>
        Assert.Equal("ST004", ProblemOf(LogSnapshot.Read(At)).Code);

    [Fact]
    public void A_write_that_fails_leaves_the_file_before_it_untouched()
    {
        LogSnapshot.Write(At, SomeLogs.Make(9, 4));
        var before = File.ReadAllBytes(At);

        Assert.Throws<InvalidOperationException>(() => WholeFile.Write(At, static stream =>
        {
            stream.Write([1, 2, 3]);
            throw new InvalidOperationException("The disk is full.");
        }));

        Assert.Equal(before, File.ReadAllBytes(At));
        Assert.Single(Directory.EnumerateFiles(_folder));
    }

    [Fact]
    public void Blocks_that_are_whole_but_make_no_log_are_refused()
    {
        var log = SomeLogs.Make(10, 20).Log;
        var columns = new EventColumns(
            log.Order, [.. log.CaseNames], [.. log.CaseStarts], [.. log.TimeMicros], [], log.Activities, null, null, null, null, null, [], []);

        (EventColumns Wrong, string Fault)[] wrong =
        [
            (columns with { TimeMicros = [.. columns.TimeMicros, 0] }, "the cases do not cover the events"),
            (columns with { CaseNames = [.. columns.CaseNames.Select(static _ => "same")] }, "two cases have the same name"),
            (columns with { Costs = [1] }, "starts or costs have not one value an event"),
            (columns with { TimeMicros = [.. columns.TimeMicros.Reverse()] }, "the events of a case are out of order"),
        ];
        Assert.All(wrong, one => Assert.Contains(one.Fault, ProblemOf(EventLog.FromColumns(one.Wrong)).Message, StringComparison.Ordinal));
        Assert.True(EventLog.FromColumns(columns).TryGet(out _, out _));
    }

    private static Problem ProblemOf<T>(Result<T> result)
        where T : notnull
    {
        Assert.False(result.TryGet(out _, out var problem));
        return problem;
    }

    private static void Same(EventLog one, EventLog other)
    {
        Assert.Equal(one.Order, other.Order);
        Assert.Equal(one.CaseNames, other.CaseNames);
        Assert.Equal(one.CaseStarts.ToArray(), other.CaseStarts.ToArray());
        Assert.Equal(one.TimeMicros.ToArray(), other.TimeMicros.ToArray());
        Assert.Equal(one.StartMicros.ToArray(), other.StartMicros.ToArray());
        Assert.Equal(one.Costs.ToArray(), other.Costs.ToArray());
        Same(one.Activities, other.Activities);
        Same(one.Resources, other.Resources);
        Same(one.Teams, other.Teams);
        Same(one.Channels, other.Channels);
        Assert.Equal(one.Attributes.Count, other.Attributes.Count);
        foreach (var (left, right) in one.Attributes.Zip(other.Attributes))
        {
            Assert.Equal((left.Name, left.Kind, left.Level), (right.Name, right.Kind, right.Level));
            Same(left.Texts, right.Texts);
            Assert.Equal(left.Numbers.ToArray(), right.Numbers.ToArray());
            Assert.Equal(left.TimeMicros.ToArray(), right.TimeMicros.ToArray());
            Assert.Equal(left.Answers.ToArray(), right.Answers.ToArray());
        }
    }

    private static void Same(CodedColumn? one, CodedColumn? other)
    {
        Assert.Equal(one?.Names, other?.Names);
        Assert.Equal(Codes(one), Codes(other));
    }

    private static List<int>? Codes(CodedColumn? column) =>
        column is null ? null : Enumerable.Range(0, column.RowCount).Select(row => column[row]).ToList();
}
