using System.Globalization;
using OutsideIn.Vocabulary;

namespace OutsideIn.Events;

/// <summary>Reads event logs in XES, versions 1.0 and 2.0 (IEEE Std 1849), as a stream: what stays in memory is the columns.</summary>
internal static class XesReader
{
    private const int InspectedEvents = 2048;

    // From here on the share of the source that was read tells how many events are still to come.
    private const int EventsBeforeGuess = 8 * XesDocument.EventsBetweenWatches;

    /// <summary>Looks at the first events of a document.</summary>
    public static Result<LogInspection> Inspect(OpenedSource source, ImportOptions options, CancellationToken stop)
    {
        var rows = new XesRows(options with { Columns = new Dictionary<ColumnRole, string>() });
        if (Walk(source, rows, new XmlLimits(), rows => !stop.IsCancellationRequested && rows.EventsMet < InspectedEvents) is { } problem)
        {
            return problem;
        }

        stop.ThrowIfCancellationRequested();
        return rows.EventsMet == 0 ? NoEvents(source.Name, rows) : XesRoles.Of(source.Name, rows).Then<LogInspection>(roles => new LogInspection(
            Format(source, rows), XesReport.Summaries(rows, roles), XesReport.Roles(roles), [], XesReport.Head(rows)));
    }

    /// <summary>Reads a document into a log.</summary>
    public static Result<ImportedLog> Read(OpenedSource source, ImportOptions options, IProgress<ImportProgress>? progress, CancellationToken stop) =>
        Read(source, options, new XmlLimits(), progress, stop);

    /// <inheritdoc cref="Read(OpenedSource, ImportOptions, IProgress{ImportProgress}, CancellationToken)"/>
    internal static Result<ImportedLog> Read(
        OpenedSource source, ImportOptions options, XmlLimits limits, IProgress<ImportProgress>? progress, CancellationToken stop)
    {
        var rows = new XesRows(options);
        var problem = Walk(source, rows, limits, met =>
        {
            stop.ThrowIfCancellationRequested();
            if (met.EventsMet == EventsBeforeGuess)
            {
                met.Reserve(source.ExpectedEvents(EventsBeforeGuess));
            }

            if (met.EventsMet % OpenedSource.EventsBetweenReports == 0)
            {
                source.Report(progress, met.EventsMet);
            }

            return true;
        });
        if (problem is null && rows.EventsMet == 0)
        {
            problem = NoEvents(source.Name, rows);
        }

        problem ??= TooManyRefused(source.Name, rows);
        return problem is not null ? problem : XesRoles.Of(source.Name, rows).Then(roles => Assemble(source, rows, roles));
    }

    private static Problem? Walk(OpenedSource source, XesRows rows, XmlLimits limits, Func<XesRows, bool> watch)
    {
        if (rows.Options.TimeFormat is { } pattern && TimeFormat.Named(pattern) is null)
        {
            return new Problem(ProblemKind.Invalid, "EV307", $"'{pattern}' is no pattern of times.", "Write one such as dd/MM/yyyy HH:mm.");
        }

        if (!XmlEncodings.ToUtf8(source.Name, source.Content, rows.Options.Encoding, rows.Tally.Notes).TryGet(out var text, out var problem))
        {
            return problem;
        }

        using (text)
        {
            return new XesDocument(new XmlScanner(source.Name, text, limits), rows, watch).Walk(source.Name);
        }
    }

    private static Result<ImportedLog> Assemble(OpenedSource source, XesRows rows, XesRoles roles) =>
        new XesAssembly(rows, roles).Build().Then<ImportedLog>(built =>
        {
            if (TooManyRefused(source.Name, rows) is { } problem)
            {
                return problem;
            }

            var notes = rows.Tally.Sentences(rows.Traces, rows.Events, rows.Clock, rows.Options.TimeZone);
            return new ImportedLog(built.Log, new ImportReport(
                Format(source, rows),
                rows.EventsMet,
                rows.EventsMet - rows.Refused.Count - built.LeftOut,
                rows.Refused.Count,
                rows.Refused.Listed,
                XesReport.Roles(roles),
                XesReport.Summaries(rows, roles),
                [.. notes, .. built.Notes]));
        });

    private static string Format(OpenedSource source, XesRows rows) => $"XES {rows.Version}".TrimEnd() + source.Wrapping;

    private static Problem NoEvents(string name, XesRows rows)
    {
        var isObjectCentric = rows.Tally.HasStrange("objects") || rows.Tally.HasStrange("events");
        var what = isObjectCentric ? "no traces: it is an object-centric log (OCEL), not XES"
            : rows.TraceCount == 0 ? "no traces"
            : "no events: its traces are empty";
        return new Problem(ProblemKind.Invalid, "EV208", $"{name} holds {what}.", "Export the log with the cases' events in it, as XES or CSV.");
    }

    private static Problem? TooManyRefused(string name, XesRows rows)
    {
        if (rows.Refused.Count <= rows.Options.RefusedShareMax * rows.EventsMet && rows.Refused.Count < rows.EventsMet)
        {
            return null;
        }

        var first = rows.Refused.Listed[0];
        var found = string.Join(", ", rows.Events.Columns.Where(static column => column.HasValues || column.Stamp > 0).Take(12).Select(static column => $"\"{column.Key}\""));
        return new Problem(
            ProblemKind.Invalid,
            "EV212",
            string.Create(CultureInfo.InvariantCulture, $"{name}: {rows.Refused.Count:N0} of {rows.EventsMet:N0} events cannot be read; the first, on line {first.Line}: {first.Reason}"),
            $"The events carry {found}; name the right ones with --activity and --time, or repair the log.");
    }
}
