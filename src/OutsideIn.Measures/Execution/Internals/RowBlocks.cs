using System.Collections.Concurrent;

namespace OutsideIn.Measures.Internals;

/// <summary>The blocks of a run's workers, each taken by one at a time and used again from pass to pass; all know the same masks.</summary>
internal sealed class RowBlocks
{
    private readonly Dictionary<RowMask, int> _slots = [];
    private readonly ConcurrentBag<RowBlock> _free = [];

    /// <summary>Prepares blocks for the masks that will be asked for, and those they are made of.</summary>
    public RowBlocks(Population population, IEnumerable<RowMask> masks)
    {
        Population = population;
        foreach (var mask in masks)
        {
            Place(mask);
        }
    }

    public Population Population { get; }

    public RowBlock Take() => _free.TryTake(out var block) ? block : new RowBlock(Population, _slots);

    public void Return(RowBlock block) => _free.Add(block);

    private void Place(RowMask mask)
    {
        if (_slots.TryAdd(mask, _slots.Count))
        {
            foreach (var part in mask.Parts)
            {
                Place(part);
            }
        }
    }
}
