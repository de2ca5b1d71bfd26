using FsCheck;
using FsCheck.Fluent;
using OutsideIn.Method;
using OutsideIn.Tests.Support;

namespace OutsideIn.Tests.Method.Checks;

public sealed class MapChecksTests
{
    private static readonly CheckOptions Options = new(new DateOnly(2026, 11, 21));

    [Fact]
    public void Codes_are_unique_and_the_one_of_the_two_clocks_takes_a_log()
    {
        var codes = MapChecks.Catalogue.Select(static kind => kind.Code).ToList();

        Assert.Equal(codes.Distinct(StringComparer.Ordinal), codes);
        Assert.Equal(["MET-08"], MapChecks.Catalogue.Where(static kind => kind.IsFromLog).Select(static kind => kind.Code));
    }

    /// <summary>Codes and severities as method.md §6b lists them; E, W, I.</summary>
    [Theory]
    [InlineData("SCO", "EEWWWEEEWEIW")]
    [InlineData("MET", "WEEWEWW")]
    [InlineData("MOT", "EEIEWW")]
    [InlineData("BPT", "EEIWI")]
    [InlineData("BRL", "WEEW")]
    [InlineData("WRK", "EWEEW")]
    [InlineData("CUS", "EWW")]
    [InlineData("ACT", "EEEWWI")]
    [InlineData("PRC", "W")]
    [InlineData("DEM", "W")]
    [InlineData("EXP", "E")]
    public void The_catalogue_of_the_method_is_there_with_its_severities(string family, string severities)
    {
        var numbered = MapChecks.Catalogue.ToDictionary(static kind => kind.Code, static kind => kind.Severity.ToString()[0]);

        Assert.Equal(severities, string.Concat(Enumerable.Range(1, severities.Length).Select(i => numbered[$"{family}-{i:00}"])));
    }

    /// <summary>Lint vectors of method.md §5.1; the scope of F1 and §6 point 3.</summary>
    [Fact]
    public void A_statement_is_linted_and_what_a_customer_said_is_not()
    {
        const string Soon = "Getting back on the road as soon as possible";
        var outcome = new SuccessfulOutcome
        {
            Id = "o",
            Name = "Improving quality of life, fast and efficient",
            Process = Soon,
            Answers = [new SixAnswer { Question = 3, Respondent = Respondent.Customer, Verbatim = Soon }],
            Expectations = [new Expectation { Id = "e", Name = "A quick and friendly answer" }],
            Statements = [new StatementOfIntent { Id = "s", Name = "Settle claims quickly and efficiently" }],
        };

        var hits = Of(OutsideInMap.Empty with { Outcomes = [outcome] }, "SCO-06");

        Assert.Equal(["statements/s", "statements/s"], hits.Select(static one => one.Subject));
        Assert.Equal([new NameSpan(14, 7), new NameSpan(26, 11)], hits.Select(static one => one.Span));
        Assert.All(hits, static one => Assert.Equal(Severity.Error, one.Severity));
    }

    [Fact]
    public void A_word_of_change_is_a_warning_only()
    {
        var map = OutsideInMap.Empty with { Metrics = [new Metric { Id = "m", Name = "Improve mobility of drivers" }] };

        Assert.Equal(Severity.Warning, Assert.Single(Of(map, "SCO-06")).Severity);
    }

    /// <summary>Method.md §5.1: BP/MOT = 1.3, B7 checks a check, the survey is three of three subjective.</summary>
    [Fact]
    public void The_insurer_is_under_discovered_checks_a_check_and_asks_too_late()
    {
        var density = Assert.Single(Of(InsurerMap.AsIs, "BPT-05"));
        Assert.Equal(Severity.Information, density.Severity);
        Assert.Contains("1.3 breakpoints", density.Message, StringComparison.Ordinal);
        Assert.Contains("claims", density.Message, StringComparison.Ordinal);
        Assert.Equal("breakpoints/B7", Assert.Single(Of(InsurerMap.AsIs, "BPT-04")).Subject);
        Assert.Equal("metrics/survey", Assert.Single(Of(InsurerMap.AsIs, "MET-04")).Subject);
        Assert.Empty(Of(InsurerMap.AsIs, "BRL-03"));
    }

    /// <summary>Method.md §5.2: five of six tasks serve no outcome, three stop at the business outcome, two at the output; 80% of the rewards are perverse.</summary>
    [Fact]
    public void The_call_centre_works_for_nobody_and_pays_for_it()
    {
        var tasks = Of(CallCentreMap.Map, "WRK-01");

        Assert.Equal(5, tasks.Count);
        Assert.Equal(3, tasks.Count(static one => one.Message.Contains("stops at the business outcome", StringComparison.Ordinal)));
        Assert.Equal(2, tasks.Count(static one => one.Message.Contains("stops at the output", StringComparison.Ordinal)));
        Assert.Equal(["rewards/r1", "rewards/r2", "rewards/r3"], Of(CallCentreMap.Map, "WRK-04").Select(static one => one.Subject));
        Assert.Empty(Of(CallCentreMap.Map, "WRK-05"));
    }

    [Fact]
    public void A_task_the_law_demands_is_no_candidate_to_stop()
    {
        var map = OutsideInMap.Empty with { Tasks = [new WorkTask { Id = "t", Name = "File the return", Citation = "Companies Act s. 441" }] };

        Assert.Equal(Severity.Information, Assert.Single(Of(map, "WRK-01")).Severity);
    }

    [Theory]
    [InlineData(90, null)]
    [InlineData(91, Severity.Warning)]
    [InlineData(365, Severity.Warning)]
    [InlineData(366, Severity.Error)]
    public void An_action_may_take_months_and_never_years(double days, Severity? expected)
    {
        var map = OutsideInMap.Empty with { Actions = [new ActionItem { Id = "a", Name = "Take it out", DurationDays = days }] };

        Assert.Equal(expected, Of(map, "ACT-04").SingleOrDefault()?.Severity);
    }

    [Fact]
    public void What_is_in_the_wrong_inventory_is_offered_the_other()
    {
        var map = OutsideInMap.Empty with
        {
            Doers = [new Doer { Id = "d", Name = "The driver", Kind = DoerKind.Customer }],
            Moments = [new MomentOfTruth { Id = "m", Name = "Ask", From = "claims", To = "assessor" }, new MomentOfTruth { Id = "n", Name = "Call", From = "the DRIVER", To = "claims" }],
            Breakpoints = [new Breakpoint { Id = "b", Name = "Send", From = "claims", To = "d" }],
        };

        Assert.Contains("map move MAP m", Assert.Single(Of(map, "MOT-02")).Hint, StringComparison.Ordinal);
        Assert.Contains("map move MAP b", Assert.Single(Of(map, "BPT-02")).Hint, StringComparison.Ordinal);
    }

    [Fact]
    public void Links_that_go_down_or_sideways_and_shares_above_the_whole_are_found_in_a_map_that_never_was_text()
    {
        var map = OutsideInMap.Empty with
        {
            Outputs =
            [
                new Output { Id = "o1", Name = "Form", ContributesTo = [new Contribution { To = "o2" }] },
                new Output { Id = "o2", Name = "File", ContributesTo = [new Contribution { To = "b", Share = 0.7 }, new Contribution { To = "c", Share = 0.6 }] },
            ],
            BusinessOutcomes = [new BusinessOutcome { Id = "b", Name = "Sales" }, new BusinessOutcome { Id = "c", Name = "Cost", ContributesTo = [new Contribution { To = "o1" }] }],
        };

        Assert.Equal(["outputs/o1", "business-outcomes/c"], Of(map, "WRK-08").Select(static one => one.Subject));
        var over = Assert.Single(Of(map, "WRK-09"));
        Assert.Equal("outputs/o2", over.Subject);
        Assert.Contains("130%", over.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_personal_map_is_private_until_it_is_shared_or_asked_for()
    {
        var mine = new PersonalMap { Id = "p", Statements = [new StatementOfIntent { Id = "s", Name = "Be quick" }] };
        var map = OutsideInMap.Empty with { PersonalMaps = [mine] };

        Assert.Empty(Of(map, "SCO-06"));
        Assert.Single(Of(map with { PersonalMaps = [mine with { IsShared = true }] }, "SCO-06"));
        Assert.Contains(MapChecks.Check(map, Options with { IncludesPrivate = true }).Findings, static one => one.Code is "SCO-06");
    }

    [Fact]
    public void A_superseded_outcome_is_history_and_asked_nothing()
    {
        var old = new SuccessfulOutcome { Id = "o", Name = "Revenue", Experience = "e", State = OutcomeState.Superseded };
        var map = OutsideInMap.Empty with
        {
            Experiences = [new Experience { Id = "e", Name = "Getting home" }],
            Outcomes = [old, new SuccessfulOutcome { Id = "p", Name = "Home", Experience = "e", Revolution = 2 }],
        };

        Assert.DoesNotContain(MapChecks.Check(map, Options).Findings, static one => one.Subject is "outcomes/o");
    }

    [Fact]
    public void Merges_in_a_ring_are_said_once()
    {
        static MomentOfTruth Moment(string id, string into) => new() { Id = id, Name = id, MergedInto = into };
        var map = OutsideInMap.Empty with { Moments = [Moment("a", "b"), Moment("b", "c"), Moment("c", "b"), Moment("d", "d"), Moment("e", "d")] };

        Assert.Equal(["moments/b", "moments/d"], Of(map, "MOT-10").Select(static one => one.Subject).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Whatever_a_map_says_the_checks_answer_and_name_entries_that_exist() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(60),
        Prop.ForAll(Maps.All, static map =>
        {
            var subjects = map.Entries().Select(static one => one.Subject).ToHashSet(StringComparer.Ordinal);
            var known = MapChecks.Catalogue.Select(static kind => kind.Code).ToHashSet(StringComparer.Ordinal);
            Assert.All(MapChecks.Check(map, Options with { IncludesPrivate = true }).Findings, finding =>
            {
                Assert.Contains(finding.Code, known);
                Assert.True(finding.Subject is null || finding.Subject.StartsWith("accepted/", StringComparison.Ordinal) || subjects.Contains(finding.Subject));
            });
        }));

    private static IReadOnlyList<MapDiagnostic> Of(OutsideInMap map, string code) =>
        [.. MapChecks.Check(map, Options).Findings.Where(one => string.Equals(one.Code, code, StringComparison.Ordinal))];
}
