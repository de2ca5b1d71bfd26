namespace OutsideIn.Diagnosis;

/// <summary>What happened, in the field's usual figures.</summary>
/// <param name="DirectlyFollows">Which activity came directly before which, most frequent first.</param>
/// <param name="StartActivities">Activities that cases begin with.</param>
/// <param name="EndActivities">Activities that cases end with so far.</param>
/// <param name="Activities">Every activity, most frequent first.</param>
/// <param name="Throughput">Throughput time of cases: last event minus first.</param>
/// <param name="Variants">The most frequent variants.</param>
/// <param name="Repeats">Activities that happen more than once in a case.</param>
/// <param name="ResourceHandovers">Changes of resource within cases.</param>
/// <param name="TeamHandovers">Changes of team within cases.</param>
/// <param name="HandoverRowsSkipped">Events without a resource that were skipped, and the same for teams.</param>
/// <param name="Attributes">What the columns without a role hold.</param>
/// <param name="Months">Events, cases begun and cases active by calendar month.</param>
public sealed record ProcessSection(
    IReadOnlyList<DirectlyFollowsEntry> DirectlyFollows,
    IReadOnlyList<ActivityCasesEntry> StartActivities,
    IReadOnlyList<ActivityCasesEntry> EndActivities,
    IReadOnlyList<ActivityEntry> Activities,
    ThroughputEntry Throughput,
    IReadOnlyList<VariantEntry> Variants,
    IReadOnlyList<RepeatEntry> Repeats,
    IReadOnlyList<HandoverEntry> ResourceHandovers,
    IReadOnlyList<HandoverEntry> TeamHandovers,
    SkippedEntry HandoverRowsSkipped,
    IReadOnlyList<AttributeEntry> Attributes,
    IReadOnlyList<MonthEntry> Months);

/// <summary>One edge of the directly-follows graph.</summary>
/// <param name="Figure">Opens the cases.</param>
/// <param name="From">The activity before.</param>
/// <param name="To">The activity after.</param>
/// <param name="Count">How often.</param>
/// <param name="Cases">In how many cases.</param>
/// <param name="MinSeconds">Shortest time between the two, seconds.</param>
/// <param name="MeanSeconds">Mean, seconds.</param>
/// <param name="MedianSeconds">Median, seconds.</param>
/// <param name="P90Seconds">90th percentile, seconds.</param>
/// <param name="MaxSeconds">Longest, seconds.</param>
/// <param name="ReachedShare">Share of its closed cases that reached the outcome, or null where none is closed.</param>
public sealed record DirectlyFollowsEntry(
    string Figure, string From, string To, int Count, int Cases,
    double MinSeconds, double MeanSeconds, double MedianSeconds, double P90Seconds, double MaxSeconds, double? ReachedShare);

/// <summary>An activity and a number of cases.</summary>
/// <param name="Figure">Opens the cases.</param>
/// <param name="Activity">The activity.</param>
/// <param name="Cases">The cases.</param>
public sealed record ActivityCasesEntry(string Figure, string Activity, int Cases);

/// <summary>An activity's figures.</summary>
/// <param name="Figure">Opens the cases.</param>
/// <param name="Activity">The activity.</param>
/// <param name="Events">Number of events.</param>
/// <param name="Cases">Number of cases.</param>
/// <param name="CaseShare">Share of all cases.</param>
/// <param name="MedianProcessingSeconds">Median processing time, or null without starts.</param>
/// <param name="TotalProcessingSeconds">Sum of processing time, or null without starts.</param>
/// <param name="MedianWaitingSeconds">Median time from the event before to this one's begin; null for activities that only begin cases.</param>
/// <param name="P90WaitingSeconds">90th percentile of the same.</param>
/// <param name="Cost">Sum of cost, or null where the log has none.</param>
/// <param name="ReachedShare">Share of its closed cases that reached the outcome, or null where none is closed.</param>
public sealed record ActivityEntry(
    string Figure, string Activity, int Events, int Cases, double CaseShare,
    double? MedianProcessingSeconds, double? TotalProcessingSeconds,
    double? MedianWaitingSeconds, double? P90WaitingSeconds, double? Cost, double? ReachedShare);

/// <summary>Throughput time of cases.</summary>
/// <param name="Cases">n.</param>
/// <param name="MinSeconds">Shortest.</param>
/// <param name="MeanSeconds">Mean.</param>
/// <param name="MedianSeconds">Median.</param>
/// <param name="P90Seconds">90th percentile.</param>
/// <param name="MaxSeconds">Longest.</param>
public sealed record ThroughputEntry(
    int Cases, double MinSeconds, double MeanSeconds, double MedianSeconds, double P90Seconds, double MaxSeconds);

/// <summary>A variant.</summary>
/// <param name="Figure">Opens the cases.</param>
/// <param name="Rank">1-based.</param>
/// <param name="Activities">The trace.</param>
/// <param name="Cases">Cases that follow it.</param>
/// <param name="CaseShare">Share of all cases.</param>
/// <param name="MedianSeconds">Median throughput time.</param>
/// <param name="ReachedShare">Share of its closed cases that reached the outcome, or null where none is closed.</param>
public sealed record VariantEntry(
    string Figure, int Rank, IReadOnlyList<string> Activities, int Cases, double CaseShare, double MedianSeconds, double? ReachedShare);

/// <summary>Repeats of an activity.</summary>
/// <param name="Figure">Opens the cases.</param>
/// <param name="Activity">The activity.</param>
/// <param name="Cases">Cases in which it happens more than once.</param>
/// <param name="Repeats">Events after the first of their case.</param>
/// <param name="SelfLoops">Repeats directly after itself.</param>
public sealed record RepeatEntry(string Figure, string Activity, int Cases, int Repeats, int SelfLoops);

/// <summary>A change of doer.</summary>
/// <param name="Figure">Opens the cases.</param>
/// <param name="From">The last known doer before.</param>
/// <param name="To">The next known doer.</param>
/// <param name="Count">How often.</param>
/// <param name="Cases">In how many cases.</param>
/// <param name="MedianWaitSeconds">Median time between the two events.</param>
/// <param name="P90WaitSeconds">90th percentile.</param>
public sealed record HandoverEntry(
    string Figure, string From, string To, int Count, int Cases, double MedianWaitSeconds, double P90WaitSeconds);

/// <summary>Events skipped because they name no doer.</summary>
/// <param name="Resource">Events without a resource.</param>
/// <param name="Team">Events without a team.</param>
public sealed record SkippedEntry(int Resource, int Team);

/// <summary>What a column without a role holds.</summary>
/// <param name="Name">The attribute.</param>
/// <param name="Level"><c>event</c> or <c>case</c>.</param>
/// <param name="Kind"><c>text</c>, <c>number</c>, <c>time</c> or <c>yesNo</c>.</param>
/// <param name="Filled">Rows with a value.</param>
/// <param name="Missing">Rows without.</param>
/// <param name="Distinct">Distinct texts, or null for other kinds.</param>
/// <param name="Summary">The usual values or the range, in words.</param>
public sealed record AttributeEntry(
    string Name, string Level, string Kind, int Filled, int Missing, int? Distinct, string Summary);

/// <summary>A calendar month in UTC.</summary>
/// <param name="Month">Such as <c>2026-03</c>.</param>
/// <param name="Events">Events in it.</param>
/// <param name="CasesBegun">Cases whose first event is in it.</param>
/// <param name="CasesActive">Cases with an event before or in it and one in or after it.</param>
public sealed record MonthEntry(string Month, int Events, int CasesBegun, int CasesActive);
