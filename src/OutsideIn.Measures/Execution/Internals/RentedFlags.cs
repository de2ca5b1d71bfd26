using System.Buffers;

namespace OutsideIn.Measures.Internals;

/// <summary>Flags out of a pool, given back at the end of a block.</summary>
internal readonly ref struct RentedFlags
{
    private readonly bool[] _flags;
    private readonly int _count;

    public RentedFlags(int count) => (_flags, _count) = (ArrayPool<bool>.Shared.Rent(count), count);

    public Span<bool> Span => _flags.AsSpan(0, _count);

    public void Dispose() => ArrayPool<bool>.Shared.Return(_flags);
}
