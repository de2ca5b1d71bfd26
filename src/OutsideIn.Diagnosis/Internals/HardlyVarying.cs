using OutsideIn.Statistics;
using OutsideIn.Vocabulary;

namespace OutsideIn.Diagnosis;

/// <summary>Decisions whose answer never or hardly ever varies: asked every time, and known beforehand.</summary>
/// <remarks>
/// A decision is suspected where it was answered at least 30 times and the share of all other answers is at most 10 %, by the exact
/// one-sided 95 % bound of Clopper and Pearson: after 30 equal answers in a row another one may still come in 9.5 %.
/// </remarks>
internal static class HardlyVarying
{
    private const int AnswersMin = 30;
    private const double OtherShareMax = 0.1;

    public static IEnumerable<RuleSuspectEntry> Compute(MappedLog mapped, Decisions decisions, FigureBook book)
    {
        foreach (var (code, rows) in decisions.Rows)
        {
            var answers = decisions.Answers[code];
            if ((answers.Attribute is not null || MayBeAnsweredByNext(mapped.Activities[code]))
                && Suspect(mapped, decisions, book, rows, answers) is { } suspect)
            {
                yield return suspect;
            }
        }
    }

    // What comes next is an answer only where somebody or the words say that a question was asked, and the name does not answer it.
    private static bool MayBeAnsweredByNext(ActivityMeaning meaning) =>
        RuleWords.AnswerIn(meaning.Activity) is null && (!meaning.IsSuggested || RuleWords.SaysCheck(meaning.Activity));

    private static RuleSuspectEntry? Suspect(
        MappedLog mapped, Decisions decisions, FigureBook book, List<int> rows, AnswerSource answers)
    {
        var steps = decisions.Steps;
        var counts = rows.Select(row => answers.At(row, steps.CaseOf[row])).OfType<string>().CountBy(static answer => answer)
            .OrderByDescending(static one => one.Value).ThenBy(static one => one.Key, StringComparer.Ordinal).ToArray();
        var total = counts.Sum(static one => one.Value);
        if (total < AnswersMin
            || !ProportionInterval.ClopperPearsonUpper(total - counts[0].Value, total).TryGet(out var others, out _)
            || others.Interval.High > OtherShareMax)
        {
            return null;
        }

        var (meaning, waitMicros, usual) = (mapped.ActivityAt(rows[0]), 0L, counts[0]);
        var list = book.Open("answerHardlyVaries", meaning.Activity);
        foreach (var row in rows)
        {
            list.Add(steps.CaseOf[row]);
            waitMicros += steps.WaitMicros(mapped, row) + Math.Max(0, mapped.Log.TimeMicros[row] - mapped.Log.BeginMicros[row]);
        }

        var answered = answers.Attribute is { } attribute ? $"was answered '{usual.Key}' ({attribute})" : $"was followed by '{usual.Key}'";
        return new RuleSuspectEntry(
            list.Id,
            "answerHardlyVaries",
            meaning.Activity,
            $"'{meaning.Activity}' {answered} {CountText.Of(usual.Value)} of {CountText.Of(total)} times: "
                + $"at most {ShareText.Of(others.Interval.High)} of the answers are others (95 % bound).",
            usual.Value,
            total,
            list.Count,
            usual.Key,
            others.Interval.High,
            Measured.Seconds(waitMicros),
            meaning.Mapped is null || meaning.IsSuggested);
    }
}
