using System.Text;

namespace OutsideIn.Events;

/// <summary>What the sample says about one column.</summary>
internal sealed class SampledColumn
{
    // Fewer values than this prove nothing by never repeating.
    private const int EnoughRows = 20;

    public SampledColumn(DelimitedSample sample, int index)
    {
        Index = index;
        Name = sample.Header[index];
        Meaning = RoleWords.Of(Name);
        Values = sample.ValuesOf(index);
        RowCount = sample.Rows.Count;
        DistinctCount = Values.Distinct(StringComparer.Ordinal).Count();
        var present = Values.Where(static value => !MissingTokens.IsUsual(value)).ToList();
        Times = TimeDetection.Detect(present, mayBeCounts: Meaning?.Role is ColumnRole.Time or ColumnRole.Start);
        IsNumber = present.Count > 0 && present.TrueForAll(static value =>
            NumberParsing.TryRead(Encoding.UTF8.GetBytes(value), (byte)'.', out _) || NumberParsing.TryRead(Encoding.UTF8.GetBytes(value), (byte)',', out _));
    }

    public int Index { get; }

    public string Name { get; }

    /// <summary>The role the name speaks for, and how strongly.</summary>
    public (ColumnRole Role, double Support)? Meaning { get; }

    /// <summary>The values that are not empty.</summary>
    public IReadOnlyList<string> Values { get; }

    public int RowCount { get; }

    public int DistinctCount { get; }

    public DetectedTimes Times { get; }

    public bool IsNumber { get; }

    public bool IsTime => Times.FitShare >= 0.8;

    public bool IsEmpty => Values.Count == 0;

    /// <summary>Whether no value ever comes back, in enough rows to tell.</summary>
    public bool NeverRepeats => RowCount >= EnoughRows && DistinctCount == RowCount;

    /// <summary>How far the values allow a role, as a factor on the support of the name; 0 where they rule it out.</summary>
    public double Fit(ColumnRole role)
    {
        var hasTimes = Times.Fits > 0 && IsTime;
        return role switch
        {
            _ when IsEmpty && RowCount > 0 => 0,
            ColumnRole.Case => hasTimes && !IsNumber ? 0.2 : NeverRepeats ? 0.5 : 1,
            ColumnRole.Activity => hasTimes && !IsNumber ? 0 : NeverRepeats ? 0.5 : IsNumber ? 0.8 : 1,
            ColumnRole.Time or ColumnRole.Start => hasTimes ? 1 : Times.Fits > 0 ? 0.9 : 0.4,
            ColumnRole.Cost => IsNumber ? 1 : 0,
            _ => hasTimes ? 0 : 1,
        };
    }

    /// <summary>Whether two columns say the same in every row of the sample.</summary>
    public bool IsTwinOf(SampledColumn other, DelimitedSample sample) => sample.Rows.TrueForAll(row =>
        string.Equals(row[Index], row[other.Index], StringComparison.Ordinal)
        || (Times.Format is { } mine && other.Times.Format is { } theirs
            && mine.TryRead(row[Index], out var a, out _) && theirs.TryRead(row[other.Index], out var b, out _) && a == b));
}
