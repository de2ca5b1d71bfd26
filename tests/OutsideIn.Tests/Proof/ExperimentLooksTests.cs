using OutsideIn.Diagnosis;
using OutsideIn.Events;
using OutsideIn.Experiments;
using OutsideIn.Measures;
using OutsideIn.Method;
using OutsideIn.Proof;
using OutsideIn.Simulation;

namespace OutsideIn.Tests.Proof;

/// <summary>Looks at the pilot, whose truth is planted, by a plan that was locked before it began.</summary>
public sealed class ExperimentLooksTests
{
    private static readonly OutsideInMap Map = MapYaml.Read(NorthbankPilot.MapYaml, "pilot.yaml").Map;
    private static readonly EventLog Log = NorthbankPilot.Generate();
    private static readonly MeasuredLog Whole = MeasuredLogs.Of(Log, Map, null);
    private static readonly ExperimentPlan Plan = PlannedExperiments.Of(Map, "EX1").TryGet(out var plan, out _) ? plan with { Covariates = [] } : throw new InvalidOperationException();
    private static readonly ExperimentQuestion Question = Ask(Plan);

    [Fact]
    public void A_run_is_counted_in_what_was_given_an_arm()
    {
        var check = Check(Question);

        Assert.Equal("sound", check.Answer);
        Assert.Equal("team", check.Unit);
        Assert.Equal([10L, 10L], check.Arms.Select(static arm => arm.Units));
        Assert.Equal(Whole.Log.CaseCount - CasesOutside(), check.Arms.Sum(static arm => arm.Cases));
        Assert.True(check.Progress.IsLast);
        Assert.Equal(14, check.Progress.FollowUpDays);
        Assert.Contains(check.Balance, static one => one.Covariate == "the primary outcome before" && !one.IsAlarm);
    }

    [Fact]
    public void Cases_that_could_not_be_followed_yet_are_counted_before_the_end()
    {
        var check = Check(Question, At(2025, 9, 15));

        // Whoever began in the last fourteen days could not be followed for fourteen: by hand on the log.
        var young = Enumerable.Range(0, Log.CaseCount).Count(one => StartOf(one) > Micros(2025, 9, 1) && StartOf(one) <= Micros(2025, 9, 15));
        Assert.Equal(young, check.Arms.Sum(static arm => arm.TooYoung));
        Assert.False(check.Progress.IsLast);

        // 4 August to 15 September are 43 days, 14 of them not followed to their end, of 112 planned.
        Assert.Equal((43.0 - 14) / 112, check.Progress.Share!.Value, 12);
    }

    [Fact]
    public void The_effect_is_that_of_a_comparison_of_the_same_cases()
    {
        var analysis = Analyse(Ask(Plan with { Looks = new LookSchedule(LookRule.AtEnd, 1), Start = null, End = null }));
        var compared = LogComparisons.Compare(
            Whole, "pilot", new ComparisonQuestion(Plan.Primary.Measure) { Objective = Plan.Primary.Objective, Arms = "arm", Control = "as usual", Unit = "team" }, Stop);

        Assert.True(compared.TryGet(out var comparison, out _));
        var (effect, same) = (Assert.Single(analysis.Verdicts).Primary!, Assert.Single(comparison.Effects));
        Assert.Equal(same.Value!.Value, effect.Value!.Value, 12);
        Assert.Equal(same.Low!.Value, effect.Low!.Value, 9);
        Assert.Equal(same.High!.Value, effect.High!.Value, 9);
        Assert.Equal(comparison.Groups.Select(static one => one.Figure.Text), analysis.Groups.Select(static one => one.Figure.Text));
    }

    [Fact]
    public void A_plan_that_was_locked_before_it_began_decides()
    {
        var analysis = Analyse(Question);

        Assert.Equal(ExperimentAnswer.Better, analysis.Answer);
        Assert.StartsWith("“Drivers who have their car back within 14 days” is better with “call ahead”, and every guardrail holds.", analysis.Sentence, StringComparison.Ordinal);
        Assert.Empty(analysis.Run.Deviations);
    }

    [Fact]
    public void Without_a_lock_or_with_a_late_one_or_with_another_plan_the_result_is_exploratory()
    {
        var late = Question.Locked! with { At = new DateTimeOffset(2025, 8, 5, 0, 0, 0, TimeSpan.Zero) };
        ExperimentQuestion[] all = [Question with { Locked = null }, Question with { Locked = late }, Question with { Plan = Plan with { Alpha = 0.1 } }];

        Assert.All(all, static one => Assert.StartsWith("Exploratory", Analyse(one).Sentence, StringComparison.Ordinal));
        Assert.Equal(
            ["No plan was locked before anybody looked."], Analyse(all[0]).Run.Deviations);
        Assert.Contains("locked on 2025-08-05, after the first units", Analyse(all[1]).Run.Deviations[0], StringComparison.Ordinal);
        Assert.Contains("\"alpha\"", Analyse(all[2]).Run.Deviations[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Looking_early_widens_what_is_left_possible_and_each_look_has_its_place()
    {
        var first = Analyse(Question, At(2025, 9, 14));
        var alone = Analyse(Ask(Plan with { Looks = new LookSchedule(LookRule.AtEnd, 1) }) with { IsFinal = true }, At(2025, 9, 14));
        var second = Analyse(Question with { Looks = [first.Entry(Now)] }, At(2025, 10, 5));

        Assert.Equal(ExperimentAnswer.NotYet, first.Answer);
        Assert.True(Width(first) > 1.5 * Width(alone), $"{first.Verdicts[0].Primary!.Text} and {alone.Verdicts[0].Primary!.Text}");
        Assert.Equal((1, 2), (first.Run.Progress.Look, second.Run.Progress.Look));
        Assert.True(Width(second) < Width(first));
    }

    [Fact]
    public void Every_interval_of_a_look_is_as_wide_as_the_look_asks()
    {
        var verdict = Analyse(Question, At(2025, 9, 14)).Verdicts[0];

        // One factor stretches them all, since every outcome rests on the same teams.
        var guardrail = Assert.Single(verdict.Others).Effect;
        var alone = Analyse(Ask(Plan with { Looks = new LookSchedule(LookRule.AtEnd, 1) }) with { IsFinal = true }, At(2025, 9, 14)).Verdicts[0];
        var stretched = (verdict.Primary!.High - verdict.Primary.Low) / (alone.Primary!.High - alone.Primary.Low);
        Assert.Equal(stretched!.Value, ((guardrail.High - guardrail.Low) / (alone.Others[0].Effect.High - alone.Others[0].Effect.Low))!.Value, 6);
        Assert.Null(guardrail.PValue);
    }

    [Fact]
    public void Before_any_case_could_be_followed_to_its_end_the_answer_is_not_yet_and_nothing_is_shown()
    {
        var analysis = Analyse(Question, At(2025, 8, 10));

        Assert.Equal(ExperimentAnswer.NotYet, analysis.Answer);
        Assert.Empty(analysis.Groups);
        Assert.Null(analysis.Verdicts[0].Primary);
        Assert.Null(analysis.Entry(Now).Effect);
    }

    [Fact]
    public void A_plan_that_looks_at_the_end_shows_nothing_before()
    {
        var question = Ask(Plan with { Looks = new LookSchedule(LookRule.AtEnd, 1) });

        var early = Analyse(question, At(2025, 10, 1));

        Assert.Equal(ExperimentAnswer.NotYet, early.Answer);
        Assert.Empty(early.Groups);
        Assert.Empty(early.Verdicts[0].Others);
        Assert.Equal(ExperimentAnswer.Better, Analyse(question).Answer);
    }

    [Fact]
    public void Units_that_came_into_the_arms_otherwise_than_planned_withhold_every_figure()
    {
        var plan = Plan with { Unit = ExperimentUnit.Case, Arms = [new PlannedArm("as usual", 0.7), new PlannedArm("call ahead", 0.3)] };

        var analysis = Analyse(Ask(plan));

        Assert.Equal(ExperimentAnswer.Withheld, analysis.Answer);
        Assert.Equal("withheld", analysis.Run.Answer);
        Assert.Empty(analysis.Groups);
        Assert.All(analysis.Verdicts, static one => Assert.True(one is { Primary: null, Figure: null, Uptake: null, SecondOpinion: null, Novelty: null, Others.Count: 0 }));
    }

    [Fact]
    public void A_list_says_what_a_column_says()
    {
        var arms = CaseColumns.Of(Whole, "arm").TryGet(out var column, out _) ? column : throw new InvalidOperationException();
        var teams = CaseColumns.Of(Whole, "team").TryGet(out var named, out _) ? named : throw new InvalidOperationException();
        var list = Enumerable.Range(0, Log.CaseCount).Where(one => arms[one] > 0)
            .Select(one => new ListedArm(teams.Names[teams[one] - 1], arms.Names[arms[one] - 1])).Distinct().Append(new ListedArm("Team 99", "call ahead")).ToArray();

        var (byList, byColumn) = (Analyse(Question with { Arms = new ArmList(list) }), Analyse(Question));

        Assert.Equal(byColumn.Verdicts[0].Primary!.Text, byList.Verdicts[0].Primary!.Text);
        Assert.Equal(byColumn.Data, byList.Data);
        Assert.Contains(byList.Run.Checks, static one => one.Assumption == "The log knows every unit of the list." && one.Finding.StartsWith("1 team", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Team 01", "call later", "which the plan has not")]
    [InlineData("Team 01", "as usual", "two arms")]
    public void A_list_that_contradicts_the_plan_or_itself_is_refused(string unit, string arm, string says)
    {
        var looked = ExperimentLooks.Check(Whole, "pilot", Question with { Arms = new ArmList([new ListedArm("Team 01", "call ahead"), new ListedArm(unit, arm)]) }, Stop);

        Assert.False(looked.TryGet(out _, out var problem));
        Assert.Equal("PR042", problem.Code);
        Assert.Contains(says, problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_schedule_that_contradicts_itself_is_refused()
    {
        var start = new DateTime(2025, 8, 4, 0, 0, 0, DateTimeKind.Unspecified);
        SwitchbackBlock[] over = [new(1, start, start, start.AddDays(8), "as usual"), new(2, start, start.AddDays(7), start.AddDays(14), "call ahead")];
        SteppedUnit[] twice = [new("Team 01", 1, new DateOnly(2025, 8, 4), new DateOnly(2025, 8, 4)), new("team 01", 2, new DateOnly(2025, 9, 1), new DateOnly(2025, 9, 1))];

        Assert.Equal("PR042", Refusal(new ArmBlocks(over)));
        Assert.Equal("PR042", Refusal(new ArmSteps(twice)));
        Assert.Equal("PR042", Refusal(new ArmBlocks([over[0] with { Arm = "call later" }])));

        static string Refusal(ArmSource arms) => ExperimentLooks.Check(Whole, "pilot", Question with { Arms = arms }, Stop).TryGet(out _, out var problem) ? "" : problem.Code;
    }

    [Fact]
    public void Units_with_cases_in_both_arms_are_doubted()
    {
        Assert.DoesNotContain(Check(Question).Doubts, static one => one.Code == "PR045");

        // Teams were changed, not weeks: every week has cases of both.
        var mixed = Check(Ask(Plan with { Unit = ExperimentUnit.Week }));
        Assert.Contains(mixed.Doubts, static one => one.Code == "PR045");
        Assert.Equal("doubtful", mixed.Answer);
    }

    [Fact]
    public void Blocks_of_time_are_the_units_of_a_switchback_and_washouts_are_in_none()
    {
        var start = new DateTime(2025, 8, 4, 0, 0, 0, DateTimeKind.Unspecified);
        var blocks = Enumerable.Range(0, 16)
            .Select(week => new SwitchbackBlock(week + 1, start.AddDays(7 * week), start.AddDays((7 * week) + 1), start.AddDays(7 * (week + 1)), week % 2 == 0 ? "as usual" : "call ahead")).ToArray();

        var analysis = Analyse(Question with { Arms = new ArmBlocks(blocks) });

        Assert.Equal("block", analysis.Run.Unit);
        Assert.Equal([8L, 8L], analysis.Run.Arms.Select(static arm => arm.Units));
        var monday = Enumerable.Range(0, Log.CaseCount).Count(one => StartOf(one) >= Micros(2025, 8, 4) && StartOf(one) < Micros(2025, 11, 24)
            && DateTimeOffset.UnixEpoch.AddMicroseconds(StartOf(one)).DayOfWeek == DayOfWeek.Monday);
        Assert.Equal(CasesInside() - monday, analysis.Run.Arms.Sum(static arm => arm.Cases));

        // Every other week was given nothing: no difference is there, and none is found.
        Assert.Equal(ExperimentAnswer.NotShown, analysis.Answer);
    }

    [Fact]
    public void A_stepped_roll_out_is_compared_within_its_periods()
    {
        // The teams that called ahead from 4 August on are the first step, the others the second, which never came within the log.
        var arms = CaseColumns.Of(Whole, "arm").TryGet(out var column, out _) ? column : throw new InvalidOperationException();
        var teams = CaseColumns.Of(Whole, "team").TryGet(out var named, out _) ? named : throw new InvalidOperationException();
        var steps = Enumerable.Range(0, Log.CaseCount).Where(one => arms[one] > 0)
            .Select(one => (Team: teams.Names[teams[one] - 1], IsFirst: arms.Names[arms[one] - 1] == "call ahead")).Distinct()
            .Select(static one => new SteppedUnit(one.Team, one.IsFirst ? 1 : 2, one.IsFirst ? new DateOnly(2025, 8, 4) : new DateOnly(2026, 1, 5), one.IsFirst ? new DateOnly(2025, 8, 11) : new DateOnly(2026, 1, 12))).ToArray();
        var plan = Plan with { Start = new DateOnly(2025, 2, 3), Looks = new LookSchedule(LookRule.AtEnd, 1) };

        var analysis = Analyse(Ask(plan) with { Arms = new ArmSteps(steps) });

        var effect = analysis.Verdicts[0].Primary!;
        Assert.StartsWith("differences within each period", effect.Method, StringComparison.Ordinal);
        Assert.Equal(ExperimentAnswer.Better, analysis.Answer);
        Assert.Null(effect.RelativeText);
        Assert.DoesNotContain(analysis.Run.Doubts, static one => one.Code == "PR045");

        // One period has both, and in it the mean of team means: the comparison of the arms over the cases that counted from a week later on.
        var later = Analyse(Ask(plan with { Start = new DateOnly(2025, 8, 4) }) with { Arms = new ArmSteps(steps) }).Verdicts[0].Primary!;
        Assert.Equal(effect.Value!.Value, later.Value!.Value, 0.02);
    }

    [Fact]
    public void What_the_plan_leaves_out_is_left_out_and_counted()
    {
        var check = Check(Ask(Plan with { Exclusions = ["damage = \"heavy\""] }));
        var damage = CaseColumns.Of(Whole, "damage").TryGet(out var column, out _) ? column : throw new InvalidOperationException();
        var heavy = Enumerable.Range(0, Log.CaseCount).Count(one => IsInside(one) && column.Names[damage[one] - 1] == "heavy");

        Assert.Equal(CasesInside() - heavy, check.Arms.Sum(static arm => arm.Cases));
        Assert.Contains(check.Checks, one => one.Finding.Contains("left out by the plan's exclusions", StringComparison.Ordinal));
    }

    [Fact]
    public void What_was_known_before_sharpens_the_answer_and_moves_it_little()
    {
        var (plain, adjusted) = (Analyse(Question).Verdicts[0].Primary!, Analyse(Ask(Plan with { Covariates = ["damage", "outcome before"] })).Verdicts[0].Primary!);

        Assert.Contains("adjusted by what was known before", adjusted.Method, StringComparison.Ordinal);
        Assert.True(adjusted.High - adjusted.Low < plain.High - plain.Low, $"{adjusted.Text} and {plain.Text}");
        Assert.InRange(adjusted.Value!.Value, plain.Low!.Value, plain.High!.Value);
    }

    [Fact]
    public void What_taking_it_up_did_is_what_being_given_it_did_over_how_many_more_took_it_up()
    {
        var uptake = Analyse(Ask(Plan with { Looks = new LookSchedule(LookRule.AtEnd, 1) }) with { TookUp = "has \"Report the claim\" for cases where damage is not missing" }).Verdicts[0].Uptake!;
        Assert.Equal("EX039", uptake.OnCompliers.Refusal!.Code);

        var calls = Analyse(Ask(Plan with { Looks = new LookSchedule(LookRule.AtEnd, 1) }) with { TookUp = "has \"Call ahead\"" }).Verdicts[0].Uptake!;
        Assert.InRange(calls.Uptake.Value!.Value, 0.9, 1);
        Assert.Equal(calls.Assigned.Value!.Value / calls.Uptake.Value.Value, calls.OnCompliers.Value!.Value, 9);
    }

    [Fact]
    public void A_second_opinion_needs_a_stated_belief_and_leans_to_it()
    {
        Assert.Null(Analyse(Question).Verdicts[0].SecondOpinion);

        var effect = Analyse(Ask(Plan with { Looks = new LookSchedule(LookRule.AtEnd, 1) })).Verdicts[0].Primary!;
        var flat = Analyse(Question with { Prior = NormalPrior.Flat }).Verdicts[0].SecondOpinion!;
        var sceptical = Analyse(Question with { Prior = new NormalPrior(0, 0.05) }).Verdicts[0].SecondOpinion!;

        Assert.Equal(effect.Value!.Value, flat.Value, 9);
        Assert.InRange(sceptical.Value, 0.01, flat.Value - 0.01);
    }

    [Fact]
    public void A_look_after_the_looks_have_ended_says_so()
    {
        var ended = Analyse(Question).Entry(Now) with { Day = new DateOnly(2025, 10, 20) };

        Assert.Contains(Check(Question with { Looks = [ended] }).Doubts, static one => one.Code == "PR048");
    }

    [Fact]
    public void The_same_data_have_one_fingerprint_and_others_another()
    {
        Assert.Equal(Analyse(Question).Data, Analyse(Question).Data);
        Assert.NotEqual(Analyse(Question).Data, Analyse(Question, At(2025, 11, 20)).Data);
    }

    [Fact]
    public void Several_arms_share_the_error_and_the_most_urgent_stands_first()
    {
        var three = Plan with { Arms = [new PlannedArm("as usual", 0.4), new PlannedArm("call ahead", 0.4), new PlannedArm("write", 0.2)], Looks = new LookSchedule(LookRule.AtEnd, 1) };

        var analysis = Analyse(Ask(three));

        // Nobody was written to: that arm is refused, the other answered at half the false alarms.
        Assert.Equal(["call ahead", "write"], analysis.Verdicts.Select(static one => one.Arm));
        Assert.Equal(0.975, analysis.Verdicts[0].Primary!.Level, 12);
        Assert.Equal(ExperimentAnswer.Refused, analysis.Verdicts[1].Answer);
        Assert.Equal(analysis.Verdicts[0].Sentence, analysis.Sentence);
        Assert.Equal("PR057", analysis.Run.Doubts[0].Code);
    }

    [Fact]
    public void Where_nobody_is_in_it_yet_the_run_is_doubted_and_nothing_is_said()
    {
        var question = Ask(Plan with { Start = new DateOnly(2025, 12, 9), End = new DateOnly(2026, 2, 1), Exclusions = ["damage = \"light\"", "damage = \"heavy\""] });

        Assert.Equal("doubtful", Check(question).Answer);
        Assert.Equal(ExperimentAnswer.NotYet, Analyse(question).Answer);
    }

    [Fact]
    public void An_arm_nobody_is_in_does_not_shorten_the_time_of_the_others()
    {
        var time = Plan.Primary with { Objective = null, Better = OutsideIn.Experiments.Direction.Lower };
        var two = Plan with { Primary = time, Looks = new LookSchedule(LookRule.AtEnd, 1), Alpha = 0.025 };
        var three = two with { Arms = [new PlannedArm("as usual", 0.4), new PlannedArm("call ahead", 0.4), new PlannedArm("write", 0.2)], Alpha = 0.05 };

        Assert.Equal(Analyse(Ask(two)).Verdicts[0].Primary!.Text, Analyse(Ask(three)).Verdicts[0].Primary!.Text);
    }

    [Theory]
    [InlineData("PR040", "before")]
    [InlineData("PR041", "exclusion")]
    [InlineData("PR055", "covariate")]
    [InlineData("EX018", "unit")]
    [InlineData("DG032", "column")]
    [InlineData("PR030", "outcome")]
    [InlineData("PR044", "uptake")]
    public void What_cannot_be_told_is_refused_with_a_way_out(string code, string about)
    {
        var (question, at) = about switch
        {
            "before" => (Question, At(2025, 6, 1)),
            "exclusion" => (Ask(Plan with { Exclusions = ["colour = \"red\""] }), null),
            "covariate" => (Ask(Plan with { Covariates = ["colour"] }), null),
            "unit" => (Ask(Plan with { Unit = ExperimentUnit.Branch }), null),
            "column" => (Question with { Arms = new ArmColumn("armm") }, null),
            "outcome" => (Ask(Plan with { Primary = Plan.Primary with { Measure = "has \"Weigh the car\"" } }), null),
            _ => (Question with { TookUp = "count of \"Call ahead\"" }, (MeasuredLog?)null),
        };

        Assert.False(ExperimentLooks.Analyse(at ?? Whole, "pilot", question, Stop).TryGet(out _, out var problem));
        Assert.Equal(code, problem.Code);
        Assert.False(string.IsNullOrEmpty(problem.Hint));
    }

    private static readonly DateTimeOffset Now = new(2025, 12, 10, 9, 0, 0, TimeSpan.Zero);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static ExperimentQuestion Ask(ExperimentPlan plan) => new(plan, new ArmColumn("arm"))
    {
        Locked = new LockedPlan(plan, PlanText.HashOf(PlanText.Of(plan)), new DateTimeOffset(2025, 7, 30, 8, 0, 0, TimeSpan.Zero)),
    };

    private static ExperimentCheck Check(ExperimentQuestion question, MeasuredLog? log = null) =>
        ExperimentLooks.Check(log ?? Whole, "pilot", question, Stop).TryGet(out var check, out var problem) ? check : throw new InvalidOperationException(problem.Message);

    private static ExperimentAnalysis Analyse(ExperimentQuestion question, MeasuredLog? log = null) =>
        ExperimentLooks.Analyse(log ?? Whole, "pilot", question, Stop).TryGet(out var analysis, out var problem) ? analysis : throw new InvalidOperationException(problem.Message);

    private static MeasuredLog At(int year, int month, int day) => MeasuredLogs.Of(Log, Map, Micros(year, month, day));

    private static long Micros(int year, int month, int day) => ComparisonQuestion.MicrosOf(new DateOnly(year, month, day));

    private static long StartOf(int one) => Log.BeginMicros[Log.RowsOf(one).First];

    private static bool IsInside(int one) => StartOf(one) >= Micros(2025, 8, 4) && StartOf(one) < Micros(2025, 11, 24);

    private static int CasesInside() => Enumerable.Range(0, Log.CaseCount).Count(IsInside);

    private static int CasesOutside() => Log.CaseCount - CasesInside();

    private static double Width(ExperimentAnalysis analysis) => (analysis.Verdicts[0].Primary!.High - analysis.Verdicts[0].Primary!.Low)!.Value;
}
