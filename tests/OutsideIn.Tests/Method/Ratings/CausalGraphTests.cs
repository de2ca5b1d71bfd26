using FsCheck;
using FsCheck.Fluent;
using OutsideIn.Method;
using OutsideIn.Tests.Support;
using Activity = OutsideIn.Method.Activity;

namespace OutsideIn.Tests.Method.Ratings;

public class CausalGraphTests
{
    // The sets of method.md §5.1.
    [Theory]
    [InlineData("M4", "B4 B5 B6 B7 R1 R2")]
    [InlineData("M1", "B1 R4")]
    [InlineData("M6", "B10 R5")]
    [InlineData("M10", "")]
    [InlineData("m4", "B4 B5 B6 B7 R1 R2")]
    public void Removing_a_Moment_of_Truth_of_the_insurer_takes_what_only_it_caused(string removed, string follows) =>
        Assert.Equal(follows, string.Join(' ', CausalGraph.Of(InsurerMap.AsIs).Remove([removed]).Follows));

    [Fact]
    public void A_breakpoint_of_two_causes_goes_only_when_both_do()
    {
        var graph = CausalGraph.Of(InsurerMap.AsIs);

        Assert.DoesNotContain("B9", graph.Remove(["M1"]).Follows);
        Assert.DoesNotContain("B9", graph.Remove(["M6"]).Follows);
        Assert.Equal(["B1", "B9", "B10", "R4", "R5"], graph.Remove(["M6", "M1"]).Follows);
    }

    [Fact]
    public void A_cascade_counts_the_work_that_goes_with_it()
    {
        var map = InsurerMap.AsIs with
        {
            Activities = [new Activity { Id = "a", Name = "Sign off", CausedBy = ["B6"] }],
            Tasks =
            [
                new WorkTask { Id = "t1", Name = "Sort forms", Hours = 10, CostPerHour = 30, CausedBy = ["M4"] },
                new WorkTask { Id = "t2", Name = "Read forms", Hours = 5, ContributesTo = [CallCentreMap.To("a")] },
                new WorkTask { Id = "t3", Name = "File forms", CostPerHour = 30, CausedBy = ["R1"] },
                new WorkTask { Id = "t4", Name = "Greet", Hours = 100, CostPerHour = 30 },
            ],
        };

        var cascade = CausalGraph.Of(map).Remove(["M4"]);

        Assert.Equal(["B4", "B5", "B6", "B7", "R1", "R2", "a", "t1", "t2", "t3"], cascade.Follows);
        Assert.Equal(new WorkTally(0, 4, 2, 1, 3, 15, 300, TasksWithoutHours: 1, TasksWithoutCost: 2, 0, 0), cascade.FollowingWork);
        Assert.Equal(1, cascade.RemovedWork.Moments);
    }

    [Fact]
    public void A_circle_of_causes_is_told_and_ends()
    {
        var map = new OutsideInMap
        {
            Moments = [new MomentOfTruth { Id = "m", Name = "Call" }],
            Breakpoints =
            [
                new Breakpoint { Id = "b1", Name = "b1", CausedBy = ["m", "b2"] }, new Breakpoint { Id = "b2", Name = "b2", CausedBy = ["b1"] },
                new Breakpoint { Id = "b3", Name = "b3", CausedBy = ["b3"] }, new Breakpoint { Id = "b4", Name = "b4", CausedBy = ["b2"] },
            ],
        };

        var graph = CausalGraph.Of(map);

        Assert.Equal(["b1 b2", "b3"], graph.Cycles.Select(static cycle => string.Join(' ', cycle)));
        Assert.Empty(graph.Remove(["m"]).Follows);
        Assert.Equal(["b3"], graph.Uncaused);
    }

    [Fact]
    public void A_chain_of_a_hundred_thousand_causes_is_followed_to_its_end()
    {
        const int Length = 100_000;
        var map = new OutsideInMap
        {
            Moments = [new MomentOfTruth { Id = "b0", Name = "Call" }],
            Breakpoints = [.. Enumerable.Range(1, Length).Select(static number => new Breakpoint { Id = $"b{number}", Name = "on", CausedBy = [$"b{number - 1}"] })],
        };

        var graph = CausalGraph.Of(map);

        Assert.Empty(graph.Cycles);
        Assert.Equal(Length, graph.Remove(["b0"]).Follows.Count);
    }

    [Fact]
    public void Work_leads_back_to_the_Moments_of_Truth_that_cause_it()
    {
        var graph = CausalGraph.Of(InsurerMap.AsIs);

        Assert.Equal(["M4"], graph.MomentsBehind("R2"));
        Assert.Equal(["M1", "M6"], graph.MomentsBehind("B9"));
        Assert.Equal(["B4", "B5", "B6", "B7", "R1", "R2"], graph.FanOut("M4"));
        Assert.Equal(["B6", "B7"], graph.Causes("R2"));
        Assert.True(graph.ReachesMoment("r2"));
        Assert.False(graph.ReachesMoment("nobody"));
        Assert.Empty(graph.Uncaused);
    }

    [Fact]
    public void A_task_of_an_activity_has_the_causes_of_the_activity_unless_it_leads_elsewhere_too()
    {
        var map = new OutsideInMap
        {
            Moments = [new MomentOfTruth { Id = "m", Name = "Call" }],
            Activities = [new Activity { Id = "a", Name = "Answer", CausedBy = ["m"] }],
            Outputs = [new Output { Id = "o", Name = "Answers" }],
            Tasks =
            [
                new WorkTask { Id = "t1", Name = "Listen", ContributesTo = [CallCentreMap.To("a")] },
                new WorkTask { Id = "t2", Name = "Note", ContributesTo = [CallCentreMap.To("a"), CallCentreMap.To("o")] },
            ],
        };

        var graph = CausalGraph.Of(map);

        Assert.Equal(["a", "t1"], graph.Remove(["m"]).Follows);
        Assert.Equal(["t2"], graph.Uncaused);
    }

    [Fact]
    public void Cascades_and_causes_agree_with_a_slow_and_obvious_reference() =>
        Prop.ForAll(RandomWork.Maps, Gen.Elements(RandomWork.CauseIds).ListOf().ToArbitrary(), static (map, removed) =>
        {
            var graph = CausalGraph.Of(map);

            Assert.Equal(WorkReference.Follows(map, [.. removed]).Order(), graph.Remove([.. removed]).Follows.Order());
            Assert.Equal(WorkReference.Uncaused(map).Order(), graph.Uncaused.Order());
            Assert.Equal(WorkReference.InCircles(map).Order(), graph.Cycles.SelectMany(static cycle => cycle).Order());
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(1000));

    [Fact]
    public void A_cascade_grows_with_what_is_removed_repeats_itself_and_knows_no_order() =>
        Prop.ForAll(RandomWork.Maps, Gen.Elements(RandomWork.CauseIds).ListOf().ToArbitrary(), Gen.Elements(RandomWork.CauseIds).ToArbitrary(), static (map, some, one) =>
        {
            var graph = CausalGraph.Of(map);
            string[] removed = [.. some];
            var all = Gone(graph.Remove(removed));

            Assert.Equal(graph.Remove(removed).Follows, graph.Remove([.. removed.Reverse()]).Follows);
            Assert.Empty(graph.Remove([.. all]).Follows);
            Assert.Subset(Gone(graph.Remove([.. removed, one])), all);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(1000));

    private static HashSet<string> Gone(Cascade cascade) => [.. cascade.Removed, .. cascade.Follows];
}
