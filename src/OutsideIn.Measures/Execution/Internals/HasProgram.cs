using System.Runtime.CompilerServices;

namespace OutsideIn.Measures.Internals;

/// <summary>Whether an event happened, and how long it took until that was certain.</summary>
/// <param name="relation">Where it is looked for.</param>
/// <param name="anchor">From or up to where; null for anywhere.</param>
/// <param name="rows">What is looked for.</param>
/// <param name="window">How long after the anchor.</param>
/// <param name="isSettledByLoss">Whether a loss within the window makes a no certain.</param>
internal sealed class HasProgram(HasRelation relation, Anchor? anchor, RowMask rows, HasWindow window, bool isSettledByLoss) : ValueProgram
{
    /// <summary>Whether <c>no</c> is written: the answers are turned round, and a loss settles nothing.</summary>
    public bool IsNegated { get; init; }

    public override IEnumerable<RowMask> RowMasks => new[] { anchor?.Rows, rows }.OfType<RowMask>();

    public HasSearch Search(RowBlock block) => new(relation, (anchor ?? new Anchor(AnchorKind.Start, null)).Search(block), block.Bits(rows), window);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void Run(RowBlock block, ValueSink sink)
    {
        var search = Search(block);
        var time = block.Time;
        for (var local = 0; local < block.SubjectCount; local++)
        {
            var found = search.In(block, local);
            if (!found.HasAnchor)
            {
                sink.SetNone(local, ValueState.NotApplicable);
                continue;
            }

            if (found.Row >= 0)
            {
                sink.Answer(local, ValueState.Known, !IsNegated, window.Clock.Between(found.SinceMicros, time[found.Row]));
                continue;
            }

            var (isCertain, wait) = relation == HasRelation.Before
                ? (true, window.Clock.Between(found.SinceMicros, found.UntilMicros))
                : NotFound(block, local, found.SinceMicros);
            sink.Answer(local, isCertain ? ValueState.Known : ValueState.Open, isCertain && IsNegated, wait);
        }
    }

    /// <summary>Whether it is certain that the event will not happen, and since when; where not, how long it has been waited for.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private (bool IsCertain, double WaitMicros) NotFound(RowBlock block, int local, long since)
    {
        var (clock, horizon) = (window.Clock, block.Measured.HorizonMicros);
        var waited = clock.Between(since, horizon);
        var lost = block.LostMicros(local);
        var isLost = !IsNegated && lost >= since && lost != long.MaxValue;
        if (window.Micros is { } micros)
        {
            return isLost && isSettledByLoss && clock.Between(since, lost) is var untilLost && untilLost <= micros ? (true, untilLost)
                : window.HasClosed(waited) ? (true, micros)
                : (false, waited);
        }

        var endRow = block.EndRow(local);
        var untilEnd = endRow >= 0 ? clock.Between(since, block.Time[endRow]) : long.MaxValue;
        var certain = Math.Min(untilEnd, isLost ? clock.Between(since, lost) : long.MaxValue);
        return certain != long.MaxValue ? (true, certain) : (false, waited);
    }
}

/// <summary>A window behind an anchor.</summary>
/// <param name="Micros">How long it is on its clock; null for ever.</param>
/// <param name="Clock">The clock.</param>
internal readonly record struct HasWindow(double? Micros, PlanClock Clock)
{
    /// <summary>
    /// Whether no later event can be within the window. A calendar's clock stands still outside the working hours: an event then is still in
    /// time, so that the window closes as the clock goes on.
    /// </summary>
    public bool HasClosed(long waited) => Clock.IsWall ? waited >= Micros : waited > Micros;
}

/// <summary>What was found in a subject.</summary>
/// <param name="HasAnchor">Whether the anchor happened; where not, the rest says nothing.</param>
/// <param name="Row">The row of the event, or −1.</param>
/// <param name="SinceMicros">From when the answer is waited for.</param>
/// <param name="UntilMicros">When the anchor began, up to which an event before it counts.</param>
internal readonly record struct HasFound(bool HasAnchor, int Row, long SinceMicros, long UntilMicros);

/// <summary>Looks for an event behind or before an anchor in the subjects of a block.</summary>
internal readonly ref struct HasSearch(HasRelation relation, AnchorSearch anchor, ReadOnlySpan<ulong> bits, HasWindow window)
{
    private readonly AnchorSearch _anchor = anchor;
    private readonly ReadOnlySpan<ulong> _bits = bits;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public HasFound In(RowBlock block, int local)
    {
        var (first, end) = block.RowsOf(local);
        var anchorRow = _anchor.Row(local, first, first, end);
        if (anchorRow < 0)
        {
            return default;
        }

        var at = _anchor.BeginMicros(local, anchorRow);
        return relation == HasRelation.Before
            ? new HasFound(true, RowBits.First(_bits, first, anchorRow), block.StartMicros(local), at)
            : new HasFound(true, After(block, _anchor.IsStart ? anchorRow : anchorRow + 1, end, at), at, at);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private int After(RowBlock block, int from, int end, long at)
    {
        var row = RowBits.First(_bits, from, end);
        if (window.Micros is { } micros)
        {
            for (var time = block.Time; row >= 0 && window.Clock.Between(at, time[row]) > micros;)
            {
                row = RowBits.First(_bits, row + 1, end);
            }
        }

        return row;
    }
}
