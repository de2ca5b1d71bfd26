using OutsideIn.Statistics;

namespace OutsideIn.Experiments;

/// <summary>Spearman's correlation of ranks, ties at their middle rank.</summary>
internal static class RankCorrelations
{
    /// <summary>[columns − 1] Of each column with the last.</summary>
    public static double[] Of(double[][] columns)
    {
        var ranks = JointMoments.Of([.. columns.Select(Ranks)]);
        var last = columns.Length - 1;
        return
        [
            .. Enumerable.Range(0, last).Select(column =>
                ranks.CrossDeviations(column, last) / Math.Sqrt(ranks.CrossDeviations(column, column) * ranks.CrossDeviations(last, last))),
        ];
    }

    private static double[] Ranks(double[] values)
    {
        var (sorted, order, ranks) = (values.AsSpan().ToArray(), Enumerable.Range(0, values.Length).ToArray(), new double[values.Length]);
        Array.Sort(sorted, order);
        for (var first = 0; first < sorted.Length;)
        {
            var end = first;
            while (end < sorted.Length && sorted[end] == sorted[first])
            {
                end++;
            }

            for (var place = first; place < end; place++)
            {
                ranks[order[place]] = (first + end - 1) / 2.0;
            }

            first = end;
        }

        return ranks;
    }
}
