using OutsideIn.Statistics;

namespace OutsideIn.Experiments;

/// <summary>One unit before and after the change came, to it or to others.</summary>
/// <param name="IsChanged">Whether it had the change.</param>
/// <param name="Before">Its figures before.</param>
/// <param name="After">Its figures after.</param>
/// <param name="SlopeBefore">Its trend before, per period; NaN where there are fewer than two periods.</param>
internal sealed record UnitChange(bool IsChanged, Moments Before, Moments After, double SlopeBefore)
{
    public bool HasBoth => Before.Count > 0 && After.Count > 0;

    /// <summary>The units in the order of their numbers. Without any change all of time counts as before.</summary>
    public static IReadOnlyList<UnitChange> Of(UnitPeriods data)
    {
        var start = data.ChangedFrom.Max() ?? int.MaxValue;
        return
        [
            .. Enumerable.Range(0, data.Values.Count)
                .GroupBy(row => data.Units[row])
                .OrderBy(static unit => unit.Key)
                .Select(unit => Of(data, unit, start)),
        ];
    }

    private static UnitChange Of(UnitPeriods data, IEnumerable<int> rows, int start)
    {
        var (before, after, isChanged) = (new List<int>(), new List<int>(), false);
        foreach (var row in rows)
        {
            (data.Periods[row] < start ? before : after).Add(row);
            isChanged |= data.ChangedFrom[row] is not null;
        }

        return new UnitChange(isChanged, Moments(data, before), Moments(data, after), Slope(data, before));
    }

    private static Moments Moments(UnitPeriods data, List<int> rows) => Statistics.Moments.Of([.. rows.Select(row => data.Values[row])]);

    private static double Slope(UnitPeriods data, List<int> rows)
    {
        if (rows.Count == 0)
        {
            return double.NaN;
        }

        var both = JointMoments.Of([.. rows.Select(row => (double)data.Periods[row])], [.. rows.Select(row => data.Values[row])]);
        return both.CrossDeviations(0, 0) > 0 ? both.CrossDeviations(0, 1) / both.CrossDeviations(0, 0) : double.NaN;
    }
}
