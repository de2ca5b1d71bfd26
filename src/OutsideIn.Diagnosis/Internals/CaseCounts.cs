namespace OutsideIn.Diagnosis;

/// <summary>[cases] What is counted of each case.</summary>
internal sealed record CaseCounts(int[] Contacts, int[] FailureContacts, int[] HandOffs)
{
    public static CaseCounts Of(MappedLog mapped, FailureContacts failures)
    {
        var counts = new CaseCounts(new int[mapped.CaseCount], new int[mapped.CaseCount], new int[mapped.CaseCount]);
        for (var caseIndex = 0; caseIndex < mapped.CaseCount; caseIndex++)
        {
            var (first, end) = mapped.Log.RowsOf(caseIndex);
            for (var row = first; row < end; row++)
            {
                counts.Contacts[caseIndex] += mapped.IsContact[row] ? 1 : 0;
                counts.FailureContacts[caseIndex] += failures.IsFailure(row) ? 1 : 0;
                counts.HandOffs[caseIndex] += mapped.HandOffs.IsHandOff[row] ? 1 : 0;
            }
        }

        return counts;
    }
}
