using System.Runtime.CompilerServices;
using OutsideIn.Events;

namespace OutsideIn.Measures.Internals;

/// <summary>The number at one event.</summary>
internal sealed class ValueAtProgram(Anchor at, ColumnSource column) : ValueProgram
{
    public override IEnumerable<RowMask> RowMasks => new[] { at.Rows }.OfType<RowMask>();

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void Run(RowBlock block, ValueSink sink)
    {
        var events = at.Search(block);
        var values = block.Values(column.Numbers(block.Log), column.Level);
        for (var local = 0; local < block.SubjectCount; local++)
        {
            var (first, end) = block.RowsOf(local);
            var row = events.Row(local, first, first, end);
            if (row >= 0 && !double.IsNaN(values[row]))
            {
                sink.Set(local, ValueState.Known, values[row]);
            }
            else
            {
                sink.SetNone(local, block.IsClosed(local) ? ValueState.NotApplicable : ValueState.Open);
            }
        }
    }
}

/// <summary>The sum, mean, largest or smallest of the numbers of the events meant; a column of cases counts once a case.</summary>
internal sealed class AggregateProgram(Aggregate aggregate, RowMask rows, ColumnSource column) : ValueProgram
{
    public override IEnumerable<RowMask> RowMasks => [rows];

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void Run(RowBlock block, ValueSink sink)
    {
        var bits = block.Bits(rows);
        var values = block.Values(column.Numbers(block.Log), column.Level);
        var isOnceACase = column.Level == AttributeLevel.Case;
        var cases = isOnceACase ? block.Cases() : [];
        for (var local = 0; local < block.SubjectCount; local++)
        {
            var (first, end) = block.RowsOf(local);
            var met = isOnceACase ? block.Stamps(block.Log.CaseCount, out var fresh) : Fresh(out fresh);
            var (sum, most, least, count) = (0.0, double.NegativeInfinity, double.PositiveInfinity, 0);
            for (var row = RowBits.First(bits, first, end); row >= 0; row = RowBits.First(bits, row + 1, end))
            {
                var value = values[row];
                if (double.IsNaN(value) || (isOnceACase && met[cases[row]] == fresh))
                {
                    continue;
                }

                if (isOnceACase)
                {
                    met[cases[row]] = fresh;
                }

                (sum, most, least, count) = (sum + value, Math.Max(most, value), Math.Min(least, value), count + 1);
            }

            Set(block, sink, local, count, aggregate switch
            {
                Aggregate.Sum => sum,
                Aggregate.Mean => sum / count,
                Aggregate.Max => most,
                _ => least,
            });
        }
    }

    private void Set(RowBlock block, ValueSink sink, int local, int count, double value)
    {
        var isClosed = block.IsClosed(local);
        if (count == 0)
        {
            sink.SetNone(local, isClosed ? ValueState.NotApplicable : ValueState.Open);
        }
        else
        {
            // Only a sum still grows while the case runs.
            sink.Set(local, isClosed || aggregate != Aggregate.Sum ? ValueState.Known : ValueState.Open, value);
        }
    }

    private static Span<long> Fresh(out long fresh)
    {
        fresh = 0;
        return [];
    }
}
