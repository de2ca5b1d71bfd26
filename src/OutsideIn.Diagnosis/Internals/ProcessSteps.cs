namespace OutsideIn.Diagnosis;

/// <summary>The steps of the process without the failure contacts in between, and the waits before them. Immutable.</summary>
/// <remarks>
/// A customer who chases does not end a wait, so failure contacts are looked through: a wait runs from the step before, whoever
/// called meanwhile, to the begin of this one.
/// </remarks>
internal sealed class ProcessSteps
{
    private ProcessSteps(int[] before, int[] caseOf) => (Before, CaseOf) = (before, caseOf);

    /// <summary>[events] Row of the step before, or −1 where there is none or the event is itself a failure contact.</summary>
    public int[] Before { get; }

    /// <summary>[events] Index of the case.</summary>
    public int[] CaseOf { get; }

    public static ProcessSteps Of(MappedLog mapped, FailureContacts contacts)
    {
        var steps = new ProcessSteps(new int[mapped.EventCount], new int[mapped.EventCount]);
        for (var caseIndex = 0; caseIndex < mapped.CaseCount; caseIndex++)
        {
            var (first, end) = mapped.Log.RowsOf(caseIndex);
            var last = MappedLog.NoRow;
            for (var row = first; row < end; row++)
            {
                var isStep = !contacts.IsFailure(row) || contacts.IsImplied[row];
                steps.CaseOf[row] = caseIndex;
                steps.Before[row] = isStep ? last : MappedLog.NoRow;
                last = isStep ? row : last;
            }
        }

        return steps;
    }

    /// <summary>Microseconds from the step before to the begin of this one, never negative; 0 where there is no step before.</summary>
    public long WaitMicros(MappedLog mapped, int row) => Before[row] == MappedLog.NoRow
        ? 0
        : Math.Max(0, mapped.Log.BeginMicros[row] - mapped.Log.TimeMicros[Before[row]]);

    /// <summary>[steps with one before, by group] Rows by the code of their activity; group g holds rows Starts[g] to Starts[g + 1].</summary>
    public (int[] Starts, int[] Rows) ByActivity(MappedLog mapped)
    {
        var activities = mapped.Log.Activities;
        var starts = new int[activities.NameCount + 2];
        for (var row = 0; row < Before.Length; row++)
        {
            starts[activities[row] + 1] += Before[row] == MappedLog.NoRow ? 0 : 1;
        }

        for (var code = 1; code < starts.Length; code++)
        {
            starts[code] += starts[code - 1];
        }

        var (rows, next) = (new int[starts[^1]], starts.AsSpan(0, starts.Length - 1).ToArray());
        for (var row = 0; row < Before.Length; row++)
        {
            if (Before[row] != MappedLog.NoRow)
            {
                rows[next[activities[row]]++] = row;
            }
        }

        return (starts, rows);
    }
}
