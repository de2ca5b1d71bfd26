using OutsideIn.Diagnosis;

namespace OutsideIn.Web.Tests;

public sealed class ColourScaleTests
{
    [Fact]
    public void Counts_fall_on_round_bounds_near_the_fifths_of_what_occurs()
    {
        var scale = ColourScale.OfCounts([12, 210, 390, 1_020, 3_980, 5_000]);

        Assert.Equal(["under 200", "200 to 399", "400 to 999", "1,000 to 3,999", "4,000 or more"], scale.Steps.Select(static one => one.Text));
        Assert.Equal([0, 1, 2, 3, 4], scale.Steps.Select(static one => one.Level));
        Assert.Equal(4, scale.LevelOf(5_000));
        Assert.Equal(0, scale.LevelOf(199));
    }

    [Fact]
    public void Equal_counts_have_one_step_in_the_middle_of_the_scale()
    {
        var scale = ColourScale.OfCounts([1, 1, 1]);

        Assert.Equal(2, scale.LevelOf(1));
        Assert.Equal(["every count"], scale.Steps.Select(static one => one.Text));
    }

    [Fact]
    public void Lengths_fall_on_usual_lengths_and_what_has_none_has_no_colour()
    {
        var scale = ColourScale.OfDurations([50, 3_500, 80_000, 600_000, 2_500_000, 2_600_000]);

        Assert.Equal(["under 1 h", "1 h to 1 d", "1 d to 7 d", "7 d to 30 d", "30 d or more"], scale.Steps.Select(static one => one.Text));
        Assert.Null(scale.LevelOf(null));
    }

    [Fact]
    public void An_outcome_scale_shows_no_step_beyond_all_or_none()
    {
        var scale = ColourScale.OfOutcome(new ShareEntry(888, 1_000, 0.888, 0.87, 0.91));

        Assert.Equal([0, 1, 2, 3], scale.Steps.Select(static one => one.Level));
        Assert.Equal((0, 2, 3), (scale.LevelOf(0.5), scale.LevelOf(0.888), scale.LevelOf(1)));
    }
}
