using System.Globalization;
using OutsideIn.Events;
using static OutsideIn.Tests.Events.XesSource;

namespace OutsideIn.Tests.Events;

public sealed class LifecycleTests
{
    private static readonly ImportOptions All = new() { Lifecycle = Lifecycle.All };
    private static readonly ImportOptions Complete = new() { Lifecycle = Lifecycle.Complete };

    [Fact]
    public void A_start_and_a_complete_become_one_activity_instance() =>
        Assert.Equal(["A 1-3 ann", "B 4-5"], Instances("A start 1 ann", "A complete 3 ann", "B START 4", "B Complete 5"));

    [Fact]
    public void Overlapping_instances_pair_first_started_first_ended() =>
        Assert.Equal(["A 1-3", "A 2-4"], Instances("A start 1", "A start 2", "A complete 3", "A complete 4"));

    [Fact]
    public void Where_both_know_their_resource_only_equal_ones_pair() =>
        Assert.Equal(["A 2-3 bob", "A 1-4 ann"], Instances("A start 1 ann", "A start 2 bob", "A complete 3 bob", "A complete 4 ann"));

    [Fact]
    public void A_resource_that_only_the_start_knows_is_kept_and_pairs_with_any() =>
        Assert.Equal(["A 1-3 ann"], Instances("A start 1 ann", "A complete 3"));

    [Fact]
    public void Where_both_know_their_instance_only_equal_ones_pair() =>
        Assert.Equal(["A 2-3", "A 1-4"], Instances("A start 1 - i1", "A start 2 - i2", "A complete 3 - i2", "A complete 4 - i1"));

    [Fact]
    public void Cases_and_activities_never_pair_with_one_another()
    {
        var log = Read(Log(
            Trace("c", Recorded("A start 1")), Trace("d", Recorded("A complete 2")), Trace("e", Recorded("B start 1"), Recorded("A complete 2")))).Log;
        Assert.Equal(4, log.EventCount);
        Assert.Equal(log.TimeMicros.ToArray(), log.BeginMicros.ToArray());
    }

    [Fact]
    public void What_stays_unpaired_is_an_event_without_duration_and_is_counted()
    {
        var imported = Imported(null, "A start 1", "B complete 2", "C start 3", "C complete 5");
        Assert.Equal(["A 1-1", "B 2-2", "C 3-5"], Shown(imported.Log));
        Assert.Contains("1 starts have no end; each stays as an event at the time of its start.", imported.Report.Notes);
        Assert.Contains("1 ends have no start; each stays as an event without duration.", imported.Report.Notes);
        Assert.Contains("1 starts were joined with their ends into activity instances.", imported.Report.Notes);
        Assert.Equal((4, 4, 0), (imported.Report.RowsRead, imported.Report.RowsKept, imported.Report.RowsRefused));
    }

    [Fact]
    public void Planning_and_pausing_are_no_execution_and_an_abort_ends_one()
    {
        var imported = Imported(null, "A schedule 1", "A assign 2", "A start 3", "A suspend 4", "A resume 5", "A ate_abort 6", "B withdraw 7", "C complete 8");
        Assert.Equal(["A 3-6", "C 8-8"], Shown(imported.Log));
        Assert.Equal((8, 3, 0), (imported.Report.RowsRead, imported.Report.RowsKept, imported.Report.RowsRefused));
        Assert.Contains(imported.Report.Notes, static note => note.StartsWith("5 events neither begin nor end an execution", StringComparison.Ordinal));
        Assert.Equal(["A", "C"], imported.Log.Activities.Names);
    }

    [Fact]
    public void Attributes_of_the_start_are_kept_where_the_end_has_none()
    {
        const string attributes = "<string key='place' value='Oslo'/><int key='n' value='1'/><float key='cost:total' value='3'/>";
        var log = Read(Log(Trace("c", Recorded("A start 1", attributes), Recorded("A complete 2", "<int key='n' value='2'/>")))).Log;
        Assert.Equal(1, log.EventCount);
        Assert.Equal(("Oslo", 2, 3), (Attribute(log, "place").Texts!.TextAt(0), Attribute(log, "n").Numbers[0], log.Costs[0]));
    }

    [Fact]
    public void All_keeps_every_recorded_event_and_its_transition()
    {
        var log = Imported(All, "A start 1", "A complete 3", "B schedule 4").Log;
        Assert.Equal(["A 1-1", "A 3-3", "B 4-4"], Shown(log));
        Assert.False(log.HasStarts);
        Assert.Equal("complete", Attribute(log, "lifecycle:transition").Texts!.TextAt(1));
    }

    [Fact]
    public void Complete_keeps_the_complete_and_those_that_say_nothing()
    {
        var imported = Imported(Complete, "A start 1", "A COMPLETE 3", "B - 4", "C schedule 5");
        Assert.Equal(["A 3-3", "B 4-4"], Shown(imported.Log));
        Assert.Equal((4, 2, 0), (imported.Report.RowsRead, imported.Report.RowsKept, imported.Report.RowsRefused));
        Assert.Contains("2 events whose lifecycle transition is not \"complete\" were left out, as asked.", imported.Report.Notes);
    }

    [Fact]
    public void Complete_of_a_log_without_any_is_a_problem()
    {
        var problem = Refused(Log(Trace("c", Recorded("A start 1"), Recorded("A Resolved 2"))), Complete);
        Assert.Equal("EV213", problem.Code);
        Assert.Contains("--lifecycle all", problem.Hint, StringComparison.Ordinal);
    }

    [Fact]
    public void Statuses_in_the_place_of_transitions_leave_events_alone_and_are_an_attribute()
    {
        var imported = Shared("data/logs/bpic2013_incidents.xes.gz");
        Assert.Equal(65_533, imported.Log.EventCount);
        Assert.False(imported.Log.HasStarts);
        var status = Attribute(imported.Log, "lifecycle:transition").Texts!;
        Assert.Equal(13, status.NameCount);
        Assert.Equal(4217, Enumerable.Range(0, status.RowCount).Count(row => status.TextAt(row) == "Wait - User"));
        Assert.Contains(imported.Report.Notes, static note => note.Contains("statuses of the source's own", StringComparison.Ordinal));
    }

    [Fact]
    public void A_log_of_completes_only_is_left_as_it_is()
    {
        var log = Imported(null, "A complete 1", "A complete 2").Log;
        Assert.Equal(["A 1-1", "A 2-2"], Shown(log));
        Assert.False(log.HasStarts);
    }

    // 21,313 starts and 24,825 completes; the 3,512 completes without a start are the incoming calls.
    [Fact]
    public void A_call_centre_of_starts_and_completes_becomes_its_activity_instances()
    {
        var log = Shared("data/logs/teleclaims.xes.gz").Log;
        Assert.Equal(24_825, log.EventCount);
        var calls = Enumerable.Range(0, log.EventCount).Count(row => log.Activities.TextAt(row) == "incoming claim");
        Assert.Equal(3_512, calls);
        Assert.All(Enumerable.Range(0, log.EventCount), row => Assert.True(log.StartMicros[row] <= log.TimeMicros[row]));
        Assert.Equal(24_825, Shared("data/logs/teleclaims.xes.gz", Complete).Log.EventCount);
    }

    [Fact]
    public void Instances_may_stand_in_the_order_of_the_file()
    {
        var log = Imported(new ImportOptions { Order = EventOrder.AsRead }, "B start 5", "B complete 6", "A start 1", "A complete 2").Log;
        Assert.Equal(["B 5-6", "A 1-2"], Shown(log));
    }

    [Fact]
    public void A_case_of_endless_starts_is_paired_without_their_square()
    {
        var steps = LifecyclePairing.StepOf("start")!.Value;
        const int count = 200_000;
        var all = new LifecycleStep[count * 2];
        Array.Fill(all, steps, 0, count);
        Array.Fill(all, LifecycleStep.Complete, count, count);
        var pairs = new LifecyclePairing(new int[count * 2], new int[count * 2], new int[count * 2])
            .Pair([0, count * 2], [.. Enumerable.Range(0, count * 2)], all);
        Assert.Equal(count, pairs.Pairs.Count);
        Assert.All(pairs.Pairs, pair => Assert.Equal(pair.Start + count, pair.End));
    }

    private static string[] Instances(params string[] recorded) => Shown(Imported(null, recorded).Log);

    private static ImportedLog Imported(ImportOptions? options, params string[] recorded) =>
        Read(Log(Trace("c", [.. recorded.Select(one => Recorded(one))])), options);

    /// <summary>An event from <c>activity transition second [resource [instance]]</c>; a dash stands for none.</summary>
    private static string Recorded(string text, string more = "")
    {
        var parts = text.Split(' ');
        return Event(
            parts[0],
            DateTime.UnixEpoch.AddSeconds(int.Parse(parts[2], CultureInfo.InvariantCulture)).ToString("O", CultureInfo.InvariantCulture),
            Optional("lifecycle:transition", parts[1]) + Optional("org:resource", parts.ElementAtOrDefault(3)) + Optional("concept:instance", parts.ElementAtOrDefault(4)) + more);
    }

    private static string Optional(string key, string? value) => value is null or "-" ? "" : $"<string key='{key}' value='{value}'/>";

    private static string[] Shown(EventLog log) =>
    [
        .. Enumerable.Range(0, log.EventCount).Select(row =>
            $"{log.Activities.TextAt(row)} {log.BeginMicros[row] / 1_000_000}-{log.TimeMicros[row] / 1_000_000} {log.Resources?.TextAt(row)}".TrimEnd()),
    ];
}
