namespace OutsideIn.Diagnosis;

/// <summary>The activities that ask a rule, their rows, and where their answers are read. Immutable.</summary>
internal sealed class Decisions
{
    private Decisions(ProcessSteps steps) => Steps = steps;

    public ProcessSteps Steps { get; }

    /// <summary>Rows of each activity that asks a rule, ascending, by activity code ascending.</summary>
    public SortedDictionary<int, List<int>> Rows { get; } = [];

    /// <summary>Where the answers of each are read, by activity code.</summary>
    public Dictionary<int, AnswerSource> Answers { get; } = [];

    public static Decisions Of(MappedLog mapped, ProcessSteps steps)
    {
        var decisions = new Decisions(steps);
        var isCheck = Array.ConvertAll(mapped.Activities, RuleWords.IsCheck);
        for (var row = 0; row < mapped.EventCount; row++)
        {
            var code = mapped.Log.Activities[row];
            if (!isCheck[code])
            {
                continue;
            }

            if (!decisions.Rows.TryGetValue(code, out var rows))
            {
                rows = [];
                decisions.Rows.Add(code, rows);
            }

            rows.Add(row);
        }

        var nextSteps = AnswerSource.NextSteps(steps);
        foreach (var (code, rows) in decisions.Rows)
        {
            decisions.Answers.Add(code, AnswerSource.Of(mapped, steps, nextSteps, [.. rows]));
        }

        return decisions;
    }
}
