namespace OutsideIn.Method;

/// <summary>A part of a whole that opens to what it was computed from. No whole, no share: absence of data is never zero.</summary>
/// <param name="Part">How much of the whole: a count, hours or money, ≥ 0.</param>
/// <param name="Whole">Out of how much, in the same unit.</param>
/// <param name="PartIds">Ids of the entries that make up the part, in the map's order.</param>
/// <param name="WholeIds">Ids of the entries that make up the whole.</param>
public sealed record Ratio(double Part, double Whole, IReadOnlyList<string> PartIds, IReadOnlyList<string> WholeIds)
{
    /// <summary>Nothing out of nothing.</summary>
    public static Ratio None { get; } = new(0, 0, [], []);

    /// <summary>Part over whole, 0 to 1; null where the whole is nothing.</summary>
    public double? Share => Whole > 0 ? Part / Whole : null;

    /// <summary>How many entries the whole is made of: the n to show beside the share.</summary>
    public int Count => WholeIds.Count;

    /// <summary>How many of some entries are wanted.</summary>
    public static Ratio Counting<T>(IEnumerable<T> entries, Func<T, bool> isPart)
        where T : MapEntry => Weighing(entries, static _ => 1, isPart);

    /// <summary>How much of the weight of some entries is that of wanted ones. Entries of no weight are in the lists all the same.</summary>
    public static Ratio Weighing<T>(IEnumerable<T> entries, Func<T, double> weight, Func<T, bool> isPart)
        where T : MapEntry
    {
        ArgumentNullException.ThrowIfNull(entries);
        ArgumentNullException.ThrowIfNull(weight);
        ArgumentNullException.ThrowIfNull(isPart);
        var (part, whole) = (0.0, 0.0);
        List<string> partIds = [];
        List<string> wholeIds = [];
        foreach (var entry in entries)
        {
            var amount = weight(entry);
            whole += amount;
            wholeIds.Add(entry.Id);
            if (isPart(entry))
            {
                part += amount;
                partIds.Add(entry.Id);
            }
        }

        return new Ratio(part, whole, partIds, wholeIds);
    }
}
