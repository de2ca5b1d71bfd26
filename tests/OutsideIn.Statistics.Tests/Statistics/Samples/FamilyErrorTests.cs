using OutsideIn.Statistics;
using OutsideIn.Tests.Support;

namespace OutsideIn.Tests.Statistics;

/// <summary>Oracle: shared/oracles/statistics/multiple_testing.json (statsmodels 0.13.5 multipletests), tolerance 1e-12.</summary>
public sealed class FamilyErrorTests
{
    private static readonly Dictionary<string, Func<double[], double[]>> Methods = new()
    {
        ["bonferroni"] = static p => FamilyError.Bonferroni(p),
        ["sidak"] = static p => FamilyError.Sidak(p),
        ["holm"] = static p => FamilyError.Holm(p),
        ["holm-sidak"] = static p => FamilyError.HolmSidak(p),
        ["simes-hochberg"] = static p => FamilyError.Hochberg(p),
        ["hommel"] = static p => FamilyError.Hommel(p),
        ["fdr_bh"] = static p => FalseDiscovery.BenjaminiHochberg(p),
        ["fdr_by"] = static p => FalseDiscovery.BenjaminiYekutieli(p),
        ["fdr_tsbh"] = static p => FalseDiscovery.TwoStageWhole(p),
        ["fdr_tsbky"] = static p => FalseDiscovery.TwoStage(p),
    };

    [Fact]
    public void Every_number_and_every_rejection_of_the_oracle_comes_out()
    {
        var compared = 0;
        foreach (var one in Oracle.Cases("multiple_testing.json"))
        {
            foreach (var (name, method) in Methods)
            {
                var (expected, actual) = (one.GetProperty(name), method(one.GetProperty("p").Numbers()));
                var adjusted = expected.GetProperty("adjusted").Numbers();
                Assert.Equal(adjusted.Length, actual.Length);
                for (var index = 0; index < actual.Length; index++)
                {
                    Oracle.AssertNear(adjusted[index], actual[index], 1e-12);
                    Assert.Equal(expected.GetProperty("reject")[index].GetBoolean(), actual[index] <= 0.05);
                    compared += 2;
                }
            }
        }

        Assert.Equal(1640, compared);
    }

    [Fact]
    public void Tiny_p_values_keep_their_digits()
    {
        // 1 − (1 − p)^m is m p for so small a p; computed as written it would be 0.
        Oracle.AssertNearRelatively(4e-300, FamilyError.Sidak([1e-300, 0.5, 0.5, 0.5])[0], 1e-12);
    }

    [Fact]
    public void Holms_intervals_agree_with_his_test_and_hold_together()
    {
        // Two effects, z = 2.1 and 1.0: Holm shows neither (one-sided 0.0179 > 0.0125), so both get Bonferroni's intervals.
        var effects = new[] { Effect(2.1), Effect(1.0) };
        var held = EffectFamily.Holm(effects);
        var wide = EffectFamily.Bonferroni(effects);
        Assert.Equal(wide[0].Interval, held[0].Interval);
        Oracle.AssertNear(2 * 2 * NormalDistribution.UpperTail(2.1), held[0].PValue!.Value, 1e-12);

        // z = 3.0 and 2.1: both are shown, and each has an end beyond 0 or at it: 3.0 − 2.2414 > 0, 2.1 − 2.2414 < 0.
        var shown = EffectFamily.Holm([Effect(3.0), Effect(2.1)]);
        Oracle.AssertNear(3.0 - 2.241402727604947, shown[0].Interval!.Value.Low, 1e-9);
        Assert.Equal(0, shown[1].Interval!.Value.Low);

        // z = 3.0 and 1.0: the one that is not shown gets the whole error left over, 1.0 ± 1.96 below, Bonferroni's above.
        var mixed = EffectFamily.Holm([Effect(3.0), Effect(1.0)]);
        Assert.Equal(0, mixed[0].Interval!.Value.Low);
        Oracle.AssertNear(1.0 - 1.959963984540054, mixed[1].Interval!.Value.Low, 1e-9);
        Oracle.AssertNear(1.0 + 2.241402727604947, mixed[1].Interval!.Value.High, 1e-9);
    }

    [Fact]
    public void Ratios_and_relative_effects_are_widened_on_the_scale_they_were_made_on()
    {
        var (ratio, relative) = (ShareEffect.Odds(new(100, 1000), new(150, 1000)), ShareEffect.Relative(new(100, 1000), new(150, 1000)));
        var family = EffectFamily.Bonferroni([ratio, relative]);

        Assert.Equal(ShareEffect.Odds(new(100, 1000), new(150, 1000), 0.975).Interval!.Value.High, family[0].Interval!.Value.High, 9);
        Assert.Equal(ShareEffect.Relative(new(100, 1000), new(150, 1000), 0.975).Interval!.Value.Low, family[1].Interval!.Value.Low, 9);
        Oracle.AssertNear(2 * relative.PValue!.Value, family[1].PValue!.Value, 1e-9);
    }

    [Fact]
    public void An_interval_of_another_kind_is_refused_rather_than_made_up()
    {
        // A score interval is not value ± so many errors.
        var family = EffectFamily.Holm([ShareEffect.Difference(new(2, 20), new(8, 20)), ShareEffect.Difference(new(0, 0), new(8, 20))]);

        Assert.Equal((null, null, "ST015"), (family[0].Interval, family[0].PValue, family[0].Refusal!.Code));
        Assert.Equal(0.3, family[0].Value!.Value, 12);
        Assert.Equal("ST010", family[1].Refusal!.Code);
    }

    private static EffectEstimate Effect(double z) => new()
    {
        Method = "z",
        Value = z,
        StandardError = 1,
        Interval = new Interval(z - NormalDistribution.TwoSided(0.95), z + NormalDistribution.TwoSided(0.95)),
        PValue = ChiSquareDistribution.BothTails(z),
    };
}
