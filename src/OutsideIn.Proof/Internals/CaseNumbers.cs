using OutsideIn.Events;
using OutsideIn.Vocabulary;

namespace OutsideIn.Proof;

/// <summary>A column of numbers by case.</summary>
internal static class CaseNumbers
{
    /// <summary>[cases] The number of the case, or of its first event that has one; not a number where there is none. Null where the log has no such column of numbers.</summary>
    public static double[]? Of(EventLog log, string name)
    {
        var folded = NamePattern.Fold(name.Trim());
        if (log.Attributes.FirstOrDefault(one => NamePattern.Fold(one.Name) == folded) is not { Kind: AttributeKind.Number } column)
        {
            return null;
        }

        var cases = new double[log.CaseCount];
        for (var one = 0; one < cases.Length; one++)
        {
            cases[one] = column.Level == AttributeLevel.Case ? column.Numbers[one] : FirstOf(log, column, one);
        }

        return cases;
    }

    private static double FirstOf(EventLog log, AttributeColumn column, int one)
    {
        var (first, end) = log.RowsOf(one);
        for (var row = first; row < end; row++)
        {
            if (!double.IsNaN(column.Numbers[row]))
            {
                return column.Numbers[row];
            }
        }

        return double.NaN;
    }
}
