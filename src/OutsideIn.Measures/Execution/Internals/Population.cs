using System.Runtime.CompilerServices;

namespace OutsideIn.Measures.Internals;

/// <summary>The rows of the subjects of a run, subject by subject: those of a log as they stand, or those of customers merged by time.</summary>
/// <remarks>
/// The rows of a customer stand by the key the log is ordered by (time, or begin then time), ties by case, then by row. A customer is
/// closed when all its cases are; it is lost when all its cases are lost or closed and one is lost, with the latest loss.
/// </remarks>
internal sealed class Population
{
    private readonly int[]? _firsts;
    private readonly int[]? _endRows;
    private readonly long[]? _lostMicros;

    private Population(MeasuredLog log, SubjectIndex subjects) => (Log, Subjects) = (log, subjects);

    private Population(MeasuredLog log, SubjectIndex subjects, CustomerRows rows)
        : this(log, subjects) =>
        (_firsts, Rows, _endRows, _lostMicros) = (rows.Firsts, rows.Rows, rows.EndRows, rows.LostMicros);

    public MeasuredLog Log { get; }

    public SubjectIndex Subjects { get; }

    /// <summary>[rows of subjects] The row of the log at each place; null where the places are the log's own.</summary>
    public int[]? Rows { get; }

    /// <summary>[subjects + 1] Place at which the rows of each subject begin.</summary>
    public ReadOnlySpan<int> Firsts => _firsts is null ? Log.Log.CaseStarts : _firsts;

    public static Population OfCases(MeasuredLog log) => new(log, SubjectIndex.OfCases(log.Log));

    /// <summary>The customers of a log.</summary>
    /// <param name="log">The log; it has customers.</param>
    /// <param name="isIn">[cases] Which cases are read; null for all.</param>
    public static Population OfCustomers(MeasuredLog log, bool[]? isIn)
    {
        var subjects = SubjectIndex.OfCustomers(log.Log, isIn);
        return new Population(log, subjects, CustomerRows.Of(log, subjects));
    }

    /// <summary>Place of the event with which the subject was closed, or −1 where it still runs or has no events.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public int EndRow(int subject)
    {
        var firsts = Firsts;
        if (firsts[subject] == firsts[subject + 1])
        {
            return -1;
        }

        return _endRows is not null ? _endRows[subject]
            : Log.EndRows is { } ends ? ends.Span[subject]
            : firsts[subject + 1] - 1;
    }

    /// <summary>When the subject was lost, no later than the horizon; <see cref="long.MaxValue"/> where it was not.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public long LostMicros(int subject)
    {
        var lost = _lostMicros is not null ? _lostMicros[subject] : Log.LostMicros is { } all ? all.Span[subject] : long.MaxValue;
        return lost <= Log.HorizonMicros ? lost : long.MaxValue;
    }
}
