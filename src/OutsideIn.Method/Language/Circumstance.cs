using OutsideIn.Method.Internals;

namespace OutsideIn.Method;

/// <summary>Tells a category defined by what customers are (age, sex, postcode, income, marital status, size of firm) from one defined by need (S2, row 39). Pure; safe to share.</summary>
/// <remarks>The label may be colourful, as "silver surfer" is; only a definition is to be asked.</remarks>
public static class Circumstance
{
    /// <summary>The first circumstance in a definition, as it writes it; null where it defines by need, and for an empty text.</summary>
    /// <param name="text">The category's <see cref="CustomerCategory.Definition"/>, never its name.</param>
    public static string? FindIn(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return OtherWords.Find(OtherWords.Circumstance, text);
    }
}
