namespace OutsideIn.Events;

/// <summary>Which activity came directly before which, how often and after what time. Immutable; safe to share.</summary>
/// <remarks>
/// Directly before means: the row before in the same case, in the log's <see cref="EventLog.Order"/>. The time between is the
/// begin of the later event minus the time (the end) of the earlier one; it is negative where two activity instances overlap,
/// and kept so, because cutting it off at zero would hide the overlap.
/// </remarks>
/// <param name="Edges">The pairs that occur: most frequent first, then by the names' characters.</param>
/// <param name="Activities">Every activity that occurs: most frequent first, then by the name's characters.</param>
public sealed record DirectlyFollowsGraph(IReadOnlyList<DirectlyFollows> Edges, IReadOnlyList<ActivityCount> Activities)
{
    /// <summary>The graph of a log. O(events + activities² up to 1,023 activities, else + pairs); allocates by names and pairs only.</summary>
    public static DirectlyFollowsGraph Of(EventLog log)
    {
        ArgumentNullException.ThrowIfNull(log);
        return new DirectlyFollowsGraph(EdgesOf(log), ActivitiesOf(log));
    }

    private static DirectlyFollows[] EdgesOf(EventLog log)
    {
        var activities = log.Activities;
        using var tally = new PairTally(activities.NameCount);
        if (activities.IsNarrow)
        {
            DirectlyFollowsKernel.Edges(log.CaseStarts, activities.Narrow, log.BeginMicros, log.TimeMicros, tally);
        }
        else
        {
            DirectlyFollowsKernel.Edges(log.CaseStarts, activities.Wide, log.BeginMicros, log.TimeMicros, tally);
        }

        var edges = new DirectlyFollows[tally.PairCount];
        for (var pair = 0; pair < edges.Length; pair++)
        {
            var (from, to, count, cases, time) = tally.Of(pair);
            edges[pair] = new DirectlyFollows(
                from, to, activities.NameOf(from)!, activities.NameOf(to)!, count, cases, time);
        }

        Array.Sort(edges, static (one, other) => ByFrequency.Compare((one.Count, one.From, one.To), (other.Count, other.From, other.To)));
        return edges;
    }

    private static ActivityCount[] ActivitiesOf(EventLog log)
    {
        var activities = log.Activities;
        var tallies = new ActivityTally[activities.NameCount + 1];
        if (activities.IsNarrow)
        {
            DirectlyFollowsKernel.Activities(log.CaseStarts, activities.Narrow, tallies);
        }
        else
        {
            DirectlyFollowsKernel.Activities(log.CaseStarts, activities.Wide, tallies);
        }

        var counts = new List<ActivityCount>(activities.NameCount);
        for (var code = 1; code < tallies.Length; code++)
        {
            var tally = tallies[code];
            if (tally.Events > 0)
            {
                counts.Add(new ActivityCount(code, activities.NameOf(code)!, tally.Events, tally.Cases, tally.Starts, tally.Ends));
            }
        }

        counts.Sort(static (one, other) => ByFrequency.Compare((one.Events, one.Activity, ""), (other.Events, other.Activity, "")));
        return [.. counts];
    }
}

/// <summary>One activity directly followed by another.</summary>
/// <param name="FromCode">Code of the earlier activity in the log's column.</param>
/// <param name="ToCode">Code of the later activity.</param>
/// <param name="From">The earlier activity.</param>
/// <param name="To">The later activity; may be the same.</param>
/// <param name="Count">How often, ≥ 1.</param>
/// <param name="Cases">In how many cases.</param>
/// <param name="Time">The time between the two.</param>
public sealed record DirectlyFollows(int FromCode, int ToCode, string From, string To, int Count, int Cases, DurationSummary Time);

/// <summary>How often an activity occurs.</summary>
/// <param name="Code">Its code in the log's column.</param>
/// <param name="Activity">The activity.</param>
/// <param name="Events">Number of its events, ≥ 1.</param>
/// <param name="Cases">Number of cases it occurs in.</param>
/// <param name="StartCases">Number of cases whose first event it is.</param>
/// <param name="EndCases">Number of cases whose last event it is.</param>
public sealed record ActivityCount(int Code, string Activity, int Events, int Cases, int StartCases, int EndCases);
