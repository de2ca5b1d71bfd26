namespace OutsideIn.Method;

/// <summary>What sort of point of failure a log shows.</summary>
public enum PointKind
{
    /// <summary>A Moment of Truth.</summary>
    MomentOfTruth,

    /// <summary>A breakpoint.</summary>
    Breakpoint,

    /// <summary>A business rule.</summary>
    Rule,
}

/// <summary>Something a log shows that could go or become better.</summary>
/// <param name="Kind">What sort of point of failure it is.</param>
/// <param name="Name">Its name in the log.</param>
/// <param name="Entry">Id of the map's entry it is; null where the map has none.</param>
/// <param name="Why">Why, in one sentence with its numbers.</param>
/// <param name="Cases">Cases touched: the n to show.</param>
/// <param name="CustomerHours">Hours that customers waited with it.</param>
/// <param name="IsFailureDemand">Whether the contact arises only because something failed; false unless it is a Moment of Truth.</param>
/// <param name="IsSmall">Whether fewer than 30 cases stand behind it.</param>
/// <param name="Figure">The figure of the diagnosis that opens its cases; null where none does.</param>
public sealed record LogCandidate(
    PointKind Kind, string Name, string? Entry, string Why, long Cases, double CustomerHours, bool IsFailureDemand, bool IsSmall, string? Figure);

/// <summary>What a log adds to the plan. Filled where map and log meet.</summary>
/// <param name="Log">The log's name.</param>
/// <param name="Outcome">Id of the outcome its cases are held against; null where the map names none.</param>
/// <param name="Candidates">What it shows, most hours first.</param>
public sealed record PlanEvidence(string Log, string? Outcome, IReadOnlyList<LogCandidate> Candidates);
