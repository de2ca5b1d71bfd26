using OutsideIn.Vocabulary;

namespace OutsideIn.Events;

/// <summary>The door through which logs come in: finds the format by content, looks at it, reads it.</summary>
public static class LogImport
{
    /// <summary>Looks at the head of a source: format, columns, roles, and the questions only a person can answer.</summary>
    /// <param name="source">The source; opened once.</param>
    /// <param name="options">What the person has said already.</param>
    /// <param name="stop">Cancels the look.</param>
    /// <returns>What was found, or the problem that keeps the source from being read at all.</returns>
    public static Result<LogInspection> Inspect(LogSource source, ImportOptions options, CancellationToken stop) =>
        new Problem(ProblemKind.Invalid, "EV001", $"{source.Name} is of no format this build reads.");

    /// <summary>Reads a source into a log.</summary>
    /// <param name="source">The source; opened up to twice.</param>
    /// <param name="options">What the person has said.</param>
    /// <param name="progress">Told about every 65,536 events, or null.</param>
    /// <param name="stop">Cancels the reading.</param>
    /// <returns>The log with its report, or the problem; an unanswered question is a problem whose hint names the option.</returns>
    public static Result<ImportedLog> Read(
        LogSource source, ImportOptions options, IProgress<ImportProgress>? progress, CancellationToken stop) =>
        new Problem(ProblemKind.Invalid, "EV001", $"{source.Name} is of no format this build reads.");
}
