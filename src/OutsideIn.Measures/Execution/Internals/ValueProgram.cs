namespace OutsideIn.Measures.Internals;

/// <summary>What computes the values of a measure, block by block. Immutable; safe to share.</summary>
internal abstract class ValueProgram
{
    /// <summary>Masks of rows it asks the block for.</summary>
    public abstract IEnumerable<RowMask> RowMasks { get; }

    /// <summary>Computes the values of the subjects of a block, those without rows included, whose values are not read.</summary>
    public abstract void Run(RowBlock block, ValueSink sink);
}

/// <summary>Where the values of a block go.</summary>
internal readonly ref struct ValueSink(Span<ValueState> states, Span<double> values, Span<double> waits)
{
    private readonly Span<ValueState> _states = states;
    private readonly Span<double> _values = values;
    private readonly Span<double> _waits = waits;

    /// <summary>Sets a value.</summary>
    public void Set(int local, ValueState state, double value) => (_states[local], _values[local]) = (state, value);

    /// <summary>Sets an answer, and how long it was waited for.</summary>
    public void Answer(int local, ValueState state, bool isYes, double waitMicros) =>
        (_states[local], _values[local], _waits[local]) = (state, isYes ? 1 : 0, waitMicros);

    /// <summary>Sets a value that is known once the subject is closed.</summary>
    public void SetOnceClosed(RowBlock block, int local, double value) =>
        Set(local, block.IsClosed(local) ? ValueState.Known : ValueState.Open, value);

    /// <summary>Sets that there is no value.</summary>
    public void SetNone(int local, ValueState state)
    {
        Set(local, state, 0);
        if (!_waits.IsEmpty)
        {
            _waits[local] = 0;
        }
    }
}

/// <summary>The clock of a plan: wall time, or the readings of a calendar.</summary>
internal readonly struct PlanClock(DurationClock kind, WorkingCalendar? calendar)
{
    /// <summary>Whether it is the clock on the wall.</summary>
    public bool IsWall => kind == DurationClock.Elapsed;

    /// <summary>The reading at an instant; readings never fall.</summary>
    public long At(long micros) => kind switch
    {
        DurationClock.Working => calendar!.Working(micros),
        DurationClock.BusinessDays => calendar!.BusinessDays(micros),
        _ => micros,
    };

    /// <summary>The time from one instant to another on the clock; 0 where the other is earlier.</summary>
    public long Between(long from, long to) => from >= to ? 0 : At(to) - At(from);
}
