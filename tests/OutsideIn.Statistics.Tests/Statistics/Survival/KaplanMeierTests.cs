using FsCheck;
using FsCheck.Fluent;
using OutsideIn.Simulation;
using OutsideIn.Statistics;
using OutsideIn.Tests.Support;
using OutsideIn.Vocabulary;

namespace OutsideIn.Tests.Statistics;

public sealed class KaplanMeierTests
{
    [Fact]
    public void A_curve_worked_by_hand_comes_out()
    {
        // Five cases: 1, 2+, 3, 3, 4+. At 1 one of five goes; at 3 two of the three left go.
        var curve = Fit([3, 1, 4, 2, 3], [true, true, false, false, true]);

        var steps = curve.Steps.ToArray();
        Assert.Equal([(1, 5, 1), (3, 3, 2)], steps.Select(static s => (s.Time, s.AtRisk, s.Events)));
        Assert.Equal(0.8, steps[0].Remaining, 12);
        Assert.Equal(0.8 / 3, steps[1].Remaining, 12);
        Assert.Equal(1 - (0.8 / 3), curve.ReachedAtEnd, 12);
        Assert.Equal((5, 2, 4.0), (curve.Count, curve.OpenCount, curve.LongestObserved));
        Assert.Equal(3, curve.Median().Value);
    }

    [Fact]
    public void A_case_open_at_the_time_of_an_event_was_still_waiting() =>
        Assert.Equal(2, Fit([5, 5], [true, false]).Steps[0].AtRisk);

    [Fact]
    public void A_percentile_too_few_have_reached_is_absent_with_its_reason()
    {
        var curve = Fit([1, 9, 9, 9], [true, false, false, false]);

        var median = curve.Median();

        Assert.Null(median.Value);
        Assert.Equal("Only 25.0 % had reached it within the time observed, fewer than 50 %.", median.NotReached);
        Assert.Equal(double.PositiveInfinity, median.Interval?.High);
    }

    [Fact]
    public void A_curve_of_open_cases_alone_has_no_step_and_no_median()
    {
        var curve = Fit([4, 8], [false, false]);

        Assert.Equal(0, curve.Steps.Length);
        Assert.Null(curve.Median().Value);
        Assert.Null(curve.Median().Interval);
        Assert.Equal(0, curve.ReachedBy(8).Value().Value);
    }

    [Fact]
    public void No_case_at_all_is_refused() =>
        Assert.Equal(("ME002", ProblemKind.NotEstimable), Code(KaplanMeier.Fit(Array.Empty<double>(), []).Refusal()));

    [Fact]
    public void Nothing_is_said_beyond_the_longest_case_while_somebody_remains()
    {
        var open = Fit([1, 2, 3], [true, true, false]);
        var done = Fit([1, 2, 3], [true, true, true]);

        Assert.Equal("ME003", open.ReachedBy(3.5).Refusal().Code);
        Assert.Equal("ME003", open.RestrictedMean(3.5).Refusal().Code);
        Assert.Equal(1, done.ReachedBy(3.5).Value().Value);
        Assert.Equal(2, done.RestrictedMean(3.5).Value().Value, 12);
    }

    [Fact]
    public void Before_the_first_step_the_interval_is_the_exact_one_for_none_of_those_still_observed()
    {
        var estimate = Fit([1, 5, 6, 7], [false, true, true, false]).ReachedBy(4).Value();

        var exact = ProportionInterval.ClopperPearson(0, 3).Value();
        Assert.Equal((0, exact.Interval), (estimate.Value, estimate.Interval));
    }

    [Fact]
    public void When_all_have_reached_it_the_bound_before_the_last_step_still_holds()
    {
        var steps = Fit([1, 2, 3], [true, true, true]).Steps;
        Assert.Equal((0, steps[1].RemainingInterval.High), (steps[2].Remaining, steps[2].RemainingInterval.High));

        var only = Fit([2, 2, 2], [true, true, true]).ReachedBy(2).Value();
        Assert.Equal(ProportionInterval.ClopperPearson(3, 3).Value().Interval.Low, only.Interval.Low, 12);
    }

    [Fact]
    public void Microseconds_give_the_same_curve_as_doubles()
    {
        long[] micros = [86_400_000_000, 3_600_000_000, 7_200_000_001, 7_200_000_000];
        bool[] isClosed = [true, false, true, true];

        var ours = KaplanMeier.Fit(micros, isClosed).Value().Steps.ToArray();

        Assert.Equal(Fit([.. micros.Select(static m => (double)m)], isClosed).Steps.ToArray(), ours);
        Assert.Equal([7_200_000_000, 7_200_000_001, 86_400_000_000], ours.Select(static s => s.Time));
    }

    [Fact]
    public void Durations_that_are_no_numbers_or_unpaired_break_the_promise()
    {
        Assert.Throws<ArgumentException>(static () => Fit([double.NaN], [true]));
        Assert.Throws<ArgumentException>(static () => Fit([1, 2], [true]));
        Assert.Throws<ArgumentOutOfRangeException>(static () => Fit([1], [true]).Percentile(1));
    }

    [Fact]
    public void Where_nothing_is_open_the_curve_is_the_plain_share() => Prop.ForAll(
        Gen.Choose(0, 20).NonEmptyListOf().ToArbitrary(),
        static times =>
        {
            double[] durations = [.. times.Select(static t => (double)t)];
            var curve = Fit(durations, [.. times.Select(static _ => true)]);
            return times.All(t =>
                Math.Abs(curve.ReachedBy(t).Value().Value - ((double)times.Count(one => one <= t) / times.Count)) < 1e-12);
        }).Check(Config.QuickThrowOnFailure);

    [Fact]
    public void The_curve_and_its_band_never_rise() => Prop.ForAll(
        Gen.Choose(0, 30).SelectMany(static t => Gen.Elements(true, false).Select(closed => (Time: t, Closed: closed))).NonEmptyListOf().ToArbitrary(),
        static rows =>
        {
            var steps = Fit([.. rows.Select(static r => (double)r.Time)], [.. rows.Select(static r => r.Closed)]).Steps.ToArray();
            return steps.Zip(steps.Skip(1)).All(static pair => pair.Second.Remaining < pair.First.Remaining)
                && steps.All(static s => s.RemainingInterval.Low <= s.Remaining && s.Remaining <= s.RemainingInterval.High);
        }).Check(Config.QuickThrowOnFailure);

    [Fact]
    public void Intervals_cover_the_truth_as_often_as_they_say()
    {
        const int Replications = 2_000;
        const int Cases = 80;
        var stream = RandomSource.Open(20_260_101, "coverage");
        var (shareHits, medianHits) = (0, 0);
        for (var replication = 0; replication < Replications; replication++)
        {
            var (durations, isClosed) = (new double[Cases], new bool[Cases]);
            for (var row = 0; row < Cases; row++)
            {
                var (wait, horizon) = (stream.NextExponential(mean: 10), 25 * stream.NextUnit());
                (durations[row], isClosed[row]) = (Math.Min(wait, horizon), wait <= horizon);
            }

            var curve = Fit(durations, isClosed);
            shareHits += curve.ReachedBy(5).Value().Interval.Contains(1 - Math.Exp(-0.5)) ? 1 : 0;
            medianHits += curve.Median().Interval?.Contains(10 * Math.Log(2)) == true ? 1 : 0;
        }

        // Both intervals are asymptotic: within five standard errors (0.024) of 0.95.
        Assert.InRange((double)shareHits / Replications, 0.926, 0.974);
        Assert.InRange((double)medianHits / Replications, 0.926, 0.974);
    }

    private static (string Code, ProblemKind Kind) Code(Problem problem) => (problem.Code, problem.Kind);

    private static KaplanMeierCurve Fit(double[] durations, bool[] isClosed) => KaplanMeier.Fit(durations, isClosed).Value();
}
