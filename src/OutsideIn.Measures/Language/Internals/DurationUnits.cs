namespace OutsideIn.Measures.Internals;

/// <summary>The words for units of time.</summary>
internal static class DurationUnits
{
    private static readonly Dictionary<string, DurationUnit> Known = WordsOf(
        (DurationUnit.Second, "s sec secs second seconds"),
        (DurationUnit.Minute, "m min mins minute minutes"),
        (DurationUnit.Hour, "h hr hrs hour hours"),
        (DurationUnit.Day, "d day days"),
        (DurationUnit.Week, "w wk wks week weeks"),
        (DurationUnit.BusinessDay, "bd"));

    private static readonly HashSet<string> Strange = new(StringComparer.OrdinalIgnoreCase)
    {
        "month", "months", "quarter", "quarters", "year", "years", "mo", "mth", "yr", "yrs", "y", "ms", "milliseconds", "fortnight", "fortnights",
    };

    /// <summary>The units as they are printed, shortest first, each with what it is.</summary>
    public static IReadOnlyList<(string Text, DurationUnit Unit, string Explanation)> All { get; } =
    [
        ("s", DurationUnit.Second, "seconds"),
        ("m", DurationUnit.Minute, "minutes"),
        ("h", DurationUnit.Hour, "hours"),
        ("d", DurationUnit.Day, "days of 24 hours"),
        ("w", DurationUnit.Week, "weeks of 7 days"),
        ("bd", DurationUnit.BusinessDay, "business days of the calendar"),
    ];

    /// <summary>The letters of a unit.</summary>
    public static string TextOf(DurationUnit unit) => All.First(one => one.Unit == unit).Text;

    /// <summary>The unit written at a place and where it ends; the place itself where there is none.</summary>
    public static (DurationUnit Unit, int End) At(string text, int at)
    {
        var end = LettersFrom(text, at);
        var word = text[at..end];
        if (Known.TryGetValue(word, out var unit))
        {
            return (unit, end);
        }

        if (!word.Equals("business", StringComparison.OrdinalIgnoreCase) && !word.Equals("working", StringComparison.OrdinalIgnoreCase))
        {
            return (default, at);
        }

        var second = end;
        while (second < text.Length && text[second] is ' ' or '\u00A0')
        {
            second++;
        }

        var secondEnd = LettersFrom(text, second);
        return second > end && text[second..secondEnd].ToLowerInvariant() is "day" or "days" ? (DurationUnit.BusinessDay, secondEnd) : (default, at);
    }

    /// <summary>Where a unit of no fixed length, or too small a one, that is written at a place ends; the place itself where there is none.</summary>
    public static int StrangeAt(string text, int at)
    {
        var end = LettersFrom(text, at);
        return Strange.Contains(text[at..end]) ? end : at;
    }

    private static Dictionary<string, DurationUnit> WordsOf(params ReadOnlySpan<(DurationUnit Unit, string Words)> units)
    {
        var known = new Dictionary<string, DurationUnit>(StringComparer.OrdinalIgnoreCase);
        foreach (var (unit, words) in units)
        {
            foreach (var word in words.Split(' '))
            {
                known[word] = unit;
            }
        }

        return known;
    }

    private static int LettersFrom(string text, int at)
    {
        var end = at;
        while (end < text.Length && (char.IsLetterOrDigit(text[end]) || text[end] == '_'))
        {
            end++;
        }

        return end;
    }
}
