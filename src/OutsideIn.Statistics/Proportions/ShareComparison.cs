using OutsideIn.Vocabulary;

namespace OutsideIn.Statistics;

/// <summary>The shares of two groups and how far they are apart, open cases counted as open. Immutable.</summary>
/// <param name="First">The share to compare with: before the change, or the first group.</param>
/// <param name="Second">The share compared: after the change, or the second group.</param>
/// <param name="Difference">The second less the first, −1 to 1, with its interval.</param>
/// <param name="PValue">How often chance alone sets two equal shares at least that far apart; never below 10⁻¹², below 1 − level exactly where the interval leaves 0 out.</param>
/// <remarks>
/// Each share with its own interval, put together by the method of variance estimates recovery (Newcombe 1998, method 10; Zou and Donner
/// 2008). How often it cries wolf is measured by the bench (<c>openCases</c>) and held by a test. It says that the two differ, never why.
/// </remarks>
public sealed record ShareComparison(Estimate First, Estimate Second, Estimate Difference, double PValue)
{
    /// <summary>Compares two shares of counted cases: Wilson's interval of each, Newcombe's of the difference.</summary>
    /// <param name="first">How many of the first group, 0 ≤ part ≤ whole, out of how many.</param>
    /// <param name="second">How many of the second group, 0 ≤ part ≤ whole, out of how many.</param>
    /// <param name="level">Confidence level, 0 &lt; level &lt; 1.</param>
    /// <returns>The comparison, or <c>ME001</c> where a group is empty.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative, a part exceeds its whole, or the level is outside (0, 1).</exception>
    public static Result<ShareComparison> OfCounts(
        (long Part, long Whole) first, (long Part, long Whole) second, double level = ProportionInterval.DefaultLevel) =>
        ProportionInterval.Wilson(first.Part, first.Whole, level).Then(one =>
            ProportionInterval.Wilson(second.Part, second.Whole, level).Then<ShareComparison>(other =>
                Of(one, Wilson(first), other, Wilson(second), "difference of shares, Newcombe's interval")));

    /// <summary>Compares the shares that reach something by a time: Kaplan–Meier, or Aalen–Johansen where some lost it.</summary>
    /// <param name="first">The first group's durations: until it ended or, where open, how long it has been waited; any unit, not NaN.</param>
    /// <param name="second">The second group's, same unit.</param>
    /// <param name="time">The time; it counts itself.</param>
    /// <param name="level">Confidence level, 0 &lt; level &lt; 1.</param>
    /// <returns>The comparison; <c>ME002</c> where a group is empty; <c>ME003</c> where one was not observed for that long while some still wait.</returns>
    /// <exception cref="ArgumentException">A time is NaN, spans of one group differ in length, or the level is outside (0, 1).</exception>
    public static Result<ShareComparison> Within(DurationGroup first, DurationGroup second, double time, double level = ProportionInterval.DefaultLevel)
    {
        Levels.ThrowUnlessInside(level);
        if (double.IsNaN(time))
        {
            throw new ArgumentException("The time is not a number.", nameof(time));
        }

        return Within(first, time, level).Then(one => Within(second, time, level).Then<ShareComparison>(other =>
            Of(one.Shown, one.Share, other.Shown, other.Share, "difference of shares within a time, each with its log-log interval")));
    }

    /// <summary>How far two shares with intervals of their own are apart (Newcombe's way).</summary>
    public static ShareComparison Of(Estimate first, ShareEstimate one, Estimate second, ShareEstimate other, string method)
    {
        var difference = new Estimate(
            other.Value - one.Value, DifferenceBand.At(one, other, first.Level), first.Level, method,
            first.Count + second.Count, first.OpenCount + second.OpenCount);
        return new ShareComparison(first, second, difference, DifferenceBand.PValue(one, other));
    }

    private static ShareEstimate Wilson((long Part, long Whole) group) => new(
        (double)group.Part / group.Whole,
        level => ProportionInterval.Wilson(group.Part, group.Whole, level).TryGet(out var share, out _) ? share.Interval : new Interval(0, 1));

    private static Result<TimedShare> Within(DurationGroup group, double time, double level)
    {
        if (group.Count == 0)
        {
            return new Problem(
                ProblemKind.NotEstimable, "ME002", "There is no case to time.", "Widen the filter or the period until there are cases in it.");
        }

        using var sample = CensoredSample.Of(group.Durations.Span, group.Ends.Span);
        if (CensoredShare.Of(sample, time) is not { } share)
        {
            return KaplanMeierCurve.Beyond(time, CensoredShare.Longest(sample));
        }

        var shown = new Estimate(
            share.Value, share.At(level), level, CumulativeIncidenceCurve.MethodOf(sample.LostCount), sample.Count, sample.OpenCount);
        return new TimedShare(shown, share);
    }

    private sealed record TimedShare(Estimate Shown, ShareEstimate Share);
}
