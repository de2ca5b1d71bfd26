using OutsideIn.Diagnosis;
using OutsideIn.Events;
using OutsideIn.Method;
using OutsideIn.Simulation;
using OutsideIn.Tests.Support;

namespace OutsideIn.Tests.Diagnosis;

/// <summary>The survey of the sample organisation: those it went badly for stay silent (NorthbankTruth), so the score looks better than the year was.</summary>
public sealed class SurveyEvidenceTests
{
    private static readonly Lazy<LogRatings> Sample = new(static () => Of(Northbank.Log, MapYaml.Read(NorthbankSample.MapYaml, "northbank").Map));

    private static SurveyRating Survey => Assert.Single(Sample.Value.Surveys);

    [Fact]
    public void Who_answered_and_who_did_not_are_all_customers()
    {
        Assert.Equal(NorthbankSample.DefaultCaseCount, Survey.Answered.Cases + Survey.Silent.Cases);
        Assert.Equal(Northbank.Cases.Count(static one => one.Has("Survey answered")), Survey.Answered.Cases);
        Assert.Equal(Survey.Answered.Cases, Survey.Answers.Sum(static one => one.Count));
        Assert.Equal(3, Survey.Subjectivity);
    }

    [Fact]
    public void Conformance_and_attainment_are_lower_where_nobody_answered()
    {
        Assert.True(Survey.Answered.Conformance.Low > Survey.Silent.Conformance.High);
        Assert.True(Survey.Answered.Attained["no-chase"].Low > Survey.Silent.Attained["no-chase"].High);
    }

    [Fact]
    public void Weighed_as_all_customers_the_score_is_lower_and_within_the_worst_case_bounds()
    {
        var score = Survey.Score.Value!.Value;

        Assert.True(Survey.PostStratified!.Interval.High < score);
        Assert.True(Survey.Bounds.Contains(score) && Survey.Bounds.Contains(Survey.PostStratified.Value));
        Assert.True(Survey.Bounds.High - Survey.Bounds.Low > 3);
        Assert.Equal((1, 5, true), (Survey.ScaleLow, Survey.ScaleHigh, Survey.IsScaleSaid));
    }

    [Fact]
    public void The_known_attributes_tell_who_is_missing_and_the_score_itself_is_none_of_them()
    {
        var unchased = Survey.Balance.Single(static one => one.Attribute == "Drivers who never had to call to ask");

        Assert.True(unchased.Q < 0.001);
        Assert.True(unchased.Values.Single(static one => one.Value == "attained").Difference > 0.25);
        Assert.DoesNotContain("satisfaction", Survey.Balance.Select(static one => one.Attribute));
    }

    [Fact]
    public void Planted_shares_of_answers_are_found_in_the_log()
    {
        var surveyed = Northbank.Cases.Where(static one => one.Has("Survey sent")).ToArray();
        double Rate(bool isChased)
        {
            // The last weeks are left out: an answer to their surveys had no time to come.
            var some = surveyed.Where(one => (one.Has("Chase call about claim") || one.Has("Chase call about repair")) == isChased && one.First("Survey sent") < new DateTimeOffset(2025, 11, 15, 0, 0, 0, TimeSpan.Zero)).ToArray();
            return (double)some.Count(static one => one.Has("Survey answered")) / some.Length;
        }

        Assert.InRange(Rate(isChased: false), NorthbankTruth.SurveyAnsweredUnchased - 0.03, NorthbankTruth.SurveyAnsweredUnchased + 0.03);
        Assert.InRange(Rate(isChased: true), NorthbankTruth.SurveyAnsweredAfterChase - 0.02, NorthbankTruth.SurveyAnsweredAfterChase + 0.02);
    }

    [Fact]
    public void A_scale_nobody_has_said_is_the_smallest_usual_one_that_holds_the_answers()
    {
        var survey = Assert.Single(Of(Answered(0, 9, 4), Map("\"score\" at last \"Answer\"")).Surveys);

        Assert.Equal((0, 10, false), (survey.ScaleLow, survey.ScaleHigh, survey.IsScaleSaid));
    }

    [Fact]
    public void A_survey_nobody_answered_or_that_is_no_number_is_left_out_with_the_reason()
    {
        Assert.Equal("Nobody has answered in this log.", Assert.Single(Of(Answered(3), Map("\"score\" at last \"Answer\" for cases where \"score\" > 99")).SurveysLeftOut).Reason);
        Assert.Contains("A score is a number of a case", Assert.Single(Of(Answered(3), Map("has \"Answer\"")).SurveysLeftOut).Reason, StringComparison.Ordinal);
    }

    private static OutsideInMap Map(string measure) => new SmallMap().Contacts("Ask").Outcome("Solve", "Give up").ToMap() with
    {
        Metrics = [new Metric { Id = "score", Name = "Score", IsOpinion = true, Measure = measure }],
    };

    private static EventLog Answered(params double[] scores)
    {
        var builder = new EventLogBuilder();
        var score = builder.Attribute("score", AttributeKind.Number, AttributeLevel.Event);
        for (var index = 0; index < 6; index++)
        {
            var code = builder.Case($"c{index}");
            builder.Add(new EventRow(code, builder.Activity("Ask"), SmallLog.Minute(0)));
            builder.Add(new EventRow(code, builder.Activity("Solve"), SmallLog.Minute(5)));
            var row = builder.EventCount;
            builder.Add(new EventRow(code, builder.Activity("Answer"), SmallLog.Minute(9)));
            if (index < scores.Length)
            {
                score.SetNumber(row, scores[index]);
            }
        }

        return builder.Build();
    }

    private static LogRatings Of(EventLog log, OutsideInMap map)
    {
        var stop = TestContext.Current.CancellationToken;
        var diagnosis = Diagnoser.Diagnose(log, SectionsTests.Report(log), map, new DiagnosisOptions(), stop);
        return LogRatings.Of(diagnosis, map, new LogRatingOptions(), stop).Value().Ratings;
    }
}
