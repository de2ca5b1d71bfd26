using FsCheck;
using FsCheck.Fluent;
using OutsideIn.Method;
using OutsideIn.Tests.Support;
using OutsideIn.Vocabulary;

namespace OutsideIn.Tests.Method;

public sealed partial class MapYamlTests
{
    private const string Commented = """
        # Our map. Ask Ann before you change it.
        outsidein: 2 # the format

        organisation:
          name: Northbank  # as on the sign

          # Not one customer says these.
          internal words: [claims, recovery]

        # The customers of ours.
        customers:
          # The one who pays.
          - id: driver
            name: Driver    # not the insured
            # decided in March
            wanted: yes
            # so much about the driver

          - id: fraudster
            name: Driver who staged it
            wanted: no   # never

        # What is not ours to read stays.
        colour: red

        moments of truth:
          - { id: m1, name: Report by phone } # first
          # The web form.
          - id: m2
            name: Report again
            events: [A, "B*"]   # of two systems
            asked:
              - policy number   # again!
              - date of birth
          - name: Chase call
            because: |
              It chases.
              # this is text

            notes: last of them
        # The end.
        """;

    [Fact]
    public void A_map_that_did_not_change_leaves_its_text_as_it_is() =>
        Assert.Equal(Commented, MapYaml.Rewrite(Commented, MapYaml.Read(Commented, "m").Map));

    [Fact]
    public void A_changed_key_is_written_and_nothing_else() => Changed(
        static map => map with { Customers = [map.Customers[0] with { Name = "Motorist" }, map.Customers[1]] },
        "name: Driver    # not the insured",
        "name: Motorist    # not the insured");

    [Fact]
    public void A_key_that_goes_takes_the_comment_above_it_along() => Changed(
        static map => map with { Customers = [map.Customers[0] with { Wanted = Wanted.Undecided }, map.Customers[1]] },
        "    # decided in March\n    wanted: yes\n",
        "");

    [Fact]
    public void A_new_key_stands_where_the_format_has_it() => Changed(
        static map => map with { Customers = [map.Customers[0], map.Customers[1] with { Type = PartyType.Watcher }] },
        "    name: Driver who staged it\n",
        "    name: Driver who staged it\n    type: watcher\n");

    [Fact]
    public void An_entry_that_goes_takes_its_comments_along() => Changed(
        static map => map with { Customers = [map.Customers[1]] },
        "  # The one who pays.\n  - id: driver\n    name: Driver    # not the insured\n    # decided in March\n    wanted: yes\n    # so much about the driver\n",
        "");

    [Fact]
    public void A_new_entry_comes_at_the_end_of_its_section() => Changed(
        static map => map with { Customers = [.. map.Customers, new Customer { Id = "garage", Name = "Garage" }] },
        "    wanted: no   # never\n",
        "    wanted: no   # never\n  - id: garage\n    name: Garage\n");

    [Fact]
    public void Entries_that_change_places_keep_what_stands_above_them() => Changed(
        static map => map with { Moments = [map.Moments[1], map.Moments[0], map.Moments[2]] },
        "  - { id: m1, name: Report by phone } # first\n  # The web form.\n  - id: m2\n    name: Report again\n    events: [A, \"B*\"]   # of two systems\n    asked:\n      - policy number   # again!\n      - date of birth\n",
        "  # The web form.\n  - id: m2\n    name: Report again\n    events: [A, \"B*\"]   # of two systems\n    asked:\n      - policy number   # again!\n      - date of birth\n  - { id: m1, name: Report by phone } # first\n");

    [Fact]
    public void A_new_section_stands_where_the_format_has_it_with_what_belongs_there() => Changed(
        static map => map with { Breakpoints = [new Breakpoint { Id = "b", Name = "Register claim" }] },
        "# The end.",
        "\n# Every hand-off inside, and what causes it. Name: do something, to something, to get something.\nbreakpoints:\n  - id: b\n    name: Register claim\n# The end.");

    [Fact]
    public void A_group_is_changed_key_by_key() => Changed(
        static map => map with { Organisation = map.Organisation with { Business = "Mobility" } },
        "  name: Northbank  # as on the sign\n",
        "  name: Northbank  # as on the sign\n  business: Mobility\n");

    [Fact]
    public void An_entry_without_an_id_gets_one_where_its_name_no_longer_gives_it() => Changed(
        static map => map with { Moments = [map.Moments[0], map.Moments[1], map.Moments[2] with { Name = "Call to chase", Events = [new("Call to chase")] }] },
        "  - name: Chase call\n",
        "  - id: chase-call\n    name: Call to chase\n");

    [Fact]
    public void A_reference_by_a_name_that_changes_becomes_the_id()
    {
        const string text = "outsidein: 2\ncustomers:\n  - id: d\n    name: Driver\ncategories:\n  # by name\n  - id: c\n    name: All\n    customer: driver # him\n";
        var map = MapYaml.Read(text, "m").Map;
        var rewritten = MapYaml.Rewrite(text, map with { Customers = [map.Customers[0] with { Name = "Motorist" }] });
        Assert.Equal(text.Replace("name: Driver", "name: Motorist", StringComparison.Ordinal).Replace("customer: driver", "customer: d", StringComparison.Ordinal), rewritten);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void What_could_not_be_read_stays_when_what_stands_before_it_goes(int left)
    {
        const string text = "outsidein: 2\ncustomers:\n  - id: a\n    name: A\n  # nobody knows\n  - just words\n  - { id: b, name: B }\n";
        var map = MapYaml.Read(text, "m").Map;
        Assert.Contains("  # nobody knows\n  - just words\n", MapYaml.Rewrite(text, map with { Customers = [.. map.Customers.Skip(2 - left)] }), StringComparison.Ordinal);
    }

    [Fact]
    public void A_large_map_is_written_over_its_text_in_a_moment()
    {
        var map = LargeMap();
        var text = MapYaml.Write(map);
        var changed = map with { Activities = [.. map.Activities.Select(static (one, index) => index % 100 == 0 ? one with { Notes = "changed" } : one)] };
        var rewritten = "";

        var elapsed = Fastest(() => rewritten = MapYaml.Rewrite(text, changed));

        Assert.Equal(100, rewritten.Split("notes: changed").Length - 1);
        TestContext.Current.TestOutputHelper?.WriteLine($"{text.Length:N0} characters written over in {elapsed.TotalMilliseconds:N0} ms");
        Assert.InRange(elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(20));
    }

    [Fact]
    public void An_anchor_whose_entry_goes_does_not_take_its_uses_along()
    {
        const string text = "outsidein: 2\noutcomes:\n  - { id: a, one-liner: A, reached: &end [Done] }\n  - { id: b, one-liner: B, reached: *end }\n";
        var map = MapYaml.Read(text, "m").Map;
        var left = map with { Outcomes = [map.Outcomes[1]] };
        Assert.Equal(Maps.Spelled(left), Maps.Spelled(MapYaml.Read(MapYaml.Rewrite(text, left), "again").Map));
    }

    [Fact]
    public void A_rewritten_map_reads_as_the_map_whatever_the_text_was() =>
        Prop.ForAll((from one in Maps.All.Generator from other in Maps.All.Generator from keep in Gen.Choose(0, 2) select (one, other, keep)).ToArbitrary(), static parts =>
        {
            var text = WithComments(MapYaml.Write(parts.one));
            var map = Mixed(parts.one, parts.other, parts.keep);
            var rewritten = MapYaml.Rewrite(text, map);
            var again = MapYaml.Read(rewritten, "m").Map;
            return (Maps.Spelled(map) == Maps.Spelled(again)
                && text == MapYaml.Rewrite(text, MapYaml.Read(text, "m").Map)).Label($"{parts.keep}\n{Maps.Spelled(map)}\n{Maps.Spelled(again)}\n{text}\n=====\n{rewritten}");
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(300));

    [Fact]
    public void Comments_of_entries_that_did_not_change_survive_the_change_of_another() =>
        Prop.ForAll(Maps.All, static map =>
        {
            var text = WithComments(MapYaml.Write(map));
            var changed = map with { Skills = [.. map.Skills, new Skill { Id = "new-skill", Name = "New skill" }], Organisation = map.Organisation with { Business = "Another business" } };
            var rewritten = MapYaml.Rewrite(text, changed);
            var kept = rewritten.Split('\n').ToHashSet(StringComparer.Ordinal);
            return text.Split('\n').Where(static line => line.Contains("# kept ", StringComparison.Ordinal)).All(kept.Contains)
                .Label(text + "\n=====\n" + rewritten);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(300));

    // A comment with a number before each line that opens an entry.
    private static string WithComments(string text)
    {
        var number = 0;
        return string.Join('\n', text.Split('\n').SelectMany(line => line.StartsWith("  - id:", StringComparison.Ordinal)
            ? (string[])[$"  # kept {number++}", line]
            : [line]));
    }

    // Some of one map, with additions of its own that keep the promises.
    private static OutsideInMap Mixed(OutsideInMap map, OutsideInMap other, int keep) => keep switch
    {
        0 => other,
        1 => map with
        {
            Customers = [.. map.Customers.Reverse()],
            Moments = [.. map.Moments.Select(static one => one with { Notes = "changed", Events = [.. one.Events, new NamePattern("more")], Feel = null })],
            Objectives = [.. map.Objectives, new Objective { Id = "new-one", Name = "New one" }],
            HandOffEvents = [],
        },
        _ => map with
        {
            Accepted = [.. map.Accepted.Select(static one => one with { Of = null })],
            Counts = [.. map.Counts.Skip(1), new WorkCount { Id = "new-count", Date = new DateOnly(2026, 1, 1), Emails = 3 }],
            Outcomes = [.. map.Outcomes.Select(static one => one with { Statements = [.. one.Statements.Select(static each => each with { Within = "a day" })], Answers = [.. one.Answers.Skip(1)] })],
            Doers = [.. map.Doers.Select(static one => one with { Kind = DoerKind.System, Reason = null })],
        },
    };

    private static void Changed(Func<OutsideInMap, OutsideInMap> change, string from, string to)
    {
        var text = Commented.ReplaceLineEndings("\n");
        var map = change(MapYaml.Read(text, "m").Map);

        var rewritten = MapYaml.Rewrite(text, map);

        Assert.Equal(text.Replace(from, to, StringComparison.Ordinal), rewritten);
        Assert.Equal(Maps.Spelled(map), Maps.Spelled(MapYaml.Read(rewritten, "again").Map));
        Assert.Contains(from, text, StringComparison.Ordinal);
    }
}
