using OutsideIn.Method;
using OutsideIn.Simulation;

namespace OutsideIn.Tests.Simulation;

/// <summary>The sample's map is complete as a map; what is still wrong in it is wrong in the firm it describes.</summary>
public sealed class NorthbankMapFindingsTests
{
    private static readonly MapDocument Document = MapYaml.Read(NorthbankSample.MapYaml, "northbank.yaml");

    private static readonly CheckResult Found = MapChecks.Check(Document.Map, new CheckOptions(new DateOnly(2026, 11, 21)));

    [Fact]
    public void Nothing_in_it_is_an_error()
    {
        Assert.Empty(Document.Diagnostics);
        Assert.DoesNotContain(Found.Findings, static finding => finding.Severity == Severity.Error);
    }

    [Fact]
    public void It_shows_a_check_of_a_check_work_without_a_cause_and_work_that_leads_nowhere()
    {
        Assert.Equal(["breakpoints/b-approval"], SubjectsOf("BPT-04"));
        Assert.Equal(["activities/nightly"], SubjectsOf("WRK-06"));
        Assert.Contains("activities/form-handling", SubjectsOf("WRK-10"));
    }

    [Fact]
    public void Its_statements_are_SMART()
    {
        var index = MapIndex.Of(Document.Map);
        Assert.All(
            Document.Map.Outcomes.SelectMany(static one => one.Statements.Select(statement => (one, statement))),
            pair => Assert.Empty(Smart.Of(pair.statement, pair.one, index).Missing));
    }

    private static IEnumerable<string?> SubjectsOf(string code) =>
        Found.Findings.Where(finding => finding.Code == code).Select(static finding => finding.Subject);
}
