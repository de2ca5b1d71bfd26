using OutsideIn.Experiments;
using OutsideIn.Proof;
using OutsideIn.Vocabulary;

namespace OutsideIn.Cli;

/// <summary>What <c>outsidein experiment plan</c> answers; written as JSON in camel case.</summary>
/// <param name="Version">Version of this layout.</param>
/// <param name="Experiment">Id of the experiment.</param>
/// <param name="Text">The plan's canonical text; null while something is missing.</param>
/// <param name="Hash">Its hash; null while something is missing.</param>
/// <param name="Missing">What is missing or wrong, with its remedy.</param>
/// <param name="Locked">What was locked, and when; null where nothing was.</param>
/// <param name="Deviations">What the plan says otherwise than when it was locked.</param>
/// <param name="Power">What it needs, by a log; null without one, or where it cannot tell.</param>
internal sealed record PlanAnswer(
    int Version, string Experiment, string? Text, string? Hash, IReadOnlyList<Problem> Missing, LockAnswer? Locked, IReadOnlyList<PlanDeviation> Deviations, PlanNeeds? Power)
{
    public static PlanAnswer Of(PlanDraft draft, LedgerReading ledger, PlanNeeds? power)
    {
        var text = draft.Plan is { } plan ? PlanText.Of(plan) : null;
        var locked = ledger.LockOf(draft.Experiment.Id);
        var then = locked is not null && PlanText.Read(locked.Plan).TryGet(out var read, out _) ? read : null;
        return new PlanAnswer(
            1,
            draft.Experiment.Id,
            text,
            text is null ? null : PlanText.HashOf(text),
            draft.Missing,
            locked is null ? null : new LockAnswer(locked.At, locked.Hash),
            then is null || draft.Plan is null ? [] : PlanDeviations.Between(then, draft.Plan),
            power);
    }
}

/// <summary>The lock of a plan.</summary>
internal sealed record LockAnswer(DateTimeOffset At, string Hash);
