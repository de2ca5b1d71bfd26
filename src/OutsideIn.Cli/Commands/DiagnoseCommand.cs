using System.CommandLine;
using OutsideIn.Diagnosis;
using OutsideIn.Method;
using OutsideIn.Vocabulary;
using OutsideIn.Web;
using Spectre.Console;

namespace OutsideIn.Cli;

/// <summary><c>outsidein diagnose LOG</c>: from a log and a map to where the customer's outcome fails.</summary>
internal sealed class DiagnoseCommand
{
    private readonly Terminal _terminal;
    private readonly LogOptions _logOptions = new();
    private readonly Argument<string> _log = new("LOG")
    {
        Description = "A CSV, TSV or XES file with one row or event each, plain, .gz or .zip.",
    };

    private readonly Option<string> _map = new("--map")
    {
        Description = "The map of the organisation (YAML). Without one, a map is suggested from the log.",
        HelpName = "MAP",
    };

    private readonly Option<string> _writeMap = new("--write-map")
    {
        Description = "Write the map that was used to a new file, to be read, corrected and given back with --map.",
        HelpName = "FILE",
    };

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

    private readonly Option<string> _html = new("--html")
    {
        Description = "Write the result as one self-contained page that opens in any browser and prints.",
        HelpName = "FILE",
    };

    private readonly Option<string> _cases = new("--cases")
    {
        Description = "Print the names of the cases behind a figure of the result, one a line, instead of the summary.",
        HelpName = "FIGURE",
    };

    private DiagnoseCommand(Terminal terminal) => _terminal = terminal;

    public static Command Create(Terminal terminal)
    {
        var one = new DiagnoseCommand(terminal);
        LogFile.Guard(one._log);
        var command = new Command(
            "diagnose",
            "Reads a log, lays a map over it, and says where the customer's outcome fails and what work causes it.")
        {
            one._log, one._map, one._writeMap, one._asOf, one._json, one._html, one._cases,
        };
        one._logOptions.AddTo(command);
        command.SetAction(one.RunAsync);
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken stop)
    {
        if (!GivenInstant.AsOf(parsed.GetValue(_asOf)).TryGet(out var horizon, out var problem)
            || !LogFile.Source(parsed.GetValue(_log)!).TryGet(out var source, out problem)
            || !Free(parsed.GetValue(_writeMap)).TryGet(out _, out problem))
        {
            return ProblemText.Show(_terminal, problem);
        }

        OutsideInMap? given = null;
        if (parsed.GetValue(_map) is { } mapFile && (given = MapFile.Read(_terminal, mapFile)) is null)
        {
            return ExitCode.Problem;
        }

        var read = await ReadingProgress.ReadAsync(_terminal, source, _logOptions.Read(parsed), stop);
        if (!read.TryGet(out var imported, out problem))
        {
            return ProblemText.Show(_terminal, problem);
        }

        var used = given ?? MapSuggestion.Suggest(imported.Log, Path.GetFileNameWithoutExtension(source.Name));
        var lifecycle = _logOptions.Read(parsed).Lifecycle;
        var result = Diagnoser.Diagnose(
            imported.Log, imported.Report, used, new DiagnosisOptions { AsOf = horizon.Instant, LogName = source.Name, Lifecycle = lifecycle }, stop);
        return Show(parsed, used, result);
    }

    private int Show(ParseResult parsed, OutsideInMap map, DiagnosisResult result)
    {
        if (parsed.GetValue(_writeMap) is { } mapFile)
        {
            File.WriteAllText(mapFile, MapYaml.Write(map));
            _terminal.Talk.MarkupLineInterpolated($"[grey]The map is in[/] {mapFile}[grey]; edit it and give it back with --map.[/]");
        }

        if (parsed.GetValue(_html) is { } page)
        {
            if (!WholeFile.Write(page, stream => ReportPage.Write(stream, result, map)).TryGet(out _, out var problem))
            {
                return ProblemText.Show(_terminal, problem);
            }

            _terminal.Talk.MarkupLineInterpolated($"[grey]The report is in[/] {page}");
        }

        var json = parsed.GetValue(_json);
        if (json is "-")
        {
            using var output = _terminal.OpenStandardOutput();
            DiagnosisJson.Write(output, result.Document);
            return ExitCode.Done;
        }

        if (json is not null)
        {
            WholeFile.Write(json, stream => DiagnosisJson.Write(stream, result.Document));
            _terminal.Talk.MarkupLineInterpolated($"[grey]The result is in[/] {json}");
        }

        return parsed.GetValue(_cases) is { } figure ? FigureNames.Show(_terminal, result.Cases, result.Log, figure) : ShowSummary(result);
    }

    private int ShowSummary(DiagnosisResult result)
    {
        DiagnosisSummary.Show(_terminal.Data, result.Document);
        return ExitCode.Done;
    }

    /// <summary>A map a person may have edited is never written over.</summary>
    private static Result<string> Free(string? path) => path is null || !File.Exists(path)
        ? path ?? ""
        : new Problem(ProblemKind.Conflict, "CL006", $"{path} is there already.", "Name another file with --write-map, or move this one away.");
}
