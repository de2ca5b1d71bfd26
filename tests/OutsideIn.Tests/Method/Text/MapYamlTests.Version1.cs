using OutsideIn.Method;

namespace OutsideIn.Tests.Method;

public sealed partial class MapYamlTests
{
    private const string FirstFormat = """
        outsidein: 1
        organisation:
          name: Northbank
          objectives: [Drivers who recommend us, A ratio below 95]
        customers:
          - { id: driver, name: Driver, wanted: yes }
        outcomes:
          - { id: road, one-liner: Back on the road, reached: Collect car }
        activities:
          - { id: m1, name: Report by phone, is: moment of truth, kind: person-person, demand: value, begun by: customer, contributes: yes }
          - { id: r4, name: Check identity, is: rule check, answer: Identity confirmed }
          - { id: b1, name: Register claim, is: internal, events: "Register*" }
        doers:
          - { name: Web portal, is: system, resources: WEB }
        hand-offs: Assign*
        """;

    [Fact]
    public void A_map_of_the_first_format_is_read_for_ever()
    {
        var document = MapYaml.Read(FirstFormat, "m");

        Assert.Empty(document.Diagnostics);
        var map = document.Map;
        Assert.Equal("Northbank", map.Organisation.Name);
        Assert.Equal(["Drivers who recommend us", "A ratio below 95"], map.Objectives.Select(static one => one.Name));
        Assert.Equal(["drivers-who-recommend-us", "a-ratio-below-95"], map.Objectives.Select(static one => one.Id));
        var moment = Assert.Single(map.Moments);
        Assert.Equal(("m1", MomentKind.PersonPerson, DemandKind.Value, Initiator.Customer, true), (moment.Id, moment.Kind, moment.Demand, moment.Initiator, moment.Contributes));
        Assert.Equal("Identity confirmed", Assert.Single(map.Rules).Answer);
        Assert.Equal(["Register*"], Assert.Single(map.Activities).Events.Select(static one => one.Text));
        Assert.Equal(new Place("m", 10, 5), document.Places["moments/m1"]);
        Assert.Equal(new Place("m", 12, 5), document.Places["activities/b1"]);
        Assert.Equal(["web-portal"], map.Doers.Select(static one => one.Id));
    }

    [Fact]
    public void What_is_written_is_of_the_newest_format() =>
        Assert.Contains("\noutsidein: 2\n", MapYaml.Write(MapYaml.Read(FirstFormat, "m").Map), StringComparison.Ordinal);

    [Fact]
    public void A_map_of_neither_format_says_which_are_read() => Assert.Equal(
        "m(1,12): error MP007: The map is of version '3', which is newer than this program. Update the program; it reads versions 1 to 2.",
        Assert.Single(MapYaml.Read("outsidein: 3\ncustomers: []\n", "m").Diagnostics).ToString());

    [Fact]
    public void A_text_of_the_first_format_is_brought_forward_with_its_comments()
    {
        const string old = """
            # Ours.
            outsidein: 1   # written in spring
            organisation:
              name: Northbank
              objectives:
                # first of all
                - Drivers who recommend us   # all of them
                - "A ratio: below 95"
              # that is all

            # The work.
            activities:
              # first contact
              - id: m1
                name: Report by phone
                is: moment of truth   # by law
                kind: person-person

              - is: internal
                id: b1
                name: Register claim
                # about b1
              - { id: r4, is: rule check, name: Check identity } # r
              - { id: r5, name: Check again, is: rule check }
              - id: m2
                name: Chase
                is: moment of truth

            # Who.
            doers: []
            """;

        Assert.Equal(
            """
            # Ours.
            outsidein: 2   # written in spring
            organisation:
              name: Northbank
              # that is all

            objectives:
                # first of all
              - name: Drivers who recommend us   # all of them
              - name: "A ratio: below 95"

            # The work.
            moments of truth:
              # first contact
              - id: m1
                name: Report by phone
                # by law
                kind: person-person
              - id: m2
                name: Chase

            business rules:
              - { id: r4, name: Check identity } # r
              - { id: r5, name: Check again }

            activities:
              - id: b1
                name: Register claim
                # about b1

            # Who.
            doers: []
            """.ReplaceLineEndings("\n"),
            MapYaml.BringForward(old.ReplaceLineEndings("\n")));
    }

    [Fact]
    public void A_changed_map_of_the_first_format_keeps_the_comments_of_its_text()
    {
        const string old = "outsidein: 1\nactivities:\n  # by phone\n  - { id: m1, name: Call, is: moment of truth }\n  # inside\n  - id: b1\n    name: Register\n    is: internal\n";
        var map = MapYaml.Read(old, "m").Map;
        Assert.Equal(
            "outsidein: 2\nmoments of truth:\n  # by phone\n  - { id: m1, name: Call }\n\nactivities:\n  # inside\n  - id: b1\n    name: Register the claim\n    events: [Register]\n",
            MapYaml.Rewrite(old, map with { Activities = [map.Activities[0] with { Name = "Register the claim" }] }));
    }

    [Fact]
    public void A_text_of_the_newest_format_and_a_text_that_is_no_map_stay_as_they_are() =>
        Assert.All(["outsidein: 2\n# x\n", "just words", "", "outsidein: 9\n"], static text => Assert.Equal(text, MapYaml.BringForward(text)));
}
