using OutsideIn.Diagnosis;
using OutsideIn.Experiments;
using OutsideIn.Measures;
using OutsideIn.Method;
using OutsideIn.Vocabulary;

namespace OutsideIn.Proof;

/// <summary>How far an experiment of a map has come, from plan to decision. Immutable.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Missing">What its plan still lacks, with the remedy; empty where the plan is complete.</param>
/// <param name="Locked">What was locked last, and when; null where nothing was.</param>
/// <param name="IsAsLocked">Whether the map says today what was locked; null where nothing was, or the plan is not complete.</param>
/// <param name="Looks">How often somebody has looked.</param>
/// <param name="LastLook">The last look, with its answer and sentence; null where nobody has looked.</param>
/// <param name="LastDecision">What was decided last; null where nothing was.</param>
public sealed record ExperimentState(
    string Id, string Name, IReadOnlyList<Problem> Missing, LockAnswer? Locked, bool? IsAsLocked, int Looks, LookedEntry? LastLook, DecidedEntry? LastDecision)
{
    /// <summary>Every experiment of a map, in its order.</summary>
    /// <param name="map">The map.</param>
    /// <param name="ledger">What was locked, seen and decided.</param>
    /// <param name="schema">What a log with this map can tell; null where there is none.</param>
    public static IReadOnlyList<ExperimentState> AllOf(OutsideInMap map, LedgerReading ledger, MeasureSchema? schema = null)
    {
        ArgumentNullException.ThrowIfNull(map);
        ArgumentNullException.ThrowIfNull(ledger);
        return [.. map.Experiments.Select(experiment => Of(new PlanDrafting(map, experiment, schema ?? MapMeasureSchemas.Of(map)).Draft(), ledger))];
    }

    private static ExperimentState Of(PlanDraft draft, LedgerReading ledger)
    {
        var (id, name) = (draft.Experiment.Id, draft.Experiment.Name);
        var entries = ledger.Of(id).Select(static one => one.Entry).ToArray();
        var locked = ledger.LockOf(id);
        return new ExperimentState(
            id,
            name,
            draft.Missing,
            LockAnswer.Of(locked),
            locked is null || draft.Plan is not { } plan ? null : ledger.HasLocked(plan),
            entries.OfType<LookedEntry>().Count(),
            entries.OfType<LookedEntry>().LastOrDefault(),
            entries.OfType<DecidedEntry>().LastOrDefault());
    }
}
