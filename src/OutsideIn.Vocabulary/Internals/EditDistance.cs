namespace OutsideIn.Vocabulary.Internals;

/// <summary>How many single edits lie between two texts.</summary>
internal static class EditDistance
{
    private const int OnStackMax = 256;

    /// <summary>
    /// Insertions, deletions, substitutions and swaps of neighbours, no part edited twice; some number above
    /// <paramref name="atMost"/> as soon as it must be. O(left × right), nothing allocated for texts under 256.
    /// </summary>
    public static int Between(ReadOnlySpan<char> left, ReadOnlySpan<char> right, int atMost = int.MaxValue)
    {
        var width = right.Length + 1;
        var rows = width <= OnStackMax ? stackalloc int[3 * OnStackMax] : new int[3 * width];
        var before = rows[..width];
        var last = rows.Slice(width, width);
        var row = rows.Slice(2 * width, width);
        for (var column = 0; column < width; column++)
        {
            last[column] = column;
        }

        var leastOfLast = 0;
        for (var i = 1; i <= left.Length; i++)
        {
            var least = row[0] = i;
            for (var j = 1; j < width; j++)
            {
                var substituted = last[j - 1] + (left[i - 1] == right[j - 1] ? 0 : 1);
                row[j] = Math.Min(substituted, Math.Min(last[j], row[j - 1]) + 1);
                if (i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1])
                {
                    row[j] = Math.Min(row[j], before[j - 2] + 1);
                }

                least = Math.Min(least, row[j]);
            }

            // A later row builds on this one, or by a swap on the one before it plus one edit.
            if (least > atMost && leastOfLast >= atMost)
            {
                return least;
            }

            leastOfLast = least;
            var spare = before;
            before = last;
            last = row;
            row = spare;
        }

        return last[right.Length];
    }
}
