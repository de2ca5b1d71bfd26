using System.Globalization;
using OutsideIn.Measures;
using OutsideIn.Method;

namespace OutsideIn.Diagnosis;

/// <summary>The objective that target, unit and direction of a metric leave no doubt about.</summary>
internal static class DerivedObjective
{
    /// <summary>Its text, or null where there is a doubt: the unit is not %, the measure is not yes or no, or target or direction are not said.</summary>
    public static string? Of(Metric metric, PreparedMeasure measure)
    {
        if (measure.Kind != MeasureKind.YesNo || metric.Unit?.Trim() != "%" || metric.Target is not (>= 0 and <= 100))
        {
            return null;
        }

        var share = $"{metric.Target.Value.ToString(CultureInfo.InvariantCulture)}% of {(measure.Tree.IsPerCustomer ? "customers" : "cases")} yes";
        return metric.Direction switch
        {
            Direction.Up => share,
            Direction.Down => $"at most {share}",
            _ => null,
        };
    }
}
