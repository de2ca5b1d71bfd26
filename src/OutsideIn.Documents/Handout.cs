using OutsideIn.Method;

namespace OutsideIn.Documents;

/// <summary>A page to print or to read on a screen. Immutable.</summary>
/// <param name="Html">The whole page: one file without scripts that loads nothing.</param>
/// <param name="Notes">What the page could not show in full: <c>MP078</c> for a text that was shortened, <c>MP079</c> for entries left out; empty when everything is on it.</param>
public sealed record Handout(string Html, IReadOnlyList<MapDiagnostic> Notes);

/// <summary>What a page needs to know beside the map. Immutable.</summary>
/// <param name="Date">The date printed on the page, and the day on which the map is judged.</param>
public sealed record HandoutOptions(DateOnly Date)
{
    /// <summary>Id or one-liner of the outcome the page is about; null for the map's first, or for all where the page shows all.</summary>
    public string? Outcome { get; init; }
}
