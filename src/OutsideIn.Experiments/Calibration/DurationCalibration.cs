using OutsideIn.Statistics;

namespace OutsideIn.Experiments;

/// <summary>Calibration of comparisons of times of which some are still open when somebody looks.</summary>
/// <remarks>
/// Times are lognormal with median 9.97 days and shape 0.9, as those of service cases. A change came on day 0, 60 days of cases before it
/// and 30 after, and the data are cut on day 30: whoever began late is open, and only its short cases are closed.
/// </remarks>
internal sealed class DurationCalibration
{
    private const int Runs = 2_000;
    private const double Level = 0.95, LogMedian = 2.3, Shape = 0.9, Within = 14, Horizon = 30, Before = 60;

    private readonly double[] _control = new double[400];
    private readonly double[] _treatment = new double[200];
    private readonly CompetingEnd[] _controlEnds = new CompetingEnd[400];
    private readonly CompetingEnd[] _treatmentEnds = new CompetingEnd[200];

    /// <summary>Every row of this part.</summary>
    public static IReadOnlyList<CalibrationRow> Rows() => [.. new DurationCalibration().NoChange(), .. new DurationCalibration().Slower()];

    private IEnumerable<CalibrationRow> NoChange()
    {
        const string Situation = "400 cases before a change and 200 after, the same times, cut 30 days after";
        var counts = new Counts();
        var (bias, closedBias) = (default(Moments), default(Moments));
        var draws = new SimulatedDraws(50_001);
        for (var run = 0; run < Runs; run++)
        {
            var (control, treatment) = (Draw(ref draws, LogMedian, -Before, 0, isControl: true), Draw(ref draws, LogMedian, 0, Horizon, isControl: false));
            counts.Add(control, treatment, 0);
            bias += One(DurationMedian(treatment) / Math.Exp(LogMedian));
            closedBias += One(ClosedMedian(treatment) / Math.Exp(LogMedian));
        }

        yield return CalibrationRow.Of(new("5", "t test on closed cases (the usual way)", Situation, "false alarms"), counts.ClosedMean, Runs);
        yield return CalibrationRow.AtMost(new("5", "log-rank, open cases as open", Situation, "false alarms"), counts.LogRank, Runs, 0.06);
        yield return CalibrationRow.AtMost(new("5", "difference of shares within 14 days", Situation, "false alarms"), counts.Share, Runs, 0.06);
        yield return CalibrationRow.AtMost(new("5", "difference of restricted means, 14 days", Situation, "false alarms"), counts.Mean, Runs, 0.06);
        yield return CalibrationRow.AtMost(new("5", "difference of medians", Situation, "false alarms"), counts.Median, Runs, 0.06);
        yield return CalibrationRow.OfMean(new("5", "median of closed cases over the true median, less 1 (the usual way)", Situation, "bias"), closedBias);
        yield return CalibrationRow.OfMean(new("5", "Kaplan–Meier median over the true median, less 1", Situation, "bias"), bias, 0.05, "at most 5 % to either side");
    }

    private IEnumerable<CalibrationRow> Slower()
    {
        const string Situation = "the same, times after the change a quarter shorter";
        var (counts, draws) = (new Counts(), new SimulatedDraws(50_002));
        var truth = (Math.Exp(LogMedian) * 0.75) - Math.Exp(LogMedian);
        for (var run = 0; run < Runs; run++)
        {
            var control = Draw(ref draws, LogMedian, -Before, 0, isControl: true);
            counts.Add(control, Draw(ref draws, LogMedian + Math.Log(0.75), 0, Horizon, isControl: false), truth);
        }

        yield return CalibrationRow.Of(new("5", "log-rank, open cases as open", Situation, "power"), counts.LogRank, Runs);
        yield return CalibrationRow.Of(new("5", "difference of shares within 14 days", Situation, "power"), counts.Share, Runs);
        yield return CalibrationRow.Of(new("5", "difference of restricted means, 14 days", Situation, "power"), counts.Mean, Runs);
        yield return CalibrationRow.Of(new("5", "difference of medians", Situation, "coverage"), counts.MedianCovered, Runs);
    }

    private DurationGroup Draw(ref SimulatedDraws draws, double logMedian, double from, double to, bool isControl)
    {
        var (durations, ends) = isControl ? (_control, _controlEnds) : (_treatment, _treatmentEnds);
        for (var row = 0; row < durations.Length; row++)
        {
            var (wait, seen) = (Math.Exp(logMedian + (Shape * draws.Normal())), Horizon - (from + ((to - from) * draws.Uniform())));
            (durations[row], ends[row]) = wait <= seen ? (wait, CompetingEnd.Reached) : (seen, CompetingEnd.Open);
        }

        return new DurationGroup(durations, ends);
    }

    private static Moments One(double ratio) => new(1, ratio - 1, 0);

    private static double DurationMedian(DurationGroup group)
    {
        using var sample = CensoredSample.Of(group.Durations.Span, group.Ends.Span);
        return CensoredPercentile.Of(sample, 0.5, Level).Value ?? double.NaN;
    }

    private static double ClosedMedian(DurationGroup group)
    {
        using var sample = CensoredSample.Of(group.Durations.Span, group.Ends.Span);
        sample.Sort();
        return Quantile.Interpolated(sample.Reached, 0.5);
    }

    private static EffectEstimate ClosedMeans(DurationGroup control, DurationGroup treatment)
    {
        using var one = CensoredSample.Of(control.Durations.Span, control.Ends.Span);
        using var other = CensoredSample.Of(treatment.Durations.Span, treatment.Ends.Span);
        return MeanComparison.Welch(Moments.Of(one.Reached), Moments.Of(other.Reached), Level);
    }

    private struct Counts
    {
        public int ClosedMean { get; private set; }

        public int LogRank { get; private set; }

        public int Share { get; private set; }

        public int Mean { get; private set; }

        public int Median { get; private set; }

        public int MedianCovered { get; private set; }

        public void Add(DurationGroup control, DurationGroup treatment, double medianDifference)
        {
            ClosedMean += IsAlarm(ClosedMeans(control, treatment));
            LogRank += IsAlarm(DurationComparison.HazardRatio(control, treatment, Level));
            Share += IsAlarm(DurationComparison.Within(control, treatment, Within, Level));
            Mean += IsAlarm(DurationComparison.RestrictedMean(control, treatment, Within, Level));
            var median = DurationComparison.Median(control, treatment, Level);
            Median += IsAlarm(median);
            MedianCovered += median.Interval?.Contains(medianDifference) == true ? 1 : 0;
        }

        private static int IsAlarm(EffectEstimate effect) => effect.PValue < 1 - Level ? 1 : 0;
    }
}
