using OutsideIn.Vocabulary;

namespace OutsideIn.Events;

/// <summary>Reads delimited text: CSV, TSV and their kin.</summary>
internal static class DelimitedReader
{
    private const int HeadRows = 50;

    /// <summary>Looks at a file; reads it to its end only where day and month cannot be told apart before.</summary>
    public static Result<LogInspection> Inspect(OpenedSource source, ImportOptions options, CancellationToken stop)
    {
        if (!ImportPlanning.Make(source, options, stop).TryGet(out var made, out var problem))
        {
            return problem;
        }

        var plan = made.Plan;
        return new LogInspection(
            ColumnSummaries.FormatOf(source, plan.Sample),
            ColumnSummaries.OfAll(plan),
            [.. plan.Roles.Choices.Select(static one => one.Choice).OrderBy(static one => one.Role)],
            plan.Questions,
            [.. plan.Sample.Rows.Take(HeadRows)]);
    }

    /// <summary>Reads a file into a log.</summary>
    /// <param name="source">The file, at its beginning.</param>
    /// <param name="again">Opens it anew, where the look had to read it to its end or its encoding shows late.</param>
    /// <param name="options">What the person has said.</param>
    /// <param name="progress">Told about the progress, or null.</param>
    /// <param name="stop">Cancels the reading.</param>
    public static Result<ImportedLog> Read(
        OpenedSource source,
        Func<Result<OpenedSource>> again,
        ImportOptions options,
        IProgress<ImportProgress>? progress,
        CancellationToken stop)
    {
        if (!ImportPlanning.Make(source, options, stop).TryGet(out var made, out var problem))
        {
            return problem;
        }

        if (made.Plan.Sample.Rows.Count == 0)
        {
            return DelimitedImport.NoRows(source.Name);
        }

        if (made.Plan.Questions is [var question, ..])
        {
            return new Problem(ProblemKind.Invalid, question.Code, question.Text,
                $"Give {question.Option} with one of: {string.Join(", ", question.Choices.Select(static one => $"'{one}'"))}.");
        }

        return made.Text is { } text
            ? Import(source, text, made.Plan)
            : again().Then(opened =>
            {
                using (opened)
                {
                    return Import(opened, new PeekedStream(made.Plan.Sample.Encoding.Open(opened.Content)), made.Plan);
                }
            });

        Result<ImportedLog> Import(OpenedSource from, PeekedStream rows, ImportPlan plan)
        {
            var import = new DelimitedImport(from, rows, plan, options);
            var read = import.Run(progress, stop);
            return import.IsOtherEncoding
                ? again().Then(opened =>
                {
                    using (opened)
                    {
                        return Read(opened, again, options with { Encoding = TextEncoding.Windows1252.WebName }, progress, stop);
                    }
                })
                : read;
        }
    }
}
