using System.Runtime.CompilerServices;
using OutsideIn.Events;

namespace OutsideIn.Measures.Internals;

/// <summary>
/// The rows of a few neighbouring subjects, small enough to stay in the processor's cache while every plan reads them. Rows are numbered
/// from 0 within the block. Not thread-safe: each worker has its own, opened again and again; nothing is allocated per subject.
/// </summary>
internal sealed class RowBlock(Population population, Dictionary<RowMask, int> slots)
{
    private readonly long[] _filledAt = new long[slots.Count];
    private readonly ScratchColumn<ushort> _narrow = new();
    private readonly ScratchColumn<int> _wide = new();
    private readonly ScratchColumn<double> _numbers = new();
    private readonly ScratchColumn<long> _times = new();
    private readonly ScratchColumn<sbyte> _answers = new();
    private readonly ScratchColumn<long> _begin = new();
    private readonly ScratchColumn<long> _end = new();
    private ulong[] _bits = [];
    private int[] _cases = [];
    private long[] _stamps = [];
    private long _stamp;
    private int _wordCount;
    private int _firstRow;
    private long _opened;
    private bool _hasCases;

    public MeasuredLog Measured => population.Log;

    public EventLog Log => population.Log.Log;

    public int FirstSubject { get; private set; }

    public int SubjectCount { get; private set; }

    public int RowCount { get; private set; }

    /// <summary>[rows] When each event began.</summary>
    public ReadOnlySpan<long> Begin => Rows is null ? Log.BeginMicros.Slice(_firstRow, RowCount) : _begin.Span(RowCount);

    /// <summary>[rows] When each event was recorded, or ended.</summary>
    public ReadOnlySpan<long> Time => Rows is null ? Log.TimeMicros.Slice(_firstRow, RowCount) : _end.Span(RowCount);

    private int[]? Rows => population.Rows;

    /// <summary>Takes up the subjects [first, end).</summary>
    public void Open(int first, int end)
    {
        (FirstSubject, SubjectCount) = (first, end - first);
        _firstRow = population.Firsts[first];
        RowCount = population.Firsts[end] - _firstRow;
        _wordCount = RowBits.WordCount(RowCount);
        if (_bits.Length < _wordCount * slots.Count)
        {
            _bits = new ulong[_wordCount * slots.Count];
        }

        _opened++;
        _hasCases = false;
        if (Rows is not null)
        {
            var places = Rows.AsSpan(_firstRow, RowCount);
            _begin.Gather(Log.BeginMicros, places);
            _end.Gather(Log.TimeMicros, places);
        }
    }

    /// <summary>The rows of a subject of the block.</summary>
    public (int First, int End) RowsOf(int local)
    {
        var firsts = population.Firsts;
        return (firsts[FirstSubject + local] - _firstRow, firsts[FirstSubject + local + 1] - _firstRow);
    }

    /// <summary>The row with which a subject was closed, or −1.</summary>
    public int EndRow(int local) => population.EndRow(FirstSubject + local) is >= 0 and var row ? row - _firstRow : -1;

    /// <summary>Whether a subject is closed.</summary>
    public bool IsClosed(int local) => population.EndRow(FirstSubject + local) >= 0;

    /// <summary>When a subject began.</summary>
    public long StartMicros(int local) => population.Subjects.StartMicros[FirstSubject + local];

    /// <summary>When a subject was lost, or <see cref="long.MaxValue"/>.</summary>
    public long LostMicros(int local) => population.LostMicros(FirstSubject + local);

    /// <summary>The cases of a subject.</summary>
    public ReadOnlySpan<int> CasesOf(int local) => population.Subjects.CasesOf(FirstSubject + local);

    /// <summary>[words of rows] The rows that a mask means.</summary>
    public ReadOnlySpan<ulong> Bits(RowMask mask)
    {
        var slot = slots[mask];
        var bits = _bits.AsSpan(slot * _wordCount, _wordCount);
        if (_filledAt[slot] != _opened)
        {
            _filledAt[slot] = _opened;
            mask.Fill(this, bits);
        }

        return bits;
    }

    /// <summary>[rows] The codes of a column at the rows of the block. Valid until the next column of the same kind is asked for.</summary>
    public ReadOnlySpan<ushort> Values(ReadOnlySpan<ushort> column, AttributeLevel level) => Values(column, level, _narrow);

    /// <inheritdoc cref="Values(ReadOnlySpan{ushort}, AttributeLevel)"/>
    public ReadOnlySpan<int> Values(ReadOnlySpan<int> column, AttributeLevel level) => Values(column, level, _wide);

    /// <summary>[rows] The values of a column at the rows of the block. Valid until the next column of the same kind is asked for.</summary>
    public ReadOnlySpan<double> Values(ReadOnlySpan<double> column, AttributeLevel level) => Values(column, level, _numbers);

    /// <inheritdoc cref="Values(ReadOnlySpan{double}, AttributeLevel)"/>
    public ReadOnlySpan<long> Values(ReadOnlySpan<long> column, AttributeLevel level) => Values(column, level, _times);

    /// <inheritdoc cref="Values(ReadOnlySpan{double}, AttributeLevel)"/>
    public ReadOnlySpan<sbyte> Values(ReadOnlySpan<sbyte> column, AttributeLevel level) => Values(column, level, _answers);

    /// <summary>[rows] The case of each row.</summary>
    public ReadOnlySpan<int> Cases()
    {
        if (!_hasCases)
        {
            _cases = _cases.Length < RowCount ? new int[RowCount] : _cases;
            FillCases(_cases.AsSpan(0, RowCount));
            _hasCases = true;
        }

        return _cases.AsSpan(0, RowCount);
    }

    /// <summary>[codes] Marks to tell what has been met: a mark below <paramref name="fresh"/> is from before.</summary>
    public Span<long> Stamps(int codeCount, out long fresh)
    {
        if (_stamps.Length < codeCount)
        {
            _stamps = new long[codeCount];
        }

        fresh = ++_stamp;
        return _stamps.AsSpan(0, codeCount);
    }

    private void FillCases(Span<int> cases)
    {
        if (Rows is null)
        {
            for (var local = 0; local < SubjectCount; local++)
            {
                var (first, end) = RowsOf(local);
                cases[first..end].Fill(FirstSubject + local);
            }

            return;
        }

        // Neighbours are often of one case, and then need not be looked up.
        var (known, from, to) = (0, 0, 0);
        for (var row = 0; row < cases.Length; row++)
        {
            var place = Rows[_firstRow + row];
            if (place < from || place >= to)
            {
                known = CustomerRows.CaseOf(Log, place);
                (from, to) = Log.RowsOf(known);
            }

            cases[row] = known;
        }
    }

    private ReadOnlySpan<T> Values<T>(ReadOnlySpan<T> column, AttributeLevel level, ScratchColumn<T> scratch) =>
        level == AttributeLevel.Case ? scratch.Gather(column, Cases())
        : Rows is null ? column.Slice(_firstRow, RowCount)
        : scratch.Gather(column, Rows.AsSpan(_firstRow, RowCount));
}

/// <summary>Room for the values of a column at chosen places, used again from block to block.</summary>
internal sealed class ScratchColumn<T>
{
    private T[] _values = [];

    public ReadOnlySpan<T> Span(int count) => _values.AsSpan(0, count);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public ReadOnlySpan<T> Gather(ReadOnlySpan<T> column, ReadOnlySpan<int> places)
    {
        if (_values.Length < places.Length)
        {
            _values = new T[places.Length];
        }

        for (var place = 0; place < places.Length; place++)
        {
            _values[place] = column[places[place]];
        }

        return _values.AsSpan(0, places.Length);
    }
}
