using OutsideIn.Measures;

namespace OutsideIn.Diagnosis;

/// <summary>What one measure gives on a log: the figures with their intervals, the verdict where there is an objective, and who stands behind them. Immutable.</summary>
/// <remarks>Durations are seconds on the measure's clock, or business days; shares are fractions from 0 to 1; a missing number is null, never zero.</remarks>
/// <param name="Measure">The measure in its canonical form.</param>
/// <param name="Objective">The objective in its canonical form; null where there is none.</param>
/// <param name="Kind"><c>duration</c>, <c>count</c>, <c>number</c> or <c>yesNo</c>.</param>
/// <param name="Unit">What a value is in: <c>seconds</c>, <c>working seconds</c>, <c>business days</c>, <c>count</c>, <c>number</c>, or <c>yes or no</c>.</param>
/// <param name="Subject">Whom a value belongs to: <c>case</c> or <c>customer</c>.</param>
/// <param name="AsOf">The instant up to which the log is known; what has not happened by then is open.</param>
/// <param name="Says">The result in plain sentences: the verdict where there is an objective, else the figures.</param>
/// <param name="Counts">How many subjects there are, and how their values stand.</param>
/// <param name="Figures">The figures the measure is told by, over all subjects.</param>
/// <param name="Verdict">What the objective says of them; null where there is none.</param>
/// <param name="Clocks">Of a duration with a map the same figures on the customer's and on the firm's clock; else empty.</param>
/// <param name="Period">The period of the trend: <c>week</c>, <c>month</c> or <c>quarter</c>.</param>
/// <param name="Periods">The leading figure of the subjects that began in each period, oldest first.</param>
/// <param name="Trend">Where the whole periods lead, in one sentence; null where too few tell.</param>
/// <param name="GroupedBy">The column the groups go by; null where none was asked for.</param>
/// <param name="Groups">The leading figure of each group; empty where none was asked for.</param>
public sealed record MeasureResult(
    string Measure,
    string? Objective,
    string Kind,
    string Unit,
    string Subject,
    DateTimeOffset AsOf,
    string Says,
    MeasureCountsEntry Counts,
    IReadOnlyList<MeasureFigureEntry> Figures,
    MeasureVerdictEntry? Verdict,
    IReadOnlyList<ClockFiguresEntry> Clocks,
    string Period,
    IReadOnlyList<MeasurePeriodEntry> Periods,
    string? Trend,
    string? GroupedBy,
    IReadOnlyList<MeasureGroupEntry> Groups);

/// <summary>How the values of all subjects stand; the five of them add up to the subjects of the log.</summary>
/// <param name="Known">Values that are known.</param>
/// <param name="Open">Values that are not known yet: what was waited for has not happened.</param>
/// <param name="Lost">Customers who gave up or were refused before it happened.</param>
/// <param name="NotApplicable">Subjects without a value: the start never happened.</param>
/// <param name="LeftOut">Subjects the filter of cases leaves out; they are counted nowhere else.</param>
/// <param name="Met">Subjects that fulfil the objective by themselves; null where there is none.</param>
/// <param name="Missed">Subjects that break it; null where there is none.</param>
/// <param name="Undecided">Subjects that can still turn; null where there is none.</param>
public sealed record MeasureCountsEntry(
    int Known, int Open, int Lost, int NotApplicable, int LeftOut, int? Met, int? Missed, int? Undecided);

/// <summary>One figure with all it rests on.</summary>
/// <param name="Name">Which figure, such as <c>median</c> or <c>share of cases &lt;= 24h</c>.</param>
/// <param name="Text">The figure and its interval as every page shows them.</param>
/// <param name="Value">The figure; null where it cannot be given.</param>
/// <param name="Low">Lower end of the interval; null where it cannot be given.</param>
/// <param name="High">Upper end; null where it cannot be given or lies beyond what was observed.</param>
/// <param name="Unit">What the three are in: <c>share</c>, or the measure's unit.</param>
/// <param name="Level">Confidence level of the interval.</param>
/// <param name="Method">How figure and interval were estimated.</param>
/// <param name="Count">The n: subjects with a value, open and lost ones included.</param>
/// <param name="Open">Of those, open.</param>
/// <param name="Lost">Of those, lost.</param>
/// <param name="NotApplicable">Subjects without a value, not in the count.</param>
/// <param name="Refusal">Why there is no value or no interval, with the way out; null where there is one.</param>
public sealed record MeasureFigureEntry(
    string Name, string Text, double? Value, double? Low, double? High, string Unit, double Level, string Method,
    int Count, int Open, int Lost, int NotApplicable, string? Refusal);

/// <summary>What an objective says.</summary>
/// <param name="Kind"><c>met</c>, <c>missed</c> or <c>notYetProvable</c>: the interval decides, never the figure alone.</param>
/// <param name="Sentence">The verdict in one plain sentence, with figure and interval.</param>
/// <param name="Figure">The figure judged.</param>
/// <param name="Target">The value aimed at, in the figure's unit.</param>
/// <param name="TargetText">The same as shown.</param>
/// <param name="Judged">Name of the period judged; null where all subjects are.</param>
/// <param name="Met">Judged subjects that fulfil the test by themselves.</param>
/// <param name="Missed">Judged subjects that break it.</param>
/// <param name="Open">Judged subjects that can still turn.</param>
/// <param name="NotApplicable">Judged subjects without a value.</param>
public sealed record MeasureVerdictEntry(
    string Kind, string Sentence, MeasureFigureEntry Figure, double Target, string TargetText, string? Judged,
    int Met, int Missed, int Open, int NotApplicable);

/// <summary>The figures of a duration on one of the two clocks (measures.md, two clocks), over the same cases.</summary>
/// <param name="Clock"><c>customer</c> or <c>firm</c>.</param>
/// <param name="Name">The clock as shown.</param>
/// <param name="Figures">Median and 90th percentile; with an objective on a share or a percentile of the duration that figure first.</param>
public sealed record ClockFiguresEntry(string Clock, string Name, IReadOnlyList<MeasureFigureEntry> Figures);

/// <summary>The figure of the subjects that began in one period.</summary>
/// <param name="Name">The period, such as <c>2026-03</c>, <c>2026-W09</c> or <c>2026-Q1</c>.</param>
/// <param name="FirstDay">Its first day, in UTC.</param>
/// <param name="IsWhole">Whether it had ended by the horizon.</param>
/// <param name="Figure">The figure.</param>
/// <param name="Verdict"><c>met</c>, <c>missed</c> or <c>notYetProvable</c>; null where there is no objective.</param>
public sealed record MeasurePeriodEntry(string Name, DateOnly FirstDay, bool IsWhole, MeasureFigureEntry Figure, string? Verdict);

/// <summary>The figure of the subjects that share a value of a column.</summary>
/// <param name="Name">The value; "(missing)" where there is none.</param>
/// <param name="Figure">The figure.</param>
/// <param name="Verdict"><c>met</c>, <c>missed</c> or <c>notYetProvable</c>; null where there is no objective.</param>
public sealed record MeasureGroupEntry(string Name, MeasureFigureEntry Figure, string? Verdict);

/// <summary>Something wrong with the text of a measure or of its objective, or worth knowing about it.</summary>
/// <param name="In">Which text: <c>measure</c> or <c>objective</c>.</param>
/// <param name="Severity"><c>error</c>: it cannot be run; or <c>note</c>.</param>
/// <param name="Code">The code, listed in docs/problems.md.</param>
/// <param name="Message">What is wrong and what was expected.</param>
/// <param name="Hint">What to write instead; may be empty for a note.</param>
/// <param name="Start">0-based index of the first character it is about, in UTF-16 units.</param>
/// <param name="Length">How many characters; 0 for a place between two.</param>
public sealed record MeasureFaultEntry(string In, string Severity, string Code, string Message, string Hint, int Start, int Length)
{
    /// <summary>The severity of what stands in the way of a run.</summary>
    public const string Error = "error";

    /// <summary>A diagnostic of one of the two texts.</summary>
    /// <param name="text">Which: <c>measure</c> or <c>objective</c>.</param>
    /// <param name="one">The diagnostic.</param>
    public static MeasureFaultEntry Of(string text, MeasureDiagnostic one)
    {
        ArgumentNullException.ThrowIfNull(one);
        return new MeasureFaultEntry(
            text, one.Severity == MeasureSeverity.Error ? Error : "note", one.Code, one.Message, one.Hint, one.Span.Start, one.Span.Length);
    }
}
