using OutsideIn.Diagnosis;
using OutsideIn.Events;
using OutsideIn.Method;
using OutsideIn.Tests.Support;

namespace OutsideIn.Tests.Diagnosis;

public sealed class CaseExplorerTests
{
    private static readonly SmallMap Map = new SmallMap()
        .Demand(DemandKind.Value, "Report").Demand(DemandKind.Chase, "Chase").Checks("Check cover").Internal("Assess")
        .Doer(DoerKind.Customer, "Driver", [], ["Drivers"]).Outcome("Collect", "Give up", "Report");

    [Fact]
    public void A_story_tells_every_event_in_order_with_its_wait_its_doer_and_its_cause()
    {
        var story = Explorer("0 Scan @Post, 10 Report @Drivers #phone, 70 Check cover @Claims, 130 Chase @Drivers #phone, 160 Assess @Garage, 200 Collect @Drivers")
            .Story(0).Value();

        var entries = story.Entries;
        Assert.Equal([1, 2, 3, 4, 5, 6], entries.Select(static one => one.Number));
        Assert.Equal([null, 600.0, 3600, 3600, 1800, 2400], entries.Select(static one => one.WaitSeconds));
        Assert.Equal([null, "10 min", "1 h", "1 h", "30 min", "40 min"], entries.Select(static one => one.WaitText));
        Assert.Equal([false, true, false, true, false, true], entries.Select(static one => one.IsContact));
        Assert.Equal([false, true, false, true, false, true], entries.Select(static one => one.IsByCustomer));
        Assert.Equal([null, null, "Report", null, "Chase", null], entries.Select(static one => one.Cause));
        Assert.Equal([null, "firstNeed", null, null, null, "reached"], entries.Select(static one => one.Shows));
        Assert.Equal(("marked", "chase"), (entries[3].FailureRule, entries[3].Demand));
        Assert.Equal("ruleCheck", entries[2].Kind);
        Assert.Equal("phone", entries[1].Channel);
        Assert.Equal(3600, story.LongestWaitSeconds);
    }

    [Fact]
    public void Hand_offs_say_from_whom_to_whom_and_how_long_it_lay()
    {
        var entries = Explorer("10 Report @Drivers, 70 Check cover @Claims, 130 Chase @Drivers, 160 Assess @Garage").Story(0).Value().Entries;

        Assert.Equal(new HandOffEntry("Claims", "Garage", 5400), entries[3].HandOff);
        Assert.All(entries.Take(3), static entry => Assert.Null(entry.HandOff));
    }

    [Fact]
    public void The_head_of_a_story_has_both_clocks_and_the_counts()
    {
        var summary = Explorer("0 Scan @Post, 10 Report @Drivers, 70 Collect @Drivers, 90 File @Post", "0 Report, 30 Give up", "20 Scan").Story(0).Value().Summary;

        Assert.Equal(("c1", "reached", 4, 2, 0), (summary.Name, summary.Outcome, summary.Events, summary.Contacts, summary.FailureContacts));
        Assert.Equal(new CaseClockEntry("stopped", 5400, "1 h 30 min"), summary.Firm);
        Assert.Equal(new CaseClockEntry("stopped", 3600, "1 h"), summary.CustomerClock);
    }

    [Fact]
    public void What_the_log_says_beside_is_told_of_the_case_and_of_the_event()
    {
        var builder = new EventLogBuilder();
        var damage = builder.Attribute("damage", AttributeKind.Number, AttributeLevel.Case);
        var note = builder.Attribute("note", AttributeKind.Text, AttributeLevel.Event);
        builder.Add(new EventRow(builder.Case("c1"), builder.Activity("Report"), SmallLog.Minute(0)));
        builder.Add(new EventRow(builder.Case("c1"), builder.Activity("Chase"), SmallLog.Minute(5)));
        builder.Add(new EventRow(builder.Case("c1"), builder.Activity("Chase"), SmallLog.Minute(9)));
        damage.SetNumber(0, 1250.5);
        note.SetText(1, "angry");
        note.SetText(2, "furious");

        var story = Explorer(builder.Build()).Story(0).Value();

        Assert.Equal([new NamedValue("damage", "1250.5")], story.Attributes);
        Assert.Empty(story.Entries[0].Attributes);
        Assert.Equal([new NamedValue("note", "furious")], story.Entries[2].Attributes);
    }

    [Fact]
    public void Lists_are_filtered_by_figure_and_text_sorted_and_paged()
    {
        var explorer = Explorer("0 Report, 50 Collect", "10 Report, 20 Chase, 30 Chase", "5 Report, 90 Collect", "7 Scan");

        Assert.Equal([1, 3, 2, 0], Indexes(explorer, new CaseQuery { Sort = CaseSort.Start, IsDescending = true }));
        Assert.Equal([2, 1, 0, 3], Indexes(explorer, new CaseQuery { Sort = CaseSort.CustomerTime, IsDescending = true }));
        Assert.Equal([0, 1, 2, 3], Indexes(explorer, new CaseQuery { Sort = CaseSort.CustomerTime }).Order());
        Assert.Equal(3, Indexes(explorer, new CaseQuery { Sort = CaseSort.CustomerTime })[^1]);
        Assert.Equal([1], Indexes(explorer, new CaseQuery { Figure = "failureDemand" }));
        Assert.Equal([2], Indexes(explorer, new CaseQuery { Text = " C3 " }));
        Assert.Equal([1, 2], Indexes(explorer, new CaseQuery { Offset = 1, Count = 2 }));

        var page = explorer.List(new CaseQuery { Offset = 99, Count = -1 }).Value();
        Assert.Equal((4, 4, 0), (page.Total, page.Offset, page.Rows.Count));
    }

    [Fact]
    public void A_case_or_a_figure_that_is_not_there_is_refused()
    {
        var explorer = Explorer("0 Report");

        Assert.Equal("DG023", explorer.Story(1).Refusal().Code);
        Assert.Equal("DG023", explorer.Story(-1).Refusal().Code);
        Assert.Equal("DG024", explorer.List(new CaseQuery { Figure = "no such" }).Refusal().Code);
    }

    private static int[] Indexes(CaseExplorer explorer, CaseQuery query) =>
        [.. explorer.List(query).Value().Rows.Select(static row => row.CaseIndex)];

    private static CaseExplorer Explorer(params string[] cases) => Explorer(SmallLog.Of(cases));

    private static CaseExplorer Explorer(EventLog log)
    {
        var mapped = MappedLog.Of(log, Map.ToMap(), log.LastMicros);
        var book = new FigureBook();
        FailureDemandSection.Compute(mapped, FailureContacts.Of(mapped, OutcomeSigns.Of(mapped)), book);
        var document = SampleDocuments.Filled();
        var asOf = document with { Log = document.Log with { AsOf = Measured.Instant(log.LastMicros) } };
        return CaseExplorer.Open(new DiagnosisResult(asOf, book.ToFigureCases(), log), Map.ToMap());
    }
}
