namespace OutsideIn.Diagnosis;

/// <summary>With which event the firm closed each case, as its clock has it.</summary>
internal static class CaseEnds
{
    /// <summary>
    /// [cases] Row of the event that closed the case, or −1 where it still runs; null where no outcome of the map names an event that
    /// shows it reached, lost or closed, so that the map says of no case whether it has ended.
    /// </summary>
    public static int[]? Of(MappedLog mapped, OutcomeSigns[] signs)
    {
        if (mapped.Map.Outcomes.All(static one => one.Reached.Count + one.Lost.Count + one.Closed.Count == 0))
        {
            return null;
        }

        var rows = new int[mapped.CaseCount];
        for (var caseIndex = 0; caseIndex < rows.Length; caseIndex++)
        {
            var sign = OutcomeSigns.At(signs, mapped, caseIndex);
            var (first, end) = mapped.Log.RowsOf(caseIndex);
            var opened = sign is { NamesOpened: true } ? FirstOf(mapped, sign.Opened, first, end) : first;
            rows[caseIndex] = RowOf(mapped, caseIndex, sign, opened == MappedLog.NoRow ? first : opened);
        }

        return rows;
    }

    /// <summary>The first closing event from a row on; where the outcome names none, the last event of a case that reached or lost it; else −1.</summary>
    public static int RowOf(MappedLog mapped, int caseIndex, OutcomeSigns? signs, int from)
    {
        var (_, end) = mapped.Log.RowsOf(caseIndex);
        return signs is { NamesClosed: true } ? FirstOf(mapped, signs.Closed, from, end)
            : mapped.Outcomes.Status[caseIndex] == CaseOutcome.Open ? MappedLog.NoRow
            : end - 1;
    }

    /// <summary>The first row of a range whose activity is a sign, or −1.</summary>
    public static int FirstOf(MappedLog mapped, bool[] isSign, int first, int end)
    {
        for (var row = first; row < end; row++)
        {
            if (isSign[mapped.Log.Activities[row]])
            {
                return row;
            }
        }

        return MappedLog.NoRow;
    }
}
