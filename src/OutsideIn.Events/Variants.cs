using OutsideIn.Vocabulary;

namespace OutsideIn.Events;

/// <summary>The distinct traces of a log, each with its cases. Immutable; safe to share.</summary>
/// <remarks>
/// A trace is the activities of a case in the log's <see cref="EventLog.Order"/>. Variants stand by number of cases, most first,
/// then by their activities' names compared one after the other by their characters, a shorter trace before a longer one that
/// begins with it. So the order depends on nothing but the log's content.
/// </remarks>
public sealed class Variants
{
    private readonly EventLog _log;
    private readonly int[] _variantOfCase;
    private readonly int[] _starts;
    private readonly int[] _cases;

    private Variants(EventLog log, int[] variantOfCase, int[] starts, int[] cases) =>
        (_log, _variantOfCase, _starts, _cases) = (log, variantOfCase, starts, cases);

    /// <summary>Number of variants.</summary>
    public int Count => _starts.Length - 1;

    /// <summary>[cases] The index of each case's variant, 0 for the most frequent.</summary>
    public ReadOnlySpan<int> OfCase => _variantOfCase;

    /// <summary>The variants of a log. O(events + variants log variants); allocates by cases and variants only.</summary>
    public static Variants Of(EventLog log)
    {
        ArgumentNullException.ThrowIfNull(log);
        var variantOfCase = new int[log.CaseCount];
        var activities = log.Activities;
        var firstCases = activities.IsNarrow
            ? VariantKernel.Number(log.CaseStarts, activities.Narrow, uint.MaxValue, variantOfCase)
            : VariantKernel.Number(log.CaseStarts, activities.Wide, uint.MaxValue, variantOfCase);

        var counts = new int[firstCases.Length];
        foreach (var variant in variantOfCase)
        {
            counts[variant]++;
        }

        var order = VariantOrder.Of(log, firstCases, counts);
        var places = new int[order.Length];
        for (var place = 0; place < order.Length; place++)
        {
            places[order[place]] = place;
        }

        for (var c = 0; c < variantOfCase.Length; c++)
        {
            variantOfCase[c] = places[variantOfCase[c]];
        }

        var (starts, cases) = CasesByVariant(variantOfCase, firstCases.Length);
        return new Variants(log, variantOfCase, starts, cases);
    }

    /// <summary>How many cases follow a variant.</summary>
    /// <param name="variant">0 ≤ variant &lt; <see cref="Count"/>.</param>
    public int CaseCountOf(int variant) => _starts[variant + 1] - _starts[variant];

    /// <summary>[cases of the variant] Indexes of the cases that follow it, ascending.</summary>
    /// <param name="variant">0 ≤ variant &lt; <see cref="Count"/>.</param>
    public ReadOnlySpan<int> CasesOf(int variant) => _cases.AsSpan(_starts[variant], CaseCountOf(variant));

    /// <summary>The activities of a variant, in order.</summary>
    /// <param name="variant">0 ≤ variant &lt; <see cref="Count"/>.</param>
    public string[] ActivitiesOf(int variant)
    {
        var (first, end) = _log.RowsOf(_cases[_starts[variant]]);
        var names = new string[end - first];
        for (var row = first; row < end; row++)
        {
            names[row - first] = _log.Activities.TextAt(row)!;
        }

        return names;
    }

    /// <summary>Share of the cases held by the most frequent variants.</summary>
    /// <param name="top">How many variants; more than there are means all.</param>
    /// <returns>The share, or null for a log without cases.</returns>
    public Share? CoverageOf(int top)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(top);
        return Share.Of(_starts[Math.Min(top, Count)], _log.CaseCount);
    }

    private static (int[] Starts, int[] Cases) CasesByVariant(int[] variantOfCase, int count)
    {
        var starts = new int[count + 1];
        foreach (var variant in variantOfCase)
        {
            starts[variant + 1]++;
        }

        for (var variant = 0; variant < count; variant++)
        {
            starts[variant + 1] += starts[variant];
        }

        var next = starts.AsSpan(0, count).ToArray();
        var cases = new int[variantOfCase.Length];
        for (var c = 0; c < variantOfCase.Length; c++)
        {
            cases[next[variantOfCase[c]]++] = c;
        }

        return (starts, cases);
    }
}
