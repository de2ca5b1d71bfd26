using OutsideIn.Diagnosis;
using OutsideIn.Measures;

namespace OutsideIn.Proof;

/// <summary>A measure that was run on a log, ready to be compared between groups.</summary>
/// <param name="Log">The log.</param>
/// <param name="Values">The value of every subject.</param>
/// <param name="Objective">The objective; null for none.</param>
/// <param name="Compared">What groups are compared by.</param>
/// <param name="Options">Horizon and level of figures.</param>
internal sealed record ComparedMeasure(
    MeasuredLog Log, MeasureValues Values, ObjectiveSyntax? Objective, ComparableValues Compared, VerdictOptions Options)
{
    /// <summary>Where the shortest waits are read off: this share of a group must still be followed at the limit.</summary>
    private const double FollowedMin = 0.05;

    public MeasurePlan Plan => Values.Plan;

    /// <summary>The figure's name, such as <c>share of cases &lt;= 14d</c>.</summary>
    public string NameOf(double limit) => (Compared.By, Objective) switch
    {
        (ComparedBy.Share, { } objective) => FigureEntries.NameOf(objective),
        (ComparedBy.Share, null) when double.IsFinite(limit) => $"share of yes within {Text(limit)}",
        (ComparedBy.Share, null) => "share of yes",
        (ComparedBy.TimeWithout, _) when double.IsFinite(limit) => $"mean time, up to {Text(limit)}",
        (ComparedBy.TimeWithout, _) => "mean time",
        _ => "mean",
    };

    public string Text(double value) => MeasureText.Of(value, MeasureKind.Duration, Plan.Clock);

    /// <summary>
    /// The time up to which groups are followed, in the values' unit: what was asked for, else as long as a twentieth of every group was
    /// followed; infinite where nothing is open.
    /// </summary>
    public double LimitOf(IReadOnlyList<SubjectGroup> groups, double? asked)
    {
        if (Compared.Limit is { } own)
        {
            return own;
        }

        if (!Compared.IsFollowed)
        {
            return double.PositiveInfinity;
        }

        var longest = groups.Select(group => Compared.LongestFollowed(group.Subjects)).DefaultIfEmpty(double.PositiveInfinity).Min();
        if (asked is { } limit)
        {
            return limit;
        }

        return double.IsFinite(longest)
            ? groups.Min(group => FollowedBy(group.Subjects))
            : Compared.By == ComparedBy.TimeWithout ? groups.Max(group => Longest(group.Subjects)) : double.PositiveInfinity;
    }

    // The longest time that a twentieth of the group lasted at least.
    private double FollowedBy(int[] subjects)
    {
        var durations = Compared.Waits(subjects).Durations.ToArray();
        Array.Sort(durations);
        return durations.Length == 0 ? 0 : durations[(int)((1 - FollowedMin) * (durations.Length - 1))];
    }

    private double Longest(int[] subjects)
    {
        var longest = 0.0;
        foreach (var duration in Compared.Waits(subjects).Durations.Span)
        {
            longest = Math.Max(longest, duration);
        }

        return longest;
    }
}

/// <summary>One group of subjects that is compared.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Subjects">Subjects with a value that were followed long enough.</param>
/// <param name="Units">[subjects] What was given the arm as a whole, by number.</param>
/// <param name="TooYoung">How many were left out because they could not be followed for as long as is asked.</param>
internal sealed record SubjectGroup(string Name, int[] Subjects, int[] Units, int TooYoung)
{
    public int UnitCount { get; } = Units.Distinct().Count();
}
