using OutsideIn.Statistics;
using OutsideIn.Tests.Support;
using static OutsideIn.Tests.Statistics.SurveyOracle;

namespace OutsideIn.Tests.Statistics;

/// <summary>Oracle: shared/oracles/statistics/survey.json, cronbach_alpha, of the six questions of Chatterjee and Price's attitude survey.</summary>
public sealed class ReliabilityTests
{
    [Fact]
    public void Alpha_of_the_attitude_survey_is_the_oracles()
    {
        var table = PublicTable.Of("r_datasets_attitude.csv");

        var alpha = Reliability.CronbachAlpha(
            [table.Numbers("complaints"), table.Numbers("privileges"), table.Numbers("learning"), table.Numbers("raises"), table.Numbers("critical"), table.Numbers("advance")]).Value();

        Assert.Equal(1, Of("cronbach_alpha").Sum(one => Compare(one.GetProperty("alpha"), alpha.Value)));

        // Feldt: (1 − true) ÷ (1 − alpha) is as F with 29 and 145 degrees of freedom.
        Assert.Equal(0.025, FDistribution.UpperTail((1 - alpha.Interval.Low) / (1 - alpha.Value), 29, 145), 9);
        Assert.Equal(0.025, FDistribution.Cumulative((1 - alpha.Interval.High) / (1 - alpha.Value), 29, 145), 9);
    }

    [Fact]
    public void One_question_or_two_people_do_not_say()
    {
        Assert.Equal("ST053", Reliability.CronbachAlpha([[1, 2, 3]]).Refusal().Code);
        Assert.Equal("ST053", Reliability.CronbachAlpha([[1, 2], [2, 3]]).Refusal().Code);
        Assert.Throws<ArgumentException>(static () => Reliability.CronbachAlpha([[1, 2], [2]]));
    }
}
