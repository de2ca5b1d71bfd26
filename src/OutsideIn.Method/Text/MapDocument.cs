namespace OutsideIn.Method;

/// <summary>A map as read from text: as much of it as could be read, and everything wrong with the rest. Immutable.</summary>
/// <param name="Map">
/// What could be read. It keeps the promises of <see cref="OutsideInMap"/> (unique ids, references that exist or are null)
/// even when there are errors, save that a category whose customer is missing or unknown has the customer <c>""</c>.
/// </param>
/// <param name="Diagnostics">What is wrong, in the order of the text; empty when nothing is.</param>
/// <param name="Places">Where each item is written, by its subject, such as <c>activities/m1</c>.</param>
public sealed record MapDocument(
    OutsideInMap Map, IReadOnlyList<MapDiagnostic> Diagnostics, IReadOnlyDictionary<string, Place> Places)
{
    /// <summary>Whether anything is wrong enough for a command to stop.</summary>
    public bool HasErrors => Diagnostics.Any(static diagnostic => diagnostic.Severity == Severity.Error);

    /// <summary>A diagnostic about the map, with the place where its subject is written; unchanged when it has a place or none is known.</summary>
    public MapDiagnostic Locate(MapDiagnostic diagnostic)
    {
        ArgumentNullException.ThrowIfNull(diagnostic);
        return diagnostic is { Place: null, Subject: { } subject } && Places.TryGetValue(subject, out var place)
            ? diagnostic with { Place = place }
            : diagnostic;
    }
}
