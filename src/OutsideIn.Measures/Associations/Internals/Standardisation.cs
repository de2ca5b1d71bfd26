using OutsideIn.Statistics;

namespace OutsideIn.Measures;

/// <summary>A difference of shares within strata, weighed by their size.</summary>
/// <param name="Difference">The difference; null where no stratum has enough cases of both sides.</param>
/// <param name="CoveredShare">Share of the cases in the strata used.</param>
/// <param name="Used">Strata used.</param>
/// <param name="Sparse">Strata with too few of one side.</param>
internal readonly record struct Standardisation(DifferenceEstimate? Difference, double CoveredShare, int Used, int Sparse)
{
    public static Standardisation Of(AssociationTable table, double level)
    {
        var (value, variance, covered, used, sparse) = (0.0, 0.0, 0.0, 0, 0);
        for (var stratum = 0; stratum < table.StrataCount; stratum++)
        {
            var (with, without) = (table.At(stratum, isDone: true), table.At(stratum, isDone: false));
            if (with.Decided.Count < Association.LeastInStratum || without.Decided.Count < Association.LeastInStratum)
            {
                sparse += with.Cases + without.Cases > 0 ? 1 : 0;
                continue;
            }

            double size = with.Cases + without.Cases;
            used++;
            covered += size;
            value += size * (with.Share - without.Share);
            variance += size * size * (VarianceOf(with) + VarianceOf(without));
        }

        return covered == 0
            ? new Standardisation(null, 0, 0, sparse)
            : new Standardisation(
                DifferenceEstimate.Normal(value / covered, Math.Sqrt(variance) / covered, level, "standardised over strata, normal interval", (int)covered),
                covered / table.Cases, used, sparse);
    }

    // Unbiased, so that many small strata add up to the right size. Where all or none attained it the plain variance is zero, and
    // that of one more of each kind stands in (Agresti and Caffo 2000).
    private static double VarianceOf(ComparedSide side)
    {
        var n = side.Weighed.Size;
        if (side.Variance > 0)
        {
            return side.Variance * side.Decided.Count / (side.Decided.Count - 1);
        }

        var middle = ((side.Share * n) + 1) / (n + 2);
        return middle * (1 - middle) / (n + 2);
    }
}
