using OutsideIn.Measures;
using OutsideIn.Tests.Support;

namespace OutsideIn.Tests.Measures;

public sealed class MeasureEngineTests
{
    private static readonly MeasureSyntax FromAskToPay = Measure(new TimeBetweenSyntax(false, First("Ask"), First("Pay"), default));

    [Fact]
    public void A_time_runs_to_the_first_such_event_from_its_begin_on_and_is_open_up_to_the_horizon()
    {
        // Horizon is the last event, minute 50: in c2 nothing was paid after it was asked for at 20.
        var values = Run(FromAskToPay, "0 Ask, 30 Pay, 40 Pay", "10 Pay, 20 Ask", "50 Pay");

        Assert.Equal([ValueState.Known, ValueState.Open, ValueState.NotApplicable], values.States.ToArray());
        Assert.Equal([30.0 * SmallLog.MinuteMicros, 30.0 * SmallLog.MinuteMicros, 0], values.Values.ToArray());
    }

    [Fact]
    public void Events_are_counted_that_the_filter_lets_through()
    {
        var phone = new CompareSyntax(new NameSyntax("channel", default, IsQuoted: false), Comparison.Equal, new TextLiteralSyntax("PHONE", default), default);

        var values = Run(Measure(new CountSyntax(Named("Ask*"), default)) with { Where = phone }, "0 Ask #phone, 1 Ask again #phone, 2 Ask #web", "0 Pay #phone");

        Assert.Equal([2, 0], values.Values.ToArray());
    }

    [Fact]
    public void An_answer_tells_when_it_was_certain()
    {
        var has = new HasSyntax(false, Named("Pay"), HasRelation.After, First("Ask"), new DurationSyntax(1, DurationUnit.Hour, default), default);

        var values = Run(Measure(has), "0 Ask, 60 Pay", "0 Ask, 61 Pay", "30 Ask", "70 Pay");

        Assert.Equal([ValueState.Known, ValueState.Known, ValueState.Open, ValueState.NotApplicable], values.States.ToArray());
        Assert.Equal([1, 0, 0, 0], values.Values.ToArray());
        Assert.Equal([60, 60, 40, 0], values.WaitMicros.ToArray().Select(static wait => wait / SmallLog.MinuteMicros));
    }

    [Fact]
    public void A_plan_of_another_log_is_refused()
    {
        var plan = MeasureCompiler.Plan(FromAskToPay, MeasuredLog.Of(SmallLog.Of("0 Ask")));

        Assert.Throws<ArgumentException>(() => MeasureEngine.Run(MeasuredLog.Of(SmallLog.Of("0 Ask")), [plan], CancellationToken.None));
    }

    private static MeasureValues Run(MeasureSyntax measure, params string[] cases)
    {
        var log = MeasuredLog.Of(SmallLog.Of(cases));
        return MeasureEngine.Run(log, [MeasureCompiler.Plan(measure, log)], TestContext.Current.CancellationToken)[0];
    }

    private static MeasureSyntax Measure(ValueSyntax value) => new(value, null, null, null, false, default);

    private static EventAnchorSyntax First(string name) => new(Occurrence.First, Named(name), default);

    private static EventsSyntax Named(string name) => new(EventSort.Named, [new NameSyntax(name, default)], default);
}
