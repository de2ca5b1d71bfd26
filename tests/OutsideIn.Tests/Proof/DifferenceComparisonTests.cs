using System.Globalization;
using System.Text;
using OutsideIn.Measures;
using OutsideIn.Proof;
using OutsideIn.Tests.Support;

namespace OutsideIn.Tests.Proof;

/// <summary>Teams before and after a change that came to some of them, written by hand.</summary>
public sealed class DifferenceComparisonTests
{
    private static readonly DateOnly Change = new(2026, 3, 2);

    private static readonly ComparisonQuestion Told = new("has \"Day told\"")
    {
        Arms = "arm",
        Control = "usual",
        Unit = "team",
        ChangeMicros = ComparisonQuestion.MicrosOf(Change),
        Better = OutsideIn.Experiments.Direction.Higher,
    };

    // Of ten claims a week and team the usual teams tell 4 and then 5, the new ones 4 and then 7: 30 points less 10 are 20.
    [Fact]
    public void The_effect_is_how_much_more_the_changed_ones_moved()
    {
        var found = Of(Told, [new("a", "usual", 4, 5), new("b", "usual", 3, 4), new("c", "new", 4, 7), new("d", "new", 5, 8), new("e", "usual", 5, 6), new("f", "new", 3, 7)]);

        // Changes of 10, 10, 10 against 30, 30, 40 points.
        var effect = Assert.Single(found.Effects);
        Assert.Equal(("new", "usual", "better"), (effect.Of, effect.Against, found.Answer));
        Assert.Equal(0.2333, effect.Value!.Value, 4);
        Assert.StartsWith("new, before: 40.0 %", found.Sentence, StringComparison.Ordinal);
        Assert.Contains("more", found.Sentence, StringComparison.Ordinal);
        Assert.Equal(3, found.Groups[0].Units);
    }

    [Fact]
    public void One_team_on_a_side_has_an_effect_and_no_interval()
    {
        var found = Of(Told, [new("a", "usual", 4, 5), new("b", "usual", 3, 4), new("c", "new", 4, 7)]);

        Assert.Equal(("refused", "EX085"), (found.Answer, found.Effects[0].Refusal!.Code));
        Assert.Equal(0.2, found.Effects[0].Value!.Value, 10);
        Assert.Null(found.Effects[0].Low);
        Assert.Contains("five", found.Next, StringComparison.Ordinal);
    }

    [Fact]
    public void Teams_that_had_the_change_at_other_times_are_refused()
    {
        Team[] teams = [new("a", "usual", 4, 5), new("b", "usual", 3, 4), new("c", "new", 4, 7), new("d", "new", 5, 8)];

        Assert.Equal("EX084", Of(Told, [.. teams, new Team("e", "new", 5, 6) { StartsWeek = 4 }]).Effects[0].Refusal!.Code);
        Assert.Equal("EX084", Of(Told, [.. teams, new Team("e", "new", 5, 6) { StartsWeek = -3 }]).Effects[0].Refusal!.Code);
        Assert.Null(Of(Told, [.. teams, new Team("e", "new", 5, 6)]).Effects[0].Refusal);
    }

    // A column that names a team's arm for all of its time says nothing else.
    [Fact]
    public void An_arm_may_be_named_for_all_time()
    {
        Team[] teams = [new("a", "usual", 4, 5), new("b", "usual", 3, 4), new("c", "new", 4, 7), new("d", "new", 5, 8)];

        var (since, always) = (Of(Told, teams).Effects[0], Of(Told, [.. teams.Select(static one => one with { StartsWeek = -8 })]).Effects[0]);

        Assert.Equal((since.Value, since.Low), (always.Value, always.Low));
    }

    [Fact]
    public void Teams_in_both_arms_are_left_out_and_said_to_be()
    {
        var found = Of(Told, [new("a", "usual", 4, 5), new("b", "usual", 3, 4), new("c", "new", 4, 7), new("d", "new", 5, 8), new("e", "new", 5, 6) { EndsWeek = 3 }]);

        Assert.Contains(found.Checks, static one => one.Holds == false && one.Finding.StartsWith("1 had cases in more than one", StringComparison.Ordinal));
        Assert.Equal(2, found.Groups[2].Units);
    }

    // The new teams were picked as the worst, and all teams only swing: of 20 and 60 in 100 a part comes back by itself.
    [Fact]
    public void Teams_picked_for_being_worst_come_back_by_themselves()
    {
        var found = Of(
            Told,
            [
                new("a", "usual", 5, 5), new("b", "usual", 6, 6), new("c", "new", 3, 5), new("d", "new", 2, 4), new("e", "usual", 6, 5), new("f", "new", 3, 5), new("g", "usual", 5, 6), new("h", "usual", 7, 6),
            ]);

        var check = Assert.Single(found.Effects[0].Checks, static one => one.Assumption.Contains("picked", StringComparison.Ordinal));
        Assert.False(check.Holds);
        Assert.Matches(@"^Before, new stood at 27 % and usual at 58 %, further apart than chance puts them: with nothing done at all they would come nearer by about \d\.\d points", check.Finding);
    }

    [Fact]
    public void Teams_that_did_not_come_in_their_shares_withhold_the_result()
    {
        Team[] teams = [.. Enumerable.Range(0, 60).Select(static at => new Team($"t{at}", at < 50 ? "usual" : "new", 4, 5 + (at % 2)))];

        var found = Of(Told with { Shares = [0.5, 0.5] }, teams);

        Assert.Equal(("withheld", "EX060"), (found.Answer, found.Effects[0].Refusal!.Code));
        Assert.Empty(found.Periods);
        Assert.All(found.Groups, static one => Assert.Null(one.Figure.Value));
        Assert.Equal("PR004", LogComparisons.Compare(Log(teams), "claims", Told with { Shares = [0.2, 0.3, 0.5] }, CancellationToken.None).Refusal().Code);
    }

    private static LogComparison Of(ComparisonQuestion question, Team[] teams) => LogComparisons.Compare(Log(teams), "claims", question, CancellationToken.None).Value();

    // Ten claims a week and team, eight weeks before and eight after; the arm is known from the week a team has it.
    private static MeasuredLog Log(Team[] teams)
    {
        var text = new StringBuilder("case,activity,time,team,arm\n");
        foreach (var team in teams)
        {
            for (var at = -80; at < 80; at++)
            {
                var (week, place) = ((int)Math.Floor(at / 10.0), ((at % 10) + 10) % 10);
                var day = Change.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc).AddDays((7 * week) + (place % 7));
                var isNew = team.Arm == "usual" ? week >= 0 : week >= team.StartsWeek && week < team.EndsWeek;
                var row = $"{team.Name},{(isNew ? team.Arm : week < team.StartsWeek && week < 0 ? "" : "usual")}";
                text.Append(CultureInfo.InvariantCulture, $"{team.Name}{at},Claim reported,{day:yyyy-MM-ddTHH:mm:ssZ},{row}\n");
                if (place < (week < 0 ? team.Before : team.After))
                {
                    text.Append(CultureInfo.InvariantCulture, $"{team.Name}{at},Day told,{day.AddHours(1):yyyy-MM-ddTHH:mm:ssZ},{row}\n");
                }
            }
        }

        return MeasuredLog.Of(Logs.Read(text.ToString()).Log);
    }

    private sealed record Team(string Name, string Arm, int Before, int After)
    {
        public int StartsWeek { get; init; }

        public int EndsWeek { get; init; } = int.MaxValue;
    }
}
