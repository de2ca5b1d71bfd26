using OutsideIn.Experiments;
using OutsideIn.Vocabulary;

namespace OutsideIn.Proof;

/// <summary>A plan as it was locked. Immutable.</summary>
/// <param name="Plan">The plan.</param>
/// <param name="Hash">Hash of its text.</param>
/// <param name="At">When it was locked.</param>
public sealed record LockedPlan(ExperimentPlan Plan, string Hash, DateTimeOffset At)
{
    /// <summary>The plan of an experiment that was locked last.</summary>
    /// <returns>Null where none was; <c>EX001</c> or <c>EX002</c> where this build cannot read what was locked.</returns>
    public static Result<LockedPlan>? Of(LedgerReading ledger, string experiment)
    {
        ArgumentNullException.ThrowIfNull(ledger);
        return ledger.LockOf(experiment) is { } entry
            ? PlanText.Read(entry.Plan).Then<LockedPlan>(plan => new LockedPlan(plan, entry.Hash, entry.At))
            : null;
    }
}

/// <summary>What is to be read off a log about a planned experiment. Immutable.</summary>
/// <param name="Plan">The plan that is followed: the locked one, unless what was changed since is to be followed instead.</param>
/// <param name="Arms">Where it stands who was given which arm.</param>
public sealed record ExperimentQuestion(ExperimentPlan Plan, ArmSource Arms)
{
    /// <summary>The plan as it was locked; null where none was, which makes every result exploratory.</summary>
    public LockedPlan? Locked { get; init; }

    /// <summary>Earlier looks at the same experiment, oldest first, as the ledger has them.</summary>
    public IReadOnlyList<LookedEntry> Looks { get; init; } = [];

    /// <summary>Whether nothing more will come, although the planned end is not reached: this look then spends all that is left.</summary>
    public bool IsFinal { get; init; }

    /// <summary>A yes/no measure: who took up what their arm offered; null where nobody asks.</summary>
    public string? TookUp { get; init; }

    /// <summary>What was believed of the primary outcome before, relative to control, for a second opinion; null for none.</summary>
    public NormalPrior? Prior { get; init; }

    /// <summary>Cost, revenue and service at once (F16), as the map has it; null where nobody has read them.</summary>
    public string? Crown { get; init; }

    /// <summary>What is done otherwise than was locked, a sentence each; any makes the result exploratory.</summary>
    public IReadOnlyList<string> Deviations => Locked switch
    {
        null => ["No plan was locked before anybody looked."],
        { } locked => [.. LateLock(locked), .. PlanDeviations.Between(locked.Plan, Plan).Where(static one => one.IsExploratory).Select(static one => one.Sentence)],
    };

    private static IEnumerable<string> LateLock(LockedPlan locked)
    {
        var day = DateOnly.FromDateTime(locked.At.UtcDateTime);
        if (locked.Plan.Start is { } start && day > start)
        {
            yield return $"The plan was locked on {DayText.Of(day)}, after the first units had been given their arm on {DayText.Of(start)}.";
        }
    }
}
