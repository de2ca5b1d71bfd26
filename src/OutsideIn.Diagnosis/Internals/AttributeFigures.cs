using System.Globalization;
using System.Text.Json;
using OutsideIn.Events;
using OutsideIn.Vocabulary;

namespace OutsideIn.Diagnosis;

/// <summary>What a column without a role holds, in words.</summary>
internal static class AttributeFigures
{
    private const int NamedMax = 3;

    public static AttributeEntry Of(AttributeColumn attribute)
    {
        var summary = AttributeSummary.Of(attribute, NamedMax);
        return new AttributeEntry(
            summary.Name,
            Camel(summary.Level.ToString()),
            Camel(summary.Kind.ToString()),
            summary.Filled,
            summary.Missing,
            summary.Kind == AttributeKind.Text ? summary.Distinct : null,
            Words(summary));
    }

    private static string Words(AttributeSummary summary) => summary switch
    {
        { Filled: 0 } => "empty",
        { Numbers: { } numbers } => string.Create(
            CultureInfo.InvariantCulture, $"{numbers.Min:0.####} to {numbers.Max:0.####}, median {numbers.Median:0.####}"),
        { TimeRangeMicros: { } range } => $"{Day(range.Item1)} to {Day(range.Item2)}",
        { Distinct: var distinct, Filled: var filled } when distinct == filled && distinct > NamedMax => "a different value in every row",
        _ => string.Join(", ", summary.Top.Select(one => $"{one.Value} {ShareText.Of((double)one.Count / summary.Filled)}"))
            + (summary.Distinct > summary.Top.Count ? ", …" : ""),
    };

    private static string Day(long micros) => Measured.Instant(micros).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Camel(string name) => JsonNamingPolicy.CamelCase.ConvertName(name);
}
