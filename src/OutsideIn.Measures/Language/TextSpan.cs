namespace OutsideIn.Measures;

/// <summary>A stretch of a text.</summary>
/// <param name="Start">0-based index of its first character, in UTF-16 units.</param>
/// <param name="Length">How many characters, ≥ 0; 0 stands for a place between two characters.</param>
public readonly record struct TextSpan(int Start, int Length)
{
    /// <summary>Index behind its last character.</summary>
    public int End => Start + Length;

    /// <summary>From the beginning of the one to the end of the other, which stands at or behind it.</summary>
    public static TextSpan From(TextSpan first, TextSpan last) => new(first.Start, last.End - first.Start);
}
