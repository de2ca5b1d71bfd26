using OutsideIn.Vocabulary;

namespace OutsideIn.Diagnosis;

/// <summary>What to remove, improve or challenge, with what goes with it (F17 on the observed causes).</summary>
/// <remarks>
/// Every event has exactly one observed cause, so the cascade of a Moment of Truth is the work and the hand-offs attributed to it:
/// nothing else keeps them alive. All kinds are ranked by one quantity, the hours that customers waited until their outcome was
/// reached or lost, so that ranks compare like with like; nothing is scored. A contact that shows the outcome itself is no candidate.
/// </remarks>
internal static class Candidates
{
    public const string MomentKind = "momentOfTruth";
    public const string BreakpointKind = "breakpoint";
    public const string RuleKind = "rule";

    /// <summary>Below so many cases a candidate is shown after the others, and marked.</summary>
    public const int SmallCases = 30;

    /// <summary>So many breakpoints at most are candidates, those with the most hours; the breakpoints themselves are listed in full.</summary>
    public const int BreakpointsMax = 100;

    private const string Elapsed = "elapsed";

    public static IReadOnlyList<CandidateEntry> Compute(
        MappedLog mapped, CauseTally?[] tallies, BreakpointsEntry breakpoints, IReadOnlyList<CandidateEntry> rules) =>
        Ranked([.. Moments(mapped, tallies), .. Pairs(mapped, breakpoints), .. rules]);

    /// <summary>Most hours first, equal hours sharing a rank; those with too few cases after all others.</summary>
    public static CandidateEntry[] Ranked(IReadOnlyList<CandidateEntry> candidates)
    {
        var ordered = candidates
            .OrderBy(static one => one.IsSmall)
            .ThenByDescending(static one => one.Hours)
            .ThenByDescending(static one => one.Cases)
            .ThenBy(static one => one.Name, StringComparer.Ordinal)
            .ToArray();
        for (var index = 0; index < ordered.Length; index++)
        {
            var isTie = index > 0 && ordered[index - 1].IsSmall == ordered[index].IsSmall
                && ordered[index - 1].Hours.Equals(ordered[index].Hours);
            ordered[index] = ordered[index] with { Rank = isTie ? ordered[index - 1].Rank : index + 1 };
        }

        return ordered;
    }

    private static IEnumerable<CandidateEntry> Moments(MappedLog mapped, CauseTally?[] tallies)
    {
        var log = mapped.Log;
        var showsReached = WorksThatShowReached(mapped);
        foreach (var tally in tallies.Skip(1).OfType<CauseTally>())
        {
            var work = mapped.Works[tally.Work];
            if (showsReached[tally.Work])
            {
                continue;
            }

            var (events, hours) = (tally.Contacts + tally.Events, (double)tally.CustomerMicros / Measured.MicrosPerHour);
            yield return new CandidateEntry(
                tally.Cases.Id, 0, MomentKind, work.Name, "remove or improve", WhyMoment(work, tally, hours),
                tally.Cases.Count, events, tally.Breakpoints, hours, Elapsed,
                log.HasStarts ? (double)(tally.ProcessingMicros + tally.ContactProcessingMicros) / Measured.MicrosPerHour : null,
                log.HasCosts ? tally.Cost + tally.ContactCost : null,
                tally.Spawned(mapped), tally.Cases.Count < SmallCases, work.IsSuggested);
        }
    }

    private static bool[] WorksThatShowReached(MappedLog mapped)
    {
        var shows = new bool[mapped.Works.Length];
        for (var code = 1; code < mapped.Activities.Length; code++)
        {
            shows[mapped.WorkOfActivity[code]] |= mapped.Outcomes.ShowsReached[code];
        }

        return shows;
    }

    private static string WhyMoment(ActivityMeaning work, CauseTally tally, double hours)
    {
        var judged = work.Mapped?.Contributes switch
        {
            false => "The map says that it does not contribute to the outcome. ",
            true => "The map says that it contributes to the outcome: improve it, or move it to where the customer is. ",
            null => string.Empty,
        };
        var failure = FailureContacts.IsFailure(work.Demand) ? "It happens only because something failed before. " : string.Empty;
        return $"{judged}{failure}With it go {CountText.Of(tally.Events, "internal event", "internal events")} and "
            + $"{CountText.Of(tally.Breakpoints, "hand-off", "hand-offs")} that no other contact caused; "
            + $"{Plain.Hours(hours)} passed for customers while it was the cause.";
    }

    private static IEnumerable<CandidateEntry> Pairs(MappedLog mapped, BreakpointsEntry breakpoints)
    {
        var hours = HoursOfPairs(mapped);
        return breakpoints.Pairs
            .OrderByDescending(pair => hours[(pair.From, pair.To)])
            .ThenByDescending(static pair => pair.Count)
            .Take(BreakpointsMax)
            .Select(pair => Pair(mapped, pair, hours[(pair.From, pair.To)]));
    }

    private static CandidateEntry Pair(MappedLog mapped, BreakpointPairEntry pair, double hours) => new(
        pair.Figure, 0, BreakpointKind, $"{pair.From} → {pair.To}", "remove",
        $"{CountText.Of(pair.Count, "hand-off", "hand-offs")} in {CountText.Of(pair.Cases, "case", "cases")}; work waited "
            + $"{DurationText.OfSeconds(pair.MedianWaitSeconds)} at the median, and customers with it {Plain.Hours(hours)} in all.",
        pair.Cases, pair.Count, pair.Count, hours, Elapsed, null, null,
        pair.Causes, pair.Cases < SmallCases, mapped.HandOffs.IsSuggested);

    private static Dictionary<(string From, string To), double> HoursOfPairs(MappedLog mapped)
    {
        var hours = new Dictionary<(string From, string To), double>();
        foreach (var item in mapped.HandOffs.Items)
        {
            var until = mapped.Outcomes.WaitsUntilMicros(mapped.Log, item.Case);
            var micros = Math.Max(0, Math.Min(item.TakenMicros, until) - Math.Min(item.LeftMicros, until));
            var pair = (Breakpoints.NameOf(mapped, item.From), Breakpoints.NameOf(mapped, item.To));
            hours[pair] = hours.GetValueOrDefault(pair) + ((double)micros / Measured.MicrosPerHour);
        }

        return hours;
    }
}
