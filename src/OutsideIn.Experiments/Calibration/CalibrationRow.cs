using OutsideIn.Statistics;

namespace OutsideIn.Experiments;

/// <summary>How often a method was right or wrong where the truth was known, because it was simulated. Immutable.</summary>
/// <param name="Goal">What it is measured for: "7", or the words of the question where no goal is set; never empty.</param>
/// <param name="Method">The estimator's or the test's name, and whether it is the usual way or ours.</param>
/// <param name="Situation">What was simulated, with its sizes.</param>
/// <param name="Figure">What was counted: "false alarms", "power", "coverage", "mean run", "bias" …</param>
/// <param name="Runs">Simulated experiments.</param>
/// <param name="Value">The figure: a share of the runs, 0 to 1, where it is one.</param>
/// <param name="Interval">What the number of runs leaves uncertain about it, at 95 %.</param>
/// <param name="Aim">What it should come to; null where the row is there to be compared with.</param>
/// <param name="AimText">The aim in words: "at most 6 %"; empty where there is none.</param>
/// <param name="IsMet">Whether the value comes up to the aim; true where there is none.</param>
public sealed record CalibrationRow(
    string Goal,
    string Method,
    string Situation,
    string Figure,
    int Runs,
    double Value,
    Interval Interval,
    double? Aim,
    string AimText,
    bool IsMet)
{
    /// <summary>Whether the value is a share of the runs; else it is a mean over them.</summary>
    public bool IsShare { get; private init; } = true;

    /// <summary>The value with its interval: <c>5.0 % (4.7 to 5.3)</c>, <c>21.0 (20.9 to 21.2)</c>.</summary>
    public string Text => IsShare
        ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{100 * Value:0.0} % ({100 * Interval.Low:0.0} to {100 * Interval.High:0.0})")
        : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Value:0.###} ({Interval.Low:0.###} to {Interval.High:0.###})");

    /// <summary>A row that is there to be compared with: no aim is set.</summary>
    /// <param name="about">What was measured.</param>
    /// <param name="hits">In how many of the runs it happened.</param>
    /// <param name="runs">Simulated experiments, ≥ 1.</param>
    public static CalibrationRow Of(CalibrationSubject about, int hits, int runs) =>
        Row(about, Share(hits, runs), runs, ((double?)null, string.Empty, true));

    /// <summary>A share that should be small: false alarms.</summary>
    /// <param name="about">What was measured.</param>
    /// <param name="hits">In how many of the runs it happened.</param>
    /// <param name="runs">Simulated experiments, ≥ 1.</param>
    /// <param name="aim">The largest share that comes up to the aim.</param>
    public static CalibrationRow AtMost(CalibrationSubject about, int hits, int runs, double aim) =>
        Row(about, Share(hits, runs), runs, (aim, $"at most {Percent(aim)}", hits <= aim * runs));

    /// <summary>A share that should be large: power, coverage.</summary>
    /// <param name="about">What was measured.</param>
    /// <param name="hits">In how many of the runs it happened.</param>
    /// <param name="runs">Simulated experiments, ≥ 1.</param>
    /// <param name="aim">The smallest share that comes up to the aim.</param>
    public static CalibrationRow AtLeast(CalibrationSubject about, int hits, int runs, double aim) =>
        Row(about, Share(hits, runs), runs, (aim, $"at least {Percent(aim)}", hits >= aim * runs));

    /// <summary>A share that should be neither small nor large: the coverage of an interval.</summary>
    /// <param name="about">What was measured.</param>
    /// <param name="hits">In how many of the runs it happened.</param>
    /// <param name="runs">Simulated experiments, ≥ 1.</param>
    /// <param name="aims">The smallest and the largest share that come up to the aim.</param>
    public static CalibrationRow Within(CalibrationSubject about, int hits, int runs, Interval aims) =>
        Row(about, Share(hits, runs), runs, (aims.Low, $"{Percent(aims.Low)} to {Percent(aims.High)}", aims.Contains((double)hits / runs)));

    /// <summary>A mean over the runs, such as the length of a run or a bias.</summary>
    /// <param name="about">What was measured.</param>
    /// <param name="values">Its moments over the runs, two at least.</param>
    /// <param name="atMost">The largest mean that comes up to the aim, in the values' unit; null for none.</param>
    /// <param name="aimText">The aim in words, with its unit; empty for none.</param>
    public static CalibrationRow OfMean(CalibrationSubject about, Moments values, double? atMost = null, string aimText = "")
    {
        var error = NormalDistribution.TwoSided(0.95) * Math.Sqrt(values.Variance / values.Count);
        return Row(
            about, (values.Mean, new Interval(values.Mean - error, values.Mean + error)), (int)values.Count,
            (atMost, aimText, atMost is not { } aim || values.Mean <= aim)) with
        {
            IsShare = false,
        };
    }

    private static CalibrationRow Row(
        CalibrationSubject about, (double Value, Interval Interval) measured, int runs, (double? Aim, string Text, bool IsMet) aim) =>
        new(about.Goal, about.Method, about.Situation, about.Figure, runs, measured.Value, measured.Interval, aim.Aim, aim.Text, aim.IsMet);

    private static (double Value, Interval Interval) Share(int hits, int runs)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(runs);
        return ((double)hits / runs, ProportionInterval.WilsonInterval((double)hits / runs, runs, 0.95));
    }

    private static string Percent(double share) =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{100 * share:0.###} %");
}

/// <summary>What a row of the calibration is about. Immutable.</summary>
/// <param name="Goal">What it is measured for.</param>
/// <param name="Method">The method's name.</param>
/// <param name="Situation">What was simulated.</param>
/// <param name="Figure">What was counted.</param>
public sealed record CalibrationSubject(string Goal, string Method, string Situation, string Figure);
