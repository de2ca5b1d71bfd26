using OutsideIn.Vocabulary;

namespace OutsideIn.Diagnosis;

/// <summary>Finds which entry of a map claims which name of a log, by the rule of <see cref="PatternIndex"/>.</summary>
internal static class NameMatching
{
    /// <summary>The claim of a name nobody claims.</summary>
    public const int Unclaimed = -1;

    /// <summary>[names + 1] For each code the index of the entry that claims its name, or −1; code 0 is unclaimed.</summary>
    public static int[] ClaimOf(IReadOnlyList<string> names, IReadOnlyList<IReadOnlyList<NamePattern>> entries)
    {
        var claims = new int[names.Count + 1];
        Array.Fill(claims, Unclaimed);
        if (entries.All(static patterns => patterns.Count == 0))
        {
            return claims;
        }

        var index = new PatternIndex(entries);
        for (var code = 1; code <= names.Count; code++)
        {
            claims[code] = index.ClaimOf(names[code - 1])?.EntryIndex ?? Unclaimed;
        }

        return claims;
    }

    /// <summary>[names + 1] Whether any pattern stands for the name of each code.</summary>
    public static bool[] AnyOf(IReadOnlyList<string> names, IReadOnlyList<NamePattern> patterns) =>
        Array.ConvertAll(ClaimOf(names, [patterns]), static claim => claim != Unclaimed);
}
