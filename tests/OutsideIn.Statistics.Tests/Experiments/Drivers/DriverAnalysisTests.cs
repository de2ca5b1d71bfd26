using OutsideIn.Experiments;
using OutsideIn.Statistics;
using OutsideIn.Tests.Statistics;
using OutsideIn.Tests.Support;

namespace OutsideIn.Tests.Experiments;

public sealed class DriverAnalysisTests
{
    /// <summary>Chatterjee and Price (1977), the attitude survey: handling of complaints dominates. Ranks' correlation: drivers.json, 1e-9.</summary>
    [Fact]
    public void Handling_of_complaints_drives_the_rating_and_the_next_step_is_an_experiment()
    {
        var one = Oracle.Cases("drivers.json").Single(static item => item.GetProperty("id").GetString() == "attitude");
        var (names, columns) = VarianceSharesTests.Read(one);
        DriverQuestion question = new()
        {
            OutcomeName = "rating",
            Outcome = columns[^1],
            Drivers = [.. names.Select((name, index) => new Driver(name, columns[index], IsRating: true)).Take(3)],
        };

        var report = DriverAnalysis.OfNumbers(question, stop: Stop).Value();

        Assert.Equal("complaints", report.Drivers[0].Name);
        Assert.Equal(1, report.Drivers.Sum(static driver => driver.Share), 12);
        Assert.True(report.Drivers[0].ShareInterval!.Value.Contains(report.Drivers[0].Share));
        Assert.InRange(report.Drivers[0].RankStability!.Value, 0.9, 1);
        Assert.Contains("Design an experiment", report.NextStep, StringComparison.Ordinal);
        Assert.False(report.Checks[0].Holds);
        Assert.Contains("halo", report.Checks[0].Finding, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("swiss", 5)]
    [InlineData("attitude", 6)]
    public void Correlations_of_ranks_are_the_oracles(string id, int numbers)
    {
        var one = Oracle.Cases("drivers.json").Single(item => item.GetProperty("id").GetString() == id);
        var count = new OracleCount(one, 1e-9);

        count.Same("spearman", RankCorrelations.Of(VarianceSharesTests.Read(one).Columns));

        Assert.Equal(numbers, count.Count);
    }

    [Fact]
    public void Too_few_rows_for_the_drivers_are_refused()
    {
        var (names, columns) = VarianceSharesTests.Read(Oracle.Cases("drivers.json").Single(static item => item.GetProperty("id").GetString() == "attitude"));

        // Thirty departments and six drivers.
        var problem = DriverAnalysis.OfNumbers(new()
        {
            OutcomeName = "rating",
            Outcome = columns[^1],
            Drivers = [.. names.Select((name, index) => new Driver(name, columns[index]))],
        }, stop: Stop).Refusal();

        Assert.Equal("EX090", problem.Code);
    }

    [Fact]
    public void Shares_of_a_yes_or_no_add_up_and_find_the_planted_driver()
    {
        var question = YesNo();

        var report = DriverAnalysis.OfYesNo(question, stop: Stop).Value();

        Assert.Equal(report.RSquared, report.Drivers.Sum(static driver => driver.Explained), 10);
        Assert.Equal("waiting", report.Drivers[0].Name);
        Assert.InRange(report.Drivers[0].Effect.Value, -1.5 - (3.5 * report.Drivers[0].Effect.StandardError), -1.5 + (3.5 * report.Drivers[0].Effect.StandardError));
        Assert.InRange(report.Drivers[^1].Share, -0.01, 0.05);
        var alone = LogisticModel.Fit(DesignMatrix.WithConstant(["waiting"], [[.. question.Drivers[0].Values]]), [.. question.Outcome]).Value().McFadden;
        Assert.Equal(alone, report.Drivers[0].First, 9);
    }

    [Fact]
    public void Shares_of_a_yes_or_no_have_intervals_and_the_planted_driver_keeps_its_place()
    {
        var report = DriverAnalysis.OfYesNo(YesNo(), stop: Stop).Value();

        Assert.All(report.Drivers, static driver => Assert.True(driver.ShareInterval!.Value.Contains(driver.Share), driver.Name));
        Assert.Equal(1, report.Drivers[0].RankStability);
        Assert.True(report.Checks.Single(static check => check.Assumption.StartsWith("The order", StringComparison.Ordinal)).Holds);

        // Nine times the difference of the odds: 1.5² against 0.5² of equally spread drivers.
        Assert.InRange(report.Drivers[0].ShareInterval!.Value.Low, 0.8, 0.9);
        Assert.Equal(report.Drivers[0].Effect.Value < 0, report.Drivers[0].Slope < 0);
        Assert.InRange(report.Drivers[0].Slope!.Value, -0.25 * 1.8, -0.15);
    }

    [Fact]
    public void The_same_seed_draws_the_same_rows()
    {
        var (one, other) = (DriverAnalysis.OfYesNo(YesNo(), stop: Stop).Value(), DriverAnalysis.OfYesNo(YesNo(), stop: Stop).Value());

        Assert.Equal(one.Drivers.Select(static driver => driver.ShareInterval), other.Drivers.Select(static driver => driver.ShareInterval));
        Assert.NotEqual(one.Drivers[0].ShareInterval, DriverAnalysis.OfYesNo(YesNo() with { Seed = 2 }, stop: Stop).Value().Drivers[0].ShareInterval);
    }

    [Fact]
    public void Work_that_is_stopped_stops_and_progress_ends_at_the_whole()
    {
        using var stopped = new CancellationTokenSource();
        stopped.Cancel();
        Assert.Throws<OperationCanceledException>(() => DriverAnalysis.OfYesNo(YesNo(), stop: stopped.Token));
        Assert.Throws<OperationCanceledException>(() => DriverAnalysis.OfNumbers(YesNo(), stop: stopped.Token));

        var told = new Told();
        DriverAnalysis.OfYesNo(YesNo(), progress: told, stop: Stop);
        DriverAnalysis.OfNumbers(YesNo(), progress: told, stop: Stop);
        Assert.Equal(2, told.Shares.Count(static share => share == 1));
    }

    [Fact]
    public void A_driver_that_decides_the_answer_is_refused()
    {
        var question = YesNo();
        var decided = question with { Drivers = [.. question.Drivers, new Driver("answer again", question.Outcome)] };

        Assert.Equal("ST023", DriverAnalysis.OfYesNo(decided, stop: Stop).Refusal().Code);
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private sealed class Told : IProgress<double>
    {
        public List<double> Shares { get; } = [];

        public void Report(double value) => Shares.Add(value);
    }

    // Odds fall by 1.5 with waiting and rise by 0.5 with contact; the third driver does nothing.
    private static DriverQuestion YesNo()
    {
        var draws = new SimulatedDraws(12);
        var columns = Enumerable.Range(0, 4).Select(static _ => new double[2_000]).ToArray();
        for (var row = 0; row < 2_000; row++)
        {
            for (var column = 0; column < 3; column++)
            {
                columns[column][row] = draws.Normal();
            }

            columns[3][row] = draws.Happens(1 / (1 + Math.Exp((1.5 * columns[0][row]) - (0.5 * columns[1][row])))) ? 1 : 0;
        }

        return new() { OutcomeName = "solved", Outcome = columns[3], Drivers = [new("waiting", columns[0]), new("contact", columns[1]), new("weather", columns[2])] };
    }
}
