using System.Globalization;

namespace OutsideIn.Vocabulary;

/// <summary>Days as every page writes them.</summary>
public static class DayText
{
    /// <summary>The day as <c>2026-03-31</c> (ISO 8601).</summary>
    public static string Of(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
