using OutsideIn.Method.Internals;

namespace OutsideIn.Method;

/// <summary>Finds actions that treat an effect instead of its cause, or that add a check (S2 step 8, row 44). Pure; safe to share.</summary>
public static class ActionWords
{
    /// <summary>The first words that speed up an effect or blame people ("speed up", "train", "remind", "new form"), as written; null where there are none.</summary>
    public static string? SymptomIn(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return OtherWords.Find(OtherWords.Symptom, text);
    }

    /// <summary>The first words that add a check or an approval, as written; null where there are none, and where one is taken away.</summary>
    public static string? AddedCheckIn(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return OtherWords.Find(OtherWords.Check, text);
    }
}
