using FsCheck;
using FsCheck.Fluent;
using OutsideIn.Method;
using OutsideIn.Tests.Support;

namespace OutsideIn.Tests.Method.Plan;

public class ActionPlanTests
{
    private static readonly OutsideInMap Insurer = InsurerMap.Decided;

    // §5.1: M4 takes four breakpoints with it (÷ 2 for a medium cost class); M5 and M8 one each; R3 and R5 none.
    [Fact]
    public void The_insurers_plan_begins_with_what_takes_most_breakpoints_away()
    {
        var plan = ActionPlan.Of(Insurer);
        var first = plan.Ordered[0];

        Assert.Equal(("remove-m4", 4, 2.0, 1), (first.Id, first.BreakpointsEliminated, first.BreakpointsForCost, first.Place));
        Assert.Equal(["B4", "B5", "B6", "B7", "R1", "R2"], first.Cascade.Follows);
        Assert.True(first.IsCostAssumed);
        Assert.Equal(["road"], first.Outcomes);
        Assert.Equal(
            "Remove “Return signed form” with 4 breakpoints and 2 rules behind it: one step nearer to “Back on the road” for “Driver”, which serves “Keep people moving”.",
            first.Elevator.Text);
    }

    [Fact]
    public void A_breakpoint_that_goes_anyway_is_no_candidate()
    {
        var targets = ActionPlan.Of(Insurer).Candidates.SelectMany(static one => one.Targets).ToArray();

        Assert.Equal(["B1", "B10", "B11", "B13", "B9", "M10", "M2", "M3", "M4", "M5", "M8", "R3", "R5"], targets.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void What_an_action_of_the_map_acts_on_is_no_candidate_and_lends_it_its_reasons()
    {
        var map = Insurer with
        {
            Actions =
            [
                new ActionItem { Id = "forms", Name = "No more paper", Kind = ActionKind.Remove, Targets = ["m3", "M4"], Outcomes = ["road"], Cost = Judgement.Low, DurationDays = 30 },
                new ActionItem { Id = "old", Name = "No more survey", Kind = ActionKind.Stop, Targets = ["M10"], State = ActionState.Done },
            ],
        };

        var plan = ActionPlan.Of(map);

        Assert.DoesNotContain(plan.Candidates, static one => one.Targets.Any(static id => id is "M3" or "M4" or "M10"));
        var forms = plan.Ordered.Single(static one => one.IsOwn);
        Assert.Equal(("forms", 5, 5.0, 1), (forms.Id, forms.BreakpointsEliminated, forms.BreakpointsForCost, forms.Place));
        Assert.Contains("It is decided that it goes.", forms.Reasons.Select(static one => one.Text));
        Assert.Equal(["old"], plan.Done.Select(static one => one.Id));
    }

    [Fact]
    public void Orphan_tasks_and_their_pay_are_stopped_first_and_cannot_be_said_in_an_elevator()
    {
        var plan = ActionPlan.Of(CallCentreMap.Map);

        Assert.Equal(["answer", "look-up", "transfer", "reason-code", "wrap-up", "r1", "r2", "r3"], plan.Ordered.Select(static one => one.Targets[0]));
        Assert.All(plan.Ordered, static one => Assert.Equal(ActionKind.Stop, one.Kind));
        Assert.StartsWith("Cannot be said: ", plan.Ordered[0].Elevator.Text, StringComparison.Ordinal);
        Assert.Equal("Stop paying for “AHT”", plan.Ordered[5].Name);
    }

    [Fact]
    public void Candidates_come_in_the_order_eliminate_merge_automate_improve()
    {
        var map = new OutsideInMap
        {
            Outcomes = [new SuccessfulOutcome { Id = "o", Name = "Joy" }],
            Moments =
            [
                new MomentOfTruth { Id = "misery", Name = "Queue", Feel = Feel.Misery },
                new MomentOfTruth { Id = "self", Name = "Book", SelfServable = true, Kind = MomentKind.PersonPerson },
                new MomentOfTruth { Id = "a", Name = "Ask", Asked = ["Name", "name"] }, new MomentOfTruth { Id = "b", Name = "Ask again", Asked = ["NAME "] },
                new MomentOfTruth { Id = "chase", Name = "Where is it?", Demand = DemandKind.Chase },
                new MomentOfTruth { Id = "keep", Name = "Chat", Contributes = false, Disposition = Disposition.Keep, Reason = "They like it" },
                new MomentOfTruth { Id = "good", Name = "Drive" },
            ],
            Rules =
            [
                new BusinessRule { Id = "horse", Name = "35 miles", OriginReason = "the horse", OriginStillTrue = false },
                new BusinessRule { Id = "law", Name = "Identity", OriginStillTrue = false, Type = RuleType.Regulatory, Citation = "MLR 28" },
                new BusinessRule { Id = "new", Name = "Quotes", Verdict = RuleVerdict.Rewrite },
            ],
        };

        var candidates = ActionPlan.Of(map).Candidates;

        Assert.Equal(
            ["Eliminate chase", "Eliminate horse", "Merge a b", "Automate self", "Improve misery", "Improve new"],
            candidates.Select(static one => $"{one.Stage} {string.Join(' ', one.Targets)}"));
        Assert.Equal("What it was made for is no longer so: the horse.", candidates[1].Reasons[0].Text);
    }

    [Fact]
    public void A_log_adds_candidates_and_its_cases_to_those_the_map_has()
    {
        var evidence = new PlanEvidence("claims.csv", "road",
        [
            new LogCandidate(PointKind.MomentOfTruth, "Chase call", "M5", "900 contacts asked where it is.", 700, 5000, IsFailureDemand: true, IsSmall: false, "mot-3"),
            new LogCandidate(PointKind.Breakpoint, "Claims → Legal", null, "It waits 9 days.", 12, 100, IsFailureDemand: false, IsSmall: true, "pair-1"),
        ]);

        var candidates = ActionPlan.Of(Insurer, evidence: evidence).Candidates;

        var chase = candidates.Single(static one => one.Targets is ["M5"]);
        Assert.Equal([(null, null), ("claims.csv", "mot-3")], chase.Reasons.Select(static one => (one.Log, one.Figure)));
        var legal = candidates.Single(static one => one.Targets.Count == 0);
        Assert.Equal(("Remove the hand-off “Claims → Legal”", "It waits 9 days. (few cases)"), (legal.Name, legal.Reasons[0].Text));
        Assert.Equal(["road"], legal.Outcomes);
        Assert.Equal(100, legal.CustomerHours);
        Assert.Equal(5000, chase.CustomerHours);
    }

    [Fact]
    public void Of_equal_places_the_one_customers_waited_longest_with_comes_first()
    {
        static LogCandidate Wait(string name, double hours) => new(PointKind.Rule, name, null, "It waits.", 100, hours, IsFailureDemand: false, IsSmall: false, null);

        var plan = ActionPlan.Of(OutsideInMap.Empty, evidence: new PlanEvidence("claims.csv", null, [Wait("short", 1), Wait("long", 2)]));

        Assert.Equal(["Challenge the rule “long”", "Challenge the rule “short”"], plan.Ordered.Select(static one => one.Name));
    }

    [Fact]
    public void Findings_lend_their_codes_and_what_is_accepted_is_left_alone()
    {
        static MapDiagnostic Finding(string code, string subject) => new(Severity.Error, code, $"{code} of {subject}", Subject: subject);
        var accepted = new AcceptedFinding { Code = "MOT-04", Of = "M10", Reason = "The board wants it" };
        var findings = new CheckResult([Finding("MOT-04", "moments/M4")], [new AcceptedDiagnostic(Finding("MOT-04", "moments/M10"), accepted)]);

        var candidates = ActionPlan.Of(Insurer, findings).Candidates;

        Assert.Contains("MOT-04", candidates.Single(static one => one.Targets is ["M4"]).Reasons.Select(static one => one.Code));
        Assert.DoesNotContain(candidates, static one => one.Targets is ["M10"]);
    }

    // M4 takes B4 to B7, R1 and R2 with it, done or not; M2 takes B2.
    [Fact]
    public void What_goes_with_an_action_of_the_map_is_no_candidate()
    {
        var map = InsurerMap.AsIs with
        {
            Actions = [new ActionItem { Id = "forms", Name = "No more paper", Kind = ActionKind.Remove, Targets = ["M2", "M4"], State = ActionState.Done }],
            Rules = [.. InsurerMap.AsIs.Rules.Select(static one => one with { Contributes = false })],
        };

        var targets = ActionPlan.Of(map).Candidates.SelectMany(static one => one.Targets);

        Assert.Empty(targets.Intersect(["M2", "M4", "B2", "B4", "B5", "B6", "B7", "R1", "R2"]));
    }

    [Fact]
    public void The_sentence_says_how_much_work_an_action_frees()
    {
        var map = InsurerMap.Decided with
        {
            Tasks = [new WorkTask { Id = "sort", Name = "Sort forms", Hours = 1200, CausedBy = ["B4"] }, new WorkTask { Id = "read", Name = "Read forms", Hours = 34.5, CausedBy = ["M4"] }],
        };

        Assert.StartsWith(
            "Remove “Return signed form” with 4 breakpoints, 2 rules and 2 tasks behind it, which frees 1,234.5 hours of work: one step nearer",
            ActionPlan.Of(map).Ordered.Single(static one => one.Targets is ["M4"]).Elevator.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void What_a_finding_asks_for_is_a_candidate_and_the_earliest_stage_stays()
    {
        var map = InsurerMap.AsIs with
        {
            Moments =
            [
                .. InsurerMap.AsIs.Moments.Select(static one => one.Id switch
                {
                    "M9" => one with { Feel = Feel.Misery },
                    "M10" => one with { Contributes = false, Disposition = Disposition.Keep, Reason = "Somebody likes it", Feel = Feel.Misery },
                    _ => one,
                }),
            ],
        };

        var candidates = ActionPlan.Of(map, MapChecks.Check(map, new CheckOptions(new DateOnly(2026, 11, 21)))).Candidates;

        var survey = candidates.Single(static one => one.Targets is ["M10"]);
        Assert.Equal((ActionKind.Remove, "Remove “Survey three weeks later”"), (survey.Kind, survey.Name));
        Assert.Contains("MOT-04", survey.Reasons.Select(static one => one.Code));
        Assert.Equal(ActionKind.Improve, candidates.Single(static one => one.Targets is ["M9"]).Kind);
    }

    [Fact]
    public void What_is_written_against_the_method_is_warned_of()
    {
        var map = Insurer with
        {
            Actions =
            [
                new ActionItem { Id = "a", Name = "Train the agents", Kind = ActionKind.Stop, Targets = ["M10"], Approvals = ["Board"], DurationDays = 120 },
                new ActionItem { Id = "b", Name = "Replatform", Kind = ActionKind.Innovate, Targets = ["M1"], DurationDays = 366 },
            ],
        };

        var plan = ActionPlan.Of(map);

        Assert.Equal(3, plan.Ordered[0].Warnings.Count);
        Assert.Equal(["b"], plan.Rejected.Select(static one => one.Id));
        Assert.Equal(0, plan.Rejected[0].Place);
    }

    [Fact]
    public void An_action_without_an_outcome_cannot_be_said()
    {
        var map = new OutsideInMap { Moments = [new MomentOfTruth { Id = "m", Name = "Survey", Disposition = Disposition.Remove }] };

        Assert.Equal("Cannot be said: no outcome is named, and no path leads from its targets to one.", Assert.Single(ActionPlan.Of(map).Ordered).Elevator.Text);
    }

    // PF7 and F18: stop first, then breakpoints ÷ cost class, then shorter, then as given.
    [Fact]
    public void The_order_is_stop_first_then_breakpoints_for_cost_then_the_shorter()
    {
        static PlannedAction One(string id, ActionKind kind, int breakpoints, Judgement cost, double? days) => new()
        {
            Id = id,
            Name = id,
            Kind = kind,
            Cascade = CausalGraph.Of(OutsideInMap.Empty).Remove([]),
            BreakpointsEliminated = breakpoints,
            Cost = cost,
            DurationDays = days,
            Elevator = new Elevator(null, ""),
        };

        var ordered = PlanOrder.Of(
        [
            One("six for high", ActionKind.Remove, 6, Judgement.High, 10), One("two for low, long", ActionKind.Remove, 2, Judgement.Low, 80), One("three for low", ActionKind.Merge, 3, Judgement.Low, 300),
            One("two for low, unknown", ActionKind.Remove, 2, Judgement.Low, null), One("years", ActionKind.Stop, 99, Judgement.Low, 366), One("stop", ActionKind.Stop, 0, Judgement.High, 365),
        ]);

        Assert.Equal(["stop", "three for low", "six for high", "two for low, long", "two for low, unknown"], ordered.Select(static one => one.Id));
        Assert.Equal([1, 2, 3, 4, 5], ordered.Select(static one => one.Place));
    }

    [Fact]
    public void The_plan_of_any_map_is_the_same_twice_names_each_target_set_once_and_each_id_once() =>
        Prop.ForAll(RandomWork.Maps, static map =>
        {
            var plan = ActionPlan.Of(map);

            Assert.Equal(plan.Ordered.Select(static one => (one.Id, one.Elevator.Text)), ActionPlan.Of(map).Ordered.Select(static one => (one.Id, one.Elevator.Text)));
            Assert.Equal(plan.Ordered.Count, plan.Ordered.Select(static one => one.Id).Distinct().Count());
            Assert.Equal(plan.Ordered.Count, plan.Ordered.Select(static one => string.Join(',', one.Targets.Order())).Distinct().Count());
            Assert.Equal(Enumerable.Range(1, plan.Ordered.Count), plan.Ordered.Select(static one => one.Place));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(300));

    [Fact]
    public void Work_can_say_how_it_moves_the_outcome()
    {
        var landscape = PerformanceLandscape.Of(CallCentreMap.Map);

        Assert.Equal(
            "“replacement-car” leads by “restore” and “Car delivered” and “Retention” to “Back on the road”, which serves “Customers who stay”.",
            Elevator.OfWork(landscape, "replacement-car").Text);
        Assert.Equal("Cannot be said: “wrap-up” leads to “Call log” and stops there.", Elevator.OfWork(landscape, "wrap-up").Text);
        Assert.Equal("Cannot be said: nothing called \"x\" is in the landscape.", Elevator.OfWork(landscape, "x").Text);
    }
}
