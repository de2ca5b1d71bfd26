using System.Diagnostics;
using OutsideIn.Documents.Internals;
using OutsideIn.Method;
using OutsideIn.Vocabulary;

namespace OutsideIn.Documents;

/// <summary>Writes the pages people take away. Pure: the same map, page and date give the same text.</summary>
/// <remarks>Every text of the map is escaped; a private personal map is on no page (row 61).</remarks>
public static class HandoutWriter
{
    /// <summary>Writes one page of a map.</summary>
    /// <param name="map">The map; an empty one gives a page that says what goes where.</param>
    /// <param name="kind">Which page.</param>
    /// <param name="options">The date on it, and which outcome.</param>
    /// <returns>The page; or problem <c>MP077</c> where the outcome named is not in the map.</returns>
    public static Result<Handout> Write(OutsideInMap map, HandoutKind kind, HandoutOptions options)
    {
        ArgumentNullException.ThrowIfNull(map);
        ArgumentNullException.ThrowIfNull(options);
        var chosen = map.Outcomes.FirstOrDefault(one => Names(one, options.Outcome));
        if (options.Outcome is not null && chosen is null)
        {
            var nearest = string.Join(", ", map.Outcomes.Take(8).Select(static one => one.Id));
            return new Problem(
                ProblemKind.NotFound,
                "MP077",
                $"The map has no outcome '{options.Outcome}'.",
                nearest.Length == 0 ? "It has none at all." : $"It has: {nearest}.");
        }

        var page = new Page(map, options);
        var first = chosen ?? map.Outcomes.FirstOrDefault(static one => one.State != OutcomeState.Superseded) ?? new SuccessfulOutcome();
        return kind switch
        {
            HandoutKind.Card => CardPage.Write(page, first),
            HandoutKind.Map => MapPage.Write(page, first),
            HandoutKind.Sequence => SequencePage.Write(page, chosen ?? (map.Outcomes.Count == 0 ? null : first)),
            HandoutKind.Grid => GridPage.Write(page, chosen),
            HandoutKind.Rules => RulesPage.Write(page),
            HandoutKind.Plan => PlanPage.Write(page),
            HandoutKind.Stop => StopPage.Write(page),
            HandoutKind.Landscape => LandscapePage.Write(page),
            _ => throw new UnreachableException($"{kind} is a page that nobody writes."),
        };
    }

    private static bool Names(SuccessfulOutcome outcome, string? named) =>
        named is not null
        && (string.Equals(outcome.Id, named, StringComparison.OrdinalIgnoreCase) || string.Equals(outcome.OneLiner, named, StringComparison.OrdinalIgnoreCase));
}
