using System.Buffers;

namespace OutsideIn.Events;

/// <summary>What a column of a log holds. Each kind of attribute fills its own members; those of the others are empty or null.</summary>
/// <param name="Name">The attribute's name.</param>
/// <param name="Level">Whether a row is an event or a case.</param>
/// <param name="Kind">What the values are.</param>
/// <param name="Filled">Rows with a value.</param>
/// <param name="Missing">Rows without.</param>
/// <param name="Distinct">Number of different values among the filled rows.</param>
/// <param name="Top">The most frequent texts, most frequent first, then by their characters; for yes or no, how often each.</param>
/// <param name="Numbers">Smallest, median and largest number, or null where there is none.</param>
/// <param name="TimeRangeMicros">Earliest and latest instant, microseconds since 1970-01-01T00:00:00Z, or null where there is none.</param>
public sealed record AttributeSummary(
    string Name,
    AttributeLevel Level,
    AttributeKind Kind,
    int Filled,
    int Missing,
    int Distinct,
    IReadOnlyList<ValueCount> Top,
    NumberRange? Numbers,
    (long First, long Last)? TimeRangeMicros)
{
    /// <summary>The name of the answer yes in <see cref="Top"/>.</summary>
    public const string Yes = "yes";

    /// <summary>The name of the answer no in <see cref="Top"/>.</summary>
    public const string No = "no";

    /// <summary>Summarises an attribute. O(rows) for texts and answers, else O(rows log rows); scratch is pooled.</summary>
    /// <param name="attribute">The attribute.</param>
    /// <param name="topCount">How many of the most frequent texts to name.</param>
    public static AttributeSummary Of(AttributeColumn attribute, int topCount = 10)
    {
        ArgumentNullException.ThrowIfNull(attribute);
        ArgumentOutOfRangeException.ThrowIfNegative(topCount);
        return attribute.Kind switch
        {
            AttributeKind.Text => OfTexts(attribute.Name, attribute.Level, attribute.Texts!, topCount),
            AttributeKind.Number => OfNumbers(attribute),
            AttributeKind.Time => OfTimes(attribute),
            _ => OfAnswers(attribute),
        };
    }

    /// <summary>Summarises a column of texts, such as the resources. O(rows + names log names).</summary>
    /// <param name="name">What to call it.</param>
    /// <param name="level">Whether a row is an event or a case.</param>
    /// <param name="texts">[rows] The texts.</param>
    /// <param name="topCount">How many of the most frequent texts to name.</param>
    public static AttributeSummary OfTexts(string name, AttributeLevel level, CodedColumn texts, int topCount = 10)
    {
        ArgumentNullException.ThrowIfNull(texts);
        ArgumentOutOfRangeException.ThrowIfNegative(topCount);
        var counts = new int[texts.NameCount + 1];
        if (texts.IsNarrow)
        {
            AttributeKernel.Count(texts.Narrow, counts);
        }
        else
        {
            AttributeKernel.Count(texts.Wide, counts);
        }

        var values = new List<ValueCount>();
        for (var code = 1; code < counts.Length; code++)
        {
            if (counts[code] > 0)
            {
                values.Add(new ValueCount(texts.NameOf(code)!, counts[code]));
            }
        }

        values.Sort(static (one, other) => ByFrequency.Compare((one.Count, one.Value, ""), (other.Count, other.Value, "")));
        var (missing, distinct) = (counts[CodedColumn.Missing], values.Count);
        ValueCount[] top = [.. values[..Math.Min(topCount, distinct)]];
        return new AttributeSummary(
            name, level, AttributeKind.Text, texts.RowCount - missing, missing, distinct, top, null, null);
    }

    private static AttributeSummary OfNumbers(AttributeColumn attribute)
    {
        var rows = attribute.Numbers;
        var scratch = ArrayPool<double>.Shared.Rent(rows.Length);
        var filled = AttributeKernel.CopyKnown(rows, scratch);
        var sorted = scratch.AsSpan(0, filled);
        sorted.Sort();
        var distinct = AttributeKernel.DistinctOfSorted<double>(sorted);
        var range = filled == 0 ? null : new NumberRange(sorted[0], Quantiles.OfSorted(sorted, 0.5), sorted[^1]);
        ArrayPool<double>.Shared.Return(scratch);
        return new AttributeSummary(
            attribute.Name, attribute.Level, attribute.Kind, filled, rows.Length - filled, distinct, [], range, null);
    }

    private static AttributeSummary OfTimes(AttributeColumn attribute)
    {
        var rows = attribute.TimeMicros;
        var scratch = ArrayPool<long>.Shared.Rent(rows.Length);
        var filled = AttributeKernel.CopyKnown(rows, scratch);
        var sorted = scratch.AsSpan(0, filled);
        sorted.Sort();
        var distinct = AttributeKernel.DistinctOfSorted<long>(sorted);
        (long, long)? range = filled == 0 ? null : (sorted[0], sorted[^1]);
        ArrayPool<long>.Shared.Return(scratch);
        return new AttributeSummary(
            attribute.Name, attribute.Level, attribute.Kind, filled, rows.Length - filled, distinct, [], null, range);
    }

    private static AttributeSummary OfAnswers(AttributeColumn attribute)
    {
        var (yes, no) = (0, 0);
        foreach (var answer in attribute.Answers)
        {
            yes += answer > 0 ? 1 : 0;
            no += answer == 0 ? 1 : 0;
        }

        List<ValueCount> top = [new(Yes, yes), new(No, no)];
        top.RemoveAll(static one => one.Count == 0);
        top.Sort(static (one, other) => ByFrequency.Compare((one.Count, one.Value, ""), (other.Count, other.Value, "")));
        var missing = attribute.Answers.Length - yes - no;
        return new AttributeSummary(
            attribute.Name, attribute.Level, attribute.Kind, yes + no, missing, top.Count, [.. top], null, null);
    }
}

/// <summary>A value and how often it occurs.</summary>
/// <param name="Value">The value as text.</param>
/// <param name="Count">Rows that have it, ≥ 1.</param>
public sealed record ValueCount(string Value, int Count);

/// <summary>The range of a column of numbers, in the source's unit.</summary>
/// <param name="Min">Smallest.</param>
/// <param name="Median">Median, as <see cref="Quantiles"/> defines it.</param>
/// <param name="Max">Largest.</param>
public sealed record NumberRange(double Min, double Median, double Max);
