using OutsideIn.Events;
using OutsideIn.Method;
using OutsideIn.Vocabulary;

namespace OutsideIn.Diagnosis;

/// <summary>One internal hand-off. Instants are microseconds since 1970-01-01T00:00:00Z.</summary>
/// <param name="Row">Row that shows it: the receiver's event or the explicit hand-off event.</param>
/// <param name="Case">The case.</param>
/// <param name="From">Doer that hands over; 0 where unknown.</param>
/// <param name="To">Doer that takes over; 0 where unknown.</param>
/// <param name="LeftMicros">When the work left the one.</param>
/// <param name="TakenMicros">When the other took it up; the same as <paramref name="LeftMicros"/> where nobody has yet.</param>
/// <param name="IsTaken">Whether somebody took it up by the horizon.</param>
internal readonly record struct HandOff(int Row, int Case, int From, int To, long LeftMicros, long TakenMicros, bool IsTaken)
{
    /// <summary>From leaving to being taken up, never negative: work that overlaps did not wait.</summary>
    public long WaitMicros => Math.Max(0, TakenMicros - LeftMicros);
}

/// <summary>The internal hand-offs of a log, in row order, and on what basis they were counted (row 33). Immutable.</summary>
/// <remarks>
/// The customer is never an end and an unknown doer is looked through: the last known internal doer hands to the next known one.
/// </remarks>
internal sealed class HandOffs
{
    public const string ByEvents = "handOffEvents";
    public const string ByTeams = "teams";
    public const string ByResources = "resources";
    public const string ByNothing = "none";

    /// <summary>
    /// Hand-off events that only their words name are the basis when there is at least one for so many changes of doer: a process
    /// that records an escalation now and then does not record its hand-offs.
    /// </summary>
    private const double WordsShareMin = 0.25;

    private HandOffs(string basis, string reason, HandOff[] items, int eventCount)
    {
        (Basis, Reason, Items) = (basis, reason, items);
        IsHandOff = new bool[eventCount];
        foreach (var item in items)
        {
            IsHandOff[item.Row] = true;
        }
    }

    public string Basis { get; }

    public string Reason { get; }

    public HandOff[] Items { get; }

    /// <summary>Whether only the words in their names say which events hand over.</summary>
    public bool IsSuggested { get; private init; }

    /// <summary>[events] Whether a hand-off shows at the row; at most one does.</summary>
    public bool[] IsHandOff { get; }

    public static HandOffs Of(EventLog log, OutsideInMap map, DoerColumn doers, bool[] contacts)
    {
        var names = log.Activities.Names;
        var isNamed = NameMatching.AnyOf(names, [.. map.HandOffEvents, .. map.Breakpoints.SelectMany(static one => one.Events)]);
        if (isNamed.Contains(value: true))
        {
            var reasonNamed = $"The map names {Listed(names, isNamed)} as hand-off events.";
            return new HandOffs(ByEvents, reasonNamed, ByEventsOf(log, doers, contacts, isNamed), log.EventCount);
        }

        var changes = ChangesOfDoer(log, doers);
        var isWorded = HandOffWords.In(names);
        if (isWorded.Contains(value: true))
        {
            var worded = ByEventsOf(log, doers, contacts, isWorded);
            if (worded.Length > 0 && worded.Length >= WordsShareMin * changes.Length)
            {
                var reasonWorded = $"The words of {Listed(names, isWorded)} say that the event is a hand-off; "
                    + $"changes of doer would count {CountText.Of(changes.Length)}.";
                return new HandOffs(ByEvents, reasonWorded, worded, log.EventCount) { IsSuggested = true };
            }
        }

        var (basis, reason) = BasisOf(log, doers);
        return new HandOffs(basis, reason, changes, log.EventCount);
    }

    private static (string Basis, string Reason) BasisOf(EventLog log, DoerColumn doers) => (log.Teams, log.Resources) switch
    {
        ({ NameCount: > 0 }, _) => (ByTeams,
            "The log has no hand-off events to go by, so a change of team from one known team to the next is counted."),
        (_, { NameCount: > 0 }) when doers.Count > 0 => (ByResources,
            "The log has neither hand-off events to go by nor teams, so a change of resource from one known doer to the next is counted."),
        _ => (ByNothing, "The log says neither who did the work nor when it was handed over, so no hand-off can be counted."),
    };

    private static HandOff[] ChangesOfDoer(EventLog log, DoerColumn doers)
    {
        var items = new List<HandOff>();
        var codes = doers.Codes;
        var begins = log.BeginMicros;
        var times = log.TimeMicros;
        for (var caseIndex = 0; caseIndex < log.CaseCount; caseIndex++)
        {
            var (first, end) = log.RowsOf(caseIndex);
            var last = MappedLog.NoRow;
            for (var row = first; row < end; row++)
            {
                if (codes[row] == DoerColumn.Unknown || doers.IsCustomer(row))
                {
                    continue;
                }

                if (last != MappedLog.NoRow && codes[row] != codes[last])
                {
                    items.Add(new HandOff(row, caseIndex, codes[last], codes[row], times[last], begins[row], IsTaken: true));
                }

                last = row;
            }
        }

        return [.. items];
    }

    private static HandOff[] ByEventsOf(EventLog log, DoerColumn doers, bool[] contacts, bool[] isHandOffEvent)
    {
        var items = new List<HandOff>();
        for (var caseIndex = 0; caseIndex < log.CaseCount; caseIndex++)
        {
            var (first, end) = log.RowsOf(caseIndex);
            var last = DoerColumn.Unknown;
            for (var row = first; row < end; row++)
            {
                var doer = Internal(doers, row);
                if (isHandOffEvent[log.Activities[row]] && !contacts[row])
                {
                    var from = last == DoerColumn.Unknown ? doer : last;
                    items.Add(ExplicitAt(log, row, caseIndex, from, TakerAt(log, doers, isHandOffEvent, (row, end), from)));
                }

                last = doer == DoerColumn.Unknown ? last : doer;
            }
        }

        return [.. items];
    }

    // The event may carry the old doer or the new one; the first doer from here on who is not the old one took over.
    private static int TakerAt(EventLog log, DoerColumn doers, bool[] isHandOffEvent, (int First, int End) rows, int from)
    {
        var to = Internal(doers, rows.First);
        for (var row = rows.First + 1; row < rows.End && (to == DoerColumn.Unknown || to == from); row++)
        {
            to = Internal(doers, row) is var next && next == DoerColumn.Unknown ? to : next;
            if (isHandOffEvent[log.Activities[row]])
            {
                break;
            }
        }

        return to;
    }

    private static HandOff ExplicitAt(EventLog log, int row, int caseIndex, int from, int to)
    {
        var left = log.TimeMicros[row];
        var isTaken = row + 1 < log.CaseStarts[caseIndex + 1];
        return new HandOff(row, caseIndex, from, to, left, isTaken ? log.BeginMicros[row + 1] : left, isTaken);
    }

    private static int Internal(DoerColumn doers, int row) => doers.IsCustomer(row) ? DoerColumn.Unknown : doers.Codes[row];

    private static string Listed(IReadOnlyList<string> names, bool[] isHandOffEvent)
    {
        var listed = Enumerable.Range(1, names.Count).Where(code => isHandOffEvent[code]).Select(code => $"'{names[code - 1]}'").ToArray();
        return listed.Length <= 3
            ? string.Join(", ", listed)
            : $"{string.Join(", ", listed[..3])} and {listed.Length - 3} more";
    }
}
