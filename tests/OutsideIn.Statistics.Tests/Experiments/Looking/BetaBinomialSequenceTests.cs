using OutsideIn.Experiments;
using OutsideIn.Tests.Support;

namespace OutsideIn.Tests.Experiments;

public sealed class BetaBinomialSequenceTests
{
    [Fact]
    public void Every_evidence_and_interval_is_the_same()
    {
        // Oracle: sequential_betabinomial.json, the closed form.
        var compared = 0;
        foreach (var one in Oracle.Cases("sequential_betabinomial.json"))
        {
            double Of(string field) => one.GetProperty(field).Number();
            var sequence = new BetaBinomialSequence(Of("a"), Of("b"));
            var interval = sequence.Interval(Of("x"), Of("n"), 0.05);
            Oracle.AssertNear(Of("log_evalue"), sequence.LogEvidence(Of("x"), Of("n"), Of("p0")), 1e-10);
            Oracle.AssertNear(Of("p"), sequence.PValue(Of("x"), Of("n"), Of("p0")), 1e-10);
            compared += 2;
            if (one.TryGetProperty("cs95", out var expected))
            {
                Oracle.AssertNear(expected[0].Number(), interval.Low, 1e-9);
                Oracle.AssertNear(expected[1].Number(), interval.High, 1e-9);
                compared += 2;
            }
        }

        Assert.Equal((28 * 2) + (24 * 2), compared);
    }

    [Fact]
    public void Two_streams_of_events_are_compared_by_the_share_of_the_second()
    {
        // By hand: with the share's interval (low, high) the ratio is odds × exposure of the first ÷ exposure of the second.
        var sequence = new BetaBinomialSequence(1, 1);
        var share = sequence.Interval(60, 100, 0.05);

        var ratio = sequence.RateRatio(40, 2_000, 60, 1_000, 0.05);

        Assert.Equal(share.Low / (1 - share.Low) * 2, ratio.Low, 1e-12);
        Assert.Equal(share.High / (1 - share.High) * 2, ratio.High, 1e-12);
    }

    [Fact]
    public void No_events_leave_the_ends_open()
    {
        var sequence = new BetaBinomialSequence(0.5, 0.5);

        Assert.Equal((0, 1), (sequence.Interval(0, 0, 0.05).Low, sequence.Interval(0, 0, 0.05).High));
        Assert.Equal(0, sequence.Interval(0, 50, 0.05).Low);
        Assert.Equal(1, sequence.Interval(50, 50, 0.05).High);
        Assert.InRange(sequence.Interval(0, 50, 0.05).High, 0.05, 0.25);
        Assert.Equal(double.PositiveInfinity, sequence.RateRatio(0, 1, 5, 1, 0.05).High);
    }
}
