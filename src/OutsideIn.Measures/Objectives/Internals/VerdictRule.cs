using OutsideIn.Statistics;

namespace OutsideIn.Measures.Internals;

/// <summary>What the interval of a figure says of a target.</summary>
/// <remarks>
/// A share, a mean or a total whose interval ends exactly at the target contains it: not yet provable, unless the interval is that one
/// point. The ends of a percentile's interval are values that were observed, and the test itself is held against each: a median of
/// 1 (1 to 2) fulfils <c>&lt;= 2</c>. All of them and none of them are statements about every case: one case on the wrong side misses them,
/// none and nothing open meets them, and no interval is asked.
/// </remarks>
internal static class VerdictRule
{
    public static VerdictKind Of(MeasureFigure figure, SideCounts sides, SubjectTest test, GoalSyntax goal)
    {
        if (figure.Count == 0)
        {
            return VerdictKind.NotYetProvable;
        }

        return goal switch
        {
            ShareGoalSyntax { Share: <= 0 or >= 1 } share => OfEvery(sides, share),
            ShareGoalSyntax share => OfShare(figure.Interval, share),
            PercentileGoalSyntax => OfEnds(figure.Interval, test),
            _ => OfPlace(figure.Interval, test),
        };
    }

    private static VerdictKind OfEvery(SideCounts sides, ShareGoalSyntax goal)
    {
        if (goal.IsAtMost == goal.Share >= 1)
        {
            // At least none of them, at most all of them: whatever happens fulfils it.
            return VerdictKind.Met;
        }

        var wrong = goal.IsAtMost ? sides.Met : sides.Missed;
        return wrong > 0 ? VerdictKind.Missed : sides.Open > 0 ? VerdictKind.NotYetProvable : VerdictKind.Met;
    }

    private static VerdictKind OfShare(Interval? interval, ShareGoalSyntax goal) => interval switch
    {
        { } one when one.Low > goal.Share => goal.IsAtMost ? VerdictKind.Missed : VerdictKind.Met,
        { } one when one.High < goal.Share => goal.IsAtMost ? VerdictKind.Met : VerdictKind.Missed,
        _ => VerdictKind.NotYetProvable,
    };

    private static VerdictKind OfEnds(Interval? interval, SubjectTest test)
    {
        if (interval is not { } one)
        {
            return VerdictKind.NotYetProvable;
        }

        return (test.IsFulfilledBy(one.Low), test.IsFulfilledBy(one.High), test.Comparison) switch
        {
            (true, true, Comparison.NotEqual) => one.Contains(test.Bound) ? VerdictKind.NotYetProvable : VerdictKind.Met,
            (false, false, Comparison.Equal) => one.Contains(test.Bound) ? VerdictKind.NotYetProvable : VerdictKind.Missed,
            (true, true, _) => VerdictKind.Met,
            (false, false, _) => VerdictKind.Missed,
            _ => VerdictKind.NotYetProvable,
        };
    }

    private static VerdictKind OfPlace(Interval? interval, SubjectTest test) => interval switch
    {
        null => VerdictKind.NotYetProvable,
        { } one when one.Contains(test.Bound) && one.Low < one.High => VerdictKind.NotYetProvable,
        { } one => test.IsFulfilledBy(one.Low) ? VerdictKind.Met : VerdictKind.Missed,
    };
}
