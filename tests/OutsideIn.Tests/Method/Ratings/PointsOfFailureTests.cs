using OutsideIn.Method;
using OutsideIn.Tests.Support;

namespace OutsideIn.Tests.Method.Ratings;

public class PointsOfFailureTests
{
    // The oracle of method.md §5.1: 10 → 4, 13 → 5, 5 → 1, 28 → 10.
    [Fact]
    public void The_insurers_decisions_take_three_numbers_down_and_their_sum()
    {
        var rating = PointsOfFailure.Of(InsurerMap.Decided);

        Assert.Equal((10, 13, 5, 28), (rating.AsIs.Moments.Count, rating.AsIs.Breakpoints.Count, rating.AsIs.Rules.Count, rating.AsIs.Total));
        Assert.Equal((4, 5, 1, 10), (rating.ToBe.Moments.Count, rating.ToBe.Breakpoints.Count, rating.ToBe.Rules.Count, rating.ToBe.Total));
        Assert.Equal(-0.600, rating.MomentsChange!.Value, 3);
        Assert.Equal(-0.615, rating.BreakpointsChange!.Value, 3);
        Assert.Equal(-0.800, rating.RulesChange!.Value, 3);
        Assert.Equal(-0.643, rating.TotalChange!.Value, 3);
        Assert.Equal(["M1", "M6", "M7", "M9"], rating.ToBe.Moments);
        Assert.Equal(["B1", "B9", "B10", "B11", "B13"], rating.ToBe.Breakpoints);
        Assert.Equal(["R4"], rating.ToBe.Rules);
        Assert.Equal(["B2", "B3", "B4", "B5", "B6", "B7", "B8", "B12", "R1", "R2"], rating.Follows);
    }

    // §5.1: 13 ÷ 10 = 1.3, below the 3 to 4 that PF3 expects.
    [Fact]
    public void A_density_of_one_point_three_hints_that_breakpoints_are_still_to_be_found()
    {
        var rating = PointsOfFailure.Of(InsurerMap.AsIs);

        Assert.Equal(1.3, rating.AsIs.HandOffDensity!.Value, 12);
        Assert.True(rating.IsProbablyUnderDiscovered);
        Assert.Equal(0, rating.TotalChange);
    }

    [Fact]
    public void Nothing_has_no_density_and_no_change()
    {
        var rating = PointsOfFailure.Of(OutsideInMap.Empty);

        Assert.Null(rating.AsIs.HandOffDensity);
        Assert.Null(rating.TotalChange);
        Assert.False(rating.IsProbablyUnderDiscovered);
    }

    [Fact]
    public void What_is_of_one_form_only_counts_in_that_form_and_a_new_cause_keeps_its_effects()
    {
        var map = new OutsideInMap
        {
            Moments = [new MomentOfTruth { Id = "old", Name = "Form", When = WorkState.AsIs }, new MomentOfTruth { Id = "new", Name = "App", When = WorkState.ToBe }],
            Breakpoints =
            [
                new Breakpoint { Id = "b1", Name = "File it", CausedBy = ["old"] }, new Breakpoint { Id = "b2", Name = "Send it", CausedBy = ["old", "new"] },
                new Breakpoint { Id = "b3", Name = "Check it", Verdict = BreakpointVerdict.Remove, CausedBy = ["new"] },
            ],
            Rules = [new BusinessRule { Id = "r", Name = "Twice", CausedBy = ["b3"] }],
        };

        var rating = PointsOfFailure.Of(map);

        Assert.Equal(["old"], rating.AsIs.Moments);
        Assert.Equal(["new"], rating.ToBe.Moments);
        Assert.Equal(["b1", "b2", "b3"], rating.AsIs.Breakpoints);
        Assert.Equal(["b2"], rating.ToBe.Breakpoints);
        Assert.Empty(rating.ToBe.Rules);
    }

    [Fact]
    public void Merging_takes_a_Moment_of_Truth_away_and_leaves_its_work_while_the_other_stays()
    {
        static OutsideInMap Map(Disposition other) => new()
        {
            Moments =
            [
                new MomentOfTruth { Id = "a", Name = "Ask", Disposition = Disposition.Improve, Improvement = Improvement.Merge, MergedInto = "b" },
                new MomentOfTruth { Id = "b", Name = "Answer", Disposition = other },
            ],
            Breakpoints = [new Breakpoint { Id = "x", Name = "Hand on", CausedBy = ["a"] }],
        };

        Assert.Equal(["x"], PointsOfFailure.Of(Map(Disposition.Keep)).ToBe.Breakpoints);
        Assert.Equal(["b"], PointsOfFailure.Of(Map(Disposition.Keep)).ToBe.Moments);
        Assert.Empty(PointsOfFailure.Of(Map(Disposition.Remove)).ToBe.Breakpoints);
    }
}
