using System.Diagnostics;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using OutsideIn.Method;
using OutsideIn.Method.Internals;
using OutsideIn.Tests.Support;
using OutsideIn.Vocabulary;

namespace OutsideIn.Tests.Method;

public sealed partial class MapYamlTests
{
    private const string Head = "outsidein: 2\n";

    [Fact]
    public void The_example_in_the_docs_is_a_map_without_faults()
    {
        var document = MapYaml.Read(ExampleInTheDocs(), "docs/map.md");

        Assert.Empty(document.Diagnostics);
        var map = document.Map;
        Assert.Equal(("Northbank motor insurance", 2), (map.Organisation.Name, map.Objectives.Count));
        Assert.Equal([Wanted.Yes, Wanted.No], map.Customers.Select(static customer => customer.Wanted));
        Assert.Equal(("driver", "Customer category"), (map.Categories[0].Customer, map.Categories[0].Cases!.Attribute));
        Assert.Equal(["Collect car"], map.Outcomes[0].Reached.Select(static pattern => pattern.Text));
        Assert.Equal(["m1", "m2", "m5", "r4", "b1"], map.MappedActivities().Select(static activity => activity.Id));
        Assert.Equal(["Register claim"], map.Activities[0].Events.Select(static pattern => pattern.Text));
        Assert.Equal((DemandKind.Chase, true), (map.MappedActivities()[2].Demand, map.MappedActivities()[2].IsSuggested));
        Assert.Equal("Identity confirmed", map.Rules[0].Answer);
        Assert.Equal([DoerKind.Department, DoerKind.System, DoerKind.Customer], map.Doers.Select(static doer => doer.Kind));
        Assert.Equal(["Assign*", "Pass to claims"], map.HandOffEvents.Select(static pattern => pattern.Text));
    }

    [Fact]
    public void The_example_survives_being_read_and_written()
    {
        var map = MapYaml.Read(ExampleInTheDocs(), "docs/map.md").Map;
        Assert.Equal(Maps.Spelled(map), Maps.Spelled(MapYaml.Read(MapYaml.Write(map), "again").Map));
    }

    [Fact]
    public void The_smallest_map_is_one_line()
    {
        var document = MapYaml.Read("outsidein: 1", "m");
        Assert.Empty(document.Diagnostics);
        Assert.Equal("", document.Map.Organisation.Name);
    }

    [Fact]
    public void Keys_and_words_may_be_written_as_people_write_them()
    {
        var map = Clean("OutsideIn: 2\nMoments_of-Truth:\n  - Name: Call\n    Begun-By: CUSTOMER\n    kind: person person\n");
        Assert.Equal((WorkKind.MomentOfTruth, Initiator.Customer, MomentKind.PersonPerson), (map.MappedActivities()[0].Kind, map.MappedActivities()[0].Initiator, map.MappedActivities()[0].Moment));
    }

    [Fact]
    public void A_yes_that_is_a_name_stays_a_name()
    {
        var map = Clean(Head + "activities: [{ name: yes, events: [no, 123, 1.0, 2026-11-21] }]");
        Assert.Equal("yes", map.MappedActivities()[0].Name);
        Assert.Equal(["no", "123", "1.0", "2026-11-21"], map.MappedActivities()[0].Events.Select(static pattern => pattern.Text));
    }

    [Fact]
    public void References_are_by_id_or_by_name_in_any_case()
    {
        var map = Clean(Head + "customers:\n  - { id: d1, name: The Driver }\ncategories:\n  - { name: One, customer: the driver }\n  - { name: Two, customer: D1 }\n");
        Assert.Equal(["d1", "d1"], map.Categories.Select(static category => category.Customer));
    }

    [Fact]
    public void An_item_without_an_id_gets_one_from_its_name_that_nothing_else_has()
    {
        var map = Clean(Head + "activities:\n  - { name: Chase call! }\n  - { name: Chase call }\n  - { id: chase-call, name: C }\n");
        Assert.Equal(["chase-call-2", "chase-call-3", "chase-call"], map.MappedActivities().Select(static activity => activity.Id));
    }

    [Fact]
    public void Anchors_stand_for_what_they_were_set_on()
    {
        var map = Clean(Head + "outcomes:\n  - { one-liner: A, reached: &end [Done, Closed] }\n  - { one-liner: B, reached: *end }\n");
        Assert.Equal(map.Outcomes[0].Reached, map.Outcomes[1].Reached);
    }

    [Fact]
    public void A_byte_order_mark_and_line_ends_of_any_kind_are_read() =>
        Assert.Equal("N", Clean("\uFEFFoutsidein: 2\r\norganisation:\r\n  name: N\r\n").Organisation.Name);

    [Fact]
    public void Every_item_knows_where_it_is_written()
    {
        var document = MapYaml.Read(Head + "doers:\n  - id: a\n    name: A\n    is: system\n", "m");
        Assert.Equal(new Place("m", 3, 5), document.Places["doers/a"]);
        var warning = new MapDiagnostic(Severity.Warning, "MP031", "x", Subject: "doers/a");
        Assert.Equal(new Place("m", 3, 5), document.Locate(warning).Place);
    }

    [Fact]
    public void What_stands_before_broken_text_is_kept()
    {
        var document = MapYaml.Read(Head + "organisation: { name: Northbank }\nactivities:\n  - name: Call\n  - name: \"broken\n", "m");

        Assert.Equal("Northbank", document.Map.Organisation.Name);
        Assert.Equal("Call", document.Map.MappedActivities()[0].Name);
        Assert.Equal(["MP003"], document.Diagnostics.Select(static found => found.Code).Distinct());
    }

    [Fact]
    public void Text_beyond_the_limit_is_refused_unread()
    {
        var text = new string('a', 100_000_000);
        var clock = Stopwatch.StartNew();

        var document = MapYaml.Read(text, "big.yaml");

        Assert.Equal(
            "big.yaml(1,1): error MP002: The text is 100,000,000 characters long, and a map may have 16,000,000. Is this a map? A log is given first, and the map behind '--map'.",
            Assert.Single(document.Diagnostics).ToString());
        Assert.InRange(clock.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(2));
    }

    [Fact]
    public void An_anchor_bomb_is_refused_in_no_time()
    {
        var text = Head + "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n" + string.Concat(Enumerable.Range(1, 20).Select(static level =>
            string.Create(CultureInfo.InvariantCulture, $"a{level}: &a{level} [{string.Join(", ", Enumerable.Repeat($"*a{level - 1}", 10))}]\n")));
        var clock = Stopwatch.StartNew();

        var document = MapYaml.Read(text, "bomb");

        Assert.StartsWith("bomb(7,", document.Diagnostics[^1].ToString(), StringComparison.Ordinal);
        Assert.Equal("MP004", document.Diagnostics[^1].Code);
        Assert.InRange(clock.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(20));
    }

    [Theory]
    [InlineData(100_000, "[")]
    [InlineData(100_000, "{a: ")]
    [InlineData(100_000, "- ")]
    public void Deep_nesting_is_refused(int levels, string opening)
    {
        var document = MapYaml.Read(Head + "organisation:\n  " + string.Concat(Enumerable.Repeat(opening, levels)), "deep");
        Assert.Equal("MP004", Assert.Single(document.Diagnostics).Code);
        Assert.Equal("The values are nested deeper than 32 levels.", document.Diagnostics[0].Message);
    }

    [Fact]
    public void A_thousand_faults_are_counted_and_two_hundred_are_shown()
    {
        var document = MapYaml.Read(Head + string.Concat(Enumerable.Range(0, 1000).Select(static n => string.Create(CultureInfo.InvariantCulture, $"k{n}: x\n"))), "m");
        Assert.Equal(201, document.Diagnostics.Count);
        Assert.Equal("m(1,1): error MP020: 800 more things are wrong. Put these right first.", document.Diagnostics[^1].ToString());
    }

    [Fact]
    public void A_file_that_is_not_there_or_not_text_is_a_problem_that_names_it()
    {
        Assert.False(MapYaml.ReadFile("no/such/map.yaml").TryGet(out _, out var missing));
        Assert.Equal((ProblemKind.NotFound, "MP001", "There is no file 'no/such/map.yaml'."), (missing.Kind, missing.Code, missing.Message));

        var path = Path.GetTempFileName();
        File.WriteAllBytes(path, [0xFF, 0xFE, 0x00, 0xC3, 0x28]);
        Assert.False(MapYaml.ReadFile(path).TryGet(out _, out var binary));
        Assert.Equal($"The map '{path}' cannot be read: it is not UTF-8 text.", binary.Message);
        File.WriteAllText(path, "outsidein: 1\norganisation: Northbank\n");
        Assert.True(MapYaml.ReadFile(path).TryGet(out var document, out _));
        Assert.Equal("Northbank", document.Map.Organisation.Name);
        File.Delete(path);
    }

    [Fact]
    public void A_map_of_ten_thousand_activities_is_read_in_a_moment()
    {
        var text = MapYaml.Write(LargeMap());
        var document = MapYaml.Read(text, "m");
        var parser = Fastest(() => CountEvents(text));
        var tree = Fastest(() => YamlTree.Read(text, "m", new DiagnosticList()));
        var whole = Fastest(() => document = MapYaml.Read(text, "m"));

        TestContext.Current.TestOutputHelper?.WriteLine(
            $"{text.Length:N0} characters: the parser alone {parser.TotalMilliseconds:N0} ms, the tree {tree.TotalMilliseconds:N0} ms, the map {whole.TotalMilliseconds:N0} ms");
        Assert.Empty(document.Diagnostics);
        Assert.Equal(13_000, document.Map.MappedActivities().Count);
        Assert.InRange(whole, TimeSpan.Zero, TimeSpan.FromSeconds(20));
    }

    // The fastest of five: others work on the same machine.
    private static TimeSpan Fastest(Action work) => Enumerable.Range(0, 5).Min(_ =>
    {
        var clock = Stopwatch.StartNew();
        work();
        return clock.Elapsed;
    });

    private static int CountEvents(string text)
    {
        var parser = new YamlDotNet.Core.Parser(new StringReader(text));
        var count = 0;
        while (parser.MoveNext())
        {
            count++;
        }

        return count;
    }

    // 10,000 activities, 3,000 Moments of Truth and 30,000 links.
    private static OutsideInMap LargeMap() => OutsideInMap.Empty with
    {
        Moments = [.. Enumerable.Range(0, 3_000).Select(static number => new MomentOfTruth
        {
            Id = $"m{number}",
            Name = $"Moment {number}",
            Events = [new($"Moment {number}"), new($"Contact {number} *")],
            Kind = MomentKind.PersonPerson,
            Demand = DemandKind.Chase,
            Initiator = Initiator.Customer,
            Contributes = true,
            Reason = "Because",
            IsSuggested = true,
        })],
        Outputs = [.. Enumerable.Range(0, 1_000).Select(static number => new Output { Id = $"o{number}", Name = $"Output {number}" })],
        Activities = [.. Enumerable.Range(0, 10_000).Select(static number => new OutsideIn.Method.Activity
        {
            Id = $"a{number}",
            Name = $"Activity {number}",
            CausedBy = [$"m{number % 3_000}", $"m{number * 7 % 3_000}"],
            ContributesTo = [new Contribution { To = $"o{number % 1_000}" }],
        })],
    };

    private static OutsideInMap Clean(string text)
    {
        var document = MapYaml.Read(text, "m");
        Assert.DoesNotContain(document.Diagnostics, static found => found.Severity == Severity.Error);
        return document.Map;
    }

    private static string ExampleInTheDocs([CallerFilePath] string here = "")
    {
        var page = File.ReadAllText(Path.Combine(Path.GetDirectoryName(here)!, "../../../../docs/map.md")).ReplaceLineEndings("\n");
        return Example().Match(page).Groups["yaml"].Value;
    }

    [GeneratedRegex("```yaml\n(?<yaml>.*?)```", RegexOptions.Singleline, 1000)]
    private static partial Regex Example();
}
