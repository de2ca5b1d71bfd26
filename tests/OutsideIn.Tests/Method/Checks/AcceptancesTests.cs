using OutsideIn.Method;
using OutsideIn.Tests.Support;

namespace OutsideIn.Tests.Method.Checks;

public sealed class AcceptancesTests
{
    private const string Reason = "The board wants it so this year";

    private static readonly DateOnly Today = new(2026, 11, 21);

    [Fact]
    public void An_accepted_finding_is_listed_with_its_reason_and_stands_no_more()
    {
        var result = Check(new AcceptedFinding { Code = "bpt-04", Of = "B7", Reason = Reason });

        Assert.DoesNotContain(result.Findings, static one => one.Code is "BPT-04" or "ACC-01");
        var accepted = Assert.Single(result.Accepted);
        Assert.Equal(("BPT-04", "breakpoints/B7", Reason), (accepted.Finding.Code, accepted.Finding.Subject, accepted.By.Reason));
    }

    [Fact]
    public void An_acceptance_that_names_no_entry_takes_every_finding_of_its_code()
    {
        var result = Check(new AcceptedFinding { Code = "BRL-01", Reason = Reason });

        // R1, R2, R3 and R5; R4 cites a law.
        Assert.Equal(4, result.Accepted.Count);
        Assert.DoesNotContain(result.Findings, static one => one.Code is "BRL-01");
    }

    [Fact]
    public void The_acceptance_of_the_entry_comes_before_the_one_of_all()
    {
        var result = Check(new AcceptedFinding { Code = "BRL-01", Reason = "All of them" }, new AcceptedFinding { Code = "BRL-01", Of = "R1", Reason = "This one" });

        Assert.Equal(["This one", "All of them", "All of them", "All of them"], result.Accepted.Select(static one => one.By.Reason));
    }

    [Fact]
    public void The_day_itself_still_counts_and_the_next_does_not()
    {
        var until = new AcceptedFinding { Code = "BPT-04", Reason = Reason, Until = Today };

        Assert.Single(Check(until).Accepted);
        var next = MapChecks.Check(InsurerMap.AsIs with { Accepted = [until] }, new CheckOptions(Today.AddDays(1)));
        Assert.Empty(next.Accepted);
        Assert.Contains(next.Findings, static one => one.Code is "BPT-04");
        Assert.Contains(next.Findings, static one => one.Code is "ACC-02");
    }

    [Fact]
    public void Whether_an_acceptance_of_a_finding_of_a_log_matches_is_not_judged_without_the_log() =>
        Assert.DoesNotContain(Check(new AcceptedFinding { Code = "MET-08", Reason = Reason }).Findings, static one => one.Code.StartsWith("ACC", StringComparison.Ordinal));

    [Theory]
    [InlineData("BPT-04", "-", "ACC-03")]
    [InlineData("BPT-04", " n/a. ", "ACC-03")]
    [InlineData("BPT-40", Reason, "ACC-04")]
    [InlineData("WRK-07", Reason, "ACC-05")]
    [InlineData("ACC-01", Reason, "ACC-05")]
    [InlineData("EXP-01", Reason, "ACC-01")]
    public void A_wrong_acceptance_is_a_finding_itself_and_takes_nothing(string code, string reason, string expected)
    {
        var result = Check(new AcceptedFinding { Code = code, Reason = reason });

        Assert.Empty(result.Accepted);
        Assert.Equal("accepted/1", Assert.Single(result.Findings, one => string.Equals(one.Code, expected, StringComparison.Ordinal)).Subject);
        Assert.Single(result.Findings, static one => one.Code is "BPT-04");
    }

    [Fact]
    public void A_wrong_acceptance_has_the_place_where_it_is_written()
    {
        const string Text = """
            outsidein: 2
            accepted:
              - { code: SCO-12, because: The board wants it so this year }
              - code: BPT-99
                because: Nobody knows
            """;
        var document = MapYaml.Read(Text, "map.yaml");

        var places = MapChecks.Check(document.Map, new CheckOptions(Today)).Findings
            .Where(static one => one.Code.StartsWith("ACC", StringComparison.Ordinal)).Select(one => (one.Code, document.Locate(one).Place));

        Assert.Equal([("ACC-01", (Place?)new Place("map.yaml", 3, 5)), ("ACC-04", new Place("map.yaml", 4, 5))], places);
    }

    [Fact]
    public void The_contradictions_of_a_map_cannot_be_accepted_and_everything_else_can() => Assert.Equal(
        ["SCO-19", "MOT-10", "MOT-20", "BPT-07", "WRK-07", "WRK-08", "WRK-09", "WRK-19", "WRK-23", "CUS-14", "EXP-04", "ACC-01", "ACC-02", "ACC-03", "ACC-04", "ACC-05"],
        MapChecks.Catalogue.Where(static kind => !kind.IsAcceptable).Select(static kind => kind.Code));

    private static CheckResult Check(params AcceptedFinding[] accepted) => MapChecks.Check(InsurerMap.AsIs with { Accepted = accepted }, new CheckOptions(Today));
}
