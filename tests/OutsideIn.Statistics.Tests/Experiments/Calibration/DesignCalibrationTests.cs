using OutsideIn.Experiments;
using OutsideIn.Tests.Support;

namespace OutsideIn.Tests.Experiments;

public sealed class DesignCalibrationTests
{
    /// <summary>Goal 6 of the experiments' contract: at most 7.5 % at 24 periods and 6 % from 52 on, for correlations up to 0.6.</summary>
    [Fact]
    public void Before_and_after_keeps_its_false_alarms_whatever_the_correlation()
    {
        var rows = MeasuredParts.Of("Designs").Where(static row => row.Goal == "6").ToList();

        Assert.All(rows, static row => Assert.True(row.IsMet, $"{row.Method}, {row.Situation}: {row.Value}"));
        Assert.Equal(9, rows.Count(static row => row.Aim is not null));
        Assert.Contains(rows, static row => row.Method.Contains("usual way", StringComparison.Ordinal) && row.Value > 0.25);
    }

    [Fact]
    public void Teams_that_were_not_changed_are_seldom_called_changed_and_the_worst_are_forecast_to_recover()
    {
        CalibrationRow[] rows = [.. MeasuredParts.Of("Designs").Where(static row => row.Goal != "6")];

        Assert.All(rows, static row => Assert.True(row.IsMet, $"{row.Method}, {row.Situation}: {row.Value}"));
        Assert.Equal(3, rows.Count(static row => row.Aim is not null));
        Assert.Contains(rows, static row => row.Method.Contains("usual way", StringComparison.Ordinal) && row.Value > 0.15);

        // Measured at 91.4 %: what is not known of the teams' spread is common to the picked ones and counted as if it were not.
        Assert.InRange(rows[^1].Value, 0.90, 0.93);
    }
}
