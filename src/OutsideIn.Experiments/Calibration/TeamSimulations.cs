using OutsideIn.Statistics;

namespace OutsideIn.Experiments;

/// <summary>Teams over weeks in which nothing was changed, or the worst of which were picked out.</summary>
internal static class TeamSimulations
{
    private const double Alpha = 0.05;
    private const int Runs = 1_000;
    private const int Weeks = 20;

    /// <summary>False alarms of difference-in-differences where teams differ and their weeks resemble each other.</summary>
    public static IEnumerable<CalibrationRow> Differences()
    {
        foreach (var teams in (int[])[6, 10, 20])
        {
            var (draws, rows, ours) = (new SimulatedDraws(61_000 + (ulong)teams), 0, 0);
            for (var run = 0; run < Runs; run++)
            {
                var data = Unchanged(ref draws, teams);
                rows += RowsPValue(data) < Alpha ? 1 : 0;
                ours += DifferenceInDifferences.Of(data).PValue < Alpha ? 1 : 0;
            }

            var situation = $"{teams} teams × {Weeks} weeks, half of the teams with a change that did nothing, correlation of weeks 0.5";
            yield return CalibrationRow.Of(new("7", "difference-in-differences of team-weeks (the usual way)", situation, "false alarms"), rows, Runs);
            yield return CalibrationRow.AtMost(new("7", "difference-in-differences of the teams' own changes", situation, "false alarms"), ours, Runs, 0.07);
        }
    }

    /// <summary>What the worst tenth of the teams seems to gain with nothing done, and how often the forecast of it holds.</summary>
    public static IEnumerable<CalibrationRow> WorstTenth()
    {
        const int Teams = 100, Answers = 25;
        var (draws, held, gain) = (new SimulatedDraws(62_000), 0, default(Moments));
        var (units, again) = (new RankedGroup[Teams], new double[Teams]);
        for (var run = 0; run < Runs / 2; run++)
        {
            for (var team = 0; team < Teams; team++)
            {
                var truth = draws.Normal();
                units[team] = new RankedGroup(Name(team), Measured(ref draws, truth, Answers));
                again[team] = Measured(ref draws, truth, Answers).Mean;
            }

            var worst = Enumerable.Range(0, Teams).OrderBy(team => units[team].Answers.Mean).Take(Teams / 10).ToArray();
            if (RegressionToTheMean.Of(units, [.. worst.Select(Name)]).TryGet(out var forecast, out _))
            {
                var after = worst.Average(team => again[team]);
                held += forecast.Forecast.Interval.Contains(after) ? 1 : 0;
                gain += new Moments(1, after - forecast.PickedBefore, 0);
            }
        }

        var situation = $"worst tenth of {Teams} teams picked on {Answers} answers each, as much luck as difference, nothing done";
        yield return CalibrationRow.OfMean(new("regression to the mean", "after less before (the usual way)", situation, "gain shown, in standard deviations of the teams"), gain);
        yield return CalibrationRow.Of(new("regression to the mean", "forecast from all teams", situation, "coverage"), held, Runs / 2);
    }

    private static string Name(int team) => $"team {team}";

    private static Moments Measured(ref SimulatedDraws draws, double truth, int answers)
    {
        // Mean and spread of so many normal answers of standard deviation √answers, so that their mean errs by 1.
        var squares = 0.0;
        for (var answer = 1; answer < answers; answer++)
        {
            var one = draws.Normal();
            squares += one * one;
        }

        return new Moments(answers, truth + draws.Normal(), answers * squares);
    }

    private static UnitPeriods Unchanged(ref SimulatedDraws draws, int teams)
    {
        const double Correlation = 0.5;
        var (values, units, periods, changed) = (new double[teams * Weeks], new int[teams * Weeks], new int[teams * Weeks], new int?[teams * Weeks]);
        for (var team = 0; team < teams; team++)
        {
            var (level, error) = (draws.Normal(), draws.Normal());
            for (var week = 0; week < Weeks; week++)
            {
                var row = (team * Weeks) + week;
                (values[row], units[row], periods[row], changed[row]) = (level + error, team, week, team % 2 == 0 ? Weeks / 2 : null);
                error = (Correlation * error) + (Math.Sqrt(1 - (Correlation * Correlation)) * draws.Normal());
            }
        }

        return new UnitPeriods { Values = values, Units = units, Periods = periods, ChangedFrom = changed };
    }

    private static double RowsPValue(UnitPeriods data)
    {
        double[] treated = [.. data.ChangedFrom.Select(static from => from is null ? 0.0 : 1)], after = [.. data.Periods.Select(static week => week >= Weeks / 2 ? 1.0 : 0)];
        var design = DesignMatrix.WithConstant(["treated", "after", "effect"], [treated, after, [.. treated.Zip(after, static (one, other) => one * other)]]);
        return LinearModel.Fit(design, [.. data.Values]).TryGet(out var fit, out _) ? fit.With(ErrorKind.Hc1).Of("effect").PValue : 1;
    }
}
