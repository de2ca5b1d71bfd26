using System.Globalization;
using System.Text;
using OutsideIn.Experiments;
using OutsideIn.Measures;
using OutsideIn.Proof;
using OutsideIn.Statistics;
using OutsideIn.Tests.Support;
using Direction = OutsideIn.Experiments.Direction;

namespace OutsideIn.Tests.Proof;

public sealed class PlanNeedsTests
{
    private static readonly ExperimentPlan ByCase = new()
    {
        Id = "x",
        Name = "Text message",
        Hypothesis = new Hypothesis("a", "b", "c", "d"),
        Unit = ExperimentUnit.Case,
        Arms = [new PlannedArm("As today", 0.5), new PlannedArm("Text message", 0.5)],
        Primary = new PlannedOutcome("k", "Knows the day", "has \"Day told\"", null, Direction.Higher),
        MinimumEffect = 0.05,
        Looks = new LookSchedule(LookRule.AtEnd, 1),
    };

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public void A_share_of_one_half_that_is_to_become_55_in_100_takes_1565_cases_an_arm()
    {
        var power = Of(Log(static at => at % 2 == 0), ByCase);

        // Fleiss: (1.959964 √(2 × 0.525 × 0.475) + 0.841621 √(0.25 + 0.2475))² ÷ 0.05² = 1564.67; 3,130 at ten a day are 313 days, 45 weeks.
        Assert.Equal(1564.67, power.Power.Size.Control, 2);
        Assert.Equal(315, power.Power.Days);
        Assert.InRange(power.PerDay, 10, 10.2);
        Assert.Null(power.PlannedPower);
        Assert.Equal("About 3,130 cases are needed in all. 10 come in a day, so it takes about 315 days.", power.Says[0]);
    }

    [Fact]
    public void The_days_planned_have_their_own_power()
    {
        // 315 days of ten and a bit are 1,591 an arm, a few more than the 1,565 of a chance of 0.8.
        var power = Of(Log(static at => at % 2 == 0), ByCase with { Start = new DateOnly(2026, 1, 1), End = new DateOnly(2026, 11, 11) });

        Assert.Equal(0.8, power.PlannedPower!.Value, 0.01);
        Assert.Contains("a chance of 81 % to see an effect worth having", power.Says[1], StringComparison.Ordinal);
    }

    [Fact]
    public void Looks_guardrails_and_a_smaller_effect_all_cost_cases()
    {
        var log = Log(static at => at % 2 == 0);
        var guard = new PlannedGuardrail(ByCase.Primary with { Metric = "g" }, 0.05, EffectScale.Difference);

        var looking = Of(log, ByCase with { Looks = new LookSchedule(LookRule.GroupSequential, 4) });

        Assert.InRange(looking.Power.Inflation, 1.01, 1.04);
        Assert.Equal(1564.67 * looking.Power.Inflation, looking.Power.Size.Control, 1);

        // Power 0.9 for each of two: the z of 0.841621 becomes 1.281552.
        Assert.Equal(2094.2, Of(log, ByCase with { Guardrails = [guard] }).Power.Size.Control, 0.5);
        Assert.True(Of(log, ByCase with { MinimumEffect = 0.025 }).Power.Size.Control > 3.9 * 1564);
        Assert.Equal(1564.67, Of(log, ByCase with { MinimumEffect = 0.1, EffectScale = EffectScale.Relative }).Power.Size.Control, 2);
    }

    [Fact]
    public void Teams_are_answered_in_teams()
    {
        // Ten teams of which half tell the day to 30 of 100 and half to 70.
        var power = Of(Log(static at => at % 10 % 2 == 0 ? at / 10 % 10 < 3 : at / 10 % 10 < 7), ByCase with { Unit = ExperimentUnit.Team, MinimumEffect = 0.2 });

        Assert.Equal(10, power.UnitsInLog);
        Assert.InRange(power.Cluster!.Likeness, 0.1, 0.25);
        Assert.True(power.Power.Teams![0] > 5);
        Assert.Null(power.Power.Days);
        Assert.Contains("teams are needed", power.Says[0], StringComparison.Ordinal);
        Assert.Contains("the n is teams, not cases", power.Says[0], StringComparison.Ordinal);
        Assert.Contains("The log knows 10 teams: with all of them a chance of", power.Says[2], StringComparison.Ordinal);
    }

    [Fact]
    public void Where_everybody_changes_at_once_weeks_are_counted()
    {
        var power = Of(Log(static at => at % 3 == 0), ByCase with { Unit = ExperimentUnit.Week });

        Assert.Equal(power.Power.Teams![0] * 14.0, power.Power.Days);
        Assert.Contains("weeks are needed", power.Says[0], StringComparison.Ordinal);
    }

    // Four of ten are told within the hour; the others are open.
    [Fact]
    public void A_time_is_planned_with_its_open_cases()
    {
        var plan = ByCase with
        {
            Primary = ByCase.Primary with { Measure = "time from first \"Claim reported\" to first \"Day told\"", Better = Direction.Lower },
            MinimumEffect = 0.2,
            EffectScale = EffectScale.Relative,
            FollowUpDays = 1,
        };

        var power = Of(Log(static at => at % 10 < 4), plan);

        Assert.Contains("log-rank", power.Power.Size.Method, StringComparison.Ordinal);

        // 630.5 ended cases of both arms; 0.4 of the control's and 1 − 0.6^1.25 = 0.472 of the others' end (a little more, as the last day's claims are open).
        Assert.Equal(630.5 / (0.4 + 0.472), power.Power.Size.Control, 6.0);
        Assert.Contains("About 40 % of them will have got there", power.Says[1], StringComparison.Ordinal);
    }

    [Fact]
    public void Unequal_arms_are_told_each_its_number()
    {
        var plan = ByCase with { Unit = ExperimentUnit.Team, MinimumEffect = 0.2, Arms = [new PlannedArm("As today", 0.75), new PlannedArm("Text message", 0.25)] };

        var power = Of(Log(static at => at % 10 % 2 == 0 ? at / 10 % 10 < 3 : at / 10 % 10 < 7), plan);

        Assert.Contains($"{power.Power.Teams![0]} for As today, {power.Power.Teams[1]} for Text message", power.Says[0], StringComparison.Ordinal);
        Assert.True(power.Power.Teams[0] > power.Power.Teams[1]);
    }

    // Ten teams with one claim each in a log: none has two that could be alike.
    [Fact]
    public void Units_of_one_case_count_as_their_cases() =>
        Assert.Equal(1, Of(Log(static at => at % 2 == 0, static at => $"t{at}"), ByCase with { Unit = ExperimentUnit.Team }).Cluster!.Likeness);

    [Fact]
    public void A_log_that_cannot_tell_is_refused()
    {
        Assert.Equal("PR030", Refusal(Log(static _ => true), ByCase with { Primary = ByCase.Primary with { Measure = "has \"Nowhere\"" } }));
        Assert.Equal("PR031", Refusal(Log(static _ => true), ByCase));
        Assert.Equal("EX018", Refusal(Log(static at => at % 2 == 0), ByCase with { Unit = ExperimentUnit.Branch }));
    }

    private static PlanNeeds Of(MeasuredLog log, ExperimentPlan plan)
    {
        Assert.True(PlanNeeds.Of(log, plan, Stop).TryGet(out var power, out var problem), problem?.Message);
        return power;
    }

    private static string Refusal(MeasuredLog log, ExperimentPlan plan)
    {
        Assert.False(PlanNeeds.Of(log, plan, Stop).TryGet(out _, out var problem));
        return problem.Code;
    }

    // A thousand claims, ten a day, one a team; told which of them the day is told in.
    private static MeasuredLog Log(Func<int, bool> isTold, Func<int, string>? teamOf = null)
    {
        var text = new StringBuilder("case,activity,time,team\n");
        for (var at = 0; at < 1000; at++)
        {
            var team = teamOf?.Invoke(at) ?? $"t{at % 10}";
            var day = new DateTime(2025, 1, 6, 0, 0, 0, DateTimeKind.Utc).AddDays(at / 10).AddMinutes(at % 10);
            text.Append(CultureInfo.InvariantCulture, $"c{at:0000},Claim reported,{day:yyyy-MM-ddTHH:mm:ssZ},{team}\n");
            if (isTold(at))
            {
                text.Append(CultureInfo.InvariantCulture, $"c{at:0000},Day told,{day.AddHours(1):yyyy-MM-ddTHH:mm:ssZ},{team}\n");
            }
        }

        return MeasuredLog.Of(Logs.Read(text.ToString()).Log);
    }
}
