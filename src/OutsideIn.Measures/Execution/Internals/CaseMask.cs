using OutsideIn.Events;

namespace OutsideIn.Measures.Internals;

/// <summary>Which cases are meant, worked out block by block. Immutable.</summary>
internal abstract class CaseMask
{
    /// <summary>Masks of rows it rests on.</summary>
    public virtual IEnumerable<RowMask> RowMasks => [];

    /// <summary>[subjects of the block] Writes whether each case is meant; the subjects are cases.</summary>
    public abstract void Fill(RowBlock block, Span<bool> isIn);
}

/// <summary>Cases with at least one such row.</summary>
internal sealed class AnyRowMask(RowMask rows) : CaseMask
{
    public override IEnumerable<RowMask> RowMasks => [rows];

    public override void Fill(RowBlock block, Span<bool> isIn)
    {
        var bits = block.Bits(rows);
        for (var local = 0; local < isIn.Length; local++)
        {
            var (first, end) = block.RowsOf(local);
            isIn[local] = RowBits.First(bits, first, end) >= 0;
        }
    }
}

/// <summary>Cases whose value in a column of cases passes a test.</summary>
internal sealed class CaseColumnMask(ColumnSource column, RowTests tests) : CaseMask
{
    public override void Fill(RowBlock block, Span<bool> isIn)
    {
        var texts = column.Texts;
        for (var local = 0; local < isIn.Length; local++)
        {
            var index = block.FirstSubject + local;
            isIn[local] = column.Kind switch
            {
                AttributeKind.Text => tests.Members![texts![index]] != 0,
                AttributeKind.Number => tests.Numbers!.Holds(column.Numbers(block.Log)[index]),
                AttributeKind.Time => tests.Times!.Holds(TimeOf(block, local)),
                _ => tests.Answers!.Holds(column.Answers[index]),
            };
        }
    }

    private long TimeOf(RowBlock block, int local) => column.Place switch
    {
        ColumnPlace.CaseStart => block.StartMicros(local),
        ColumnPlace.CaseEnd => block.EndRow(local) is >= 0 and var row ? block.Time[row] : AttributeColumn.MissingTime,
        _ => column.Times(block.Log)[block.FirstSubject + local],
    };
}

/// <summary>Cases that have, or have no, such an event by the horizon. Where the anchor never happened, neither holds.</summary>
internal sealed class CaseHasMask(HasProgram program, bool isNegated) : CaseMask
{
    public override IEnumerable<RowMask> RowMasks => program.RowMasks;

    public override void Fill(RowBlock block, Span<bool> isIn)
    {
        var search = program.Search(block);
        for (var local = 0; local < isIn.Length; local++)
        {
            var found = search.In(block, local);
            isIn[local] = found.HasAnchor && found.Row >= 0 != isNegated;
        }
    }
}

/// <summary>Cases that all, or any, of several masks mean.</summary>
internal sealed class JointCaseMask(bool isAll, CaseMask[] parts) : CaseMask
{
    public override IEnumerable<RowMask> RowMasks => parts.SelectMany(static part => part.RowMasks);

    public override void Fill(RowBlock block, Span<bool> isIn)
    {
        parts[0].Fill(block, isIn);
        using var more = new RentedFlags(isIn.Length);
        foreach (var part in parts.AsSpan(1))
        {
            part.Fill(block, more.Span);
            for (var local = 0; local < isIn.Length; local++)
            {
                isIn[local] = isAll ? isIn[local] && more.Span[local] : isIn[local] || more.Span[local];
            }
        }
    }
}

/// <summary>Cases a mask does not mean.</summary>
internal sealed class NotCaseMask(CaseMask part) : CaseMask
{
    public override IEnumerable<RowMask> RowMasks => part.RowMasks;

    public override void Fill(RowBlock block, Span<bool> isIn)
    {
        part.Fill(block, isIn);
        foreach (ref var one in isIn)
        {
            one = !one;
        }
    }
}
