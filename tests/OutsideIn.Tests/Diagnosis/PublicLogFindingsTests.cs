using OutsideIn.Diagnosis;
using OutsideIn.Events;
using OutsideIn.Tests.Support;

namespace OutsideIn.Tests.Diagnosis;

/// <summary>Sanity on real logs.</summary>
public sealed class PublicLogFindingsTests(ITestOutputHelper output)
{
    [Fact]
    public void Incidents_that_leave_a_resolved_or_closed_state_are_the_reopenings_counted_apart()
    {
        // Counted by a script of ten lines over the XES text, times as instants, sorted stably: 444 transitions in 390 of 7,554 traces.
        var entry = Diagnose("data/logs/bpic2013_incidents.xes.gz").Failure;

        var kinds = entry.Kinds.Where(static kind => kind.Rule == "afterClosing").ToArray();
        Assert.Equal(444, kinds.Sum(static kind => kind.Contacts));
        Assert.Equal((390, "suggested"), (entry.Cases, entry.Basis));
        Assert.Equal((444, 444 + 7554), (entry.Share.Part, entry.Share.Whole));
    }

    [Theory]
    [InlineData("data/logs/receipt.xes.gz")]
    [InlineData("data/logs/helpdesk.xes.gz")]
    [InlineData("data/logs/bpic2020_DomesticDeclarations.xes.gz")]
    [InlineData("data/logs/bpic2011_hospital_log.xes.gz")]
    [InlineData("data/logs/nasa_cev.xes.gz")]
    [InlineData("data/logs/road_traffic_fines.xes.gz")]
    public void Every_section_holds_on_a_real_log_without_a_map(string path)
    {
        var (failure, clocks, suspects, process) = Diagnose(path);

        Assert.Equal(failure.Share.Part, failure.Kinds.Sum(static kind => kind.Contacts));
        Assert.Equal(clocks.Firm.Cases, clocks.Firm.Closed + clocks.Firm.Open + clocks.Firm.GaveUp);
        Assert.Equal(process.StartActivities.Sum(static one => one.Cases), clocks.ByMonth.Sum(static one => one.Cases));
        Assert.All(suspects, static one => Assert.True(one.IsSuggested && one.Count <= one.Total, one.Text));
        foreach (var suspect in suspects)
        {
            output.WriteLine($"{suspect.Kind}: {suspect.Text}");
        }
    }

    [Theory]
    [InlineData("data/logs/helpdesk.xes.gz", "Closed", "15 d")]
    [InlineData("data/logs/road_traffic_fines.xes.gz", "Add penalty", "60 d")]
    public void Fixed_waits_of_real_processes_are_found(string path, string activity, string length)
    {
        var suspect = Diagnose(path).Suspects.Single(one => one.Kind == "fixedWait" && one.Activity == activity);

        Assert.Equal(length, suspect.Answer);
    }

    private static (FailureDemandEntry Failure, ClocksEntry Clocks, RuleSuspectEntry[] Suspects, ProcessSection Process) Diagnose(string path)
    {
        var file = SharedData.At(path);
        var read = LogImport.Read(new LogSource(path, () => File.OpenRead(file)), new ImportOptions { Lifecycle = Lifecycle.All }, null, CancellationToken.None);
        var log = read.Value().Log;
        var mapped = MappedLog.Of(log, new SmallMap().ToMap(), log.LastMicros);
        var book = new FigureBook();
        var signs = OutcomeSigns.Of(mapped);
        var contacts = FailureContacts.Of(mapped, signs);
        var failure = FailureDemandSection.Compute(mapped, contacts, book);
        var clocks = ClocksSection.Compute(mapped, CaseClocks.Of(mapped, signs, contacts), book);
        return (failure, clocks, RuleSuspects.Compute(mapped, contacts, book), ProcessFigures.Compute(mapped, Variants.Of(log), book));
    }
}
