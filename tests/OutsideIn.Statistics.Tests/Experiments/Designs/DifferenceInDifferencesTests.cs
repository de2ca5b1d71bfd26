using OutsideIn.Experiments;
using OutsideIn.Tests.Support;

namespace OutsideIn.Tests.Experiments;

public sealed class DifferenceInDifferencesTests
{
    /// <summary>Gneezy and Rustichini (2000), A fine is a price, J. Legal Studies 29: a fine for late pick-ups at six of ten day-care centres made lateness rise.</summary>
    [Fact]
    public void The_day_care_fine_made_lateness_rise_as_published()
    {
        var data = ModelData.Read("r_openintro_daycare_fines.csv");
        var effect = DifferenceInDifferences.Of(new()
        {
            Values = data.Numbers("late_pickups"),
            Units = [.. data.Numbers("center").Select(static center => (int)center)],
            Periods = [.. data.Numbers("week").Select(static week => (int)week)],
            ChangedFrom = [.. data.Texts("group").Select(static group => group == "test" ? (int?)5 : null)],
        });

        Assert.Equal(DidOracle.Case("daycare_fines_late_pickups").GetProperty("coef")[3].Number(), effect.Value!.Value, 9);
        Assert.True(effect.Interval!.Value.Low > 0);
        Assert.Equal((4, 6), (effect.ControlCount, effect.TreatmentCount));
        Assert.InRange(effect.Degrees!.Value, 3, 8);
    }

    /// <summary>Kessler and Roth (2014), NBER 20378; The Effect, ch. 18: California's change of the question moved registration by about −.0225.</summary>
    [Fact]
    public void One_changed_unit_gives_the_effect_and_no_interval()
    {
        var data = ModelData.Read("r_causaldata_organ_donations.csv");
        string[] states = [.. data.Texts("State").Distinct()];
        var effect = DifferenceInDifferences.Of(new()
        {
            Values = data.Numbers("Rate"),
            Units = [.. data.Texts("State").Select(state => Array.IndexOf(states, state))],
            Periods = [.. data.Numbers("Quarter_Num").Select(static quarter => (int)quarter)],
            ChangedFrom = [.. data.Texts("State").Select(static state => state == "California" ? (int?)4 : null)],
        });

        Assert.Equal(DidOracle.Case("organ_donation_california").GetProperty("coef")[3].Number(), effect.Value!.Value, 9);
        Assert.Equal("EX085", effect.Refusal!.Code);
        Assert.Null(effect.Interval);
        Assert.Null(effect.PValue);
    }

    /// <summary>Cheng and Hoekstra (2013): states adopted castle-doctrine laws in different years.</summary>
    [Fact]
    public void Staggered_adoption_is_refused_with_what_would_answer()
    {
        var data = ModelData.Read("r_causaldata_castle.csv");
        var adopted = data.Texts("sid").Zip(data.Texts("post"), data.Texts("year")).Where(static row => row.Second != "0")
            .GroupBy(static row => row.First).ToDictionary(static state => state.Key, static state => state.Min(static row => int.Parse(row.Third, System.Globalization.CultureInfo.InvariantCulture)));
        var effect = DifferenceInDifferences.Of(new()
        {
            Values = data.Numbers("l_homicide"),
            Units = [.. data.Numbers("sid").Select(static state => (int)state)],
            Periods = [.. data.Numbers("year").Select(static year => (int)year)],
            ChangedFrom = [.. data.Texts("sid").Select(state => adopted.TryGetValue(state, out var year) ? (int?)year : null)],
        });

        Assert.Equal("EX084", effect.Refusal!.Code);
        Assert.Contains("one wave at a time", effect.Refusal.Hint, StringComparison.Ordinal);
        Assert.Null(effect.Value);
    }

    [Fact]
    public void With_two_periods_and_equal_groups_it_is_the_t_test_of_the_changes()
    {
        // Changes 1, 2, 3 without and 5, 6, 7 with: difference 4, pooled variance 1, error √(2/3), 4 degrees of freedom.
        double[] changes = [1, 2, 3, 5, 6, 7];
        var effect = DifferenceInDifferences.Of(Panel(changes));

        Assert.Equal(4, effect.Value!.Value, 12);
        Assert.Equal(Math.Sqrt(2.0 / 3), effect.StandardError!.Value, 12);
        Assert.Equal(4, effect.Degrees!.Value, 9);
    }

    [Fact]
    public void Groups_that_moved_apart_before_are_told()
    {
        var values = Enumerable.Range(0, 12).SelectMany(static unit => Enumerable.Range(0, 8).Select(period => (unit < 6 ? 0 : 2.0 * period) + (0.1 * ((unit * 7 + period * 3) % 5))));
        var effect = DifferenceInDifferences.Of(new()
        {
            Values = [.. values],
            Units = [.. Enumerable.Range(0, 96).Select(static row => row / 8)],
            Periods = [.. Enumerable.Range(0, 96).Select(static row => row % 8)],
            ChangedFrom = [.. Enumerable.Range(0, 96).Select(static row => row / 8 < 6 ? null : (int?)5)],
        });

        Assert.False(effect.Checks[0].Holds);
    }

    [Fact]
    public void Nothing_before_is_refused() =>
        Assert.Equal("EX086", DifferenceInDifferences.Of(new() { Values = [1, 2], Units = [1, 2], Periods = [3, 3], ChangedFrom = [3, null] }).Refusal!.Code);

    private static UnitPeriods Panel(double[] changes) => new()
    {
        Values = [.. changes.SelectMany(static (change, unit) => new[] { 10.0 * unit, (10.0 * unit) + change })],
        Units = [.. changes.SelectMany(static (_, unit) => new[] { unit, unit })],
        Periods = [.. Enumerable.Range(0, 2 * changes.Length).Select(static row => row % 2)],
        ChangedFrom = [.. Enumerable.Range(0, 2 * changes.Length).Select(static row => row < 6 ? null : (int?)1)],
    };
}
