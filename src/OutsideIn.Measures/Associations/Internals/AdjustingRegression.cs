using OutsideIn.Statistics;

namespace OutsideIn.Measures;

/// <summary>A difference of shares by a linear regression on the confounders.</summary>
internal static class AdjustingRegression
{
    /// <summary>The coefficient of the work; null where the confounders determine whether it is done, or too few cases are left.</summary>
    public static DifferenceEstimate? Of(AssociationTable table, CaseStrata strata, double level)
    {
        var columns = strata.Columns + 1;
        var (design, cells) = (new List<double>(), new List<CellSums>());
        for (var cell = 0; cell < table.StrataCount * 2; cell++)
        {
            var (stratum, isDone) = (cell / 2, cell % 2 == 1);
            var sums = table.DecidedAt(stratum, isDone);
            if (sums.Count > 0)
            {
                design.AddRange(strata.Design.AsSpan(stratum * strata.Columns, strata.Columns));
                design.Add(isDone ? 1 : 0);
                cells.Add(sums);
            }
        }

        var (coefficients, errors) = WeightedRegression.Fit(
            System.Runtime.InteropServices.CollectionsMarshal.AsSpan(design), System.Runtime.InteropServices.CollectionsMarshal.AsSpan(cells), columns);
        var (value, error) = (coefficients[^1], errors[^1]);
        return double.IsFinite(value) && double.IsFinite(error) && error > 0
            ? DifferenceEstimate.Normal(value, error, level, "linear regression on the confounders, robust errors", table.Cases)
            : null;
    }
}
