namespace OutsideIn.Events;

/// <summary>The part a transition plays in the execution of an activity.</summary>
internal enum LifecycleStep : byte
{
    /// <summary>The event says nothing about a lifecycle: it stays an event.</summary>
    None,

    /// <summary>An execution begins.</summary>
    Start,

    /// <summary>An execution ends as it should.</summary>
    Complete,

    /// <summary>An execution that had begun ends early; where none had begun, nothing was done.</summary>
    Abort,

    /// <summary>Work is planned, handed on, paused or skipped; nothing begins or ends.</summary>
    Aside,
}

/// <summary>What pairing found.</summary>
/// <param name="Dropped">[rows] Whether a row is no event of its own.</param>
/// <param name="Pairs">The row of each paired start and the row of its end.</param>
/// <param name="OpenStarts">Starts without an end.</param>
/// <param name="BareCompletes">Ends without a start.</param>
/// <param name="Aside">Rows dropped because they neither begin nor end an execution.</param>
internal sealed record LifecyclePairs(
    bool[] Dropped, IReadOnlyList<(int Start, int End)> Pairs, long OpenStarts, long BareCompletes, long Aside);

/// <summary>Joins the start and the end of each execution: first started, first ended.</summary>
/// <remarks>
/// An end takes the earliest open start of its case and activity that does not contradict it: resource and instance must be
/// equal where both rows know them. Rows are taken by time and then as the source has them.
/// </remarks>
internal sealed class LifecyclePairing(ReadOnlyMemory<int> activities, ReadOnlyMemory<int> resources, ReadOnlyMemory<int> instances)
{
    // A case with more open starts of one activity than this is no case; without a bound it would cost their square.
    private const int OpenLookedAtMax = 1024;

    private readonly Dictionary<int, OpenStarts> _open = [];
    private readonly List<OpenStarts> _touched = [];
    private readonly List<(int Start, int End)> _pairs = [];
    private long _openStarts;
    private long _bareCompletes;
    private long _aside;

    /// <summary>What a transition of the standard model means, in any letter case; null for any other text.</summary>
    public static LifecycleStep? StepOf(string transition) => transition.Trim().ToLowerInvariant() switch
    {
        "start" => LifecycleStep.Start,
        "complete" => LifecycleStep.Complete,
        "ate_abort" or "pi_abort" or "withdraw" => LifecycleStep.Abort,
        "schedule" or "assign" or "reassign" or "suspend" or "resume" or "autoskip" or "manualskip" => LifecycleStep.Aside,
        "unknown" => LifecycleStep.None,
        _ => null,
    };

    /// <summary>Pairs the rows of every case.</summary>
    /// <param name="caseStarts">[cases + 1] Where each case starts among <paramref name="rows"/>.</param>
    /// <param name="rows">[rows] The rows by case, then time, then as the source has them.</param>
    /// <param name="steps">[rows of the source] The step of each row.</param>
    public LifecyclePairs Pair(ReadOnlySpan<int> caseStarts, ReadOnlySpan<int> rows, ReadOnlySpan<LifecycleStep> steps)
    {
        var dropped = new bool[steps.Length];
        for (var c = 0; c + 1 < caseStarts.Length; c++)
        {
            foreach (var row in rows[caseStarts[c]..caseStarts[c + 1]])
            {
                Take(row, steps[row], dropped);
            }

            foreach (var left in _touched)
            {
                _openStarts += left.Count;
                left.Clear();
            }

            _touched.Clear();
        }

        return new LifecyclePairs(dropped, _pairs, _openStarts, _bareCompletes, _aside);
    }

    private void Take(int row, LifecycleStep step, bool[] dropped)
    {
        if (step == LifecycleStep.None)
        {
            return;
        }

        var open = step == LifecycleStep.Aside ? null : OpenOf(row);
        if (step == LifecycleStep.Start)
        {
            open!.Add(row);
            return;
        }

        var start = open is null ? -1 : TakeFirstFor(row, open);
        if (start >= 0)
        {
            _pairs.Add((start, row));
            dropped[start] = true;
        }
        else if (step == LifecycleStep.Complete)
        {
            _bareCompletes++;
        }
        else
        {
            dropped[row] = true;
            _aside++;
        }
    }

    private OpenStarts OpenOf(int row)
    {
        var activity = activities.Span[row];
        if (!_open.TryGetValue(activity, out var open))
        {
            _open[activity] = open = new OpenStarts();
        }

        if (open.Count == 0)
        {
            _touched.Add(open);
        }

        return open;
    }

    private int TakeFirstFor(int row, OpenStarts open)
    {
        for (var i = 0; i < Math.Min(open.Count, OpenLookedAtMax); i++)
        {
            if (Agree(resources.Span, row, open[i]) && Agree(instances.Span, row, open[i]))
            {
                return open.TakeAt(i);
            }
        }

        return -1;
    }

    private static bool Agree(ReadOnlySpan<int> codes, int one, int other) =>
        codes.IsEmpty || codes[one] == codes[other] || codes[one] == CodedColumn.Missing || codes[other] == CodedColumn.Missing;

    /// <summary>Rows of starts that wait for their end, first in first.</summary>
    private sealed class OpenStarts
    {
        private readonly List<int> _rows = [];
        private int _first;

        public int Count => _rows.Count - _first;

        public int this[int index] => _rows[_first + index];

        public void Add(int row) => _rows.Add(row);

        public int TakeAt(int index)
        {
            var row = this[index];
            for (var i = _first + index; i > _first; i--)
            {
                _rows[i] = _rows[i - 1];
            }

            _first++;
            return row;
        }

        public void Clear()
        {
            _rows.Clear();
            _first = 0;
        }
    }
}
