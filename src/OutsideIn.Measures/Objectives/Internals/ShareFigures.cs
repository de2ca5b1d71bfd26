using OutsideIn.Statistics;

namespace OutsideIn.Measures.Internals;

/// <summary>The share of subjects that fulfil a test.</summary>
internal static class ShareFigures
{
    private const string Nobody = "No case has a value. Widen the filter or the period until there are cases in it.";

    public static MeasureFigure Of(ValueSubset subset, SubjectTest test, SideCounts sides)
    {
        if (subset.Count == 0)
        {
            return subset.Refused(FigureKind.Share, "share", Nobody);
        }

        var (estimate, method, refusal) = Estimate(subset, test, sides);
        return estimate is null
            ? subset.Refused(FigureKind.Share, method, refusal!)
            : double.IsNaN(estimate.Value)
                ? subset.Refused(FigureKind.Share, method, refusal!, interval: estimate.At(subset.Level))
                : subset.Figure(FigureKind.Share, estimate.Value, estimate.At(subset.Level), method);
    }

    /// <summary>The share with its interval at any level; null, or without value, with the reason.</summary>
    public static (ShareEstimate? Estimate, string Method, string? Refusal) Estimate(ValueSubset subset, SubjectTest test, SideCounts sides)
    {
        var isWait = subset.Values.Plan.IsWait() && test.Comparison is not (Comparison.Equal or Comparison.NotEqual);
        return isWait ? Within(subset, test, sides)
            : subset.Values.Plan.Kind == MeasureKind.YesNo && sides.Open > 0 ? Answers(subset, test)
            : Counted(sides);
    }

    private static (ShareEstimate? Estimate, string Method, string? Refusal) Within(ValueSubset subset, SubjectTest test, SideCounts sides)
    {
        var method = CumulativeIncidenceCurve.MethodOf(subset.Lost);
        var (reached, count) = (test.IsComplement ? sides.Missed : sides.Met, subset.Count);
        if (sides.Open == 0)
        {
            // Nobody left while open before then: the curve is the plain share, and no order of the durations is needed.
            var plain = CensoredShare.OfCounts(reached, count, reached < count ? 0 : CountLongest(subset));
            return ((test.IsComplement ? plain.Complement : plain) with { Value = sides.MetShare }, method, null);
        }

        using var sample = Waits.OfDurations(subset);
        if (CensoredShare.Of(sample, test.Limit) is not { } share)
        {
            return (null, method, "No case has been observed for that long, and some are still open. Ask about a shorter time, or wait until cases have been observed for that long.");
        }

        share = test.IsComplement ? share.Complement : share;

        // Products of fractions may miss the plain share by a last bit; where nothing can turn it is the plain share.
        return (sides.Open == 0 ? share with { Value = sides.MetShare } : share, method, null);
    }

    // All are known: how many of them have the longest duration.
    private static int CountLongest(ValueSubset subset)
    {
        var states = subset.Values.States;
        var values = subset.Values.Values;
        var (longest, count) = (double.NegativeInfinity, 0);
        foreach (var subject in subset.Subjects)
        {
            if (states[subject] == ValueState.Known && values[subject] >= longest)
            {
                (longest, count) = values[subject] > longest ? (values[subject], 1) : (longest, count + 1);
            }
        }

        return count;
    }

    // Where the one observed longest is still open, whoever is left may go either way.
    private static (ShareEstimate? Estimate, string Method, string? Refusal) Answers(ValueSubset subset, SubjectTest test)
    {
        const string Method = "cumulative incidence of the answer, Greenwood, log-log";
        using var sample = Waits.OfAnswers(subset);
        var isHappened = test.IsFulfilledBy(subset.Values.Plan.IsNegated ? 0 : 1);
        if (CensoredShare.Of(sample, double.PositiveInfinity) is { } share)
        {
            return (isHappened ? share : share.Complement, Method, null);
        }

        if (sample.ReachedCount + sample.LostCount == 0)
        {
            return (null, Method, "Every case is still open: no answer is certain yet. Wait until some are.");
        }

        var happened = CensoredShare.AtEnd(sample);
        sample.Turn();
        var never = CensoredShare.AtEnd(sample);
        var both = new ShareEstimate(
            happened.Value / (happened.Value + never.Value), level => new Interval(happened.At(level).Low, 1 - never.At(level).Low));
        return (isHappened ? both : both.Complement, Method + ", widened by who was open longest", null);
    }

    private static (ShareEstimate? Estimate, string Method, string? Refusal) Counted(SideCounts sides)
    {
        var (met, open, count) = (sides.Met, sides.Open, sides.Met + sides.Missed + sides.Open);
        var estimate = new ShareEstimate(
            open == count ? double.NaN : sides.MetShare,
            level => open == 0
                ? Wilson(met, count, level)
                : new Interval(Wilson(met, count, level).Low, Wilson(met + open, count, level).High));
        return (
            estimate,
            open == 0 ? "share, Wilson interval" : "share of the decided, Wilson interval from none to all of the undecided",
            open == count ? "Every case can still turn: nothing is decided yet. Wait until some are closed." : null);
    }

    private static Interval Wilson(int part, int whole, double level) =>
        ProportionInterval.Wilson(part, whole, level).TryGet(out var share, out _) ? share.Interval : new Interval(0, 1);
}
