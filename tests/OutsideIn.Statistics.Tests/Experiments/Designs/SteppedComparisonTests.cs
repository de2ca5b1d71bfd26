using OutsideIn.Experiments;
using OutsideIn.Statistics;

namespace OutsideIn.Tests.Experiments;

public sealed class SteppedComparisonTests
{
    [Fact]
    public void Within_each_period_the_changed_are_held_against_the_unchanged()
    {
        // Period 1: 7 against (4 + 6) ÷ 2 = 2, weight 1 × 2 ÷ 3; period 2: (9 + 8) ÷ 2 against 5 = 3.5, weight 2 × 1 ÷ 3; period 3: 9 against 1 = 8, weight 3 × 1 ÷ 4; in period 0 nobody is changed.
        SteppedSeries[] units = [new([1, 7, 9, 9], 1), new([2, 4, 8, 9], 2), new([3, 6, 5, 9], 3), new([double.NaN, double.NaN, double.NaN, 1], 4)];

        var effect = SteppedComparison.Of(units, 0.9);

        Assert.Equal(((2 * 2.0 / 3) + (3.5 * 2 / 3) + (8 * 0.75)) / ((4.0 / 3) + 0.75), effect.Value!.Value, 12);
    }

    [Fact]
    public void What_time_did_to_all_drops_out_and_a_planted_effect_is_found()
    {
        var trend = Simulated(seed: 3, effect: 0, trend: 50);
        var flat = Simulated(seed: 3, effect: 0, trend: 0);
        var found = SteppedComparison.Of(Simulated(seed: 3, effect: 4, trend: 50), 0.95);

        Assert.Equal(SteppedComparison.Of(flat, 0.95).Value!.Value, SteppedComparison.Of(trend, 0.95).Value!.Value, 9);
        Assert.True(found.Interval!.Value.Contains(4), found.Interval.ToString());
        Assert.False(found.Interval.Value.Contains(0), found.Interval.ToString());
        Assert.True(found.PValue < 0.01);
    }

    [Fact]
    public void The_interval_holds_exactly_the_effects_that_the_test_does_not_rule_out()
    {
        var units = Simulated(seed: 5, effect: 1, trend: 2);
        var interval = SteppedComparison.Of(units, 0.95).Interval!.Value;

        Assert.True(Less(interval.Low + 1e-6) > 0.05);
        Assert.True(Less(interval.Low - 1e-6) <= 0.05);
        Assert.True(Less(interval.High - 1e-6) > 0.05);
        Assert.True(Less(interval.High + 1e-6) <= 0.05);

        double Less(double effect) => SteppedComparison.Of(
            [.. units.Select(unit => unit with { Means = [.. unit.Means.Select((mean, period) => period >= unit.ChangesIn ? mean - effect : mean)] })], 0.95).PValue!.Value;
    }

    [Fact]
    public void Twelve_units_in_four_steps_with_a_trend_raise_few_false_alarms_and_cover_the_truth()
    {
        const int Runs = 300;
        var (alarms, held) = (0, 0);
        for (ulong run = 0; run < Runs; run++)
        {
            alarms += SteppedComparison.Of(Simulated(run, 0, 3), 0.95, run).PValue <= 0.05 ? 1 : 0;
            held += SteppedComparison.Of(Simulated(run, 2, 3), 0.95, run).Interval!.Value.Contains(2) ? 1 : 0;
        }

        // Exact by permutation: 15 of 300 are expected, 24 or more in one of a hundred sets of runs.
        Assert.InRange(alarms, 5, 24);
        Assert.InRange(held, Runs - 24, Runs - 5);
    }

    [Fact]
    public void Too_few_orders_or_nothing_beside_each_other_is_refused()
    {
        SteppedSeries[] two = [new([1, 2, 3], 1), new([1, 2, 3], 2)];
        SteppedSeries[] all = [.. Enumerable.Range(0, 9).Select(static unit => new SteppedSeries([unit, 2], 1))];

        Assert.Equal("EX088", SteppedComparison.Of(two, 0.95).Refusal!.Code);
        Assert.Contains("orders", SteppedComparison.Of(two, 0.95).Refusal!.Message, StringComparison.Ordinal);
        Assert.Contains("beside", SteppedComparison.Of(all, 0.95).Refusal!.Message, StringComparison.Ordinal);
        Assert.Contains("beside", SteppedComparison.Of([], 0.95).Refusal!.Message, StringComparison.Ordinal);
    }

    // Twelve units of a spread of 1 between and 1 within, three to a step, five periods.
    private static SteppedSeries[] Simulated(ulong seed, double effect, double trend)
    {
        var bits = new RandomBits(seed + 1_000);
        return [.. Enumerable.Range(0, 12).Select(unit =>
        {
            var (own, changes) = (Normal(ref bits), 1 + (unit / 3));
            var means = new double[5];
            for (var period = 0; period < means.Length; period++)
            {
                means[period] = own + (trend * period) + Normal(ref bits) + (period >= changes ? effect : 0);
            }

            return new SteppedSeries(means, changes);
        })];
    }

    private static double Normal(ref RandomBits bits) => NormalDistribution.Quantile(((bits.Next() >> 11) + 0.5) / (1UL << 53));
}
