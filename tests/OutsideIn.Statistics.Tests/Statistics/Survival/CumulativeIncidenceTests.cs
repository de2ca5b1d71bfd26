using FsCheck;
using FsCheck.Fluent;
using OutsideIn.Simulation;
using OutsideIn.Statistics;
using OutsideIn.Tests.Support;

namespace OutsideIn.Tests.Statistics;

/// <summary>Oracle: shared/oracles/statistics/survival_competing.json (statsmodels 0.13.5), tolerance 1e-9.</summary>
public sealed class CumulativeIncidenceTests
{
    [Theory]
    [InlineData(1, "cif1", "se1")]
    [InlineData(2, "cif2", "se2")]
    public void Shares_and_standard_errors_are_the_oracles(int cause, string shares, string errors)
    {
        var expected = Oracle.Cases("survival_competing.json")[0];
        var ends = expected.GetProperty("cause").Numbers()
            .Select(one => one == 0 ? CompetingEnd.Open : one == cause ? CompetingEnd.Reached : CompetingEnd.Lost).ToArray();

        var curve = CumulativeIncidence.Fit(expected.GetProperty("time").Numbers(), ends).Value();

        var times = expected.GetProperty("times").Numbers();
        var (steps, compared) = (curve.Steps.ToArray(), 0);
        foreach (var (row, time) in times.Index())
        {
            var last = steps.LastOrDefault(step => step.Time <= time);
            Oracle.AssertNear(expected.GetProperty(shares)[row].Number(), last.Reached, 1e-9);
            compared++;

            // Where nobody remains the oracle has no standard error; ours adds nothing for that last time.
            if (expected.GetProperty(errors)[row].Number() is var error && !double.IsNaN(error))
            {
                Oracle.AssertNear(error, last.StandardError, 1e-9);
                compared++;
            }
        }

        Assert.True(steps.Length > 10);
        Assert.Equal((54, 107), (times.Length, compared));
        Assert.Equal(ends.Count(static end => end == CompetingEnd.Lost), curve.LostCount);
        Assert.Equal(ends.Count(static end => end == CompetingEnd.Open), curve.OpenCount);
    }

    [Fact]
    public void The_share_by_a_time_is_the_last_step_before_it()
    {
        // 1 reached, 2 lost, 3 open, 4 reached: 1/4, then 1/4 + 1/2 × 1 (of the two left after the loss one left open, one reached).
        var curve = CumulativeIncidence.Fit([1, 2, 3, 4], [CompetingEnd.Reached, CompetingEnd.Lost, CompetingEnd.Open, CompetingEnd.Reached]).Value();

        Assert.Equal([0, 0.25, 0.25, 0.75, 0.75], new[] { 0.5, 1, 3.9, 4, 99 }.Select(time => curve.ReachedBy(time).Value().Value));
        Assert.Equal(ProportionInterval.ClopperPearson(0, 4).Value().Interval, curve.ReachedBy(0.5).Value().Interval);
        Assert.Equal(4, curve.LongestObserved);
        var open = CumulativeIncidence.Fit([1, 2], [CompetingEnd.Reached, CompetingEnd.Open]).Value();
        Assert.Equal("ME003", open.ReachedBy(2.5).Refusal().Code);
        Assert.Throws<ArgumentException>(() => open.ReachedBy(double.NaN));
    }

    [Fact]
    public void The_interval_of_the_share_covers_the_truth_with_losses_and_open_cases()
    {
        // Rates 0.1 reached and 0.03 lost: the share within 8 is 0.1/0.13 (1 − e^−1.04).
        const int Replications = 2_000;
        var stream = RandomSource.Open(29, "incidence");
        var (truth, hits) = (0.1 / 0.13 * (1 - Math.Exp(-1.04)), 0);
        for (var replication = 0; replication < Replications; replication++)
        {
            var (durations, ends) = (new double[80], new CompetingEnd[80]);
            for (var row = 0; row < durations.Length; row++)
            {
                var (reached, lost, horizon) = (stream.NextExponential(10), stream.NextExponential(1 / 0.03), 25 * stream.NextUnit());
                durations[row] = Math.Min(horizon, Math.Min(reached, lost));
                ends[row] = horizon < Math.Min(reached, lost) ? CompetingEnd.Open : reached < lost ? CompetingEnd.Reached : CompetingEnd.Lost;
            }

            hits += CumulativeIncidence.Fit(durations, ends).Value().ReachedBy(8).Value().Interval.Contains(truth) ? 1 : 0;
        }

        // Asymptotic: 0.95 within five standard errors (0.024).
        Assert.InRange((double)hits / Replications, 0.926, 0.974);
    }

    [Fact]
    public void Half_of_all_counts_those_who_gave_up()
    {
        CompetingEnd[] ends = [CompetingEnd.Reached, CompetingEnd.Lost, CompetingEnd.Reached, CompetingEnd.Lost, CompetingEnd.Reached];

        var curve = CumulativeIncidence.Fit([1, 2, 3, 4, 5], ends).Value();

        Assert.Equal([0.2, 0.4, 0.6], curve.Steps.ToArray().Select(static step => Math.Round(step.Reached, 12)));
        Assert.Equal(5, curve.Percentile(0.5).Value);
        Assert.Null(curve.Percentile(0.9).Value);
        Assert.Contains("60.0", curve.Percentile(0.9).NotReached, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_anyone_lost_it_is_Kaplan_Meier_to_the_last_interval() => Prop.ForAll(
        ArbMap.Default.ArbFor<(byte Duration, bool IsClosed)[]>().Filter(static rows => rows.Length > 0),
        static rows =>
        {
            var durations = rows.Select(static row => (double)row.Duration).ToArray();
            var km = KaplanMeier.Fit(durations, [.. rows.Select(static row => row.IsClosed)]).Value();

            var curve = CumulativeIncidence.Fit(
                durations, [.. rows.Select(static row => row.IsClosed ? CompetingEnd.Reached : CompetingEnd.Open)]).Value();

            Assert.Equal(km.Steps.Length, curve.Steps.Length);
            for (var step = 0; step < km.Steps.Length; step++)
            {
                var (expected, got) = (km.Steps[step], curve.Steps[step]);
                Assert.Equal((expected.Time, expected.AtRisk, expected.Events), (got.Time, got.AtRisk, got.Events));
                Oracle.AssertNear(expected.Reached, got.Reached, 1e-9);
                Oracle.AssertNear(expected.ReachedInterval.Low, got.ReachedInterval.Low, 1e-6);
                Oracle.AssertNear(expected.ReachedInterval.High, got.ReachedInterval.High, 1e-6);
            }

            Assert.Equal(km.Median().Value, curve.Percentile(0.5).Value);
        }).Check(Config.QuickThrowOnFailure);

    [Fact]
    public void Nobody_to_time_is_refused()
    {
        Assert.Equal("ME002", CumulativeIncidence.Fit([], []).Refusal().Code);
        Assert.Throws<ArgumentException>(() => CumulativeIncidence.Fit([double.NaN], [CompetingEnd.Open]));
        Assert.Throws<ArgumentException>(() => CumulativeIncidence.Fit([1], []));
    }
}
