namespace OutsideIn.Diagnosis;

/// <summary>What one Moment of Truth spawned, counted up; work 0 is work without a cause.</summary>
internal sealed class CauseTally
{
    private readonly Dictionary<int, int> _works = [];

    private CauseTally(MappedLog mapped, int work, FigureBook book)
    {
        Work = work;
        Cases = book.Open(CauseOfWork.Kind, CauseOfWork.NameOf(mapped, work));
    }

    public int Work { get; }

    public FigureList Cases { get; }

    /// <summary>Its own events.</summary>
    public int Contacts { get; private set; }

    /// <summary>Internal events it spawned.</summary>
    public int Events { get; private set; }

    public int Breakpoints { get; private set; }

    /// <summary>Time from each event to the next of its case while it was the cause.</summary>
    public long ElapsedMicros { get; private set; }

    /// <summary>The part of <see cref="ElapsedMicros"/> that passed before the outcome of the case was reached or lost.</summary>
    public long CustomerMicros { get; private set; }

    /// <summary>Processing time of the internal events.</summary>
    public long ProcessingMicros { get; private set; }

    /// <summary>Processing time of its own events.</summary>
    public long ContactProcessingMicros { get; private set; }

    /// <summary>Cost of the internal events.</summary>
    public double Cost { get; private set; }

    /// <summary>Cost of its own events.</summary>
    public double ContactCost { get; private set; }

    /// <summary>[works] The tally of each cause that happened; entry 0, work without a cause, is always there.</summary>
    public static CauseTally?[] Of(MappedLog mapped, FigureBook book)
    {
        var tallies = new CauseTally?[mapped.Works.Length];
        tallies[0] = new CauseTally(mapped, 0, book);
        for (var caseIndex = 0; caseIndex < mapped.CaseCount; caseIndex++)
        {
            var (first, end) = mapped.Log.RowsOf(caseIndex);
            var until = mapped.Outcomes.WaitsUntilMicros(mapped.Log, caseIndex);
            for (var row = first; row < end; row++)
            {
                var cause = mapped.CauseWorkAt(row);
                var tally = tallies[cause] ??= new CauseTally(mapped, cause, book);
                tally.Add(mapped, caseIndex, row);
                if (row + 1 < end)
                {
                    tally.AddElapsed(mapped.Log.TimeMicros[row], mapped.Log.TimeMicros[row + 1], until);
                }
            }
        }

        return tallies;
    }

    public CauseOfWorkEntry ToEntry(MappedLog mapped) => new(
        Cases.Id, Work == 0 ? null : mapped.Works[Work].Name, Contacts, Cases.Count, Events,
        Contacts == 0 ? null : (double)Events / Contacts, Breakpoints, Measured.Seconds(ElapsedMicros),
        mapped.Log.HasStarts ? Measured.Seconds(ProcessingMicros) : null,
        mapped.Log.HasCosts ? Cost : null,
        Spawned(mapped));

    /// <summary>The internal work it spawned, most frequent first.</summary>
    public CountEntry[] Spawned(MappedLog mapped) =>
        Sorting.MostFrequentFirst(_works.Select(pair => (mapped.Works[pair.Key].Name, pair.Value)));

    private void AddElapsed(long from, long to, long until)
    {
        ElapsedMicros += to - from;
        CustomerMicros += Math.Min(to, until) - Math.Min(from, until);
    }

    private void Add(MappedLog mapped, int caseIndex, int row)
    {
        var log = mapped.Log;
        var isContact = mapped.IsContact[row];
        if (isContact || Work == 0)
        {
            Cases.Add(caseIndex);
        }

        Breakpoints += mapped.HandOffs.IsHandOff[row] ? 1 : 0;
        var processing = log.TimeMicros[row] - log.BeginMicros[row];
        var cost = log.HasCosts && !double.IsNaN(log.Costs[row]) ? log.Costs[row] : 0;
        if (isContact)
        {
            Contacts++;
            ContactProcessingMicros += processing;
            ContactCost += cost;
            return;
        }

        Events++;
        ProcessingMicros += processing;
        Cost += cost;
        var work = mapped.WorkAt(row);
        _works[work] = _works.GetValueOrDefault(work) + 1;
    }
}
