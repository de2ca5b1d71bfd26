namespace OutsideIn.Measures.Internals;

/// <summary>Room for the values of one plan, used again from plan to plan.</summary>
internal sealed class ValueBuffer(int subjectCount)
{
    private readonly ValueState[] _states = new ValueState[subjectCount];
    private readonly double[] _values = new double[subjectCount];
    private double[] _waits = [];

    /// <summary>Bytes of the values of a plan for so many subjects, answers with their waits included.</summary>
    public static long BytesOf(int subjectCount) => subjectCount * (2L * sizeof(double) + sizeof(ValueState));

    /// <summary>Makes room for waits where the plan gives answers; before any block is filled.</summary>
    public void Prepare(MeasurePlan plan)
    {
        if (plan.Kind == MeasureKind.YesNo && _waits.Length == 0)
        {
            _waits = new double[subjectCount];
        }
    }

    /// <summary>Computes the values of the subjects of a block.</summary>
    public void Fill(RowBlock block, MeasurePlan plan, CaseMask? filter)
    {
        var (first, count) = (block.FirstSubject, block.SubjectCount);
        var waits = plan.Kind == MeasureKind.YesNo ? _waits.AsSpan(first, count) : [];
        var sink = new ValueSink(_states.AsSpan(first, count), _values.AsSpan(first, count), waits);
        plan.Program!.Run(block, sink);
        if (plan.IsPerCustomer)
        {
            LeaveOutEmpty(block, sink);
        }
        else if (filter is not null)
        {
            LeaveOut(block, filter, sink);
        }
    }

    public MeasureValues ToValues(MeasurePlan plan, SubjectIndex subjects) =>
        new(plan, subjects, _states, _values, plan.Kind == MeasureKind.YesNo ? _waits : []);

    private static void LeaveOut(RowBlock block, CaseMask filter, ValueSink sink)
    {
        using var isIn = new RentedFlags(block.SubjectCount);
        filter.Fill(block, isIn.Span);
        for (var local = 0; local < block.SubjectCount; local++)
        {
            if (!isIn.Span[local])
            {
                sink.SetNone(local, ValueState.LeftOut);
            }
        }
    }

    private static void LeaveOutEmpty(RowBlock block, ValueSink sink)
    {
        for (var local = 0; local < block.SubjectCount; local++)
        {
            if (block.RowsOf(local) is var (first, end) && first == end)
            {
                sink.SetNone(local, ValueState.LeftOut);
            }
        }
    }
}
