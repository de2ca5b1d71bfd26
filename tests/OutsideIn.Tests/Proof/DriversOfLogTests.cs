using OutsideIn.Diagnosis;
using OutsideIn.Measures;
using OutsideIn.Method;
using OutsideIn.Proof;
using OutsideIn.Simulation;
using OutsideIn.Tests.Support;

namespace OutsideIn.Tests.Proof;

/// <summary>What goes with outcomes whose drivers are planted, and what is said against reading it so.</summary>
public sealed class DriversOfLogTests
{
    private const string BackOnTheRoad = "time from first \"Report*\" to first \"Car collected\"";

    private static readonly Lazy<MeasuredLog> Sample = new(static () => MeasuredLogs.Of(Northbank.Log, MapYaml.Read(NorthbankSample.MapYaml, "northbank.yaml").Map, null));

    [Fact]
    public void The_planted_driver_of_a_score_comes_first_and_what_does_nothing_explains_nothing()
    {
        var found = Of(PlantedAnswers.Measured, new DriversQuestion(PlantedAnswers.Score) { By = ["count of \"Chase\"", "value", "urgent", "region=North"] });

        Assert.Equal("told", found.Answer);
        Assert.Equal("count of \"Chase\"", found.Drivers[0].Name);
        Assert.True(found.Drivers[0].ShareLow > 0.95);
        Assert.Equal(1, found.Drivers[0].RankStability);
        Assert.InRange(found.Drivers[0].EffectHigh!.Value, found.Drivers[0].Effect!.Value, -1.3);
        Assert.InRange(-1.5, found.Drivers[0].EffectLow!.Value, found.Drivers[0].EffectHigh!.Value);
        Assert.All(found.Drivers.Skip(1), static one => Assert.True(one.ShareHigh < 0.02, one.Name));
        Assert.Equal(1, found.Drivers.Sum(static one => one.Share), 9);
        Assert.Contains("association, not cause", found.Sentence, StringComparison.Ordinal);
        Assert.Contains("outsidein experiment plan", found.Next, StringComparison.Ordinal);
        Assert.True(Check(found, "Every driver was known").Holds is null, "When value became known, the log does not say.");
    }

    [Fact]
    public void Answers_of_the_same_survey_and_what_came_after_the_outcome_are_warned_of()
    {
        var halo = Of(PlantedAnswers.Measured, new DriversQuestion(PlantedAnswers.Score) { By = ["courtesy", "count of \"Chase\""] });
        var late = Of(PlantedAnswers.Measured, new DriversQuestion("has \"Solve\" within 4d") { By = ["count of \"Survey*\"", "urgent"] });

        Assert.False(Check(halo, "Drivers and outcome were measured independently").Holds);
        Assert.Contains("halo", Check(halo, "Drivers and outcome were measured independently").Finding, StringComparison.Ordinal);
        Assert.False(Check(late, "Every driver was known before").Holds);
        Assert.Contains("in 100% of the cases", Check(late, "Every driver was known before").Finding, StringComparison.Ordinal);

        // The log writes an answer once a case; the activity that is only where answers are gives away when.
        var answer = Of(PlantedAnswers.Measured, new DriversQuestion("has \"Solve\" within 4d") { By = ["score"] });
        Assert.Contains("score holds what came after it in 100% of the cases", Check(answer, "Every driver was known before").Finding, StringComparison.Ordinal);
        Assert.True(Check(Of(PlantedAnswers.Measured, new DriversQuestion(PlantedAnswers.Score) { By = ["count of \"Chase\""] }), "Every driver was known before").Holds);
    }

    [Fact]
    public void A_driver_that_counts_the_events_of_the_outcome_is_told_and_is_no_usual_one()
    {
        var named = Of(PlantedAnswers.Measured, new DriversQuestion("count of \"Chase\"") { By = ["count of events", "urgent"] });
        var usual = Of(PlantedAnswers.Measured, new DriversQuestion("count of \"Chase\""));

        Assert.False(Check(named, "No driver is the outcome").Holds);
        Assert.DoesNotContain(usual.Drivers, static one => one.Name == "count of events");
    }

    [Fact]
    public void A_yes_or_no_without_open_cases_is_shared_out_by_odds_with_intervals()
    {
        var found = Of(PlantedAnswers.Measured, new DriversQuestion("has \"Solve\" within 6d") { By = ["value", "urgent", "region=North", "channel=post"] });

        Assert.StartsWith("Shapley shares of McFadden", found.Method, StringComparison.Ordinal);
        Assert.Equal("notShown", found.Answer);
        Assert.All(found.Drivers, static one => Assert.InRange(one.Share, one.ShareLow!.Value, one.ShareHigh!.Value));
        Assert.All(found.Drivers, static one => Assert.Equal("share", one.EffectUnit));
    }

    [Fact]
    public void Odds_that_run_off_are_answered_by_plain_shares_and_it_is_said()
    {
        // Without a chase all are solved within 5 days, with one or more only some.
        var found = Of(PlantedAnswers.Measured, new DriversQuestion("has \"Solve\" within 5d") { By = ["count of \"Chase\"", "urgent"] });

        Assert.Equal("told", found.Answer);
        Assert.StartsWith("LMG shares", found.Method, StringComparison.Ordinal);
        Assert.Null(Check(found, "A yes or no is taken as 1 or 0.").Holds);
    }

    [Fact]
    public void Open_cases_stay_in_as_open_and_the_planted_form_comes_first()
    {
        var found = Of(Sample.Value, new DriversQuestion(BackOnTheRoad) { By = ["amount", "drivable", "statement=paper form"] });

        Assert.True(found.Open > 300);
        Assert.Equal(found.Subjects, found.Count);
        Assert.Empty(found.LeftOut);
        Assert.Contains("pseudo-values", found.Method, StringComparison.Ordinal);
        Assert.Equal("statement=paper form", found.Drivers[0].Name);
        Assert.Contains(" d (", found.Drivers[0].EffectText, StringComparison.Ordinal);
        Assert.Contains("open", Check(found, "How long a case could be followed").Finding, StringComparison.Ordinal);
    }

    [Fact]
    public void Those_without_an_answer_are_counted_and_never_dropped_silently()
    {
        var found = Of(Sample.Value, new DriversQuestion("\"satisfaction\" at last \"Survey*\""));

        Assert.Equal(found.Subjects - found.Count, found.LeftOut.Sum(static one => one.Count));
        Assert.False(Check(found, "Those left out").Holds);
        Assert.False(Check(found, "Those without an outcome").Holds);
        Assert.All(found.Drivers, static one => Assert.True(one.Inflation < 15, one.Name));
    }

    [Fact]
    public void A_share_within_the_objective_is_a_share_and_its_effects_are_points()
    {
        var found = Of(Sample.Value, new DriversQuestion(BackOnTheRoad) { Objective = "90% of cases <= 14d", By = ["drivable", "amount"] });

        Assert.Equal("share of cases <= 14d", found.Outcome);
        Assert.All(found.Drivers, static one => Assert.Contains("points", one.EffectText, StringComparison.Ordinal));
        Assert.Equal(("1,000", "yes"), (found.Drivers.Single(static one => one.Name == "amount").Step, found.Drivers.Single(static one => one.Name == "drivable").Step));
    }

    [Theory]
    [InlineData("PR050", "nothing like it")]
    [InlineData("PR051", "region")]
    [InlineData("PR052", "region=Nroth")]
    [InlineData("PR053", "count of events per customer")]
    public void A_driver_that_cannot_be_read_is_refused_with_the_way_out(string code, string driver)
    {
        var problem = DriversOfLog.Analyse(PlantedAnswers.Measured, "log", new DriversQuestion("count of \"Chase\"") { By = [driver] }, CancellationToken.None).Refusal();

        Assert.Equal(code, problem.Code);
        Assert.NotNull(problem.Hint);
    }

    [Fact]
    public void Figures_that_cannot_be_given_are_refused_and_wrong_texts_come_back_with_their_faults()
    {
        var few = Of(MeasuredLog.Of(SmallLog.Of("0 Report, 9 Solve", "0 Report, 9 Solve", "0 Report, 3 Chase, 9 Solve")), new DriversQuestion("count of \"Solve\"") { By = ["count of \"Chase\""] });
        var wrong = Of(PlantedAnswers.Measured, new DriversQuestion("count of \"Cahse\""));

        Assert.Equal(("refused", "EX090"), (few.Answer, few.Refusal!.Code));
        Assert.Empty(few.Drivers);
        Assert.Contains(wrong.Faults, static one => one.Severity == "error");
        Assert.Equal("PR054", DriversOfLog.Analyse(MeasuredLog.Of(SmallLog.Of("0 Report, 9 Solve", "1 Report, 10 Solve")), "log", new DriversQuestion("count of \"Solve\""), CancellationToken.None).Refusal().Code);
    }

    [Fact]
    public void Metrics_of_a_map_stand_for_their_measure()
    {
        var map = MapYaml.Read(NorthbankSample.MapYaml, "northbank.yaml").Map;

        Assert.Equal("90% of cases yes by 2027-12-31", DriversQuestion.OfMetric(map, "back-in-14").Value().Objective);
        Assert.Equal("PR006", DriversQuestion.OfMetric(map, "none").Refusal().Code);
        Assert.Equal("PR006", DriversQuestion.OfMetric(null, "back-in-14").Refusal().Code);
    }

    private static LogDrivers Of(MeasuredLog log, DriversQuestion question) => DriversOfLog.Analyse(log, "log", question, CancellationToken.None).Value();

    private static OutsideIn.Statistics.AssumptionCheck Check(LogDrivers found, string start) =>
        found.Checks.Single(one => one.Assumption.StartsWith(start, StringComparison.Ordinal));
}
