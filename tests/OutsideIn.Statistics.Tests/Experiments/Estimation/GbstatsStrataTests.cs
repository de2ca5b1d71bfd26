using System.Text.Json;
using OutsideIn.Experiments;
using OutsideIn.Statistics;
using OutsideIn.Tests.Support;

namespace OutsideIn.Tests.Experiments;

/// <summary>Oracle: shared/oracles/statistics/gbstats_poststrat.json: EffectMomentsPostStratification of gbstats 0.8.0; tolerance 1e-9.</summary>
public sealed class GbstatsStrataTests
{
    [Fact]
    public void Effects_with_and_without_strata_are_the_oracles()
    {
        var (numbers, derived) = (0, 0);
        foreach (var one in Oracle.Cases("gbstats_poststrat.json"))
        {
            derived += one.GetProperty("strata").EnumerateArray().Sum(static stratum => GbstatsSums.CompareDerived(stratum.GetProperty("control")) + GbstatsSums.CompareDerived(stratum.GetProperty("treatment")));
            var strata = one.GetProperty("strata").EnumerateArray()
                .Select(static stratum => new Stratum(GbstatsSums.Sums(stratum.GetProperty("control")), GbstatsSums.Sums(stratum.GetProperty("treatment"))))
                .ToArray();
            foreach (var setting in one.GetProperty("results").EnumerateObject())
            {
                numbers += Compare(strata, setting);
            }
        }

        Assert.Equal((4 * 4 * 5, 150), (numbers, derived));
    }

    private static int Compare(Stratum[] strata, JsonProperty setting)
    {
        var options = new ComparisonOptions
        {
            Scale = setting.Name.StartsWith("relative", StringComparison.Ordinal) ? EffectScale.Relative : EffectScale.Difference,
            Relative = RelativeInterval.Delta,
        };
        var found = setting.Name.EndsWith("True", StringComparison.Ordinal) ? PostStratification.Of(strata, options) : Together(strata, options);

        var expected = setting.Value;
        Assert.Equal(JsonValueKind.Null, expected.GetProperty("error").ValueKind);
        Oracle.AssertNear(expected.GetProperty("expected").Number(), found.Value!.Value, 1e-9);
        Oracle.AssertNear(expected.GetProperty("stddev").Number(), found.StandardError!.Value, 1e-9);
        Oracle.AssertNear(expected.GetProperty("ci")[0].Number(), found.Interval!.Value.Low, 1e-9);
        Oracle.AssertNear(expected.GetProperty("ci")[1].Number(), found.Interval.Value.High, 1e-9);
        Oracle.AssertNear(expected.GetProperty("p").Number(), found.PValue!.Value, 1e-9);
        return 5;
    }

    // gbstats takes shares of several strata for means from here on, dividing by n − 1.
    private static EffectEstimate Together(Stratum[] strata, ComparisonOptions options) => strata[0].Control switch
    {
        ShareSums => WelchComparison.Of(
            Sum(strata, static arm => new MeanSums(Moments.OfCounts(((ShareSums)arm).Successes, arm.Count)), static (one, other) => one + other, control: true),
            Sum(strata, static arm => new MeanSums(Moments.OfCounts(((ShareSums)arm).Successes, arm.Count)), static (one, other) => one + other, control: false), options),
        MeanSums => Of<MeanSums>(strata, static (one, other) => one + other, options),
        RatioSums => Of<RatioSums>(strata, static (one, other) => one + other, options),
        _ => Of<AdjustedSums>(strata, static (one, other) => one + other, options),
    };

    private static EffectEstimate Of<T>(Stratum[] strata, Func<T, T, T> plus, ComparisonOptions options)
        where T : ArmSums =>
        WelchComparison.Of(Sum(strata, static arm => (T)arm, plus, control: true), Sum(strata, static arm => (T)arm, plus, control: false), options);

    private static T Sum<T>(Stratum[] strata, Func<ArmSums, T> read, Func<T, T, T> plus, bool control)
        where T : ArmSums =>
        strata.Select(stratum => read(control ? stratum.Control : stratum.Treatment)).Aggregate(plus);
}
