using OutsideIn.Method;

namespace OutsideIn.Diagnosis;

/// <summary>How many customers got what they came for, in all and by category.</summary>
internal static class OutcomeFigures
{
    private const string Kind = "outcome";

    public static OutcomeEntry Compute(MappedLog mapped, CaseClocks clocks, FigureBook book)
    {
        var lists = Enum.GetValues<CaseOutcome>().Select(status => book.Open(Kind, NameOf(status))).ToArray();
        for (var caseIndex = 0; caseIndex < mapped.CaseCount; caseIndex++)
        {
            lists[(int)mapped.Outcomes.Status[caseIndex]].Add(caseIndex);
        }

        var (open, reached, lost) = (lists[(int)CaseOutcome.Open], lists[(int)CaseOutcome.Reached], lists[(int)CaseOutcome.Lost]);
        return new OutcomeEntry(
            reached.Id, lost.Id, open.Id, reached.Count, lost.Count, open.Count,
            ReachedOfClosed(mapped, reached.Count, reached.Count + lost.Count),
            ByCategory(mapped, clocks));
    }

    /// <summary>Reached out of closed; without a share where nothing can be lost, as every closed case would have reached it.</summary>
    public static ShareEntry ReachedOfClosed(MappedLog mapped, int reached, int closed) => mapped.Outcomes.CanBeLost
        ? Measured.Share(reached, closed)
        : new ShareEntry(reached, closed, null, null, null);

    /// <summary>The same for some cases.</summary>
    public static ShareEntry ReachedOfClosed(MappedLog mapped, IReadOnlyList<int> cases)
    {
        var reached = cases.Count(index => mapped.Outcomes.Status[index] == CaseOutcome.Reached);
        var lost = cases.Count(index => mapped.Outcomes.Status[index] == CaseOutcome.Lost);
        return ReachedOfClosed(mapped, reached, reached + lost);
    }

    private static CategoryOutcomeEntry[] ByCategory(MappedLog mapped, CaseClocks clocks)
    {
        if (mapped.Map.Categories.All(static category => category.Cases is null))
        {
            return [];
        }

        return [.. Enumerable.Range(0, mapped.CaseCount)
            .GroupBy(caseIndex => mapped.Categories[caseIndex])
            .OrderBy(static group => group.Key == CaseCategories.None ? int.MaxValue : group.Key)
            .Select(group => Entry(mapped, clocks, group.Key, [.. group]))];
    }

    private static CategoryOutcomeEntry Entry(MappedLog mapped, CaseClocks clocks, int category, int[] cases)
    {
        int Count(CaseOutcome status) => cases.Count(caseIndex => mapped.Outcomes.Status[caseIndex] == status);
        var (reached, lost) = (Count(CaseOutcome.Reached), Count(CaseOutcome.Lost));
        CustomerCategory? named = category == CaseCategories.None ? null : mapped.Map.Categories[category];
        return new CategoryOutcomeEntry(
            named?.Name ?? "in none of the map's categories", cases.Length, reached, lost, Count(CaseOutcome.Open),
            ReachedOfClosed(mapped, reached, reached + lost),
            ClockEntries.Median(cases.Select(one => clocks.Customer[one])).Seconds);
    }

    private static string NameOf(CaseOutcome status) => status switch
    {
        CaseOutcome.Reached => "reached",
        CaseOutcome.Lost => "lost",
        _ => "open",
    };
}
