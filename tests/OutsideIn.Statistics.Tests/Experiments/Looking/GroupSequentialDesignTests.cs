using System.Text.Json;
using OutsideIn.Experiments;
using OutsideIn.Tests.Support;

namespace OutsideIn.Tests.Experiments;

/// <summary>Oracle: group_sequential.json, a recursive Gauss–Legendre integration that matches the published Lan–DeMets and Pocock tables.</summary>
public sealed class GroupSequentialDesignTests
{
    private const double Tolerance = 1e-5;

    [Fact]
    public void Every_boundary_drift_and_inflation_is_the_same()
    {
        var (cases, compared) = (0, 0);
        foreach (var one in Cases("spending"))
        {
            var options = new GroupSequentialOptions(one.GetProperty("alpha").GetDouble(), Spending(one))
            {
                IsTwoSided = one.GetProperty("two_sided").GetBoolean(),
            };
            var design = GroupSequentialDesign.Of(one.GetProperty("info").Numbers(), options).Value();
            var drift = design.DriftFor(0.8);
            compared += Compare(one.GetProperty("z_bounds").Numbers(), design.UpperBounds);
            compared += CompareTails(one.GetProperty("cum_alpha_per_side").Numbers(), design.CumulativeError);
            compared += Compare([one.GetProperty("drift_for_80_power").GetDouble()], [drift]);
            compared += Compare([one.GetProperty("max_n_inflation_vs_fixed").GetDouble()], [design.Inflation(0.8)]);
            compared += Compare(one.GetProperty("cum_upper_cross_at_drift").Numbers(), design.CumulativeCrossing(drift));
            compared += CompareExpected(one.GetProperty("expected_info_at_drift").GetDouble(), design, drift);
            cases++;
        }

        Assert.Equal((120, 2_220), (cases, compared));
    }

    [Fact]
    public void The_classical_constants_of_Pocock_and_of_OBrien_and_Fleming_are_crossed_five_times_in_a_hundred()
    {
        var compared = 0;
        foreach (var one in Cases("classical"))
        {
            var (count, constant) = (one.GetProperty("K").GetInt32(), one.GetProperty("constant").GetDouble());
            var isPocock = one.GetProperty("kind").GetString() == "pocock";
            Oracle.AssertNear(constant, Search.Root(trial => one.GetProperty("alpha").GetDouble() - EverCrossed(count, trial, isPocock), 1, 5), Tolerance);
            compared++;
        }

        Assert.Equal(10, compared);
    }

    [Fact]
    public void Ninety_daily_looks_have_finite_boundaries_that_fall_towards_the_single_looks()
    {
        // At 1/90 of the information O'Brien and Fleming ask for about 21 standard errors, a tail near 1e-99 that 1 - Φ would lose.
        var design = GroupSequentialDesign.OfEqualLooks(90, new GroupSequentialOptions(0.05, SpendingFunction.OBrienFleming)).Value();

        Assert.All(design.UpperBounds, static bound => Assert.InRange(bound, 1.96, 22));
        Assert.Equal(design.UpperBounds.OrderDescending(), design.UpperBounds);
        Assert.Equal(0.025, design.CumulativeCrossing(0)[^1], 1e-7);
        Assert.InRange(design.UpperBounds[^1], 2.10, 2.20);
    }

    [Fact]
    public void Looks_that_come_close_together_and_more_information_than_planned_still_spend_exactly_what_is_there()
    {
        var options = new GroupSequentialOptions(0.05, SpendingFunction.Pocock);
        var design = GroupSequentialDesign.Of([0.2, 0.201, 0.6, 1.15], options).Value();

        Assert.Equal(0.025, design.CumulativeCrossing(0)[^1], 1e-7);
        Assert.Equal(0.025, design.CumulativeError[^1]);
    }

    [Fact]
    public void An_end_with_less_information_than_planned_spends_all_that_is_left()
    {
        var options = new GroupSequentialOptions(0.05, SpendingFunction.OBrienFleming) { EndsWithLastLook = true };
        var design = GroupSequentialDesign.Of([0.3, 0.7], options).Value();

        Assert.Equal(0.025, design.CumulativeCrossing(0)[^1], 1e-7);
        Assert.InRange(design.UpperBounds[^1], 1.959, 1.97);
    }

    [Fact]
    public void Stopping_for_futility_keeps_the_power_it_promises_and_never_asks_for_less_than_the_single_look()
    {
        var design = GroupSequentialDesign.OfEqualLooks(5, new GroupSequentialOptions(0.05, SpendingFunction.OBrienFleming)).Value();

        var futility = design.Futility(0.8, SpendingFunction.OBrienFleming);

        Assert.Equal(0.8, PowerWith(design, futility), 1e-6);
        Assert.Equal(design.UpperBounds[^1], futility.Lower[^1]);
        Assert.Equal(futility.Lower.Order(), futility.Lower);
        Assert.InRange(futility.Drift, design.DriftFor(0.8), 1.08 * design.DriftFor(0.8));
    }

    [Theory]
    [InlineData(0.5, 0.5)]
    [InlineData(0.0, 1.0)]
    [InlineData(0.7, 0.3)]
    public void Looks_that_do_not_go_up_are_refused(double first, double second)
    {
        var options = new GroupSequentialOptions(0.05, SpendingFunction.OBrienFleming);

        Assert.Equal("EX058", GroupSequentialDesign.Of([first, second], options).Refusal().Code);
    }

    [Fact]
    public void A_way_of_spending_that_is_not_there_is_refused()
    {
        Assert.Equal("Pocock", SpendingFunction.Named("pocock").Value().Name);
        Assert.Equal("EX057", SpendingFunction.Named("all at once").Refusal().Code);
    }

    private static double PowerWith(GroupSequentialDesign design, FutilityBounds futility)
    {
        var (path, power) = (new SequentialPath(futility.Drift), 0.0);
        for (var look = 0; look < design.Information.Count; look++)
        {
            power += path.Above(design.Information[look], design.UpperBounds[look]);
            if (look + 1 < design.Information.Count)
            {
                path.Advance(design.Information[look], futility.Lower[look], design.UpperBounds[look], design.Information[look + 1]);
            }
        }

        return power;
    }

    private static double EverCrossed(int count, double constant, bool isPocock)
    {
        var (path, crossed) = (new SequentialPath(0), 0.0);
        for (var look = 1; look <= count; look++)
        {
            var (time, next) = ((double)look / count, (look + 1.0) / count);
            var bound = isPocock ? constant : constant / Math.Sqrt(time);
            crossed += path.Above(time, bound) + path.Below(time, -bound);
            path.Advance(time, -bound, bound, next);
        }

        return crossed;
    }

    // The reference counts only stops above. Stops below end a two-sided experiment as well: ours is never more than its.
    private static int CompareExpected(double expected, GroupSequentialDesign design, double drift)
    {
        var (upper, sum, before) = (design.CumulativeCrossing(drift), 0.0, 0.0);
        for (var look = 0; look < upper.Count; look++)
        {
            var stopped = look == upper.Count - 1 ? 1 : upper[look];
            sum += design.Information[look] * (stopped - before);
            before = stopped;
        }

        Oracle.AssertNear(expected, sum, Tolerance);
        Assert.InRange(design.ExpectedInformation(drift), sum - 0.001, sum + 1e-12);
        return 1;
    }

    private static IEnumerable<JsonElement> Cases(string group)
    {
        using var document = JsonDocument.Parse(File.ReadAllText(SharedData.At("oracles/statistics/group_sequential.json")));
        return [.. document.RootElement.GetProperty("cases").GetProperty(group).Clone().EnumerateArray()];
    }

    private static SpendingFunction Spending(JsonElement one) => one.GetProperty("spending").GetString() switch
    {
        "obf" => SpendingFunction.OBrienFleming,
        "pocock" => SpendingFunction.Pocock,
        "hsd" => SpendingFunction.HwangShihDeCani(one.GetProperty("gamma").GetDouble()),
        "power1" => SpendingFunction.Power(1),
        _ => SpendingFunction.Power(3),
    };

    private static int Compare(double[] expected, IReadOnlyList<double> actual)
    {
        Assert.Equal(expected.Length, actual.Count);
        foreach (var (left, right) in expected.Zip(actual))
        {
            Oracle.AssertNear(left, right, Tolerance);
        }

        return expected.Length;
    }

    private static int CompareTails(double[] expected, IReadOnlyList<double> actual)
    {
        foreach (var (left, right) in expected.Zip(actual))
        {
            Oracle.AssertNearRelatively(left, right, 1e-9);
        }

        return expected.Length;
    }
}
