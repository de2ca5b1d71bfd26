using OutsideIn.Statistics;
using OutsideIn.Vocabulary;

namespace OutsideIn.Diagnosis;

/// <summary>Decisions whose answer stands in the activity's name and is hardly ever no: <c>Request APPROVED by manager</c> against <c>Request REJECTED by manager</c>.</summary>
/// <remarks>Numbers as in <see cref="HardlyVarying"/>. A question that is always answered no is none: it is the name of a refusal.</remarks>
internal static class AnsweredInNames
{
    private const int AnswersMin = 30;
    private const double OtherShareMax = 0.1;

    public static IEnumerable<RuleSuspectEntry> Compute(MappedLog mapped, ProcessSteps steps, FigureBook book)
    {
        var rows = new List<int>[mapped.Activities.Length];
        var questions = Questions(mapped);
        var asked = new HashSet<int>(questions.SelectMany(static question => question));
        for (var row = 0; row < mapped.EventCount; row++)
        {
            if (asked.Contains(mapped.Log.Activities[row]))
            {
                (rows[mapped.Log.Activities[row]] ??= []).Add(row);
            }
        }

        foreach (var question in questions)
        {
            if (Suspect(mapped, steps, book, [.. question.Select(code => (code, rows[code] ?? []))]) is { } suspect)
            {
                yield return suspect;
            }
        }
    }

    // A question is asked where the map takes one of its answers for a check or does not name it; a refusal may be a contact too.
    private static int[][] Questions(MappedLog mapped) =>
    [
        .. Enumerable.Range(1, mapped.Activities.Length - 1)
            .Where(code => RuleWords.AnswerIn(mapped.Activities[code].Activity) is not null)
            .GroupBy(code => RuleWords.QuestionIn(mapped.Activities[code].Activity), StringComparer.Ordinal)
            .Where(question => question.Any(code => mapped.Activities[code] is { Mapped: null } or { IsRuleCheck: true, Mapped.Answer: null }))
            .Select(static question => question.ToArray()),
    ];

    private static RuleSuspectEntry? Suspect(MappedLog mapped, ProcessSteps steps, FigureBook book, (int Code, List<int> Rows)[] answers)
    {
        var total = answers.Sum(static one => one.Rows.Count);
        var said = answers.Where(one => RuleWords.AnswerIn(mapped.Activities[one.Code].Activity) == RuleWords.Yes).ToArray();
        var yes = said.Sum(static one => one.Rows.Count);
        if (total < AnswersMin || yes == 0
            || !ProportionInterval.ClopperPearsonUpper(total - yes, total).TryGet(out var others, out _)
            || others.Interval.High > OtherShareMax)
        {
            return null;
        }

        var usual = mapped.Activities[said.MaxBy(static one => one.Rows.Count).Code];
        var (list, micros) = (book.Open("answerHardlyVaries", usual.Activity), 0L);
        foreach (var row in answers.SelectMany(static one => one.Rows).Order())
        {
            list.Add(steps.CaseOf[row]);
            micros += steps.WaitMicros(mapped, row) + Math.Max(0, mapped.Log.TimeMicros[row] - mapped.Log.BeginMicros[row]);
        }

        return new RuleSuspectEntry(
            list.Id,
            "answerHardlyVaries",
            usual.Activity,
            $"'{usual.Activity}' is the answer {CountText.Of(yes)} of {CountText.Of(total)} times: "
                + $"at most {ShareText.Of(others.Interval.High)} of the answers are others (95 % bound).",
            yes,
            total,
            list.Count,
            RuleWords.Yes,
            others.Interval.High,
            Measured.Seconds(micros),
            usual.Mapped is null || usual.IsSuggested);
    }
}
