using OutsideIn.Experiments;
using OutsideIn.Tests.Support;

namespace OutsideIn.Tests.Experiments;

public sealed class InterruptedTimeSeriesTests
{
    [Theory]
    [InlineData("no_effect_but_trend_backlog", false)]
    [InlineData("step_slope_ar", true)]
    public void A_planted_effect_is_found_and_a_trend_alone_is_not_taken_for_one(string id, bool isChanged)
    {
        var one = Oracle.Cases("its_reml_ar1.json").Single(item => item.GetProperty("id").GetString() == id);
        var values = one.GetProperty("y").Numbers();
        var series = new InterruptedSeries { Values = values, ChangeIndex = one.GetProperty("break_after").GetInt32() };

        var answer = InterruptedTimeSeries.Of(series).Value();

        // Planted in step_slope_ar: a step of −15 and −0.7 a period over 30 periods, on average −15 − 0.7 × 14.5 = −25.15.
        Assert.Equal(!isChanged, answer.Average.Interval!.Value.Contains(0));
        Assert.True(answer.Average.Interval.Value.Contains(isChanged ? -25.15 : 0));
        Assert.Equal(isChanged, answer.Average.PValue < 0.05);
        Assert.InRange(answer.Correlation, one.GetProperty("rho").Number() - 1e-5, one.GetProperty("rho").Number() + 1e-5);
        Assert.Equal(answer.Average.Value!.Value, answer.Step.Value!.Value + (answer.SlopeChange.Value!.Value * (values.Length - series.ChangeIndex - 1) / 2), 9);
    }

    [Fact]
    public void The_interval_is_wider_than_at_the_likeliest_correlation_alone()
    {
        var one = Oracle.Cases("its_reml_ar1.json").Single(static item => item.GetProperty("id").GetString() == "short_12_12");
        var answer = InterruptedTimeSeries.Of(new() { Values = one.GetProperty("y").Numbers(), ChangeIndex = 12 }).Value();

        var width = answer.Step.Interval!.Value.High - answer.Step.Interval.Value.Low;

        // The oracle's standard error 1.2260 on 20 degrees of freedom: ± 2.086 × 1.2260.
        Assert.True(width > 2 * 2.086 * 1.2260);
        Assert.InRange(answer.Step.Value!.Value, -3.5, -2.5);
    }

    [Fact]
    public void Fewer_than_twelve_periods_on_a_side_are_refused_with_what_would_answer()
    {
        var problem = InterruptedTimeSeries.Of(new() { Values = Wobble(23, 0), ChangeIndex = 12, PeriodName = "weeks" }).Refusal();

        Assert.Equal("EX080", problem.Code);
        Assert.Contains("wait 1 more weeks", problem.Hint, StringComparison.Ordinal);
    }

    [Fact]
    public void A_dominant_trend_is_refused_alone_and_answered_with_a_control_that_shares_it()
    {
        double[] control = [.. Wobble(52, 4).Select(static (value, period) => value + period)];
        double[] values = [.. Wobble(52, 3).Select(static (value, period) => value + period + (period >= 26 ? 5 : 0))];

        var alone = InterruptedTimeSeries.Of(new() { Values = values, ChangeIndex = 26 }).Refusal();
        var beside = InterruptedTimeSeries.Of(new() { Values = values, ChangeIndex = 26, Control = control }).Value();

        Assert.Equal("EX081", alone.Code);
        Assert.Contains("control series", alone.Hint, StringComparison.Ordinal);
        Assert.True(beside.Step.Interval!.Value.Contains(5));
        Assert.False(beside.Step.Interval.Value.Contains(0));
        Assert.Contains(beside.Checks, static check => check.Assumption.Contains("both series alike", StringComparison.Ordinal));
    }

    [Fact]
    public void A_period_without_a_case_is_refused_not_counted_as_zero()
    {
        long[] counts = [.. Enumerable.Range(0, 30).Select(static period => period == 7 ? 0L : 40)];

        Assert.Equal("EX082", InterruptedTimeSeries.Of(new() { Values = Wobble(30, 5), ChangeIndex = 15, Counts = counts }).Refusal().Code);
    }

    [Fact]
    public void A_series_that_never_varies_is_refused() =>
        Assert.Equal("ST022", InterruptedTimeSeries.Of(new() { Values = new double[40], ChangeIndex = 20 }).Refusal().Code);

    [Fact]
    public void The_relative_effect_is_the_average_over_what_was_expected()
    {
        double[] values = [.. Wobble(60, 6).Select(static (value, period) => 50 + value - (period >= 30 ? 10 : 0))];

        var answer = InterruptedTimeSeries.Of(new() { Values = values, ChangeIndex = 30 }).Value();

        // Ten of fifty.
        Assert.True(answer.RelativeAverage.Interval!.Value.Contains(-0.2));
        Assert.Equal(answer.Average.Value!.Value / answer.Expected.Skip(30).Average(), answer.RelativeAverage.Value!.Value, 2);
    }

    [Fact]
    public void A_relative_effect_on_nothing_is_refused_and_the_plain_one_is_given()
    {
        var answer = InterruptedTimeSeries.Of(new() { Values = Wobble(60, 8), ChangeIndex = 30 }).Value();

        Assert.Equal("EX083", answer.RelativeAverage.Refusal!.Code);
        Assert.Null(answer.RelativeAverage.Value);
        Assert.NotNull(answer.Average.Value);
    }

    [Fact]
    public void A_season_is_taken_out_once_it_has_come_round_twice()
    {
        double[] values = [.. Wobble(48, 9).Select(static (value, period) => value + (6 * Math.Sin(2 * Math.PI * period / 12)))];

        var without = InterruptedTimeSeries.Of(new() { Values = values, ChangeIndex = 24 });
        var with = InterruptedTimeSeries.Of(new() { Values = values, ChangeIndex = 24, SeasonLength = 12 }).Value();

        Assert.True(with.Step.Interval!.Value.Contains(0));
        Assert.InRange(with.Step.StandardError!.Value, 0, 1.2);
        Assert.True(!without.TryGet(out var plain, out _) || plain.Step.StandardError > 2 * with.Step.StandardError);
    }

    // Errors of standard deviation one that are unrelated.
    private static double[] Wobble(int count, ulong seed)
    {
        var draws = new SimulatedDraws(seed);
        var values = new double[count];
        foreach (ref var value in values.AsSpan())
        {
            value = draws.Normal();
        }

        return values;
    }
}
