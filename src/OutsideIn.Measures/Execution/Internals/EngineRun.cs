namespace OutsideIn.Measures.Internals;

/// <summary>One run of several plans over a log.</summary>
internal sealed class EngineRun(MeasuredLog log, IReadOnlyList<MeasurePlan> plans, CancellationToken stop, IProgress<double>? progress)
{
    // About what lets the masks of a hundred measures and the columns they read stay in a second-level cache of 1 to 2 MB.
    private const int BlockRowsUsual = 8192;

    private readonly List<ValueBuffer> _spare = [];
    private double _done;

    /// <summary>Rows a block has at most, unless one subject alone has more.</summary>
    public int BlockRows { get; init; } = BlockRowsUsual;

    /// <summary>Runs the plans in batches whose values take no more than so many bytes, at least one plan at a time.</summary>
    public void Batches(long batchBytes, Action<int, MeasureValues> each)
    {
        foreach (var group in plans.Select(static (plan, index) => (plan, index)).GroupBy(static one => (one.plan.IsPerCustomer, Key: one.plan.IsPerCustomer ? one.plan.CasesKey : ""))
            .OrderBy(static group => group.Key.IsPerCustomer))
        {
            var isPerCustomer = group.Key.IsPerCustomer;
            var population = isPerCustomer ? Population.OfCustomers(log, CasesIn(group.First().plan)) : Population.OfCases(log);
            var size = (int)Math.Clamp(batchBytes / Math.Max(1, ValueBuffer.BytesOf(population.Subjects.Count)), 1, plans.Count);
            foreach (var batch in group.Chunk(size))
            {
                Batch(population, [.. batch.Select(static one => one.plan)], [.. batch.Select(static one => one.index)], each);
            }

            _spare.Clear();
        }

        progress?.Report(1);
    }

    private void Batch(Population population, MeasurePlan[] batch, int[] indexes, Action<int, MeasureValues> each)
    {
        while (_spare.Count < batch.Length)
        {
            _spare.Add(new ValueBuffer(population.Subjects.Count));
        }

        for (var index = 0; index < batch.Length; index++)
        {
            _spare[index].Prepare(batch[index]);
        }

        var filters = batch.Select(static plan => plan.IsPerCustomer ? null : plan.Cases).ToArray();
        Pass(population, batch.SelectMany(static (plan) => plan.Program!.RowMasks).Concat(filters.SelectMany(static one => one?.RowMasks ?? [])), block =>
        {
            for (var index = 0; index < batch.Length; index++)
            {
                _spare[index].Fill(block, batch[index], filters[index]);
            }
        });
        Report((double)batch.Length / plans.Count);
        for (var index = 0; index < batch.Length; index++)
        {
            each(indexes[index], _spare[index].ToValues(batch[index], population.Subjects));
        }
    }

    private bool[]? CasesIn(MeasurePlan plan)
    {
        if (plan.Cases is not { } filter)
        {
            return null;
        }

        var isIn = new bool[log.Log.CaseCount];
        Pass(Population.OfCases(log), filter.RowMasks, block => filter.Fill(block, isIn.AsSpan(block.FirstSubject, block.SubjectCount)));
        return isIn;
    }

    /// <summary>Goes over all subjects in blocks, several at a time; each worker has one block that it opens again and again.</summary>
    private void Pass(Population population, IEnumerable<RowMask> masks, Action<RowBlock> work)
    {
        var slots = new Dictionary<RowMask, int>();
        foreach (var mask in masks)
        {
            Place(mask, slots);
        }

        var cuts = Cuts(population);
        var options = new ParallelOptions { CancellationToken = stop, MaxDegreeOfParallelism = Environment.ProcessorCount };
        Parallel.For(0, cuts.Count - 1, options, () => new RowBlock(population, slots), (index, _, block) =>
        {
            block.Open(cuts[index], cuts[index + 1]);
            work(block);
            return block;
        }, static _ => { });
    }

    private static void Place(RowMask mask, Dictionary<RowMask, int> slots)
    {
        if (slots.TryAdd(mask, slots.Count))
        {
            foreach (var part in mask.Parts)
            {
                Place(part, slots);
            }
        }
    }

    /// <summary>The subjects at which blocks begin, and their number at last: as many neighbours as make a block.</summary>
    private List<int> Cuts(Population population)
    {
        List<int> cuts = [0];
        var firsts = population.Firsts;
        for (var subject = 1; subject < firsts.Length; subject++)
        {
            if (subject == firsts.Length - 1 || firsts[subject + 1] - firsts[cuts[^1]] > BlockRows)
            {
                cuts.Add(subject);
            }
        }

        return cuts;
    }

    private void Report(double share)
    {
        _done += share;
        progress?.Report(Math.Min(1, _done));
    }
}
