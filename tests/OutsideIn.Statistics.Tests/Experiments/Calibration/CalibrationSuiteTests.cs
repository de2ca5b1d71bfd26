using OutsideIn.Experiments;
using OutsideIn.Statistics;
using OutsideIn.Tests.Support;

namespace OutsideIn.Tests.Experiments;

public sealed class CalibrationSuiteTests
{
    private static readonly CalibrationSubject Subject = new("7", "a method", "a situation", "false alarms");

    [Fact]
    public void Parts_have_names_of_their_own() =>
        Assert.Equal(CalibrationSuite.Parts.Count, CalibrationSuite.Parts.Select(static part => part.Name).Distinct().Count());

    [Fact]
    public void Every_missed_aim_is_on_record_and_every_record_is_of_a_miss()
    {
        var missed = CalibrationSuite.Parts.SelectMany(static part => MeasuredParts.Of(part.Name)).Where(static row => !row.IsMet).ToList();

        Assert.All(missed, static row => Assert.NotNull(CalibrationSuite.MissOf(row)));
        Assert.Equal(CalibrationSuite.KnownMisses.Count, missed.Select(CalibrationSuite.MissOf).Distinct().Count());
        Assert.Null(CalibrationSuite.MissOf(CalibrationRow.AtMost(Subject, 61, 1_000, 0.06)));
        Assert.Null(CalibrationSuite.MissOf(missed[0] with { IsMet = true }));
    }

    [Fact]
    public void A_share_is_written_in_per_cent_and_a_mean_in_its_unit()
    {
        Assert.Equal("5.0 % (3.8 to 6.5)", CalibrationRow.Of(Subject, 50, 1_000).Text);
        Assert.Equal("2.5 (1.235 to 3.765)", CalibrationRow.OfMean(Subject, Moments.Of([1, 2, 3, 4])).Text);
    }

    [Fact]
    public void A_share_on_the_aim_meets_it_and_one_run_more_does_not()
    {
        Assert.True(CalibrationRow.AtMost(Subject, 60, 1_000, 0.06).IsMet);
        Assert.False(CalibrationRow.AtMost(Subject, 61, 1_000, 0.06).IsMet);
        Assert.True(CalibrationRow.AtLeast(Subject, 940, 1_000, 0.94).IsMet);
        Assert.False(CalibrationRow.AtLeast(Subject, 939, 1_000, 0.94).IsMet);
        Assert.True(CalibrationRow.Within(Subject, 970, 1_000, new Interval(0.93, 0.97)).IsMet);
        Assert.False(CalibrationRow.Within(Subject, 971, 1_000, new Interval(0.93, 0.97)).IsMet);
    }

    [Fact]
    public void A_row_carries_its_runs_its_interval_and_its_aim_in_words()
    {
        var row = CalibrationRow.AtMost(Subject, 50, 1_000, 0.055);

        Assert.Equal((1_000, 0.05, "at most 5.5 %"), (row.Runs, row.Value, row.AimText));
        Assert.True(row.Interval.Contains(0.05) && row.Interval.Low > 0.03 && row.Interval.High < 0.07);
    }

    [Fact]
    public void A_mean_has_its_error_over_the_runs()
    {
        // Mean 2.5, variance 5/3, four runs: 2.5 ± 1.96 √(5/12).
        var row = CalibrationRow.OfMean(Subject with { Figure = "mean run" }, Moments.Of([1, 2, 3, 4]), 2, "at most 2 days");

        Assert.Equal(2.5, row.Value);
        Assert.Equal(2.5 + (1.959963984540054 * Math.Sqrt(5.0 / 12)), row.Interval.High, 12);
        Assert.False(row.IsMet);
    }
}
