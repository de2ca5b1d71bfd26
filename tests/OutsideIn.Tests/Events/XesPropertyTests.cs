using System.Globalization;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using OutsideIn.Events;
using OutsideIn.Simulation;
using static OutsideIn.Tests.Events.XesSource;

namespace OutsideIn.Tests.Events;

/// <summary>Random logs written in random ways read back as they were; damaged ones are never read as shorter ones.</summary>
public sealed class XesPropertyTests
{
    private static readonly string[] Names = ["A", "Ask <him> & \"her\"", "it's", "Prüfung", "承認", "😀", " blank ", "a\tb", "x]]>y"];

    [Fact]
    public void A_log_reads_back_however_it_is_written_and_through_whatever_window()
    {
        Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), seed =>
        {
            var random = RandomSource.Open((ulong)seed, "xes");
            var (xes, expected) = Written(random);
            var imported = Good(TryRead(Encoding.UTF8.GetBytes(xes), windowBytes: 1 + Below(random, 200)));
            Assert.Equal(expected, Facts(imported.Log));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(300));
    }

    [Fact]
    public void A_log_cut_off_anywhere_is_a_problem_and_never_a_shorter_log()
    {
        for (ulong seed = 1; seed <= 5; seed++)
        {
            var bytes = Encoding.UTF8.GetBytes(Written(RandomSource.Open(seed, "xes")).Xes.TrimEnd());
            var end = bytes.AsSpan().LastIndexOf((byte)'>');
            for (var length = 1; length <= end; length++)
            {
                Bad(TryRead(bytes[..length], windowBytes: 64));
            }

            Good(TryRead(bytes[..(end + 1)], windowBytes: 64));
        }
    }

    [Fact]
    public void Damaged_bytes_never_throw()
    {
        Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), seed =>
        {
            var random = RandomSource.Open((ulong)seed, "xes");
            var bytes = Encoding.UTF8.GetBytes(Written(random).Xes);
            for (var times = Below(random, 6); times >= 0; times--)
            {
                var at = Below(random, bytes.Length);
                bytes = Below(random, 4) switch
                {
                    0 => [.. bytes[..at], .. bytes[Math.Min(bytes.Length, at + Below(random, 20))..]],
                    1 => [.. bytes[..at], .. bytes[Below(random, bytes.Length)..]],
                    2 => [.. bytes[..at], (byte)"<>&\"'/=!?[]- \0"[Below(random, 14)], .. bytes[at..]],
                    _ => [.. bytes[..at], (byte)Below(random, 256), .. bytes[Math.Min(bytes.Length, at + 1)..]],
                };
            }

            if (bytes.Length == 0)
            {
                return;
            }

            if (TryRead(bytes, windowBytes: 1 + Below(random, 100)).TryGet(out var log, out var problem))
            {
                Assert.Equal(log.Report.RowsRead, log.Report.RowsKept + log.Report.RowsRefused);
            }
            else
            {
                Assert.NotEmpty(problem.Message);
            }
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(2000));
    }

    // A column grows a few times while 60,000 events come in; between two growths nothing may be allocated.
    [Fact]
    public void Events_allocate_nothing_but_the_growth_of_columns()
    {
        var content = string.Concat(Enumerable.Range(0, 120_000).Select(static n =>
            Event("A" + (n % 7), $"2024-03-30T09:{n % 60:00}:00+01:00", $"<string key='org:resource' value='R{n % 50}'/><int key='n' value='{n % 90}'/><boolean key='b' value='true'/>")));
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(Log(Trace("c", content))));
        var quiet = 0;
        var before = 0L;
        var rows = new XesRows(new ImportOptions());
        var document = new XesDocument(new XmlScanner("test.xes", stream, new XmlLimits()), rows, met =>
        {
            var now = GC.GetAllocatedBytesForCurrentThread();
            quiet += met.EventsMet > 60_000 && now == before ? 1 : 0;
            before = GC.GetAllocatedBytesForCurrentThread();
            return true;
        });
        Assert.Null(document.Walk("test.xes"));
        Assert.Equal(120_000, rows.EventCount);
        Assert.InRange(quiet, 50, 60);
    }

    private static string[] Facts(EventLog log)
    {
        var caseOf = Enumerable.Range(0, log.CaseCount)
            .SelectMany(c => Enumerable.Repeat(c, log.RowsOf(c).End - log.RowsOf(c).First)).ToArray();
        return [.. Rows(log).Select((row, index) => $"{row}|{log.Resources?.TextAt(index)}|{Value("score", index)}|{Value("note", index)}")];

        string? Value(string name, int row)
        {
            var column = log.Attributes.FirstOrDefault(one => one.Name == name);
            var index = column?.Level == AttributeLevel.Case ? caseOf[row] : row;
            return column is null ? null
                : column.Kind == AttributeKind.Text ? column.Texts!.TextAt(index)
                : double.IsNaN(column.Numbers[index]) ? null
                : column.Numbers[index].ToString(CultureInfo.InvariantCulture);
        }
    }

    /// <summary>The values as a log keeps them: of the case, for its every event, where no case has two different ones.</summary>
    private static string?[] Kept((string Case, string? Value)[] values)
    {
        var ofCase = values.GroupBy(static one => one.Case).ToDictionary(static one => one.Key, static one => one.Select(static row => row.Value).OfType<string>().Distinct().ToArray());
        return [.. values.Select(one => ofCase.Values.All(static distinct => distinct.Length <= 1) ? ofCase[one.Case].FirstOrDefault() : one.Value)];
    }

    /// <summary>A log written in a random way, and its rows as they must be read.</summary>
    private static (string Xes, string[] Facts) Written(RandomSource random)
    {
        var xes = new StringBuilder(Below(random, 2) == 0 ? "<?xml version=\"1.0\" encoding='utf-8' ?>" : "").Append(Blank(random)).Append("<log>").Append(Blank(random));
        if (Below(random, 2) == 0)
        {
            xes = new StringBuilder("<log>");
        }

        var facts = new List<(string Case, string Row, string? Score, string? Note)>();
        var traces = 1 + Below(random, 4);
        for (var trace = 0; trace < traces; trace++)
        {
            var name = $"{trace} {Names[Below(random, Names.Length)]}";
            xes.Append("<trace>").Append(Attribute(random, "string", "concept:name", name));
            for (var (row, count) = (0, 1 + Below(random, 5)); row < count; row++)
            {
                var activity = Names[Below(random, Names.Length)];
                var micros = 1_700_000_000_000_000 + (row * 60_000_000L) + Below(random, 1_000_000);
                var resource = Below(random, 3) == 0 ? null : Names[Below(random, Names.Length)];
                var score = Below(random, 3) == 0 ? (int?)null : Below(random, 5);
                var note = Below(random, 3) == 0 ? null : Names[Below(random, Names.Length)];
                string[] attributes =
                [
                    Attribute(random, "string", "concept:name", activity), Attribute(random, "date", "time:timestamp", Time(random, micros)),
                    resource is null ? "" : Attribute(random, "string", "org:resource", resource),
                    score is null ? "" : Attribute(random, "int", "score", score.Value.ToString(CultureInfo.InvariantCulture)),
                    note is null ? "" : Attribute(random, "string", "note", note),
                ];
                var shift = Below(random, attributes.Length);
                xes.Append(Blank(random)).Append("<event>").AppendJoin("", attributes[shift..]).AppendJoin("", attributes[..shift]).Append("</event>");
                facts.Add((name, $"{name}|{activity}|{Instant(micros)}|{resource}", score?.ToString(CultureInfo.InvariantCulture), note));
            }

            xes.Append("</trace>").Append(Blank(random));
        }

        var scores = Kept([.. facts.Select(static one => (one.Case, one.Score))]);
        var notes = Kept([.. facts.Select(static one => (one.Case, one.Note))]);
        return (xes.Append("</log>\n").ToString(), [.. facts.Select((one, row) => $"{one.Row}|{scores[row]}|{notes[row]}")]);
    }

    private static string Attribute(RandomSource random, string type, string key, string value)
    {
        var parts = new[] { $"key={Quoted(random, key)}", $"value={Quoted(random, value)}" };
        var (one, other) = Below(random, 3) == 0 ? (parts[1], parts[0]) : (parts[0], parts[1]);
        var gap = Below(random, 5) == 0 ? "\n\t" : " ";
        return Blank(random) + (Below(random, 4) == 0 ? $"<{type}{gap}{one}{gap}{other}></{type}>" : $"<{type}{gap}{one} {other}/>");
    }

    private static string Quoted(RandomSource random, string value)
    {
        var quote = Below(random, 3) == 0 ? '\'' : '"';
        var text = new StringBuilder();
        foreach (var rune in value.EnumerateRunes())
        {
            text.Append(rune.Value switch
            {
                '&' => "&amp;",
                '<' => "&lt;",
                '\t' => "&#9;",
                _ when rune.Value == quote => quote == '"' ? "&quot;" : "&apos;",
                _ when Below(random, 12) == 0 => $"&#x{rune.Value:x};",
                _ => rune.ToString(),
            });
        }

        return $"{quote}{text}{quote}";
    }

    private static string Time(RandomSource random, long micros)
    {
        var offset = TimeSpan.FromMinutes(15 * (Below(random, 97) - 48));
        var local = new DateTimeOffset(DateTime.UnixEpoch.AddTicks(micros * 10)).ToOffset(offset);
        return local.ToString(Below(random, 2) == 0 ? "yyyy-MM-dd'T'HH:mm:ss.ffffffzzz" : "yyyy-MM-dd' 'HH:mm:ss.FFFFFFFzzz", CultureInfo.InvariantCulture);
    }

    private static int Below(RandomSource random, int end) => (int)(random.NextUnit() * end);

    private static string Blank(RandomSource random) => Below(random, 6) switch
    {
        0 => "\n  ",
        1 => "\r\n\t",
        2 => "<!-- é <trace> -- -->",
        _ => "",
    };
}
