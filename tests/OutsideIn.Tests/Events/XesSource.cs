using System.Text;
using OutsideIn.Events;
using OutsideIn.Tests.Support;
using OutsideIn.Vocabulary;

namespace OutsideIn.Tests.Events;

/// <summary>Reads XES for tests: from text, from bytes through a window of any size, and from the shared files.</summary>
internal static class XesSource
{
    public const string Head = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<log xes.version=\"1.0\">\n";

    /// <summary>An event of three attributes.</summary>
    public static string Event(string activity, string time, string more = "") =>
        $"<event><string key=\"concept:name\" value=\"{activity}\"/><date key=\"time:timestamp\" value=\"{time}\"/>{more}</event>";

    public static string Trace(string name, params string[] content) =>
        $"<trace><string key=\"concept:name\" value=\"{name}\"/>{string.Concat(content)}</trace>\n";

    public static string Log(params string[] content) => Head + string.Concat(content) + "</log>\n";

    public static ImportedLog Read(string xes, ImportOptions? options = null) => Good(TryRead(Encoding.UTF8.GetBytes(xes), options));

    public static Problem Refused(string xes, ImportOptions? options = null) => Bad(TryRead(Encoding.UTF8.GetBytes(xes), options));

    public static Result<ImportedLog> TryRead(byte[] xes, ImportOptions? options = null, int? windowBytes = null)
    {
        var source = new LogSource("test.xes", () => new MemoryStream(xes), xes.Length);
        if (windowBytes is null)
        {
            return LogImport.Read(source, options ?? new ImportOptions(), null, TestContext.Current.CancellationToken);
        }

        Assert.True(SourceOpening.Open(source).TryGet(out var opened, out _));
        using (opened)
        {
            return XesReader.Read(opened, options ?? new ImportOptions(), new XmlLimits(windowBytes.Value), null, TestContext.Current.CancellationToken);
        }
    }

    public static ImportedLog Shared(string relative, ImportOptions? options = null) => Good(TryShared(relative, options));

    public static Result<ImportedLog> TryShared(string relative, ImportOptions? options = null)
    {
        var path = SharedData.At(relative);
        var source = new LogSource(Path.GetFileName(path), () => File.OpenRead(path), new FileInfo(path).Length);
        return LogImport.Read(source, options ?? new ImportOptions(), null, TestContext.Current.CancellationToken);
    }

    public static ImportedLog Good(Result<ImportedLog> result)
    {
        Assert.True(result.TryGet(out var log, out var problem), problem?.Message);
        return log!;
    }

    public static Problem Bad(Result<ImportedLog> result)
    {
        Assert.False(result.TryGet(out _, out var problem));
        return problem!;
    }

    /// <summary>The rows of a log as <c>case|activity|instant</c>.</summary>
    public static string[] Rows(EventLog log)
    {
        var rows = new List<string>();
        for (var c = 0; c < log.CaseCount; c++)
        {
            var (first, end) = log.RowsOf(c);
            for (var row = first; row < end; row++)
            {
                rows.Add($"{log.CaseNames[c]}|{log.Activities.TextAt(row)}|{Instant(log.TimeMicros[row])}");
            }
        }

        return [.. rows];
    }

    public static string Instant(long micros) =>
        DateTime.UnixEpoch.AddTicks(micros * TimeSpan.TicksPerMicrosecond).ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFF'Z'", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>The attribute of a name, which must be there.</summary>
    public static AttributeColumn Attribute(EventLog log, string name) =>
        Assert.Single(log.Attributes, one => string.Equals(one.Name, name, StringComparison.Ordinal));
}
