namespace OutsideIn.Diagnosis;

/// <summary>Waits that pile up on one length: the mark of a rule that says "not before".</summary>
/// <remarks>
/// A step is asked over all that may come before it first; where it stands out nowhere, each step before it is asked by itself.
/// Where the log gives times by the day or the hour, lengths pile up by themselves, and only spikes wider than that unit count.
/// </remarks>
internal static class FixedWaits
{
    public static IEnumerable<RuleSuspectEntry> Compute(MappedLog mapped, ProcessSteps steps, FigureBook book)
    {
        var (starts, rows) = steps.ByActivity(mapped);
        for (var code = 1; code + 1 < starts.Length; code++)
        {
            var group = rows.AsSpan(starts[code], starts[code + 1] - starts[code]).ToArray();
            if (group.Length < WaitSpike.CountMin)
            {
                continue;
            }

            if (Suspect(mapped, steps, book, group) is { } suspect)
            {
                yield return suspect;
                continue;
            }

            foreach (var pair in group.GroupBy(row => mapped.Log.Activities[steps.Before[row]]).OrderBy(static pair => pair.Key))
            {
                if (pair.Count() >= WaitSpike.CountMin && pair.Count() < group.Length
                    && Suspect(mapped, steps, book, [.. pair]) is { } ofPair)
                {
                    yield return ofPair;
                    break;
                }
            }
        }
    }

    private static RuleSuspectEntry? Suspect(MappedLog mapped, ProcessSteps steps, FigureBook book, int[] rows)
    {
        var waits = Array.ConvertAll(rows, row => steps.WaitMicros(mapped, row));
        var begins = Array.ConvertAll(rows, row => mapped.Log.BeginMicros[row]);
        Array.Sort(waits, rows);
        if (WaitSpike.In(waits, TimeResolution.Of(begins)) is not { } spike)
        {
            return null;
        }

        var log = mapped.Log;
        var held = rows[spike.First..spike.End];
        var meaning = mapped.ActivityAt(held[0]);
        var before = log.Activities.NameOf(UsualBefore(mapped, steps, held))!;
        var list = book.Open("fixedWait", meaning.Activity);
        foreach (var caseIndex in held.Select(row => steps.CaseOf[row]).Order())
        {
            list.Add(caseIndex);
        }

        var length = Wording.Duration(Rounded(Measured.Seconds(spike.LengthMicros(waits))));
        var micros = 0L;
        for (var index = spike.First; index < spike.End; index++)
        {
            micros += waits[index];
        }

        return new RuleSuspectEntry(
            list.Id,
            "fixedWait",
            meaning.Activity,
            $"'{meaning.Activity}' comes {length} after '{before}' in {Wording.Count(spike.Count)} of {Wording.Count(rows.Length)} waits, "
                + "far more often than at any length near it: something makes it wait that long.",
            spike.Count,
            rows.Length,
            list.Count,
            length,
            null,
            Measured.Seconds(micros),
            !meaning.IsRuleCheck || meaning.IsSuggested);
    }

    private static int UsualBefore(MappedLog mapped, ProcessSteps steps, int[] rows) => rows
        .CountBy(row => mapped.Log.Activities[steps.Before[row]])
        .OrderByDescending(static one => one.Value).ThenBy(static one => one.Key).First().Key;

    // The rule says 48 hours, the first waits 48 hours and 20 seconds.
    private static double Rounded(double seconds)
    {
        double unit = seconds >= 72 * 3600 ? 86400 : seconds >= 2 * 3600 ? 3600 : 60;
        var rounded = Math.Round(seconds / unit) * unit;
        return Math.Abs(rounded - seconds) <= 0.02 * seconds ? rounded : seconds;
    }
}
