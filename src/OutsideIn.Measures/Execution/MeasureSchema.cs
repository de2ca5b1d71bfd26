using OutsideIn.Events;
using OutsideIn.Vocabulary;

namespace OutsideIn.Measures;

/// <summary>A column a measure may name.</summary>
/// <param name="Name">The source's name, or the role's word (<c>activity</c>, <c>person</c>, <c>team</c>, <c>system</c>, <c>channel</c>, <c>customer</c>, <c>cost</c>, <c>time</c>, <c>start</c>, <c>end</c>, <c>category</c>).</param>
/// <param name="Kind">What its values are.</param>
/// <param name="Level">Whether it has one value an event or one a case.</param>
public sealed record SchemaColumn(string Name, AttributeKind Kind, AttributeLevel Level)
{
    /// <summary>Whether the name is the word of a role rather than the source's own.</summary>
    public bool IsRole { get; init; }
}

/// <summary>What a measure may speak of: what is checked before any event is read. Immutable.</summary>
public sealed record MeasureSchema
{
    /// <summary>Whether there is a log; where not, only the map's names are known, and columns are not checked.</summary>
    public required bool HasLog { get; init; }

    /// <summary>The names of activities in the log, most frequent first.</summary>
    public IReadOnlyList<string> ActivityNames { get; init; } = [];

    /// <summary>The names of the map that stand for events.</summary>
    public IReadOnlyList<NamedEvents> MapNames { get; init; } = [];

    /// <summary>The columns.</summary>
    public IReadOnlyList<SchemaColumn> Columns { get; init; } = [];

    /// <summary>Names of the calendars, the default first.</summary>
    public IReadOnlyList<string> Calendars { get; init; } = [];

    /// <summary>Whether events have a begin and an end.</summary>
    public bool HasStarts { get; init; }

    /// <summary>Whether a map says which events are contacts.</summary>
    public bool KnowsContacts { get; init; }

    /// <summary>Whether a map says which contacts are failure demand.</summary>
    public bool KnowsFailureContacts { get; init; }

    /// <summary>Whether breakpoints are known.</summary>
    public bool KnowsHandoffs { get; init; }

    /// <summary>Whether a map says which cases are closed.</summary>
    public bool KnowsEnds { get; init; }

    /// <summary>Whether a map says when the customer's clock runs.</summary>
    public bool KnowsClocks { get; init; }

    /// <summary>
    /// The column a measure names: of several of that name, one the source named itself where the name is quoted, and one named by its role where it is bare.
    /// </summary>
    /// <remarks>Names are compared as <see cref="NamePattern.Fold"/> does. O(columns).</remarks>
    /// <returns>The column, or null where the log has none of that name.</returns>
    public SchemaColumn? ColumnOf(NameSyntax name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var folded = NamePattern.Fold(name.Text);
        SchemaColumn? found = null;
        foreach (var column in Columns)
        {
            if (!string.Equals(NamePattern.Fold(column.Name), folded, StringComparison.Ordinal))
            {
                continue;
            }

            if (column.IsRole != name.IsQuoted)
            {
                return column;
            }

            found ??= column;
        }

        return found;
    }
}
