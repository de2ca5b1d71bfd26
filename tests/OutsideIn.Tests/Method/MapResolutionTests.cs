using System.Diagnostics;
using OutsideIn.Method;

namespace OutsideIn.Tests.Method;

public sealed class MapResolutionTests
{
    private const string Map = """
        outsidein: 1
        outcomes:
          - { id: road, one-liner: Back on the road, first need: Report, reached: Colect car }
        activities:
          - { id: m1, name: Report, is: moment of truth }
          - { id: m5, name: Chase call, is: moment of truth, events: ["Chase*"] }
          - { id: m8, name: Second chase, is: moment of truth, events: ["Chase*", Chase at night] }
        doers:
          - { id: claims, name: Claims, is: department, teams: "Claims*" }
          - { id: web, name: Portal, is: system, resources: [WEB] }
        hand-offs: ["Assign*"]
        """;

    private static readonly LogNames Names = new(
        ["Register", "report", "Chase call", "Chase at night", "Collect car", "Assign to A"], ["Ann", "Web"], ["Claims North", "Survey"]);

    [Fact]
    public void Every_name_of_the_log_finds_what_stands_for_it()
    {
        var resolution = MapResolution.Resolve(Read(), Names);

        Assert.Equal([null, "m1", "m5", "m8", null, null], resolution.Activities.Select(static activity => activity?.Id));
        Assert.Equal([null, "web"], resolution.Resources.Select(static doer => doer?.Id));
        Assert.Equal(["claims", null], resolution.Teams.Select(static doer => doer?.Id));
        Assert.Equal(["Register", "Collect car", "Assign to A"], resolution.UnmappedActivities);
    }

    [Fact]
    public void Where_map_and_log_disagree_it_is_said()
    {
        var document = MapYaml.Read(Map, "m");
        var said = MapResolution.Resolve(document.Map, Names).Diagnostics.Select(document.Locate);

        Assert.Equal(
            [
                "m(7,5): warning MP030: The activity 'Chase call' of the log is claimed by moments/m5 and moments/m8 alike; moments/m5 has it. Take it out of one of them, or write it out in full in the one that is right.",
                "m(3,5): warning MP031: 'Colect car' of outcomes/road is nowhere in the log. Did you mean 'Collect car'?",
                "information MP032: 3 of the 6 activities of the log stand for nothing in the map: 'Register', 'Collect car', 'Assign to A'. Add them to 'activities'; until then they count as internal work.",
            ],
            said.Select(static one => one.ToString()));
    }

    [Fact]
    public void A_log_without_teams_is_said_once_and_not_for_every_pattern()
    {
        var said = MapResolution.Resolve(Read(), Names with { Teams = [] }).Diagnostics;
        Assert.Equal("The log has no teams, so what the map says of them is not used.", Assert.Single(said, static one => one.Code == "MP033").Message);
        Assert.DoesNotContain(said, static one => one.Message.Contains("Claims*", StringComparison.Ordinal));
    }

    [Fact]
    public void A_map_that_fits_has_nothing_to_say()
    {
        var map = MapYaml.Read("outsidein: 1\nactivities: [{ name: A, is: internal, events: [\"a*\"] }]", "m").Map;
        Assert.Empty(MapResolution.Resolve(map, new LogNames(["A1", "A2"], [], [])).Diagnostics);
    }

    // A map typed on one machine and a log exported on another: é composed in one and decomposed in the other.
    [Theory]
    [InlineData("Réclamation reçue", "Re\u0301clamation rec\u0327ue")]
    [InlineData("Re\u0301clamation rec\u0327ue", "Réclamation reçue")]
    [InlineData("Ré*", "RE\u0301CLAMATION REC\u0327UE")]
    public void A_name_of_the_map_finds_the_same_name_of_the_log_however_its_accents_are_stored(string inMap, string inLog)
    {
        var map = MapYaml.Read($"outsidein: 1\nactivities: [{{ id: a1, name: A, is: internal, events: [\"{inMap}\"] }}]", "m").Map;

        var resolution = MapResolution.Resolve(map, new LogNames([inLog], [], []));

        Assert.Equal("a1", Assert.Single(resolution.Activities)?.Id);
        Assert.Empty(resolution.Diagnostics);
    }

    [Fact]
    public void Ten_thousand_activities_none_of_them_in_the_log_take_a_moment()
    {
        var activities = Enumerable.Range(0, 10_000).Select(static number => new OutsideIn.Method.Activity
        {
            Id = $"a{number}",
            Name = $"Activity {number}",
            Events = [new($"Activity {number}")],
        }).ToArray();
        var names = new LogNames([.. Enumerable.Range(0, 10_000).Select(static number => $"Task {number}")], [], []);
        var clock = Stopwatch.StartNew();

        var resolution = MapResolution.Resolve(Read() with { Activities = activities }, names);

        Assert.Equal(10_000, resolution.UnmappedActivities.Count);
        TestContext.Current.TestOutputHelper?.WriteLine($"{clock.ElapsedMilliseconds} ms");
        Assert.InRange(clock.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(10));
    }

    private static OutsideInMap Read() => MapYaml.Read(Map, "m").Map;
}
