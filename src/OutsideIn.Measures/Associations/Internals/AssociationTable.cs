using OutsideIn.Statistics;

namespace OutsideIn.Measures;

/// <summary>Cases of one side of a comparison, of all strata or of one.</summary>
/// <param name="Decided">Those with a certain answer, in their weights.</param>
/// <param name="Open">Those without.</param>
internal readonly record struct ComparedSide(CellSums Decided, int Open)
{
    public int Cases => Decided.Count + Open;

    public double Share => Decided.Sum / Decided.Weight;

    /// <summary>Variance of the share.</summary>
    public double Variance => Decided.SquaredErrors(Share) / (Decided.Weight * Decided.Weight);

    /// <summary>The share with the number of equal observations that would leave it as uncertain.</summary>
    public WeighedShare Weighed
    {
        get
        {
            var kish = Decided.Weight * Decided.Weight / Decided.SquaredWeight;
            var isPlain = Decided.Weight == Decided.Count && Decided.SquaredWeight == Decided.Count;
            return new WeighedShare(Math.Min(1, Share), isPlain ? Decided.Count : Variance > 0 ? Math.Min(Share * (1 - Share) / Variance, Decided.Count) : kish);
        }
    }

    public Estimate ToEstimate(double level) => new(
        Weighed.Share, ProportionInterval.WilsonInterval(Weighed.Share, Weighed.Size, level), level,
        Open == 0 ? "share, Wilson interval" : "share weighted for open cases, Wilson interval at the effective size", Cases, Open);
}

/// <summary>Strata × with and without the work: the sums every comparison is made of.</summary>
internal sealed class AssociationTable
{
    private const double WeightMax = 20;

    private readonly CellSums[] _decided;
    private readonly int[] _open;

    private AssociationTable(int strata) => (_decided, _open) = (new CellSums[strata * 2], new int[strata * 2]);

    public int StrataCount => _open.Length / 2;

    public int Cases { get; private set; }

    public int CertainBefore { get; private set; }

    public static AssociationTable Of(AttainmentCases cases, ReadOnlySpan<double> doneAfter, double landmark)
    {
        var table = new AssociationTable(cases.Strata.Count);
        var first = FirstAfter(cases.Times, landmark);
        (table.CertainBefore, table.Cases) = (first, cases.Count - first);
        table.Fill(cases, doneAfter, landmark, first);
        return table;
    }

    public CellSums DecidedAt(int stratum, bool isDone) => _decided[(stratum * 2) + (isDone ? 1 : 0)];

    public ComparedSide At(int stratum, bool isDone) => new(DecidedAt(stratum, isDone), _open[(stratum * 2) + (isDone ? 1 : 0)]);

    /// <summary>One side, of all strata together.</summary>
    public ComparedSide Side(bool isDone)
    {
        var (sums, open) = (default(CellSums), 0);
        for (var stratum = 0; stratum < StrataCount; stratum++)
        {
            var one = At(stratum, isDone);
            sums.Add(one.Decided);
            open += one.Open;
        }

        return new ComparedSide(sums, open);
    }

    // A case open at the instant of an answer was still waiting then, as in the product-limit curve.
    private void Fill(AttainmentCases cases, ReadOnlySpan<double> doneAfter, double landmark, int first)
    {
        var (times, sides) = (cases.Times, cases.Sides);
        Span<int> atRisk = [0, 0];
        for (var row = first; row < times.Length; row++)
        {
            atRisk[doneAfter[cases.Order[row]] <= landmark ? 1 : 0]++;
        }

        Span<double> seen = [1, 1];
        Span<int> decided = [0, 0];
        Span<int> open = [0, 0];
        for (var row = first; row < times.Length;)
        {
            var time = times[row];
            decided.Clear();
            open.Clear();
            for (; row < times.Length && times[row] == time; row++)
            {
                var isDone = doneAfter[cases.Order[row]] <= landmark ? 1 : 0;
                var cell = (cases.StratumOf[row] * 2) + isDone;
                if (sides[row] == Measures.Side.Open)
                {
                    open[isDone]++;
                    _open[cell]++;
                    continue;
                }

                decided[isDone]++;
                _decided[cell].Add(Math.Min(WeightMax, 1 / seen[isDone]), sides[row] == Measures.Side.Met ? 1 : 0);
            }

            for (var side = 0; side < 2; side++)
            {
                var left = atRisk[side] - decided[side];
                seen[side] *= left > 0 ? (double)(left - open[side]) / left : 1;
                atRisk[side] = left - open[side];
            }
        }
    }

    private static int FirstAfter(double[] times, double landmark)
    {
        var (low, high) = (0, times.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = times[middle] > landmark ? (low, middle) : (middle + 1, high);
        }

        return low;
    }
}
