using System.Diagnostics;
using System.Globalization;
using OutsideIn.Statistics;

namespace OutsideIn.Bench;

/// <summary>What shares of all orders cost, beside fitting every subset by itself.</summary>
internal static class DriverTimes
{
    private const int Rows = 1_000;

    public static void Write(TextWriter output)
    {
        foreach (var size in (int[])[6, 12, 16, 20])
        {
            var moments = JointMoments.Of(Columns(size));
            var ours = Best(() => VarianceShares.Of(moments));
            var subsets = size <= 12 ? Best(() => EverySubset(moments, size)) : double.NaN;
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{size,3} drivers, {1 << size,9} subsets: {ours,9:F2} ms{(double.IsNaN(subsets) ? string.Empty : $"; every subset by itself {subsets,9:F2} ms, {subsets / ours:F0} times as long")}"));
        }
    }

    private static double Best(Action run)
    {
        var best = double.PositiveInfinity;
        for (var time = 0; time < 5; time++)
        {
            var begun = Stopwatch.GetTimestamp();
            run();
            best = Math.Min(best, Stopwatch.GetElapsedTime(begun).TotalMilliseconds);
        }

        return best;
    }

    // R² of each subset from its own moments, as a plain program would.
    private static double EverySubset(JointMoments moments, int size)
    {
        var sum = 0.0;
        for (var subset = 1; subset < 1 << size; subset++)
        {
            int[] chosen = [.. Enumerable.Range(0, size).Where(column => (subset & (1 << column)) != 0), size];
            var deviations = chosen.SelectMany((row, at) => chosen.Take(at + 1).Select(column => moments.CrossDeviations(row, column))).ToArray();
            sum += Explained(deviations, chosen.Length);
        }

        return sum;
    }

    // Cholesky of the triangle: what is left of its last diagonal is the residual.
    private static double Explained(double[] triangle, int size)
    {
        static int At(int row, int column) => (row * (row + 1) / 2) + column;
        var whole = triangle[^1];
        for (var row = 0; row < size; row++)
        {
            for (var column = 0; column <= row; column++)
            {
                var rest = triangle[At(row, column)];
                for (var inner = 0; inner < column; inner++)
                {
                    rest -= triangle[At(row, inner)] * triangle[At(column, inner)];
                }

                triangle[At(row, column)] = column < row ? rest / triangle[At(column, column)] : Math.Sqrt(rest);
            }
        }

        return 1 - (triangle[^1] * triangle[^1] / whole);
    }

    private static double[][] Columns(int size)
    {
        var bits = new RandomBits(3);
        var columns = Enumerable.Range(0, size + 1).Select(static _ => new double[Rows]).ToArray();
        for (var row = 0; row < Rows; row++)
        {
            var common = (bits.Next() >> 11) * (1.0 / (1UL << 53));
            foreach (var column in columns)
            {
                column[row] = common + ((bits.Next() >> 11) * (1.0 / (1UL << 53)));
            }
        }

        return columns;
    }
}
