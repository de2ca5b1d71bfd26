using FsCheck;
using FsCheck.Fluent;
using OutsideIn.Statistics;
using OutsideIn.Tests.Support;

namespace OutsideIn.Tests.Statistics;

/// <summary>The kernels that need no steps, against the curves that have them.</summary>
public sealed class CensoredSampleTests
{
    private static readonly double[] Shares = [0.1, 0.25, 0.5, 0.75, 0.9];

    private static readonly Arbitrary<(double Time, CompetingEnd End)[]> Rows = Gen.Choose(0, 25)
        .SelectMany(static time => Gen.Choose(0, 5).Select(end => ((double)time, end < 3 ? CompetingEnd.Reached : end == 3 ? CompetingEnd.Lost : CompetingEnd.Open)))
        .NonEmptyListOf().Select(static rows => rows.ToArray()).ToArbitrary();

    [Fact]
    public void The_share_within_a_time_is_the_curves() => Prop.ForAll(Rows, static rows =>
    {
        var curve = Curve(rows);
        for (var time = -1; time <= 27; time++)
        {
            using var sample = Sample(rows);
            var share = CensoredShare.Of(sample, time);
            if (!curve.ReachedBy(time).TryGet(out var expected, out _))
            {
                Assert.Null(share);
                continue;
            }

            Assert.NotNull(share);
            Oracle.AssertNear(expected.Value, share.Value, 1e-12);
            Oracle.AssertNear(expected.Interval.Low, share.At(0.95).Low, 1e-7);
            Oracle.AssertNear(expected.Interval.High, share.At(0.95).High, 1e-7);
        }
    }).Check(Config.QuickThrowOnFailure);

    [Fact]
    public void The_error_is_that_of_the_step_by_step_sum() => Prop.ForAll(Rows, static rows =>
    {
        foreach (var step in Curve(rows).Steps)
        {
            using var sample = Sample(rows);
            var state = CensoredShare.At(sample, step.Time);
            Oracle.AssertNear(step.Reached, state.Reached, 1e-12);
            Oracle.AssertNear(step.StandardError * step.StandardError, state.ReachedVariance, 1e-12);
        }
    }).Check(Config.QuickThrowOnFailure);

    [Fact]
    public void Percentiles_are_the_curves() => Prop.ForAll(Rows, static rows =>
    {
        var curve = Curve(rows);
        foreach (var share in Shares)
        {
            using var sample = Sample(rows);
            var (value, low, high) = CensoredPercentile.Of(sample, share, 0.95);
            var expected = curve.Percentile(share);

            Assert.Equal(expected.Value, value);
            Assert.Equal(expected.Interval?.Low, low);
            Assert.Equal(expected.Interval?.High, low is null ? null : high ?? double.PositiveInfinity);
        }
    }).Check(Config.QuickThrowOnFailure);

    [Fact]
    public void Where_nothing_is_open_the_share_is_the_plain_one_to_the_last_bit() => Prop.ForAll(
        Rows.Filter(static rows => rows.All(static row => row.End != CompetingEnd.Open)), static rows =>
        {
            for (var time = 0; time <= 25; time++)
            {
                using var sample = Sample(rows);
                var part = rows.Count(row => row.End == CompetingEnd.Reached && row.Time <= time);
                Assert.Equal((double)part / rows.Length, CensoredShare.Of(sample, time)!.Value);
            }
        }).Check(Config.QuickThrowOnFailure);

    [Fact]
    public void Percentiles_of_closed_times_are_the_curves_whatever_their_spread() => Prop.ForAll(
        ArbMap.Default.ArbFor<(int Time, byte Scale)[]>().Filter(static rows => rows.Length > 0), static rows =>
        {
            double[] times = [.. rows.Select(static row => row.Time * Math.Pow(2, (row.Scale % 40) - 20))];
            CompetingEnd[] ends = [.. rows.Select(static row => row.Scale % 5 == 0 ? CompetingEnd.Lost : CompetingEnd.Reached)];
            foreach (var share in Shares)
            {
                using var sample = CensoredSample.Of(times, ends);
                var expected = CumulativeIncidence.Fit(times, ends).Value().Percentile(share);
                Assert.Equal(
                    (expected.Value, expected.Interval?.Low, expected.Interval is { } interval && double.IsFinite(interval.High) ? interval.High : null),
                    CensoredPercentile.Of(sample, share, 0.95));
            }
        }).Check(Config.QuickThrowOnFailure);

    [Theory]
    [InlineData(3)]
    [InlineData(599)]
    [InlineData(600)]
    [InlineData(5_000)]
    public void Sorting_by_bits_is_sorting(int count)
    {
        var random = new RandomBits(9);
        double[] values = [.. Enumerable.Range(0, count).Select(index => ((double)(random.Next() % 2_000_000) - 500_000) / (index % 7 == 0 ? 1 : 3))];
        values[0] = double.PositiveInfinity;
        values[1] = double.NegativeInfinity;
        values[2] = -0.5;
        double[] expected = [.. values.Order()];

        RadixSort.Sort(values);

        Assert.Equal(expected, values);
    }

    private static CumulativeIncidenceCurve Curve((double Time, CompetingEnd End)[] rows) =>
        CumulativeIncidence.Fit([.. rows.Select(static row => row.Time)], [.. rows.Select(static row => row.End)]).Value();

    private static CensoredSample Sample((double Time, CompetingEnd End)[] rows) =>
        CensoredSample.Of([.. rows.Select(static row => row.Time)], [.. rows.Select(static row => row.End)]);
}
