using System.Runtime.CompilerServices;
using OutsideIn.Statistics;

namespace OutsideIn.Measures.Internals;

/// <summary>The time from one anchor to another.</summary>
internal sealed class TimeBetweenProgram(Anchor from, Anchor to, PlanClock clock) : ValueProgram
{
    public override IEnumerable<RowMask> RowMasks => new[] { from.Rows, to.Rows }.OfType<RowMask>();

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void Run(RowBlock block, ValueSink sink)
    {
        var starts = from.Search(block);
        var ends = to.Search(block);
        var horizon = block.Measured.HorizonMicros;
        for (var local = 0; local < block.SubjectCount; local++)
        {
            var (first, end) = block.RowsOf(local);
            var fromRow = starts.Row(local, first, first, end);
            if (fromRow < 0)
            {
                sink.SetNone(local, ValueState.NotApplicable);
                continue;
            }

            var began = starts.BeginMicros(local, fromRow);
            var toRow = ends.Row(local, first, fromRow, end);
            if (toRow >= 0)
            {
                sink.Set(local, ValueState.Known, clock.Between(began, ends.EndMicros(local, toRow)));
            }
            else if (block.LostMicros(local) is var lost && lost >= began && lost != long.MaxValue)
            {
                sink.Set(local, ValueState.Lost, clock.Between(began, lost));
            }
            else
            {
                sink.Set(local, ValueState.Open, clock.Between(began, horizon));
            }
        }
    }
}

/// <summary>
/// The time on the customer's or the firm's clock. Of a customer with several cases it runs from the earliest start to the latest end; it is
/// open while one of its clocks runs, and lost where the latest end is a loss.
/// </summary>
internal sealed class ClockTimeProgram(bool isCustomers, PlanClock clock) : ValueProgram
{
    public override IEnumerable<RowMask> RowMasks => [];

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void Run(RowBlock block, ValueSink sink)
    {
        var readings = ((isCustomers ? block.Measured.CustomerClock : block.Measured.FirmClock) ?? default).Span;
        for (var local = 0; local < block.SubjectCount; local++)
        {
            var (start, end, last, isOpen) = (long.MaxValue, long.MinValue, CompetingEnd.Reached, false);
            foreach (var index in block.CasesOf(local))
            {
                var reading = readings[index];
                if (!reading.IsStarted)
                {
                    continue;
                }

                start = Math.Min(start, reading.StartMicros);
                isOpen |= reading.End == CompetingEnd.Open;
                if (reading.EndMicros > end)
                {
                    (end, last) = (reading.EndMicros, reading.End);
                }
            }

            if (start == long.MaxValue)
            {
                sink.SetNone(local, ValueState.NotApplicable);
                continue;
            }

            var state = isOpen ? ValueState.Open : last == CompetingEnd.Lost ? ValueState.Lost : ValueState.Known;
            sink.Set(local, state, clock.Between(start, end));
        }
    }
}

/// <summary>The sum of the times from the previous event's end to the begin of each event meant.</summary>
internal sealed class WaitingTimeProgram(RowMask rows, PlanClock clock) : ValueProgram
{
    public override IEnumerable<RowMask> RowMasks => [rows];

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void Run(RowBlock block, ValueSink sink)
    {
        var bits = block.Bits(rows);
        var begin = block.Begin;
        var time = block.Time;
        for (var local = 0; local < block.SubjectCount; local++)
        {
            var (first, end) = block.RowsOf(local);
            var waited = 0L;
            for (var row = RowBits.First(bits, first + 1, end); row >= 0; row = RowBits.First(bits, row + 1, end))
            {
                waited += clock.Between(time[row - 1], begin[row]);
            }

            sink.SetOnceClosed(block, local, waited);
        }
    }
}

/// <summary>The sum of the times from begin to end of each event meant.</summary>
internal sealed class TouchTimeProgram(RowMask rows, PlanClock clock) : ValueProgram
{
    public override IEnumerable<RowMask> RowMasks => [rows];

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void Run(RowBlock block, ValueSink sink)
    {
        var bits = block.Bits(rows);
        var begin = block.Begin;
        var time = block.Time;
        for (var local = 0; local < block.SubjectCount; local++)
        {
            var (first, end) = block.RowsOf(local);
            var touched = 0L;
            for (var row = RowBits.First(bits, first, end); row >= 0; row = RowBits.First(bits, row + 1, end))
            {
                touched += clock.Between(begin[row], time[row]);
            }

            sink.SetOnceClosed(block, local, touched);
        }
    }
}
