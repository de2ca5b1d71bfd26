using OutsideIn.Events;
using OutsideIn.Measures;

namespace OutsideIn.Diagnosis;

/// <summary>What is known of every customer's case, answered or not: how it went, and its attributes.</summary>
internal static class KnownAttributes
{
    public const string Conformance = "conformance";
    private const int ValuesMax = 20;

    /// <summary>Conformance of the cases, attainment of each measure, the usual confounders, and every attribute of cases that has few values.</summary>
    public static IReadOnlyList<(string Name, CodedColumn Column)> Of(
        MappedLog mapped, ReadOnlyMemory<double> conformance, IReadOnlyList<Attainment> attained, CaseConfounders confounders)
    {
        List<(string Name, CodedColumn Column)> all = [(Conformance, Bands(conformance.Span))];
        all.AddRange(attained.Select(static one => (one.Name, Sides(one.Sides))));
        all.AddRange(confounders.Names.Zip(confounders.Columns));
        foreach (var attribute in mapped.Log.Attributes.Where(static one => one.Level == AttributeLevel.Case && one.Kind != AttributeKind.Time))
        {
            if (all.All(one => !string.Equals(one.Name, attribute.Name, StringComparison.OrdinalIgnoreCase)) && !(attribute.Texts?.NameCount > ValuesMax))
            {
                all.Add((attribute.Name, CaseConfounders.ByCase(mapped, attribute)));
            }
        }

        return all;
    }

    private static CodedColumn Sides(Side[] sides) => new(
        ["attained", "not attained", "still open"],
        Array.ConvertAll(sides, static side => side switch { Side.Met => 1, Side.Missed => 2, Side.Open => 3, _ => CodedColumn.Missing }));

    private static CodedColumn Bands(ReadOnlySpan<double> ratings)
    {
        var codes = new int[ratings.Length];
        for (var index = 0; index < codes.Length; index++)
        {
            codes[index] = ratings[index] switch { >= 1 => 1, >= 0.5 => 2, >= 0 => 3, _ => CodedColumn.Missing };
        }

        return new CodedColumn(["as designed throughout", "half or more", "less than half"], codes);
    }
}
