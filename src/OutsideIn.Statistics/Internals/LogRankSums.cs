namespace OutsideIn.Statistics;

/// <summary>The sums a log-rank test is made of: observed, expected, and the covariance of their difference.</summary>
internal sealed class LogRankSums(int groupCount)
{
    private readonly double[] _observed = new double[groupCount];
    private readonly double[] _expected = new double[groupCount];
    private readonly double[] _covariance = new double[groupCount * groupCount];
    private readonly int[] _atRisk = new int[groupCount];
    private readonly int[] _events = new int[groupCount];

    public int GroupCount => groupCount;

    public IReadOnlyList<double> Observed => _observed;

    public IReadOnlyList<double> Expected => _expected;

    /// <summary>A group and whether it was reached, in one number.</summary>
    public static int Code(int group, bool isClosed) => (group << 1) | (isClosed ? 1 : 0);

    /// <summary>Adds the observations of one stratum, ascending by time. An observation open at the time of an event was still waiting.</summary>
    public void AddStratum(ReadOnlySpan<double> times, ReadOnlySpan<int> codes, LogRankWeight weight)
    {
        Array.Clear(_atRisk);
        foreach (var code in codes)
        {
            _atRisk[code >> 1]++;
        }

        var remaining = 1.0;
        for (var first = 0; first < times.Length;)
        {
            Array.Clear(_events);
            var (end, events) = (first, 0);
            for (; end < times.Length && times[end] == times[first]; end++)
            {
                _events[codes[end] >> 1] += codes[end] & 1;
                events += codes[end] & 1;
            }

            if (events > 0)
            {
                var atRisk = times.Length - first;
                AddTime(weight.At(atRisk, remaining), atRisk, events);
                remaining *= (double)(atRisk - events) / atRisk;
            }

            for (; first < end; first++)
            {
                _atRisk[codes[first] >> 1]--;
            }
        }
    }

    /// <summary>The quadratic form of the differences of all groups but the last; null where their covariance is singular.</summary>
    public double? ChiSquare()
    {
        var size = groupCount - 1;
        var (lower, solved, sum) = (new double[size * size], new double[size], 0.0);
        for (var row = 0; row < size; row++)
        {
            for (var column = 0; column <= row; column++)
            {
                var rest = _covariance[(row * groupCount) + column];
                for (var inner = 0; inner < column; inner++)
                {
                    rest -= lower[(row * size) + inner] * lower[(column * size) + inner];
                }

                if (row == column && rest <= 1e-12 * _covariance[(row * groupCount) + row])
                {
                    return null;
                }

                lower[(row * size) + column] = row == column ? Math.Sqrt(rest) : rest / lower[(column * size) + column];
            }

            var difference = _observed[row] - _expected[row];
            for (var inner = 0; inner < row; inner++)
            {
                difference -= lower[(row * size) + inner] * solved[inner];
            }

            solved[row] = difference / lower[(row * size) + row];
            sum += solved[row] * solved[row];
        }

        return sum;
    }

    private void AddTime(double weight, int atRisk, int events)
    {
        var n = (double)atRisk;
        var spread = atRisk > 1 ? weight * weight * events * (n - events) / (n - 1) : 0;
        for (var group = 0; group < groupCount; group++)
        {
            var share = _atRisk[group] / n;
            _observed[group] += weight * _events[group];
            _expected[group] += weight * events * share;
            for (var other = 0; other <= group; other++)
            {
                _covariance[(group * groupCount) + other] += spread * share * ((group == other ? 1 : 0) - (_atRisk[other] / n));
            }
        }
    }
}
