namespace OutsideIn.Diagnosis;

/// <summary>Rules the log gives away (row 35), those that cost the most waiting first.</summary>
internal static class RuleSuspects
{
    public static RuleSuspectEntry[] Compute(MappedLog mapped, FailureContacts contacts, FigureBook book)
    {
        var steps = ProcessSteps.Of(mapped, contacts);
        var decisions = Decisions.Of(mapped, steps);
        return
        [
            .. HardlyVarying.Compute(mapped, decisions, book)
                .Concat(AnsweredInNames.Compute(mapped, steps, book))
                .Concat(FixedWaits.Compute(mapped, steps, book))
                .Concat(WeekdayWaits.Compute(mapped, steps, book))
                .Concat(RepeatedApprovals.Compute(mapped, decisions, book))
                .OrderByDescending(static one => one.WaitSeconds ?? 0)
                .ThenByDescending(static one => one.Cases)
                .ThenBy(static one => one.Activity, StringComparer.Ordinal)
                .ThenBy(static one => one.Kind, StringComparer.Ordinal),
        ];
    }
}
