using OutsideIn.Measures;
using OutsideIn.Simulation;
using OutsideIn.Tests.Support;
using static OutsideIn.Tests.Support.SomeValues;

namespace OutsideIn.Tests.Measures.Objectives;

public sealed class TrendTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(0.15)]
    public void Months_that_differ_for_no_reason_of_time_are_rarely_called_a_trend(double spread)
    {
        // Twelve months of 60 cases; the share of each month is 0.5, or anything from 0.35 to 0.65.
        const int Runs = 400;
        var stream = RandomSource.Open(23, "trend");
        var alarms = 0;
        for (var run = 0; run < Runs; run++)
        {
            var rows = new List<SomeValue>();
            for (var month = 0; month < 12; month++)
            {
                var share = 0.5 + (spread * ((2 * stream.NextUnit()) - 1));
                rows.AddRange(Enumerable.Range(0, 60).Select(_ => Known(stream.NextUnit() < share ? 1 : 0, (month * 30.4) + 2)));
            }

            alarms += Trend(rows).StartsWith("No change", StringComparison.Ordinal) ? 0 : 1;
        }

        // 0.05 and five standard errors of this many runs (0.0109 each) on top.
        Assert.InRange((double)alarms / Runs, 0.005, 0.105);
    }

    [Fact]
    public void A_slope_beyond_chance_is_told_whichever_way_it_leads()
    {
        List<SomeValue> rows = [.. Enumerable.Range(0, 8).SelectMany(static month =>
            VerdictsTests.Many(90 - (8 * month), Known(1, (month * 30.4) + 2)).Concat(VerdictsTests.Many(10 + (8 * month), Known(0, (month * 30.4) + 2))))];

        Assert.Equal("Getting worse over 8 whole months (2026-01 to 2026-08).", Trend(rows));
        Assert.Equal("Getting better over 8 whole months (2026-01 to 2026-08).", Trend(rows, "at most 5% of cases yes"));
    }

    private static string Trend(IReadOnlyList<SomeValue> rows, string objective = "90% of cases yes") =>
        Verdicts.Judge(Answers(rows), Goal(objective), AsOf(400)).Trend!;
}
