using System.CommandLine;
using OutsideIn.Diagnosis;
using OutsideIn.Measures;
using OutsideIn.Method;
using OutsideIn.Vocabulary;

namespace OutsideIn.Cli;

/// <summary>How <c>outsidein check</c> prints what it found.</summary>
internal enum CheckFormat
{
    /// <summary>Lines as a compiler prints them.</summary>
    Text,

    /// <summary>The layout of docs/check-json.md.</summary>
    Json,

    /// <summary>SARIF 2.1.0.</summary>
    Sarif,
}

/// <summary><c>outsidein check MAP</c>: everything wrong with a map, like a compiler.</summary>
internal sealed class CheckCommand
{
    private readonly Argument<string> _map = new("MAP") { Description = "The map of the organisation (YAML)." };

    private readonly Option<CheckFormat> _format = new("--format")
    {
        Description = "How to print: lines as a compiler's (the default), JSON (docs/check-json.md), or SARIF 2.1.0 for code hosts and editors.",
    };

    private readonly Option<string> _today = new("--today")
    {
        Description = "The day for which reviews, acceptances and ages are judged. Default: today. Give it where two runs have to agree.",
        HelpName = "DATE",
    };

    private readonly Option<bool> _private = new("--private")
    {
        Description = "Check personal maps that are not shared, too.",
    };

    private readonly Option<string> _log = new("--log")
    {
        Description = "A log (CSV, TSV or XES, plain, .gz or .zip) whose activities and columns the measures of the map are checked against, too.",
        HelpName = "LOG",
    };

    private readonly LogOptions _logOptions = new();
    private readonly Terminal _terminal;
    private readonly TimeProvider _clock;

    private CheckCommand(Terminal terminal, TimeProvider clock) => (_terminal, _clock) = (terminal, clock);

    public static Command Create(Terminal terminal, TimeProvider clock)
    {
        var one = new CheckCommand(terminal, clock);
        var command = new Command("check", "Checks a map against the method and prints every finding with its place, like a compiler. Exit code 1 where one is an error.")
        {
            one._map, one._format, one._today, one._private, one._log,
        };
        one._logOptions.AddTo(command);
        command.SetAction(one.RunAsync);
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken stop)
    {
        var path = parsed.GetValue(_map)!;
        if (!GivenDay.Read(parsed.GetValue(_today), _clock, ("--today", "CL030")).TryGet(out var today, out var problem)
            || !MapYaml.ReadFile(path).TryGet(out var map, out problem))
        {
            return ProblemText.Show(_terminal, problem);
        }

        if (!(await SchemaAsync(parsed, map.Map, stop)).TryGet(out var schema, out problem))
        {
            return ProblemText.Show(_terminal, problem);
        }

        var options = new CheckOptions(today) { IncludesPrivate = parsed.GetValue(_private), Besides = MeasureChecks.Check(map.Map, schema.Of) };
        var document = CheckDocument.Of(map, path, options, new SourceLines().Of);
        switch (parsed.GetValue(_format))
        {
            case CheckFormat.Json:
                Write(stream => CheckJson.Write(stream, document));
                break;
            case CheckFormat.Sarif:
                Write(stream => CheckSarif.Write(stream, document));
                break;
            default:
                CheckSummary.Show(_terminal.Data, document);
                break;
        }

        return document.HasErrors() ? ExitCode.Problem : ExitCode.Done;
    }

    private async Task<Result<LogSchema>> SchemaAsync(ParseResult parsed, OutsideInMap map, CancellationToken stop)
    {
        if (parsed.GetValue(_log) is not { } path)
        {
            return new LogSchema(Of: null);
        }

        if (!LogFile.Source(path).TryGet(out var source, out var problem))
        {
            return problem;
        }

        var read = await ReadingProgress.ReadAsync(_terminal, source, _logOptions.Read(parsed), stop);
        return read.Then<LogSchema>(imported => new LogSchema(MeasureSchemas.Of(MeasuredLogs.Of(imported.Log, map, null))));
    }

    private void Write(Action<Stream> write)
    {
        using var output = _terminal.OpenStandardOutput();
        write(output);
    }

    /// <summary>What the measures of a map may speak of in a log; null where none was given.</summary>
    private sealed record LogSchema(MeasureSchema? Of);
}
