using System.CommandLine;
using OutsideIn.Diagnosis;
using OutsideIn.Events;
using OutsideIn.Method;
using OutsideIn.Vocabulary;

namespace OutsideIn.Cli;

/// <summary>Reads a log for a command.</summary>
internal static class LogFile
{
    /// <summary>Refuses what looks like an option in the place of the log.</summary>
    public static void Guard(Argument<string> log) => log.Validators.Add(static result =>
    {
        if (result.GetValueOrDefault<string>() is ['-', ..] text)
        {
            result.AddError($"There is no option \"{text}\".");
        }
    });

    /// <summary>The log at a path, not yet read.</summary>
    public static Result<LogSource> Source(string path) => File.Exists(path)
        ? new LogSource(Path.GetFileName(path), () => File.OpenRead(path), new FileInfo(path).Length)
        : new Problem(ProblemKind.NotFound, "CL005", $"There is no file {path}.", "Give the path of a CSV, TSV or XES file.");

    /// <summary>The diagnosis of the log at a path with a map.</summary>
    public static async Task<Result<DiagnosisResult>> DiagnoseAsync(Terminal terminal, string path, OutsideInMap map, ImportOptions options, CancellationToken stop)
    {
        if (!Source(path).TryGet(out var source, out var problem))
        {
            return problem;
        }

        var read = await ReadingProgress.ReadAsync(terminal, source, options, stop);
        return read.Then<DiagnosisResult>(imported => Diagnoser.Diagnose(
            imported.Log, imported.Report, map, new DiagnosisOptions { LogName = source.Name, Lifecycle = options.Lifecycle }, stop));
    }
}
