using OutsideIn.Experiments;
using OutsideIn.Tests.Support;

namespace OutsideIn.Tests.Experiments;

/// <summary>Goals 3, 4 and 10 of the design, held on seeded simulations; the usual ways fail them, or the comparison would show nothing.</summary>
public sealed class LookingCalibrationTests
{
    private static readonly IReadOnlyList<CalibrationRow> Rows = MeasuredParts.Of("Looking");

    [Fact]
    public void Looking_every_day_raises_no_more_than_five_and_a_half_false_alarms_in_a_hundred_and_keeps_the_power()
    {
        var aimed = Rows.Where(static row => row is { Goal: "3", Aim: not null }).ToArray();

        Assert.Equal(11, aimed.Length);
        Assert.All(aimed, static row => Assert.True(row.IsMet, EstimationCalibrationTests.Line(row)));
        Assert.All(
            Rows.Where(static row => row.Goal == "3" && row.Method.StartsWith("the usual way", StringComparison.Ordinal)),
            static row => Assert.True(row.Value > 0.15, EstimationCalibrationTests.Line(row)));
    }

    [Fact]
    public void A_change_that_harms_a_guardrail_by_its_margin_passes_at_most_two_and_a_half_times_in_a_hundred()
    {
        var aimed = Rows.Single(static row => row is { Goal: "4", Aim: 0.025 });

        Assert.True(aimed.IsMet, EstimationCalibrationTests.Line(aimed));
        Assert.Contains(Rows, static row => row.Goal == "4" && row.Value > 0.65);
    }

    [Fact]
    public void A_loss_of_five_per_cent_is_always_found_and_sound_experiments_are_let_be()
    {
        var aimed = Rows.Where(static row => row is { Goal: "10", Aim: not null }).ToArray();

        Assert.Equal(3, aimed.Length);
        Assert.All(aimed, static row => Assert.True(row.IsMet, EstimationCalibrationTests.Line(row)));
    }

    [Fact]
    public void Every_other_aim_is_met_too() =>
        Assert.All(Rows, static row => Assert.True(row.IsMet, EstimationCalibrationTests.Line(row)));
}
