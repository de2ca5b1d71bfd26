using OutsideIn.Diagnosis;
using OutsideIn.Method;
using MapSection = OutsideIn.Diagnosis.MapSection;

namespace OutsideIn.Web.Tests;

/// <summary>A diagnosis of <see cref="SmallLog"/> written by hand: every section filled, every figure openable.</summary>
internal static class SmallDiagnosis
{
    private static readonly DateTimeOffset First = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    public static MapAndResult Of(DiagnosisRequest request) => new(
        new OutsideInMap { Organisation = new Organisation { Name = request.Name } },
        new DiagnosisResult(
            new DiagnosisDocument(1, Log(request.Name), Quality(), Map(request), Process(), Diagnosis()),
            new FigureCases(Figures()),
            request.Imported.Log));

    private static Dictionary<string, int[]> Figures() => new(StringComparer.Ordinal)
    {
        ["outcome/reached"] = [0, 1],
        ["outcome/lost"] = [],
        ["outcome/open"] = [2],
        ["failure"] = [1],
        ["all"] = [0, 1, 2],
        ["breakpoints"] = [0, 1],
    };

    private static LogSection Log(string name) =>
        new(name, 11, 3, 5, 3, First, First.AddHours(402), First.AddHours(402), "instances", false, true, true, false);

    private static QualitySection Quality() => new(
        "CSV", 12, 11, 1,
        [new RefusedEntry(13, "time", "yesterday", "This is no time of the pattern yyyy-MM-dd HH:mm.")],
        [new RoleEntry("case", "claim", "Its values repeat, and rows with the same value are close in time.", 0.93)],
        [new MissingTokenEntry("note", "-", "It stands alone in 40 % of rows.")],
        ["Times carry no zone; they were taken as UTC."]);

    private static MapSection Map(DiagnosisRequest request) => new(
        request.MapYaml is null, "Northbank motor insurance", "Back on the road", "'Car back with customer' shows the outcome.",
        ["Report the accident"], ["Car back with customer"], [],
        [
            new MapActivityEntry("Report the accident", "Report the accident", "momentOfTruth", "personSystem", "value", true, "The customer does it."),
            new MapActivityEntry("Check the cover", "Check the cover", "ruleCheck", null, "unmarked", true, "Its words ask a rule."),
        ],
        []);

    // Counted by hand from SmallLog: 11 events in 3 cases, so 8 steps.
    private static ProcessSection Process() => new(
        [
            Step("Report the accident", "Check the cover", 3, 12_000, 1),
            Step("Repair the car", "Car back with customer", 2, 90_000, 1),
            Step("Call: where is my car", "Repair the car", 1, 216_000, 1),
            Step("Check the cover", "Call: where is my car", 1, 612_000, 1),
            Step("Check the cover", "Repair the car", 1, 172_800, 1),
        ],
        [new ActivityCasesEntry("all", "Report the accident", 3)],
        [new ActivityCasesEntry("outcome/reached", "Car back with customer", 2), new ActivityCasesEntry("outcome/open", "Check the cover", 1)],
        [
            Activity("Check the cover", 3, 7200), Activity("Report the accident", 3, null), Activity("Car back with customer", 2, 90_000),
            Activity("Repair the car", 2, 194_400), Activity("Call: where is my car", 1, 612_000),
        ],
        new ThroughputEntry(3, 7200, 400_000, 216_000, 993_600, 993_600),
        [new VariantEntry("all", 1, ["Report the accident", "Check the cover"], 1, 1.0 / 3, 7200, null)],
        [], [], [], new SkippedEntry(0, 4), [],
        [new MonthEntry("2026-03", 11, 3, 3)]);

    private static DirectlyFollowsEntry Step(string from, string to, int count, double seconds, double reached) =>
        new("all", from, to, count, count, seconds, seconds, seconds, seconds, seconds, reached);

    private static ActivityEntry Activity(string name, int events, double? waited) =>
        new("all", name, events, events, events / 3.0, null, null, waited, waited, null, 1);

    private static DiagnosisSection Diagnosis() => new(
        new OutcomeEntry(
            "outcome/reached", "outcome/lost", "outcome/open", 2, 0, 1, new ShareEntry(2, 2, 1, 0.342, 1),
            [new CategoryOutcomeEntry("Private", 3, 2, 0, 1, new ShareEntry(2, 2, 1, 0.342, 1), 606_600)]),
        new ContactsEntry(6, 3, 2, 360_000, 633_600),
        [
            new MomentOfTruthEntry(
                "all", "Report the accident", "personSystem", "value", true, 3, 3, 1, 0, 0, null, "outcome/open", 1,
                new ShareEntry(0, 0, null, null, null), 0, new ShareEntry(2, 2, 1, 0.342, 1), []),
        ],
        new BreakpointsEntry(
            "breakpoints", "teams", "The log says which team did the work.", 2, 2, 2.0 / 3,
            [new BreakpointPairEntry("breakpoints", "Claims", "Garage", 2, 2, 500_000, 800_000, 1_000_800, [new CountEntry("Report the accident", 1)])],
            [], [new OutcomeBandEntry("breakpoints", "1–2", 2, new ShareEntry(2, 2, 1, 0.342, 1), 606_600)]),
        [new CauseOfWorkEntry("all", "Report the accident", 3, 3, 5, 1.67, 1, 900_000, null, null, [new CountEntry("Check the cover", 3)])],
        new CauseOfWorkTotalEntry(6, 5, 11, 2, 1_216_800, null, true),
        new FailureDemandEntry(
            "failure", "suggested", new ShareEntry(1, 4, 0.25, 0.046, 0.699), 1, null, null,
            [new FailureKindEntry("failure", "afterLongWait", "chase", "Call: where is my car", 1, 1, null, true, "It came after a wait longer than this step's p75.")],
            [new PrecedingStepEntry("failure", "Check the cover", 1, 1, 612_000, 612_000, new ShareEntry(1, 3, 1.0 / 3, 0.06, 0.79), "Repair the car")],
            [new MonthShareEntry("2026-03", new ShareEntry(1, 4, 0.25, 0.046, 0.699))]),
        Clocks(),
        [new RuleSuspectEntry("all", "answerHardlyVaries", "Check the cover", "'Check the cover' always gives the same answer (3 of 3).", 3, 3, 3, "Repair the car", 0.63, null, true)],
        new PointsOfFailureEntry(3, 1, 1, 1.0 / 3, "Fewer than three hand-offs a Moment of Truth."),
        [new CandidateEntry("failure", 1, "momentOfTruth", "Call: where is my car", "remove or improve", "It goes with 60 hours of work.", 1, 3, 1, 60, "elapsed", null, null, [new CountEntry("Repair the car", 1)], true, true)],
        [
            new HeadlineEntry("outcome/reached", "2 of 2 closed cases reached 'Back on the road'; 1 is still open.", "overview"),
            new HeadlineEntry("failure", "One in four contacts the customer began is failure demand, mostly 'Call: where is my car'.", "failure-demand"),
            new HeadlineEntry(null, "Customers wait longer than the firm's clock shows.", "clocks"),
        ],
        []);

    private static ClocksEntry Clocks()
    {
        CurvePointEntry[] curve = [new(216_000, 0.33, 0.05, 0.85), new(993_600, 0.67, 0.2, 0.99)];
        return new ClocksEntry(
            new ClockEntry("outcome/open", "From the case opened to the case closed.", 3, 2, 1, 0, new(216_000, 200_000, 993_600), new(993_600, 216_000, null), curve),
            new ClockEntry("outcome/open", "From the first sign of need to the car back.", 3, 2, 1, 0, new(606_600, 216_000, null), new(993_600, null, null), curve),
            [new ClockMonthEntry("all", "2026-03", 3, new(216_000, null, null), 1, new(606_600, null, null), 1)],
            false, "One month is too few to see a trend.");
    }
}
