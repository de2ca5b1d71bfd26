using OutsideIn.Vocabulary;

namespace OutsideIn.Events;

/// <summary>Reads delimited text: CSV, TSV and their kin.</summary>
internal static class DelimitedReader
{
    public static Result<LogInspection> Inspect(OpenedSource source, ImportOptions options, CancellationToken stop) =>
        new Problem(ProblemKind.Invalid, "EV001", $"{source.Name} is of no format this build reads.");

    public static Result<ImportedLog> Read(
        OpenedSource source,
        Func<Result<OpenedSource>> again,
        ImportOptions options,
        IProgress<ImportProgress>? progress,
        CancellationToken stop) =>
        new Problem(ProblemKind.Invalid, "EV001", $"{source.Name} is of no format this build reads.");
}
