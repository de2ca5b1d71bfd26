using FsCheck;
using FsCheck.Fluent;
using OutsideIn.Experiments;

namespace OutsideIn.Tests.Experiments;

/// <summary>Entries written by hand and generated ones, and ledgers made of them.</summary>
internal static class SomeLedgers
{
    public static readonly DateTimeOffset Morning = new(2026, 1, 5, 8, 0, 0, TimeSpan.Zero);

    private static readonly Gen<string> Text = Gen.Elements("x", "", "a\nb", "\"quoted\"", "naïve 日本 😀", "{\"kind\":\"locked\"}", "\u0000");

    public static LockedEntry Locked { get; } = Lock(SomePlans.TextMessage);

    public static Arbitrary<LedgerEntry[]> All { get; } = Entry().ArrayOf().ToArbitrary();

    public static LockedEntry Lock(ExperimentPlan plan) => new(Morning, plan.Id, PlanText.Of(plan), PlanText.HashOf(PlanText.Of(plan)));

    public static LookedEntry Look(ExperimentAnswer answer, string experiment = "x-day") => new(
        Morning.AddDays(7), experiment, new DateOnly(2026, 1, 12), "d41d8cd9", [new ArmCount("As today", 500), new ArmCount("Text message", 512)], new LedgerFigure(0.04, 0.01, 0.07), answer, "It is so.");

    public static DecidedEntry Decide(LedgerDecision decision, bool isOverride = false, string? reason = "Because", string experiment = "x-day") =>
        new(Morning.AddDays(8), experiment, decision, "Ada", reason, isOverride);

    public static ForecastEntry Forecast(double value, double low, double high) =>
        new(Morning, "x-day", "Chase calls a claim in June", "k-chase", new LedgerFigure(value, low, high), new DateOnly(2026, 6, 30));

    public static ResultEntry Result(int of, double value, string experiment = "x-day") => new(Morning.AddDays(200), experiment, of, new LedgerFigure(value, value - 0.01, value + 0.01));

    public static byte[] Bytes(params IReadOnlyList<LedgerEntry> entries)
    {
        List<byte> bytes = [];
        foreach (var entry in entries)
        {
            bytes.AddRange(LedgerText.LineOf(entry, LedgerText.Read(bytes.ToArray()).LastHash));
        }

        return [.. bytes];
    }

    public static LedgerReading Read(params IReadOnlyList<LedgerEntry> entries) => LedgerText.Read(Bytes(entries));

    private static Gen<LedgerEntry> Entry() =>
        from experiment in Text
        from words in Text.ArrayOf(3)
        from reason in Text.OrNull()
        from number in Gen.Elements(0.1 + 0.2, -3, 1e300, double.Epsilon)
        from end in Gen.Elements(number, double.PositiveInfinity)
        from days in Gen.Choose(0, 3_000)
        from answer in Gen.Elements(Enum.GetValues<ExperimentAnswer>())
        from decision in Gen.Elements(Enum.GetValues<LedgerDecision>())
        from kind in Gen.Choose(0, 4)
        let at = Morning.AddDays(days)
        let figure = new LedgerFigure(number, double.NegativeInfinity, end)
        select (LedgerEntry)(kind switch
        {
            0 => new LockedEntry(at, experiment, words[0], words[1]),
            1 => new LookedEntry(at, experiment, new DateOnly(2026, 1, 1).AddDays(days), words[0], [new ArmCount(words[1], days)], days % 2 == 0 ? figure : null, answer, words[2]),
            2 => new DecidedEntry(at, experiment, decision, words[0], reason, days % 2 == 0),
            3 => new ForecastEntry(at, experiment, words[0], words[1], figure, new DateOnly(2026, 1, 1).AddDays(days)),
            _ => new ResultEntry(at, experiment, days, figure),
        });
}
