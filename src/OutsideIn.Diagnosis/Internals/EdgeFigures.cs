using OutsideIn.Events;

namespace OutsideIn.Diagnosis;

/// <summary>The directly-follows graph with the cases and the outcome behind every edge; complete, whatever its size.</summary>
internal static class EdgeFigures
{
    public static DirectlyFollowsEntry[] Compute(MappedLog mapped, DirectlyFollowsGraph graph, FigureBook book)
    {
        var log = mapped.Log;
        var lists = new Dictionary<long, FigureList>(graph.Edges.Count);
        foreach (var edge in graph.Edges)
        {
            lists.Add(Key(edge.FromCode, edge.ToCode), book.Open("edge", edge.From, edge.To));
        }

        for (var caseIndex = 0; caseIndex < log.CaseCount; caseIndex++)
        {
            var (first, end) = log.RowsOf(caseIndex);
            for (var row = first + 1; row < end; row++)
            {
                lists[Key(log.Activities[row - 1], log.Activities[row])].Add(caseIndex);
            }
        }

        return [.. graph.Edges.Select(edge => Entry(mapped, edge, lists[Key(edge.FromCode, edge.ToCode)]))];
    }

    private static long Key(int from, int to) => ((long)from << 32) | (uint)to;

    private static DirectlyFollowsEntry Entry(MappedLog mapped, DirectlyFollows edge, FigureList cases) => new(
        cases.Id,
        edge.From,
        edge.To,
        edge.Count,
        edge.Cases,
        edge.Time.Min.TotalSeconds,
        edge.Time.Mean.TotalSeconds,
        edge.Time.Median.TotalSeconds,
        edge.Time.P90.TotalSeconds,
        edge.Time.Max.TotalSeconds,
        ProcessFigures.ReachedShare(mapped, cases));
}
