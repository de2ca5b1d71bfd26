using FsCheck;
using FsCheck.Fluent;
using OutsideIn.Diagnosis;
using OutsideIn.Events;
using OutsideIn.Tests.Support;

namespace OutsideIn.Tests.Diagnosis;

public sealed class ProcessFiguresTests
{
    private static readonly string[] Cases =
    [
        "0 Call @Desk %Ann $1, 10 Assess @Claims %Bob $2, 40 Pay @Claims %Bob $4",
        "0 Call @Desk %Ann, 30 Assess @Claims %Bob, 40 Assess @Claims %Cy, 100 Refuse @Desk",
        "0 Call @Desk %Ann, 20 Assess %Bob",
        "0 Assess @Claims %Bob, 60 Pay @Desk %Ann",
    ];

    [Fact]
    public void Edges_are_complete_with_their_times_cases_and_outcome()
    {
        var (process, figures) = Compute();

        var edge = process.DirectlyFollows[0];
        Assert.Equal(("Call", "Assess", 3, 3, 600.0, 1200.0, 1200.0, 1800.0), (edge.From, edge.To, edge.Count, edge.Cases, edge.MinSeconds, edge.MeanSeconds, edge.MedianSeconds, edge.MaxSeconds));
        Assert.Equal(0.5, edge.ReachedShare);
        Assert.Equal([0, 1, 2], figures.Open(edge.Figure)!);
        Assert.Equal(["Call>Assess", "Assess>Pay", "Assess>Assess", "Assess>Refuse"], process.DirectlyFollows.Select(static one => $"{one.From}>{one.To}"));
    }

    [Fact]
    public void Starts_ends_and_repeats_open_to_their_cases()
    {
        var (process, figures) = Compute();

        Assert.Equal([("Call", 3), ("Assess", 1)], process.StartActivities.Select(static one => (one.Activity, one.Cases)));
        Assert.Equal([("Pay", 2), ("Assess", 1), ("Refuse", 1)], process.EndActivities.Select(static one => (one.Activity, one.Cases)));
        Assert.Equal([0, 3], figures.Open(process.EndActivities[0].Figure)!);
        var repeat = Assert.Single(process.Repeats);
        Assert.Equal(("Assess", 1, 1, 1), (repeat.Activity, repeat.Cases, repeat.Repeats, repeat.SelfLoops));
        Assert.Equal([1], figures.Open(repeat.Figure)!);
    }

    [Fact]
    public void Activities_have_their_share_cost_wait_and_outcome()
    {
        var assess = Compute().Process.Activities[0];

        Assert.Equal(("Assess", 5, 4, 1.0, 2.0, 2.0 / 3), (assess.Activity, assess.Events, assess.Cases, assess.CaseShare, assess.Cost!.Value, assess.ReachedShare!.Value));
        Assert.Equal(900, assess.MedianWaitingSeconds);
        Assert.Null(assess.TotalProcessingSeconds);
    }

    [Fact]
    public void Handovers_look_through_events_without_a_doer_and_count_them()
    {
        var (process, figures) = Compute();

        Assert.Equal([("Desk", "Claims", 2), ("Claims", "Desk", 2)], process.TeamHandovers.OrderByDescending(static one => one.From).Select(static one => (one.From, one.To, one.Count)));
        Assert.Equal([1, 3], figures.Open(process.TeamHandovers.Single(static one => one.From == "Claims").Figure)!);
        Assert.Equal(new SkippedEntry(1, 1), process.HandoverRowsSkipped);
        Assert.Equal(["Ann>Bob", "Bob>Ann", "Bob>Cy"], process.ResourceHandovers.Select(static one => $"{one.From}>{one.To}"));
    }

    [Fact]
    public void Variants_are_ranked_and_only_the_first_two_hundred_listed()
    {
        var (process, _) = Compute();
        Assert.Equal(["Call", "Assess"], process.Variants.Single(static one => one.Activities.Count == 2 && one.Activities[0] == "Call").Activities);

        var log = SmallLog.Of([.. Enumerable.Range(0, 250).Select(static n => $"0 Step {n}"), "0 Step 7"]);
        var mapped = MappedLog.Of(log, new SmallMap().ToMap(), log.LastMicros);
        var variants = Variants.Of(log);
        var entries = VariantFigures.Compute(mapped, variants, ThroughputTimes.Of(log), new FigureBook());

        Assert.Equal((200, 250), (entries.Length, variants.Count));
        Assert.Equal((1, 2, "Step 7"), (entries[0].Rank, entries[0].Cases, entries[0].Activities[0]));
    }

    [Fact]
    public void Throughput_and_months_are_those_of_the_log()
    {
        var (process, _) = Compute();

        Assert.Equal(new ThroughputEntry(4, 1200, 3300, 3000, 5280, 6000), process.Throughput);
        Assert.Equal([new MonthEntry("2026-01", 11, 4, 4)], process.Months);
    }

    [Fact]
    public void Attributes_are_told_in_words()
    {
        var builder = new EventLogBuilder();
        var (damage, mood) = (builder.Attribute("damage", AttributeKind.Number, AttributeLevel.Event), builder.Attribute("mood", AttributeKind.Text, AttributeLevel.Event));
        foreach (var (minute, value, word) in new[] { (0, 1.5, "calm"), (1, 2.5, "angry"), (2, 9.0, "angry"), (3, 9.0, "angry") })
        {
            damage.SetNumber(builder.EventCount, value);
            mood.SetText(builder.EventCount, word);
            builder.Add(new EventRow(builder.Case("c"), builder.Activity("Call"), SmallLog.Minute(minute)));
        }

        var entries = builder.Build().Attributes.Select(AttributeFigures.Of).ToArray();

        Assert.Equal(["1.5 to 9, median 5.75", "angry 75 %, calm 25 %"], entries.Select(static one => one.Summary));
        Assert.Equal([null, 2], entries.Select(static one => one.Distinct));
    }

    [Fact]
    public void The_account_of_the_import_is_passed_on_whole()
    {
        var report = new ImportReport(
            "CSV", 12, 10, 2, [new RefusedRow(7, "time", "soon", "It is no time.")], [new RoleChoice(ColumnRole.Case, "id", "Its name says so.", 0.9)],
            [new ColumnSummary("team", AttributeKind.Text, null, [new MissingToken("-", "It stands alone.")], null, [])], ["Times have no zone."]);

        var quality = LogFigures.Quality(report);

        Assert.Equal(("CSV", 12, 10, 2), (quality.Format, quality.RowsRead, quality.RowsKept, quality.RowsRefused));
        Assert.Equal(new RefusedEntry(7, "time", "soon", "It is no time."), Assert.Single(quality.Refused));
        Assert.Equal(new RoleEntry("case", "id", "Its name says so.", 0.9), Assert.Single(quality.Roles));
        Assert.Equal(new MissingTokenEntry("team", "-", "It stands alone."), Assert.Single(quality.MissingTokens));
        Assert.Equal(["Times have no zone."], quality.Notes);
    }

    [Fact]
    public void Figures_hold_as_many_cases_as_their_entries_say() => Prop.ForAll(
        Gen.Elements("Call @Desk", "Assess @Claims", "Pay", "Refuse @Desk").NonEmptyListOf().NonEmptyListOf().ToArbitrary(),
        static cases =>
        {
            var (process, figures) = Compute([.. cases.Select(static names => string.Join(", ", names.Select(static (name, n) => $"{n} {name}")))]);

            Assert.All(process.DirectlyFollows, one => Assert.Equal(one.Cases, figures.Open(one.Figure)!.Length));
            Assert.All(process.Activities, one => Assert.Equal(one.Cases, figures.Open(one.Figure)!.Length));
            Assert.All(process.Repeats, one => Assert.Equal(one.Cases, figures.Open(one.Figure)!.Length));
            Assert.All(process.TeamHandovers, one => Assert.Equal(one.Cases, figures.Open(one.Figure)!.Length));
            Assert.All(process.Variants, one => Assert.Equal(one.Cases, figures.Open(one.Figure)!.Length));
            Assert.Equal(cases.Count, process.StartActivities.Sum(static one => one.Cases));
            Assert.Equal(cases.Count, process.Variants.Sum(static one => one.Cases));
            Assert.Equal(cases.Sum(static one => one.Count - 1), process.DirectlyFollows.Sum(static one => one.Count));
        }).Check(Config.QuickThrowOnFailure);

    private static (ProcessSection Process, FigureCases Figures) Compute(params string[] cases)
    {
        var log = SmallLog.Of(cases.Length == 0 ? Cases : cases);
        var mapped = MappedLog.Of(log, new SmallMap().Contacts("Call").Outcome("Pay", "Refuse").ToMap(), log.LastMicros);
        var book = new FigureBook();
        var process = ProcessFigures.Compute(mapped, Variants.Of(log), book);
        return (process, book.ToFigureCases());
    }
}
