using FsCheck;
using FsCheck.Fluent;
using OutsideIn.Experiments;
using OutsideIn.Statistics;

namespace OutsideIn.Tests.Experiments;

/// <summary>A plan written by hand, and generated ones whose texts are chosen to upset a reader of lines.</summary>
internal static class SomePlans
{
    private static readonly Gen<string> Text = Gen.Elements(
        "", " ", "Text message", "key: value", "a\nb", "a\r\nb\n", "back\\slash", @"not a break: \n", "\\", " leading", "trailing ", "15 % 日本 😀", "arm 1", ": ");

    private static readonly Gen<double> Number = Gen.Elements(0.05, 0.1 + 0.2, 1.0 / 3, 1, 4_000, 1e-12, 12345678.9);

    /// <summary>Drivers who are told the day of collection.</summary>
    public static ExperimentPlan TextMessage { get; } = new()
    {
        Id = "x-day",
        Name = "Text message with the day",
        Hypothesis = new Hypothesis("A text message within 2 hours", "drivers whose car is repaired", "they can plan", "chase calls ask for the day"),
        Unit = ExperimentUnit.Case,
        Arms = [new PlannedArm("As today", 0.5), new PlannedArm("Text message", 0.5)],
        Primary = new PlannedOutcome("k-day", "Knows the day", "has \"Day told\" within 2h of first \"Claim reported\"", "95% of cases yes", Direction.Higher),
        Guardrails = [new PlannedGuardrail(new PlannedOutcome("k-chase", "Chase calls", "count of \"Chase call\"", null, Direction.Lower), 0.05, EffectScale.Difference)],
        Secondary = [new PlannedOutcome("k-road", "Days to the road", "time from first \"Claim reported\" to first \"Car collected\"", "median <= 10d", Direction.Lower)],
        MinimumEffect = 0.05,
        Looks = new LookSchedule(LookRule.GroupSequential, 4),
        Start = new DateOnly(2026, 1, 5),
        End = new DateOnly(2026, 2, 1),
        FollowUpDays = 14,
        Strata = ["region"],
        Economics = new PlannedEconomics(12_000, 600, 9_000),
    };

    /// <summary>Any plan whose outcomes differ.</summary>
    public static Arbitrary<ExperimentPlan> All { get; } = Whole().ToArbitrary();

    private static Gen<ExperimentPlan> Whole() =>
        from said in Text.ArrayOf(6)
        from words in Words()
        from arms in Arms()
        from primary in Outcome("k-0")
        from guardrails in Gen.Choose(0, 3).SelectMany(count => Gen.CollectToArray(Enumerable.Range(1, count).Select(at => Guardrail($"k-{at}"))))
        from secondary in Gen.Choose(0, 2).SelectMany(count => Gen.CollectToArray(Enumerable.Range(4, count).Select(at => Outcome($"k-{at}"))))
        from numbers in Number.ArrayOf(7)
        from days in Gen.Choose(-2_000, 4_000).Select(static at => at < 0 ? (DateOnly?)null : new DateOnly(2026, 1, 1).AddDays(at)).ArrayOf(2)
        from lists in Text.ListOf().ArrayOf(3)
        from has in Gen.Elements(true, false).ArrayOf(2)
        select new ExperimentPlan
        {
            Id = said[0],
            Name = said[1],
            Hypothesis = new Hypothesis(said[2], said[3], said[4], said[5]),
            Unit = words.Unit,
            Arms = arms,
            Primary = primary,
            Guardrails = guardrails,
            Secondary = secondary,
            MinimumEffect = numbers[0],
            EffectScale = words.Scale,
            Looks = new LookSchedule(words.Rule, words.Count, said[1]),
            Alpha = numbers[1],
            Power = numbers[2],
            Start = days[0],
            End = days[1],
            FollowUpDays = has[0] ? numbers[3] : null,
            Exclusions = [.. lists[0]],
            Covariates = [.. lists[1]],
            Strata = [.. lists[2]],
            Economics = has[1] ? new PlannedEconomics(numbers[4], numbers[5], numbers[6]) : null,
        };

    private static Gen<(ExperimentUnit Unit, EffectScale Scale, LookRule Rule, int Count)> Words() =>
        from unit in Gen.Elements(Enum.GetValues<ExperimentUnit>())
        from scale in Gen.Elements(Enum.GetValues<EffectScale>())
        from rule in Gen.Elements(Enum.GetValues<LookRule>())
        from count in Gen.Choose(1, 90)
        select (unit, scale, rule, count);

    private static Gen<PlannedArm[]> Arms() => Gen.Choose(2, 4).SelectMany(static count =>
        (from name in Text from share in Number select new PlannedArm(name, share)).ArrayOf(count));

    private static Gen<PlannedOutcome> Outcome(string metric) =>
        from name in Text
        from measure in Text
        from objective in Text.OrNull()
        from better in Gen.Elements(Direction.Higher, Direction.Lower)
        select new PlannedOutcome(metric, name, measure, objective, better);

    private static Gen<PlannedGuardrail> Guardrail(string metric) =>
        from outcome in Outcome(metric)
        from margin in Number
        from scale in Gen.Elements(Enum.GetValues<EffectScale>())
        select new PlannedGuardrail(outcome, margin, scale);
}
