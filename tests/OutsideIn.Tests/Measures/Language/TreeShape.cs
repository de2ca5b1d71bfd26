using System.Collections;
using System.Globalization;
using OutsideIn.Measures;

namespace OutsideIn.Tests.Measures.Language;

/// <summary>A tree as text without its spans: two trees of one shape say the same.</summary>
internal static class TreeShape
{
    public static string Of(object? node) => node switch
    {
        null => "–",
        string text => "'" + text + "'",
        double number => number.ToString("R", CultureInfo.InvariantCulture),
        IEnumerable many => "[" + string.Join(", ", many.Cast<object>().Select(Of)) + "]",
        _ when node.GetType().Namespace == typeof(MeasureSyntax).Namespace && !node.GetType().IsEnum => node.GetType().Name + "(" + string.Join(
            ", ", node.GetType().GetProperties().Where(static one => one.PropertyType != typeof(TextSpan) && one.Name != "EqualityContract" && one.Name != "Micros")
                .Select(one => Of(one.GetValue(node)))) + ")",
        IFormattable one => one.ToString(null, CultureInfo.InvariantCulture),
        _ => node.ToString()!,
    };
}
