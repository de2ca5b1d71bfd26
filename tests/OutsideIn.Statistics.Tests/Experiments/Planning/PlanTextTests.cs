using FsCheck;
using FsCheck.Fluent;
using OutsideIn.Experiments;

namespace OutsideIn.Tests.Experiments;

public sealed class PlanTextTests
{
    [Fact]
    public void The_text_of_a_plan_can_be_read_by_whoever_checks_it() => Assert.Equal(
        """
        OutsideIn plan, version 1
        id: x-day
        name: Text message with the day
        change: A text message within 2 hours
        for: drivers whose car is repaired
        outcome: they can plan
        because: chase calls ask for the day
        unit: case
        arm 1: As today
        arm 1 share: 0.5
        arm 2: Text message
        arm 2 share: 0.5
        primary metric: k-day
        primary name: Knows the day
        primary measure: has "Day told" within 2h of first "Claim reported"
        primary objective: 95% of cases yes
        primary better: higher
        guardrail k-chase metric: k-chase
        guardrail k-chase name: Chase calls
        guardrail k-chase measure: count of "Chase call"
        guardrail k-chase better: lower
        guardrail k-chase margin: 0.05
        guardrail k-chase margin as: difference
        secondary k-road metric: k-road
        secondary k-road name: Days to the road
        secondary k-road measure: time from first "Claim reported" to first "Car collected"
        secondary k-road objective: median <= 10d
        secondary k-road better: lower
        minimum effect: 0.05
        effect as: difference
        look rule: group-sequential
        looks: 4
        spending: O'Brien-Fleming
        alpha: 0.05
        power: 0.8
        start: 2026-01-05
        end: 2026-02-01
        follow-up days: 14
        stratum 1: region
        customers per period: 12000
        customer value: 600
        cost: 9000

        """.ReplaceLineEndings("\n"),
        PlanText.Of(SomePlans.TextMessage));

    // Of the text above by sha256sum (GNU coreutils 9.1): whoever keeps the text can check the lock without this program.
    [Fact]
    public void The_hash_is_the_one_any_tool_gives_the_text() =>
        Assert.Equal("341226ef48de56cfc92f534c33d08fe65c4c044921b301756478745d51ad2b3d", PlanText.HashOf(PlanText.Of(SomePlans.TextMessage)));

    [Fact]
    public void Reading_a_text_gives_the_plan_it_is_of() =>
        Prop.ForAll(SomePlans.All, static plan =>
        {
            var text = PlanText.Of(plan);
            return (PlanText.Read(text).TryGet(out var read, out var problem) && string.Equals(PlanText.Of(read), text, StringComparison.Ordinal)
                && PlanDeviations.Between(plan, read).Count == 0).Label(problem?.Message + "\n" + text);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(500));

    [Fact]
    public void No_text_breaks_the_reader() =>
        Prop.ForAll(Damaged(), static text => PlanText.Read(text).TryGet(out var plan, out var problem)
            ? PlanText.Read(PlanText.Of(plan)).TryGet(out var again, out _) && PlanDeviations.Between(plan, again).Count == 0
            : problem.Code is "EX001" or "EX002" && problem.Hint is not null).Check(Config.QuickThrowOnFailure.WithMaxTest(1000));

    [Theory]
    [InlineData("unit: case", "unit: house", "\"house\" is no value of \"unit\"")]
    [InlineData("alpha: 0.05\n", "", "\"alpha\" is missing")]
    [InlineData("alpha: 0.05", "alpha: five", "\"five\" of \"alpha\" is no number")]
    [InlineData("alpha: 0.05", "alpha: NaN", "\"NaN\" of \"alpha\" is no number")]
    [InlineData("looks: 4", "looks: 4.5", "\"looks\" is no whole number from 1")]
    [InlineData("start: 2026-01-05", "start: 5.1.2026", "\"5.1.2026\" of \"start\" is no day")]
    [InlineData("cost: 9000", "cost: 9000\ncosts: 2", "\"costs\" is no key of a plan")]
    [InlineData("cost: 9000", "cost: 9000\ncost: 2", "line 43 gives \"cost\" a second time")]
    [InlineData("name: Text", "name: \\Text", "line 3 is not \"key: value\"")]
    [InlineData("metric: k-chase", "metric: k-chas:", "\"guardrail k-chase metric\" says \"k-chas:\"")]
    [InlineData("metric: k-road", "metric: k-chase", "\"secondary k-road metric\" says \"k-chase\"")]
    public void What_cannot_be_read_is_named(string good, string bad, string says)
    {
        Assert.False(PlanText.Read(PlanText.Of(SomePlans.TextMessage).Replace(good, bad, StringComparison.Ordinal)).TryGet(out _, out var problem));

        Assert.Equal("EX002", problem.Code);
        Assert.Contains(says, problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("OutsideIn plan, version 2\nid: x")]
    public void A_text_of_another_version_is_refused(string text)
    {
        Assert.False(PlanText.Read(text).TryGet(out _, out var problem));

        Assert.Equal("EX001", problem.Code);
    }

    // A plan's text with one letter changed, a line dropped or cut short.
    private static Arbitrary<string> Damaged() => (
        from plan in SomePlans.All.Generator
        let text = PlanText.Of(plan)
        from at in Gen.Choose(0, text.Length - 1)
        from what in Gen.Choose(0, 2)
        from letter in Gen.Elements(':', ' ', '\n', '\\', 'x', '9')
        select what switch
        {
            0 => text[..at],
            1 => text[..at] + letter + text[(at + 1)..],
            _ => text[..at] + text[Math.Min(text.Length, at + 12)..],
        }).ToArbitrary();
}
