using FsCheck;
using FsCheck.Fluent;
using OutsideIn.Method;
using OutsideIn.Tests.Support;

namespace OutsideIn.Tests.Method.Checks;

public sealed class WrongInventoryTests
{
    private static readonly OutsideInMap Map = OutsideInMap.Empty with
    {
        Moments =
        [
            new MomentOfTruth { Id = "m1", Name = "Report", MergedInto = "m2" },
            new MomentOfTruth
            {
                Id = "m2",
                Name = "Ask the assessor",
                Kind = MomentKind.PersonPerson,
                From = "claims",
                To = "assessor",
                Feel = Feel.Misery,
                Disposition = Disposition.Remove,
                VolumePerYear = 40,
            },
        ],
        Breakpoints =
        [
            new Breakpoint { Id = "b1", Name = "Send the answer", CausedBy = ["m2"], ChecksOf = "b2", IsCheck = true },
            new Breakpoint { Id = "b2", Name = "Sign", Kind = BreakpointKind.SystemPerson, CausedBy = ["m1"] },
        ],
        Needs = [new Need { Id = "n1", Name = "A date", Moments = ["M2", "m1"] }],
        Demand = [new DemandRecord { Id = "d1", Cause = "m2" }],
    };

    [Fact]
    public void A_moment_becomes_a_breakpoint_under_its_id_and_still_causes_what_it_caused()
    {
        var moved = WrongInventory.Move(Map, "M2")!;

        var breakpoint = Assert.IsType<Breakpoint>(moved.Entry);
        Assert.Equal(("m2", "Ask the assessor", "claims", "assessor", 40), (breakpoint.Id, breakpoint.Name, breakpoint.From, breakpoint.To, breakpoint.VolumePerYear));
        Assert.Equal((BreakpointKind.PersonPerson, BreakpointVerdict.Remove), (breakpoint.Kind, breakpoint.Verdict));
        Assert.Equal(["m1"], moved.Map.Moments.Select(static one => one.Id));
        Assert.Equal(["m2"], CausalGraph.Of(moved.Map).Causes("b1"));
        Assert.Equal(["moments/m2: feel", "moments/m1: merged into", "needs/n1: moments", "demand/d1: cause"], moved.Lost);
        Assert.Equal(["m1"], moved.Map.Needs[0].Moments);
        Assert.Null(moved.Map.Demand[0].Cause);
    }

    [Fact]
    public void A_breakpoint_becomes_a_moment_and_its_own_causes_are_said_to_be_lost()
    {
        var moved = WrongInventory.Move(Map, "b2")!;

        Assert.Equal((MomentKind?)MomentKind.SystemPerson, ((MomentOfTruth)moved.Entry).Kind);
        Assert.Equal(["m1", "m2", "b2"], moved.Map.Moments.Select(static one => one.Id));
        Assert.Equal(["breakpoints/b2: caused by", "breakpoints/b1: checks of"], moved.Lost);
        Assert.Null(moved.Map.Breakpoints.Single().ChecksOf);
    }

    [Fact]
    public void What_is_neither_is_not_moved() => Assert.Null(WrongInventory.Move(Map, "n1"));

    [Fact]
    public void Whatever_is_moved_the_map_can_still_be_written_and_read() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(40),
        Prop.ForAll(Maps.All, static map =>
        {
            foreach (var id in map.Moments.Select(static one => one.Id).Concat(map.Breakpoints.Select(static one => one.Id)))
            {
                var moved = WrongInventory.Move(map, id)!.Map;
                var read = MapYaml.Read(MapYaml.Write(moved), "map.yaml");
                Assert.Empty(read.Diagnostics.Where(static one => one.Severity == Severity.Error));
                Assert.Equal(Maps.Spelled(moved), Maps.Spelled(read.Map));
            }
        }));
}
