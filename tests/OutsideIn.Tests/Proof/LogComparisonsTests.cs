using OutsideIn.Experiments;
using OutsideIn.Measures;
using OutsideIn.Proof;
using OutsideIn.Simulation;
using OutsideIn.Tests.Support;

namespace OutsideIn.Tests.Proof;

/// <summary>What a comparison says of the pilot, whose truth is planted, and where it must not answer.</summary>
public sealed class LogComparisonsTests
{
    private const string BackOnTheRoad = "time from first \"Report the claim\" to first \"Collect the car\"";

    private static readonly MeasuredLog Pilot = MeasuredLog.Of(NorthbankPilot.Generate());

    private static readonly ComparisonQuestion Arms = new(BackOnTheRoad) { Objective = "60% of cases <= 14d", Arms = "arm", Control = NorthbankPilot.AsUsual };

    [Fact]
    public void Shares_within_a_time_are_the_figure_of_each_arm_and_teams_are_what_counts()
    {
        var found = Compare(Arms with { Unit = "team", Shares = [0.5, 0.5] });

        Assert.Equal("better", found.Answer);
        Assert.Equal([NorthbankPilot.AsUsual, NorthbankPilot.CallAhead], found.Groups.Select(static one => one.Name));
        Assert.All(found.Groups, static one => Assert.Equal(NorthbankPilot.TeamCount / 2, one.Units));
        var effect = Assert.Single(found.Effects);
        Assert.Equal("share", effect.Unit);
        Assert.Contains("cluster", effect.Method, StringComparison.Ordinal);
        Assert.InRange(effect.Value!.Value, effect.Low!.Value, effect.High!.Value);
    }

    [Fact]
    public void Counting_cases_instead_of_teams_is_surer_than_it_may_be()
    {
        var (teams, cases) = (Compare(Arms with { Unit = "team" }).Effects[0], Compare(Arms).Effects[0]);

        Assert.True(cases.High - cases.Low < 0.8 * (teams.High - teams.Low), $"{cases.Text} and {teams.Text}");
    }

    [Fact]
    public void The_effect_of_cases_is_the_difference_of_the_shown_shares_open_cases_counted_as_open()
    {
        var found = Compare(Arms);

        Assert.True(found.Groups[0].Open > 0);
        Assert.Equal(found.Groups[1].Figure.Value!.Value - found.Groups[0].Figure.Value!.Value, found.Effects[0].Value!.Value, 12);
    }

    [Fact]
    public void Waits_without_a_share_goal_are_compared_by_their_mean_up_to_a_limit()
    {
        var found = Compare(Arms with { Objective = null, FollowUpMicros = 30 * ComparisonQuestion.DayMicros });

        Assert.Equal("mean time, up to 30.0 d", found.Compared.Replace("30 d", "30.0 d", StringComparison.Ordinal));
        Assert.Equal("seconds", found.Effects[0].Unit);
        Assert.Equal(found.Groups[1].Figure.Value!.Value - found.Groups[0].Figure.Value!.Value, found.Effects[0].Value!.Value, 1e-6);
        Assert.Equal("different", found.Answer);
        Assert.Equal("better", Compare(Arms with { Objective = null, Better = Direction.Lower }).Answer);
    }

    [Fact]
    public void Without_word_of_chance_the_result_is_an_association()
    {
        Assert.Contains(Compare(Arms).Checks, static one => one.Assumption == "Chance gave out the arms." && one.Holds is null);
        Assert.DoesNotContain(Compare(Arms with { Shares = [0.5, 0.5] }).Checks, static one => one.Assumption == "Chance gave out the arms.");
    }

    [Fact]
    public void Strata_make_the_arms_comparable_without_moving_the_answer_far()
    {
        var (plain, adjusted) = (Compare(Arms).Effects[0], Compare(Arms with { Adjust = ["damage"] }).Effects[0]);

        Assert.Contains("strat", adjusted.Method, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(plain.Value!.Value, adjusted.Value!.Value, 0.03);
        Assert.True(adjusted.High - adjusted.Low < plain.High - plain.Low);
    }

    [Fact]
    public void Several_arms_are_one_family()
    {
        var found = Compare(new ComparisonQuestion("count of \"Ask where it stands\"") { Arms = "damage" });
        Assert.All(found.Effects, static one => Assert.Null(one.AdjustedPValue));

        var teams = Compare(new ComparisonQuestion("count of \"Ask where it stands\" for cases where team in (\"Team 01\", \"Team 02\", \"Team 03\", \"Team 04\")") { Arms = "team" });
        Assert.Equal(3, teams.Effects.Count);
        Assert.All(teams.Effects, static one => Assert.True(one.AdjustedPValue >= one.PValue));
    }

    [Fact]
    public void Before_and_after_is_held_against_the_trend_and_does_not_claim_the_whole_difference()
    {
        var found = Compare(new ComparisonQuestion(BackOnTheRoad) { Objective = "60% of cases <= 14d", ChangeMicros = ComparisonQuestion.MicrosOf(NorthbankPilot.PilotStarts) });

        var plainly = found.Groups[1].Figure.Value!.Value - found.Groups[0].Figure.Value!.Value;
        Assert.Equal("notShown", found.Answer);
        Assert.True(found.Effects[0].Value < plainly, "Everybody gets quicker over the year: the plain difference holds that too.");
        Assert.Equal(["average effect", "step at the change", "change of slope a week"], found.Effects.Select(static one => one.Of));
        Assert.Contains(found.Periods, static one => one is { IsUsed: true, Expected: not null });
        Assert.Contains(found.Periods, static one => one is { IsAfter: true, IsUsed: false });
    }

    [Fact]
    public void With_cases_the_change_did_not_reach_it_finds_what_was_planted()
    {
        var log = NorthbankPilot.Generate();
        var arm = log.Attributes.Single(static one => one.Name == "arm").Texts!;
        var usual = Enumerable.Range(0, log.CaseCount).Where(one => arm.TextAt(one) == NorthbankPilot.AsUsual).Select(one => log.Teams!.TextAt(log.RowsOf(one).First)!).Distinct();

        var found = Compare(new ComparisonQuestion(BackOnTheRoad)
        {
            Objective = "60% of cases <= 14d",
            ChangeMicros = ComparisonQuestion.MicrosOf(NorthbankPilot.PilotStarts),
            Unchanged = ("team", string.Join(",", usual)),
        });

        Assert.Equal("better", found.Answer);
        Assert.All(found.Periods.Where(static one => one.IsUsed), static one => Assert.NotNull(one.ControlValue));
    }

    [Fact]
    public void Changes_of_teams_with_the_pilot_are_held_against_those_without()
    {
        var found = Compare(Arms with { Unit = "team", ChangeMicros = ComparisonQuestion.MicrosOf(NorthbankPilot.PilotStarts) });

        Assert.Equal(("better", "difference in differences", "team"), (found.Answer, found.Design, found.Unit));
        Assert.Equal(["as usual, before", "as usual, after", "call ahead, before", "call ahead, after"], found.Groups.Select(static one => one.Name));
        Assert.All(found.Groups, static one => Assert.Equal(NorthbankPilot.TeamCount / 2, one.Units));
        Assert.All(found.Groups.Where(static one => one.Name.EndsWith("before", StringComparison.Ordinal)), static one => Assert.Equal(0, one.TooYoung));
        var effect = Assert.Single(found.Effects);
        Assert.InRange(effect.Value!.Value, 0.05, 0.15);
        Assert.Contains(effect.Checks, static one => one.Assumption.StartsWith("Without the change", StringComparison.Ordinal) && one.Holds is null);
        Assert.Contains(effect.Checks, static one => one.Assumption == "The teams with the change were not picked for how they stood." && one.Holds == true);
        Assert.Contains("Beyond what happened without the change: ", found.Sentence, StringComparison.Ordinal);
        Assert.Contains(found.Periods, static one => one is { IsUsed: true, IsAfter: false, ControlValue: not null });
    }

    [Fact]
    public void A_control_that_was_not_there_before_is_refused()
    {
        var found = Compare(new ComparisonQuestion(BackOnTheRoad)
        {
            Objective = "60% of cases <= 14d",
            ChangeMicros = ComparisonQuestion.MicrosOf(NorthbankPilot.PilotStarts),
            Unchanged = ("arm", NorthbankPilot.AsUsual),
        });

        Assert.Equal(("refused", "PR007"), (found.Answer, Assert.Single(found.Effects).Refusal!.Code));
        Assert.Null(found.Effects[0].Value);
    }

    [Fact]
    public void Too_few_periods_on_a_side_are_refused_with_what_would_answer()
    {
        var found = Compare(new ComparisonQuestion(BackOnTheRoad) { Objective = "60% of cases <= 14d", ChangeMicros = ComparisonQuestion.MicrosOf(new DateOnly(2025, 11, 1)) });

        Assert.Equal(("refused", "EX080"), (found.Answer, found.Effects[0].Refusal!.Code));
        Assert.NotEmpty(found.Next);
    }

    [Theory]
    [InlineData("PR002", "case", null)]
    [InlineData("DG032", "no such column", null)]
    [InlineData("PR003", "arm", "nobody")]
    public void Groups_that_cannot_be_made_are_refused(string code, string arms, string? control)
    {
        var question = arms == "case" ? new ComparisonQuestion(BackOnTheRoad) { Arms = "activity" } : new ComparisonQuestion(BackOnTheRoad) { Arms = arms, Control = control };

        Assert.Equal(code, LogComparisons.Compare(Pilot, "pilot", question, CancellationToken.None).Refusal().Code);
    }

    [Fact]
    public void Questions_that_ask_nothing_or_twice_are_refused()
    {
        Assert.Equal("PR001", LogComparisons.Compare(Pilot, "pilot", new ComparisonQuestion(BackOnTheRoad), CancellationToken.None).Refusal().Code);
        Assert.Equal("PR008", LogComparisons.Compare(Pilot, "pilot", Arms with { ChangeMicros = 1 }, CancellationToken.None).Refusal().Code);
        Assert.Equal("PR009", LogComparisons.Compare(Pilot, "pilot", Arms with { Unchanged = ("team", "Team 01") }, CancellationToken.None).Refusal().Code);
        Assert.Equal("PR004", LogComparisons.Compare(Pilot, "pilot", Arms with { Shares = [0.2, 0.3, 0.5] }, CancellationToken.None).Refusal().Code);
    }

    [Fact]
    public void A_wrong_measure_comes_back_with_its_faults_and_no_group()
    {
        var found = Compare(new ComparisonQuestion("time from first \"Report the claim\" to") { Arms = "arm" });

        Assert.Contains(found.Faults, static one => one.Severity == "error");
        Assert.Empty(found.Groups);
    }

    private static LogComparison Compare(ComparisonQuestion question) => LogComparisons.Compare(Pilot, "pilot", question, CancellationToken.None).Value();
}
