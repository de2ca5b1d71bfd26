using System.Globalization;

namespace OutsideIn.Method.Internals;

/// <summary>How findings name things.</summary>
internal static class CheckText
{
    public static bool IsSaid(this string? text) => !string.IsNullOrWhiteSpace(text);

    /// <summary>The entry's name in quotation marks, or its place in the map where it has none.</summary>
    public static string Called(this MapEntry entry) => entry.Name.IsSaid() ? $"\"{entry.Name}\"" : entry.Subject;

    public static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static string Figure(double value) => value.ToString("#,0.##", CultureInfo.InvariantCulture);

    public static string Percent(double share) => (share * 100).ToString("0.#", CultureInfo.InvariantCulture) + "%";

    /// <summary>"a", "a and b", "a, b and c"; after the first six only how many more.</summary>
    public static string Series(IEnumerable<string> items)
    {
        const int Shown = 6;
        var all = items.ToList();
        if (all.Count > Shown)
        {
            return $"{string.Join(", ", all.Take(Shown))} and {Figure(all.Count - Shown)} more";
        }

        return all.Count < 2 ? string.Concat(all) : $"{string.Join(", ", all.Take(all.Count - 1))} and {all[^1]}";
    }

    /// <summary>A value of a fixed set in small words, such as "business outcome".</summary>
    public static string InWords<T>(this T value)
        where T : struct, Enum
    {
        var words = new System.Text.StringBuilder();
        foreach (var letter in value.ToString())
        {
            if (char.IsUpper(letter) && words.Length > 0)
            {
                words.Append(' ');
            }

            words.Append(char.ToLowerInvariant(letter));
        }

        return words.ToString();
    }
}
