namespace OutsideIn.Measures.Internals;

/// <summary>The words for columns by their role in the log.</summary>
internal static class RoleWords
{
    private static readonly (string Role, string Plural, string[] Also)[] Distinct =
    [
        ("person", "people", ["persons", "person", "resources"]),
        ("team", "teams", ["team"]),
        ("system", "systems", ["system"]),
        ("channel", "channels", ["channel"]),
        ("customer", "customers", ["customer"]),
        ("activity", "activities", ["activity"]),
    ];

    /// <summary>The role a word for many stands for, or null.</summary>
    public static string? OfPlural(string word) =>
        Distinct.FirstOrDefault(one => string.Equals(one.Plural, word, StringComparison.Ordinal) || one.Also.Contains(word, StringComparer.Ordinal)).Role;

    /// <summary>The word for many of a role, or null where it has none.</summary>
    public static string? PluralOf(string role) => Distinct.FirstOrDefault(one => string.Equals(one.Role, role, StringComparison.Ordinal)).Plural;
}
