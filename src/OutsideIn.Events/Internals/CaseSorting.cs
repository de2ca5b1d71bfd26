namespace OutsideIn.Events;

/// <summary>Kernels that put rows into the order of a log.</summary>
internal static class CaseSorting
{
    /// <summary>Counting sort of rows by case; rows of a case keep their order. O(rows + cases).</summary>
    /// <param name="caseCodes">[rows] 1 ≤ code ≤ cases.</param>
    /// <param name="caseCount">Number of cases.</param>
    /// <returns>[cases + 1] where each case starts, and [rows] the source row at each place.</returns>
    public static (int[] Starts, int[] Rows) ByCase(ReadOnlySpan<int> caseCodes, int caseCount)
    {
        var starts = new int[caseCount + 1];
        foreach (var code in caseCodes)
        {
            starts[code]++;
        }

        for (var c = 1; c <= caseCount; c++)
        {
            starts[c] += starts[c - 1];
        }

        var next = starts.AsSpan(0, caseCount).ToArray();
        var rows = new int[caseCodes.Length];
        for (var row = 0; row < caseCodes.Length; row++)
        {
            rows[next[caseCodes[row] - 1]++] = row;
        }

        return (starts, rows);
    }

    /// <summary>Sorts the rows of each case by first key, then second key, then source row. Cases already in order cost one pass.</summary>
    public static void WithinCases(int[] caseStarts, int[] rows, ReadOnlySpan<long> firstKeys, ReadOnlySpan<long> secondKeys)
    {
        (long First, long Second, int Row)[] keyed = [];
        for (var c = 0; c + 1 < caseStarts.Length; c++)
        {
            var span = rows.AsSpan(caseStarts[c], caseStarts[c + 1] - caseStarts[c]);
            if (IsSorted(span, firstKeys, secondKeys))
            {
                continue;
            }

            if (keyed.Length < span.Length)
            {
                keyed = new (long, long, int)[Math.Max(span.Length, keyed.Length * 2)];
            }

            for (var i = 0; i < span.Length; i++)
            {
                keyed[i] = (firstKeys[span[i]], secondKeys[span[i]], span[i]);
            }

            keyed.AsSpan(0, span.Length).Sort();
            for (var i = 0; i < span.Length; i++)
            {
                span[i] = keyed[i].Row;
            }
        }
    }

    /// <summary>Leaves rows out; the others keep their order, and cases may be left without any.</summary>
    /// <param name="caseStarts">[cases + 1] where each case starts among <paramref name="rows"/>.</param>
    /// <param name="rows">[rows] the source row at each place.</param>
    /// <param name="dropped">[rows of the source] whether a row is left out.</param>
    public static (int[] Starts, int[] Rows) Without(int[] caseStarts, int[] rows, bool[] dropped)
    {
        var (starts, left) = (new int[caseStarts.Length], new List<int>(rows.Length));
        for (var c = 0; c + 1 < caseStarts.Length; c++)
        {
            foreach (var row in rows.AsSpan(caseStarts[c]..caseStarts[c + 1]))
            {
                if (!dropped[row])
                {
                    left.Add(row);
                }
            }

            starts[c + 1] = left.Count;
        }

        return (starts, [.. left]);
    }

    /// <summary>Drops cases without rows.</summary>
    /// <returns>[kept + 1] where each kept case starts, and [kept] its index before.</returns>
    public static (int[] Starts, int[] Kept) WithoutEmpty(int[] caseStarts)
    {
        var starts = new List<int>(caseStarts.Length) { 0 };
        var kept = new List<int>(caseStarts.Length);
        for (var c = 0; c + 1 < caseStarts.Length; c++)
        {
            if (caseStarts[c + 1] > caseStarts[c])
            {
                starts.Add(caseStarts[c + 1]);
                kept.Add(c);
            }
        }

        return ([.. starts], [.. kept]);
    }

    /// <summary>One value a case where no case has two different ones; missing values do not count as different.</summary>
    /// <returns>[cases] the values, or null where a case has two.</returns>
    public static T[]? OneValueACase<T>(ReadOnlySpan<int> caseStarts, ReadOnlySpan<T> values, T missing)
        where T : unmanaged, IEquatable<T>
    {
        var one = new T[caseStarts.Length - 1];
        for (var c = 0; c < one.Length; c++)
        {
            one[c] = missing;
            foreach (var value in values[caseStarts[c]..caseStarts[c + 1]])
            {
                if (value.Equals(missing) || value.Equals(one[c]))
                {
                    continue;
                }

                if (!one[c].Equals(missing))
                {
                    return null;
                }

                one[c] = value;
            }
        }

        return one;
    }

    private static bool IsSorted(ReadOnlySpan<int> rows, ReadOnlySpan<long> firstKeys, ReadOnlySpan<long> secondKeys)
    {
        for (var i = 1; i < rows.Length; i++)
        {
            var (before, here) = (firstKeys[rows[i - 1]], firstKeys[rows[i]]);
            if (before > here || (before == here && secondKeys[rows[i - 1]] > secondKeys[rows[i]]))
            {
                return false;
            }
        }

        return true;
    }
}
