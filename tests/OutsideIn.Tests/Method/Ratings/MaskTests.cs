using OutsideIn.Method;
using OutsideIn.Tests.Support;

namespace OutsideIn.Tests.Method.Ratings;

public class MaskTests
{
    private static readonly OutsideInMap Map = CallCentreMap.Map with
    {
        Assessment =
        [
            new StatedScore { Key = "d1", Stated = 8, By = "CEO" }, new StatedScore { Key = "D1", Stated = 10, By = "COO" }, new StatedScore { Key = "d10", Stated = 7 },
            new StatedScore { Key = "d2", Stated = 9 },
        ],
        Rewards = [.. CallCentreMap.Map.Rewards.Where(static one => one.Id != "r4")],
    };

    // By hand: d1 1 of 6 tasks → 1.67; d5 4 of 4 metrics → 10; d10 0 of 2 people → 0.
    [Fact]
    public void What_is_stated_is_held_against_what_the_data_show()
    {
        var mask = MaskOf(Map);
        var items = mask.Items.ToDictionary(static one => one.Key);

        Assert.Equal(11, mask.Items.Count);
        Assert.Equal(9, items["d1"].Stated);
        Assert.Equal(10 / 6.0, items["d1"].Evidenced!.Value, 12);
        Assert.Equal(["replacement-car"], Assert.Single(items["d1"].Evidence).Ids);
        Assert.Equal(0, items["d10"].Evidenced);
        Assert.Equal(10, items["d5"].Evidenced);
        Assert.Equal(3, mask.EvidencedCount);
    }

    [Fact]
    public void What_has_no_data_is_no_evidence_and_not_zero()
    {
        var mask = MaskOf(Map);
        var rules = mask.Items.Single(static one => one.Key == "d2");

        Assert.Equal(9, rules.Stated);
        Assert.Null(rules.Evidenced);
        Assert.Null(rules.Gap);
        Assert.Equal((0, (double?)null), (MaskOf(OutsideInMap.Empty).EvidencedCount, MaskOf(OutsideInMap.Empty).Gap));
    }

    // By hand: gaps of d1 (9 − 1.667) and d10 (7 − 0), mean 7.1667.
    [Fact]
    public void The_gap_is_about_the_differences_that_have_both()
    {
        var mask = MaskOf(Map);

        Assert.Equal(2, mask.GapCount);
        Assert.Equal((9 - (10 / 6.0) + 7) / 2, mask.Gap!.Value, 12);
        Assert.Equal((9 + 7 + 9) / 3.0, mask.Stated!.Value, 12);
    }

    [Fact]
    public void A_log_adds_its_own_evidence_and_opens_to_its_figure()
    {
        var mask = OutsideInMask.Of(
            PerformanceLandscape.Of(Map), CausalGraph.Of(Map), new LogEvidence("claims.csv", new LogShare(90, 100, "cause-1"), CustomerEnds: new LogShare(0, 0)));
        var journey = mask.Items.Single(static one => one.Key == "d8");

        Assert.Equal(9, journey.Evidenced);
        Assert.Equal(("claims.csv", "cause-1"), (journey.Evidence[0].Log, journey.Evidence[0].Figure));
        Assert.Null(mask.Items.Single(static one => one.Key == "d3").Evidenced);
    }

    [Fact]
    public void Each_difference_is_evidenced_from_what_the_method_says()
    {
        var map = new OutsideInMap
        {
            Customers = [new Customer { Id = "driver", Name = "Driver", Wanted = Wanted.Yes }, new Customer { Id = "sales", Name = "Sales", Type = PartyType.Internal }],
            Categories = [new CustomerCategory { Id = "ours", Name = "Sales", Customer = "sales" }],
            Rules = [new BusinessRule { Id = "r1", Name = "r1", CustomerRationale = "keeps them safe" }, new BusinessRule { Id = "r2", Name = "r2" }],
            Experiences =
            [
                new Experience { Id = "e1", Name = "Back on the road", Start = new ProcessEnd { Event = "Crash", Actor = ProcessActor.Customer }, End = new ProcessEnd { Event = "Drives", Actor = ProcessActor.Customer } },
                new Experience { Id = "e2", Name = "Claims", Start = new ProcessEnd { Event = "Claim opened" }, FactoryMethods = ["SIPOC"] },
                new Experience { Id = "e3", Name = "Unknown" },
            ],
            Walkthroughs = [new Walkthrough { Id = "w", Experience = "e1" }],
            Metrics = [new Metric { Id = "k1", TargetBasis = TargetBasis.Need }, new Metric { Id = "k2", TargetBasis = TargetBasis.Competitor }, new Metric { Id = "k3", IsOpinion = true }],
            Outcomes = [new SuccessfulOutcome { Id = "o1", Name = "Back on the road" }, new SuccessfulOutcome { Id = "o2", Name = "Leads", Category = "ours" }],
            Actions = [new ActionItem { Id = "a1", Kind = ActionKind.Stop, Outcomes = ["o1"] }, new ActionItem { Id = "a2", Kind = ActionKind.Improve, Outcomes = ["o2"] }],
            Moments = [new MomentOfTruth { Id = "m", Name = "m" }],
            Activities = [new OutsideIn.Method.Activity { Id = "x", Name = "x", CausedBy = ["m"] }, new OutsideIn.Method.Activity { Id = "y", Name = "y" }],
            Tasks = [new WorkTask { Id = "t1", Name = "t1", WhyIsInternal = false, CausedBy = ["m"] }, new WorkTask { Id = "t2", Name = "t2", WhyIsInternal = true }],
        };

        var evidenced = MaskOf(map).Items.ToDictionary(static one => one.Key, static one => one.Evidenced);

        // By hand: 1 of 2 everywhere but tasks without a path (0 of 2), objective metrics (2 of 3), and no rewards.
        Assert.Equal(0, evidenced["d1"]);
        Assert.Equal(20 / 3.0, evidenced["d5"]!.Value, 12);
        Assert.Null(evidenced["d10"]);
        Assert.All(["d2", "d3", "d4", "d6", "d7", "d8", "d9", "d11"], key => Assert.Equal(5, evidenced[key]));
    }

    private static MaskRating MaskOf(OutsideInMap map) => OutsideInMask.Of(PerformanceLandscape.Of(map), CausalGraph.Of(map));
}
