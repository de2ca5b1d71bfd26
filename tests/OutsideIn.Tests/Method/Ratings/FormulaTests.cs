using OutsideIn.Method;
using OutsideIn.Tests.Support;

namespace OutsideIn.Tests.Method.Ratings;

/// <summary>F10 to F16 and the public formulas, on the numbers of method.md.</summary>
public class FormulaTests
{
    // §5.1: opinion, 21 days late, open invitation.
    [Fact]
    public void A_survey_three_weeks_later_by_open_invitation_is_as_subjective_as_can_be() =>
        Assert.Equal(3, Subjectivity.Of(InsurerMap.AsIs.Metrics[0]).Level);

    [Theory]
    [InlineData(false, 0, false, 0)]
    [InlineData(true, 0, false, 1)]
    [InlineData(false, 0.5, true, 2)]
    public void Each_rung_counts_once(bool isOpinion, double delayDays, bool isSelfSelected, int level) =>
        Assert.Equal(level, Subjectivity.Of(new Metric { IsOpinion = isOpinion, DelayDays = delayDays, IsSelfSelected = isSelfSelected }).Level);

    // F13's check.
    [Fact]
    public void A_thousand_failed_contacts_cost_twenty_one_thousand_six_hundred()
    {
        Assert.Equal(21_600, FailureDemand.Cost(1000, 0.6, 6, 45), 9);
        Assert.Equal(6000, FailureDemand.CustomerMinutes(1000, 0.6, 10), 9);
    }

    // By hand: 60 of 100 contacts failed; N=60: 60·(0.5·4 + 0.5·10) = 420; 60·0.5·6/60 = 3 hours.
    [Fact]
    public void Failure_demand_is_counted_by_cause_and_costs_both_branches()
    {
        var map = new OutsideInMap
        {
            Moments = [new MomentOfTruth { Id = "m", Name = "Call" }],
            Demand =
            [
                new DemandRecord { Id = "d1", Cause = "m", Kind = DemandKind.Value, Contacts = 40 },
                new DemandRecord { Id = "d2", Cause = "m", Kind = DemandKind.Chase, Contacts = 60, FollowThrough = 0.5, HandlingCost = 4, LostMargin = 10, ExtraMinutes = 6 },
                new DemandRecord { Id = "d3", Kind = DemandKind.Unmarked, Contacts = 1000 },
                new DemandRecord { Id = "d4", Kind = DemandKind.Repeat, Contacts = 0, FollowThrough = 1 },
            ],
        };

        var rating = FailureDemand.Of(map);

        Assert.Equal(0.6, rating.Share.Share!.Value, 12);
        Assert.Equal(["d2", "d4"], rating.Share.PartIds);
        Assert.Equal((420, 3.0), (rating.Cost!.Value, rating.CustomerHours!.Value));
        Assert.Equal(["handling cost", "lost margin", "extra minutes"], rating.Costs[1].Missing);
        Assert.Equal(["d3"], rating.Unmarked);
        Assert.Equal(DemandBasis.Records, rating.Basis);
    }

    [Fact]
    public void Without_records_the_yearly_volumes_of_marked_Moments_of_Truth_are_counted()
    {
        var map = new OutsideInMap
        {
            Moments =
            [
                new MomentOfTruth { Id = "a", Name = "Report", Demand = DemandKind.Value, VolumePerYear = 300 },
                new MomentOfTruth { Id = "b", Name = "Chase", Demand = DemandKind.Chase, VolumePerYear = 100 },
            ],
        };

        Assert.Equal((DemandBasis.Moments, 0.25), (FailureDemand.Of(map).Basis, FailureDemand.Of(map).Share.Share));
        Assert.Equal((DemandBasis.None, (double?)null), (FailureDemand.Of(OutsideInMap.Empty).Basis, FailureDemand.Of(OutsideInMap.Empty).Share.Share));
    }

    // §5.11: 5,000 customers × $100 × 2, extra stock $5m.
    [Fact]
    public void Netflixs_perfect_new_release_test_is_no_launch()
    {
        var verdict = ExperimentGate.Of(new Experiment { Id = "dvd", CustomersKept = 5000, CustomerValue = 200, Cost = 5_000_000, Decision = ExperimentDecision.Launch });

        Assert.Equal(-4_000_000, verdict!.Net);
        Assert.False(verdict.MayLaunch);
        Assert.Null(ExperimentGate.Of(new Experiment { CustomersKept = 5000 }));
    }

    // By hand: m1 (2·9/10 + 1·1/2)/3 = 2.3/3, volume 300; m2 0/4 = 0, volume 100 → 0.575.
    [Fact]
    public void Conformance_is_the_volume_weighted_mean_of_what_was_done()
    {
        var map = new OutsideInMap
        {
            Experiences = [new Experience { Id = "crash", Name = "Back on the road" }],
            Moments =
            [
                new MomentOfTruth
                {
                    Id = "m1", Name = "Report", Experience = "crash", VolumePerYear = 300,
                    Criteria = [Criterion("Says when the car is ready", 2, 10, 9), Criterion("Asks once", 1, 2, 1), Criterion("Sends a link", 5, 0, 0)],
                },
                new MomentOfTruth { Id = "m2", Name = "Collect", Experience = "crash", VolumePerYear = 100, Criteria = [Criterion("Car is clean", 1, 4, 0)] },
                new MomentOfTruth { Id = "m3", Name = "Chase", Experience = "crash", Disposition = Disposition.Remove, Criteria = [Criterion("Sorry", 1, 9, 9)] },
                new MomentOfTruth { Id = "m4", Name = "Choose", Experience = "crash" },
            ],
        };

        var rating = Assert.Single(Conformance.Of(map));

        Assert.Equal(0.575, rating.Rating!.Value, 12);
        Assert.True(rating.IsByVolume);
        Assert.Equal((10, 16), (rating.Done, rating.Observed));
        Assert.Equal(["Sends a link"], rating.Moments[0].NeverObserved);
        Assert.Equal(["m4"], rating.NotDesigned);
        Assert.Equal([0.5, 0.25, 0.25], rating.Parts.Select(static one => Math.Round(one.Part, 12)));
    }

    [Fact]
    public void Nothing_observed_is_no_rating_and_not_zero()
    {
        var map = new OutsideInMap { Moments = [new MomentOfTruth { Id = "m", Name = "m", Criteria = [Criterion("Smiles back", 1, 0, 0)] }] };

        var rating = Assert.Single(Conformance.Of(map));

        Assert.Null(rating.Rating);
        Assert.Null(rating.Experience);
        Assert.Equal(0, rating.Observed);
    }

    // §5.10: bags earlier (cost), easier (service), more revenue. Readings by hand: mean 100, sd 2.
    [Theory]
    [InlineData(90, 110, 90, "crown", 3)]
    [InlineData(90, 110, 99, "2 of 3", 2)]
    [InlineData(90, 99, 110, "1 of 3", 1)]
    public void Three_numbers_at_once_are_a_crown_and_two_are_not(double cost, double revenue, double minutes, string text, int count)
    {
        var action = new ActionItem { Id = "hotel", Crown = new TripleCrown { Cost = Read(cost), Revenue = Read(revenue), Service = Read(minutes) with { Metric = "wait" } } };
        var map = new OutsideInMap { Metrics = [new Metric { Id = "wait", Name = "Minutes at check-in", Direction = Direction.Down }], Actions = [action] };

        var verdict = CrownVerdict.Of(action, MapIndex.Of(map))!;

        Assert.Equal((text, count), (verdict.Text, verdict.Count));
        Assert.Equal(2, verdict.Cost.Deviation!.Value, 12);
    }

    [Fact]
    public void Two_readings_before_prove_nothing_and_a_change_within_one_deviation_is_noise()
    {
        var few = CrownVerdict.Of(new TripleCrown { Cost = new CrownReading { Before = [100, 100], After = 1 }, Revenue = Read(200), Service = Read(200) });
        var noise = CrownVerdict.Of(new TripleCrown { Cost = Read(98), Revenue = Read(97.9), Service = Read(102.1) });

        Assert.Equal(("not provable", 2), (few.Text, few.Count));
        Assert.False(few.IsProvable);
        Assert.Equal((CrownSign.WithinNoise, CrownSign.Worse, CrownSign.Better), (noise.Cost.Sign, noise.Revenue.Sign, noise.Service.Sign));
    }

    // By hand: 30 of 100 observed is a rate of 0.3; × 1,000 a year × impact 4 = 1,200.
    [Fact]
    public void A_likelihood_is_the_observed_rate_from_thirty_on_and_judged_below()
    {
        var map = new OutsideInMap
        {
            Moments = [new MomentOfTruth { Id = "m", Name = "Call", VolumePerYear = 1000 }],
            Risks =
            [
                new Risk { Id = "judged", Need = "n", At = "m", Impact = 4, Likelihood = 1, Observed = 29, Failed = 29 },
                new Risk { Id = "observed", Need = "n", At = "m", Impact = 4, Likelihood = 0, Observed = 100, Failed = 30 },
                new Risk { Id = "unknown", Need = "n", At = "m", Impact = 4 },
                new Risk { Id = "never", Need = "n", At = "m", Impact = 3, Observed = 30, Failed = 0 },
            ],
        };

        var cells = ImpactRisk.Of(map);

        Assert.Equal(["observed", "judged", "never", "unknown"], cells.Select(static one => one.Risk));
        Assert.Equal((4, 1200.0, RiskClass.High), (cells[0].Likelihood!.Value, cells[0].Exposure!.Value, cells[0].Class));
        Assert.Equal((1, (double?)null, RiskClass.Medium), (cells[1].Likelihood!.Value, cells[1].Exposure, cells[1].Class));
        Assert.Equal(RiskClass.None, cells[2].Class);
        Assert.Equal([1, 2, 3, 4], cells.Select(static one => one.Rank));
        Assert.Equal(1200, Assert.Single(ImpactRisk.Points(cells)).Exposure);
    }

    // PF15: 9 + (9 − 3) = 15; 5 + 0 = 5.
    [Fact]
    public void An_opportunity_is_what_matters_and_is_not_met_within_its_category()
    {
        var map = new OutsideInMap
        {
            Needs =
            [
                new Need { Id = "a", Category = "x", Importance = 5, Satisfaction = 8 }, new Need { Id = "b", Category = "x", Importance = 9, Satisfaction = 3 },
                new Need { Id = "c", Category = "y", Importance = 1, Satisfaction = 1 }, new Need { Id = "d", Category = "x", Importance = 9 },
            ],
        };

        Assert.Equal([(5.0, 2), (15.0, 1), (1.0, 1), (null, null)], ImpactRisk.Opportunities(map).Select(static one => (one.Score, one.Rank)));
    }

    // §5.4: May 2014, 6,054,249 passengers at 89.4 % ≈ 6,772,091 seats. PF14's example: −0.858. PF16 by hand.
    [Fact]
    public void The_public_formulas_give_their_published_figures()
    {
        Assert.Equal(6_772_091, Math.Round(KnownFormulas.SeatsOf(6_054_249, 0.894)!.Value));
        Assert.Equal(0.894, KnownFormulas.LoadFactor(6_054_249, 6_772_091)!.Value, 6);
        Assert.Equal(-0.858, KnownFormulas.ServiceGap([-0.65, -1.10, -0.83, -0.70, -1.01])!.Value, 9);
        Assert.Equal(-0.9, KnownFormulas.ServiceGap([-1, -0.5], [0.8, 0.2])!.Value, 9);
        Assert.Equal(20, KnownFormulas.NetPromoterScore(5, 2, 3));
        Assert.Null(KnownFormulas.NetPromoterScore(0, 0, 0));
        Assert.Null(KnownFormulas.LoadFactor(1, 0));
        Assert.Throws<ArgumentException>(static () => KnownFormulas.ServiceGap([1], [1, 2]));
    }

    // §5.8: 10 million customers × 5 contacts × 15 s = 208,333 hours a year.
    [Fact]
    public void Fifty_million_Moments_of_Truth_of_fifteen_seconds_are_two_hundred_thousand_hours() =>
        Assert.Equal(208_333, Math.Round(WorkTally.Of([new MomentOfTruth { VolumePerYear = 50_000_000, CustomerMinutes = 0.25 }]).CustomerHoursPerYear));

    // §5.3: British Gas, Q3 2013 to Q3 2014.
    [Fact]
    public void Handling_became_better_while_complaints_rose()
    {
        static Metric Read(string id, Tier tier, Direction better, params double[] values) => new()
        {
            Id = id,
            Name = id,
            Tier = tier,
            Direction = better,
            Readings = [.. values.Select((value, index) => new Reading { At = new DateOnly(2013, 9, 30).AddMonths(3 * index), Value = value })],
        };
        var map = new OutsideInMap
        {
            Metrics =
            [
                Read("received", Tier.CustomerOutcome, Direction.Down, 247_000, 365_735, 462_334, 426_517, 405_556),
                Read("per-100k", Tier.CustomerOutcome, Direction.Down, 1582, 2412, 3084, 2844, 2725),
                Read("next-day", Tier.Output, Direction.Up, 71.6, 75.9, 79.5, 78.4, 77.3),
                Read("8-weeks", Tier.Output, Direction.Up, 93.8, 96.3, 96.2, 95.6, 94.8),
            ],
        };

        var found = MetricTrend.Contradiction(map);

        Assert.True(found.IsContradiction);
        Assert.Equal([0.642, 0.7225], found.Red.Select(static one => Math.Round(one.RelativeChange!.Value, one.Metric == "received" ? 3 : 4)));
        Assert.Equal([5.7, 1.0], found.Green.Select(static one => Math.Round(one.Change, 1)));
    }

    private static CrownReading Read(double after) => new() { Before = [98, 100, 102], After = after };

    private static DesignCriterion Criterion(string text, double weight, int observed, int done) => new() { Text = text, Weight = weight, Observed = observed, Done = done };
}
