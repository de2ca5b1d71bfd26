using OutsideIn.Method;

namespace OutsideIn.Tests.Support;

/// <summary>Maps to print: the insurer of method.md 5.1 with the call centre of 5.2 (figures illustrative), one that says nothing, one as long as may be, one that attacks.</summary>
internal static class HandoutMaps
{
    private static readonly string[] PhoneCauses = ["m1"];

    public static OutsideInMap Insurer { get; } = new()
    {
        Organisation = new Organisation { Name = "Northbank Insurance", Business = "Getting people back on the road", InternalWords = ["claims", "assessment"] },
        Objectives = [new Objective { Id = "obj-keep", Name = "Customers stay with us because we keep them moving" }],
        Roles = [new Role { Id = "handler", Name = "Claim handler" }, new Role { Id = "experience-manager", Name = "Experience manager" }],
        Customers =
        [
            new Customer { Id = "driver", Name = "Insured driver", Type = PartyType.Funder, Wanted = Wanted.Yes, Value = "a premium every year and a word to friends" },
            new Customer { Id = "crash-for-cash", Name = "Crash-for-cash rings", Type = PartyType.Funder, Wanted = Wanted.No },
        ],
        Categories =
        [
            new CustomerCategory { Id = "stranded", Name = "Stranded driver", Customer = "driver", Definition = "has to be driving again today" },
            new CustomerCategory { Id = "patient", Name = "Driver with a second car", Customer = "driver", Definition = "wants no work with it at all" },
        ],
        Needs =
        [
            new Need { Id = "n-mobile", Name = "To be driving again today", Category = "stranded", Importance = 10, Satisfaction = 3, Moments = ["m1", "m9"], Systems = ["claims-system"], Workflow = ["a-mobility"], Skills = ["s-listen"] },
            new Need { Id = "n-told", Name = "To know what happens next without asking", Category = "stranded", Kind = NeedKind.Unstated, Importance = 8, Satisfaction = 2, Moments = ["m1"], Systems = ["claims-system"] },
            new Need { Id = "n-film", Name = "A weekly letter", Category = "patient", Kind = NeedKind.Want, Importance = 2 },
        ],
        Systems = [new WorkSystem { Id = "claims-system", Name = "Claims system" }],
        Skills = [new Skill { Id = "s-listen", Name = "Deciding on the first call" }],
        Experiences =
        [
            new Experience
            {
                Id = "x-road", Name = "Getting back on the road", Category = "stranded", Manager = "experience-manager",
                Start = new ProcessEnd { Event = "The car will not drive", Actor = ProcessActor.Customer },
                End = new ProcessEnd { Event = "The customer drives away", Actor = ProcessActor.Customer },
            },
        ],
        Outcomes = [Outcome()],
        Moments = Moments(),
        Breakpoints = Breakpoints(),
        Rules = Rules(),
        Tasks =
        [
            new WorkTask { Id = "t1", Name = "Answer the call", Hours = 400, CostPerHour = 40, ContributesTo = [new Contribution { To = "a-enquiry" }], CausedBy = PhoneCauses },
            new WorkTask { Id = "t2", Name = "Look up the policy", Hours = 150, CostPerHour = 40, ContributesTo = [new Contribution { To = "a-enquiry" }], CausedBy = PhoneCauses },
            new WorkTask { Id = "t3", Name = "Set the reason code", Hours = 100, CostPerHour = 40, ContributesTo = [new Contribution { To = "a-records" }], CausedBy = ["m5"] },
            new WorkTask { Id = "t4", Name = "Transfer the call", Hours = 120, CostPerHour = 40, ContributesTo = [new Contribution { To = "a-enquiry" }], CausedBy = ["m5"] },
            new WorkTask { Id = "t5", Name = "Fill in the wrap-up form", Hours = 80, CostPerHour = 40, ContributesTo = [new Contribution { To = "a-records" }], CausedBy = ["m5"] },
            new WorkTask { Id = "t6", Name = "Arrange the replacement car", Hours = 150, CostPerHour = 40, ContributesTo = [new Contribution { To = "a-mobility" }], CausedBy = PhoneCauses },
        ],
        Activities =
        [
            new Activity { Id = "a-enquiry", Name = "Handle the enquiry", Events = [], ContributesTo = [new Contribution { To = "o-calls" }], CausedBy = PhoneCauses },
            new Activity { Id = "a-records", Name = "Keep records", Events = [], ContributesTo = [new Contribution { To = "o-log" }], CausedBy = ["m5"] },
            new Activity { Id = "a-mobility", Name = "Restore mobility", Events = [], ContributesTo = [new Contribution { To = "o-car" }], CausedBy = PhoneCauses },
        ],
        Outputs =
        [
            new Output { Id = "o-calls", Name = "Calls handled", ContributesTo = [new Contribution { To = "b-cost" }] },
            new Output { Id = "o-log", Name = "Call log" },
            new Output { Id = "o-car", Name = "Car delivered", ContributesTo = [new Contribution { To = "b-stay" }, new Contribution { To = "sco-road" }] },
        ],
        BusinessOutcomes =
        [
            new BusinessOutcome { Id = "b-cost", Name = "Cost per claim" },
            new BusinessOutcome { Id = "b-stay", Name = "Retention", ContributesTo = [new Contribution { To = "sco-road" }] },
        ],
        Metrics =
        [
            new Metric { Id = "k-day", Name = "Drivers driving again within 24 hours of the first report", Tier = Tier.CustomerOutcome, Unit = "%", Direction = Direction.Up, Baseline = 41, Target = 90, BestObserved = 92, Of = ["s-day"], Source = "claims log" },
        ],
        Actions =
        [
            new ActionItem { Id = "act-form", Name = "Stop posting the paper form", Kind = ActionKind.Stop, Targets = ["m3", "m4"], Outcomes = ["sco-road"], Cost = Judgement.Low, DurationDays = 5 },
            new ActionItem { Id = "act-call", Name = "Decide on the first call", Kind = ActionKind.Merge, Targets = ["m2", "m5", "m8"], Outcomes = ["sco-road"], Cost = Judgement.Medium, DurationDays = 60 },
            new ActionItem { Id = "act-old", Name = "Train assessors", Kind = ActionKind.Improve, Targets = ["m6"], Cost = Judgement.High, DurationDays = 120 },
        ],
        PersonalMaps =
        [
            new PersonalMap
            {
                Id = "own", Name = "Private matter", Answers = [new SixAnswer { Question = 1, Respondent = Respondent.Self, Verbatim = "Nobody may read this" }],
                Statements = [new StatementOfIntent { Id = "own-s", Name = "Nobody may read this either" }],
            },
        ],
    };

    private static SuccessfulOutcome Outcome() => new()
    {
        Id = "sco-road",
        Name = "Back on the road",
        Experience = "x-road",
        Revolution = 2,
        State = OutcomeState.Tested,
        Objectives = ["obj-keep"],
        Answers =
        [
            new SixAnswer { Question = 1, Respondent = Respondent.Self, Verbatim = "Policyholders" },
            new SixAnswer { Question = 1, Respondent = Respondent.Customer, Verbatim = "Me. I pay for it every year." },
            new SixAnswer { Question = 2, Respondent = Respondent.Self, Verbatim = "A courteous claims service", KnownBefore = true },
            new SixAnswer { Question = 2, Respondent = Respondent.Stakeholder, Verbatim = "Low indemnity spend" },
            new SixAnswer { Question = 2, Respondent = Respondent.Customer, Verbatim = "Weeks, lots of paperwork, many calls", KnownBefore = false },
            new SixAnswer { Question = 3, Respondent = Respondent.Self, Verbatim = "Claims assessment" },
            new SixAnswer { Question = 3, Respondent = Respondent.Customer, Verbatim = "Getting back on the road as soon as possible" },
            new SixAnswer { Question = 6, Respondent = Respondent.Self, Verbatim = "Back on the road" },
            new SixAnswer { Question = 6, Respondent = Respondent.Stakeholder, Verbatim = "Back on the road" },
            new SixAnswer { Question = 6, Respondent = Respondent.Customer, Verbatim = "Back on the road" },
        ],
        Expectations =
        [
            new Expectation { Id = "e-weeks", Name = "Weeks, lots of paperwork, many calls", Origin = ExpectationOrigin.Market, Respondent = Respondent.Customer },
            new Expectation { Id = "e-car", Name = "A car by tonight, as the breakdown service does it", Origin = ExpectationOrigin.AnotherIndustry, Respondent = Respondent.Customer },
        ],
        Impacts =
        [
            new Impact { Text = "Handlers may hire a car without asking", Helps = true, Kind = ImpactKind.Rule },
            new Impact { Text = "A signed paper form before anything starts", Kind = ImpactKind.Procedure, Of = "m4" },
            new Impact { Text = "Two approvals above 500", Kind = ImpactKind.Check, Of = "r2" },
            new Impact { Text = "Three quotes from garages", Kind = ImpactKind.Rule, Of = "r3" },
        ],
        Statements =
        [
            new StatementOfIntent { Id = "s-day", Name = "90% of drivers reporting a crash are driving again within 24 hours of first report, by 31 December 2026", Category = "stranded", DueDate = new DateOnly(2026, 12, 31), Metrics = ["k-day"], Needs = ["n-mobile"], Expectations = ["e-car"] },
        ],
        ColleagueTest = new DateOnly(2026, 10, 2),
    };

    private static MomentOfTruth[] Moments() =>
    [
        new() { Id = "m1", Name = "Reports the crash by phone", Kind = MomentKind.PersonPerson, Experience = "x-road", Channel = "phone", Contributes = true, ContributesTo = ["s-day"], CustomerMinutes = 18, VolumePerYear = 12000, Disposition = Disposition.Improve, Improvement = Improvement.Enrich, Asked = ["policy number", "place of the crash"] },
        new() { Id = "m2", Name = "Says it all again on a web form", Kind = MomentKind.PersonSystem, Demand = DemandKind.Repeat, Experience = "x-road", Channel = "web", Contributes = false, Feel = Feel.Misery, CustomerMinutes = 25, Disposition = Disposition.Remove, Asked = ["policy number", "place of the crash"] },
        new() { Id = "m3", Name = "Receives a paper form", Kind = MomentKind.SystemPerson, Experience = "x-road", Channel = "post", Contributes = false, WaitMinutes = 4320, Disposition = Disposition.Remove },
        new() { Id = "m4", Name = "Returns the signed form", Kind = MomentKind.SystemPerson, Experience = "x-road", Channel = "post", Contributes = false, Disposition = Disposition.Remove },
        new() { Id = "m5", Name = "Calls to ask what is happening", Kind = MomentKind.PersonPerson, Demand = DemandKind.Chase, Experience = "x-road", Channel = "phone", Contributes = false, Feel = Feel.Misery, WaitMinutes = 7200, CustomerMinutes = 12, VolumePerYear = 21000, Disposition = Disposition.Remove },
        new() { Id = "m6", Name = "Shows the car to an assessor", Kind = MomentKind.PersonPerson, Experience = "x-road", Contributes = true, WaitMinutes = 2880, Disposition = Disposition.Improve, Improvement = Improvement.SelfServe },
        new() { Id = "m7", Name = "Chooses a garage", Kind = MomentKind.PersonSystem, Experience = "x-road", Contributes = true, Disposition = Disposition.Improve, Improvement = Improvement.Simplify },
        new() { Id = "m8", Name = "Calls again to ask", Kind = MomentKind.PersonPerson, Demand = DemandKind.Chase, Experience = "x-road", Channel = "phone", Contributes = false, Feel = Feel.Misery, Disposition = Disposition.Remove },
        new() { Id = "m9", Name = "Collects the car", Kind = MomentKind.PersonProduct, Experience = "x-road", Contributes = true, Feel = Feel.Magic, Disposition = Disposition.Keep, Reason = "it is the outcome" },
        new() { Id = "m10", Name = "Gets a survey three weeks later", Kind = MomentKind.SystemPerson, Experience = "x-road", Contributes = false, WaitMinutes = 30240, Disposition = Disposition.Remove },
    ];

    private static Breakpoint[] Breakpoints() =>
    [
        .. new (string Id, string Name, string[] Causes)[]
        {
            ("b1", "Send the report to the claims desk to open a file", ["m1"]), ("b2", "Match the web form to the file to avoid doubles", ["m2"]),
            ("b3", "Print the form to post it", ["m3"]), ("b4", "Scan the form to file it", ["m4"]), ("b5", "Check the signature to release the file", ["m4"]),
            ("b6", "Pass the file to a senior to get approval", ["m4"]), ("b7", "Pass the approval to audit to have it checked", ["b6"]),
            ("b8", "Search the file to answer the caller", ["m5"]), ("b9", "Book the assessor to see the car", ["m1", "m6"]), ("b10", "Send the report to the garage to get a price", ["m6"]),
            ("b11", "Ask three garages to get quotes", ["m7"]), ("b12", "Search the file again to answer the caller", ["m8"]), ("b13", "Tell accounts to pay the garage", ["m9"]),
        }.Select(static one => new Breakpoint { Id = one.Id, Name = one.Name, CausedBy = one.Causes, Kind = BreakpointKind.PersonPerson, IsCheck = one.Id is "b5" or "b7", ChecksOf = one.Id == "b7" ? "b6" : null }),
    ];

    private static BusinessRule[] Rules() =>
    [
        new() { Id = "r1", Name = "Ink signature", Statement = "No claim starts without a form signed in ink.", Events = [], Type = RuleType.Operational, Mode = RuleMode.Manual, OriginYear = 1987, OriginReason = "Courts did not accept copies", OriginStillTrue = false, CausedBy = ["m4"], Verdict = RuleVerdict.Retire, State = RuleState.Challenged },
        new() { Id = "r2", Name = "Two approvals", Statement = "Two seniors approve every payment above 500.", Events = [], Type = RuleType.Operational, OriginYear = 2009, OriginReason = "A fraud case", CausedBy = ["b6", "b7"], Verdict = RuleVerdict.Rewrite, Owner = "handler", ReviewDate = new DateOnly(2026, 3, 1) },
        new() { Id = "r3", Name = "Three quotes", Events = [], Type = RuleType.Operational, CausedBy = ["m7"], Verdict = RuleVerdict.Retire },
        new() { Id = "r4", Name = "Know who calls", Statement = "The caller's identity is established before data are given.", Events = [], Type = RuleType.Regulatory, Mode = RuleMode.System, Citation = "GDPR, Article 32", OriginStillTrue = true, OriginReason = "Data go to their owner only", CustomerRationale = "Nobody else learns about the claim", CausedBy = ["m1"], Verdict = RuleVerdict.Keep, Owner = "experience-manager", ReviewDate = new DateOnly(2027, 1, 31) },
        new() { Id = "r5", Name = "48 hours after the assessor", Events = [], Type = RuleType.Strategic, CausedBy = ["m6"] },
    ];

    /// <summary>As much and as long as a map can be in every place of the card.</summary>
    public static OutsideInMap Longest { get; } = Long(Insurer, string.Concat(Enumerable.Repeat("Wide words make many miles of mapping ", 20)));

    /// <summary>The same of nothing but the widest letter, without a place to break a line.</summary>
    public static OutsideInMap Widest { get; } = Long(Insurer, new string('W', 500));

    /// <summary>The card with the widest texts that is still printed in large letters.</summary>
    public static OutsideInMap LongestLarge { get; } = Wide(Insurer);

    /// <summary>Every text is markup that would run, close a style sheet or break an attribute.</summary>
    public static OutsideInMap Hostile { get; } = Attack(Insurer);

    private static OutsideInMap Long(OutsideInMap map, string words)
    {
        var solid = new string('W', 400);
        var statement = map.Outcomes[0].Statements[0];
        return map with
        {
            Organisation = new Organisation { Name = words },
            Objectives = [.. Enumerable.Range(0, 6).Select(index => new Objective { Id = $"obj-{index}", Name = solid })],
            Customers = [.. map.Customers.Select(one => one with { Name = solid, Value = words }), .. Enumerable.Range(0, 5).Select(index => new Customer { Id = $"no-{index}", Name = words, Wanted = Wanted.No })],
            Categories = [.. map.Categories.Select(one => one with { Name = words, Definition = solid })],
            Experiences = [.. map.Experiences.Select(one => one with { Name = words, Start = new ProcessEnd { Event = solid }, End = new ProcessEnd { Event = words } })],
            Metrics = [.. map.Metrics.Select(one => one with { Name = words, Unit = solid, Baseline = -123456789.12, Target = 987654321.98 })],
            Outcomes = [map.Outcomes[0] with
            {
                Name = words,
                Objectives = [.. Enumerable.Range(0, 6).Select(static index => $"obj-{index}")],
                Expectations = [.. Enumerable.Range(0, 9).Select(index => new Expectation { Id = $"e{index}", Name = index == 0 ? solid : words, Origin = ExpectationOrigin.AnotherIndustry })],
                Impacts = [.. Enumerable.Range(0, 20).Select(index => new Impact { Text = index < 3 ? solid : words, Helps = index % 2 == 0 })],
                Statements = [.. Enumerable.Range(0, 8).Select(index => statement with { Id = $"s{index}", Name = index == 0 ? solid : words, Metrics = ["k-day", "k-day"] })],
                Answers = [.. Enumerable.Range(0, 60).Select(index => new SixAnswer { Question = (index % 6) + 1, Respondent = (Respondent)(index / 6 % 3), Verbatim = words, KnownBefore = false })],
            }],
        };
    }

    private static OutsideInMap Wide(OutsideInMap map)
    {
        // Eleven texts of 49 wide letters: 539 of the 680 signs, the rest are the names that stay.
        var solid = new string('W', 49);
        var outcome = map.Outcomes[0];
        return map with
        {
            Objectives = [new Objective { Id = "obj-keep", Name = solid }],
            Customers = [.. map.Customers.Select(one => one with { Value = solid })],
            Experiences = [.. map.Experiences.Select(static one => one with { Start = new ProcessEnd { Event = "x" }, End = new ProcessEnd { Event = "x" } })],
            Metrics = [],
            Outcomes = [outcome with
            {
                Name = "W",
                Expectations = [.. Enumerable.Range(0, 3).Select(index => new Expectation { Id = $"e{index}", Name = solid, Origin = ExpectationOrigin.AnotherIndustry })],
                Impacts = [.. Enumerable.Range(0, 2).Select(_ => new Impact { Text = solid })],
                Statements = [.. Enumerable.Range(0, 3).Select(index => outcome.Statements[0] with { Id = $"s{index}", Name = solid, Metrics = [] })],
            }],
        };
    }

    private static OutsideInMap Attack(OutsideInMap map)
    {
        const string bad = "</style></title><script>alert(1)</script><img src=x onerror=alert(2)>\" onload='x' & \\\"; } * { display:none } /*";
        return map with
        {
            Organisation = new Organisation { Name = bad },
            Objectives = [.. map.Objectives.Select(static one => one with { Name = bad })],
            Roles = [.. map.Roles.Select(static one => one with { Name = bad })],
            Customers = [.. map.Customers.Select(static one => one with { Name = bad, Value = bad })],
            Categories = [.. map.Categories.Select(static one => one with { Name = bad, Definition = bad })],
            Needs = [.. map.Needs.Select(static one => one with { Name = bad })],
            Systems = [.. map.Systems.Select(static one => one with { Name = bad })],
            Skills = [.. map.Skills.Select(static one => one with { Name = bad })],
            Experiences = [.. map.Experiences.Select(static one => one with { Name = bad, Start = new ProcessEnd { Event = bad } })],
            Outcomes = [.. map.Outcomes.Select(static one => one with
            {
                Name = bad,
                Answers = [.. one.Answers.Select(static answer => answer with { Verbatim = bad })],
                Expectations = [.. one.Expectations.Select(static item => item with { Name = bad })],
                Impacts = [.. one.Impacts.Select(static item => item with { Text = bad })],
                Statements = [.. one.Statements.Select(static item => item with { Name = bad })],
            })],
            Moments = [.. map.Moments.Select(static one => one with { Name = bad, Channel = bad, Asked = [bad] })],
            Breakpoints = [.. map.Breakpoints.Select(static one => one with { Name = bad })],
            Rules = [.. map.Rules.Select(static one => one with { Name = bad, Statement = bad, OriginReason = bad, Citation = bad, CustomerRationale = bad })],
            Tasks = [.. map.Tasks.Select(static one => one with { Name = bad })],
            Activities = [.. map.Activities.Select(static one => one with { Name = bad })],
            Outputs = [.. map.Outputs.Select(static one => one with { Name = bad })],
            BusinessOutcomes = [.. map.BusinessOutcomes.Select(static one => one with { Name = bad })],
            Metrics = [.. map.Metrics.Select(static one => one with { Name = bad, Unit = "<b>" })],
            Actions = [.. map.Actions.Select(static one => one with { Name = bad })],
        };
    }
}
