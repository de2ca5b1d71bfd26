using System.CommandLine;
using OutsideIn.Diagnosis;
using OutsideIn.Measures;
using OutsideIn.Method;

namespace OutsideIn.Cli;

/// <summary>The arguments of every command that measures a log: the log, the map, the horizon, and where the answer goes.</summary>
internal sealed class MeasuringOptions
{
    private readonly LogOptions _logOptions = new();
    private readonly Argument<string> _log = new("LOG") { Description = "A CSV, TSV or XES file with one row or event each, plain, .gz or .zip." };
    private readonly Option<string> _map;
    private readonly Option<PeriodUnit?> _per = new("--per")
    {
        Description = "Tell the trend by this period of case starts. Default: the objective's, else month.",
    };

    private readonly Option<string> _cases = new("--cases")
    {
        Description = "Print the names of the cases on one side of the objective, one a line, instead of the summary; customers where the measure is per customer.",
        HelpName = "SIDE",
    };

    private readonly Option<string> _asOf = new("--as-of")
    {
        Description = "The instant up to which the log is complete (ISO 8601). Default: the last event. Later events are left out.",
        HelpName = "TIME",
    };

    private readonly Option<string> _json = new("--json")
    {
        Description = "Write the whole result as JSON (docs/measure-json.md) to a file; \"-\" for standard output, and no summary.",
        HelpName = "FILE",
    };

    private readonly Option<string> _csv = new("--csv")
    {
        Description = "Write one row a case, with value, state and side, as CSV to a file; \"-\" for standard output, and no summary.",
        HelpName = "FILE",
    };

    public MeasuringOptions(string mapSays, bool isMapNeeded)
    {
        _map = new Option<string>("--map") { Description = mapSays, HelpName = "MAP", Required = isMapNeeded };
        _cases.AcceptOnlyFromAmong([.. CaseSides.Words]);
        LogFile.Guard(_log);
    }

    public Option<string> Map => _map;

    public void AddLogTo(Command command) => command.Add(_log);

    public void AddTo(Command command)
    {
        Option[] options = [_map, _per, _cases, _asOf, _json, _csv];
        foreach (var option in options)
        {
            command.Add(option);
        }

        _logOptions.AddTo(command);
    }

    public PeriodUnit? Per(ParseResult parsed) => parsed.GetValue(_per);

    public string? Cases(ParseResult parsed) => parsed.GetValue(_cases);

    public string? Csv(ParseResult parsed) => parsed.GetValue(_csv);

    /// <summary>The log with what the map says of it; null where something is wrong, which has been said.</summary>
    public async Task<LogToMeasure?> ReadAsync(Terminal terminal, ParseResult parsed, CancellationToken stop)
    {
        if (!GivenInstant.AsOf(parsed.GetValue(_asOf)).TryGet(out var horizon, out var problem)
            || !LogFile.Source(parsed.GetValue(_log)!).TryGet(out var source, out problem))
        {
            ProblemText.Show(terminal, problem);
            return null;
        }

        OutsideInMap? map = null;
        if (parsed.GetValue(_map) is { } mapFile && (map = MapFile.Read(terminal, mapFile)) is null)
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
