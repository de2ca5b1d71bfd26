using System.CommandLine;
using OutsideIn.Diagnosis;
using OutsideIn.Method;

namespace OutsideIn.Cli;

/// <summary>The arguments every command shares that reads a map, and a log where one is given, and answers in tables or as JSON.</summary>
internal sealed class MapAndLog
{
    private readonly LogOptions _logOptions = new();
    private readonly Argument<string> _map = new("MAP") { Description = "The map of the organisation (YAML)." };
    private readonly Option<string> _log = new("--log")
    {
        Description = "A log (CSV, TSV or XES, plain, .gz or .zip) whose events the map names; it adds evidence.",
        HelpName = "LOG",
    };

    private readonly Option<string> _json = new("--json")
    {
        Description = "Write the whole result as JSON to a file; \"-\" for standard output, and no tables.",
        HelpName = "FILE",
    };

    private readonly Option<string> _today = new("--today")
    {
        Description = "The day from which ages are counted, such as 2026-03-31; without it today.",
        HelpName = "DAY",
    };

    public void AddTo(Command command)
    {
        command.Add(_map);
        command.Add(_log);
        command.Add(_json);
        command.Add(_today);
        _logOptions.AddTo(command);
    }

    /// <summary>The map, the day, and the diagnosis where there is a log; null where something is wrong, which has been said.</summary>
    public async Task<MapWithLog?> ReadAsync(Terminal terminal, TimeProvider clock, ParseResult parsed, CancellationToken stop)
    {
        if (!GivenDay.Read(parsed.GetValue(_today), clock, ("--today", "CL030")).TryGet(out var day, out var problem))
        {
            ProblemText.Show(terminal, problem);
            return null;
        }

        if (MapFile.Read(terminal, parsed.GetValue(_map)!) is not { } map)
        {
            return null;
        }

        if (parsed.GetValue(_log) is not { } path)
        {
            return new MapWithLog(map, day, null);
        }

        var diagnosed = await LogFile.DiagnoseAsync(terminal, path, map, _logOptions.Read(parsed), stop);
        if (diagnosed.TryGet(out var result, out problem))
        {
            return new MapWithLog(map, day, result);
        }

        ProblemText.Show(terminal, problem);
        return null;
    }

    /// <summary>Writes an answer as JSON where that was asked for.</summary>
    /// <returns>Whether the answer is to be shown in tables as well.</returns>
    public bool Write<T>(Terminal terminal, ParseResult parsed, T answer) => JsonAnswer.Write(terminal, parsed.GetValue(_json), answer);
}

/// <summary>A map, the day, and the diagnosis of its log where there is one.</summary>
internal sealed record MapWithLog(OutsideInMap Map, DateOnly Today, DiagnosisResult? Diagnosis);
