using OutsideIn.Measures;
using OutsideIn.Statistics;
using OutsideIn.Tests.Support;
using static OutsideIn.Tests.Support.SomeValues;

namespace OutsideIn.Tests.Measures.Objectives;

public sealed class VerdictsTests
{
    [Fact]
    public void Met_means_that_the_whole_interval_lies_beyond_the_target()
    {
        // 970 of 1,000 within 3 days: S = 0.03, standard error √(0.03 × 0.97 / 1000) = 0.005394, spread on the log-log scale
        // 1.96 × 0.005394 / (0.03 × 3.50656) = 0.10051: S from exp(−3.50656 e^0.10051) = 0.0207 to exp(−3.50656 e^−0.10051) = 0.0420.
        var values = Times(Many(970, Known(2)), Many(30, Known(5)));

        var verdict = Verdicts.Judge(values, Goal("95% of cases <= 3d"), AsOf(40));

        Assert.Equal(VerdictKind.Met, verdict.Kind);
        Assert.Equal((0.97, 0.95, 970, 30, 0), (verdict.Figure.Value, verdict.Target, verdict.Met, verdict.Missed, verdict.Open));
        Assert.Equal((0.9580, 0.9793), (Round(verdict.Figure.Interval!.Value.Low), Round(verdict.Figure.Interval.Value.High)));
        Assert.Equal("Met: 97.0 % (95.8 to 97.9) of 1,000 cases took at most 3 d, where at least 95 % is aimed at.", verdict.Sentence);
    }

    [Theory]
    [InlineData("95% of cases <= 3d", VerdictKind.Missed)]
    [InlineData("80% of cases <= 3d", VerdictKind.Met)]
    [InlineData("89% of cases <= 3d", VerdictKind.NotYetProvable)]
    [InlineData("at most 5% of cases > 3d", VerdictKind.Missed)]
    [InlineData("at most 20% of cases > 3d", VerdictKind.Met)]
    [InlineData("at most 11% of cases > 3d", VerdictKind.NotYetProvable)]
    public void At_most_of_the_slow_is_at_least_of_the_quick(string objective, VerdictKind expected) =>
        Assert.Equal(expected, Verdicts.Judge(Times(Many(900, Known(2)), Many(100, Known(5))), Goal(objective), AsOf(40)).Kind);

    [Fact]
    public void A_target_at_the_very_end_of_an_interval_is_contained()
    {
        var values = Answers(Many(80, Known(1)), Many(20, Known(0)));
        var (low, high) = (ProportionInterval.Wilson(80, 100).Value().Interval.Low, ProportionInterval.Wilson(80, 100).Value().Interval.High);

        Assert.Equal(VerdictKind.NotYetProvable, KindAt(values, low));
        Assert.Equal(VerdictKind.NotYetProvable, KindAt(values, high));
        Assert.Equal(VerdictKind.Met, KindAt(values, Math.BitDecrement(low)));
        Assert.Equal(VerdictKind.Missed, KindAt(values, Math.BitIncrement(high)));
    }

    [Fact]
    public void All_of_them_is_missed_by_one_and_met_by_all()
    {
        Assert.Equal(VerdictKind.Met, Kind(Answers(Many(5, Known(1))), "100% of cases yes"));
        Assert.Equal(VerdictKind.Missed, Kind(Answers(Many(999, Known(1)), [Known(0)]), "100% of cases yes"));
        Assert.Equal(VerdictKind.NotYetProvable, Kind(Answers(Many(5, Known(1)), [Open(0)]), "100% of cases yes"));
        Assert.Equal(VerdictKind.Met, Kind(Answers(Many(5, Known(1))), "at most 0% of cases no"));
        Assert.Equal(VerdictKind.Missed, Kind(Times(Many(50, Known(1)), [Open(4)]), "100% of cases <= 3d"));
    }

    [Fact]
    public void The_ends_of_a_percentiles_interval_are_held_against_the_test_themselves()
    {
        // Ranks of 30 at the median: 10 and 21 (binomial quantiles at 0.025 and 0.975), here 1 and 2.
        var values = Counts(Many(12, Known(1)), Many(18, Known(2)));

        var verdict = Verdicts.Judge(values, Goal("median <= 2"), AsOf(40));

        Assert.Equal((VerdictKind.Met, 2.0, new Interval(1, 2)), (verdict.Kind, verdict.Figure.Value, verdict.Figure.Interval));
        Assert.Equal(VerdictKind.NotYetProvable, Kind(values, "median < 2"));
        Assert.Equal(VerdictKind.Missed, Kind(values, "median <= 0.5"));
    }

    [Fact]
    public void A_percentile_that_too_few_reached_is_missed_where_its_lower_end_says_so()
    {
        var values = Times(Many(10, Known(9)), Many(90, Open(20)));

        var verdict = Verdicts.Judge(values, Goal("median <= 3d"), AsOf(60));

        Assert.Null(verdict.Figure.Value);
        Assert.Null(verdict.Figure.Interval);
        Assert.Equal(VerdictKind.NotYetProvable, verdict.Kind);
        Assert.Equal("Not yet provable: Only 10.0 % had reached it within the time observed, fewer than 50 %.", verdict.Sentence);

        var half = Verdicts.Judge(Times(Many(45, Known(9)), Many(55, Open(20))), Goal("median <= 3d"), AsOf(60));
        Assert.Equal((VerdictKind.Missed, (double?)null), (half.Kind, half.Figure.Value));
        Assert.Contains("not reached (at least 9 d)", half.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void A_time_nobody_was_observed_for_is_refused_not_guessed()
    {
        var verdict = Verdicts.Judge(Times([Known(1), Open(2)]), Goal("95% of cases <= 9d"), AsOf(10));

        Assert.Equal(VerdictKind.NotYetProvable, verdict.Kind);
        Assert.Null(verdict.Figure.Value);
        Assert.Contains("No case has been observed for that long", verdict.Figure.Refusal, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_to_judge_is_not_yet_provable()
    {
        var verdict = Verdicts.Judge(
            Times([new SomeValue(ValueState.NotApplicable, 0), new SomeValue(ValueState.LeftOut, 0)]), Goal("95% of cases <= 9d"), AsOf(10));

        Assert.Equal((VerdictKind.NotYetProvable, 0, 1), (verdict.Kind, verdict.Figure.Count, verdict.NotApplicable));
        Assert.Equal(VerdictKind.NotYetProvable, Verdicts.Judge(Counts([]), Goal("mean <= 1"), AsOf(10)).Kind);
    }

    [Fact]
    public void Who_gave_up_stays_in_the_denominator()
    {
        // 5 reached within 3 days, 3 gave up, 2 reached later: 5 of 10, not 5 of 7.
        var values = Times(Many(5, Known(1)), Many(3, Lost(0.5)), Many(2, Known(8)));

        var verdict = Verdicts.Judge(values, Goal("95% of cases <= 3d"), AsOf(20));

        Assert.Equal((0.5, 3, 5, 5), (verdict.Figure.Value, verdict.Figure.Lost, verdict.Met, verdict.Missed));
        Assert.StartsWith("Aalen–Johansen", verdict.Figure.Method, StringComparison.Ordinal);
        Assert.Contains("; 3 gave up or were refused", verdict.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void With_a_due_date_the_last_whole_period_before_it_is_judged()
    {
        // January is good, February bad, March has only begun at the horizon.
        var values = Times(Many(200, Known(1, 3)), Many(200, Known(5, 35)), Many(50, Known(1, 60)));

        var open = Verdicts.Judge(values, Goal("95% of cases <= 3d by 2026-12-31"), AsOf(64));
        var past = Verdicts.Judge(values, Goal("95% of cases <= 3d by 2026-01-31"), AsOf(64));
        var none = Verdicts.Judge(Times(Many(50, Known(1, 60))), Goal("95% of cases <= 3d by 2026-01-31"), AsOf(64));

        Assert.Equal(("2026-02", VerdictKind.Missed, 0, 200), (open.Judged, open.Kind, open.Met, open.Missed));
        Assert.Equal(("2026-01", VerdictKind.Met, 200), (past.Judged, past.Kind, past.Figure.Count));
        Assert.Equal("2026-03", none.Judged);
        Assert.Equal(["2026-01", "2026-02", "2026-03"], open.Periods.Select(static one => one.Name));
        Assert.Equal([true, true, false], open.Periods.Select(static one => one.IsWhole));

        // Fifty of fifty leave 1 − 0.025^(1/50), or 7.1 %, possible.
        Assert.Equal([VerdictKind.Met, VerdictKind.Missed, VerdictKind.NotYetProvable], open.Periods.Select(static one => one.Verdict!.Value));
        Assert.Contains("200 cases begun in 2026-02", open.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void A_total_per_month_is_that_of_the_last_whole_month()
    {
        var values = Numbers(Many(40, Known(90, 3)), Many(10, Known(110, 3)), Many(50, Known(10, 40)));

        var verdict = Verdicts.Judge(values, Goal("total <= 6000 per month"), AsOf(45));

        // 40 × 90 + 10 × 110 = 4,700 in January; February is not over.
        Assert.Equal(("2026-01", VerdictKind.Met, 4_700.0), (verdict.Judged, verdict.Kind, verdict.Figure.Value));
        Assert.True(verdict.Figure.Interval!.Value.Contains(4_700));
        Assert.Null(Verdicts.Judge(values, Goal("total <= 6000"), AsOf(45)).Judged);
        Assert.Equal(5_200, Verdicts.Judge(values, Goal("total <= 6000"), AsOf(45)).Figure.Value);
    }

    [Fact]
    public void The_trend_says_which_way_the_whole_periods_lead()
    {
        SomeValue[] rows = [.. Enumerable.Range(0, 6).SelectMany(static month =>
            Many(100 - (10 * month), Known(1, 3 + (month * 30.5))).Concat(Many(10 * month, Known(9, 3 + (month * 30.5)))))];

        var worse = Verdicts.Judge(Times(rows), Goal("90% of cases <= 3d"), AsOf(250));
        var same = Verdicts.Judge(Times([.. rows.Where(static row => row.Value == 1), .. rows.Where(static row => row.Value == 1).Select(static row => row with { Value = 9 })]), Goal("90% of cases <= 3d"), AsOf(250));

        Assert.Equal("Getting worse over 6 whole months (2026-01 to 2026-06).", worse.Trend);
        Assert.StartsWith("No change beyond chance over 6 whole months", same.Trend, StringComparison.Ordinal);
        Assert.Null(Verdicts.Judge(Times(rows[..150]), Goal("90% of cases <= 3d"), AsOf(250)).Trend);
    }

    [Theory]
    [InlineData("90% of cases <= 3d")]
    [InlineData("median <= 3d")]
    public void Nothing_is_allocated_per_case(string text)
    {
        var (values, objective) = (SomeValues.Times([.. Enumerable.Range(0, 30_000).Select(static index => index % 9 == 0 ? Open(index % 5, 1) : Known(index % 11, 1))]), Goal(text));
        Verdicts.Judge(values, objective, AsOf(40));

        var before = GC.GetAllocatedBytesForCurrentThread();
        Verdicts.Judge(values, objective, AsOf(40));

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 30_000);
    }

    [Fact]
    public void An_objective_that_does_not_fit_breaks_the_promise()
    {
        Assert.Throws<ArgumentException>(static () => Verdicts.Sides(Answers([Known(1)]), Goal("95% of cases <= 3d")));
        Assert.Throws<ArgumentException>(static () => Verdicts.Judge(Counts([Known(1)]), Goal("95% of cases yes"), AsOf(1)));
    }

    internal static SomeValue[] Many(int count, SomeValue value) => [.. Enumerable.Repeat(value, count)];

    private static VerdictKind KindAt(MeasureValues values, double share)
    {
        var objective = Goal("90% of cases yes");
        return Verdicts.Judge(values, objective with { Goal = (ShareGoalSyntax)objective.Goal with { Share = share } }, AsOf(40)).Kind;
    }

    private static VerdictKind Kind(MeasureValues values, string objective) => Verdicts.Judge(values, Goal(objective), AsOf(40)).Kind;

    private static double Round(double value) => Math.Round(value, 4);

    private static MeasureValues Times(params SomeValue[][] parts) => SomeValues.Times([.. parts.SelectMany(static part => part)]);

    private static MeasureValues Answers(params SomeValue[][] parts) => SomeValues.Answers([.. parts.SelectMany(static part => part)]);

    private static MeasureValues Counts(params SomeValue[][] parts) => SomeValues.Counts([.. parts.SelectMany(static part => part)]);

    private static MeasureValues Numbers(params SomeValue[][] parts) => SomeValues.Numbers([.. parts.SelectMany(static part => part)]);
}
