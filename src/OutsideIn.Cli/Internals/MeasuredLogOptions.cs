using System.CommandLine;
using System.CommandLine.Parsing;
using OutsideIn.Diagnosis;
using OutsideIn.Measures;
using OutsideIn.Method;

namespace OutsideIn.Cli;

/// <summary>The arguments of every command that looks at a log with a map over it: the log, the map, the horizon, and where the JSON goes.</summary>
internal sealed class MeasuredLogOptions
{
    private readonly LogOptions _logOptions = new();
    private readonly Argument<string> _log = new("LOG") { Description = "A CSV, TSV or XES file with one row or event each, plain, .gz or .zip." };
    private readonly Option<string> _logOption = new("--log") { Description = "A CSV, TSV or XES file with one row or event each, plain, .gz or .zip.", HelpName = "LOG" };
    private readonly Option<string> _asOf = new("--as-of")
    {
        Description = "The instant up to which the log is complete (ISO 8601). Default: the last event. Later events are left out.",
        HelpName = "TIME",
    };

    private readonly Option<string> _json = new("--json")
    {
        Description = "Write the whole result as JSON to a file; \"-\" for standard output, and no summary.",
        HelpName = "FILE",
    };

    public MeasuredLogOptions(string mapSays, bool isMapNeeded)
    {
        Map = new Option<string>("--map") { Description = mapSays, HelpName = "MAP", Required = isMapNeeded };
        LogFile.Guard(_log);
    }

    public Option<string> Map { get; }

    public void AddLogTo(Command command) => command.Add(_log);

    /// <summary>For a command that can do without a log.</summary>
    public void AddOptionalLogTo(Command command) => command.Add(_logOption);

    public bool HasLog(ParseResult parsed) => parsed.GetValue(_logOption) is not null;

    public bool IsLogGiven(CommandResult result) => result.GetResult(_logOption) is not null;

    public void AddTo(Command command)
    {
        command.Add(Map);
        command.Add(_asOf);
        command.Add(_json);
        _logOptions.AddTo(command);
    }

    /// <summary>The log with what the map says of it; null where something is wrong, which has been said.</summary>
    public async Task<LogToMeasure?> ReadAsync(Terminal terminal, ParseResult parsed, CancellationToken stop)
    {
        if (!GivenInstant.AsOf(parsed.GetValue(_asOf)).TryGet(out var horizon, out var problem)
            || !LogFile.Source(parsed.GetValue(_logOption) ?? parsed.GetValue(_log)!).TryGet(out var source, out problem))
        {
            ProblemText.Show(terminal, problem);
            return null;
        }

        OutsideInMap? map = null;
        if (parsed.GetValue(Map) is { } mapFile && (map = MapFile.Read(terminal, mapFile)) is null)
        {
            return null;
        }

        var read = await ReadingProgress.ReadAsync(terminal, source, _logOptions.Read(parsed), stop);
        if (!read.TryGet(out var imported, out problem))
        {
            ProblemText.Show(terminal, problem);
            return null;
        }

        var log = imported.Log;
        var at = horizon.Micros ?? log.LastMicros;
        var measured = map is null
            ? MeasuredLog.Of(log.Until(at)) with { HorizonMicros = at }
            : MeasuredLogs.Of(log, map, at);
        return new LogToMeasure(source.Name, measured, map);
    }

    /// <summary>Writes an answer as JSON where that was asked for.</summary>
    /// <returns>Whether standard output is still free for a summary.</returns>
    public bool WriteJson<T>(Terminal terminal, ParseResult parsed, T answer) => JsonAnswer.Write(terminal, parsed.GetValue(_json), answer);
}

/// <summary>A log that was read, with what its map says of it; the map is null where none was given.</summary>
internal sealed record LogToMeasure(string Name, MeasuredLog Log, OutsideInMap? Map);
