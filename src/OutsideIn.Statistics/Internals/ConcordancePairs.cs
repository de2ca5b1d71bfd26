namespace OutsideIn.Statistics;

/// <summary>Pairs of cases of which is known who got there first.</summary>
internal static class ConcordancePairs
{
    /// <summary>The share of them the model orders rightly, its ties half; null where there is no such pair. O(cases log cases).</summary>
    /// <remarks>From the latest time to the first, each one that reached it is held against those still waiting then, by rank, in a Fenwick tree.</remarks>
    public static double? Share(CoxData data, ReadOnlySpan<double> coefficients)
    {
        var (risks, count) = (new double[data.Times.Length], data.Times.Length);
        for (var row = 0; row < count; row++)
        {
            risks[row] = Matrix.Dot(data.Row(row), coefficients);
        }

        double[] distinct = [.. risks.Distinct().Order()];
        var (tree, waiting, right, pairs) = (new int[distinct.Length + 1], 0, 0.0, 0.0);
        for (var last = count - 1; last >= 0;)
        {
            var first = last;
            while (first >= 0 && data.Times[first] == data.Times[last])
            {
                first--;
            }

            // Who was open at the very time still waited then.
            waiting += Add(tree, data, distinct, risks, (first + 1, last + 1), isClosed: false);
            for (var row = first + 1; row <= last; row++)
            {
                if (data.IsClosed[row])
                {
                    var rank = Array.BinarySearch(distinct, risks[row]);
                    var (below, upTo) = (Sum(tree, rank), Sum(tree, rank + 1));
                    right += below + ((upTo - below) / 2.0);
                    pairs += waiting;
                }
            }

            waiting += Add(tree, data, distinct, risks, (first + 1, last + 1), isClosed: true);
            last = first;
        }

        return pairs > 0 ? right / pairs : null;
    }

    private static int Add(int[] tree, CoxData data, double[] distinct, double[] risks, (int First, int End) rows, bool isClosed)
    {
        var added = 0;
        for (var row = rows.First; row < rows.End; row++)
        {
            if (data.IsClosed[row] == isClosed)
            {
                added++;
                for (var node = Array.BinarySearch(distinct, risks[row]) + 1; node < tree.Length; node += node & -node)
                {
                    tree[node]++;
                }
            }
        }

        return added;
    }

    // How many of the ranks below so many stand in the tree.
    private static int Sum(int[] tree, int rank)
    {
        var sum = 0;
        for (var node = rank; node > 0; node -= node & -node)
        {
            sum += tree[node];
        }

        return sum;
    }
}
