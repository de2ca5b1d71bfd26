using OutsideIn.Vocabulary;

namespace OutsideIn.Events;

/// <summary>Looks at a delimited file and decides how to read it.</summary>
internal static class ImportPlanning
{
    private const int ValuesShown = 3;

    /// <summary>Makes the plan. Where the sample leaves day and month open, the text is read to its end to decide.</summary>
    /// <param name="source">The source, at its beginning.</param>
    /// <param name="options">What a person said.</param>
    /// <param name="stop">Cancels the look.</param>
    /// <returns>The plan, and the text: at its header, or null where it was read to its end.</returns>
    public static Result<(ImportPlan Plan, PeekedStream? Text)> Make(OpenedSource source, ImportOptions options, CancellationToken stop)
    {
        if (!DelimitedSample.Take(source, options).TryGet(out var taken, out var problem))
        {
            return problem;
        }

        var (sample, text) = taken;
        var columns = Enumerable.Range(0, sample.Header.Length).Select(index => new SampledColumn(sample, index)).ToArray();
        if (!RoleDetection.Find(sample, columns, options.Columns).TryGet(out var roles, out problem))
        {
            return problem;
        }

        var plan = new ImportPlan(sample, columns, roles, roles.Questions, TimeFormat.Iso, TimeFormat.Iso);
        return options.TimeFormat is { } pattern
            ? WithNamed(plan, pattern).Then<(ImportPlan, PeekedStream?)>(done => (done, text))
            : WithDetected(plan, text, stop);
    }

    private static Result<ImportPlan> WithNamed(ImportPlan plan, string pattern) => TimeFormat.Named(pattern) is { } format
        ? plan with { Time = format, Start = format }
        : new Problem(ProblemKind.Invalid, "EV307", $"'{pattern}' is no pattern of times.",
            "Give one with a year, a month and a day, such as 'dd/MM/yyyy HH:mm' or '%d/%m/%Y %H:%M', or 'ISO 8601', 'epoch seconds', "
            + "'epoch milliseconds', 'epoch microseconds' or 'workbook days'.");

    private static Result<(ImportPlan Plan, PeekedStream? Text)> WithDetected(ImportPlan plan, PeekedStream text, CancellationToken stop)
    {
        var questions = plan.Questions.ToList();
        PeekedStream? rest = text;
        var (times, starts) = (Detect(plan, ColumnRole.Time), Detect(plan, ColumnRole.Start));
        foreach (var (role, mine, other) in new[] { (ColumnRole.Time, times, starts), (ColumnRole.Start, starts, times) })
        {
            if (mine is not { } detected)
            {
                continue;
            }

            var column = plan.Columns[plan.ColumnOf(role)];
            if (detected is { Format: null, Total: > 0 })
            {
                return NoPattern(plan.Sample.Name, column.Name, role, Present(column));
            }

            // Times and starts of one file are written alike: where one is clear, so is the other.
            var clear = role == ColumnRole.Start ? plan.Time : other is { Rivals: [] } ? other.Format : null;
            var format = Settled(detected, clear);
            if (format is null && detected.Format is not null)
            {
                if (!plan.Sample.IsWhole && rest is not null)
                {
                    format = Scan(plan, rest, column.Index, detected.All, stop);
                    rest = null;
                }

                Ask(questions, format is null ? Ambiguous(column.Name, detected.All, Present(column)) : null);
            }

            plan = role == ColumnRole.Time ? plan with { Time = format ?? TimeFormat.Iso } : plan with { Start = format ?? TimeFormat.Iso };
        }

        return (plan with { Questions = questions }, rest);
    }

    private static TimeFormat? Settled(DetectedTimes detected, TimeFormat? clear) => detected.Rivals.Count == 0
        ? detected.Format
        : detected.All.FirstOrDefault(one => string.Equals(one.DatePart, clear?.DatePart, StringComparison.Ordinal));

    private static void Ask(List<ImportQuestion> questions, ImportQuestion? question)
    {
        if (question is not null && !questions.Exists(one => string.Equals(one.Code, question.Code, StringComparison.Ordinal)))
        {
            questions.Add(question);
        }
    }

    private static DetectedTimes? Detect(ImportPlan plan, ColumnRole role) => plan.ColumnOf(role) is >= 0 and var index
        ? TimeDetection.Detect(Present(plan.Columns[index]), mayBeCounts: true)
        : null;

    private static List<string> Present(SampledColumn column) => [.. column.Values.Where(static value => !MissingTokens.IsUsual(value))];

    /// <summary>Reads the whole column: a format is clear where it alone fits a value that the others do not.</summary>
    private static TimeFormat? Scan(ImportPlan plan, PeekedStream text, int column, IReadOnlyList<TimeFormat> rivals, CancellationToken stop)
    {
        var rows = new DelimitedRows(text, (byte)plan.Sample.Delimiter);
        var alone = new long[rivals.Count];
        for (var count = 0; rows.Next() is var state && state is not (RowState.End or RowState.OpenQuote); count++)
        {
            if (count % OpenedSource.EventsBetweenReports == 0)
            {
                stop.ThrowIfCancellationRequested();
            }

            if (state != RowState.Row || rows.FieldCount <= column || count == 0)
            {
                continue;
            }

            var (fits, last) = (0, -1);
            for (var i = 0; i < rivals.Count; i++)
            {
                if (rivals[i].TryRead(rows.Field(column), out _, out _))
                {
                    (fits, last) = (fits + 1, i);
                }
            }

            if (fits == 1)
            {
                alone[last]++;
            }
        }

        return alone.Count(static one => one > 0) == 1 ? rivals[Array.FindIndex(alone, static one => one > 0)] : null;
    }

    private static ImportQuestion Ambiguous(string column, IReadOnlyList<TimeFormat> rivals, List<string> values)
    {
        var names = rivals.Select(static one => one.Name).ToList();
        return new ImportQuestion("EV304",
            $"Are the times of '{column}', such as '{values[0]}', {string.Join(" or ", names.Select(static one => $"'{one}'"))}? The values do not tell them apart.",
            null, names, "--time-format");
    }

    private static Problem NoPattern(string name, string column, ColumnRole role, List<string> values)
    {
        var shown = string.Join(", ", values.Take(ValuesShown).Select(static value => $"'{(value.Length > 40 ? value[..40] : value)}'"));
        return new Problem(ProblemKind.Invalid, "EV306", $"The values of '{column}' in {name}, such as {shown}, follow no known pattern of times.",
            $"Give their pattern with --time-format, or another column with {RoleDetection.OptionOf(role)}.");
    }
}
