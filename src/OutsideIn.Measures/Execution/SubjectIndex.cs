using OutsideIn.Events;

namespace OutsideIn.Measures;

/// <summary>Whom the values of a measure belong to: the cases of a log, or its customers. Immutable; shared by all measures of a run.</summary>
public sealed class SubjectIndex
{
    private const int None = -1;

    private readonly EventLog _log;
    private readonly string[]? _customers;
    private readonly int[] _firsts;
    private readonly int[] _cases;
    private readonly long[] _startMicros;

    private SubjectIndex(EventLog log, string[]? customers, int[] firsts, int[] cases, long[] startMicros) =>
        (_log, _customers, _firsts, _cases, _startMicros) = (log, customers, firsts, cases, startMicros);

    /// <summary>Number of subjects.</summary>
    public int Count => _startMicros.Length;

    /// <summary>[subjects] When the first event of the subject began, microseconds since 1970-01-01T00:00:00Z.</summary>
    public ReadOnlySpan<long> StartMicros => _startMicros;

    /// <summary>The cases of a log, one by one.</summary>
    public static SubjectIndex OfCases(EventLog log)
    {
        ArgumentNullException.ThrowIfNull(log);
        var cases = new int[log.CaseCount];
        var starts = new long[log.CaseCount];
        for (var index = 0; index < cases.Length; index++)
        {
            (cases[index], starts[index]) = (index, Earliest(log, index));
        }

        return new SubjectIndex(log, null, [], cases, starts);
    }

    /// <summary>The customers of a log, in the order of their first case. Cases without a customer belong to none and are left out.</summary>
    /// <remarks>A case belongs to the first customer its events name. O(events).</remarks>
    /// <exception cref="ArgumentException">The log has no customers.</exception>
    public static SubjectIndex OfCustomers(EventLog log) => OfCustomers(log, null);

    /// <summary>The customers of a log as some of its cases show them: each customer of the log, those without such a case too.</summary>
    /// <param name="log">The log.</param>
    /// <param name="isIn">[cases] Which cases are read; null for all.</param>
    /// <exception cref="ArgumentException">The log has no customers.</exception>
    internal static SubjectIndex OfCustomers(EventLog log, bool[]? isIn)
    {
        ArgumentNullException.ThrowIfNull(log);
        var column = log.Customers ?? throw new ArgumentException("The log has no customers.", nameof(log));
        var (subjectOfCode, subjectOfCase) = (new int[column.NameCount + 1], new int[log.CaseCount]);
        Array.Fill(subjectOfCode, None);
        List<string> names = [];
        for (var index = 0; index < log.CaseCount; index++)
        {
            var code = CustomerOf(log, column, index);
            if (code != CodedColumn.Missing && subjectOfCode[code] == None)
            {
                subjectOfCode[code] = names.Count;
                names.Add(column.NameOf(code)!);
            }

            subjectOfCase[index] = code == CodedColumn.Missing ? None : subjectOfCode[code];
        }

        return Packed(log, [.. names], subjectOfCase, isIn);
    }

    /// <summary>The case's, or the customer's, name.</summary>
    public string NameOf(int subject) => _customers is null ? _log.CaseNames[subject] : _customers[subject];

    /// <summary>Indexes of the cases that are the subject, ascending.</summary>
    public ReadOnlySpan<int> CasesOf(int subject) =>
        _customers is null ? _cases.AsSpan(subject, 1) : _cases.AsSpan(_firsts[subject], _firsts[subject + 1] - _firsts[subject]);

    /// <summary>Cases by their subject, a counting sort. A customer without a case that is read keeps the begin of those that are not.</summary>
    private static SubjectIndex Packed(EventLog log, string[] names, int[] subjectOfCase, bool[]? isIn)
    {
        var (firsts, starts, hasCase) = (new int[names.Length + 1], new long[names.Length], new bool[names.Length]);
        Array.Fill(starts, long.MaxValue);
        for (var index = 0; index < subjectOfCase.Length; index++)
        {
            if (subjectOfCase[index] is not None and var subject)
            {
                var isRead = isIn is null || isIn[index];
                var start = Earliest(log, index);
                starts[subject] = isRead == hasCase[subject] ? Math.Min(starts[subject], start) : isRead ? start : starts[subject];
                hasCase[subject] |= isRead;
                firsts[subject + 1] += isRead ? 1 : 0;
            }
        }

        for (var subject = 0; subject < names.Length; subject++)
        {
            firsts[subject + 1] += firsts[subject];
        }

        var (cases, next) = (new int[firsts[^1]], firsts.AsSpan(0, names.Length).ToArray());
        for (var index = 0; index < subjectOfCase.Length; index++)
        {
            if (subjectOfCase[index] is not None and var subject && (isIn is null || isIn[index]))
            {
                cases[next[subject]++] = index;
            }
        }

        return new SubjectIndex(log, names, firsts, cases, starts);
    }

    private static int CustomerOf(EventLog log, CodedColumn customers, int caseIndex)
    {
        var (first, end) = log.RowsOf(caseIndex);
        for (var row = first; row < end; row++)
        {
            if (customers[row] != CodedColumn.Missing)
            {
                return customers[row];
            }
        }

        return CodedColumn.Missing;
    }

    private static long Earliest(EventLog log, int caseIndex)
    {
        var (first, end) = log.RowsOf(caseIndex);
        var earliest = long.MaxValue;
        foreach (var begin in log.BeginMicros[first..end])
        {
            earliest = Math.Min(earliest, begin);
        }

        return earliest;
    }
}
