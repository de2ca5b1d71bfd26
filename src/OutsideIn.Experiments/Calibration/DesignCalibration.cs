using System.Globalization;
using OutsideIn.Statistics;

namespace OutsideIn.Experiments;

/// <summary>Calibration of the designs for when nothing was randomised.</summary>
internal static class DesignCalibration
{
    private const double Alpha = 0.05;
    private const int SeriesRuns = 4_000;

    /// <summary>Every row of this part.</summary>
    public static IReadOnlyList<CalibrationRow> Rows()
    {
        var rows = new List<CalibrationRow>();
        foreach (var count in (int[])[24, 52, 104])
        {
            foreach (var correlation in (double[])[0, 0.3, 0.6])
            {
                rows.AddRange(new UnchangedSeries(count, correlation).Rows(SeriesRuns));
            }
        }

        rows.AddRange(TeamSimulations.Differences());
        rows.AddRange(TeamSimulations.WorstTenth());
        return rows;
    }

    /// <summary>A series in which nothing changed, analysed the usual ways and ours.</summary>
    private sealed class UnchangedSeries
    {
        private readonly double _correlation;
        private readonly double[] _outcome;
        private readonly double[] _work;
        private readonly double[] _direction;
        private readonly string _situation;
        private readonly DesignMatrix _design;
        private readonly AutoregressiveSolver _solver;
        private SimulatedDraws _draws;

        public UnchangedSeries(int count, double correlation)
        {
            _design = InterruptedTimeSeries.Design(count, count / 2, SeasonTerms.None);
            _solver = AutoregressiveSolver.For(_design).TryGet(out var solver, out var problem) ? solver : throw new InvalidOperationException(problem.Message);
            (_correlation, _outcome, _work, _direction) = (correlation, new double[count], new double[4], solver.Direction([0, 0, 1, 0]));
            _draws = new SimulatedDraws(6_000_003 + (ulong)(count * 10) + (ulong)(correlation * 10));
            _situation = string.Create(CultureInfo.InvariantCulture, $"{count} periods, half of them after a change that did nothing, correlation of neighbours {correlation}");
        }

        public IEnumerable<CalibrationRow> Rows(int runs)
        {
            var (half, ours, restricted, means, lagged, covered) = (_outcome.Length / 2, 0, 0, 0, 0, 0);
            var critical = StudentTDistribution.TwoSided(1 - Alpha, _outcome.Length - 2);
            var lags = (int)(4 * Math.Pow(_outcome.Length / 100.0, 2.0 / 9));
            for (var run = 0; run < runs; run++)
            {
                Draw();
                _solver.Solve(_outcome, AutoregressiveCriterion.Restricted);
                var (value, error) = _solver.Combine(_direction, _work);
                restricted += StudentTDistribution.BothTails(value / error, _solver.EffectiveDegrees) < Alpha ? 1 : 0;
                _solver.Integrate();
                var (above, below) = _solver.Tails(_direction, 0, _work);
                ours += 2 * Math.Min(above, below) < Alpha ? 1 : 0;
                means += Math.Abs(TwoMeans(half)) > critical ? 1 : 0;
                lagged += run < runs / 8 && NeweyWest(lags) < Alpha ? 1 : 0;
                covered++;
            }

            yield return CalibrationRow.Of(new("6", "t test of before against after (the usual way)", _situation, "false alarms"), means, covered);
            yield return CalibrationRow.Of(new("6", "segmented regression, Newey–West (the usual way)", _situation, "false alarms"), lagged, runs / 8);
            yield return CalibrationRow.Of(new("6", "REML AR(1), t on effective degrees of freedom", _situation, "false alarms"), restricted, runs);
            yield return CalibrationRow.AtMost(
                new("6", "AR(1) integrated over its correlation", _situation, "false alarms"), ours, runs, _outcome.Length < 52 ? 0.075 : 0.06);
        }

        private double TwoMeans(int half)
        {
            var (before, after) = (Moments.Of(_outcome.AsSpan(0, half)), Moments.Of(_outcome.AsSpan(half)));
            return (after.Mean - before.Mean) / Math.Sqrt((before.Variance + after.Variance) / half);
        }

        private double NeweyWest(int lags) => LinearModel.Fit(_design, _outcome).TryGet(out var fit, out _)
            ? fit.WithNeweyWest(lags, isCorrected: true).Of("step").PValue
            : 1;

        private void Draw()
        {
            var spread = Math.Sqrt(1 - (_correlation * _correlation));
            var error = _draws.Normal();
            foreach (ref var value in _outcome.AsSpan())
            {
                value = error;
                error = (_correlation * error) + (spread * _draws.Normal());
            }
        }
    }
}
