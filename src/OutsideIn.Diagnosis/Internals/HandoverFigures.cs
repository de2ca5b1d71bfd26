using OutsideIn.Events;

namespace OutsideIn.Diagnosis;

/// <summary>Changes of doer as the log has them, with the cases behind every pair; events without a doer are looked through.</summary>
internal static class HandoverFigures
{
    public static HandoverEntry[] Compute(EventLog log, CodedColumn? doers, Handovers? handovers, FigureKind figures)
    {
        if (doers is null || handovers is null)
        {
            return [];
        }

        var lists = new Dictionary<long, FigureList>(handovers.Pairs.Count);
        foreach (var pair in handovers.Pairs)
        {
            lists.Add(Key(pair.FromCode, pair.ToCode), figures.Book.Open(figures.Kind, pair.From, pair.To));
        }

        for (var caseIndex = 0; caseIndex < log.CaseCount; caseIndex++)
        {
            var (first, end) = log.RowsOf(caseIndex);
            var last = CodedColumn.Missing;
            for (var row = first; row < end; row++)
            {
                var doer = doers[row];
                if (doer == CodedColumn.Missing)
                {
                    continue;
                }

                if (last != CodedColumn.Missing && doer != last)
                {
                    lists[Key(last, doer)].Add(caseIndex);
                }

                last = doer;
            }
        }

        return
        [
            .. handovers.Pairs.Select(pair => new HandoverEntry(
                lists[Key(pair.FromCode, pair.ToCode)].Id,
                pair.From,
                pair.To,
                pair.Count,
                pair.Cases,
                pair.Wait.Median.TotalSeconds,
                pair.Wait.P90.TotalSeconds)),
        ];
    }

    private static long Key(int from, int to) => ((long)from << 32) | (uint)to;
}
