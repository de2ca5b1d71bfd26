using OutsideIn.Statistics;

namespace OutsideIn.Experiments;

/// <summary>What a list is made for.</summary>
internal sealed record ListSubject(IReadOnlyList<ListedUnit> Units, IReadOnlyList<PlannedArm> Arms, string Method, ulong Seed);

/// <summary>Arms given out block by block.</summary>
internal sealed class BlockDraw(int[] block, int unitCount)
{
    private readonly int[] _arms = new int[unitCount];
    private readonly int[] _numbers = new int[unitCount];
    private int _blockNumber;

    /// <summary>Gives units, in this order, one freshly permuted block after the other; a last block that is not full is cut off.</summary>
    public void Give(ReadOnlySpan<int> units, ref RandomBits bits)
    {
        var permuted = (int[])block.Clone();
        for (var index = 0; index < units.Length; index++)
        {
            var place = index % block.Length;
            if (place == 0)
            {
                SeededOrder.Shuffle(ref bits, permuted.AsSpan());
                _blockNumber++;
            }

            (_arms[units[index]], _numbers[units[index]]) = (permuted[place], _blockNumber);
        }
    }

    /// <summary>The list with its balance.</summary>
    public AssignmentList List(ListSubject subject)
    {
        var (units, arms) = (subject.Units, subject.Arms);
        var counts = new SortedDictionary<string, int[]>(StringComparer.Ordinal);
        var listed = new AssignedUnit[units.Count];
        for (var index = 0; index < listed.Length; index++)
        {
            var unit = units[index];
            listed[index] = new AssignedUnit(unit.Id, unit.Stratum, _numbers[index], arms[_arms[index]].Name);
            if (!counts.TryGetValue(unit.Stratum, out var perArm))
            {
                counts.Add(unit.Stratum, perArm = new int[arms.Count]);
            }

            perArm[_arms[index]]++;
        }

        return new AssignmentList(subject.Method, subject.Seed, listed, [.. counts.Select(static one => new StratumBalance(one.Key, one.Value))]);
    }
}
