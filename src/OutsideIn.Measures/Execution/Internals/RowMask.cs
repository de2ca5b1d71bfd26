using OutsideIn.Events;

namespace OutsideIn.Measures.Internals;

/// <summary>Which rows are meant, worked out block by block. Immutable; masks of equal keys are one and are worked out once a block.</summary>
internal abstract class RowMask(string key) : IEquatable<RowMask>
{
    private readonly int _hash = string.GetHashCode(key, StringComparison.Ordinal);

    /// <summary>Names what is meant, within one log.</summary>
    public string Key { get; } = key;

    /// <summary>Masks it is made of, which must have places of their own in a run.</summary>
    public virtual IReadOnlyList<RowMask> Parts => [];

    /// <summary>[words of rows] Writes the rows of the block that are meant.</summary>
    public abstract void Fill(RowBlock block, Span<ulong> bits);

    /// <inheritdoc/>
    public bool Equals(RowMask? other) => ReferenceEquals(this, other) || (other is not null && Key == other.Key);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as RowMask);

    /// <inheritdoc/>
    public override int GetHashCode() => _hash;
}

/// <summary>Every row.</summary>
internal sealed class EveryRow() : RowMask("every")
{
    public override void Fill(RowBlock block, Span<ulong> bits) => RowBits.FillFirst(bits, block.RowCount);
}

/// <summary>Rows whose code in a column of texts is a member.</summary>
internal sealed class CodeMask(ColumnSource column, byte[] members) : RowMask($"{column.Name} {Convert.ToHexString(members)}")
{
    public override void Fill(RowBlock block, Span<ulong> bits)
    {
        var texts = column.Texts!;
        if (texts.IsNarrow)
        {
            RowBits.Of(block.Values(texts.Narrow, column.Level), members, bits);
        }
        else
        {
            RowBits.Of(block.Values(texts.Wide, column.Level), members, bits);
        }
    }
}

/// <summary>Rows whose number passes a test.</summary>
internal sealed class NumberMask(ColumnSource column, ValueTest<double> test) : RowMask($"{column.Name} {test.Key}")
{
    public override void Fill(RowBlock block, Span<ulong> bits) =>
        RowBits.Of(block.Values(column.Numbers(block.Log), column.Level), test, bits);
}

/// <summary>Rows whose instant passes a test.</summary>
internal sealed class TimeMask(ColumnSource column, ValueTest<long> test) : RowMask($"{column.Name} {test.Key}")
{
    public override void Fill(RowBlock block, Span<ulong> bits) =>
        RowBits.Of(block.Values(column.Times(block.Log), column.Level), test, bits);
}

/// <summary>Rows whose answer passes a test.</summary>
internal sealed class AnswerMask(ColumnSource column, ValueTest<sbyte> test) : RowMask($"{column.Name} {test.Key}")
{
    public override void Fill(RowBlock block, Span<ulong> bits) => RowBits.Of(block.Values(column.Answers, column.Level), test, bits);
}

/// <summary>Rows a map says something of.</summary>
internal sealed class FlagMask(EventSort sort, ReadOnlyMemory<bool> flags) : RowMask($"map {sort}")
{
    private static readonly ValueTest<sbyte> IsSet = new(TestKind.Compare, Comparison.Equal, [1], AttributeColumn.MissingAnswer);

    public override void Fill(RowBlock block, Span<ulong> bits)
    {
        var answers = System.Runtime.InteropServices.MemoryMarshal.Cast<bool, sbyte>(flags.Span);
        RowBits.Of(block.Values(answers, AttributeLevel.Event), IsSet, bits);
    }
}

/// <summary>Rows that all, or any, of several masks mean.</summary>
internal sealed class JointMask(bool isAll, RowMask[] parts)
    : RowMask($"({string.Join(isAll ? " and " : " or ", parts.Select(static part => part.Key))})")
{
    public override IReadOnlyList<RowMask> Parts => parts;

    public override void Fill(RowBlock block, Span<ulong> bits)
    {
        block.Bits(parts[0]).CopyTo(bits);
        foreach (var part in parts.AsSpan(1))
        {
            var more = block.Bits(part);
            for (var word = 0; word < bits.Length; word++)
            {
                bits[word] = isAll ? bits[word] & more[word] : bits[word] | more[word];
            }
        }
    }
}

/// <summary>Rows a mask does not mean.</summary>
internal sealed class NotMask(RowMask part) : RowMask($"not {part.Key}")
{
    public override IReadOnlyList<RowMask> Parts => [part];

    public override void Fill(RowBlock block, Span<ulong> bits)
    {
        RowBits.FillFirst(bits, block.RowCount);
        var without = block.Bits(part);
        for (var word = 0; word < bits.Length; word++)
        {
            bits[word] &= ~without[word];
        }
    }
}
