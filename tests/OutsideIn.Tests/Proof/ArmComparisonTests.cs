using System.Globalization;
using System.Text;
using OutsideIn.Measures;
using OutsideIn.Proof;
using OutsideIn.Statistics;
using OutsideIn.Tests.Support;

namespace OutsideIn.Tests.Proof;

/// <summary>Groups whose counts are written by hand.</summary>
public sealed class ArmComparisonTests
{
    private static readonly ComparisonQuestion Told = new("has \"Day told\"") { Arms = "arm", Control = "a" };

    // Relatively ln 1.375 ± 1.96 √(1/40 − 1/100 + 1/55 − 1/100), that is 1.020 to 1.853.
    [Fact]
    public void Shares_are_compared_by_their_scores_not_as_means_of_noughts_and_ones()
    {
        var effect = Assert.Single(Of(Told, (40, 100), (55, 100)).Effects);

        var expected = ShareEffect.Difference(new CountedShare(40, 100), new CountedShare(55, 100));
        Assert.Equal((expected.Value, expected.Interval!.Value.Low, expected.PValue), (effect.Value, effect.Low!.Value, effect.PValue));
        Assert.Contains("Miettinen", effect.Method, StringComparison.Ordinal);
        Assert.Equal("+37.5 % (2 to 85.3)", effect.RelativeText);
    }

    // Nothing in 100 against 5 in 100: were the rates p : 1 − p, all five would fall on one side with p⁵ ≥ 0.025 from p = 0.4782 on, and 0.4782 ÷ 0.5218 = 0.916.
    [Fact]
    public void An_arm_with_no_events_has_an_exact_answer()
    {
        var none = Assert.Single(Of(Told, (0, 100), (5, 100)).Effects);
        var fewer = Assert.Single(Of(Told, (5, 100), (0, 100)).Effects);

        var expected = ShareEffect.Difference(new CountedShare(0, 100), new CountedShare(5, 100));
        Assert.Equal((expected.Interval!.Value.Low, expected.Interval.Value.High), (none.Low!.Value, none.High!.Value));
        Assert.Equal("– (at least −8.4 %)", none.RelativeText);
        Assert.Equal("−100 % (−100 to 9.1)", fewer.RelativeText);
    }

    [Fact]
    public void Nothing_in_either_arm_has_an_interval_and_no_chance()
    {
        var found = Of(Told, (0, 100), (0, 100));

        var effect = Assert.Single(found.Effects);
        Assert.Equal(("notShown", "ST012"), (found.Answer, effect.Refusal!.Code));
        Assert.Equal((0.0, null), (effect.Value!.Value, effect.PValue));
        Assert.True(effect.Low < 0 && effect.High > 0);
    }

    [Fact]
    public void Strata_are_not_weighed_where_an_arm_has_no_events()
    {
        var effect = Assert.Single(Of(Told with { Adjust = ["team"] }, (0, 100), (5, 100)).Effects);

        Assert.Contains("Miettinen", effect.Method, StringComparison.Ordinal);
        Assert.Contains(effect.Checks, static one => one.Holds is null && one.Finding.Contains("without adjustment", StringComparison.Ordinal));
    }

    [Fact]
    public void Units_that_came_into_the_arms_as_given_out_are_said_to_with_what_could_have_been_missed()
    {
        var check = Assert.Single(Of(Told with { Shares = [0.5, 0.5] }, (400, 1000), (500, 1020)).Checks, static one => one.Assumption.Contains("as planned", StringComparison.Ordinal));

        // (1,000 − 1,010)² ÷ 1,010 twice: 0.19802 on one degree, p = 0.6563.
        Assert.True(check.Holds);
        Assert.StartsWith("1,000 : 1,020, p = 0.6563; a loss of ", check.Finding, StringComparison.Ordinal);
    }

    [Fact]
    public void Lost_units_withhold_the_result_and_every_figure_of_it()
    {
        var found = Of(Told with { Shares = [0.5, 0.5] }, (400, 1000), (500, 1300));

        Assert.Equal("withheld", found.Answer);
        Assert.Equal("No result is shown: the units did not come into the arms as planned.", found.Sentence);
        Assert.StartsWith("Look for units that one arm loses", found.Next, StringComparison.Ordinal);
        Assert.All(found.Groups, static one => Assert.Equal((null, "not shown"), (one.Figure.Value, one.Figure.Text)));
        Assert.All(found.Effects, static one => Assert.Equal((null, null, "EX060"), (one.Value, one.PValue, one.Refusal!.Code)));
        Assert.Contains(found.Checks, static one => one.Holds == false && one.Finding.StartsWith("1,000 : 1,300, p = 0.0000", StringComparison.Ordinal));
        Assert.Equal("better", Of(Told with { Better = OutsideIn.Experiments.Direction.Higher }, (200, 1000), (500, 1300)).Answer);
    }

    // 55 against 40 of 100 would be shown by itself (p = 0.034); of three it is one that chance brings.
    [Fact]
    public void What_stands_out_of_several_by_chance_is_not_said_to_be_shown()
    {
        var found = Of(Told, (40, 100), (55, 100), (42, 100), (39, 100));

        Assert.True(found.Effects[0].PValue < 0.05 && found.Effects[0].AdjustedPValue > 0.05);
        Assert.Equal(FamilyError.Holm([.. found.Effects.Select(static one => one.PValue!.Value)]), found.Effects.Select(static one => one.AdjustedPValue!.Value));
        Assert.Equal("notShown", found.Answer);
        Assert.EndsWith("It stands out most of 3, and of so many one would by chance: no difference is shown.", found.Sentence, StringComparison.Ordinal);
    }

    private static LogComparison Of(ComparisonQuestion question, params (int Told, int All)[] arms)
    {
        var text = new StringBuilder("case,activity,time,team,arm\nz,Day told,2026-01-05T09:00:00Z,,\n");
        foreach (var (place, arm) in arms.Index())
        {
            for (var at = 0; at < arm.All; at++)
            {
                var (name, row) = ((char)('a' + place), $"t{at % 4},{(char)('a' + place)}");
                text.Append(CultureInfo.InvariantCulture, $"{name}{at:0000},Claim reported,2026-01-05T08:00:00Z,{row}\n");
                if (at < arm.Told)
                {
                    text.Append(CultureInfo.InvariantCulture, $"{name}{at:0000},Day told,2026-01-05T09:00:00Z,{row}\n");
                }
            }
        }

        return LogComparisons.Compare(MeasuredLog.Of(Logs.Read(text.ToString()).Log), "claims", question, CancellationToken.None).Value();
    }
}
