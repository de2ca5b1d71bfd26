using FsCheck;
using FsCheck.Fluent;
using OutsideIn.Method;
using OutsideIn.Tests.Support;

namespace OutsideIn.Tests.Method;

public sealed class MapSectionsTests
{
    [Fact]
    public void A_map_taken_apart_into_texts_and_put_together_again_is_the_same_map() =>
        Prop.ForAll(Maps.All, static map =>
        {
            var again = OutsideInMap.Empty with { HandOffEvents = map.HandOffEvents };
            foreach (var section in MapSections.All)
            {
                var rows = section.Rows(map).Select(row => new MapRow(Again(section, row.Entry), row.Owner)).ToArray();
                again = section.Replace(again, rows);
            }

            var settled = MapSections.Settle(again);

            // A key with an empty text cannot be told from none in a cell.
            var isSame = Maps.Spelled(map).Replace("\"\"", "null", StringComparison.Ordinal)
                == Maps.Spelled(settled.Map).Replace("\"\"", "null", StringComparison.Ordinal);
            return (isSame && !settled.HasErrors).Label(string.Join('\n', settled.Diagnostics) + MapYaml.Write(map) + MapYaml.Write(settled.Map));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(300));

    [Fact]
    public void Every_entry_of_the_map_is_in_a_section()
    {
        var types = MapSections.All.Select(static section => section.EntryType).ToHashSet();
        var entries = typeof(MapEntry).Assembly.GetTypes().Where(static type => type.IsSubclassOf(typeof(MapEntry)));
        Assert.All(entries, entry => Assert.Contains(entry, types));
    }

    [Fact]
    public void A_cell_is_shown_as_a_person_would_write_it()
    {
        var task = new WorkTask
        {
            Id = "t",
            Name = "Answer",
            Hours = 12.5,
            CausedBy = ["m5", "b1"],
            WhyIsInternal = true,
            ContributesTo = [new Contribution { To = "o1", Share = 0.4 }, new Contribution { To = "o2" }],
        };
        Assert.Equal(
            ["id t", "name Answer", "hours 12.5", "why is internal yes", "contributes to [{ to: o1, share: 40% }, o2]", "caused by m5; b1"],
            Cells("tasks", task));
    }

    [Fact]
    public void What_cannot_be_put_says_why_and_leaves_the_entry_as_it_is()
    {
        var field = Section("tasks").Fields.First(static one => one.Key == "hours");
        var task = new WorkTask { Hours = 2 };

        Assert.False(field.Put(task, "many").TryGet(out _, out var problem));

        Assert.Equal(("MP035", "'many' of 'hours' is not a number."), (problem.Code, problem.Message));
        Assert.Equal(2, task.Hours);
    }

    [Fact]
    public void Names_become_ids_and_new_rows_get_one_when_the_map_is_settled()
    {
        var causedBy = Section("breakpoints").Fields.First(static one => one.Key == "caused by");
        Assert.True(causedBy.Put(new Breakpoint { Name = "Register claim" }, "Report by phone").TryGet(out var breakpoint, out _));
        var map = OutsideInMap.Empty with { Moments = [new MomentOfTruth { Id = "m1", Name = "Report by phone" }] };

        var settled = MapSections.Settle(Section("breakpoints").Replace(map, [new MapRow(breakpoint)]));

        Assert.Empty(settled.Diagnostics);
        Assert.Equal(("register-claim", "m1"), (settled.Map.Breakpoints[0].Id, settled.Map.Breakpoints[0].CausedBy[0]));
    }

    [Fact]
    public void What_is_wrong_with_a_row_names_the_row()
    {
        var map = OutsideInMap.Empty with { Breakpoints = [new Breakpoint { Id = "b1", Name = "A", CausedBy = ["nothing"] }] };
        var wrong = Assert.Single(MapSections.Settle(map).Diagnostics);
        Assert.Equal(("MP016", "breakpoints/b1", null), (wrong.Code, wrong.Subject, wrong.Place));
    }

    [Fact]
    public void Statements_stay_with_their_outcome_when_the_outcomes_are_replaced()
    {
        var map = OutsideInMap.Empty with { Outcomes = [new SuccessfulOutcome { Id = "road", Name = "Road", Statements = [new StatementOfIntent { Id = "s", Name = "S" }] }] };
        var replaced = Section("outcomes").Replace(map, [new MapRow(new SuccessfulOutcome { Id = "road", Name = "Back on the road" })]);
        Assert.Equal(("Back on the road", "s"), (replaced.Outcomes[0].Name, replaced.Outcomes[0].Statements[0].Id));
        Assert.Equal(["outcomes: expectations", "outcomes: statements"], MapSections.All.Where(static one => one.OwnerType == typeof(SuccessfulOutcome)).Select(static one => one.Key));
    }

    private static object Again(MapSection section, object entry)
    {
        var made = section.New();
        foreach (var field in section.Fields)
        {
            Assert.True(field.Put(made, field.Show(entry)).TryGet(out var next, out var problem), problem?.Message);
            made = next;
        }

        return made;
    }

    private static MapSection Section(string key) => MapSections.All.First(one => one.Key == key);

    private static IEnumerable<string> Cells(string section, object entry) =>
        Section(section).Fields.Select(field => (field.Key, Text: field.Show(entry))).Where(static cell => cell.Text is not null).Select(static cell => $"{cell.Key} {cell.Text}");
}
