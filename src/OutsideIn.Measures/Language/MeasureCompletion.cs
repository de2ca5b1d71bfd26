using OutsideIn.Measures.Internals;

namespace OutsideIn.Measures;

/// <summary>Something that may stand at a place of a text.</summary>
/// <param name="Text">What to write.</param>
/// <param name="Replaces">What it takes the place of: what has been begun there, or nothing.</param>
/// <param name="Explanation">What it says, a few words; never empty.</param>
public sealed record Completion(string Text, TextSpan Replaces, string Explanation);

/// <summary>What may be written next: for the editor and the shell. Made of what the parser is ready to read there, so both never differ.</summary>
public static class MeasureCompletion
{
    /// <summary>What may stand at a place of a measure.</summary>
    /// <param name="text">The text, finished or not.</param>
    /// <param name="position">Index of the character in front of which the cursor stands, 0 to the text's length; outside of that the nearest.</param>
    /// <param name="schema">The names that are known.</param>
    /// <returns>
    /// Those that begin with what has been begun at the place, names of the log most frequent first, at most 60 names; then those that hold it
    /// elsewhere. Empty in a comment, and where only a value of a column may stand, since values are not known. O(text + names).
    /// </returns>
    public static IReadOnlyList<Completion> At(string text, int position, MeasureSchema schema)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(schema);
        return CompletionPlace.Of(text, position, isObjective: false) is { } place
            ? new CompletionList(place).OfNames(schema)
            : [];
    }

    /// <summary>What may stand at a place of an objective.</summary>
    /// <param name="text">The text, finished or not.</param>
    /// <param name="position">Index of the character in front of which the cursor stands, 0 to the text's length; outside of that the nearest.</param>
    /// <param name="kind">What the measure gives, so that only goals that fit are offered; null for all.</param>
    /// <returns>As <see cref="At"/>.</returns>
    public static IReadOnlyList<Completion> AtObjective(string text, int position, MeasureKind? kind)
    {
        ArgumentNullException.ThrowIfNull(text);
        return CompletionPlace.Of(text, position, isObjective: true) is { } place
            ? new CompletionList(place).OfGoals(kind)
            : [];
    }
}
