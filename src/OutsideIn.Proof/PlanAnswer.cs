using OutsideIn.Experiments;
using OutsideIn.Measures;
using OutsideIn.Vocabulary;

namespace OutsideIn.Proof;

/// <summary>What the command and the API answer when a plan is asked for. Immutable.</summary>
/// <remarks>Written as JSON in camel case (docs/experiment-json.md).</remarks>
/// <param name="Version">Version of this layout; grows when a reader of the one before would misread it.</param>
/// <param name="Experiment">Id of the experiment.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Text">The plan's canonical text; null while something is missing.</param>
/// <param name="Hash">Its hash; null while something is missing.</param>
/// <param name="Missing">What is missing or wrong, with its remedy.</param>
/// <param name="Locked">What was locked, and when; null where nothing was.</param>
/// <param name="Deviations">What the plan says otherwise than when it was locked.</param>
/// <param name="Power">What it needs, by a log; null without one, or where it cannot tell.</param>
/// <param name="Refusal">Why the log cannot tell what the plan needs; null where it does, or nobody asked it.</param>
public sealed record PlanAnswer(
    int Version,
    string Experiment,
    string Name,
    string? Text,
    string? Hash,
    IReadOnlyList<Problem> Missing,
    LockAnswer? Locked,
    IReadOnlyList<PlanDeviation> Deviations,
    PlanNeeds? Power,
    Problem? Refusal)
{
    /// <summary>The layout this build writes.</summary>
    public const int CurrentVersion = 1;

    /// <summary>The answer about a plan.</summary>
    /// <param name="draft">The plan as far as it has come.</param>
    /// <param name="ledger">What was locked.</param>
    /// <param name="log">A log of the time before, which says what the plan needs; null where none is asked.</param>
    /// <param name="stop">Stops the work.</param>
    public static PlanAnswer Of(PlanDraft draft, LedgerReading ledger, MeasuredLog? log, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(draft);
        ArgumentNullException.ThrowIfNull(ledger);
        var text = draft.Plan is { } plan ? PlanText.Of(plan) : null;
        var locked = ledger.LockOf(draft.Experiment.Id);
        var then = locked is not null && PlanText.Read(locked.Plan).TryGet(out var read, out _) ? read : null;
        var (needs, refusal) = draft.Plan is null || log is null ? (null, null)
            : PlanNeeds.Of(log, draft.Plan, stop).TryGet(out var told, out var problem) ? (told, null)
            : ((PlanNeeds?)null, problem);
        return new PlanAnswer(
            CurrentVersion,
            draft.Experiment.Id,
            draft.Experiment.Name,
            text,
            text is null ? null : PlanText.HashOf(text),
            draft.Missing,
            LockAnswer.Of(locked),
            then is null || draft.Plan is null ? [] : PlanDeviations.Between(then, draft.Plan),
            needs,
            refusal);
    }
}

/// <summary>The lock of a plan.</summary>
/// <param name="At">When it was locked.</param>
/// <param name="Hash">Hash of the text that was.</param>
public sealed record LockAnswer(DateTimeOffset At, string Hash)
{
    internal static LockAnswer? Of(LockedEntry? locked) => locked is null ? null : new LockAnswer(locked.At, locked.Hash);
}
