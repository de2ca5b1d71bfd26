using OutsideIn.Diagnosis;
using OutsideIn.Events;
using OutsideIn.Measures;
using OutsideIn.Method;
using OutsideIn.Proof;
using OutsideIn.Simulation;
using OutsideIn.Statistics;
using OutsideIn.Tests.Support;

namespace OutsideIn.Tests.Proof;

/// <summary>What a survey says of all where it is known what all would have said.</summary>
public sealed class SurveyOfLogTests
{
    private static readonly SurveyQuestion Question = new("score") { Asked = "Survey sent" };

    private static double Truth => PlantedAnswers.Everybody.Score;

    [Fact]
    public void Those_who_answer_flatter_the_bounds_hold_and_weights_by_what_drives_the_answer_come_home()
    {
        var survey = Of(PlantedAnswers.Measured, Question);

        Assert.Equal("nps", survey.Scale);
        Assert.True(survey.Figure.Low > Truth, $"{survey.Figure.Text} against {Truth}");
        Assert.InRange(Truth, survey.Bounds.Low, survey.Bounds.High);
        Assert.InRange(Truth, survey.Raked.Figure.Low!.Value, survey.Raked.Figure.High!.Value);
        Assert.InRange(survey.Raked.EffectiveCount!.Value, 100, survey.Response.Part);
        Assert.True(survey.Figure.Value!.Value - Truth <= survey.Who.BiasMax, "What is known of everybody holds what tells who answers.");
        Assert.Contains("something done again", survey.Raked.Margins);
        Assert.False(Check(survey, "Those who answered are like all").Holds);
        Assert.Contains(survey.Who.Balance[0].Attribute, survey.Who.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void The_score_is_that_of_the_answers_with_its_adjusted_interval_and_the_response_is_of_those_asked()
    {
        var survey = Of(PlantedAnswers.Measured, Question with { Scale = SurveyScale.Nps });
        var answers = Scores();
        var counts = new PromoterCounts(answers.Count(static one => one >= 9), answers.Count(static one => one is 7 or 8), answers.Count(static one => one <= 6));
        var expected = NetPromoterScore.Of(counts).Value();

        Assert.Equal((expected.Value, expected.Interval.Low, expected.Interval.High), (survey.Figure.Value, survey.Figure.Low, survey.Figure.High));
        Assert.Equal((answers.Count, PlantedAnswers.CaseCount), (survey.Response.Part, survey.Asked));
        Assert.Equal(answers.Count, survey.Answers.Sum(static one => one.Count));
        Assert.True(Check(survey, "The scale is").Holds);
        Assert.True(Check(survey, "Every customer answered once").Holds);

        // (n · score ± (N − n) · 100) ÷ N.
        var silent = PlantedAnswers.CaseCount - answers.Count;
        Assert.Equal(((answers.Count * expected.Value) - (silent * 100.0)) / PlantedAnswers.CaseCount, survey.Bounds.Low, 9);
        Assert.Equal(((answers.Count * expected.Value) + (silent * 100.0)) / PlantedAnswers.CaseCount, survey.Bounds.High, 9);
    }

    [Fact]
    public void The_satisfied_share_is_what_it_is_asked_for()
    {
        var survey = Of(PlantedAnswers.Measured, Question with { Scale = SurveyScale.Csat, SatisfiedFrom = 9 });
        var answers = Scores();

        Assert.Equal(("csat", "share"), (survey.Scale, survey.Figure.Unit));
        Assert.Equal(answers.Count(static one => one >= 9) / (double)answers.Count, survey.Figure.Value!.Value, 12);
        Assert.Contains(" % (", survey.Figure.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Who_was_asked_counts_everybody_where_the_log_does_not_say()
    {
        var survey = Of(PlantedAnswers.Measured, Question with { Asked = null });

        Assert.Null(survey.Asked);
        Assert.Equal(PlantedAnswers.CaseCount, survey.Response.Whole);
        Assert.Null(Check(survey, "Who was asked").Holds);
        Assert.DoesNotContain(survey.Who.Balance, static one => one.Attribute.StartsWith("time", StringComparison.Ordinal));
    }

    [Fact]
    public void Named_margins_are_used_and_one_that_is_not_there_is_refused()
    {
        var survey = Of(PlantedAnswers.Measured, Question with { Margins = ["region", "channel"] });

        Assert.Equal(["region", "channel"], survey.Raked.Margins);
        Assert.Equal(survey.Figure.Value!.Value, survey.Raked.Figure.Value!.Value, 0.5);
        Assert.Equal("PR069", Refused(Question with { Margins = ["regoin"] }));
    }

    [Fact]
    public void Teams_are_listed_by_name_and_drawn_towards_all()
    {
        var survey = Of(PlantedAnswers.Measured, Question with { Per = "team" });

        Assert.Equal(8, survey.Groups.Count);
        Assert.Equal(survey.Groups.Select(static one => one.Name).Order(StringComparer.Ordinal), survey.Groups.Select(static one => one.Name));

        // No team differs: each is drawn far, and none stands out.
        Assert.All(survey.Groups, one => Assert.True(Math.Abs(one.Figure.Value!.Value - survey.Figure.Value!.Value) < Math.Abs(one.Own!.Value - survey.Figure.Value!.Value) + 1e-9));
        Assert.All(survey.Groups, static one => Assert.Equal("like the others", one.Stands));
        Assert.Equal("ST048", Of(PlantedAnswers.Measured, Question with { Per = "channel" }).GroupsRefusal!.Code);
        Assert.Equal("DG032", Refused(Question with { Per = "taem" }));
    }

    [Fact]
    public void A_score_of_few_answers_is_not_shown_for_anybody()
    {
        var log = new EventLogBuilder();
        var score = log.Attribute("score", AttributeKind.Number, AttributeLevel.Event);
        for (var index = 0; index < 60; index++)
        {
            score.SetNumber(log.EventCount, index % 5 == 0 ? 2 : 10);
            log.Add(new EventRow(log.Case($"c{index}"), log.Activity("Survey answered"), SmallLog.Minute(index)) { Team = log.Name(ColumnRole.Team, $"Team {(index < 40 ? index % 2 : index % 7)}") });
        }

        var survey = Of(MeasuredLog.Of(log.Build()), new SurveyQuestion("score") { Per = "team" });

        Assert.Contains(survey.Groups, static one => one is { Answers: < 10, Own: null });
        Assert.All(survey.Groups, static one => Assert.Equal(one.Answers < 10, one.Own is null));
        Assert.Equal("Everybody answered.", survey.Who.Sentence);
        Assert.Equal(survey.Bounds.Low, survey.Bounds.High, 9);
    }

    [Fact]
    public void The_sample_is_weighted_down_and_those_nobody_speaks_for_are_named()
    {
        var log = MeasuredLogs.Of(Northbank.Log, MapYaml.Read(NorthbankSample.MapYaml, "northbank.yaml").Map, null);

        var survey = Of(log, new SurveyQuestion("satisfaction") { Asked = "Survey sent" });

        Assert.Equal(("csat", Northbank.Cases.Count(static one => one.Has("Survey answered"))), (survey.Scale, survey.Response.Part));
        Assert.True(survey.Raked.Figure.High < survey.Figure.Value);
        Assert.Contains(survey.Raked.Uncovered, static one => one.Contains("“lost”", StringComparison.Ordinal));
        Assert.DoesNotContain("outcome", survey.Raked.Margins);
        Assert.False(Check(survey, "All have somebody like them").Holds);
    }

    [Theory]
    [InlineData("PR065", "scroe", null)]
    [InlineData("PR065", "region", null)]
    [InlineData("PR066", "score", "Survey snet")]
    public void Columns_and_activities_that_are_not_there_are_refused(string code, string score, string? asked) =>
        Assert.Equal(code, Refused(new SurveyQuestion(score) { Asked = asked }));

    [Fact]
    public void Answers_that_do_not_fit_the_scale_and_no_answers_are_refused()
    {
        Assert.Equal("PR067", Refused(new SurveyQuestion("value") { Scale = SurveyScale.Nps }));
        Assert.Equal("PR067", Refused(new SurveyQuestion("value")));

        var log = new EventLogBuilder();
        var score = log.Attribute("score", AttributeKind.Number, AttributeLevel.Event);
        log.Add(new EventRow(log.Case("silent"), log.Activity("Report"), SmallLog.Minute(0)));
        score.SetNumber(1, 9);
        log.Add(new EventRow(log.Case("later"), log.Activity("Survey answered"), SmallLog.Minute(9)));
        var early = MeasuredLog.Of(log.Build().Until(SmallLog.Minute(5)));
        Assert.Equal("PR068", SurveyOfLog.Read(early, "log", new SurveyQuestion("score"), CancellationToken.None).Refusal().Code);
    }

    private static LogSurvey Of(MeasuredLog log, SurveyQuestion question) => SurveyOfLog.Read(log, "log", question, CancellationToken.None).Value();

    private static string Refused(SurveyQuestion question) => SurveyOfLog.Read(PlantedAnswers.Measured, "log", question, CancellationToken.None).Refusal().Code;

    private static AssumptionCheck Check(LogSurvey survey, string start) => survey.Checks.Single(one => one.Assumption.StartsWith(start, StringComparison.Ordinal));

    private static List<double> Scores() =>
        [.. PlantedAnswers.Measured.Log.Attributes.Single(static one => one.Name == "score").Numbers.ToArray().Where(static one => !double.IsNaN(one))];
}
