using OutsideIn.Experiments;
using OutsideIn.Statistics;
using OutsideIn.Tests.Support;

namespace OutsideIn.Tests.Experiments;

public sealed class StagewiseEstimateTests
{
    private static readonly GroupSequentialOptions Options = new(0.05, SpendingFunction.OBrienFleming);

    [Fact]
    public void A_single_look_is_the_usual_estimate()
    {
        var design = GroupSequentialDesign.Of([1], Options).Value();

        var estimate = StagewiseEstimate.Of(design, -2.3, 1.1, 0.95);

        Assert.Equal(-2.3, estimate.Value, 1e-9);
        Assert.Equal(-2.3 - (1.959963984540054 * 1.1), estimate.Interval.Low, 1e-8);
        Assert.Equal(-2.3 + (1.959963984540054 * 1.1), estimate.Interval.High, 1e-8);
        Assert.Equal(ChiSquareDistribution.BothTails(2.3 / 1.1), estimate.PValue, 1e-12);
    }

    [Fact]
    public void A_stop_at_the_first_look_is_the_usual_estimate_because_nothing_could_have_stopped_before()
    {
        var design = GroupSequentialDesign.Of([0.4], Options).Value();

        Assert.Equal(4, StagewiseEstimate.Of(design, 4, 1, 0.95).Value, 1e-9);
    }

    [Theory]
    [InlineData(0.0)]
    [InlineData(2.0)]
    public void Over_many_stops_it_is_too_high_half_the_time_where_the_plain_estimate_is_not(double drift)
    {
        const int runs = 800;
        double[] looks = [0.25, 0.5, 0.75, 1];
        var full = GroupSequentialDesign.Of(looks, new GroupSequentialOptions(0.05, SpendingFunction.Pocock)).Value();
        var designs = looks.Select((_, look) => GroupSequentialDesign.Of(looks[..(look + 1)], new GroupSequentialOptions(0.05, SpendingFunction.Pocock)).Value()).ToArray();
        var bits = new RandomBits(8);
        var (above, plainAbove, held) = (0, 0, 0);
        for (var run = 0; run < runs; run++)
        {
            var (look, z) = Stopped(full, drift, ref bits);
            var error = 1 / Math.Sqrt(looks[look]);
            var estimate = StagewiseEstimate.Of(designs[look], z * error, error, 0.9);
            above += estimate.Value > drift ? 1 : 0;
            plainAbove += z * error > drift ? 1 : 0;
            held += estimate.Interval.Contains(drift) ? 1 : 0;
        }

        // Standard deviation of a half over 800 runs is 1.8 %, of nine tenths 1.1 %; four of them.
        Assert.InRange((double)above / runs, 0.43, 0.57);
        Assert.InRange((double)held / runs, 0.857, 0.943);
        Assert.True(drift != 2.0 || plainAbove > above);
    }

    private static (int Look, double Z) Stopped(GroupSequentialDesign design, double drift, ref RandomBits bits)
    {
        var (score, before, look) = (0.0, 0.0, 0);
        while (true)
        {
            var time = design.Information[look];
            var unit = ((bits.Next() >> 11) + 0.5) / (1UL << 53);
            score += (drift * (time - before)) + (Math.Sqrt(time - before) * NormalDistribution.Quantile(unit));
            var z = score / Math.Sqrt(time);
            if (Math.Abs(z) >= design.UpperBounds[look] || look == design.Information.Count - 1)
            {
                return (look, z);
            }

            (before, look) = (time, look + 1);
        }
    }
}
