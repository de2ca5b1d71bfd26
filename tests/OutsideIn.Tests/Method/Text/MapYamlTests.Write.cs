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
                    Answers =
                    [
                        new SixAnswer { Question = 1, Respondent = Respondent.Customer, Verbatim = "I was told: six weeks" },
                        new SixAnswer { Question = 2, Respondent = Respondent.Self, Verbatim = "As soon as possible", KnownBefore = true },
                    ],
                    Statements = [new StatementOfIntent { Id = "within", Name = "Driving again within 24 hours", DueDate = new DateOnly(2026, 12, 31) }],
                },
            ],
            Moments =
            [
                new MomentOfTruth
                {
                    Id = "m5", Name = "Chase call", Events = [new("Chase call")], Kind = MomentKind.PersonPerson, Demand = DemandKind.Chase, Initiator = Initiator.Customer, Contributes = false, FailureRate = 0.07,
                },
            ],
            Tasks = [new WorkTask { Id = "t", Name = "Answer the chase call", Hours = 12.5, CausedBy = ["m5"], ContributesTo = [new Contribution { To = "within" }, new Contribution { To = "road", Share = 0.4 }] }],
        };

        Assert.Equal(
            """
            # A map for OutsideIn: what the customers need, and what the work is. Every key is told in docs/map.md.
            outsidein: 2

            # Whose map it is. internal words: your own names for functions and processes, which no customer uses.
            organisation:
              name: Northbank

            # Who is served, and who is not wanted.
            # type: funder, watcher, enabler, internal. wanted: yes, no, undecided.
            customers:
              - id: driver
                name: Driver
                wanted: yes
                value: |-
                  Renews for years
                  and tells others

            # The Successful Customer Outcomes, most important first: the six questions answered, and the events that show the outcome.
            # first need: the customer's clock starts. reached, lost: it stops. * stands for any run of characters.
            outcomes:
              - id: road
                one-liner: Back on the road
                answers:
                  - { question: 1, by: customer, text: "I was told: six weeks" }
                  - { question: 2, by: self, text: As soon as possible, known before: yes }
                statements:
                  - id: within
                    text: Driving again within 24 hours
                    due: 2026-12-31
                first need: ["Report*"]
                reached: [Collect car]
                suggested: yes
                because: The last event of most cases

            # What the organisation wants to be or do. kind: mission, vision, strategic.
            objectives:
              - id: o
                name: Drivers who recommend us

            # Every contact with the customer, in the customer's order. Remove it or improve it.
            # events: the activity names of the log that stand for it; its own name where none are given.
            # kind: person-person, person-system, system-person, system-system, person-product.
            # demand: value, or failure demand: chase, repeat, correction, complaint.
            # Take 'suggested: yes' out where you agree; correct the rest.
            moments of truth:
              - id: m5
                name: Chase call
                kind: person-person
                begun by: customer
                demand: chase
                contributes: no
                failure rate: 7%

            # Work at its smallest, with its hours, what causes it and what it leads to.
            tasks:
              - id: t
                name: Answer the chase call
                hours: 12.5
                contributes to: [within, { to: road, share: 40% }]
                caused by: [m5]

            # The work inside. events: the activity names of the log that stand for it; its own name where none are given.
            activities: []

            # Who the resources and teams of the log are.
            # is: customer, department, system, partner.
            doers: []

            # Sections for when they are needed:
            #   categories, needs, experiences, breakpoints, business rules, outputs, business outcomes, metrics
            #   calendars, rewards, units, roles, people, systems, skills, partners
            #   risks, actions, experiments, demand, counts, communications, walkthroughs, personal maps
            #   assessment, hand-offs, accepted

            """.ReplaceLineEndings("\n"),
            MapYaml.Write(map));
    }

    [Fact]
    public void A_long_list_is_written_a_line_each()
    {
        var many = Enumerable.Range(1, 30).Select(static number => new NamePattern($"Assign to team {number}")).ToArray();
        var written = MapYaml.Write(OutsideInMap.Empty with { HandOffEvents = many });
        Assert.Contains("hand-offs:\n  - Assign to team 1\n  - Assign to team 2\n", written, StringComparison.Ordinal);
    }
}
