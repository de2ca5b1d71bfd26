namespace OutsideIn.Vocabulary;

/// <summary>Which entry stands for a name.</summary>
/// <param name="EntryIndex">Index of the entry that has the name.</param>
/// <param name="RivalIndex">Index of a later entry that claims it just as strongly, or −1 when none does.</param>
/// <param name="Pattern">The pattern that decided.</param>
public readonly record struct NameClaim(int EntryIndex, int RivalIndex, NamePattern Pattern);

/// <summary>Many entries, each with patterns, ready to say which of them a name belongs to. Immutable; safe to share.</summary>
/// <remarks>
/// A name written out wins over a pattern with <c>*</c>, one written in the very same case over one that is not; of patterns
/// the one with more characters besides <c>*</c> wins; between equals the entry that comes first.
/// </remarks>
public sealed class PatternIndex
{
    private readonly Dictionary<string, List<Entry>> _exact = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<Entry>> _wildByBeginning = new(StringComparer.Ordinal);
    private readonly int[] _beginnings;

    /// <summary>Prepares the entries. O(patterns).</summary>
    public PatternIndex(IReadOnlyList<IReadOnlyList<NamePattern>> entries)
    {
        ArgumentNullException.ThrowIfNull(entries);
        for (var index = 0; index < entries.Count; index++)
        {
            foreach (var pattern in entries[index])
            {
                var folded = NamePattern.Fold(pattern.Text);
                var star = folded.IndexOf('*', StringComparison.Ordinal);
                var (table, key) = star < 0 ? (_exact, folded) : (_wildByBeginning, folded[..star]);
                if (!table.TryGetValue(key, out var list))
                {
                    table[key] = list = [];
                }

                list.Add(new Entry(index, pattern, folded.Length - folded.AsSpan().Count('*')));
            }
        }

        _beginnings = [.. _wildByBeginning.Keys.Select(static beginning => beginning.Length).Distinct()];
    }

    /// <summary>The entry that has a name, or null when no pattern stands for it. O(distinct lengths of beginnings + patterns that share one).</summary>
    public NameClaim? ClaimOf(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var folded = NamePattern.Fold(name);
        var best = default(Best);
        if (_exact.TryGetValue(folded, out var exact))
        {
            foreach (var entry in exact)
            {
                best.Offer(entry, string.Equals(entry.Pattern.Text, name, StringComparison.Ordinal) ? 1 : 0);
            }

            return best.Claim;
        }

        var byBeginning = _wildByBeginning.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var length in _beginnings)
        {
            if (length > folded.Length || !byBeginning.TryGetValue(folded.AsSpan(0, length), out var wild))
            {
                continue;
            }

            foreach (var entry in wild)
            {
                if (best.MayYieldTo(entry.Weight) && entry.Pattern.MatchesFolded(folded))
                {
                    best.Offer(entry, entry.Weight);
                }
            }
        }

        return best.Claim;
    }

    private readonly record struct Entry(int Index, NamePattern Pattern, int Weight);

    /// <summary>The strongest claim so far, and the second of two equals.</summary>
    private struct Best
    {
        private int _weight;
        private NameClaim? _claim;

        public readonly NameClaim? Claim => _claim;

        public readonly bool MayYieldTo(int weight) => _claim is null || weight >= _weight;

        public void Offer(Entry entry, int weight)
        {
            if (_claim is not { } held || weight > _weight)
            {
                (_claim, _weight) = (new NameClaim(entry.Index, -1, entry.Pattern), weight);
            }
            else if (weight == _weight && entry.Index < held.EntryIndex)
            {
                _claim = new NameClaim(entry.Index, held.EntryIndex, entry.Pattern);
            }
            else if (weight == _weight && entry.Index > held.EntryIndex && (held.RivalIndex < 0 || entry.Index < held.RivalIndex))
            {
                _claim = held with { RivalIndex = entry.Index };
            }
        }
    }
}
