using System.Text.Json;
using OutsideIn.Experiments;
using OutsideIn.Statistics;
using OutsideIn.Tests.Support;

namespace OutsideIn.Tests.Experiments;

/// <summary>
/// Oracle: shared/oracles/statistics/gbstats_power.json: MidExperimentPower of gbstats 0.8.0 on the pairs of gbstats_ab.json; power to
/// 1e-10; its growth stops where power is within 1e-5 of what is wanted, so that is what its numbers are held to.
/// </summary>
public sealed class GbstatsPowerTests
{
    [Fact]
    public void Power_so_far_and_units_still_needed_are_the_oracles()
    {
        var pairs = Oracle.Cases("gbstats_ab.json").ToDictionary(static one => one.GetProperty("id").GetString()!);
        var numbers = 0;
        foreach (var one in Oracle.Cases("gbstats_power.json"))
        {
            var soFar = SoFar(pairs[one.GetProperty("id").GetString()!]);
            var question = Question(one);
            Oracle.AssertNearRelatively(one.GetProperty("variance").Number(), soFar.StandardError!.Value * soFar.StandardError.Value, 1e-9);
            Assert.Equal(one.GetProperty("pairwise_n").GetInt64(), soFar.ControlCount + soFar.TreatmentCount);

            var found = MidwayPower.Of(soFar, question).Value();

            Oracle.AssertNear(one.GetProperty("power_now").Number(), found.Now, 1e-10);
            Assert.Equal("successful", one.GetProperty("message").GetString());
            AssertGrowth(one, soFar, question, found);
            numbers += 5;
        }

        Assert.Equal(48 * 5, numbers);
    }

    private static void AssertGrowth(JsonElement one, EffectEstimate soFar, MidwayQuestion question, MidwayPower found)
    {
        var growth = one.GetProperty("scaling_factor").Number();
        if (growth == 0)
        {
            // Enough already: the oracle then has null for the further units.
            Assert.Equal((0.0, 0.0, JsonValueKind.Null), (found.Growth, found.MoreUnits, one.GetProperty("additional_users").ValueKind));
            return;
        }

        Assert.InRange(MidwayPower.At(soFar, question, growth), found.Wanted - 1e-5, found.Wanted + 1e-5);
        Oracle.AssertNear(found.Wanted, MidwayPower.At(soFar, question, found.Growth), 1e-9);
        Oracle.AssertNearRelatively(growth, found.Growth, 1e-3);
        Oracle.AssertNearRelatively(one.GetProperty("additional_users").Number(), found.MoreUnits, 1e-3);
    }

    private static EffectEstimate SoFar(JsonElement pair) => WelchComparison.Of(
        GbstatsSums.Sums(pair.GetProperty("control")), GbstatsSums.Sums(pair.GetProperty("treatment")),
        new ComparisonOptions { Scale = EffectScale.Relative, Relative = RelativeInterval.Delta });

    private static MidwayQuestion Question(JsonElement one)
    {
        var outcomes = one.GetProperty("num_goal_metrics").GetInt32();
        return new MidwayQuestion
        {
            MinimumEffect = one.GetProperty("target_mde").Number(),
            Outcomes = outcomes,
            Comparisons = one.GetProperty("p_value_corrected").GetBoolean() ? outcomes * (one.GetProperty("num_variations").GetInt32() - 1) : 1,
            Tuning = one.GetProperty("sequential").GetBoolean() ? 5000 : null,
        };
    }
}
