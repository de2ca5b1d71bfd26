using OutsideIn.Vocabulary;

namespace OutsideIn.Events;

/// <summary>An event log in columns. Immutable; safe to share.</summary>
/// <remarks>
/// Rows stand by case, then by time (or by start, see <see cref="Order"/>), then in the source's order. Cases stand in the order
/// in which the source first named them and none is empty. Made by <see cref="EventLogBuilder"/> and the readers of
/// <see cref="LogImport"/>.
/// </remarks>
public sealed class EventLog
{
    private readonly EventColumns _columns;

    internal EventLog(EventColumns columns)
    {
        _columns = columns;
        (FirstMicros, LastMicros) = Bounds(columns);
    }

    /// <summary>Makes a log of arrays that were a log before, after checking every promise a log makes. O(events).</summary>
    /// <param name="columns">The arrays; kept, not copied.</param>
    /// <returns>The log, or problem <c>EV401</c> naming the first promise that is broken.</returns>
    public static Result<EventLog> FromColumns(EventColumns columns)
    {
        ArgumentNullException.ThrowIfNull(columns);
        return ColumnChecks.FirstFault(columns) is { } fault
            ? new Problem(ProblemKind.Invalid, "EV401", $"The columns are no event log: {fault}.")
            : new EventLog(columns);
    }

    /// <summary>Number of events.</summary>
    public int EventCount => _columns.TimeMicros.Length;

    /// <summary>Number of cases.</summary>
    public int CaseCount => _columns.CaseStarts.Length - 1;

    /// <summary>Whether rows of a case stand by time or by start.</summary>
    public EventOrder Order => _columns.Order;

    /// <summary>[cases + 1] Row at which each case begins, ascending; the last entry is the number of events.</summary>
    public ReadOnlySpan<int> CaseStarts => _columns.CaseStarts;

    /// <summary>[cases] The cases' names; the case at index c has code c + 1.</summary>
    public IReadOnlyList<string> CaseNames => _columns.CaseNames;

    /// <summary>[events] When the event was recorded, microseconds since 1970-01-01T00:00:00Z; where there are starts, the end.</summary>
    public ReadOnlySpan<long> TimeMicros => _columns.TimeMicros;

    /// <summary>Whether the source recorded when activity instances started.</summary>
    public bool HasStarts => _columns.StartMicros.Length > 0;

    /// <summary>[events] When the activity instance started; its time where the source gave no start. Empty unless <see cref="HasStarts"/>.</summary>
    public ReadOnlySpan<long> StartMicros => _columns.StartMicros;

    /// <summary>[events] Starts where the log has them, else times: the instant at which each event began.</summary>
    public ReadOnlySpan<long> BeginMicros => HasStarts ? _columns.StartMicros : _columns.TimeMicros;

    /// <summary>[events] What was done; never missing.</summary>
    public CodedColumn Activities => _columns.Activities;

    /// <summary>[events] Who or what did it, or null where the log does not say.</summary>
    public CodedColumn? Resources => _columns.Resources;

    /// <summary>[events] The team that did it, or null where the log does not say.</summary>
    public CodedColumn? Teams => _columns.Teams;

    /// <summary>[events] The system it was done in, or null where the log does not say.</summary>
    public CodedColumn? Systems => _columns.Systems;

    /// <summary>[events] The channel of the contact, or null where the log does not say.</summary>
    public CodedColumn? Channels => _columns.Channels;

    /// <summary>[events] The customer, or null where the log does not say.</summary>
    public CodedColumn? Customers => _columns.Customers;

    /// <summary>Whether the log has costs.</summary>
    public bool HasCosts => _columns.Costs.Length > 0;

    /// <summary>[events] Cost of each event, in the log's currency, NaN where missing. Empty unless <see cref="HasCosts"/>.</summary>
    public ReadOnlySpan<double> Costs => _columns.Costs;

    /// <summary>Every column without a role, in the source's order.</summary>
    public IReadOnlyList<AttributeColumn> Attributes => _columns.Attributes;

    /// <summary>The earliest begin of any event, microseconds since 1970-01-01T00:00:00Z; 0 for an empty log.</summary>
    public long FirstMicros { get; }

    /// <summary>The latest time of any event, microseconds since 1970-01-01T00:00:00Z; 0 for an empty log.</summary>
    public long LastMicros { get; }

    /// <summary>Bytes held for case, activity, time, start, resource and team together.</summary>
    public long CoreBytes => ((long)CaseStarts.Length * sizeof(int)) + ((long)TimeMicros.Length * sizeof(long))
        + ((long)StartMicros.Length * sizeof(long)) + Activities.RowBytes + (Resources?.RowBytes ?? 0) + (Teams?.RowBytes ?? 0);

    /// <summary>The rows of a case, first inclusive, end exclusive.</summary>
    /// <param name="caseIndex">0 ≤ caseIndex &lt; cases.</param>
    public (int First, int End) RowsOf(int caseIndex) => (_columns.CaseStarts[caseIndex], _columns.CaseStarts[caseIndex + 1]);

    /// <summary>The log as it stood at an instant: without later events and without the cases that had none before.</summary>
    /// <remarks>O(events). An activity instance that had started but not ended is left out: it is recorded at its end.</remarks>
    /// <param name="micros">Microseconds since 1970-01-01T00:00:00Z; events at this very instant stay.</param>
    /// <returns>The same log where nothing is later.</returns>
    public EventLog Until(long micros) => micros >= LastMicros ? this : new EventLog(Cutting.Until(_columns, micros));

    private static (long First, long Last) Bounds(EventColumns columns)
    {
        if (columns.TimeMicros.Length == 0)
        {
            return (0, 0);
        }

        var (first, last) = (long.MaxValue, long.MinValue);
        foreach (var time in columns.TimeMicros)
        {
            (first, last) = (Math.Min(first, time), Math.Max(last, time));
        }

        foreach (var start in columns.StartMicros)
        {
            first = Math.Min(first, start);
        }

        return (first, last);
    }
}
