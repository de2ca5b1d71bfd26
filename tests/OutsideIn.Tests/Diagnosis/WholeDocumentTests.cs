using OutsideIn.Diagnosis;
using OutsideIn.Events;
using OutsideIn.Method;
using OutsideIn.Simulation;
using OutsideIn.Tests.Support;

namespace OutsideIn.Tests.Diagnosis;

/// <summary>Whole documents: every number in them can be written, and every figure opens.</summary>
public sealed class WholeDocumentTests
{
    [Theory]
    [InlineData("0 Call")]
    [InlineData("0 Call, 0 Call, 0 Call")]
    [InlineData("0 Call @Desk %Ann #phone $3 [0")]
    [InlineData("5 Check [9, 5 Check [2, 5 Pay [5")]
    [InlineData("")]
    public void A_tiny_log_gives_a_document_that_can_be_written(string events) =>
        Assert.NotEmpty(Written(SmallLog.Of(events), new SmallMap().Contacts("Call").Checks("Check").Outcome("Pay").ToMap()));

    [Fact]
    public void A_log_without_a_map_gives_a_document_that_can_be_written()
    {
        var log = SmallLog.Of("0 Call, 5 Check, 9 Pay", "3 Call, 8 Refuse");

        Assert.NotEmpty(Written(log, new SmallMap().ToMap()));
        Assert.NotEmpty(Written(log, MapSuggestion.Suggest(log, "Test")));
    }

    [Fact]
    public void The_sample_is_written_read_back_and_opened_figure_by_figure()
    {
        var log = NorthbankSample.Generate(600);
        var map = MapYaml.Read(NorthbankSample.MapYaml, "northbank.yaml").Map!;
        var result = Diagnose(log, map);

        var read = DiagnosisJson.Read(new MemoryStream(Written(result.Document))).Value();
        var explorer = CaseExplorer.Open(result, map);

        Assert.Equal(Written(result.Document), Written(read));
        foreach (var (figure, cases) in result.Cases.ByFigure)
        {
            Assert.Equal(cases.Length, explorer.List(new CaseQuery { Figure = figure, Count = 1 }).Value().Total);
        }

        var failing = explorer.List(new CaseQuery { Figure = result.Document.Diagnosis.FailureDemand.Figure }).Value().Rows[0];
        Assert.Equal(failing.FailureContacts, explorer.Story(failing.CaseIndex).Value().Entries.Count(static entry => entry.FailureRule is not null));
    }

    private static byte[] Written(EventLog log, OutsideInMap map) => Written(Diagnose(log, map).Document);

    private static byte[] Written(DiagnosisDocument document)
    {
        using var stream = new MemoryStream();
        DiagnosisJson.Write(stream, document);
        return stream.ToArray();
    }

    private static DiagnosisResult Diagnose(EventLog log, OutsideInMap map) => Diagnoser.Diagnose(
        log,
        new ImportReport("test", log.EventCount, log.EventCount, 0, [], [], [], []),
        map,
        new DiagnosisOptions(),
        CancellationToken.None);
}
