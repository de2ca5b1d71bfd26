using OutsideIn.Measures;
using OutsideIn.Simulation;
using OutsideIn.Tests.Support;
using static OutsideIn.Tests.Support.SomeValues;

namespace OutsideIn.Tests.Measures.Objectives;

public sealed class MeasureComparisonTests
{
    private const int Runs = 1_000;

    [Fact]
    public void Where_nothing_changed_open_cases_raise_no_more_alarms_than_chance_and_dropping_them_does()
    {
        // Oracle: calibration.json, open_cases_before_after_no_true_change: 96 % false alarms on closed cases only. 2,000 runs: bench, openCases.
        var (counted, dropped) = (0, 0);
        for (var run = 1; run <= Runs; run++)
        {
            var (all, closed) = OpenCases.Logs((ulong)run);
            counted += OpenCases.Compare(all, 14)!.PValue < 0.05 ? 1 : 0;
            dropped += OpenCases.Compare(closed, 14)!.PValue < 0.05 ? 1 : 0;
        }

        Assert.InRange(counted, Runs * 0.02, Runs * 0.06);
        Assert.InRange(dropped, Runs * 0.9, Runs);
    }

    [Fact]
    public void Before_and_after_are_told_with_their_medians_and_a_sentence()
    {
        SomeValue[] rows = [.. VerdictsTests.Many(60, Known(2, 1)), .. VerdictsTests.Many(40, Known(8, 1)), .. VerdictsTests.Many(90, Known(2, 40)), .. VerdictsTests.Many(10, Open(9, 40))];

        var comparison = MeasureComparison.BeforeAfter(Times(rows), Goal("90% of cases <= 3d"), SmallLog.OriginMicros + (long)(20 * DayMicros), AsOf(60)).Value();

        Assert.Equal((0.6, 0.9), (comparison.First.Value, comparison.Second.Value));
        Assert.Equal(0.3, comparison.Difference.Value, 12);
        Assert.True(comparison.PValue < 0.001);
        Assert.Equal([2 * DayMicros, 2 * DayMicros], comparison.Medians.Select(static one => one.Value!.Value));
        Assert.StartsWith("60.0 % (", comparison.Sentence, StringComparison.Ordinal);
        Assert.Contains("of 100 after: a higher share, a difference of 30.0 points (", comparison.Sentence, StringComparison.Ordinal);
        Assert.EndsWith("; 10 still open.", comparison.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void A_side_without_an_answer_is_refused()
    {
        var values = Times([Known(1, 1), Known(5, 1), Open(2, 40)]);

        Assert.Equal("ME009", MeasureComparison.BeforeAfter(values, Goal("90% of cases <= 3d"), SmallLog.Minute(20 * 1_440), AsOf(42)).Refusal().Code);
        Assert.Equal("ME009", MeasureComparison.BeforeAfter(values, Goal("90% of cases <= 3d"), SmallLog.Minute(0), AsOf(42)).Refusal().Code);
        Assert.Throws<ArgumentException>(() => MeasureComparison.BeforeAfter(values, Goal("median <= 3d"), 0, AsOf(42)));
    }

    [Fact]
    public void A_verdict_is_rarely_met_where_the_truth_is_at_the_target()
    {
        // Exponential with 90 % within ln 10 days, a third of the cases cut while open: at the border met and missed are each wrong.
        var stream = RandomSource.Open(17, "verdicts");
        var (met, missed) = (0, 0);
        for (var run = 0; run < Runs; run++)
        {
            var rows = new SomeValue[200];
            for (var row = 0; row < rows.Length; row++)
            {
                var (wait, horizon) = (stream.NextExponential(mean: 1), 6 * stream.NextUnit());
                rows[row] = wait <= horizon ? Known(wait, 1) : Open(horizon, 1);
            }

            var verdict = Verdicts.Judge(Times(rows), Goal("90% of cases <= 2.302585092994046d by 2026-01-31"), AsOf(40));
            (met, missed) = (met + (verdict.Kind == VerdictKind.Met ? 1 : 0), missed + (verdict.Kind == VerdictKind.Missed ? 1 : 0));
        }

        // 2.5 % and five standard errors of this many runs (0.0049 each) on top.
        Assert.InRange((double)met / Runs, 0, 0.05);
        Assert.InRange((double)missed / Runs, 0, 0.05);
        Assert.True(met + missed > 0);
    }
}
