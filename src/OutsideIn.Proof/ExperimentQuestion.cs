using OutsideIn.Experiments;
using OutsideIn.Method;
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

    /// <summary>What the map says otherwise by now than the locked plan that is followed; empty where it says the same, or is followed itself.</summary>
    public IReadOnlyList<PlanDeviation> MapChanges { get; init; } = [];

    /// <summary>The question about an experiment of a map, by what its ledger says.</summary>
    /// <param name="map">The map.</param>
    /// <param name="id">Id or name of the experiment.</param>
    /// <param name="ledger">The ledger.</param>
    /// <param name="arms">Where it stands who was given which arm.</param>
    /// <param name="isMapFollowed">Whether the map is followed as it stands, rather than the plan that was locked: what then differs makes the result exploratory.</param>
    /// <param name="schema">What the log with this map can tell; null where columns are not to be checked.</param>
    /// <returns>The question; <c>EX001</c> and <c>EX002</c> for a lock that cannot be read, <c>EX003</c> to <c>EX010</c> where nothing was locked and the map has no whole plan.</returns>
    public static Result<ExperimentQuestion> Of(
        OutsideInMap map, string id, LedgerReading ledger, ArmSource arms, bool isMapFollowed = false, Measures.MeasureSchema? schema = null)
    {
        ArgumentNullException.ThrowIfNull(ledger);
        if (!PlannedExperiments.Draft(map, id, schema).TryGet(out var draft, out var problem))
        {
            return problem;
        }

        LockedPlan? locked = null;
        if (LockedPlan.Of(ledger, draft.Experiment.Id) is { } read && !read.TryGet(out locked, out problem))
        {
            return problem;
        }

        var followed = isMapFollowed ? null : locked;
        if (followed is null && draft.Plan is null)
        {
            return draft.Missing[0];
        }

        return new ExperimentQuestion(followed?.Plan ?? draft.Plan!, arms)
        {
            Locked = locked,
            Looks = [.. ledger.Of(draft.Experiment.Id).Select(static one => one.Entry).OfType<LookedEntry>()],
            Crown = CrownOf(map, draft.Experiment),
            MapChanges = followed is null || draft.Plan is null ? [] : [.. PlanDeviations.Between(followed.Plan, draft.Plan).Where(static one => one.IsExploratory)],
        };
    }

    /// <summary>What is done otherwise than was locked, a sentence each; any makes the result exploratory.</summary>
    public IReadOnlyList<string> Deviations => Locked switch
    {
        null => ["No plan was locked before anybody looked."],
        { } locked => [.. LateLock(locked), .. PlanDeviations.Between(locked.Plan, Plan).Where(static one => one.IsExploratory).Select(static one => one.Sentence)],
    };

    // The triple crown is read of an action; the experiment's is the one that changes the same work.
    private static string? CrownOf(OutsideInMap map, Experiment experiment)
    {
        var index = MapIndex.Of(map);
        return map.Actions.Where(action => action.Targets.Intersect(experiment.Changes, StringComparer.OrdinalIgnoreCase).Any())
            .Select(action => CrownVerdict.Of(action, index)).FirstOrDefault(static crown => crown is not null)?.Text;
    }

    private static IEnumerable<string> LateLock(LockedPlan locked)
    {
        var day = DateOnly.FromDateTime(locked.At.UtcDateTime);
        if (locked.Plan.Start is { } start && day > start)
        {
            yield return $"The plan was locked on {DayText.Of(day)}, after the first units had been given their arm on {DayText.Of(start)}.";
        }
    }
}
