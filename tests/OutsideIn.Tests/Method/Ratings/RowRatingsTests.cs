using OutsideIn.Method;
using OutsideIn.Tests.Support;

namespace OutsideIn.Tests.Method.Ratings;

/// <summary>The checks of method.md §1 that are figures, each worked by hand.</summary>
public class RowRatingsTests
{
    private static readonly DateOnly Today = new(2026, 11, 21);

    [Fact]
    public void Row_5_what_nobody_knew_before_asking_is_a_surprise()
    {
        var map = new OutsideInMap
        {
            Outcomes =
            [
                new SuccessfulOutcome
                {
                    Id = "o", Name = "o",
                    Answers = [new SixAnswer { Question = 2, Respondent = Respondent.Customer, KnownBefore = false }, new SixAnswer { Question = 2, Respondent = Respondent.Self, KnownBefore = false }],
                    Expectations =
                    [
                        new Expectation { Id = "e1", Respondent = Respondent.Customer, KnownBefore = true, Origin = ExpectationOrigin.OnPurpose, SetOn = new DateOnly(2026, 1, 1), Delivered = Delivered.Exceeded },
                        new Expectation { Id = "e2", Respondent = Respondent.Self, KnownBefore = false, Origin = ExpectationOrigin.ByAccident, Delivered = Delivered.Below },
                        new Expectation { Id = "e3" }, new Expectation { Id = "e4", KnownBefore = false, ReplacedBy = "e1" },
                    ],
                },
            ],
        };

        var rating = ExpectationRatings.Of(map);

        Assert.Equal((2, 3), (rating.Surprises.Part, rating.Surprises.Whole));
        Assert.Equal((0.5, 0.5, 0.5, 0.5), (rating.FromCustomers.Share, rating.OnPurpose.Share, rating.Exceeded.Share, rating.Below.Share));
        Assert.Equal(new DateOnly(2026, 1, 1), rating.Newest);
    }

    [Fact]
    public void Row_16_a_dashboard_without_a_customers_outcome_is_told()
    {
        var map = CallCentreMap.Map with { Metrics = [.. CallCentreMap.Map.Metrics.Select(static one => one with { IsOnDashboard = one.Tier == Tier.Output })] };

        var mix = MetricMix.Of(map);

        Assert.True(mix.HasDashboard);
        Assert.False(mix.DashboardShowsCustomer);
        Assert.Equal([(Tier.Output, 0.75), (Tier.CustomerOutcome, 0.25)], mix.All.Select(static one => (one.Tier!.Value, one.Metrics.Share!.Value)));
        Assert.Equal(3, Assert.Single(mix.Dashboard).Metrics.Part);
    }

    [Fact]
    public void Row_19_four_areas_each_have_their_share()
    {
        var map = CallCentreMap.Map with
        {
            Objectives = [.. CallCentreMap.Map.Objectives, new Objective { Id = "grow", Name = "Grow" }],
            Systems = [new WorkSystem { Id = "crm", Name = "CRM" }, new WorkSystem { Id = "erp", Name = "ERP" }],
            Moments =
            [
                new MomentOfTruth { Id = "m1", Name = "Report", Systems = ["crm"], Manager = "agent", Criteria = [new DesignCriterion { Text = "Asks once" }] },
                new MomentOfTruth { Id = "m2", Name = "Collect", Manager = "agent" }, new MomentOfTruth { Id = "m3", Name = "Chase", Disposition = Disposition.Remove, Systems = ["erp"] },
            ],
        };

        var areas = AlignmentAreas.Of(PerformanceLandscape.Of(map));

        Assert.Equal((1.0, 0.5, 0.5, 0.5), (areas.Rewards.Share, areas.Systems.Share, areas.Process.Share, areas.Strategy.Share));
    }

    [Fact]
    public void Rows_28_and_42_surveys_settle_nothing_and_unstated_needs_are_tested()
    {
        var map = new OutsideInMap
        {
            Needs =
            [
                new Need { Id = "n1", Kind = NeedKind.Unstated, Evidence = [new Evidence { Kind = EvidenceKind.Survey }, new Evidence { Kind = EvidenceKind.Data }] },
                new Need { Id = "n2", Kind = NeedKind.Want, Evidence = [new Evidence { Kind = EvidenceKind.Survey }] }, new Need { Id = "n3", Kind = NeedKind.Unstated },
            ],
            Outcomes = [new SuccessfulOutcome { Id = "o", Statements = [new StatementOfIntent { Id = "s1", Needs = ["n2"] }, new StatementOfIntent { Id = "s2", Needs = ["n1", "n2"] }, new StatementOfIntent { Id = "s3" }] }],
            Experiments = [new Experiment { Id = "x", Needs = ["n1"] }],
        };

        var rating = NeedRatings.Of(map);

        Assert.Equal((0.5, 0.5, 0.5), (rating.SettledByMore.Share, rating.WantsOnly.Share, rating.UnstatedTested.Share));
    }

    [Fact]
    public void Rows_31_and_60_merges_steps_and_capability_are_counted()
    {
        var map = new OutsideInMap
        {
            Systems = [new WorkSystem { Id = "app", Name = "App" }, new WorkSystem { Id = "old", Name = "Mainframe" }],
            Moments =
            [
                new MomentOfTruth { Id = "m1", Name = "Open list", Disposition = Disposition.Improve, MergedInto = "m2", StepsBefore = 6, StepsAfter = 0 },
                new MomentOfTruth { Id = "m2", Name = "Swipe", StepsBefore = 2, StepsAfter = 1, Kind = MomentKind.PersonSystem, Systems = ["app"], SelfServable = true, Contributes = true },
                new MomentOfTruth { Id = "m3", Name = "Portal", Kind = MomentKind.PersonSystem, SelfServable = false, Contributes = false, StepsBefore = 3 },
            ],
        };

        var rating = MomentRatings.Of(map);

        Assert.Equal(["m1"], rating.Merged.PartIds);
        Assert.Equal((8.0, 1.0), (rating.StepsBefore, rating.StepsAfter));
        Assert.Equal((0.5, 0.5), (rating.SelfServable.Share, rating.Contributing.Share));
        Assert.Equal(["m3"], rating.WithoutCapability);
        Assert.Equal(["old"], rating.IdleSystems);
    }

    [Fact]
    public void Row_34_counts_become_a_series_of_days_for_each_role()
    {
        var map = new OutsideInMap
        {
            Counts =
            [
                new WorkCount { Id = "c1", Role = "agent", Date = new DateOnly(2026, 2, 2), Emails = 30 }, new WorkCount { Id = "c2", Role = "agent", Date = new DateOnly(2026, 1, 2), Emails = 50, Calls = 9, SystemsTouched = 4 },
                new WorkCount { Id = "c3", Role = "AGENT", Date = new DateOnly(2026, 1, 2), Emails = 5 },
            ],
        };

        var agent = Assert.Single(WorkCounts.Of(map));

        Assert.Equal([(55.0, 9.0, 4.0), (30.0, 0.0, 0.0)], agent.Days.Select(static day => (day.Emails, day.Calls, day.Systems)));
        Assert.Equal(["c2", "c3"], agent.Days[0].Records);
    }

    [Fact]
    public void Row_45_sign_off_and_the_days_from_idea_to_done()
    {
        var map = new OutsideInMap
        {
            Actions =
            [
                new ActionItem { Id = "a", Kind = ActionKind.Stop, Approvals = ["Board"], Effort = new Effort { Do = 10, Talk = 20, BuyIn = 10, SignOff = 10 }, Created = new DateOnly(2026, 1, 1), DoneOn = new DateOnly(2026, 1, 31) },
                new ActionItem { Id = "b", Kind = ActionKind.Improve, Created = new DateOnly(2026, 1, 1), DoneOn = new DateOnly(2026, 1, 11) },
            ],
        };

        var rating = PlanEffort.Of(map);

        Assert.Equal(0.8, rating.SignOff.Share!.Value, 12);
        Assert.Equal([10, 30], rating.IdeaToDoneDays);
        Assert.Equal(20, rating.MedianIdeaToDone);
        Assert.Equal(["a"], rating.StopWithApprovals.PartIds);
        Assert.Equal(0.5, rating.Causal.Share);
    }

    [Fact]
    public void Rows_56_and_59_people_and_what_they_can_see()
    {
        var map = CallCentreMap.Map with
        {
            Roles = [new Role { Id = "agent", Name = "Agent" }, new Role { Id = "fleet", Name = "Fleet" }],
            Tasks = [.. CallCentreMap.Map.Tasks.Select(static one => one with { DoneBy = one.Id == "replacement-car" ? "fleet" : "agent", WhyIsInternal = one.Id == "wrap-up" })],
            People =
            [
                new Person { Id = "ana", Name = "Ana", Roles = ["agent"] }, new Person { Id = "fay", Name = "Fay", Roles = ["fleet"], Contribution = "I bring the car" },
                new Person { Id = "ceo", Name = "Cyn", IsExecutive = true, LastCustomerContact = new DateOnly(2026, 11, 1) }, new Person { Id = "cfo", Name = "Fin", IsExecutive = true },
            ],
        };

        var rating = PeopleRatings.Of(PerformanceLandscape.Of(map), Today);

        Assert.Equal(1 / 6.0, rating.InternalWhy.Share!.Value, 12);
        Assert.Equal(["ceo"], rating.ExecutivesInContact.PartIds);
        Assert.Equal(20, rating.LongestSinceContact);
        Assert.Equal([0, 1, null, null], rating.People.Select(static one => one.Tasks.Share));
        Assert.Equal(["road"], rating.People[1].Outcomes);
    }

    [Fact]
    public void Row_58_a_walk_shows_waits_repeats_and_what_is_asked_again()
    {
        var walk = new Walkthrough
        {
            Id = "w",
            Frames =
            [
                new WalkthroughFrame { At = "m1", TouchMinutes = 10, Asked = ["Policy number", "Name"] }, new WalkthroughFrame { Text = "Wait", WaitMinutes = 80 },
                new WalkthroughFrame { At = "m1", TouchMinutes = 10, Asked = ["policy number"] }, new WalkthroughFrame { At = "m2", Asked = ["Policy number"] },
            ],
        };

        var figures = WalkthroughFigures.Of(walk);

        Assert.Equal((100.0, 20.0, 0.8, 1, 1), (figures.ElapsedMinutes, figures.TouchMinutes, figures.WaitShare!.Value, figures.Repeats, figures.Untimed));
        Assert.Equal([new AskedAgain("Policy number", 2)], figures.AskedAgain);
    }

    [Fact]
    public void Row_63_ten_steps_are_a_checklist_with_evidence_and_its_last_day()
    {
        var map = InsurerMap.AsIs with { Actions = [new ActionItem { Id = "a", State = ActionState.Doing, Created = new DateOnly(2026, 5, 1) }] };

        var steps = TenSteps.Of(map);

        Assert.Equal([1, 2, 3, 4, 5, 6, 8, 10], steps.Where(static one => one.HasEvidence).Select(static one => one.Number));
        Assert.Equal(new DateOnly(2026, 5, 1), steps[7].Last);
        Assert.Equal(10, steps.Count);
    }

    [Fact]
    public void Row_64_five_challenges_have_the_answer_the_data_give()
    {
        var map = CallCentreMap.Map with
        {
            Assessment = [new StatedScore { Key = "c2", Stated = 9 }, new StatedScore { Key = "d1", Stated = 8 }],
            Communications = [new Communication { Id = "x", Sent = 9000, Asked = 40, Understood = 12 }],
        };
        var mask = OutsideInMask.Of(PerformanceLandscape.Of(map), CausalGraph.Of(map));

        var challenges = FiveChallenges.Of(map, mask, Today);

        Assert.Equal("1 of 4 metrics are of the tier customer outcome.", challenges[1].Answers[0]);
        Assert.Equal(9, challenges[1].Stated);
        Assert.Equal("Stated less evidenced is +6.3 on 0 to 10, over 1 of 11 differences.", Assert.Single(challenges[2].Answers));
        Assert.Empty(challenges[3].Answers);
        Assert.Equal("12 of 40 people asked had understood; how many were sent is no answer.", Assert.Single(challenges[4].Answers));
    }

    [Fact]
    public void All_ratings_of_any_map_can_be_told()
    {
        Assert.Equal(11, MapRatings.Of(OutsideInMap.Empty, Today).Mask.Items.Count);
        Assert.Equal(28, MapRatings.Of(InsurerMap.AsIs, Today).PointsOfFailure.AsIs.Total);
    }
}
