namespace OutsideIn.Events;

/// <summary>A dictionary-coded text column: one small integer a row and each distinct text once. Immutable; safe to share.</summary>
/// <remarks>
/// Codes take two bytes a row while there are at most 65,535 names, else four; exactly one of <see cref="Narrow"/> and
/// <see cref="Wide"/> holds the rows. Code 0 means that the row has no value; names have codes 1 to <see cref="NameCount"/>.
/// </remarks>
public sealed class CodedColumn
{
    /// <summary>The code of a row without a value.</summary>
    public const int Missing = 0;

    private readonly string[] _names;
    private readonly ushort[] _narrow;
    private readonly int[] _wide;

    /// <summary>Codes a column.</summary>
    /// <param name="names">[names] The distinct texts; code k stands for the text at k − 1. Kept, not copied.</param>
    /// <param name="codes">[rows] 0 ≤ code ≤ names.</param>
    /// <exception cref="ArgumentOutOfRangeException">A code has no name.</exception>
    public CodedColumn(string[] names, ReadOnlySpan<int> codes)
    {
        ArgumentNullException.ThrowIfNull(names);
        _names = names;
        (_narrow, _wide) = ([], []);
        RowCount = codes.Length;
        foreach (var code in codes)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(code, nameof(codes));
            ArgumentOutOfRangeException.ThrowIfGreaterThan(code, names.Length, nameof(codes));
        }

        if (names.Length > ushort.MaxValue)
        {
            _wide = codes.ToArray();
            return;
        }

        _narrow = new ushort[codes.Length];
        for (var row = 0; row < codes.Length; row++)
        {
            _narrow[row] = (ushort)codes[row];
        }
    }

    /// <summary>Number of rows.</summary>
    public int RowCount { get; }

    /// <summary>Number of distinct texts.</summary>
    public int NameCount => _names.Length;

    /// <summary>The distinct texts, in the order they were first met; the text of code k stands at k − 1.</summary>
    public IReadOnlyList<string> Names => _names;

    /// <summary>Whether the rows stand in <see cref="Narrow"/>.</summary>
    public bool IsNarrow => _names.Length <= ushort.MaxValue;

    /// <summary>[rows] The codes where <see cref="IsNarrow"/>, else empty.</summary>
    public ReadOnlySpan<ushort> Narrow => _narrow;

    /// <summary>[rows] The codes where not <see cref="IsNarrow"/>, else empty.</summary>
    public ReadOnlySpan<int> Wide => _wide;

    /// <summary>Bytes held by the rows; the names come on top, once each.</summary>
    public long RowBytes => ((long)_narrow.Length * sizeof(ushort)) + ((long)_wide.Length * sizeof(int));

    /// <summary>The code of a row: 0 where it has no value.</summary>
    public int this[int row] => IsNarrow ? _narrow[row] : _wide[row];

    /// <summary>The text of a code.</summary>
    /// <returns>The text, or null for code 0.</returns>
    public string? NameOf(int code) => code == Missing ? null : _names[code - 1];

    /// <summary>The text of a row.</summary>
    /// <returns>The text, or null where the row has no value.</returns>
    public string? TextAt(int row) => NameOf(this[row]);

    /// <summary>The code of a text, compared by its characters.</summary>
    /// <returns>The code, or 0 where no row ever had this text.</returns>
    public int CodeOf(string name) => Array.IndexOf(_names, name) + 1;
}
