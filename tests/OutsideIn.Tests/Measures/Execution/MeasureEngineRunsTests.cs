using OutsideIn.Events;
using OutsideIn.Measures;
using OutsideIn.Measures.Internals;
using OutsideIn.Tests.Support;

namespace OutsideIn.Tests.Measures;

public sealed class MeasureEngineRunsTests
{
    private static readonly string[] Texts =
    [
        "time from \"Ask\" to \"Pay\"", "count of \"Ask\"", "has \"Pay\" within 30m of first \"Ask\"", "has no \"Pay\"", "count of teams",
        "waiting time", "count of events per customer", "has \"Pay\" per customer", "sum of cost for cases where team = \"Desk\" per customer", "max of cost",
    ];

    [Fact]
    public void Values_handed_over_one_by_one_are_those_of_a_run_that_keeps_them()
    {
        var log = Large(30_000);
        var plans = Plans(log, [.. Texts, .. Texts, .. Texts, .. Texts]);
        var kept = MeasureEngine.Run(log, plans, TestContext.Current.CancellationToken);
        List<int> met = [];

        MeasureEngine.RunEach(log, plans, (index, values) =>
        {
            met.Add(index);
            Assert.True(kept[index].States.SequenceEqual(values.States));
            Assert.Equal(kept[index].Values, values.Values);
            Assert.Equal(kept[index].WaitMicros, values.WaitMicros);
            Assert.Same(plans[index], values.Plan);
        }, TestContext.Current.CancellationToken);

        Assert.Equal(Enumerable.Range(0, plans.Length), met.Order());
    }

    [Fact]
    public void Two_runs_give_the_same_to_the_last_bit()
    {
        var log = Large(20_000);
        var plans = Plans(log, Texts);

        var (one, other) = (MeasureEngine.Run(log, plans, TestContext.Current.CancellationToken), MeasureEngine.Run(log, plans, TestContext.Current.CancellationToken));

        Assert.All(one.Zip(other), static pair => Assert.Equal(pair.First.Values, pair.Second.Values));
    }

    [Fact]
    public void Nothing_is_allocated_per_case_once_a_block_has_its_room()
    {
        var log = Large(5_000);
        var plans = Plans(log, [.. Texts.Where(static text => !text.Contains("per customer", StringComparison.Ordinal))]);
        var block = new RowBlocks(Population.OfCases(log), plans.SelectMany(static plan => plan.Program!.RowMasks)).Take();
        var buffers = plans.Select(static _ => new ValueBuffer(5_000)).ToArray();
        Array.ForEach(buffers.Zip(plans).ToArray(), static pair => pair.First.Prepare(pair.Second));
        Pass(block, buffers, plans);
        var before = GC.GetAllocatedBytesForCurrentThread();

        Pass(block, buffers, plans);

        // Ten blocks may take a small object each; five thousand cases may not take a byte each.
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 10 * 64);
    }

    [Fact]
    public void A_run_that_is_stopped_says_so()
    {
        var log = Large(1_000);
        using var stop = new CancellationTokenSource();
        stop.Cancel();

        Assert.ThrowsAny<OperationCanceledException>(() => MeasureEngine.Run(log, Plans(log, Texts), stop.Token));
    }

    [Fact]
    public void What_the_callers_code_throws_comes_through()
    {
        var log = Large(30_000);
        string[] texts = [.. Texts, .. Texts, .. Texts, .. Texts];

        Assert.Throws<FormatException>(() => MeasureEngine.RunEach(
            log, Plans(log, texts), static (_, _) => throw new FormatException(), TestContext.Current.CancellationToken));
    }

    [Fact]
    public void Progress_rises_to_one()
    {
        var log = Large(2_000);
        List<double> told = [];

        MeasureEngine.Run(log, Plans(log, Texts), TestContext.Current.CancellationToken, new Told(told));

        Assert.Equal(told.Order(), told);
        Assert.Equal(1, told[^1]);
    }

    [Fact]
    public void No_plans_give_no_values() =>
        Assert.Empty(MeasureEngine.Run(MeasuredLog.Of(SmallLog.Of("0 Ask")), [], TestContext.Current.CancellationToken));

    [Fact]
    public void A_log_without_events_has_no_values()
    {
        var log = MeasuredLog.Of(new EventLogBuilder().Build());
        var plan = MeasureCompiler.Plan(MeasureParser.Parse("count of events").Tree, log);

        Assert.Equal(0, MeasureEngine.Run(log, [plan], TestContext.Current.CancellationToken)[0].Count);
    }

    private static void Pass(RowBlock block, ValueBuffer[] buffers, MeasurePlan[] plans)
    {
        for (var first = 0; first < 5_000; first += 500)
        {
            block.Open(first, first + 500);
            for (var index = 0; index < plans.Length; index++)
            {
                buffers[index].Fill(block, plans[index], null);
            }
        }
    }

    private static MeasurePlan[] Plans(MeasuredLog log, string[] texts) => [.. texts.Select(text =>
    {
        var compiled = MeasureCompiler.Compile(text, null, log);
        Assert.DoesNotContain(compiled.Diagnostics, static one => one.Severity == MeasureSeverity.Error);
        return compiled.Plan!;
    })];

    // Cases of one to five events, three of four with an Ask, teams and costs here and there.
    private static MeasuredLog Large(int cases)
    {
        var builder = new EventLogBuilder();
        for (var index = 0; index < cases; index++)
        {
            var code = builder.Case($"case {index}");
            for (var place = 0; place <= index % 5; place++)
            {
                builder.Add(new EventRow(code, builder.Activity((index + place) % 4 == 0 ? "Pay" : "Ask"), SmallLog.Minute(index + (place * 17)))
                {
                    Team = (index + place) % 3 == 0 ? builder.Name(ColumnRole.Team, "Desk") : builder.Name(ColumnRole.Team, "Motor"),
                    Customer = builder.Name(ColumnRole.Customer, $"customer {index % 700}"),
                    Cost = place == 3 ? double.NaN : index + place,
                });
            }
        }

        return MeasuredLog.Of(builder.Build());
    }

    private sealed class Told(List<double> told) : IProgress<double>
    {
        public void Report(double value) => told.Add(value);
    }
}
