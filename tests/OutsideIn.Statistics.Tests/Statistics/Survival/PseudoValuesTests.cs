using OutsideIn.Statistics;
using OutsideIn.Tests.Support;

namespace OutsideIn.Tests.Statistics;

/// <summary>Pseudo-values made in one pass, against leaving out one case after the other.</summary>
public sealed class PseudoValuesTests
{
    [Fact]
    public void Where_nothing_is_open_they_are_the_cases_own_values()
    {
        var group = new DurationGroup(new[] { 3.0, 1, 8, 5 }, new[] { CompetingEnd.Reached, CompetingEnd.Reached, CompetingEnd.Reached, CompetingEnd.Reached });

        AssertClose([1, 1, 0, 1], PseudoValues.ReachedBy(group, 5).Value());
        AssertClose([3, 1, 5, 5], PseudoValues.RestrictedMean(group, 5).Value());
    }

    [Fact]
    public void One_that_was_lost_never_reaches_it_and_waits_the_whole_limit()
    {
        var group = new DurationGroup(new[] { 2.0, 1, 9 }, new[] { CompetingEnd.Lost, CompetingEnd.Reached, CompetingEnd.Reached });

        AssertClose([0, 1, 0], PseudoValues.ReachedBy(group, 5).Value());
        AssertClose([5, 1, 5], PseudoValues.RestrictedMean(group, 5).Value());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void They_are_what_leaving_out_one_after_the_other_gives(int seed)
    {
        for (var round = 0; round < 200; round++)
        {
            var bits = new RandomBits(((ulong)seed << 32) + (ulong)round);
            var group = Some(ref bits, count: 3 + (int)(bits.Next() % 40));
            const double time = 6;
            if (!PseudoValues.ReachedBy(group, time).TryGet(out var values, out _))
            {
                continue;
            }

            var count = group.Count;
            var whole = ShareAt(group, time, without: -1);
            for (var index = 0; index < count; index++)
            {
                Assert.Equal((count * whole) - ((count - 1) * ShareAt(group, time, index)), values[index], 1e-9);
            }
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Restricted_means_are_what_leaving_out_one_after_the_other_gives(int seed)
    {
        for (var round = 0; round < 200; round++)
        {
            var bits = new RandomBits(((ulong)seed << 32) + (ulong)round);
            var group = Some(ref bits, count: 3 + (int)(bits.Next() % 40));
            const double limit = 6;
            if (!PseudoValues.RestrictedMean(group, limit).TryGet(out var values, out _))
            {
                continue;
            }

            var count = group.Count;
            var whole = TimeWithout(group, limit, without: -1);
            for (var index = 0; index < count; index++)
            {
                Assert.Equal((count * whole) - ((count - 1) * TimeWithout(group, limit, index)), values[index], 1e-9);
            }
        }
    }

    [Fact]
    public void Nobody_watched_long_enough_is_refused()
    {
        var group = new DurationGroup(new[] { 2.0, 1 }, new[] { CompetingEnd.Open, CompetingEnd.Reached });

        Assert.Equal("ST060", PseudoValues.ReachedBy(group, 5).Refusal().Code);
        Assert.Equal("ST060", PseudoValues.RestrictedMean(group, 5).Refusal().Code);
    }

    private static void AssertClose(double[] expected, double[] actual)
    {
        Assert.Equal(expected.Length, actual.Length);
        for (var index = 0; index < expected.Length; index++)
        {
            Assert.Equal(expected[index], actual[index], 1e-12);
        }
    }

    private static DurationGroup Some(ref RandomBits bits, int count)
    {
        var (durations, ends) = (new double[count], new CompetingEnd[count]);
        for (var index = 0; index < count; index++)
        {
            (durations[index], ends[index]) = (1 + (bits.Next() % 9), (CompetingEnd)(bits.Next() % 3));
        }

        return new DurationGroup(durations, ends);
    }

    // Worked from the definition: the product of what stays at each time, and the incidence of what is reached.
    private static double ShareAt(DurationGroup group, double time, int without) => Walk(group, time, without).Reached;

    private static double TimeWithout(DurationGroup group, double limit, int without) => Walk(group, limit, without).Time;

    private static (double Reached, double Time) Walk(DurationGroup group, double until, int without)
    {
        var rows = Enumerable.Range(0, group.Count).Where(row => row != without)
            .Select(row => (Duration: group.Durations.Span[row], End: group.Ends.Span[row])).ToList();
        var (waiting, reached, spent, at) = (1.0, 0.0, 0.0, 0.0);
        foreach (var time in rows.Select(static row => row.Duration).Where(time => time <= until).Distinct().Order())
        {
            double atRisk = rows.Count(row => row.Duration >= time);
            var hits = rows.Count(row => row.Duration == time && row.End == CompetingEnd.Reached);
            var losses = rows.Count(row => row.Duration == time && row.End == CompetingEnd.Lost);
            spent += (1 - reached) * (time - at);
            reached += waiting * hits / atRisk;
            waiting *= (atRisk - hits - losses) / atRisk;
            at = time;
        }

        return (reached, spent + ((1 - reached) * (until - at)));
    }
}
