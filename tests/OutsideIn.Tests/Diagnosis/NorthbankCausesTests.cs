using OutsideIn.Diagnosis;
using OutsideIn.Method;
using OutsideIn.Simulation;

namespace OutsideIn.Tests.Diagnosis;

/// <summary>What was planted in the sample organisation is found: causes of work, hand-offs and candidates. Ranges: <see cref="NorthbankTruth"/>.</summary>
public sealed class NorthbankCausesTests(NorthbankCausesTests.Sample sample) : IClassFixture<NorthbankCausesTests.Sample>
{
    private static readonly string[] Form = ["Receive the paper form", "Return the signed form", "Return the signed form again"];

    private DiagnosisSection Diagnosis => sample.Result.Document.Diagnosis;

    [Fact]
    public void The_paper_form_causes_the_planted_share_of_the_work_more_than_any_other_contact()
    {
        var planted = NorthbankTruth.Causes.Single(static cause => cause.Number == 1);

        var byForm = Diagnosis.CauseOfWork.Where(static entry => Form.Contains(entry.Cause)).Sum(static entry => entry.Events);

        Assert.InRange((double)byForm / Diagnosis.CauseOfWorkTotal.Events, planted.Low, planted.High);
        Assert.All(Diagnosis.CauseOfWork.Where(static entry => !Form.Contains(entry.Cause)), entry => Assert.True(entry.Events < byForm));
    }

    [Fact]
    public void The_paper_form_is_the_first_candidate_and_is_said_not_to_contribute()
    {
        var first = Diagnosis.Candidates[0];

        Assert.Equal((1, "momentOfTruth", "Receive the paper form", false), (first.Rank, first.Kind, first.Name, first.IsSuggested));
        Assert.Contains("does not contribute", first.Why, StringComparison.Ordinal);
        Assert.Contains(Diagnosis.Headlines, headline => headline.Figure == first.Figure);
    }

    [Fact]
    public void Cases_with_the_form_are_lost_about_twice_as_often()
    {
        var form = Diagnosis.MomentsOfTruth.Single(static moment => moment.Activity == "Receive the paper form").CasesReached;
        var all = Diagnosis.Outcome.ReachedOfClosed;
        var others = (double)(all.Part - form.Part) / (all.Whole - form.Whole);

        Assert.InRange((1 - form.Share!.Value) / (1 - others), 1.5, 3);
    }

    [Fact]
    public void Work_before_the_customer_ever_called_is_work_without_a_cause()
    {
        var planted = NorthbankTruth.Causes.Single(static cause => cause.Number == 7);

        var uncaused = Diagnosis.CauseOfWork[^1];

        Assert.Null(uncaused.Cause);
        Assert.InRange((double)uncaused.Cases / sample.Result.Log.CaseCount, planted.Low, planted.High);
        Assert.Equal("Nightly jobs", Assert.Single(uncaused.Activities).Name);
    }

    [Fact]
    public void The_assessment_is_seen_to_go_from_Claims_to_Engineering_and_back()
    {
        var there = Diagnosis.Breakpoints.PingPong.Single(static trip => trip is { A: "Claims", B: "Engineering" });

        Assert.True(there.Count > 500, $"{there.Count} round trips");
    }

    [Fact]
    public void The_customer_is_an_end_of_no_breakpoint_and_teams_are_what_was_counted()
    {
        Assert.Equal("teams", Diagnosis.Breakpoints.Basis);
        Assert.All(Diagnosis.Breakpoints.Pairs, static pair => Assert.True(pair.From != "The driver" && pair.To != "The driver"));
    }

    [Fact]
    public void The_survey_that_comes_after_the_outcome_costs_no_customer_an_hour_and_no_outcome_follows_it()
    {
        var survey = Diagnosis.MomentsOfTruth.Single(static moment => moment.Activity == "Answer the survey");

        Assert.Equal(0, survey.OutcomeAfterLast.Part);
        Assert.Equal(survey.OutcomeAfterLast.Whole, survey.OutcomeBeforeLast);
        Assert.Equal(0, Diagnosis.Candidates.Single(static one => one.Name == "Answer the survey").Hours);
    }

    [Fact]
    public void Everything_is_attributed_and_adds_up() => Assert.True(Diagnosis.CauseOfWorkTotal.Reconciles);

    [Fact]
    public void A_map_suggested_from_the_samples_words_finds_its_contacts_its_customer_and_its_outcome()
    {
        var map = MapSuggestion.Suggest(sample.Result.Log, "Northbank");

        var contacts = map.MappedActivities().Where(static one => one.Kind == WorkKind.MomentOfTruth).Select(static one => one.Name).ToArray();
        Assert.Contains("Report by phone", contacts);
        Assert.Contains("Chase call about claim", contacts);
        Assert.Contains("Paper form sent", contacts);
        Assert.DoesNotContain("Register claim", contacts);
        Assert.Contains(map.Doers, static doer => doer.Kind == DoerKind.Customer && doer.Teams.Any(static team => team.Text == "Customer"));
        Assert.Contains(map.Outcomes[0].Reached, static one => one.Text == "Car collected");
        Assert.Equal(["Claim refused", "Claim withdrawn"], map.Outcomes[0].Lost.Select(static one => one.Text).Order());
        Assert.Equal(DemandKind.Chase, map.MappedActivities().Single(static one => one.Name == "Chase call about repair").Demand);
    }

    /// <summary>The sample, diagnosed once.</summary>
    public sealed class Sample
    {
        public Sample()
        {
            var log = NorthbankSample.Generate();
            var map = MapYaml.Read(NorthbankSample.MapYaml, "northbank.yaml").Map!;
            Result = Diagnoser.Diagnose(log, SectionsTests.Report(log), map, new DiagnosisOptions(), CancellationToken.None);
        }

        public DiagnosisResult Result { get; }
    }
}
