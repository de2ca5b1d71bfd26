using OutsideIn.Vocabulary;

namespace OutsideIn.Diagnosis;

/// <summary>Finds which entry of a map claims which name of a log.</summary>
internal static class NameMatching
{
    /// <summary>The claim of a name nobody claims.</summary>
    public const int Unclaimed = -1;

    /// <summary>[names + 1] For each code the index of the entry that claims its name, or −1; code 0 is unclaimed.</summary>
    /// <remarks>A name written out wins over a pattern, the longer pattern over the shorter, the earlier entry over the later.</remarks>
    public static int[] ClaimOf(IReadOnlyList<string> names, IReadOnlyList<IReadOnlyList<NamePattern>> entries)
    {
        var claims = new int[names.Count + 1];
        Array.Fill(claims, Unclaimed);
        if (entries.All(static patterns => patterns.Count == 0))
        {
            return claims;
        }

        for (var code = 1; code <= names.Count; code++)
        {
            claims[code] = BestClaim(names[code - 1], entries);
        }

        return claims;
    }

    /// <summary>[names + 1] Whether any pattern stands for the name of each code.</summary>
    public static bool[] AnyOf(IReadOnlyList<string> names, IReadOnlyList<NamePattern> patterns) =>
        Array.ConvertAll(ClaimOf(names, [patterns]), static claim => claim != Unclaimed);

    private static int BestClaim(string name, IReadOnlyList<IReadOnlyList<NamePattern>> entries)
    {
        var (best, bestWeight) = (Unclaimed, -1);
        for (var entry = 0; entry < entries.Count; entry++)
        {
            foreach (var pattern in entries[entry])
            {
                var weight = Weight(pattern);
                if (weight > bestWeight && pattern.Matches(name))
                {
                    (best, bestWeight) = (entry, weight);
                }
            }
        }

        return best;
    }

    private static int Weight(NamePattern pattern) =>
        pattern.IsWild ? pattern.Text.Length - pattern.Text.AsSpan().Count('*') : int.MaxValue;
}
