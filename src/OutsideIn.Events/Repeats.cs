namespace OutsideIn.Events;

/// <summary>Activities that happen again within a case. Immutable; safe to share.</summary>
/// <param name="Activities">Every activity that is repeated in some case: most repeats first, then by the name's characters.</param>
/// <param name="Cases">Number of cases in which any activity is repeated.</param>
/// <param name="Events">Number of repeats over all activities: events minus distinct activities, summed over the cases.</param>
public sealed record Repeats(IReadOnlyList<ActivityRepeats> Activities, int Cases, int Events)
{
    /// <summary>The repeats of a log. O(events), allocates by activities only.</summary>
    public static Repeats Of(EventLog log)
    {
        ArgumentNullException.ThrowIfNull(log);
        var activities = log.Activities;
        var tallies = new RepeatTally[activities.NameCount + 1];
        var cases = activities.IsNarrow
            ? RepeatKernel.Count(log.CaseStarts, activities.Narrow, tallies)
            : RepeatKernel.Count(log.CaseStarts, activities.Wide, tallies);

        var repeated = new List<ActivityRepeats>();
        var events = 0;
        for (var code = 1; code < tallies.Length; code++)
        {
            var tally = tallies[code];
            if (tally.Repeats > 0)
            {
                events += tally.Repeats;
                repeated.Add(new ActivityRepeats(
                    code, activities.NameOf(code)!, tally.Cases, tally.Repeats, tally.SelfLoops, tally.SelfLoopCases, tally.GapMin - 1));
            }
        }

        repeated.Sort(static (one, other) => ByFrequency.Compare((one.Repeats, one.Activity, ""), (other.Repeats, other.Activity, "")));
        return new Repeats([.. repeated], cases, events);
    }
}

/// <summary>How often an activity happens again.</summary>
/// <param name="Code">Its code in the log's column.</param>
/// <param name="Activity">The activity.</param>
/// <param name="Cases">Number of cases in which it happens more than once.</param>
/// <param name="Repeats">Number of its events after the first of their case.</param>
/// <param name="SelfLoops">Number of its events directly after another of its own; at most <paramref name="Repeats"/>.</param>
/// <param name="SelfLoopCases">Number of cases with such a self-loop.</param>
/// <param name="EventsBetweenMin">The fewest other events between one and the next; 0 where it has a self-loop.</param>
public sealed record ActivityRepeats(
    int Code, string Activity, int Cases, int Repeats, int SelfLoops, int SelfLoopCases, int EventsBetweenMin);
