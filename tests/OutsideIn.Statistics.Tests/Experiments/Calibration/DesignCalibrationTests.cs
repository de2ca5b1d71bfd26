using OutsideIn.Experiments;

namespace OutsideIn.Tests.Experiments;

public sealed class DesignCalibrationTests
{
    /// <summary>Goal 6 of the experiments' contract: at most 7.5 % at 24 periods and 6 % from 52 on, for correlations up to 0.6.</summary>
    [Fact]
    public void Before_and_after_keeps_its_false_alarms_whatever_the_correlation()
    {
        var rows = DesignCalibration.Rows().Where(static row => row.Goal == "6").ToList();

        Assert.All(rows, static row => Assert.True(row.IsMet, $"{row.Method}, {row.Situation}: {row.Value}"));
        Assert.Equal(9, rows.Count(static row => row.Aim is not null));
        Assert.Contains(rows, static row => row.Method.Contains("usual way", StringComparison.Ordinal) && row.Value > 0.25);
    }
}
