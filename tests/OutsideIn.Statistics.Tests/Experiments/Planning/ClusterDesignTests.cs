using OutsideIn.Experiments;
using OutsideIn.Statistics;
using OutsideIn.Tests.Support;

namespace OutsideIn.Tests.Experiments;

public sealed class ClusterDesignTests
{
    [Fact]
    public void Teams_are_what_is_needed_not_rows()
    {
        // 25 % a standard deviation: 2 × 7.8489 ÷ 0.0625 = 251.2 rows an arm by themselves. Teams of 50 with a likeness of 0.05 have a
        // design effect of 3.45: 866.5 rows, 17.33 teams by the z test; with t on 2 (k − 1) degrees of freedom one team more.
        var (target, design) = (new PowerTarget(), new ClusterDesign(50, 0.05));
        var rows = PowerAnalysis.MeansByNormal(0.25, 1, target).Value();

        var teams = design.Teams(rows, target).Value();

        Assert.Equal((19.0, 19.0), (teams.Control, teams.Treatment));
        Assert.True(design.PowerOf(rows, (19, 19), target).Value() >= 0.8);
        Assert.True(design.PowerOf(rows, (18, 18), target).Value() < 0.8);
    }

    [Fact]
    public void Unequal_arms_need_more_teams_in_all()
    {
        // Two thirds and one third: 17.33 teams twice are 8.665 in harmonic terms, and k₁ k₂ ÷ (k₁ + k₂) of 26 and 13 is 8.667 by the z test;
        // with t on k₁ + k₂ − 2 degrees of freedom a little more.
        var (target, design) = (new PowerTarget { Ratio = 0.5 }, new ClusterDesign(50, 0.05));
        var rows = PowerAnalysis.MeansByNormal(0.25, 1, target).Value();

        var teams = design.Teams(rows, target).Value();

        Assert.InRange(teams.Control, 27, 28);
        Assert.Equal(Math.Ceiling(teams.Control / 2), teams.Treatment);
        Assert.True(teams.Total > 2 * 19);
        Assert.Equal(
            design.PowerOf(rows, (20, 10), target).Value(),
            design.PowerOf(PowerAnalysis.MeansByNormal(0.25, 1, new PowerTarget { Ratio = 2 }).Value(), (10, 20), new PowerTarget { Ratio = 2 }).Value(),
            1e-12);
    }

    [Fact]
    public void Where_teams_are_alike_nothing_is_lost_but_degrees_of_freedom()
    {
        var target = new PowerTarget();
        var rows = PowerAnalysis.MeansByNormal(0.25, 1, target).Value();
        Assert.Equal(1, new ClusterDesign(50, 0).DesignEffect);
        Assert.Equal(7, new ClusterDesign(50, 0).Teams(rows, target).Value().Control);
    }

    [Theory]
    [InlineData(6, 6)]
    [InlineData(8, 3)]
    public void The_power_with_few_teams_is_the_share_of_simulated_experiments_that_see_the_effect(int controls, int treatments)
    {
        // Teams of 30 rows, likeness 0.1, an effect of 0.6 deviations, team means compared by t with one variance for both arms.
        const int Runs = 20_000;
        var (target, design, stream) = (new PowerTarget(), new ClusterDesign(30, 0.1), OutsideIn.Simulation.RandomSource.Open(11, "teams"));
        var expected = design.PowerOf(PowerAnalysis.MeansByNormal(0.6, 1, target).Value(), (controls, treatments), target).Value();
        var (deviation, seen) = (Math.Sqrt(0.1 + (0.9 / 30)), 0);
        var bound = StudentTDistribution.TwoSided(0.95, controls + treatments - 2);
        for (var run = 0; run < Runs; run++)
        {
            var one = Moments.Of([.. Enumerable.Range(0, controls).Select(_ => deviation * NormalDistribution.Quantile(stream.NextUnit()))]);
            var other = Moments.Of([.. Enumerable.Range(0, treatments).Select(_ => 0.6 + (deviation * NormalDistribution.Quantile(stream.NextUnit())))]);
            var variance = (one.SquaredDeviations + other.SquaredDeviations) / (controls + treatments - 2);
            seen += Math.Abs(other.Mean - one.Mean) > bound * Math.Sqrt(variance * ((1.0 / controls) + (1.0 / treatments))) ? 1 : 0;
        }

        // Five standard errors of this many runs.
        Assert.InRange((double)seen / Runs, expected - 0.017, expected + 0.017);
    }

    [Fact]
    public void More_rows_do_not_make_few_teams_many()
    {
        // Four teams an arm, likeness 0.04: t with 6 degrees needs a difference of about 2.38 deviations between teams, times 0.2.
        var (target, design) = (new PowerTarget(), new ClusterDesign(100, 0.04));
        var least = design.LeastEffect(4, target).Value();
        Assert.InRange(least, 0.45, 0.5);

        var endless = design with { Size = 1e9 };
        Oracle.AssertNear(0.8, endless.PowerOf(PowerAnalysis.MeansByNormal(least, 1, target).Value(), (4, 4), target).Value(), 1e-6);
    }

    [Fact]
    public void What_is_no_design_is_refused()
    {
        var target = new PowerTarget();
        var rows = PowerAnalysis.MeansByNormal(0.25, 1, target).Value();
        Assert.Equal("EX024", new ClusterDesign(50, 0.05).PowerOf(rows, (5, 1), target).Refusal().Code);
        Assert.Equal("EX024", new ClusterDesign(50, 0.05).LeastEffect(1, target).Refusal().Code);
        Assert.Equal("EX024", new ClusterDesign(50, 0.05).Teams(rows with { Control = 1e12 }, target).Refusal().Code);
        Assert.Equal("EX023", new ClusterDesign(0, 0.05).Teams(rows, target).Refusal().Code);
        Assert.Equal("EX021", new ClusterDesign(50, 1.5).Teams(rows, target).Refusal().Code);
    }
}
