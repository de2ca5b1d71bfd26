namespace OutsideIn.Measures.Internals;

/// <summary>One run of several plans over a log.</summary>
internal sealed class EngineRun(MeasuredLog log, IReadOnlyList<MeasurePlan> plans, CancellationToken stop, IProgress<double>? progress)
{
    // About what lets the masks of a hundred measures and the columns they read stay in a second-level cache of 1 to 2 MB.
    private const int BlockRowsUsual = 8192;

    private double _done;

    /// <summary>Rows a block has at most, unless one subject alone has more.</summary>
    public int BlockRows { get; init; } = BlockRowsUsual;

    /// <summary>
    /// Runs the plans in batches whose values take no more than so many bytes, at least one plan at a time. While the caller looks at the values
    /// of one batch those of the next are computed.
    /// </summary>
    public void Batches(long batchBytes, Action<int, MeasureValues> each)
    {
        var groups = plans.Select(static (plan, index) => (Plan: plan, Index: index))
            .GroupBy(static one => (one.Plan.IsPerCustomer, Key: one.Plan.IsPerCustomer ? one.Plan.CasesKey : ""))
            .OrderBy(static group => group.Key.IsPerCustomer);
        foreach (var group in groups)
        {
            var population = group.Key.IsPerCustomer ? Population.OfCustomers(log, CasesIn(group.First().Plan)) : Population.OfCases(log);
            var atOnce = (int)Math.Clamp(batchBytes / Math.Max(1, ValueBuffer.BytesOf(population.Subjects.Count)), 1, plans.Count);
            var isOneBatch = group.Count() <= atOnce;
            var blocks = new RowBlocks(population, group.SelectMany(static one => MasksOf(one.Plan)));
            Batches(blocks, [.. group.Chunk(isOneBatch ? atOnce : Math.Max(1, atOnce / 2))], each);
        }

        progress?.Report(1);
    }

    private void Batches(RowBlocks blocks, (MeasurePlan Plan, int Index)[][] batches, Action<int, MeasureValues> each)
    {
        using var given = CancellationTokenSource.CreateLinkedTokenSource(stop);
        List<ValueBuffer>[] buffers = [[], []];
        var ahead = Task.CompletedTask;
        Compute(blocks, batches[0], buffers[0], stop);
        try
        {
            for (var batch = 0; batch < batches.Length; batch++)
            {
                ahead.GetAwaiter().GetResult();
                var (next, free) = (batch + 1, buffers[(batch + 1) % 2]);
                ahead = next < batches.Length ? Task.Run(() => Compute(blocks, batches[next], free, given.Token), given.Token) : Task.CompletedTask;
                foreach (var ((plan, index), values) in batches[batch].Zip(buffers[batch % 2]))
                {
                    each(index, values.ToValues(plan, blocks.Population.Subjects));
                }
            }
        }
        finally
        {
            // Where the caller gave up, nothing may still be written when it goes on.
            given.Cancel();
            ((IAsyncResult)ahead).AsyncWaitHandle.WaitOne();
        }
    }

    private void Compute(RowBlocks blocks, (MeasurePlan Plan, int Index)[] batch, List<ValueBuffer> buffers, CancellationToken token)
    {
        while (buffers.Count < batch.Length)
        {
            buffers.Add(new ValueBuffer(blocks.Population.Subjects.Count));
        }

        for (var index = 0; index < batch.Length; index++)
        {
            buffers[index].Prepare(batch[index].Plan);
        }

        Pass(blocks, BlockRows, block =>
        {
            for (var index = 0; index < batch.Length; index++)
            {
                buffers[index].Fill(block, batch[index].Plan, FilterOf(batch[index].Plan));
            }
        }, token);
        _done += (double)batch.Length / plans.Count;
        progress?.Report(Math.Min(1, _done));
    }

    private bool[]? CasesIn(MeasurePlan plan)
    {
        if (plan.Cases is not { } filter)
        {
            return null;
        }

        var isIn = new bool[log.Log.CaseCount];
        var blocks = new RowBlocks(Population.OfCases(log), filter.RowMasks);
        Pass(blocks, BlockRows, block => filter.Fill(block, isIn.AsSpan(block.FirstSubject, block.SubjectCount)), stop);
        return isIn;
    }

    // The cases of a customer were filtered before they were merged.
    private static CaseMask? FilterOf(MeasurePlan plan) => plan.IsPerCustomer ? null : plan.Cases;

    private static IEnumerable<RowMask> MasksOf(MeasurePlan plan) => plan.Program!.RowMasks.Concat(FilterOf(plan)?.RowMasks ?? []);

    /// <summary>Goes over all subjects in blocks, several at a time.</summary>
    private static void Pass(RowBlocks blocks, int blockRows, Action<RowBlock> work, CancellationToken token)
    {
        var cuts = Cuts(blocks.Population, blockRows);
        var options = new ParallelOptions { CancellationToken = token, MaxDegreeOfParallelism = Environment.ProcessorCount };
        Parallel.For(0, cuts.Count - 1, options, blocks.Take, (index, _, block) =>
        {
            block.Open(cuts[index], cuts[index + 1]);
            work(block);
            return block;
        }, blocks.Return);
    }

    /// <summary>The subjects at which blocks begin, and their number at last: as many neighbours as make a block.</summary>
    private static List<int> Cuts(Population population, int blockRows)
    {
        List<int> cuts = [0];
        var firsts = population.Firsts;
        for (var subject = 1; subject < firsts.Length; subject++)
        {
            if (subject == firsts.Length - 1 || firsts[subject + 1] - firsts[cuts[^1]] > blockRows)
            {
                cuts.Add(subject);
            }
        }

        return cuts;
    }
}
