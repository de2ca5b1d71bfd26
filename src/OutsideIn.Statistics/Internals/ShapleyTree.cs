namespace OutsideIn.Statistics;

/// <summary>R² of all 2^k subsets of columns, summed by size and by member while they are walked through: the averages over all k! orders.</summary>
/// <remarks>
/// A depth-first walk decides one column after the other. Taking a column in sweeps it out of what is left of the others and of the
/// outcome, so that a subset costs the square of the columns still undecided: some ten operations a subset, not a regression.
/// </remarks>
internal sealed class ShapleyTree
{
    private readonly int _size;

    // [level] What is left of the columns from this level on and, last, of the outcome: (size − level + 1)² row by row.
    private readonly double[][] _left;

    // [level] R² summed over the subsets below, by how many columns of this level and deeper are in.
    private readonly double[][] _sums;

    // [column][count] R² summed over the subsets with the column, by how many columns are in.
    private readonly double[][] _with;

    public ShapleyTree(Matrix correlations)
    {
        _size = correlations.RowCount - 1;
        _left = new double[_size + 1][];
        _sums = new double[_size + 1][];
        _with = new double[_size][];
        for (var level = 0; level <= _size; level++)
        {
            _left[level] = new double[(_size - level + 1) * (_size - level + 1)];
            _sums[level] = new double[_size - level + 1];
        }

        for (var row = 0; row <= _size; row++)
        {
            correlations.Row(row).CopyTo(_left[0].AsSpan(row * (_size + 1)));
        }

        for (var column = 0; column < _size; column++)
        {
            _with[column] = new double[_size + 1];
        }
    }

    /// <summary>[columns] What each adds to R², averaged over all orders.</summary>
    public double[] Shares()
    {
        Walk(0, 0);
        var shares = new double[_size];
        for (var column = 0; column < _size; column++)
        {
            var weight = 1.0 / _size;
            for (var count = 0; count < _size; count++)
            {
                // weight = count! (size − count − 1)! ÷ size!
                shares[column] += weight * (_with[column][count + 1] - (_sums[0][count] - _with[column][count]));
                weight *= (count + 1.0) / Math.Max(1, _size - count - 1);
            }
        }

        return shares;
    }

    private void Walk(int level, int taken)
    {
        var sums = _sums[level];
        if (level == _size)
        {
            sums[0] = 1 - _left[level][0];
            return;
        }

        LeaveOut(level);
        Walk(level + 1, taken);
        var below = _sums[level + 1];
        below.CopyTo(sums.AsSpan());
        sums[^1] = 0;
        TakeIn(level);
        Walk(level + 1, taken + 1);
        var with = _with[level].AsSpan(taken + 1);
        for (var count = 0; count < below.Length; count++)
        {
            sums[count + 1] += below[count];
            with[count] += below[count];
        }
    }

    private void LeaveOut(int level)
    {
        var (from, to, width) = (_left[level], _left[level + 1], _size - level);
        for (var row = 0; row < width; row++)
        {
            from.AsSpan(((row + 1) * (width + 1)) + 1, width).CopyTo(to.AsSpan(row * width));
        }
    }

    private void TakeIn(int level)
    {
        var (from, to, width) = (_left[level], _left[level + 1], _size - level);
        var first = from.AsSpan(1, width);
        for (var row = 0; row < width; row++)
        {
            var factor = first[row] / from[0];
            var source = from.AsSpan(((row + 1) * (width + 1)) + 1, width);
            var target = to.AsSpan(row * width, width);
            for (var column = 0; column < width; column++)
            {
                target[column] = source[column] - (factor * first[column]);
            }
        }
    }
}
