using OutsideIn.Events;
using OutsideIn.Vocabulary;

namespace OutsideIn.Diagnosis;

/// <summary>Approvals directly after an approval, by somebody else, with the same answer: checkers checking checkers (§6 point 14).</summary>
/// <remarks>
/// Two approvals in a row count where different resources gave them (different teams where the log has no resources) or, where the
/// log does not say who did, where they are different activities. An approval whose answer no attribute records said no where its own
/// name or the next step's says so, else yes. Suspected where at least 30 of the second approvals, and 9 in 10, agree with the first.
/// </remarks>
internal static class RepeatedApprovals
{
    private const int CountMin = 30;
    private const double AgreeingShareMin = 0.9;

    public static IEnumerable<RuleSuspectEntry> Compute(MappedLog mapped, Decisions decisions, FigureBook book)
    {
        var isApproval = Array.ConvertAll(mapped.Activities, RuleWords.IsApproval);
        foreach (var (code, rows) in decisions.Rows)
        {
            var seconds = isApproval[code] ? Seconds(mapped, decisions, isApproval, rows) : [];
            if (seconds.Count >= CountMin && Suspect(mapped, decisions, book, seconds) is { } suspect)
            {
                yield return suspect;
            }
        }
    }

    private static List<int> Seconds(MappedLog mapped, Decisions decisions, bool[] isApproval, List<int> rows) =>
    [
        .. rows.Where(row => decisions.Steps.Before[row] is var before && before != MappedLog.NoRow
            && isApproval[mapped.Log.Activities[before]] && AreBySomebodyElse(mapped.Log, before, row)),
    ];

    private static bool AreBySomebodyElse(EventLog log, int before, int row)
    {
        var doers = log.Resources ?? log.Teams;
        var (one, other) = doers is null ? (CodedColumn.Missing, CodedColumn.Missing) : (doers[before], doers[row]);
        return one == CodedColumn.Missing || other == CodedColumn.Missing
            ? log.Activities[before] != log.Activities[row]
            : one != other;
    }

    private static RuleSuspectEntry? Suspect(MappedLog mapped, Decisions decisions, FigureBook book, List<int> seconds)
    {
        var steps = decisions.Steps;
        var agreeing = seconds.Where(row => string.Equals(
            AnswerAt(mapped, decisions, steps.Before[row]), AnswerAt(mapped, decisions, row), StringComparison.OrdinalIgnoreCase)).ToArray();
        if (agreeing.Length < CountMin || agreeing.Length < AgreeingShareMin * seconds.Count)
        {
            return null;
        }

        var meaning = mapped.ActivityAt(agreeing[0]);
        var (list, micros) = (book.Open("repeatedApproval", meaning.Activity), 0L);
        foreach (var row in agreeing)
        {
            list.Add(steps.CaseOf[row]);
            micros += Math.Max(0, mapped.Log.TimeMicros[row] - mapped.Log.TimeMicros[steps.Before[row]]);
        }

        var first = agreeing.CountBy(row => mapped.Log.Activities.TextAt(steps.Before[row])!)
            .OrderByDescending(static one => one.Value).ThenBy(static one => one.Key, StringComparer.Ordinal).First().Key;
        var answer = agreeing.CountBy(row => AnswerAt(mapped, decisions, row))
            .OrderByDescending(static one => one.Value).ThenBy(static one => one.Key, StringComparer.Ordinal).First().Key;
        return new RuleSuspectEntry(
            list.Id,
            "repeatedApproval",
            meaning.Activity,
            $"'{meaning.Activity}' follows '{first}' directly and repeats its answer {CountText.Of(agreeing.Length)} of "
                + $"{CountText.Of(seconds.Count)} times (mostly '{answer}'), by somebody else.",
            agreeing.Length,
            seconds.Count,
            list.Count,
            answer,
            null,
            Measured.Seconds(micros),
            meaning.Mapped is null || meaning.IsSuggested);
    }

    private static string AnswerAt(MappedLog mapped, Decisions decisions, int row)
    {
        var activity = mapped.Log.Activities[row];
        var source = decisions.Answers[activity];
        var answer = source.At(row, decisions.Steps.CaseOf[row]);
        return source.Attribute is not null && answer is not null ? answer
            : RuleWords.SaysNo(mapped.Log.Activities.NameOf(activity)!) || (answer is not null && RuleWords.SaysNo(answer)) ? RuleWords.No
            : RuleWords.Yes;
    }
}
