using FsCheck;
using FsCheck.Fluent;
using OutsideIn.Method;
using OutsideIn.Method.Internals;
using OutsideIn.Tests.Support;
using OutsideIn.Vocabulary;

namespace OutsideIn.Tests.Method;

public sealed partial class MapYamlTests
{
    [Fact]
    public void Reading_what_was_written_gives_the_same_map() =>
        Prop.ForAll(Maps.All, static map =>
        {
            var written = MapYaml.Write(map);
            var document = MapYaml.Read(written, "map.yaml");
            var isSame = string.Equals(Maps.Spelled(map), Maps.Spelled(document.Map), StringComparison.Ordinal);
            return (isSame && !document.HasErrors).Label(string.Join('\n', document.Diagnostics) + "\n" + written);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(1000));

    [Theory]
    [InlineData("Report by phone", "Report by phone")]
    [InlineData("it's here", "it's here")]
    [InlineData("yes", "\"yes\"")]
    [InlineData("123", "\"123\"")]
    [InlineData("1e3", "\"1e3\"")]
    [InlineData("2026-11-21", "\"2026-11-21\"")]
    [InlineData("*phone*", "\"*phone*\"")]
    [InlineData(" leading", "\" leading\"")]
    [InlineData("", "\"\"")]
    [InlineData("a: b", "\"a: b\"")]
    [InlineData("The word \"chase\"", "'The word \"chase\"'")]
    [InlineData("tab\there", "\"tab\\there\"")]
    [InlineData("bell\u0007", "\"bell\\u0007\"")]
    public void A_text_is_bare_only_where_nobody_could_misread_it(string text, string written) =>
        Assert.Equal(written, YamlText.Of(text));

    [Fact]
    public void Half_a_surrogate_pair_becomes_the_replacement_character() =>
        Assert.Equal("\"a\uFFFDb\"", YamlText.Of("a\uD800b"));

    [Fact]
    public void A_written_map_reads_like_a_page()
    {
        var map = new OutsideInMap
        {
            Organisation = new Organisation { Name = "Northbank" },
            Objectives = [new Objective { Id = "o", Name = "Drivers who recommend us" }],
            Customers = [new Customer { Id = "driver", Name = "Driver", Wanted = Wanted.Yes, Value = "Renews for years\nand tells others" }],
            Outcomes =
            [
                new SuccessfulOutcome
                {
                    Id = "road", Name = "Back on the road", FirstNeed = [new("Report*")], Reached = [new("Collect car")], IsSuggested = true, Reason = "The last event of most cases",
                },
            ],
            Moments =
            [
                new MomentOfTruth
                {
                    Id = "m5", Name = "Chase call", Events = [new("Chase call")], Kind = MomentKind.PersonPerson, Demand = DemandKind.Chase, Initiator = Initiator.Customer, Contributes = false,
                },
            ],
        };

        Assert.Equal(
            """
            # A map for OutsideIn: what the customers need, and what the work is. Written out in docs/map.md.
            outsidein: 1

            # Whose map it is, and what it wants to be or do: mission, vision, strategy, a line each.
            organisation:
              name: Northbank
              objectives: [Drivers who recommend us]

            # Who is served, and who is not wanted.
            # type: funder, watcher, enabler, internal. wanted: yes, no, undecided.
            customers:
              - id: driver
                name: Driver
                type: funder
                wanted: yes
                value: |-
                  Renews for years
                  and tells others

            # Customers grouped by what they need, and which cases of the log are theirs.
            categories: []

            # The Successful Customer Outcomes, most important first, and the events that show them.
            # first need: the customer's clock starts. reached, lost: it stops. * stands for any run of characters.
            outcomes:
              - id: road
                one-liner: Back on the road
                first need: ["Report*"]
                reached: [Collect car]
                suggested: yes
                because: The last event of most cases

            # The work. events: the activity names of the log that stand for it; its own name where none are given.
            # is: moment of truth, internal, rule check.
            # demand: value, or failure demand: chase, repeat, correction, complaint.
            # Take 'suggested: yes' out where you agree; correct the rest.
            activities:
              - id: m5
                name: Chase call
                is: moment of truth
                kind: person-person
                begun by: customer
                demand: chase
                contributes: no

            # Who the resources and teams of the log are.
            # is: customer, department, system, partner.
            doers: []

            # Activities whose events are hand-offs in themselves.
            hand-offs: []

            """.ReplaceLineEndings("\n"),
            MapYaml.Write(map));
    }

    [Fact]
    public void A_long_list_is_written_a_line_each()
    {
        var many = Enumerable.Range(1, 30).Select(static number => new NamePattern($"Assign to team {number}")).ToArray();
        var written = MapYaml.Write(MapReader.Nothing with { HandOffEvents = many });
        Assert.Contains("hand-offs:\n  - Assign to team 1\n  - Assign to team 2\n", written, StringComparison.Ordinal);
    }
}
