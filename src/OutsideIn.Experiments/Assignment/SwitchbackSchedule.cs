using OutsideIn.Vocabulary;

namespace OutsideIn.Experiments;

/// <summary>What a switchback is to look like: everybody is given one arm for a stretch of time, then another.</summary>
/// <param name="Start">When the first block begins, by the clock on the wall.</param>
/// <param name="BlockCount">How many blocks.</param>
/// <param name="BlockLength">How long each lasts.</param>
/// <param name="Washout">How long after each switch nothing is counted: as long as a case begun under the arm before can still be open or in the queue.</param>
/// <param name="Seed">Chosen once and kept.</param>
public sealed record SwitchbackOptions(DateTime Start, int BlockCount, TimeSpan BlockLength, TimeSpan Washout, ulong Seed);

/// <summary>One block of a switchback; times by the clock on the wall, half-open.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Start">When its arm begins.</param>
/// <param name="CountsFrom">From when cases count: after the washout.</param>
/// <param name="End">When the next block begins.</param>
/// <param name="Arm">What everybody is given.</param>
public sealed record SwitchbackBlock(int Number, DateTime Start, DateTime CountsFrom, DateTime End, string Arm);

/// <summary>Schedules by which the unit is a block of time: for changes to a shared queue, where half the cases cannot be treated without touching the other half.</summary>
/// <remarks>Source: Bojinov, Simchi-Levi and Zhao (2023), Design and analysis of switchback experiments, Management Science 69(7). The n of the analysis is the number of blocks.</remarks>
public static class SwitchbackSchedule
{
    private const int BlocksPerArmMin = 2;
    private static readonly TimeSpan Week = TimeSpan.FromDays(7);

    /// <summary>
    /// The blocks in order of time. Where blocks divide the week and there are weeks enough, each slot of the week (Monday morning, say)
    /// is given every arm equally often over the weeks; otherwise blocks that follow each other are.
    /// </summary>
    /// <returns>The blocks; EX050 or EX051 for the arms, EX054 where there are fewer than two blocks per arm or the washout leaves nothing to count.</returns>
    public static Result<IReadOnlyList<SwitchbackBlock>> Of(IReadOnlyList<PlannedArm> arms, SwitchbackOptions options)
    {
        if (!ArmBlock.Of(arms).TryGet(out var block, out var problem))
        {
            return problem;
        }

        if (options.BlockCount < BlocksPerArmMin * block.Length || options.Washout < TimeSpan.Zero || options.Washout >= options.BlockLength)
        {
            return new Problem(
                ProblemKind.Invalid,
                "EX054",
                $"{CountText.Of(options.BlockCount, "block", "blocks")} with the given washout cannot compare {arms.Count} arms.",
                $"Plan at least {BlocksPerArmMin * block.Length} blocks, each longer than its washout.");
        }

        var armIndexes = Draw(block, options);
        return armIndexes.Select((arm, index) => BlockAt(index, arms[arm].Name, options)).ToArray();
    }

    private static int[] Draw(int[] block, SwitchbackOptions options)
    {
        var slots = SlotsOf(options, block.Length);
        var drawn = new int[options.BlockCount];
        for (var slot = 0; slot < slots; slot++)
        {
            var bits = SeededOrder.Open(options.Seed, $"slot {slot}");
            var permuted = (int[])block.Clone();
            for (int index = slot, turn = 0; index < drawn.Length; index += slots, turn++)
            {
                if (turn % block.Length == 0)
                {
                    SeededOrder.Shuffle(ref bits, permuted.AsSpan());
                }

                drawn[index] = permuted[turn % block.Length];
            }
        }

        return drawn;
    }

    // Slots of the week where the blocks divide it and every slot comes up often enough for each arm; one slot otherwise.
    private static int SlotsOf(SwitchbackOptions options, int blockSize)
    {
        if (options.BlockLength > Week || Week.Ticks % options.BlockLength.Ticks != 0)
        {
            return 1;
        }

        var slots = (int)(Week.Ticks / options.BlockLength.Ticks);
        return options.BlockCount >= slots * blockSize ? slots : 1;
    }

    private static SwitchbackBlock BlockAt(int index, string arm, SwitchbackOptions options)
    {
        var start = options.Start + (index * options.BlockLength);
        return new SwitchbackBlock(index + 1, start, start + options.Washout, start + options.BlockLength, arm);
    }
}
