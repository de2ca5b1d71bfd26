using System.Runtime.CompilerServices;

namespace OutsideIn.Measures.Internals;

/// <summary>Which sort of instant an anchor is.</summary>
internal enum AnchorKind
{
    /// <summary>The begin of the case.</summary>
    Start,

    /// <summary>The event with which it was closed.</summary>
    End,

    /// <summary>The first of some events.</summary>
    First,

    /// <summary>The last of some events.</summary>
    Last,
}

/// <summary>An anchor of a measure.</summary>
/// <param name="Kind">Which sort.</param>
/// <param name="Rows">The events, where it is one of some.</param>
internal sealed record Anchor(AnchorKind Kind, RowMask? Rows)
{
    /// <summary>The anchor, ready to be looked for in a block.</summary>
    public AnchorSearch Search(RowBlock block) => new(block, Kind, Rows is null ? [] : block.Bits(Rows));
}

/// <summary>Looks for an anchor in the subjects of a block.</summary>
internal readonly ref struct AnchorSearch(RowBlock block, AnchorKind kind, ReadOnlySpan<ulong> bits)
{
    private readonly ReadOnlySpan<ulong> _bits = bits;
    private readonly ReadOnlySpan<long> _begin = block.Begin;
    private readonly ReadOnlySpan<long> _time = block.Time;

    public bool IsStart => kind == AnchorKind.Start;

    /// <summary>The anchor's row in [from, end) of a subject whose rows begin at <paramref name="first"/>, or −1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public int Row(int local, int first, int from, int end) => kind switch
    {
        AnchorKind.First => RowBits.First(_bits, from, end),
        AnchorKind.Last => RowBits.Last(_bits, from, end),
        AnchorKind.Start => from == first && first < end ? first : -1,
        _ => block.EndRow(local) is var row && row >= from ? row : -1,
    };

    /// <summary>When a time begins that begins with the anchor.</summary>
    public long BeginMicros(int local, int row) => IsStart ? block.StartMicros(local) : _begin[row];

    /// <summary>When a time ends that ends with the anchor.</summary>
    public long EndMicros(int local, int row) => IsStart ? block.StartMicros(local) : _time[row];
}
