using System.Runtime.CompilerServices;
using OutsideIn.Events;

namespace OutsideIn.Measures.Internals;

/// <summary>How many events are meant.</summary>
internal sealed class CountProgram(RowMask rows) : ValueProgram
{
    public override IEnumerable<RowMask> RowMasks => [rows];

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void Run(RowBlock block, ValueSink sink)
    {
        var bits = block.Bits(rows);
        for (var local = 0; local < block.SubjectCount; local++)
        {
            var (first, end) = block.RowsOf(local);
            sink.SetOnceClosed(block, local, RowBits.Count(bits, first, end));
        }
    }
}

/// <summary>How many different texts the events meant have, or how many of those events repeat a text that came before.</summary>
internal sealed class DistinctTextsProgram(RowMask rows, ColumnSource column, bool countsRepeats) : ValueProgram
{
    public override IEnumerable<RowMask> RowMasks => [rows];

    public override void Run(RowBlock block, ValueSink sink)
    {
        // The mask first: working it out may ask the block for other columns.
        var bits = block.Bits(rows);
        if (column.Texts!.IsNarrow)
        {
            Run(block, bits, block.Values(column.Texts.Narrow, column.Level), sink);
        }
        else
        {
            Run(block, bits, block.Values(column.Texts.Wide, column.Level), sink);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Run<T>(RowBlock block, ReadOnlySpan<ulong> bits, ReadOnlySpan<T> codes, ValueSink sink)
        where T : struct, System.Numerics.IBinaryInteger<T>
    {
        for (var local = 0; local < block.SubjectCount; local++)
        {
            var (first, end) = block.RowsOf(local);
            var met = block.Stamps(column.Texts!.NameCount + 1, out var fresh);
            var (different, repeats) = (0, 0);
            for (var row = RowBits.First(bits, first, end); row >= 0; row = RowBits.First(bits, row + 1, end))
            {
                var code = int.CreateTruncating(codes[row]);
                if (code == CodedColumn.Missing)
                {
                    continue;
                }

                var isNew = met[code] != fresh;
                different += isNew ? 1 : 0;
                repeats += isNew ? 0 : 1;
                met[code] = fresh;
            }

            sink.SetOnceClosed(block, local, countsRepeats ? repeats : different);
        }
    }
}

/// <summary>How many different numbers, instants or answers the events meant have.</summary>
internal sealed class DistinctValuesProgram(RowMask rows, ColumnSource column) : ValueProgram
{
    public override IEnumerable<RowMask> RowMasks => [rows];

    public override void Run(RowBlock block, ValueSink sink)
    {
        var bits = block.Bits(rows);
        switch (column.Kind)
        {
            case AttributeKind.Number:
                Run(block, bits, block.Values(column.Numbers(block.Log), column.Level), double.NaN, sink);
                break;
            case AttributeKind.Time:
                Run(block, bits, block.Values(column.Times(block.Log), column.Level), AttributeColumn.MissingTime, sink);
                break;
            default:
                Run(block, bits, block.Values(column.Answers, column.Level), AttributeColumn.MissingAnswer, sink);
                break;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Run<T>(RowBlock block, ReadOnlySpan<ulong> bits, ReadOnlySpan<T> values, T missing, ValueSink sink)
        where T : unmanaged, IEquatable<T>
    {
        var scratch = System.Buffers.ArrayPool<T>.Shared.Rent(block.RowCount);
        for (var local = 0; local < block.SubjectCount; local++)
        {
            var (first, end) = block.RowsOf(local);
            var count = 0;
            for (var row = RowBits.First(bits, first, end); row >= 0; row = RowBits.First(bits, row + 1, end))
            {
                if (!values[row].Equals(missing))
                {
                    scratch[count++] = values[row];
                }
            }

            scratch.AsSpan(0, count).Sort();
            var different = count == 0 ? 0 : 1;
            for (var index = 1; index < count; index++)
            {
                different += scratch[index].Equals(scratch[index - 1]) ? 0 : 1;
            }

            sink.SetOnceClosed(block, local, different);
        }

        System.Buffers.ArrayPool<T>.Shared.Return(scratch);
    }
}
