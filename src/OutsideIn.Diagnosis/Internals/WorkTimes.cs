using OutsideIn.Measures;

namespace OutsideIn.Diagnosis;

/// <summary>When each piece of work was first done in each case. Built once; asked for one piece of work at a time.</summary>
internal sealed class WorkTimes
{
    private readonly MappedLog _mapped;
    private readonly long[] _starts;
    private readonly int[] _firsts;
    private readonly int[] _rows;
    private readonly int[] _caseOfRow;

    public WorkTimes(MappedLog mapped)
    {
        (_mapped, _starts) = (mapped, SubjectIndex.OfCases(mapped.Log).StartMicros.ToArray());
        (_firsts, _rows, _caseOfRow) = (new int[mapped.Works.Length + 1], new int[mapped.EventCount], new int[mapped.EventCount]);
        for (var row = 0; row < mapped.EventCount; row++)
        {
            _firsts[mapped.WorkAt(row) + 1]++;
        }

        for (var work = 0; work < mapped.Works.Length; work++)
        {
            _firsts[work + 1] += _firsts[work];
        }

        var next = _firsts[..^1];
        for (var caseIndex = 0; caseIndex < mapped.CaseCount; caseIndex++)
        {
            var (first, end) = mapped.Log.RowsOf(caseIndex);
            for (var row = first; row < end; row++)
            {
                _caseOfRow[row] = caseIndex;
                _rows[next[mapped.WorkAt(row)]++] = row;
            }
        }
    }

    /// <summary>[cases] When each case began: the earliest begin of its events, microseconds since 1970-01-01T00:00:00Z.</summary>
    public ReadOnlySpan<long> StartMicros => _starts;

    /// <summary>Rows of the events of a piece of work, ascending.</summary>
    public ReadOnlySpan<int> RowsOf(int work) => _rows.AsSpan(_firsts[work].._firsts[work + 1]);

    /// <summary>The case of a row.</summary>
    public int CaseOf(int row) => _caseOfRow[row];

    /// <summary>Fills in how long after the start of each case the work first began, microseconds; infinite where it never was.</summary>
    public void FillDoneAfter(int work, Span<double> doneAfter)
    {
        doneAfter.Fill(double.PositiveInfinity);
        var begins = _mapped.Log.BeginMicros;
        foreach (var row in RowsOf(work))
        {
            var caseIndex = _caseOfRow[row];
            doneAfter[caseIndex] = Math.Min(doneAfter[caseIndex], begins[row] - _starts[caseIndex]);
        }
    }

    /// <summary>Cases in which a piece of work was done, ascending and distinct.</summary>
    public int[] CasesOf(int work)
    {
        var list = new FigureList(string.Empty);
        foreach (var row in RowsOf(work))
        {
            list.Add(_caseOfRow[row]);
        }

        return list.ToSorted();
    }
}
