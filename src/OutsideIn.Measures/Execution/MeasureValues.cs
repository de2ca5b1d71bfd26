namespace OutsideIn.Measures;

/// <summary>How the value of one subject stands at the horizon.</summary>
public enum ValueState : byte
{
    /// <summary>The filter of cases leaves it out: it is not counted anywhere.</summary>
    LeftOut,

    /// <summary>The start never happened, or there is no value to take: counted and shown apart.</summary>
    NotApplicable,

    /// <summary>The value is known.</summary>
    Known,

    /// <summary>It has not happened yet (right-censored); the value is the time waited so far, or the count so far.</summary>
    Open,

    /// <summary>Of a duration: the customer gave up or was refused before (a competing end); the value is the time until then.</summary>
    Lost,
}

/// <summary>The value a measure gives each case, or with <c>per customer</c> each customer. Immutable; safe to share.</summary>
/// <remarks>A subject is a case, or a customer; subjects stand in the log's order (customers in that of their first case).</remarks>
public sealed class MeasureValues
{
    private readonly ValueState[] _states;
    private readonly double[] _values;
    private readonly double[] _waits;
    private readonly SubjectIndex _subjects;

    internal MeasureValues(MeasurePlan plan, SubjectIndex subjects, ValueState[] states, double[] values, double[] waits) =>
        (Plan, _subjects, _states, _values, _waits) = (plan, subjects, states, values, waits);

    /// <summary>The plan that gave them.</summary>
    public MeasurePlan Plan { get; }

    /// <summary>Number of subjects, left out ones included.</summary>
    public int Count => _states.Length;

    /// <summary>[subjects] How each value stands.</summary>
    public ReadOnlySpan<ValueState> States => _states;

    /// <summary>[subjects] The values: microseconds on the plan's clock, a count, a number, or 1 and 0 for yes and no; 0 where not applicable or left out.</summary>
    public ReadOnlySpan<double> Values => _values;

    /// <summary>
    /// [subjects] Of a yes/no measure: how long after its start (the anchor's, else the case's) the answer was certain, or, where open, how
    /// long it has been waited for, microseconds on the plan's clock. Empty for other kinds.
    /// </summary>
    public ReadOnlySpan<double> WaitMicros => _waits;

    /// <summary>[subjects] When the first event of the subject began, microseconds since 1970-01-01T00:00:00Z.</summary>
    public ReadOnlySpan<long> StartMicros => _subjects.StartMicros;

    /// <summary>Whom the values belong to; the same for all measures of a run that have the same subjects.</summary>
    internal SubjectIndex Subjects => _subjects;

    /// <summary>The case's, or the customer's, name.</summary>
    public string NameOf(int subject) => _subjects.NameOf(subject);

    /// <summary>Indexes of the cases that are the subject: itself, or all cases of the customer.</summary>
    public ReadOnlySpan<int> CasesOf(int subject) => _subjects.CasesOf(subject);
}
