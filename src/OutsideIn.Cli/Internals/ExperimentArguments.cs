using System.CommandLine;
using OutsideIn.Diagnosis;
using OutsideIn.Measures;
using OutsideIn.Method;
using OutsideIn.Storage;
using OutsideIn.Vocabulary;

namespace OutsideIn.Cli;

/// <summary>The arguments every command about an experiment shares: the map, the experiment, the ledger, and a log where one is given.</summary>
internal sealed class ExperimentArguments
{
    private readonly LogOptions _logOptions = new();
    private readonly Argument<string> _map = new("MAP") { Description = "The map of the organisation (YAML)." };
    private readonly Argument<string> _id = new("ID") { Description = "Id or name of the experiment." };
    private readonly Option<string> _log = new("--log")
    {
        Description = "A log (CSV, TSV or XES, plain, .gz or .zip) against whose names and columns the plan is checked.",
        HelpName = "LOG",
    };

    private readonly Option<string> _ledger = new("--ledger")
    {
        Description = "The ledger of experiments (JSON lines). Default: beside the map, such as map.ledger.jsonl.",
        HelpName = "FILE",
    };

    private readonly Option<string> _json = new("--json")
    {
        Description = "Write the whole answer as JSON (docs/experiment-json.md) to a file; \"-\" for standard output, and no page.",
        HelpName = "FILE",
    };

    /// <summary>The experiment's id; without it a command is about all of them, where it can be.</summary>
    public Argument<string> Id => _id;

    public void AddTo(Command command, bool isWithLog)
    {
        command.Add(_map);
        command.Add(_id);
        if (isWithLog)
        {
            command.Add(_log);
        }

        command.Add(_ledger);
        command.Add(_json);
        if (isWithLog)
        {
            _logOptions.AddTo(command);
        }
    }

    /// <summary>The map; null where there is none or it has errors, which has been said.</summary>
    public OutsideInMap? Map(Terminal terminal, ParseResult parsed) => MapFile.Read(terminal, parsed.GetValue(_map)!);

    public string? IdOf(ParseResult parsed) => parsed.GetValue(_id);

    public bool HasLog(ParseResult parsed) => parsed.GetValue(_log) is not null;

    /// <summary>Where the ledger stands, or will.</summary>
    public string LedgerPath(ParseResult parsed) => parsed.GetValue(_ledger) ?? Path.ChangeExtension(parsed.GetValue(_map)!, ".ledger.jsonl");

    public LedgerFile Ledger(ParseResult parsed, TimeProvider clock) => new(LedgerPath(parsed), clock);

    /// <summary>The log with what the map says of it; a problem where it cannot be read.</summary>
    public async Task<Result<MeasuredLog>> LogAsync(Terminal terminal, ParseResult parsed, OutsideInMap map, CancellationToken stop, GivenInstant? asOf = null)
    {
        if (!LogFile.Source(parsed.GetValue(_log)!).TryGet(out var source, out var problem))
        {
            return problem;
        }

        var read = await ReadingProgress.ReadAsync(terminal, source, _logOptions.Read(parsed), stop);
        return read.Then<MeasuredLog>(imported => MeasuredLogs.Of(imported.Log, map, asOf?.Micros ?? imported.Log.LastMicros));
    }

    /// <summary>The log as answers call it.</summary>
    public string LogName(ParseResult parsed) => Path.GetFileName(parsed.GetValue(_log)!);

    /// <summary>Writes an answer as JSON where that was asked for.</summary>
    /// <returns>Whether standard output is still free for a page.</returns>
    public bool WriteJson<T>(Terminal terminal, ParseResult parsed, T answer) => JsonAnswer.Write(terminal, parsed.GetValue(_json), answer);
}
