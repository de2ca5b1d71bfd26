using OutsideIn.Diagnosis;
using OutsideIn.Events;
using OutsideIn.Method;
using OutsideIn.Tests.Support;

namespace OutsideIn.Tests.Diagnosis;

/// <summary>Suggested maps of public logs, each judged by reading what the log is about.</summary>
public sealed class MapSuggestionPublicLogTests
{
    // The last column says what the log is: a fine paid or sent to collection, a permit's receipt confirmed, and so on.
    [Theory]
    [InlineData("road_traffic_fines.xes.gz", "Payment", "Send for Credit Collection", "Appeal to Judge", "Send Appeal to Prefecture")]
    [InlineData("receipt.xes.gz", "T05 Print and send confirmation of receipt", null, "Confirmation of receipt", "T06 Determine necessity of stop advice")]
    [InlineData("teleclaims.xes.gz", "advise claimant on reimbursement", null, "incoming claim", "B register claim")]
    [InlineData("bpic2020_DomesticDeclarations.xes.gz", "Payment Handled", "Declaration REJECTED by ADMINISTRATION", "Declaration SUBMITTED by EMPLOYEE", "Declaration APPROVED by ADMINISTRATION")]
    [InlineData("running-example.xes", "pay compensation", "reject request", "register request", "reinitiate request")]
    [InlineData("repairExample.xes.gz", "Archive Repair", null, "Inform User", "Test Repair")]
    [InlineData("BIMP_example.csv", "Make credit offer", "Notify rejection", "Credit application received", "Check credit history")]
    [InlineData("PurchasingExample.csv", "Pay Invoice", null, "Create Purchase Requisition", "Send Request for Quotation to Supplier")]
    public void The_outcome_a_contact_and_a_piece_of_internal_work_are_told_apart(
        string file, string reached, string? lost, string contact, string notContact)
    {
        var map = MapSuggestion.Suggest(Log(file), file);

        var outcome = Assert.Single(map.Outcomes);
        Assert.Contains(outcome.Reached, pattern => pattern.Text == reached);
        Assert.True(lost is null ? outcome.Lost.Count == 0 : outcome.Lost.Any(pattern => pattern.Text == lost));
        Assert.Equal(WorkKind.MomentOfTruth, map.MappedActivities().Single(one => one.Name == contact).Kind);
        Assert.NotEqual(WorkKind.MomentOfTruth, map.MappedActivities().Single(one => one.Name == notContact).Kind);
        Assert.All(map.MappedActivities(), static one => Assert.True(one.IsSuggested && one.Reason is { Length: > 10 }));
    }

    [Fact]
    public void A_log_of_three_states_shows_no_contact_and_none_is_made_up()
    {
        var log = Log("bpic2013_incidents.xes.gz");

        var map = MapSuggestion.Suggest(log, "incidents");

        Assert.DoesNotContain(map.MappedActivities(), static one => one.Kind == WorkKind.MomentOfTruth);
        var document = Diagnoser.Diagnose(
            log, SectionsTests.Report(log), map, new DiagnosisOptions(), TestContext.Current.CancellationToken).Document;
        Assert.Contains(document.Map.Warnings, static warning => warning.Contains("No event of the log is a contact", StringComparison.Ordinal));
        Assert.True(document.Map.IsSuggested);
        Assert.True(document.Diagnosis.CauseOfWorkTotal.Reconciles);
    }

    private static EventLog Log(string file)
    {
        var path = SharedData.At($"data/logs/{file}");
        var source = new LogSource(file, () => File.OpenRead(path));
        Assert.True(LogImport.Read(source, new ImportOptions(), null, TestContext.Current.CancellationToken).TryGet(out var read, out var problem), problem?.Message);
        return read.Log;
    }
}
