using System.Text;
using OutsideIn.Vocabulary;

namespace OutsideIn.Events;

/// <summary>Walks an XES document once, from its first tag to its last, and collects its events and traces in columns.</summary>
/// <param name="scanner">Stands before the root element.</param>
/// <param name="rows">Gets what the document holds.</param>
/// <param name="watch">Called after every so many events; false ends the walk early.</param>
internal sealed partial class XesDocument(XmlScanner scanner, XesRows rows, Func<XesRows, bool> watch)
{
    /// <summary>Events between two calls of the watch.</summary>
    public const int EventsBetweenWatches = 1024;

    private readonly XesLevel _events = rows.Events;
    private readonly XesLevel _traces = rows.Traces;
    private bool _stopped;

    /// <summary>Walks the document.</summary>
    /// <returns>Null at its end or where the watch ended the walk; else why it cannot be read.</returns>
    public Problem? Walk(string name)
    {
        if (scanner.Read() != XmlToken.Start)
        {
            return scanner.Fault;
        }

        if (!scanner.Name.SequenceEqual("log"u8))
        {
            return NoLog(name, Encoding.UTF8.GetString(scanner.Name));
        }

        rows.Version = scanner.TryAttribute("xes.version"u8, out var version) ? Encoding.UTF8.GetString(version[..Math.Min(version.Length, 20)]) : "";
        var isWhole = (scanner.IsEmpty || ReadLog()) && scanner.Read() == XmlToken.Finished;
        return isWhole || _stopped ? null : scanner.Fault;
    }

    private static Problem NoLog(string name, string root) => root.Equals("html", StringComparison.OrdinalIgnoreCase)
        ? new Problem(ProblemKind.Invalid, "EV207", $"{name} is an HTML page, not an event log.", "It may be the page that offers the log for download; download the log itself.")
        : new Problem(ProblemKind.Invalid, "EV207", $"{name} is XML with the root element <{root}>; an XES log has the root <log>.", "Export the log as XES or CSV.");

    private bool ReadLog()
    {
        while (true)
        {
            var token = scanner.Read();
            if (token != XmlToken.Start)
            {
                return token == XmlToken.End;
            }

            var element = scanner.Name;
            var isRead = element.SequenceEqual("trace"u8) ? ReadTrace()
                : element.SequenceEqual("event"u8) ? RefuseStray()
                : element.SequenceEqual("global"u8) ? ReadGlobal()
                : element.SequenceEqual("extension"u8) ? ReadExtension()
                : SkipOther(element);
            if (!isRead || _stopped)
            {
                return false;
            }
        }
    }

    private bool SkipOther(ReadOnlySpan<byte> element)
    {
        if (!element.SequenceEqual("classifier"u8) && XesNames.TypeOf(element) == XesType.None)
        {
            rows.Tally.AddStrange(element);
        }

        return Skip();
    }

    private bool ReadExtension()
    {
        if (scanner.TryAttribute("uri"u8, out var uri) && scanner.TryAttribute("prefix"u8, out var prefix))
        {
            rows.Names.Extend(uri, prefix);
        }

        return Skip();
    }

    private bool ReadGlobal()
    {
        var scope = scanner.TryAttribute("scope"u8, out var value) ? value : "event"u8;
        var level = scope.SequenceEqual("trace"u8) ? _traces : scope.SequenceEqual("event"u8) ? _events : null;
        if (scanner.IsEmpty)
        {
            return true;
        }

        while (true)
        {
            var token = scanner.Read();
            if (token != XmlToken.Start)
            {
                return token == XmlToken.End;
            }

            AddDefault(level);
            if (!Skip())
            {
                return false;
            }
        }
    }

    private void AddDefault(XesLevel? level)
    {
        var type = XesNames.TypeOf(scanner.Name);
        if (level is null || type is XesType.None or XesType.List or XesType.Container
            || !scanner.TryKeyAndValue(out var key, out var value) || key.IsEmpty || value.IsEmpty)
        {
            return;
        }

        // One name for all traces would name none of them.
        var keyText = Encoding.UTF8.GetString(key);
        var namesTraces = level == _traces && string.Equals(keyText, rows.Names.Name, StringComparison.Ordinal);
        if (!namesTraces && !XesNames.IsPlaceholder(keyText, type, Encoding.UTF8.GetString(value)))
        {
            level.AddDefault(key, type, value);
        }
    }

    /// <summary>An event that stands in no trace belongs to no case.</summary>
    private bool RefuseStray()
    {
        rows.EventsMet++;
        rows.Refused.Add(scanner.Line, null, (string?)null, "The event stands outside every trace, so it belongs to no case.");
        return Skip();
    }
}
