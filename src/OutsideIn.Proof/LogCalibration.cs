using OutsideIn.Diagnosis;

namespace OutsideIn.Proof;

/// <summary>How often a comparison of a log would call a difference where nothing was done. Immutable.</summary>
/// <param name="Of">What would be compared: measure, objective, unit, follow-up and level; arms and change are not read.</param>
public sealed record CalibrationQuestion(ComparisonQuestion Of)
{
    /// <summary>How many times arms are given out where nobody says: the rate is then known to one or two points of a hundred.</summary>
    public const int UsualRuns = 1_000;

    /// <summary>How many arms are given out, 2 to 12.</summary>
    /// <value>2.</value>
    public int Arms { get; init; } = 2;

    /// <summary>How many times, 100 to 100,000.</summary>
    /// <value><see cref="UsualRuns"/>.</value>
    public int Runs { get; init; } = UsualRuns;

    /// <summary>The same seed gives out the same arms.</summary>
    public ulong Seed { get; init; } = 1;
}

/// <summary>How often the comparison called a difference although chance alone gave out the arms (A/A), with all it rests on. Immutable.</summary>
/// <param name="Version">Version of this layout; grows when a reader of the one before would misread it.</param>
/// <param name="Log">The log's name.</param>
/// <param name="AsOf">The instant up to which the log is known.</param>
/// <param name="Measure">The measure in its canonical form.</param>
/// <param name="Objective">The objective in its canonical form; null where there is none.</param>
/// <param name="Compared">What was compared, such as <c>share of cases &lt;= 14d</c>.</param>
/// <param name="Unit">What was given an arm as a whole: <c>case</c>, or the column's name.</param>
/// <param name="Units">How many of them the log has.</param>
/// <param name="Subjects">Cases or customers with a value that belong to one.</param>
/// <param name="Arms">Into how many arms they were put.</param>
/// <param name="Runs">How many times.</param>
/// <param name="Seed">The seed of the draws.</param>
/// <param name="Level">Confidence level of the comparison: one less this share of false alarms is promised.</param>
/// <param name="Answer"><c>holds</c>, <c>tooOften</c>, <c>cautious</c> where it calls fewer than promised, or <c>refused</c> where no draw could be judged.</param>
/// <param name="Sentence">The result in one plain sentence.</param>
/// <param name="Next">What to do next.</param>
/// <param name="Rates">The rate of the method that a comparison uses, first; beside it that of counting rows, where units hold several.</param>
/// <param name="Faults">What is wrong with the texts or worth knowing about them.</param>
public sealed record LogCalibration(
    int Version,
    string Log,
    DateTimeOffset AsOf,
    string Measure,
    string? Objective,
    string Compared,
    string Unit,
    int Units,
    int Subjects,
    int Arms,
    int Runs,
    ulong Seed,
    double Level,
    string Answer,
    string Sentence,
    string Next,
    IReadOnlyList<FalseAlarmRate> Rates,
    IReadOnlyList<MeasureFaultEntry> Faults)
{
    /// <summary>The layout this build writes.</summary>
    public const int CurrentVersion = 1;
}

/// <summary>How often one way of counting called a difference.</summary>
/// <param name="Counted">What it counts as one observation: <c>case</c>, or the unit's column.</param>
/// <param name="Method">How it compares arms.</param>
/// <param name="Alarms">Draws in which it called a difference.</param>
/// <param name="Refused">Draws in which it could not tell; they count as no alarm.</param>
/// <param name="Rate">Alarms over all draws.</param>
/// <param name="Low">Lower end of its 95 % interval (Wilson).</param>
/// <param name="High">Upper end.</param>
/// <param name="Text">Rate and interval as every page shows them.</param>
public sealed record FalseAlarmRate(string Counted, string Method, int Alarms, int Refused, double Rate, double Low, double High, string Text);
