using OutsideIn.Experiments;

namespace OutsideIn.Tests.Experiments;

public sealed class LedgerRulesTests
{
    [Theory]
    [InlineData(LedgerDecision.Launch, ExperimentAnswer.Better, false)]
    [InlineData(LedgerDecision.Launch, ExperimentAnswer.BetterButUnguarded, true)]
    [InlineData(LedgerDecision.Launch, ExperimentAnswer.NotYet, true)]
    [InlineData(LedgerDecision.Launch, ExperimentAnswer.Withheld, true)]
    [InlineData(LedgerDecision.Launch, null, true)]
    [InlineData(LedgerDecision.Stop, ExperimentAnswer.Better, true)]
    [InlineData(LedgerDecision.Stop, ExperimentAnswer.NotYet, true)]
    [InlineData(LedgerDecision.Stop, ExperimentAnswer.Worse, false)]
    [InlineData(LedgerDecision.Stop, ExperimentAnswer.NotShown, false)]
    [InlineData(LedgerDecision.Stop, null, false)]
    [InlineData(LedgerDecision.GoOn, ExperimentAnswer.NotYet, false)]
    [InlineData(LedgerDecision.GoOn, ExperimentAnswer.Worse, true)]
    [InlineData(LedgerDecision.GoOn, ExperimentAnswer.NotWorthwhile, true)]
    public void A_decision_against_the_last_verdict_is_an_override(LedgerDecision decision, ExperimentAnswer? verdict, bool isOverride)
    {
        Assert.Equal(isOverride, LedgerRules.IsOverride(decision, verdict));
        var ledger = verdict is { } said ? SomeLedgers.Read(SomeLedgers.Look(ExperimentAnswer.NotYet), SomeLedgers.Look(said)) : LedgerReading.Empty;
        Assert.Equal(isOverride, LedgerRules.Decision(ledger, SomeLedgers.Decide(decision)).IsOverride);
    }

    [Fact]
    public void An_override_needs_a_reason_and_any_decision_somebody()
    {
        Assert.Equal("EX014", LedgerRules.Refusal(LedgerReading.Empty, SomeLedgers.Decide(LedgerDecision.Launch, isOverride: true, reason: " "))?.Code);
        Assert.Null(LedgerRules.Refusal(LedgerReading.Empty, SomeLedgers.Decide(LedgerDecision.Launch, isOverride: false, reason: null)));
        Assert.Equal("EX014", LedgerRules.Refusal(LedgerReading.Empty, SomeLedgers.Decide(LedgerDecision.Stop) with { By = "" })?.Code);
    }

    [Fact]
    public void A_plan_is_locked_once_and_anew_only_while_nobody_has_looked()
    {
        var other = SomeLedgers.Lock(SomePlans.TextMessage with { MinimumEffect = 0.02 });

        Assert.Null(LedgerRules.Refusal(LedgerReading.Empty, SomeLedgers.Locked));
        Assert.Equal("EX013", LedgerRules.Refusal(SomeLedgers.Read(SomeLedgers.Locked), SomeLedgers.Locked)?.Code);
        Assert.Null(LedgerRules.Refusal(SomeLedgers.Read(SomeLedgers.Locked), other));
        Assert.Equal("EX013", LedgerRules.Refusal(SomeLedgers.Read(SomeLedgers.Locked, SomeLedgers.Look(ExperimentAnswer.NotYet)), other)?.Code);
        Assert.Null(LedgerRules.Refusal(SomeLedgers.Read(SomeLedgers.Locked, SomeLedgers.Look(ExperimentAnswer.NotYet, experiment: "another")), other));
    }

    [Fact]
    public void A_result_is_of_a_forecast_or_a_decision_of_the_same_experiment()
    {
        var ledger = SomeLedgers.Read(SomeLedgers.Locked, SomeLedgers.Forecast(0.4, 0.3, 0.5), SomeLedgers.Decide(LedgerDecision.Launch));

        Assert.Null(LedgerRules.Refusal(ledger, SomeLedgers.Result(2, 0.4)));
        Assert.Null(LedgerRules.Refusal(ledger, SomeLedgers.Result(3, 0.4)));
        Assert.Equal("EX015", LedgerRules.Refusal(ledger, SomeLedgers.Result(1, 0.4))?.Code);
        Assert.Equal("EX015", LedgerRules.Refusal(ledger, SomeLedgers.Result(4, 0.4))?.Code);
        Assert.Equal("EX015", LedgerRules.Refusal(ledger, SomeLedgers.Result(2, 0.4, experiment: "another"))?.Code);
    }

    [Theory]
    [InlineData(0.2, 0.3, 0.5)]
    [InlineData(0.6, 0.3, 0.5)]
    [InlineData(double.NaN, 0.3, 0.5)]
    [InlineData(0.4, double.NaN, 0.5)]
    public void A_figure_lies_in_its_interval(double value, double low, double high) =>
        Assert.Equal("EX016", LedgerRules.Refusal(LedgerReading.Empty, SomeLedgers.Forecast(value, low, high))?.Code);

    [Fact]
    public void An_interval_may_be_open() => Assert.Null(LedgerRules.Refusal(LedgerReading.Empty, SomeLedgers.Forecast(0.4, double.NegativeInfinity, 0.5)));
}
