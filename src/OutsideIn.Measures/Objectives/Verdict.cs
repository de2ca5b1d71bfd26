using OutsideIn.Statistics;

namespace OutsideIn.Measures;

/// <summary>Whether an objective is fulfilled, with the certainty the observations allow (measures.md, objectives).</summary>
public enum VerdictKind
{
    /// <summary>The whole interval fulfils it.</summary>
    Met,

    /// <summary>The whole interval breaks it.</summary>
    Missed,

    /// <summary>The interval contains the target, or there is nothing to judge yet.</summary>
    NotYetProvable,
}

/// <summary>On which side of an objective one subject stands.</summary>
public enum Side : byte
{
    /// <summary>It is not counted: the filter leaves it out.</summary>
    LeftOut,

    /// <summary>It has no value.</summary>
    NotApplicable,

    /// <summary>It fulfils the objective's test, and nothing can change that.</summary>
    Met,

    /// <summary>It breaks it, and nothing can change that.</summary>
    Missed,

    /// <summary>It can still turn.</summary>
    Open,
}

/// <summary>Which figure of many values is meant.</summary>
public enum FigureKind
{
    /// <summary>The share of subjects that fulfil a test.</summary>
    Share,

    /// <summary>A percentile of the values.</summary>
    Percentile,

    /// <summary>Their mean.</summary>
    Mean,

    /// <summary>Their sum.</summary>
    Total,
}

/// <summary>One figure of a measure, with all it rests on (measures.md, the table of estimators). Immutable.</summary>
/// <param name="Kind">Which figure.</param>
/// <param name="Value">A share from 0 to 1, microseconds on the measure's clock, or the measure's own unit; null where it cannot be given.</param>
/// <param name="Interval">What the observations leave possible at <paramref name="Level"/>, same unit; null where it cannot be given.</param>
/// <param name="Level">Confidence level, 0.95 unless asked otherwise.</param>
/// <param name="Method">The estimator's and the interval's name.</param>
/// <param name="Count">Subjects with a value, open and lost ones included: the n to show.</param>
/// <param name="Open">How many of them are open.</param>
/// <param name="Lost">How many ended another way.</param>
/// <param name="NotApplicable">Subjects without a value, not in <paramref name="Count"/>.</param>
/// <param name="Refusal">Why there is no value or no interval, with the way out; null where there is one.</param>
public sealed record MeasureFigure(
    FigureKind Kind, double? Value, Interval? Interval, double Level, string Method, int Count, int Open, int Lost, int NotApplicable, string? Refusal);

/// <summary>The figure and the verdict of the subjects that began in one period.</summary>
/// <param name="Name">The period, such as "2026-03", "2026-W09" or "2026-Q1".</param>
/// <param name="FirstDay">Its first day.</param>
/// <param name="IsWhole">Whether it had ended by the horizon.</param>
/// <param name="Figure">The figure of the subjects that began in it.</param>
/// <param name="Verdict">Its verdict; null without an objective.</param>
public sealed record PeriodFigure(string Name, DateOnly FirstDay, bool IsWhole, MeasureFigure Figure, VerdictKind? Verdict);

/// <summary>The figure and the verdict of the subjects that share a value of a column.</summary>
/// <param name="Name">The value; "(missing)" where there is none.</param>
/// <param name="Figure">The figure of the group.</param>
/// <param name="Verdict">Its verdict; null without an objective.</param>
public sealed record GroupFigure(string Name, MeasureFigure Figure, VerdictKind? Verdict);

/// <summary>What an objective says of the values of a measure. Immutable.</summary>
/// <param name="Kind">Met, missed, or not yet provable.</param>
/// <param name="Figure">The figure judged: of all subjects, or with a due date those of <paramref name="Judged"/>.</param>
/// <param name="Target">The value aimed at, in the figure's unit.</param>
/// <param name="Judged">Name of the period judged; null where all subjects are.</param>
/// <param name="Met">Judged subjects that fulfil the test by themselves.</param>
/// <param name="Missed">Judged subjects that break it.</param>
/// <param name="Open">Judged subjects that can still turn.</param>
/// <param name="NotApplicable">Judged subjects without a value.</param>
/// <param name="Periods">The trend, oldest first.</param>
/// <param name="Sentence">The verdict in one plain sentence, figures and interval included.</param>
/// <param name="Trend">Where the whole periods lead, in one plain sentence; null where there are fewer than three with a bounded interval.</param>
public sealed record Verdict(
    VerdictKind Kind, MeasureFigure Figure, double Target, string? Judged, int Met, int Missed, int Open, int NotApplicable,
    IReadOnlyList<PeriodFigure> Periods, string Sentence, string? Trend);
