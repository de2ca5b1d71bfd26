using OutsideIn.Measures;

namespace OutsideIn.Diagnosis;

/// <summary>How well it is known that a piece of work goes with a customer's outcome: each grade includes what it takes for the one before it to be looked at.</summary>
public enum EvidenceGrade
{
    /// <summary>Nobody says so, and no log shows it.</summary>
    None,

    /// <summary>The map says so: a path leads from the work to the outcome, or somebody has judged that it contributes.</summary>
    Declared,

    /// <summary>The crude interval excludes zero, with a q-value of at most 0.05; confounders may explain it.</summary>
    Observed,

    /// <summary>Standardised over the confounders, too, with a q-value of at most 0.05 and at least half of the cases covered, and the regression says the same.</summary>
    Adjusted,

    /// <summary>An experiment of the map that changed this work has been decided, and the interval of its difference excludes zero.</summary>
    Proven,
}

/// <summary>Which way work and attainment go together.</summary>
public enum EvidenceDirection
{
    /// <summary>Neither can be told.</summary>
    Unknown,

    /// <summary>Where the work was done, more attain it.</summary>
    Higher,

    /// <summary>Where the work was done, fewer attain it.</summary>
    Lower,
}

/// <summary>A measure of a customer's outcome that work is held against.</summary>
/// <param name="Id">Id of the metric or of the outcome.</param>
/// <param name="Name">Its name.</param>
/// <param name="Text">What counts as attained: the measure and the objective as written, or that the outcome was reached.</param>
/// <param name="Cases">Cases it applies to, open ones included.</param>
/// <param name="Open">How many of them are open.</param>
/// <param name="Attained">How many attained it.</param>
public sealed record AttainedMeasure(string Id, string Name, string Text, int Cases, int Open, int Attained);

/// <summary>A measure that work cannot be held against, and why.</summary>
/// <param name="Id">Id of the metric.</param>
/// <param name="Reason">Why, with the way out.</param>
public sealed record MeasureLeftOut(string Id, string Reason);

/// <summary>A piece of work beside a measure of a customer's outcome (rows 12 and 15): an association, never a cause. Immutable.</summary>
/// <param name="Work">Name of the piece of work.</param>
/// <param name="Entry">Id of the entry of the map it is; null where the map does not name it.</param>
/// <param name="Measure">Id of the measure.</param>
/// <param name="IsDeclared">Whether the map says that it helps: a path to the measure's outcome, or a judgement that it contributes.</param>
/// <param name="Grade">How well it is known.</param>
/// <param name="Direction">Which way.</param>
/// <param name="IsUndone">Whether the crude difference is seen but not among cases with equal confounders, though those are at least half: the confounders explain it.</param>
/// <param name="IsContradiction">Whether the map says that it helps, and a log or an experiment that fewer attain it where it was done, which no confounder explains.</param>
/// <param name="Association">The figures, times in microseconds; null where they cannot be given.</param>
/// <param name="CrudeQ">The crude difference's p-value corrected for all pairs looked at; null without figures.</param>
/// <param name="AdjustedQ">The same of the standardised difference; null where there is none.</param>
/// <param name="Experiment">Id of the experiment that settles it; null where none does.</param>
/// <param name="Sentence">All of it in one plain sentence, or why nothing can be said.</param>
public sealed record WorkAssociation(
    string Work, string? Entry, string Measure, bool IsDeclared, EvidenceGrade Grade, EvidenceDirection Direction, bool IsUndone, bool IsContradiction,
    Association? Association, double? CrudeQ, double? AdjustedQ, string? Experiment, string Sentence);

/// <summary>Work without a path to an outcome (F6, row 38), as a log shows it.</summary>
/// <param name="Work">Name of the piece of work.</param>
/// <param name="Entry">Id of the entry of the map it is; null where the map does not name it.</param>
/// <param name="Events">Its events.</param>
/// <param name="Hours">Its processing time in hours; null where the log has no begins.</param>
/// <param name="Cases">Cases in which it was done.</param>
/// <param name="Higher">Ids of the measures that more attain where it was done, observed or better, which no confounder explains.</param>
/// <param name="Lower">Ids of those that fewer attain.</param>
/// <param name="Figure">Id of the list of those cases.</param>
/// <param name="Examples">Names of the first few.</param>
public sealed record OrphanWork(
    string Work, string? Entry, long Events, double? Hours, int Cases, IReadOnlyList<string> Higher, IReadOnlyList<string> Lower, string Figure, IReadOnlyList<string> Examples);

/// <summary>How much of the work has no path to an outcome. Internal work only: Moments of Truth have their own verdict.</summary>
/// <param name="Unit">"hours" of processing time, or "events" where the log has no begins.</param>
/// <param name="Whole">All internal work, in that unit.</param>
/// <param name="WithoutPath">Of it, the part in work without a path.</param>
/// <param name="WithoutBoth">Of that, the part in work that goes with more of no measure either.</param>
/// <param name="Works">The work without a path, most first.</param>
public sealed record OrphanWorkRating(string Unit, double Whole, double WithoutPath, double WithoutBoth, IReadOnlyList<OrphanWork> Works);

/// <summary>Line of sight with evidence (rows 12 and 15, F6): what the map says leads to a customer's outcome beside what a log shows goes with it. Immutable.</summary>
/// <param name="Measures">The measures of customers' outcomes.</param>
/// <param name="LeftOut">The measures that work cannot be held against.</param>
/// <param name="AdjustedFor">The confounders, in words.</param>
/// <param name="Strata">How many strata they make.</param>
/// <param name="PairsLookedAt">Pairs of work and measure with figures: what the q-values correct for.</param>
/// <param name="Pairs">Every pair: contradictions first, then the best evidence.</param>
/// <param name="Orphans">Work without a path.</param>
public sealed record WorkEvidenceRating(
    IReadOnlyList<AttainedMeasure> Measures, IReadOnlyList<MeasureLeftOut> LeftOut, IReadOnlyList<string> AdjustedFor, int Strata, int PairsLookedAt,
    IReadOnlyList<WorkAssociation> Pairs, OrphanWorkRating Orphans);
