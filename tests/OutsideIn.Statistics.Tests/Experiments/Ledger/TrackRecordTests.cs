using OutsideIn.Experiments;

namespace OutsideIn.Tests.Experiments;

/// <summary>The plan is better higher, and 0.05 is worth having.</summary>
public sealed class TrackRecordTests
{
    private static readonly DateOnly Today = new(2026, 7, 1);

    [Fact]
    public void Of_forecasts_those_held_whose_interval_holds_what_came()
    {
        var record = TrackRecord.Of(
            SomeLedgers.Read(
                SomeLedgers.Forecast(0.4, 0.3, 0.5), SomeLedgers.Forecast(0.4, 0.35, 0.45), SomeLedgers.Forecast(0.4, 0.3, 0.5), SomeLedgers.Forecast(0.4, 0.3, 0.5),
                SomeLedgers.Result(1, 0.5), SomeLedgers.Result(2, 0.5), SomeLedgers.Result(3, 0.31)),
            Today);

        Assert.Equal((2, 3, 1), (record.Forecasts.Held, record.Forecasts.Count, record.Forecasts.Waiting));

        // Wilson's interval of 2 of 3 with z = 1.959964: (2/3 + z²/6 ∓ z √(2/27 + z²/36)) ÷ (1 + z²/3) = 0.2076596 and 0.9385081.
        Assert.Equal(0.2076596, record.Forecasts.Share!.Interval.Low, 6);
        Assert.Equal(0.9385081, record.Forecasts.Share.Interval.High, 6);
        Assert.Equal([4], record.Overdue);
    }

    [Fact]
    public void What_nothing_is_known_of_has_no_share()
    {
        var record = TrackRecord.Of(SomeLedgers.Read(SomeLedgers.Locked, SomeLedgers.Forecast(0.4, 0.3, 0.5)), new DateOnly(2026, 6, 30));

        Assert.Equal((0, 0, 1), (record.Forecasts.Held, record.Forecasts.Count, record.Forecasts.Waiting));
        Assert.Null(record.Forecasts.Share);
        Assert.Empty(record.Overdue);
    }

    [Fact]
    public void The_latest_result_of_an_entry_counts() => Assert.Equal(
        (1, 1), Counted(TrackRecord.Of(SomeLedgers.Read(SomeLedgers.Forecast(0.4, 0.3, 0.5), SomeLedgers.Result(1, 0.9), SomeLedgers.Result(1, 0.4)), Today).Forecasts));

    [Theory]
    [InlineData(ExperimentAnswer.Better, 0.01, 1)]
    [InlineData(ExperimentAnswer.Better, -0.01, 0)]
    [InlineData(ExperimentAnswer.BetterButUnguarded, 0.01, 1)]
    [InlineData(ExperimentAnswer.Worse, -0.01, 1)]
    [InlineData(ExperimentAnswer.Worse, 0.01, 0)]
    [InlineData(ExperimentAnswer.NotWorthwhile, 0.04, 1)]
    [InlineData(ExperimentAnswer.NotWorthwhile, 0.06, 0)]
    [InlineData(ExperimentAnswer.NotShown, 0.04, 1)]
    public void A_verdict_agrees_with_what_was_measured_later_or_does_not(ExperimentAnswer verdict, double later, int held) => Assert.Equal(
        (held, 1),
        Counted(TrackRecord.Of(SomeLedgers.Read(SomeLedgers.Locked, SomeLedgers.Look(verdict), SomeLedgers.Decide(LedgerDecision.Stop), SomeLedgers.Result(3, later)), Today).Verdicts));

    [Theory]
    [InlineData(ExperimentAnswer.NotYet)]
    [InlineData(ExperimentAnswer.Withheld)]
    public void What_says_nothing_cannot_be_wrong(ExperimentAnswer verdict)
    {
        var record = TrackRecord.Of(SomeLedgers.Read(SomeLedgers.Locked, SomeLedgers.Look(verdict), SomeLedgers.Decide(LedgerDecision.Stop), SomeLedgers.Result(3, 1)), Today);

        Assert.Equal((0, 0), Counted(record.Verdicts));
    }

    [Theory]
    [InlineData(LedgerDecision.Launch, 0.01, 1)]
    [InlineData(LedgerDecision.Launch, -0.01, 0)]
    [InlineData(LedgerDecision.Stop, 0.04, 1)]
    [InlineData(LedgerDecision.Stop, 0.06, 0)]
    public void An_override_turns_out_right_or_wrong(LedgerDecision decision, double later, int right) => Assert.Equal(
        (right, 1),
        Counted(TrackRecord.Of(
            SomeLedgers.Read(SomeLedgers.Locked, SomeLedgers.Look(ExperimentAnswer.NotYet), SomeLedgers.Decide(decision, isOverride: true), SomeLedgers.Result(3, later)), Today).Overrides));

    [Fact]
    public void Where_less_is_better_a_fall_is_a_gain()
    {
        var fewer = SomePlans.TextMessage with { Primary = SomePlans.TextMessage.Primary with { Better = Direction.Lower } };

        var record = TrackRecord.Of(
            SomeLedgers.Read(SomeLedgers.Lock(fewer), SomeLedgers.Look(ExperimentAnswer.Better), SomeLedgers.Decide(LedgerDecision.Launch), SomeLedgers.Result(3, -0.1)), Today);

        Assert.Equal((1, 1), Counted(record.Verdicts));
    }

    [Fact]
    public void Without_a_locked_plan_nothing_says_which_way_was_better()
    {
        var record = TrackRecord.Of(
            SomeLedgers.Read(SomeLedgers.Look(ExperimentAnswer.Better), SomeLedgers.Decide(LedgerDecision.Stop, isOverride: true), SomeLedgers.Result(2, 0.1)), Today);

        Assert.Equal((0, 0, 1), (record.Verdicts.Held, record.Verdicts.Count, record.Verdicts.Waiting));
        Assert.Equal((0, 0, 1), (record.Overrides.Held, record.Overrides.Count, record.Overrides.Waiting));
    }

    private static (int Held, int Count) Counted(HeldShare share) => (share.Held, share.Count);
}
