using OutsideIn.Measures;
using OutsideIn.Statistics;
using OutsideIn.Tests.Support;
using static OutsideIn.Tests.Support.SomeValues;

namespace OutsideIn.Tests.Measures.Objectives;

/// <summary>Each row of the table of estimators (measures.md).</summary>
public sealed class FiguresTests
{
    [Fact]
    public void A_closed_share_of_yes_is_Wilsons()
    {
        // Newcombe (1998), table I: 81 of 263 gives 0.2553 to 0.3662.
        var figure = Figure(Answers([.. VerdictsTests.Many(81, Known(1)), .. VerdictsTests.Many(182, Known(0))]), "99% of cases yes");

        Assert.Equal(81.0 / 263, figure.Value);
        Assert.Equal((0.2553, 0.3662), (Math.Round(figure.Interval!.Value.Low, 4), Math.Round(figure.Interval.Value.High, 4)));
        Assert.Equal("share, Wilson interval", figure.Method);
    }

    [Fact]
    public void An_open_answer_waits_like_an_open_time()
    {
        // Two of four have it at day 1; one ended without at day 2; one is open since day 3 and was observed longest.
        SomeValue[] rows =
            [new(ValueState.Known, 1, 1), new(ValueState.Known, 1, 1), new(ValueState.Known, 0, 2), new(ValueState.Open, 0, 3)];

        var figure = Figure(Answers(rows), "90% of cases yes");

        // 2/4 reached, 1/4 never, 1/4 not known: of the known 2 in 3.
        Assert.Equal(2.0 / 3, figure.Value!.Value, 12);
        Assert.Contains("widened by who was open longest", figure.Method, StringComparison.Ordinal);
        Assert.Equal((4, 1), (figure.Count, figure.Open));

        // With the open one shorter than the last end the curve is whole: 1/4 + 3/4 × 1/2 (of three left two decide, one each way).
        SomeValue[] whole =
            [new(ValueState.Known, 1, 1), new(ValueState.Open, 0, 2), new(ValueState.Known, 1, 3), new(ValueState.Known, 0, 4)];
        Assert.Equal(0.625, Figure(Answers(whole), "90% of cases yes").Value!.Value, 12);
        Assert.Equal(0.375, Figure(Answers(whole), "at most 5% of cases no").Value!.Value, 12);
    }

    [Fact]
    public void Has_no_is_one_less_has()
    {
        SomeValue[] has = [new(ValueState.Known, 1, 1), new(ValueState.Open, 0, 2), new(ValueState.Known, 1, 3), new(ValueState.Known, 0, 4)];
        SomeValue[] hasNo = [.. has.Select(static row => row.State == ValueState.Known ? row with { Value = 1 - row.Value } : row)];

        var (yes, no) = (Figure(Answers(has), "90% of cases yes"), Figure(Denials(hasNo), "90% of cases yes"));

        Assert.Equal(1 - yes.Value!.Value, no.Value!.Value, 12);
        Assert.Equal((1 - yes.Interval!.Value.High, 1 - yes.Interval.Value.Low), (no.Interval!.Value.Low, no.Interval.Value.High));
    }

    [Fact]
    public void Answers_that_are_all_open_say_nothing_yet()
    {
        var figure = Figure(Answers([new(ValueState.Open, 0, 2), new(ValueState.Open, 0, 3)]), "90% of cases yes");
        Assert.Null(figure.Value);
        Assert.Contains("still open", figure.Refusal, StringComparison.Ordinal);
    }

    [Fact]
    public void Undecided_counts_widen_the_interval_to_both_worst_cases()
    {
        // 6 at most 1 and closed, 2 beyond, 2 open with 0 so far, 1 open with 3 already: decided 6 of 9.
        SomeValue[] rows = [.. VerdictsTests.Many(6, Known(1)), .. VerdictsTests.Many(2, Known(4)), Open(0), Open(0), Open(3)];

        var figure = Figure(Counts(rows), "90% of cases <= 1");

        Assert.Equal(6.0 / 9, figure.Value);
        Assert.Equal(ProportionInterval.Wilson(6, 11).Value().Interval.Low, figure.Interval!.Value.Low);
        Assert.Equal(ProportionInterval.Wilson(8, 11).Value().Interval.High, figure.Interval.Value.High);
        Assert.Contains("undecided", figure.Method, StringComparison.Ordinal);
    }

    [Fact]
    public void Counts_that_are_all_undecided_have_an_interval_and_no_value()
    {
        var figure = Figure(Counts([Open(0), Open(1)]), "90% of cases <= 1");
        Assert.Null(figure.Value);
        Assert.NotNull(figure.Refusal);
        Assert.Equal((0, 1), (figure.Interval!.Value.Low, figure.Interval.Value.High));
    }

    [Fact]
    public void A_median_of_counts_is_type_7_with_order_statistics()
    {
        var figure = Figure(Counts([.. Enumerable.Range(1, 40).Select(static value => Known(value))]), "median <= 3");

        // Ranks 14 and 27 of 40 (the oracle's exp_40 in quantiles.json).
        Assert.Equal((20.5, new Interval(14, 27)), (figure.Value, figure.Interval));
    }

    [Fact]
    public void An_open_amount_may_become_anything_above_what_it_is()
    {
        SomeValue[] rows = [.. Enumerable.Range(1, 35).Select(static value => Known(value)), .. VerdictsTests.Many(5, Open(1))];

        var figure = Figure(TouchTimes(rows), "median <= 3d");

        // So far 1 six times, then 2 to 35; were the five open ones longest, rank 27 would be 27.
        Assert.Equal((9 * DayMicros, 27 * DayMicros), (figure.Interval!.Value.Low, figure.Interval.Value.High));
    }

    [Fact]
    public void An_open_number_may_become_anything()
    {
        SomeValue[] rows = [.. Enumerable.Range(1, 35).Select(static value => Known(value)), .. VerdictsTests.Many(5, Open(0))];
        var figure = Figure(Numbers(rows), "median <= 3");
        Assert.Equal((18.0, new Interval(9, 27)), (figure.Value, figure.Interval));
    }

    [Fact]
    public void The_mean_counts_the_open_so_far_and_widens_for_what_may_come()
    {
        SomeValue[] closed = [.. Enumerable.Range(0, 90).Select(static value => Known(value % 3))];
        var without = Figure(Counts(closed), "mean <= 3");

        var with = Figure(Counts([.. closed, .. VerdictsTests.Many(10, Open(0))]), "mean <= 3");

        // 90 of 100; ten open ones could each still come to 2, the ninth tenth of the closed: 0.2 more.
        Assert.Equal((1.0, 0.9), (without.Value, with.Value));
        Assert.InRange(with.Interval!.Value.High, 0.9 + 0.2 + 0.1, 0.9 + 0.2 + 0.2);
        Assert.Equal((100, 10), (with.Count, with.Open));
    }

    [Fact]
    public void Counts_that_are_all_the_same_are_bounded_by_the_rule_of_three()
    {
        // 1 − 0.025^(1/40) = 0.0881: at most so many of the cases differ, by one.
        var figure = Figure(Counts(VerdictsTests.Many(40, Known(0))), "mean <= 0.2");

        Assert.Equal((0.0, 0.0), (figure.Value, figure.Interval!.Value.Low));
        Assert.Equal(0.0881, figure.Interval.Value.High, 4);
        Assert.Null(Figure(Numbers(VerdictsTests.Many(40, Known(7))), "mean <= 9").Interval);
        Assert.Equal(7, Figure(Numbers(VerdictsTests.Many(40, Known(7))), "mean <= 9").Value);
    }

    [Fact]
    public void A_total_is_n_times_the_mean_with_its_interval()
    {
        SomeValue[] rows = [.. Enumerable.Range(0, 50).Select(static value => Known(value))];
        var (mean, total) = (Figure(Counts(rows), "mean <= 3"), Figure(Counts(rows), "total <= 3"));
        Assert.Equal((50 * 24.5, 50 * mean.Interval!.Value.Low), (total.Value, total.Interval!.Value.Low));
    }

    [Fact]
    public void Without_an_objective_each_kind_has_its_figures()
    {
        Assert.Equal([FigureKind.Percentile, FigureKind.Percentile], Kinds(Times([Known(1), Known(2)])));
        Assert.Equal([FigureKind.Mean, FigureKind.Percentile, FigureKind.Total], Kinds(Counts([Known(1), Known(2)])));
        Assert.Equal([FigureKind.Mean, FigureKind.Percentile], Kinds(Numbers([Known(1), Known(2)])));
        Assert.Equal([FigureKind.Share], Kinds(Answers([Known(1), Known(0)])));
    }

    private static FigureKind[] Kinds(MeasureValues values) => [.. MeasureSummary.Of(values, AsOf(9)).Select(static one => one.Kind)];

    private static MeasureFigure Figure(MeasureValues values, string objective) => Verdicts.Judge(values, Goal(objective), AsOf(9)).Figure;
}
