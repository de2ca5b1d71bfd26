using OutsideIn.Method;

namespace OutsideIn.Tests.Support;

/// <summary>The insurer of method.md §5.1 as it is today: ten Moments of Truth, thirteen breakpoints, five rules (illustrative figures), written by hand.</summary>
internal static class InsurerMap
{
    public static OutsideInMap AsIs { get; } = new()
    {
        Objectives = [new Objective { Id = "mission", Name = "Keep people moving", Kind = ObjectiveKind.Mission }],
        Customers = [new Customer { Id = "driver", Name = "Driver", Wanted = Wanted.Yes }],
        Outcomes =
        [
            new SuccessfulOutcome
            {
                Id = "road", Name = "Back on the road", Objectives = ["mission"],
                Statements = [new StatementOfIntent { Id = "in-24-hours", Name = "90% of drivers reporting a crash are driving again within 24 hours of first report, by 31 Dec 2026" }],
            },
        ],
        Moments =
        [
            Moment("M1", "Report by phone"), Moment("M2", "Repeat on web form"), Moment("M3", "Receive paper form"), Moment("M4", "Return signed form"),
            Moment("M5", "Chase call") with { Demand = DemandKind.Chase }, Moment("M6", "Assessor visit"), Moment("M7", "Choose garage"),
            Moment("M8", "Chase call again") with { Demand = DemandKind.Chase }, Moment("M9", "Collect car") with { Kind = MomentKind.PersonProduct },
            Moment("M10", "Survey three weeks later"),
        ],
        Breakpoints =
        [
            Point("B1", "M1"), Point("B2", "M2"), Point("B3", "M3"), Point("B4", "M4"), Point("B5", "M4"), Point("B6", "M4"),
            Point("B7", "B6") with { IsCheck = true, ChecksOf = "B6" }, Point("B8", "M5"), Point("B9", "M1", "M6"), Point("B10", "M6"),
            Point("B11", "M7"), Point("B12", "M8"), Point("B13", "M9"),
        ],
        Rules =
        [
            new BusinessRule { Id = "R1", Name = "Ink signature", CausedBy = ["M4"] },
            new BusinessRule { Id = "R2", Name = "Two approvals", CausedBy = ["B6", "B7"] },
            new BusinessRule { Id = "R3", Name = "Three quotes", CausedBy = ["M7"] },
            new BusinessRule { Id = "R4", Name = "Identity", CausedBy = ["M1"], Type = RuleType.Regulatory, Citation = "Money Laundering Regulations" },
            new BusinessRule { Id = "R5", Name = "48-hour wait after assessor", CausedBy = ["M6"] },
        ],
        Metrics = [new Metric { Id = "survey", Name = "Survey score", IsOpinion = true, DelayDays = 21, IsSelfSelected = true, Of = ["M10"] }],
    };

    /// <summary>The same after the decisions of §5.1: M2, M3, M4, M5, M8 and M10 go, R3 and R5 are retired.</summary>
    public static OutsideInMap Decided { get; } = AsIs with
    {
        Moments = [.. AsIs.Moments.Select(static one => one.Id is "M2" or "M3" or "M4" or "M5" or "M8" or "M10" ? one with { Disposition = Disposition.Remove } : one)],
        Rules = [.. AsIs.Rules.Select(static one => one.Id is "R3" or "R5" ? one with { Verdict = RuleVerdict.Retire } : one)],
    };

    private static MomentOfTruth Moment(string id, string name) => new() { Id = id, Name = name };

    private static Breakpoint Point(string id, params string[] causes) => new() { Id = id, Name = $"Hand over {id}", CausedBy = causes };
}
