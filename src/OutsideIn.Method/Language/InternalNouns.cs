using OutsideIn.Method.Internals;

namespace OutsideIn.Method;

/// <summary>Finds our own names of functions and processes in what ought to be the customer's words (S0 question 3, row 6). Pure; safe to share.</summary>
public static class InternalNouns
{
    /// <summary>The first word or phrase in a text that no customer would use of what they are in.</summary>
    /// <param name="text">The customer's name for the process; may be empty.</param>
    /// <param name="organisation">Whose own words count too: <see cref="Organisation.InternalWords"/>.</param>
    /// <param name="units">Departments, whose names count too.</param>
    /// <returns>The words as the text writes them; null where they are the customer's own. O(characters + words of the organisation).</returns>
    public static string? FindIn(string text, Organisation organisation, IReadOnlyList<OrgUnit> units)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(organisation);
        ArgumentNullException.ThrowIfNull(units);
        var found = OtherWords.Find(OtherWords.Internal, text);
        if (found is not null || (organisation.InternalWords.Count == 0 && units.Count == 0))
        {
            return found;
        }

        var own = new PhraseTable<string>();
        foreach (var word in organisation.InternalWords.Concat(units.Select(static unit => unit.Name)).Where(static word => word.Length > 1))
        {
            own.AddPlain(word, word);
        }

        return own.First(text).Written;
    }
}
