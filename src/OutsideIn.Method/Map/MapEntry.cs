using OutsideIn.Method.Internals;

namespace OutsideIn.Method;

/// <summary>What every entry of a map has. Immutable.</summary>
/// <remarks>
/// Every settable property of an entry is a key of the written map: the property's name in small words, without a leading
/// "is" or "has", unless the property says another. Reading, writing, the JSON Schema, the spreadsheet and the difference
/// of two maps all follow from the properties, so that none of them can know a key that another does not.
/// </remarks>
public abstract record MapEntry
{
    /// <summary>Short id, unique in the whole map, so that a link can name anything. See <see cref="ShortIds"/>.</summary>
    public string Id { get; init; } = "";

    /// <summary>What it is called.</summary>
    public string Name { get; init; } = "";

    /// <summary>Anything else worth writing down.</summary>
    public string? Notes { get; init; }

    /// <summary>Why it is taken for what it is; null where a person wrote it without a reason.</summary>
    [Key("because")]
    public string? Reason { get; init; }

    /// <summary>Whether the program suggested it and nobody has confirmed it.</summary>
    public bool IsSuggested { get; init; }

    /// <summary>The day it was first written down.</summary>
    public DateOnly? Created { get; init; }

    /// <summary>The day it was last changed.</summary>
    public DateOnly? Changed { get; init; }

    /// <summary>The short name of the sort of entry, such as <c>moments</c>.</summary>
    public abstract string Section { get; }

    /// <summary>The entry as diagnostics name it, such as <c>moments/m1</c>.</summary>
    public string Subject => $"{Section}/{Id}";
}

/// <summary>Which form of the work an entry belongs to (S1; row 29).</summary>
public enum WorkState
{
    /// <summary>Today and after the change.</summary>
    Both,

    /// <summary>Today only.</summary>
    AsIs,

    /// <summary>After the change only.</summary>
    ToBe,
}
