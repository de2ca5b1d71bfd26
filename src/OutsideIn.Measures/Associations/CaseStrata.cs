using OutsideIn.Events;

namespace OutsideIn.Measures;

/// <summary>Cases grouped by what they had in common before anything was done: the confounders an association is adjusted for. Immutable; safe to share.</summary>
public sealed class CaseStrata
{
    private readonly int[] _codes;

    private CaseStrata(int[] codes, int count, double[] design, int columns) => (_codes, Count, Design, Columns) = (codes, count, design, columns);

    /// <summary>Most values of one column that are told apart where nothing is said; rarer ones are put together.</summary>
    public const int ValuesMaxDefault = 12;

    /// <summary>Number of strata that occur, ≥ 1 unless there is no case.</summary>
    public int Count { get; }

    /// <summary>[cases] The stratum of each case, 0 ≤ stratum &lt; <see cref="Count"/>.</summary>
    public ReadOnlySpan<int> Codes => _codes;

    /// <summary>[strata × <see cref="Columns"/>, row by row] A one, and for each column of confounders an indicator of each value but its most frequent.</summary>
    internal double[] Design { get; }

    internal int Columns { get; }

    /// <summary>Groups cases by the values of columns. O(cases × columns).</summary>
    /// <param name="columns">Each [cases]; a missing value is a value of its own. None gives one stratum.</param>
    /// <param name="caseCount">Number of cases.</param>
    /// <param name="valuesMax">Most values of one column that are told apart, ≥ 2.</param>
    /// <exception cref="ArgumentException">A column has another length.</exception>
    public static CaseStrata Of(IReadOnlyList<CodedColumn> columns, int caseCount, int valuesMax = ValuesMaxDefault)
    {
        ArgumentNullException.ThrowIfNull(columns);
        ArgumentOutOfRangeException.ThrowIfLessThan(valuesMax, 2);
        if (columns.FirstOrDefault(one => one.RowCount != caseCount) is { } wrong)
        {
            throw new ArgumentException($"A column has {wrong.RowCount} rows, but there are {caseCount} cases.", nameof(columns));
        }

        int[][] levelOf = [.. columns.Select(one => Levels(one, valuesMax))];
        int[] sizes = [.. levelOf.Select(static one => one.Max() + 1)];
        var (codes, keys) = (new int[caseCount], new List<long>());
        var found = new Dictionary<long, int>();
        for (var index = 0; index < caseCount; index++)
        {
            var key = 0L;
            for (var column = 0; column < columns.Count; column++)
            {
                key = (key * sizes[column]) + levelOf[column][columns[column][index]];
            }

            if (!found.TryGetValue(key, out codes[index]))
            {
                (found[key], codes[index]) = (keys.Count, keys.Count);
                keys.Add(key);
            }
        }

        var width = 1 + sizes.Sum(static size => size - 1);
        return new CaseStrata(codes, keys.Count, DesignOf(keys, sizes, width), width);
    }

    // [codes of the column] Its level: 0 the most frequent, then by frequency; all the rare ones are the last.
    private static int[] Levels(CodedColumn column, int valuesMax)
    {
        var counts = new int[column.NameCount + 1];
        for (var row = 0; row < column.RowCount; row++)
        {
            counts[column[row]]++;
        }

        var levels = new int[counts.Length];
        foreach (var (rank, code) in Enumerable.Range(0, counts.Length).Where(code => counts[code] > 0).OrderByDescending(code => counts[code]).ThenBy(static code => code).Index())
        {
            levels[code] = Math.Min(rank, valuesMax - 1);
        }

        return levels;
    }

    private static double[] DesignOf(List<long> keys, int[] sizes, int width)
    {
        var design = new double[keys.Count * width];
        for (var stratum = 0; stratum < keys.Count; stratum++)
        {
            var (key, at) = (keys[stratum], width);
            design[stratum * width] = 1;
            for (var column = sizes.Length - 1; column >= 0; column--)
            {
                var level = (int)(key % sizes[column]);
                key /= sizes[column];
                at -= sizes[column] - 1;
                if (level > 0)
                {
                    design[(stratum * width) + at + level - 1] = 1;
                }
            }
        }

        return design;
    }
}
