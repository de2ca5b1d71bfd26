using OutsideIn.Vocabulary;

namespace OutsideIn.Diagnosis;

/// <summary>Waits that pile up on one length: the mark of a rule that says "not before".</summary>
/// <remarks>
/// A step is asked over all that may come before it first; where it stands out nowhere, each step before it is asked by itself. Once
/// found, the wait is measured from the last of that step before, whatever was done in between, where that shows it more clearly.
/// Where the log gives times by the day or the hour, lengths pile up by themselves, and only spikes wider than that unit count.
/// </remarks>
internal static class FixedWaits
{
    public static IEnumerable<RuleSuspectEntry> Compute(MappedLog mapped, ProcessSteps steps, FigureBook book)
    {
        var (starts, rows) = steps.ByActivity(mapped);
        for (var code = 1; code + 1 < starts.Length; code++)
        {
            var all = rows.AsSpan(starts[code], starts[code + 1] - starts[code]).ToArray();
            if (all.Length >= WaitSpike.CountMin && Found(mapped, steps, all) is { } found)
            {
                yield return Suspect(mapped, steps, book, found);
            }
        }
    }

    private static PiledWaits? Found(MappedLog mapped, ProcessSteps steps, int[] all)
    {
        if (Piled(mapped, all, row => steps.Before[row]) is { } found)
        {
            return Clearest(found, Piled(mapped, all, LastOf(mapped, steps, UsualBefore(mapped, found))));
        }

        foreach (var pair in all.GroupBy(row => mapped.Log.Activities[steps.Before[row]]).OrderBy(static pair => pair.Key))
        {
            int[] ofPair = [.. pair];
            if (ofPair.Length >= WaitSpike.CountMin && ofPair.Length < all.Length && Piled(mapped, ofPair, row => steps.Before[row]) is { } one)
            {
                return Clearest(one, Piled(mapped, all, LastOf(mapped, steps, pair.Key)));
            }
        }

        return null;
    }

    private static PiledWaits Clearest(PiledWaits found, PiledWaits? since) =>
        since is not null && since.Share > found.Share && since.Spike.Count >= found.Spike.Count ? since : found;

    // The last row of an activity before a row of the same case, or −1.
    private static Func<int, int> LastOf(MappedLog mapped, ProcessSteps steps, int activity) => row =>
    {
        var before = row - 1;
        var first = mapped.Log.CaseStarts[steps.CaseOf[row]];
        while (before >= first && mapped.Log.Activities[before] != activity)
        {
            before--;
        }

        return before < first ? MappedLog.NoRow : before;
    };

    private static PiledWaits? Piled(MappedLog mapped, int[] all, Func<int, int> beforeOf)
    {
        var log = mapped.Log;
        var befores = Array.ConvertAll(all, one => beforeOf(one));
        var rows = all.Where((_, index) => befores[index] != MappedLog.NoRow).ToArray();
        befores = Array.FindAll(befores, static before => before != MappedLog.NoRow);
        var waits = rows.Select((row, index) => Math.Max(0, log.BeginMicros[row] - log.TimeMicros[befores[index]])).ToArray();
        var begins = Array.ConvertAll(rows, row => log.BeginMicros[row]);
        var order = Enumerable.Range(0, rows.Length).ToArray();
        Array.Sort(waits, order);
        return rows.Length >= WaitSpike.CountMin && WaitSpike.In(waits, TimeResolution.Of(begins)) is { } spike
            ? new PiledWaits(waits, Array.ConvertAll(order, index => rows[index]), Array.ConvertAll(order, index => befores[index]), spike)
            : null;
    }

    private static RuleSuspectEntry Suspect(MappedLog mapped, ProcessSteps steps, FigureBook book, PiledWaits found)
    {
        var spike = found.Spike;
        var held = found.Rows[spike.First..spike.End];
        var meaning = mapped.ActivityAt(held[0]);
        var list = book.Open("fixedWait", meaning.Activity);
        foreach (var caseIndex in held.Select(row => steps.CaseOf[row]).Order())
        {
            list.Add(caseIndex);
        }

        var length = DurationText.OfSeconds(Rounded(Measured.Seconds(spike.LengthMicros(found.Waits))));
        return new RuleSuspectEntry(
            list.Id,
            "fixedWait",
            meaning.Activity,
            $"'{meaning.Activity}' comes {length} after '{mapped.Log.Activities.NameOf(UsualBefore(mapped, found))}' in "
                + $"{CountText.Of(spike.Count)} of {CountText.Of(found.Rows.Length)} waits, far more often than at any length near it: "
                + "something makes it wait that long.",
            spike.Count,
            found.Rows.Length,
            list.Count,
            length,
            null,
            Measured.Seconds(found.Waits[spike.First..spike.End].Sum()),
            !meaning.IsRuleCheck || meaning.IsSuggested);
    }

    private static int UsualBefore(MappedLog mapped, PiledWaits found) => found.Befores[found.Spike.First..found.Spike.End]
        .CountBy(before => mapped.Log.Activities[before])
        .OrderByDescending(static one => one.Value).ThenBy(static one => one.Key).First().Key;

    // The rule says 48 hours, the first waits 48 hours and 20 seconds.
    private static double Rounded(double seconds)
    {
        double unit = seconds >= 72 * 3600 ? 86400 : seconds >= 2 * 3600 ? 3600 : 60;
        var rounded = Math.Round(seconds / unit) * unit;
        return Math.Abs(rounded - seconds) <= 0.02 * seconds ? rounded : seconds;
    }

    /// <summary>[waits] Waits in ascending order, the rows that waited, the rows they waited since, and where they pile up.</summary>
    private sealed record PiledWaits(long[] Waits, int[] Rows, int[] Befores, WaitSpike Spike)
    {
        public double Share => (double)Spike.Count / Rows.Length;
    }
}
